"""SELECT, and what one can select from."""

from .elements import Call, ClauseElement, ColumnClause, ColumnCollection, ColumnElement, Executable, Expression
from .._core import Construct, Declaration

_FROM_METHODS = frozenset("alias lateral tablesample is_derived_from corresponding_column".split())


class Selectable(ClauseElement):
    """Something with rows."""


class AnyColumns:
    """The columns of something whose columns are not known here: `subquery.c.total`."""

    def __init__(self, owner):
        self._owner = owner

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name):
        made = Expression("getattr", (Call("getattr", (self._owner, "c")), name))
        made.name = made.key = name
        return made


class FromClause(Selectable):
    """Something that stands after FROM."""

    __hash__ = object.__hash__
    name = None
    schema = None

    @property
    def c(self):
        return AnyColumns(self)

    @property
    def columns(self):
        return self.c

    exported_columns = columns

    def select(self):
        """SELECT all of it."""
        return Select(".select", (self,))

    def join(self, *args, **kwargs):
        return Join(".join", (self,) + args, kwargs)

    def outerjoin(self, *args, **kwargs):
        return Join(".outerjoin", (self,) + args, kwargs)

    def alias(self, *args, **kwargs):
        return Derived(".alias", (self,) + args, kwargs)

    def lateral(self, *args, **kwargs):
        return Derived(".lateral", (self,) + args, kwargs)

    def tablesample(self, *args, **kwargs):
        return Derived(".tablesample", (self,) + args, kwargs)


class Derived(FromClause):
    """An alias, subquery or CTE."""

    _unnamed = 0

    def __init__(self, name, args, kwargs=None):
        kwargs = dict(kwargs or {})
        given = [a for a in args[1:] if isinstance(a, str)]
        self.name = given[0] if given else kwargs.get("name")
        if self.name is None and name.rpartition(".")[2] in ("alias", "subquery", "cte"):
            # A number tells it from others: the name is made up when the statement is written.
            Derived._unnamed += 1
            args = tuple([Derived._unnamed if i == 1 and a is None else a for i, a in enumerate(args)])
            if Derived._unnamed not in args[1:2]:
                kwargs["name"] = Derived._unnamed
        FromClause.__init__(self, name, args, kwargs)

    @property
    def c(self):
        base = self._args[0]
        if not isinstance(base, TableClause):
            return AnyColumns(self)
        known = self.__dict__.get("_c")
        if known is None:
            made = []
            for column in base.c:
                copy = Expression("getattr", (Call("getattr", (self, "c")), column.key))
                copy.name, copy.key, copy.type = column.name, column.key, column.type
                made.append(copy)
            known = self._c = ColumnCollection(made)
        return known

    columns = c

    def union(self, *others):
        return Derived(".union", (self,) + others)

    def union_all(self, *others):
        return Derived(".union_all", (self,) + others)

    def column_name(self, name):
        return self.c[name]

    def render_derived(self, *args, **kwargs):
        return Derived(".render_derived", (self,) + args, kwargs)


Alias = Subquery = CTE = Lateral = TableSample = NamedFromClause = TableValuedAlias = Derived


class Join(FromClause):
    """a JOIN b."""

    @property
    def left(self):
        return self._args[0]

    @property
    def right(self):
        return self._args[1]


class Values(FromClause):
    def data(self, rows):
        return Values(".data", (self, rows))


class TableClause(FromClause):
    """`table("name", column("id"), ...)`."""

    __limbeck_name__ = "sqlalchemy.table"
    primary_key = ()

    def __init__(self, name, *columns, **kw):
        for key in kw:
            if key != "schema":
                from ..exc import ArgumentError

                raise ArgumentError("Unsupported argument(s): [%r]" % key)
        self.name = name
        self.schema = kw.get("schema")
        self._written = kw
        self._c = ColumnCollection()
        for item in columns:
            self.append_column(item)

    def append_column(self, column, **kw):
        column.table = self
        self._c._columns[column.key] = column

    @property
    def c(self):
        return self._c

    columns = c

    def __limbeck__(self):
        return "sqlalchemy.table", (self.name,) + tuple([Declaration(c) for c in self._c]), self._written

    @property
    def fullname(self):
        return self.name if self.schema is None else "%s.%s" % (self.schema, self.name)

    @property
    def description(self):
        return self.name

    def __str__(self):
        return self.fullname

    def insert(self):
        from .dml import Insert

        return Insert(".insert", (self,))._on(self)

    def update(self):
        from .dml import Update

        return Update(".update", (self,))._on(self)

    def delete(self):
        from .dml import Delete

        return Delete(".delete", (self,))._on(self)


class SelectBase(Executable, Selectable):
    """SELECT, UNION and the like."""

    is_select = True
    __hash__ = object.__hash__
    _chain = frozenset()
    _types = None  # what the columns are, when known: list of (key, type) or entity descriptions

    def __getattr__(self, name):
        if name in self._chain:
            return Chain(self, name)
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def _next(self, name, args, kwargs):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        ClauseElement.__init__(made, "." + name, (self,) + args, kwargs)
        return made

    def subquery(self, *args, **kwargs):
        return Derived(".subquery", (self,) + args, kwargs)

    def alias(self, *args, **kwargs):
        return Derived(".alias", (self,) + args, kwargs)

    def cte(self, *args, **kwargs):
        return Derived(".cte", (self,) + args, kwargs)

    def lateral(self, *args, **kwargs):
        return Derived(".lateral", (self,) + args, kwargs)

    def scalar_subquery(self):
        return ScalarSelect(".scalar_subquery", (self,))

    def label(self, name):
        return self.scalar_subquery().label(name)

    def exists(self):
        return Exists(".exists", (self,))

    @property
    def selected_columns(self):
        return AnyColumns(self)

    @property
    def c(self):
        raise AttributeError("SELECT has no .c; use .subquery().c")


