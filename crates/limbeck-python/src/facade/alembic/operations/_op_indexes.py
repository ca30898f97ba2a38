"""Operations on indexes."""

from ._names import settle
from ._op_base import _BuiltIn, _columns, _given, _table
from ._trees import element_tree, option_items


class CreateIndexOp(_BuiltIn):
    """`op.create_index`"""

    def __init__(self, index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw):
        self.index_name, self.table_name, self.columns, self.schema = index_name, table_name, columns, schema
        self.unique, self.if_not_exists, self.kw = unique, if_not_exists, kw

    @classmethod
    def from_index(cls, index):
        settle(index.table)
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
        settle(index.table)
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
