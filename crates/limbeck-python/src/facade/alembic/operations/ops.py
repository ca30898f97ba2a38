"""Operations as objects: what autogenerate finds, and what env.py puts in its place. `__limbeck__` gives the directive that does it."""

from ._trees import check_condition, column_tree, element_tree, item_tree, option_items


def _given(**kw):
    return {k: v for k, v in kw.items() if v is not None}


class MigrateOperation:
    """Base of operations."""

    _mutations = frozenset()

    @property
    def info(self):
        return self.__dict__.setdefault("_info", {})

    @info.setter
    def info(self, value):
        self.__dict__["_info"] = {} if value is None else value

    def reverse(self):
        raise NotImplementedError

    def to_diff_tuple(self):
        raise NotImplementedError


class _BuiltIn(MigrateOperation):
    _built_in = True


def _table(name, schema, *items):
    from sqlalchemy.sql.schema import MetaData, Table

    return Table(name, MetaData(), *items, schema=schema)


def _columns(names):
    from sqlalchemy.sql.schema import Column

    made = []
    for name in names:
        if name not in made:
            made.append(name)
    return [Column(name) for name in made]


# tables


class CreateTableOp(_BuiltIn):
    """`op.create_table`"""

    def __init__(self, table_name, columns, *, schema=None, if_not_exists=None, _namespace_metadata=None, _constraints_included=False, **kw):
        self.table_name, self.columns, self.schema, self.if_not_exists = table_name, columns, schema, if_not_exists
        self.info = kw.pop("info", {})
        self.comment = kw.pop("comment", None)
        self.prefixes = kw.pop("prefixes", None)
        self.kw = kw
        self._namespace_metadata = _namespace_metadata
        self._constraints_included = _constraints_included

    @classmethod
    def from_table(cls, table, *, _namespace_metadata=None):
        """Everything of the table but its indexes."""
        constraints = sorted(table.constraints, key=lambda c: (type(c).__name__, str(c.name or ""), [str(k) for k in getattr(c, "column_keys", ())]))
        return cls(table.name, list(table.c) + constraints, schema=table.schema, _namespace_metadata=_namespace_metadata or table.metadata,
                   _constraints_included=True, comment=table.comment, info=dict(table.info), prefixes=list(table._prefixes), **table.dialect_kwargs)

    def _brought(self):
        """Constraints that columns bring along and that are listed by themselves too; None: whatever they bring is."""
        return None if self._constraints_included else [c for c in self.columns if getattr(c, "__limbeck_name__", None) != "sqlalchemy.Column"]

    def to_table(self, migration_context=None):
        from sqlalchemy._trees import build

        items = [build(_whole(_Item(c, self._brought()).__limbeck__())) for c in self.columns]
        table = _table(self.table_name, self.schema, *items)
        table.comment, table.info = self.comment, dict(self.info)
        return table

    def reverse(self):
        return DropTableOp.from_table(self.to_table(), _namespace_metadata=self._namespace_metadata)

    def to_diff_tuple(self):
        return "add_table", self.to_table()

    def __limbeck__(self):
        args = (self.table_name,) + tuple([_Item(c, self._brought()) for c in self.columns])
        kw = _given(schema=self.schema, comment=self.comment, prefixes=list(self.prefixes or ()) or None, if_not_exists=self.if_not_exists)
        kw.update(option_items(self.kw))
        return "alembic.ops.create_table", args, kw


class _Item:
    """A column or constraint as it stands now, whatever was written. `listed`: constraints that stand beside the columns; None when all do."""

    def __init__(self, item, listed):
        self.item, self.listed = item, listed

    def __limbeck__(self):
        return item_tree(self.item, self.listed is not None, self.listed or ())


def _whole(tree):
    """A tree with all that is below it, as plain tuples."""
    if hasattr(tree, "__limbeck__") and not isinstance(tree, type) and not isinstance(tree, str):
        return tree if hasattr(tree, "_base_tree") else _whole(tree.__limbeck__())
    if isinstance(tree, tuple):
        return tuple([_whole(t) for t in tree])
    if isinstance(tree, list):
        return [_whole(t) for t in tree]
    if isinstance(tree, dict):
        return {k: _whole(v) for k, v in tree.items()}
    return tree


