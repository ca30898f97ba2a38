"""Operations on whole tables."""

from ._names import settle
from ._op_base import AlterTableOp, _BuiltIn, _given, _table
from ._trees import item_tree, option_items


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
        settle(table)
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
