"""Defaults: of the server, of Python, sequences, computed and identity columns."""

from .._core import Construct
from .elements import check
from .items import SchemaItem, run_ddl


class DefaultGenerator(SchemaItem):
    column = None
    is_sequence = False


class FetchedValue(SchemaItem):
    """The server fills the column, how is not said."""

    __limbeck_name__ = "sqlalchemy.FetchedValue"
    reflected = has_argument = False

    def __init__(self, *args, **kwargs):
        check("FetchedValue", ("for_update",), 0, args, kwargs)
        SchemaItem.__init__(self, *args, **kwargs)
        self.for_update = args[0] if args else kwargs.get("for_update", False)


class DefaultClause(FetchedValue):
    """A server default."""

    __limbeck_name__ = "sqlalchemy.DefaultClause"
    has_argument = True

    def __init__(self, *args, **kwargs):
        check("DefaultClause", ("arg", "for_update", "_reflected"), 1, args, kwargs)
        SchemaItem.__init__(self, *args, **kwargs)
        self.arg = args[0] if args else kwargs["arg"]


class ColumnDefault:
    """A Python-side default: a value, a callable, or SQL."""

    is_sequence = False

    def __init__(self, arg):
        self.arg = arg
        self.is_callable = callable(arg) and not isinstance(arg, Construct)
        self.is_clause_element = isinstance(arg, Construct)
        self.is_scalar = not self.is_callable and not self.is_clause_element

    def evaluate(self):
        """The value for one row."""
        if not self.is_callable:
            return self.arg
        count = _required(self.arg)
        return self.arg() if count == 0 else self.arg(None)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.arg)


ScalarElementColumnDefault = CallableColumnDefault = ColumnElementColumnDefault = ColumnDefault


def _required(function):
    """How many positional arguments a default's function must have."""
    code = getattr(function, "__code__", None)
    if code is None:
        code = getattr(getattr(function, "__func__", None), "__code__", None)
        if code is None:
            return 0
        return code.co_argcount - 1 - len(function.__defaults__ or ())
    return code.co_argcount - len(function.__defaults__ or ())


class IdentityOptions:
    start = increment = None


_SEQUENCE = ("start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "schema", "cache", "order", "data_type", "optional",
             "quote", "metadata", "quote_schema", "for_update")


class Sequence(DefaultGenerator, IdentityOptions):
    """A named sequence."""

    __limbeck_name__ = "sqlalchemy.Sequence"
    is_sequence = True
    is_callable = is_clause_element = is_scalar = False
    __visit_name__ = "sequence"

    def __init__(self, name, start=None, increment=None, **kw):
        for key in kw:
            if key not in _SEQUENCE:
                raise TypeError("Sequence.__init__() got an unexpected keyword argument %r" % key)
        self.name = name
        self.start, self.increment = start, increment
        self.metadata = kw.get("metadata")
        self.schema = kw.get("schema")
        if self.schema is None and self.metadata is not None:
            self.schema = self.metadata.schema
        self.optional = kw.get("optional", False)
        for key in ("minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "cache", "order", "data_type"):
            setattr(self, key, kw.get(key))
        self.info = {}
        written = {k: v for k, v in kw.items() if k != "metadata"}
        if start is not None:
            written["start"] = start
        if increment is not None:
            written["increment"] = increment
        if self.schema is not None:
            written["schema"] = self.schema
        SchemaItem.__init__(self, name, **written)
        if self.metadata is not None:
            self.metadata._sequences.append(self)

    def next_value(self):
        """The next value, as SQL."""
        from .elements import ColumnElement

        return ColumnElement(".next_value", (self,))

    def evaluate(self):
        return self.next_value()

    def create(self, bind, checkfirst=True):
        from .ddl import CreateSequence

        if not checkfirst or not bind.dialect.has_sequence(bind, self.name, self.schema):
            run_ddl(bind, CreateSequence(self))

    def drop(self, bind, checkfirst=True):
        from .ddl import DropSequence

        if not checkfirst or bind.dialect.has_sequence(bind, self.name, self.schema):
            run_ddl(bind, DropSequence(self))


class Computed(FetchedValue):
    """GENERATED ALWAYS AS (...)."""

    __limbeck_name__ = "sqlalchemy.Computed"

    def __init__(self, *args, **kwargs):
        check("Computed", ("sqltext", "persisted"), 1, args, kwargs)
        SchemaItem.__init__(self, *args, **kwargs)
        self.sqltext = args[0] if args else kwargs["sqltext"]
        self.persisted = args[1] if len(args) > 1 else kwargs.get("persisted")

    def _set_parent(self, column):
        column.computed = column.server_default = column.server_onupdate = self


class Identity(FetchedValue, IdentityOptions):
    """GENERATED ... AS IDENTITY."""

    __limbeck_name__ = "sqlalchemy.Identity"
    _NAMES = ("always", "on_null", "start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "cache", "order")

    def __init__(self, *args, **kwargs):
        for name in kwargs:
            if not name.startswith("oracle_"):
                check("Identity", self._NAMES, 0, args, {name: None})
        SchemaItem.__init__(self, *args, **kwargs)
        for i, name in enumerate(self._NAMES):
            setattr(self, name, args[i] if i < len(args) else kwargs.get(name))
        self.always = bool(self.always)

    def _set_parent(self, column):
        column.identity = column.server_default = self