class DropTableOp(_BuiltIn):
    """`op.drop_table`"""

    def __init__(self, table_name, *, schema=None, if_exists=None, table_kw=None, _reverse=None):
        table_kw = dict(table_kw or {})
        self.table_name, self.schema, self.if_exists, self._reverse = table_name, schema, if_exists, _reverse
        self.comment, self.info, self.prefixes = table_kw.pop("comment", None), table_kw.pop("info", None), table_kw.pop("prefixes", None)
        self.table_kw = table_kw

    @classmethod
    def from_table(cls, table, *, _namespace_metadata=None):
        back = CreateTableOp.from_table(table, _namespace_metadata=_namespace_metadata)
        return cls(table.name, schema=table.schema, table_kw=dict(table.dialect_kwargs, comment=table.comment, info=dict(table.info)), _reverse=back)

    def to_table(self, migration_context=None):
        return _table(self.table_name, self.schema) if self._reverse is None else self._reverse.to_table()

    def reverse(self):
        return CreateTableOp.from_table(self.to_table())

    def to_diff_tuple(self):
        return "remove_table", self.to_table()

    def __limbeck__(self):
        return "alembic.ops.drop_table", (self.table_name,), _given(schema=self.schema, if_exists=self.if_exists)


class AlterTableOp(_BuiltIn):
    """Base of what changes a table that stays."""

    def __init__(self, table_name, *, schema=None):
        self.table_name, self.schema = table_name, schema


class RenameTableOp(AlterTableOp):
    """`op.rename_table`"""

    def __init__(self, old_table_name, new_table_name, *, schema=None):
        AlterTableOp.__init__(self, old_table_name, schema=schema)
        self.new_table_name = new_table_name

    def __limbeck__(self):
        return "alembic.ops.rename_table", (self.table_name, self.new_table_name), _given(schema=self.schema)


class CreateTableCommentOp(AlterTableOp):
    """`op.create_table_comment`"""

    def __init__(self, table_name, comment, *, schema=None, existing_comment=None):
        AlterTableOp.__init__(self, table_name, schema=schema)
        self.comment, self.existing_comment = comment, existing_comment

    def reverse(self):
        if self.existing_comment is None:
            return DropTableCommentOp(self.table_name, existing_comment=self.comment, schema=self.schema)
        return CreateTableCommentOp(self.table_name, self.existing_comment, existing_comment=self.comment, schema=self.schema)

    def to_table(self, migration_context=None):
        table = _table(self.table_name, self.schema)
        table.comment = self.comment
        return table

    def to_diff_tuple(self):
        return "add_table_comment", self.to_table(), self.existing_comment

    def __limbeck__(self):
        return "alembic.ops.create_table_comment", (self.table_name, self.comment), _given(existing_comment=self.existing_comment, schema=self.schema)


class DropTableCommentOp(AlterTableOp):
    """`op.drop_table_comment`"""

    def __init__(self, table_name, *, schema=None, existing_comment=None):
        AlterTableOp.__init__(self, table_name, schema=schema)
        self.existing_comment = existing_comment

    def reverse(self):
        return CreateTableCommentOp(self.table_name, self.existing_comment, schema=self.schema)

    def to_table(self, migration_context=None):
        return _table(self.table_name, self.schema)

    def to_diff_tuple(self):
        return "remove_table_comment", self.to_table()

    def __limbeck__(self):
        return "alembic.ops.drop_table_comment", (self.table_name,), _given(existing_comment=self.existing_comment, schema=self.schema)


# columns


