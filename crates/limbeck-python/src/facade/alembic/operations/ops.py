"""Operation classes. Users subclass MigrateOperation; the built-in ones can be named, not carried out."""


class MigrateOperation:
    """Base of operations."""

    info = None

    def reverse(self):
        raise NotImplementedError

    def to_diff_tuple(self):
        raise NotImplementedError

    @property
    def _mutations(self):
        return frozenset()


class OpContainer(MigrateOperation):
    """Several operations."""

    _built_in = True

    def __init__(self, ops=()):
        self.ops = list(ops)

    def is_empty(self):
        return not self.ops

    def as_diffs(self):
        return [op.to_diff_tuple() for op in self.ops]


class ModifyTableOps(OpContainer):
    def __init__(self, table_name, ops, *, schema=None):
        OpContainer.__init__(self, ops)
        self.table_name, self.schema = table_name, schema


class UpgradeOps(OpContainer):
    def __init__(self, ops=(), upgrade_token="upgrades"):
        OpContainer.__init__(self, ops)
        self.upgrade_token = upgrade_token

    def reverse_into(self, downgrade_ops):
        from sqlalchemy._core import unsupported

        raise unsupported("UpgradeOps.reverse_into()")


class DowngradeOps(OpContainer):
    def __init__(self, ops=(), downgrade_token="downgrades"):
        OpContainer.__init__(self, ops)
        self.downgrade_token = downgrade_token


class MigrationScript(MigrateOperation):
    """A script that autogenerate is about to write."""

    _built_in = True

    def __init__(self, rev_id, upgrade_ops, downgrade_ops, *, message=None, imports=None, head=None, splice=None, branch_label=None, version_path=None, depends_on=None):
        self.rev_id, self.message, self.head, self.splice = rev_id, message, head, splice
        self.imports = imports if imports is not None else set()
        self.branch_label, self.version_path, self.depends_on = branch_label, version_path, depends_on
        self.upgrade_ops_list = [upgrade_ops]
        self.downgrade_ops_list = [downgrade_ops]

    @property
    def upgrade_ops(self):
        return self.upgrade_ops_list[0]

    @property
    def downgrade_ops(self):
        return self.downgrade_ops_list[0]


_NAMES = frozenset(("AddColumnOp AddConstraintOp AlterColumnOp AlterTableOp BulkInsertOp CreateCheckConstraintOp CreateExcludeConstraintOp CreateForeignKeyOp CreateIndexOp"
                    " CreatePrimaryKeyOp CreateTableCommentOp CreateTableOp CreateUniqueConstraintOp DropColumnOp DropConstraintOp DropIndexOp DropTableCommentOp"
                    " DropTableOp ExecuteSQLOp RenameTableOp").split())


def __getattr__(name):
    if name not in _NAMES:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))

    def __init__(self, *args, **kwargs):
        self._arguments = (args, kwargs)

    def attribute(self, wanted):
        from sqlalchemy._core import unsupported

        if wanted.startswith("_"):
            raise AttributeError(wanted)
        raise unsupported("%s.%s" % (name, wanted))

    made = globals()[name] = type(name, (MigrateOperation,), {"__init__": __init__, "__getattr__": attribute, "_built_in": True, "__module__": __name__})
    return made
