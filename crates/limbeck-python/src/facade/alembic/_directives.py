"""How a directive is recorded: checked against Alembic's signature, then handed to Rust as written."""

import _limbeck
from sqlalchemy._core import Declaration, caller

from ._signatures import BATCH, BLOCK, OPERATIONS, check


def directive(name, operations, in_batch=False):
    """The function `op.NAME` or `batch_op.NAME`; `operations` is the object that custom parts get."""
    spec = (BATCH if in_batch else OPERATIONS)[name]
    special = _SPECIAL.get(name)

    def run(*args, **kwargs):
        check(name, spec, args, kwargs)
        file, line = caller()
        if special is not None:
            return special(name, args, kwargs, in_batch, file, line)
        _limbeck.directive(name, args, kwargs, in_batch, file, line)
        return None

    run.__name__ = run.__qualname__ = name
    return run


def _declared(value):
    """A Table, and a Column that belongs to one already, go in as they were declared."""
    if not hasattr(value, "_declared"):
        return value
    whole = value.__limbeck_name__ == "sqlalchemy.Table" or getattr(value, "table", None) is not None
    return Declaration(value) if whole else value


def _create_table(name, args, kwargs, in_batch, file, line):
    from sqlalchemy.sql.schema import Table

    _limbeck.directive(name, tuple([_declared(a) for a in args]), kwargs, in_batch, file, line)
    table_name = args[0] if args else kwargs["table_name"]
    return Table._deferred(table_name, args[1:], {k: v for k, v in kwargs.items() if k != "table_name"})


def _add_column(name, args, kwargs, in_batch, file, line):
    _limbeck.directive(name, tuple([_declared(a) for a in args]), {k: _declared(v) for k, v in kwargs.items()}, in_batch, file, line)


def _bulk_insert(name, args, kwargs, in_batch, file, line):
    table = args[0] if args else kwargs["table"]
    rows = args[1] if len(args) > 1 else kwargs["rows"]
    if not isinstance(rows, list):
        raise TypeError("List expected")
    if rows and not isinstance(rows[0], dict):
        raise TypeError("List of dictionaries expected")
    rows = complete(table, rows)
    if len(args) > 1:
        args = (table, rows) + args[2:]
    else:
        kwargs = dict(kwargs, rows=rows)
    _limbeck.directive(name, args, kwargs, in_batch, file, line)


def complete(table, rows):
    """Rows with user types converted and, for a Table, Python-side defaults filled in."""
    from sqlalchemy.sql.dml import with_defaults
    from sqlalchemy.sql.elements import bound
    from sqlalchemy.sql.schema import Table

    if isinstance(table, Table):
        plain = [{k: v for k, v in row.items() if not hasattr(v, "__limbeck__")} for row in rows]
        _, filled = with_defaults(table.insert(), plain) if plain else (None, [])
        return [dict(done, **{k: v for k, v in row.items() if k not in done}) for row, done in zip(rows, filled)]
    columns = getattr(table, "c", None)
    if columns is None:
        return rows
    made = []
    for row in rows:
        made.append({k: v if columns.get(k) is None else bound(columns.get(k), v) for k, v in row.items()})
    return made


def _execute(name, args, kwargs, in_batch, file, line):
    statement = args[0] if args else kwargs["sqltext"]
    if getattr(statement, "is_dml", False):
        from sqlalchemy._core import current_dialect
        from sqlalchemy.engine.base import prepared

        statement, _ = prepared(statement, None, current_dialect())
        if args:
            args = (statement,) + args[1:]
        else:
            kwargs = dict(kwargs, sqltext=statement)
    _limbeck.directive(name, args, kwargs, in_batch, file, line)


_SPECIAL = {"create_table": _create_table, "add_column": _add_column, "bulk_insert": _bulk_insert, "execute": _execute}


def invoked(name, args, kwargs, columns):
    """What an operation object does: `op.invoke(CreateTableOp(...))`."""
    file, line = caller()
    if name in ("bulk_insert", "execute"):
        return _SPECIAL[name](name, args, kwargs, False, file, line)
    _limbeck.directive(name, args, kwargs, False, file, line)
    if name != "create_table":
        return None
    from sqlalchemy.sql.schema import Table

    return Table._deferred(args[0], tuple(columns), kwargs)


class BatchBlock:
    """`with op.batch_alter_table(...) as batch_op:`"""

    def __init__(self, args, kwargs):
        check("batch_alter_table", BLOCK, args, kwargs)
        self._args = tuple([_declared(a) for a in args])
        self._kwargs = {k: _declared(v) for k, v in kwargs.items()}

    def __enter__(self):
        from .operations.base import BatchOperations

        file, line = caller()
        _limbeck.begin_batch(self._args, self._kwargs, file, line)
        given = dict(zip(("table_name", "schema"), self._args), **self._kwargs)
        return BatchOperations(given["table_name"], given.get("schema"))

    def __exit__(self, kind, value, trace):
        _limbeck.end_batch(kind is not None)
        return False


class AutocommitBlock:
    """`with op.get_context().autocommit_block():`"""

    def __enter__(self):
        file, line = caller()
        _limbeck.begin_autocommit(file, line)

    def __exit__(self, kind, value, trace):
        _limbeck.end_autocommit(kind is not None)
        return False