class AddColumnOp(AlterTableOp):
    """`op.add_column`"""

    def __init__(self, table_name, column, *, schema=None, if_not_exists=None, inline_references=None, inline_primary_key=None, **kw):
        AlterTableOp.__init__(self, table_name, schema=schema)
        self.column, self.if_not_exists = column, if_not_exists
        self.inline_references, self.inline_primary_key, self.kw = inline_references, inline_primary_key, kw

    @classmethod
    def from_column(cls, column):
        return cls(column.table.name, column, schema=column.table.schema)

    @classmethod
    def from_column_and_tablename(cls, schema, tname, column):
        return cls(tname, column, schema=schema)

    def to_column(self):
        return self.column

    def reverse(self):
        made = DropColumnOp.from_column_and_tablename(self.schema, self.table_name, self.column)
        made.if_exists = self.if_not_exists
        return made

    def to_diff_tuple(self):
        return "add_column", self.schema, self.table_name, self.column

    def __limbeck__(self):
        kw = _given(schema=self.schema, if_not_exists=self.if_not_exists)
        kw.update(self.kw)
        return "alembic.ops.add_column", (self.table_name, _Item(self.column, None)), kw


class DropColumnOp(AlterTableOp):
    """`op.drop_column`"""

    def __init__(self, table_name, column_name, *, schema=None, if_exists=None, _reverse=None, **kw):
        AlterTableOp.__init__(self, table_name, schema=schema)
        self.column_name, self.if_exists, self._reverse, self.kw = column_name, if_exists, _reverse, kw

    @classmethod
    def from_column_and_tablename(cls, schema, tname, column):
        return cls(tname, column.name, schema=schema, _reverse=AddColumnOp.from_column_and_tablename(schema, tname, column))

    def to_column(self, migration_context=None):
        if self._reverse is not None:
            return self._reverse.column
        from sqlalchemy.sql.schema import Column

        return Column(self.column_name)

    def reverse(self):
        if self._reverse is None:
            raise ValueError("operation is not reversible; original column is not present")
        return AddColumnOp.from_column_and_tablename(self.schema, self.table_name, self._reverse.column)

    def to_diff_tuple(self):
        return "remove_column", self.schema, self.table_name, self.to_column()

    def __limbeck__(self):
        kw = _given(schema=self.schema, if_exists=self.if_exists)
        kw.update(option_items(self.kw))
        return "alembic.ops.drop_column", (self.table_name, self.column_name), kw


class AlterColumnOp(AlterTableOp):
    """`op.alter_column`"""

    def __init__(self, table_name, column_name, *, schema=None, existing_type=None, existing_server_default=False, existing_nullable=None, existing_comment=None,
                 modify_nullable=None, modify_comment=False, modify_server_default=False, modify_name=None, modify_type=None, **kw):
        AlterTableOp.__init__(self, table_name, schema=schema)
        self.column_name, self.existing_type, self.existing_server_default = column_name, existing_type, existing_server_default
        self.existing_nullable, self.existing_comment = existing_nullable, existing_comment
        self.modify_nullable, self.modify_comment, self.modify_server_default = modify_nullable, modify_comment, modify_server_default
        self.modify_name, self.modify_type, self.kw = modify_name, modify_type, kw

    def has_changes(self):
        return (self.modify_nullable is not None or self.modify_server_default is not False or self.modify_type is not None or self.modify_comment is not False
                or self.modify_name is not None or any([k.startswith("modify_") for k in self.kw]))

    def to_diff_tuple(self):
        existing = {"existing_nullable": self.existing_nullable, "existing_type": self.existing_type,
                    "existing_server_default": self.existing_server_default, "existing_comment": self.existing_comment}
        diffs = []

        def diff(kind, old, new):
            kept = {k: v for k, v in existing.items() if k != "existing_" + ("server_default" if kind == "default" else kind)}
            diffs.append(("modify_" + kind, self.schema, self.table_name, self.column_name, kept, old, new))

        if self.modify_type is not None:
            diff("type", self.existing_type, self.modify_type)
        if self.modify_nullable is not None:
            diff("nullable", self.existing_nullable, self.modify_nullable)
        if self.modify_server_default is not False:
            diff("default", self.existing_server_default, self.modify_server_default)
        if self.modify_comment is not False:
            diff("comment", self.existing_comment, self.modify_comment)
        return diffs

    def reverse(self):
        made = AlterColumnOp(self.table_name, self.column_name, schema=self.schema, existing_type=self.existing_type, existing_nullable=self.existing_nullable,
                             existing_server_default=self.existing_server_default, existing_comment=self.existing_comment, **self.kw)
        if self.modify_type is not None:
            made.existing_type, made.modify_type = self.modify_type, self.existing_type
        if self.modify_nullable is not None:
            made.existing_nullable, made.modify_nullable = self.modify_nullable, self.existing_nullable
        if self.modify_server_default is not False:
            made.existing_server_default, made.modify_server_default = self.modify_server_default, self.existing_server_default
        if self.modify_comment is not False:
            made.existing_comment, made.modify_comment = self.modify_comment, self.existing_comment
        if self.modify_name is not None:
            made.column_name, made.modify_name = self.modify_name, self.column_name
        return made

    def __limbeck__(self):
        kw = _given(schema=self.schema, existing_type=self.existing_type, existing_nullable=self.existing_nullable, existing_comment=self.existing_comment,
                    nullable=self.modify_nullable, new_column_name=self.modify_name, type_=self.modify_type)
        if self.existing_server_default is not False and self.existing_server_default is not None:
            kw["existing_server_default"] = self.existing_server_default
        if self.modify_server_default is not False:
            kw["server_default"] = self.modify_server_default
        if self.modify_comment is not False:
            kw["comment"] = self.modify_comment
        kw.update(self.kw)
        return "alembic.ops.alter_column", (self.table_name, self.column_name), kw


