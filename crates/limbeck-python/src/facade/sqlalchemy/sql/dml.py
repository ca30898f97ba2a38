"""INSERT, UPDATE, DELETE."""

from .._core import Construct, current_dialect
from .elements import ClauseElement, Executable, bound
from .selectable import Chain, Derived, SelectBase, entity


class UpdateBase(Executable, ClauseElement):
    """Statements that change rows."""

    is_dml = True
    __hash__ = object.__hash__
    table = None
    _chain = frozenset()
    _given = None  # names of columns that `values()` named so far
    _returning = ()

    def _on(self, table):
        self.table = table
        return self

    def __getattr__(self, name):
        if name in self._chain:
            return Chain(self, name)
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def _next(self, name, args, kwargs):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        if name == "returning":
            made._returning = self._returning + args
        elif name == "values" or name == "ordered_values" or name == "set_":
            args, kwargs = self._assigned(made, args, kwargs)
        ClauseElement.__init__(made, "." + name, (self,) + args, kwargs)
        return made

    def _assigned(self, made, args, kwargs):
        """The values as their columns' types want them."""
        from .selectable import TableClause

        table = self.table if isinstance(self.table, TableClause) else None
        names = set(self._given or ())

        def one(key, value):
            name = key if isinstance(key, str) else getattr(key, "key", key)
            names.add(name)
            column = table.c.get(name) if table is not None and isinstance(name, str) else None
            return value if column is None else bound(column, value)

        def whole(item):
            if isinstance(item, dict):
                return {k: one(k, v) for k, v in item.items()}
            if isinstance(item, (list, tuple)) and item and isinstance(item[0], (dict, tuple, list)):
                if isinstance(item[0], dict):
                    return [whole(i) for i in item]
                if isinstance(item, list) and table is not None:
                    return [whole(i) for i in item]
            if isinstance(item, (list, tuple)) and table is not None and item and not isinstance(item[0], tuple):
                columns = list(table.c)
                return type(item)([one(c.key, v) for c, v in zip(columns, item)])
            return item

        args = tuple([whole(a) for a in args])
        kwargs = {k: one(k, v) for k, v in kwargs.items()}
        made._given = names
        made._many = bool(args) and isinstance(args[0], list)
        return args, kwargs

    def cte(self, *args, **kwargs):
        return Derived(".cte", (self,) + args, kwargs)

    def execution_options(self, **options):
        return Executable.execution_options(self, **options)

    @property
    def _entities(self):
        return self._returning

    _many = False


class Insert(UpdateBase):
    is_insert = True
    _chain = frozenset(("values from_select returning prefix_with inline return_defaults on_conflict_do_nothing on_conflict_do_update"
                        " on_duplicate_key_update add_cte with_dialect_options").split())
    _select = False

    def _next(self, name, args, kwargs):
        made = UpdateBase._next(self, name, args, kwargs)
        if name == "from_select":
            made._select = True
        return made

    @property
    def excluded(self):
        """The row that conflicted, on PostgreSQL and SQLite."""
        return Row(self, "excluded")

    @property
    def inserted(self):
        """The row that conflicted, on MySQL."""
        return Row(self, "inserted")


class Row:
    """`insert.excluded.name`."""

    def __init__(self, owner, name):
        from .elements import Call

        self._call = Call("getattr", (owner, name))

    def __getattr__(self, name):
        from .elements import Expression

        if name.startswith("__"):
            raise AttributeError(name)
        return Expression("getattr", (self._call, name))

    __getitem__ = __getattr__


class Update(UpdateBase):
    is_update = True
    _chain = frozenset("where filter filter_by values ordered_values returning prefix_with inline return_defaults with_hint add_cte with_dialect_options".split())


class Delete(UpdateBase):
    is_delete = True
    _chain = frozenset("where filter filter_by returning prefix_with with_hint add_cte with_dialect_options".split())


def insert(table):
    """INSERT INTO table."""
    return Insert("sqlalchemy.insert", (entity(table),))._on(entity(table))


def update(table):
    """UPDATE table."""
    return Update("sqlalchemy.update", (entity(table),))._on(entity(table))


def delete(table):
    """DELETE FROM table."""
    return Delete("sqlalchemy.delete", (entity(table),))._on(entity(table))


def with_defaults(statement, parameters):
    """Statement and parameters with the Python-side defaults of the Table filled in, as SQLAlchemy does at execution."""
    from .schema import Table

    table = statement.table
    if not (statement.is_insert or statement.is_update):
        return statement, parameters
    if not isinstance(table, Table):  # `sa.table(...)` has types, and no defaults
        columns = getattr(table, "c", None)
        if parameters and columns is not None and hasattr(columns, "get"):
            many = isinstance(parameters, list)
            rows = [_converted(table, row) for row in (parameters if many else [parameters])]
            parameters = rows if many else rows[0]
        return statement, parameters
    if statement.is_insert and statement._select:
        return statement, parameters
    attribute = "default" if statement.is_insert else "onupdate"
    given = statement._given or set()
    many = parameters if isinstance(parameters, list) else None
    named = set(parameters or ()) if isinstance(parameters, dict) else set()
    missing = [c for c in table.c if getattr(c, attribute) is not None and c.key not in given and c.key not in named]
    if statement.is_update and not given and not named and many is None:
        return statement, parameters
    if many is not None:
        rows = [_converted(table, row) for row in many]
        for column in missing:
            for row in rows:
                if column.key not in row:
                    value = getattr(column, attribute).evaluate()
                    if value is not None:
                        row[column.key] = _sent(column, value)
        return statement, rows
    if parameters:
        parameters = _converted(table, parameters)
    if statement._many:
        rows = [dict(r) for r in statement._args[1]] if len(statement._args) > 1 and isinstance(statement._args[1], list) else None
        if missing and rows is not None:
            for row in rows:
                for column in missing:
                    if column.key not in row:
                        row[column.key] = bound(column, getattr(column, attribute).evaluate())
            return statement._args[0].values(rows), parameters
        return statement, parameters
    extra = {}
    for column in missing:
        value = getattr(column, attribute).evaluate()
        if value is not None:
            extra[column.key] = value
    return (statement.values(extra) if extra else statement), parameters


def _converted(table, row):
    made = {}
    for key, value in row.items():
        column = table.c.get(key)
        made[key] = value if column is None else _sent(column, value)
    return made


def _sent(column, value):
    return value if isinstance(value, Construct) else column.type._send(value, current_dialect())
