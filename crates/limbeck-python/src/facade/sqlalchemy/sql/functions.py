"""`func.NAME(...)`: SQL functions of any name."""

from .elements import ColumnElement, Executable


class FunctionElement(Executable, ColumnElement):
    """Base of functions; users subclass it together with @compiles."""

    __limbeck_name__ = None

    def __init__(self, *clauses):
        self._args = clauses
        self._kwargs = {}

    @property
    def clauses(self):
        return list(self._args)

    def __limbeck__(self):
        if self._compiles is None and self.__limbeck_name__ is None:
            from .._core import unsupported

            raise unsupported("the function class %s" % type(self).__name__, "it has no @compiles for this dialect")
        return ColumnElement.__limbeck__(self)


class Function(FunctionElement):
    """A call of a function by name."""

    def __init__(self, name, args=(), kwargs=None):
        ColumnElement.__init__(self, "sqlalchemy.func." + name, args, kwargs)
        self.name = self.key = name.rsplit(".", 1)[-1]
        type_ = self._kwargs.get("type_")
        if type_ is not None:
            from .sqltypes import to_instance

            self.type = to_instance(type_)

    def select(self):
        from .selectable import select

        return select(self)

    def alias(self, *args, **kwargs):
        from .selectable import Derived

        return Derived(".alias", (self,) + args, kwargs)

    def table_valued(self, *args, **kwargs):
        from .selectable import Derived

        return Derived(".table_valued", (self,) + args, kwargs)

    def column_valued(self, *args, **kwargs):
        return ColumnElement(".column_valued", (self,) + args, kwargs)


class GenericFunction(Function):
    """A user's function class: `class greatest(GenericFunction)`."""

    type = None
    name = None

    def __init__(self, *args, **kwargs):
        type_ = self.type
        Function.__init__(self, self.name or type(self).__name__, args, kwargs)
        if type_ is not None:
            from .sqltypes import to_instance

            self.type = to_instance(type_)


class _Generator:
    """`func`, or `func.package`."""

    def __init__(self, prefix=""):
        self._prefix = prefix

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name.endswith("_"):
            name = name[:-1]
        return _Generator(self._prefix + "." + name if self._prefix else name)

    def __call__(self, *args, **kwargs):
        if not self._prefix:
            raise TypeError("func must be followed by a function's name")
        return Function(self._prefix, args, kwargs)


func = _Generator()
modifier = func


def __getattr__(name):
    """`sqlalchemy.sql.functions.count` and the like: classes that make the function."""
    if name.startswith("_"):
        raise AttributeError(name)

    def make(*args, **kwargs):
        return Function(name, args, kwargs)

    make.__name__ = name
    make.__limbeck_name__ = "sqlalchemy.func." + name
    globals()[name] = make
    return make