# indexes


class CreateIndexOp(_BuiltIn):
    """`op.create_index`"""

    def __init__(self, index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw):
        self.index_name, self.table_name, self.columns, self.schema = index_name, table_name, columns, schema
        self.unique, self.if_not_exists, self.kw = unique, if_not_exists, kw

    @classmethod
    def from_index(cls, index):
        return cls(index.name, index.table.name, list(index.expressions), schema=index.table.schema, unique=index.unique, **index.dialect_kwargs)

    def to_index(self, migration_context=None):
        from sqlalchemy.sql.schema import Index

        table = _table(self.table_name, self.schema, *_columns([c for c in self.columns if isinstance(c, str)]))
        return Index(self.index_name, *[table.c[c] if isinstance(c, str) else c for c in self.columns], unique=bool(self.unique), _table=table, **self.kw)

    def reverse(self):
        return DropIndexOp.from_index(self.to_index())

    def to_diff_tuple(self):
        return "add_index", self.to_index()

    def __limbeck__(self):
        kw = _given(schema=self.schema, if_not_exists=self.if_not_exists)
        kw["unique"] = bool(self.unique)
        kw.update(option_items(self.kw))
        return "alembic.ops.create_index", (self.index_name, self.table_name, [element_tree(c) for c in self.columns]), kw


class DropIndexOp(_BuiltIn):
    """`op.drop_index`"""

    def __init__(self, index_name, table_name=None, *, schema=None, if_exists=None, _reverse=None, **kw):
        self.index_name, self.table_name, self.schema, self.if_exists, self._reverse, self.kw = index_name, table_name, schema, if_exists, _reverse, kw

    @classmethod
    def from_index(cls, index):
        return cls(index.name, table_name=index.table.name, schema=index.table.schema, _reverse=CreateIndexOp.from_index(index), **index.dialect_kwargs)

    def to_index(self, migration_context=None):
        if self._reverse is not None:
            return self._reverse.to_index()
        from sqlalchemy.sql.schema import Index

        return Index(self.index_name, _table=_table(self.table_name, self.schema), **self.kw)

    def reverse(self):
        return CreateIndexOp.from_index(self.to_index())

    def to_diff_tuple(self):
        return "remove_index", self.to_index()

    def __limbeck__(self):
        kw = _given(schema=self.schema, if_exists=self.if_exists)
        kw.update(option_items(self.kw))
        return "alembic.ops.drop_index", (self.index_name, self.table_name), kw


# constraints


