"""DDL as executable constructs."""

from .._core import Declaration, unsupported
from .elements import ClauseElement, Executable
from .schema import Column, Table, sort_tables  # noqa: F401


class BaseDDLElement(ClauseElement):
    pass


class ExecutableDDLElement(Executable, BaseDDLElement):
    """Base of DDL; users subclass it together with @compiles."""

    __hash__ = object.__hash__
    _kwargs = {}

    def __init__(self, *args, **kwargs):
        ClauseElement.__init__(self, "sqlalchemy.schema." + type(self).__name__, args, kwargs)

    def __limbeck__(self):
        if type(self).__module__ != __name__ and self._compiles is None:
            raise unsupported("the DDL class %s" % type(self).__name__, "it has no @compiles for this dialect")
        name, args, kwargs = ClauseElement.__limbeck__(self)
        return name, tuple([Declaration(a) if isinstance(a, (Table, Column)) else a for a in args]), kwargs

    def __call__(self, target, bind, **kw):
        return bind.execute(self)

    def execute_if(self, dialect=None, callable_=None, state=None):
        raise unsupported("DDL.execute_if()")

    def against(self, target):
        self.target = target
        return self


DDLElement = ExecutableDDLElement


class DDL(ExecutableDDLElement):
    """`DDL("CREATE ...")`: text, sent as it is."""

    def __init__(self, statement, context=None):
        if not isinstance(statement, str):
            from ..exc import ArgumentError

            raise ArgumentError("Expected a string or unicode SQL statement, got '%r'" % (statement,))
        ClauseElement.__init__(self, "sqlalchemy.DDL", (statement,) if context is None else (statement, context))
        self.statement = statement
        self.context = context or {}


class _CreateDropBase(ExecutableDDLElement):
    def __init__(self, element, *args, **kwargs):
        ExecutableDDLElement.__init__(self, element, *args, **kwargs)
        self.element = element
        owner = getattr(element, "table", None)
        if owner is not None and not isinstance(element, Column):
            self._args = (element, Declaration(owner)) + args


class CreateTable(_CreateDropBase): pass
class DropTable(_CreateDropBase): pass
class CreateIndex(_CreateDropBase): pass
class DropIndex(_CreateDropBase): pass
class AddConstraint(_CreateDropBase): pass
class DropConstraint(_CreateDropBase): pass
class CreateSequence(_CreateDropBase): pass
class DropSequence(_CreateDropBase): pass
class CreateSchema(_CreateDropBase): pass
class DropSchema(_CreateDropBase): pass
class CreateColumn(_CreateDropBase): pass
class SetTableComment(_CreateDropBase): pass
class DropTableComment(_CreateDropBase): pass
class SetColumnComment(_CreateDropBase): pass
class DropColumnComment(_CreateDropBase): pass
