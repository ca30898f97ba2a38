"""Operations on columns."""

from ._op_base import AlterTableOp, _given
from ._op_tables import _Item
from ._trees import option_items


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