class AddConstraintOp(_BuiltIn):
    """Base of what adds a constraint."""

    constraint_type = None

    @classmethod
    def from_constraint(cls, constraint):
        made = _BY_CONSTRAINT.get(type(constraint).__name__)
        if made is None:
            raise ValueError("no dispatch function for object: %r" % (constraint,))
        return made.from_constraint(constraint)

    def to_constraint(self, migration_context=None):
        raise NotImplementedError

    def reverse(self):
        return DropConstraintOp.from_constraint(self.to_constraint())

    def to_diff_tuple(self):
        return "add_constraint", self.to_constraint()


def _attached(constraint, table_name, schema, columns):
    table = _table(table_name, schema, *_columns(columns))
    table.append_constraint(constraint)
    return constraint


class CreateUniqueConstraintOp(AddConstraintOp):
    """`op.create_unique_constraint`"""

    constraint_type = "unique"

    def __init__(self, constraint_name, table_name, columns, *, schema=None, **kw):
        self.constraint_name, self.table_name, self.columns, self.schema, self.kw = constraint_name, table_name, columns, schema, kw

    @classmethod
    def from_constraint(cls, constraint):
        kw = _given(deferrable=constraint.deferrable, initially=constraint.initially)
        kw.update(constraint.dialect_kwargs)
        return cls(constraint.name, constraint.table.name, [c.name for c in constraint.columns], schema=constraint.table.schema, **kw)

    def to_constraint(self, migration_context=None):
        from sqlalchemy.sql.schema import UniqueConstraint

        return _attached(UniqueConstraint(*self.columns, name=self.constraint_name, **self.kw), self.table_name, self.schema, self.columns)

    def __limbeck__(self):
        kw = dict(_given(schema=self.schema), **option_items(self.kw))
        return "alembic.ops.create_unique_constraint", (self.constraint_name, self.table_name, list(self.columns)), kw


class CreatePrimaryKeyOp(CreateUniqueConstraintOp):
    """`op.create_primary_key`"""

    constraint_type = "primarykey"

    def to_constraint(self, migration_context=None):
        from sqlalchemy.sql.schema import PrimaryKeyConstraint

        return _attached(PrimaryKeyConstraint(*self.columns, name=self.constraint_name, **self.kw), self.table_name, self.schema, self.columns)

    def __limbeck__(self):
        name, args, kw = CreateUniqueConstraintOp.__limbeck__(self)
        return "alembic.ops.create_primary_key", args, kw


class CreateForeignKeyOp(AddConstraintOp):
    """`op.create_foreign_key`"""

    constraint_type = "foreignkey"

    def __init__(self, constraint_name, source_table, referent_table, local_cols, remote_cols, **kw):
        self.constraint_name, self.source_table, self.referent_table = constraint_name, source_table, referent_table
        self.local_cols, self.remote_cols, self.kw = local_cols, remote_cols, kw

    @classmethod
    def from_constraint(cls, constraint):
        parts = [e._parts() for e in constraint.elements]
        kw = _given(onupdate=constraint.onupdate, ondelete=constraint.ondelete, initially=constraint.initially, deferrable=constraint.deferrable,
                    use_alter=constraint.use_alter or None, match=constraint.match, source_schema=constraint.table.schema, referent_schema=parts[0][0])
        kw.update(constraint.dialect_kwargs)
        return cls(constraint.name, constraint.table.name, parts[0][1], [c.name for c in constraint.columns], [p[2] for p in parts], **kw)

    def to_constraint(self, migration_context=None):
        from sqlalchemy.sql.schema import ForeignKeyConstraint

        kw = dict(self.kw)
        source, target = kw.pop("source_schema", None), kw.pop("referent_schema", None)
        remote = self.referent_table if target is None else "%s.%s" % (target, self.referent_table)
        made = ForeignKeyConstraint(list(self.local_cols), ["%s.%s" % (remote, c) for c in self.remote_cols], name=self.constraint_name, **kw)
        return _attached(made, self.source_table, source, self.local_cols)

    def to_diff_tuple(self):
        return "add_fk", self.to_constraint()

    def __limbeck__(self):
        args = (self.constraint_name, self.source_table, self.referent_table, list(self.local_cols), list(self.remote_cols))
        return "alembic.ops.create_foreign_key", args, option_items(self.kw)