class Chain:
    """A method that gives the statement with one more part."""

    __slots__ = ("receiver", "name")

    def __init__(self, receiver, name):
        self.receiver = receiver
        self.name = name

    def __call__(self, *args, **kwargs):
        return self.receiver._next(self.name, args, kwargs)


class Select(SelectBase):
    _chain = frozenset(("where filter filter_by having group_by order_by limit offset fetch slice join outerjoin join_from outerjoin_from"
                        " select_from distinct with_for_update correlate correlate_except add_columns column with_only_columns union union_all"
                        " except_ except_all intersect intersect_all prefix_with suffix_with with_hint with_statement_hint set_label_style"
                        " add_cte options reduce_columns").split())
    _entities = ()

    def _next(self, name, args, kwargs):
        if name in ("union", "union_all", "except_", "except_all", "intersect", "intersect_all"):
            made = CompoundSelect("." + name, (self,) + args, kwargs)
            made._entities = self._entities
            return made
        if name == "options":
            return self  # loader options say how, not what
        made = SelectBase._next(self, name, tuple([entity(a) for a in args]) if name in ("join", "outerjoin", "select_from", "join_from") else args, kwargs)
        if name == "with_only_columns":
            made._entities = args
        elif name in ("add_columns", "column"):
            made._entities = self._entities + args
        return made


class CompoundSelect(SelectBase):
    _chain = frozenset("order_by group_by limit offset fetch slice with_for_update union union_all except_ except_all intersect intersect_all add_cte".split())
    _entities = ()


class TextualSelect(SelectBase):
    """`text(...).columns(...)`."""

    _chain = frozenset()

    def __init__(self, text, columns, types):
        SelectBase.__init__(self, ".columns", (text,) + columns, types)
        self._entities = columns


class ScalarSelect(ColumnElement):
    def where(self, *args):
        return ScalarSelect(".where", (self,) + args)

    def correlate(self, *args):
        return ScalarSelect(".correlate", (self,) + args)


class Exists(ColumnElement):
    """EXISTS (SELECT ...)."""

    _chain = frozenset("where select_from correlate correlate_except".split())

    def __getattr__(self, name):
        if name in self._chain:
            return lambda *args: Exists("." + name, (self,) + args)
        return ColumnElement.__getattr__(self, name)

    def select(self):
        return Select(".select", (self,))


def entity(item):
    """Mapped classes stand for their tables."""
    table = item.__dict__.get("__table__") if isinstance(item, type) else None
    return item if table is None else table


def select(*entities):
    """SELECT these columns or tables."""
    if len(entities) == 1 and isinstance(entities[0], (list, tuple, dict)):
        from ..exc import ArgumentError

        raise ArgumentError("Column expression, FROM clause, or other columns clause element expected, got %r. Did you mean to say select(%s)?"
                            % (entities[0], ", ".join([repr(e) for e in entities[0]])))
    made = Select("sqlalchemy.select", tuple([entity(e) for e in entities]))
    made._entities = entities
    return made


def table(name, *columns, **kw):
    """An ad-hoc table."""
    return TableClause(name, *columns, **kw)


def exists(*args):
    return Exists("sqlalchemy.exists", args)


def values(*args, **kwargs):
    return Values("sqlalchemy.values", args, kwargs)


def _compound(name):
    def function(*selects):
        made = CompoundSelect("sqlalchemy." + name, selects)
        made._entities = getattr(selects[0], "_entities", ()) if selects else ()
        return made

    function.__name__ = name
    return function


union = _compound("union")
union_all = _compound("union_all")
except_ = _compound("except_")
except_all = _compound("except_all")
intersect = _compound("intersect")
intersect_all = _compound("intersect_all")


def join(left, right, *args, **kwargs):
    return Join("sqlalchemy.join", (entity(left), entity(right)) + args, kwargs)


def outerjoin(left, right, *args, **kwargs):
    return Join("sqlalchemy.outerjoin", (entity(left), entity(right)) + args, kwargs)


def alias(selectable, *args, **kwargs):
    return Derived("sqlalchemy.alias", (selectable,) + args, kwargs)


def cte(selectable, *args, **kwargs):
    return Derived("sqlalchemy.cte", (selectable,) + args, kwargs)


def lateral(selectable, *args, **kwargs):
    return Derived("sqlalchemy.lateral", (selectable,) + args, kwargs)


LABEL_STYLE_TABLENAME_PLUS_COL = "tablename_plus_col"
LABEL_STYLE_NONE = "none"
LABEL_STYLE_DISAMBIGUATE_ONLY = "disambiguate_only"
LABEL_STYLE_DEFAULT = "default"
