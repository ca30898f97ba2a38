"""What holds operations: tables, directions, scripts."""

from ._op_base import _BuiltIn


class OpContainer(_BuiltIn):
    """Several operations."""

    def __init__(self, ops=()):
        self.ops = list(ops)

    def is_empty(self):
        return not self.ops

    def as_diffs(self):
        return list(OpContainer._ops_as_diffs(self))

    @classmethod
    def _ops_as_diffs(cls, migrations):
        for op in migrations.ops:
            if hasattr(op, "ops"):
                yield from cls._ops_as_diffs(op)
            else:
                yield op.to_diff_tuple()


class ModifyTableOps(OpContainer):
    """Changes of one table that stays."""

    def __init__(self, table_name, ops, *, schema=None):
        OpContainer.__init__(self, ops)
        self.table_name, self.schema = table_name, schema

    def reverse(self):
        return ModifyTableOps(self.table_name, ops=[op.reverse() for op in reversed(self.ops)], schema=self.schema)


class UpgradeOps(OpContainer):
    """The body of `upgrade()`."""

    def __init__(self, ops=(), upgrade_token="upgrades"):
        OpContainer.__init__(self, ops)
        self.upgrade_token = upgrade_token

    def reverse_into(self, downgrade_ops):
        downgrade_ops.ops[:] = [op.reverse() for op in reversed(self.ops)]
        return downgrade_ops

    def reverse(self):
        return self.reverse_into(DowngradeOps())


class DowngradeOps(OpContainer):
    """The body of `downgrade()`."""

    def __init__(self, ops=(), downgrade_token="downgrades"):
        OpContainer.__init__(self, ops)
        self.downgrade_token = downgrade_token

    def reverse(self):
        return UpgradeOps([op.reverse() for op in reversed(self.ops)])


def _one(name, cls, several):
    """A property for the only one of a list of containers."""

    def get(self):
        made = getattr(self, several)
        if len(made) > 1:
            raise ValueError("This MigrationScript instance has a multiple-entry list for %s; please use the %s_list attribute." % (cls.__name__, name))
        return made[0] if made else None

    def put(self, value):
        setattr(self, several, list(value) if isinstance(value, (list, tuple)) else [] if value is None else [value])

    return property(get, put)


class MigrationScript(_BuiltIn):
    """A script that autogenerate is about to write."""

    def __init__(self, rev_id, upgrade_ops, downgrade_ops, *, message=None, imports=None, head=None, splice=None, branch_label=None, version_path=None, depends_on=None):
        self.rev_id, self.message, self.head, self.splice = rev_id, message, head, splice
        self.imports = imports if imports is not None else set()
        self.branch_label, self.version_path, self.depends_on = branch_label, version_path, depends_on
        self._upgrade_ops, self._downgrade_ops = [], []
        self.upgrade_ops, self.downgrade_ops = upgrade_ops, downgrade_ops

    upgrade_ops = _one("upgrade_ops", UpgradeOps, "_upgrade_ops")
    downgrade_ops = _one("downgrade_ops", DowngradeOps, "_downgrade_ops")

    @property
    def upgrade_ops_list(self):
        return self._upgrade_ops

    @property
    def downgrade_ops_list(self):
        return self._downgrade_ops