class CreateCheckConstraintOp(AddConstraintOp):
    """`op.create_check_constraint`"""

    constraint_type = "check"

    def __init__(self, constraint_name, table_name, condition, *, schema=None, **kw):
        self.constraint_name, self.table_name, self.condition, self.schema, self.kw = constraint_name, table_name, condition, schema, kw

    @classmethod
    def from_constraint(cls, constraint):
        return cls(constraint.name, constraint.table.name, constraint.sqltext, schema=constraint.table.schema, **constraint.dialect_kwargs)

    def to_constraint(self, migration_context=None):
        from sqlalchemy.sql.schema import CheckConstraint

        return _attached(CheckConstraint(self.condition, name=self.constraint_name, **self.kw), self.table_name, self.schema, [])

    def __limbeck__(self):
        kw = dict(_given(schema=self.schema), **option_items(self.kw))
        return "alembic.ops.create_check_constraint", (self.constraint_name, self.table_name, check_condition(self.condition)), kw


class CreateExcludeConstraintOp(AddConstraintOp):
    """`op.create_exclude_constraint`"""

    constraint_type = "exclude"

    def __init__(self, constraint_name, table_name, elements, *, where=None, schema=None, **kw):
        self.constraint_name, self.table_name, self.elements, self.where, self.schema, self.kw = constraint_name, table_name, elements, where, schema, kw

    def __limbeck__(self):
        kw = dict(_given(where=self.where, schema=self.schema), **self.kw)
        return "alembic.ops.create_exclude_constraint", (self.constraint_name, self.table_name) + tuple(self.elements), kw


_BY_CONSTRAINT = {"UniqueConstraint": CreateUniqueConstraintOp, "PrimaryKeyConstraint": CreatePrimaryKeyOp, "ForeignKeyConstraint": CreateForeignKeyOp,
                  "CheckConstraint": CreateCheckConstraintOp}
_KINDS = {"UniqueConstraint": "unique", "PrimaryKeyConstraint": "primary", "ForeignKeyConstraint": "foreignkey", "CheckConstraint": "check"}


class DropConstraintOp(_BuiltIn):
    """`op.drop_constraint`"""

    def __init__(self, constraint_name, table_name, type_=None, *, schema=None, if_exists=None, _reverse=None):
        self.constraint_name, self.table_name, self.constraint_type = constraint_name, table_name, type_
        self.schema, self.if_exists, self._reverse = schema, if_exists, _reverse

    @classmethod
    def from_constraint(cls, constraint):
        return cls(constraint.name, constraint.table.name, schema=constraint.table.schema, type_=_KINDS.get(type(constraint).__name__),
                   _reverse=AddConstraintOp.from_constraint(constraint))

    def to_constraint(self):
        if self._reverse is None:
            raise ValueError("constraint cannot be produced; original constraint is not present")
        return self._reverse.to_constraint()

    def reverse(self):
        return AddConstraintOp.from_constraint(self.to_constraint())

    def to_diff_tuple(self):
        return "remove_fk" if self.constraint_type == "foreignkey" else "remove_constraint", self.to_constraint()

    def __limbeck__(self):
        kw = _given(schema=self.schema, type_=self.constraint_type, if_exists=self.if_exists)
        return "alembic.ops.drop_constraint", (self.constraint_name, self.table_name), kw


# data


class BulkInsertOp(_BuiltIn):
    """`op.bulk_insert`; autogenerate does not write it, as in Alembic."""

    def __init__(self, table, rows, *, multiinsert=True):
        self.table, self.rows, self.multiinsert = table, rows, multiinsert

    def __limbeck__(self):
        return "alembic.ops.bulk_insert", (self.table, self.rows), {} if self.multiinsert else {"multiinsert": False}


class ExecuteSQLOp(_BuiltIn):
    """`op.execute`"""

    def __init__(self, sqltext, *, execution_options=None):
        self.sqltext, self.execution_options = sqltext, execution_options

    def to_diff_tuple(self):
        return "execute", self.sqltext

    def __limbeck__(self):
        return "alembic.ops.execute", (self.sqltext,), _given(execution_options=self.execution_options)


# containers


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
