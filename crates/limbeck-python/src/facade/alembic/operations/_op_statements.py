"""Operations that are statements."""

from ._op_base import _BuiltIn, _given


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


class CodeOp(_BuiltIn):
    """Lines of a script as they stand: what limbeck writes where no directive of Alembic's says it."""

    def __init__(self, lines):
        self.lines = list(lines)

    def to_diff_tuple(self):
        return "execute", "\n".join(self.lines)

    def __limbeck__(self):
        return "alembic.ops.code", (self.lines,), {}
