"""What schema items share."""

from .._core import Construct
from .elements import ColumnClause, own_type


class SchemaItem(Construct):
    """A part of a schema."""

    __visit_name__ = "schema_item"
    info = None

    def __init__(self, *args, **kwargs):
        self._args = args
        self._kwargs = kwargs

    def __repr__(self):
        parts = [repr(a) for a in self._args] + ["%s=%r" % item for item in self._kwargs.items()]
        return "%s(%s)" % (type(self).__name__, ", ".join(parts))

    def _set_parent(self, parent):
        pass


class SchemaVisitable:
    pass


class HasSchemaAttr:
    schema = None


def is_column(item):
    """Whether `item` is a Column of a table."""
    return getattr(type(item), "_of_schema", False)


def table_key(name, schema):
    return name if schema is None else "%s.%s" % (schema, name)


def run_ddl(bind, ddl):
    connection, mine = connected(bind)
    try:
        connection.execute(ddl)
        if mine:
            connection.commit()
    finally:
        if mine:
            connection.close()


def connected(bind):
    """A connection of `bind`, and whether it was opened for this."""
    from ..engine.base import Engine

    return (bind.connect(), True) if isinstance(bind, Engine) else (bind, False)


def first_column(tree):
    if is_column(tree):
        return tree
    for item in tree._args:
        if isinstance(item, Construct):
            found = first_column(item)
            if found is not None:
                return found
    return None


def unattached(item):
    """A condition inside its own table's declaration refers to columns by name only."""
    if isinstance(item, ColumnClause):
        return Name(item)
    if isinstance(item, (list, tuple)):
        return type(item)([unattached(i) for i in item])
    if isinstance(item, Construct) and hasattr(item, "_args"):
        return Rewritten(item)
    return item


class Name:
    def __init__(self, column):
        self.column = column

    def __limbeck__(self):
        type_ = own_type(self.column)
        return "sqlalchemy.column", (self.column.name,) if type_ is None else (self.column.name, type_), {}


class Rewritten:
    def __init__(self, construct):
        self.construct = construct

    def __limbeck__(self):
        name, args, kwargs = self.construct.__limbeck__()
        return name, tuple([unattached(a) for a in args]), {k: unattached(v) for k, v in kwargs.items()}
