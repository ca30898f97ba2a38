"""SQLAlchemy's exceptions."""


class HasDescriptionCode:
    code = None


class SQLAlchemyError(HasDescriptionCode, Exception):
    """Base of all."""

    def __init__(self, *args, code=None, **kw):
        Exception.__init__(self, *args, **kw)
        if code is not None:
            self.code = code


class ArgumentError(SQLAlchemyError): pass
class DuplicateColumnError(ArgumentError): pass
class ObjectNotExecutableError(ArgumentError):
    def __init__(self, target):
        super().__init__("Not an executable object: %r" % (target,))
        self.target = target


class NoSuchModuleError(ArgumentError): pass
class NoForeignKeysError(ArgumentError): pass
class AmbiguousForeignKeysError(ArgumentError): pass
class CircularDependencyError(SQLAlchemyError): pass
class CompileError(SQLAlchemyError): pass
class UnsupportedCompilationError(CompileError): pass
class IdentifierError(SQLAlchemyError): pass
class DisconnectionError(SQLAlchemyError): pass
class InvalidatePoolError(DisconnectionError): pass
class TimeoutError(SQLAlchemyError): pass
class InvalidRequestError(SQLAlchemyError): pass
class IllegalStateChangeError(InvalidRequestError): pass
class NoInspectionAvailable(InvalidRequestError): pass
class PendingRollbackError(InvalidRequestError): pass
class ResourceClosedError(InvalidRequestError): pass
class NoSuchColumnError(InvalidRequestError, KeyError):
    def __str__(self):
        return Exception.__str__(self) if not self.args else str(self.args[0])


class NoResultFound(InvalidRequestError): pass
class MultipleResultsFound(InvalidRequestError): pass
class NoReferenceError(InvalidRequestError): pass
class AwaitRequired(InvalidRequestError): pass
class MissingGreenlet(InvalidRequestError): pass
class NoReferencedTableError(NoReferenceError): pass
class NoReferencedColumnError(NoReferenceError): pass
class NoSuchTableError(InvalidRequestError): pass
class UnreflectableTableError(InvalidRequestError): pass
class UnboundExecutionError(InvalidRequestError): pass
class DontWrapMixin: pass


class StatementError(SQLAlchemyError):
    """An error while a statement ran, with the statement."""

    def __init__(self, message, statement=None, params=None, orig=None, hide_parameters=False, code=None, ismulti=None):
        super().__init__(message, code=code)
        self.statement = statement
        self.params = params
        self.orig = orig
        self.ismulti = ismulti
        self.hide_parameters = hide_parameters
        self.detail = []

    def add_detail(self, msg):
        self.detail.append(msg)

    def __str__(self):
        lines = ["(%s)" % text for text in self.detail]
        lines.append(str(self.args[0]) if self.args else "")
        if self.statement:
            lines.append("[SQL: %s]" % self.statement)
            if self.params:
                if self.hide_parameters:
                    lines.append("[SQL parameters hidden due to hide_parameters=True]")
                else:
                    lines.append("[parameters: %r]" % (self.params,))
        return "\n".join(lines)


class DBAPIError(StatementError):
    """What the database refused."""

    def __init__(self, statement, params, orig, hide_parameters=False, connection_invalidated=False, code=None, ismulti=None, **kw):
        text = "(%s) %s" % (type(self).__name__ if orig is None else type(orig).__name__, orig)
        super().__init__(text, statement, params, orig, hide_parameters, code, ismulti)
        self.connection_invalidated = connection_invalidated


class InterfaceError(DBAPIError): pass
class DatabaseError(DBAPIError): pass
class DataError(DatabaseError): pass
class OperationalError(DatabaseError): pass
class IntegrityError(DatabaseError): pass
class InternalError(DatabaseError): pass
class ProgrammingError(DatabaseError): pass
class NotSupportedError(DatabaseError): pass


class SADeprecationWarning(HasDescriptionCode, DeprecationWarning): pass
class Base20DeprecationWarning(SADeprecationWarning): pass
class LegacyAPIWarning(Base20DeprecationWarning): pass
class MovedIn20Warning(Base20DeprecationWarning): pass
class SAPendingDeprecationWarning(PendingDeprecationWarning): pass
class SAWarning(HasDescriptionCode, RuntimeWarning): pass
class SATestSuiteWarning(Warning): pass


class DriverError(Exception):
    """The driver's own exception, `orig` of a DBAPIError. `pgcode` and `sqlstate` are the SQLSTATE on PostgreSQL. MySQL's has two arguments."""

    def __init__(self, message, code=None):
        super().__init__(*_number_and_text(message))
        self.pgcode = self.sqlstate = code
        self.pgerror = message


def _number_and_text(message):
    """`(1146, "Table 'd.t' doesn't exist")` as its two parts; any other message as it is."""
    number, found, text = message[1:-1].partition(", ")
    if not found or message[0] != "(" or message[-1] != ")" or not number.isdigit() or text[:1] not in ("'", '"') or text[-1:] != text[0]:
        return (message,)
    return int(number), text[1:-1].replace("\\'", "'") if text[0] == "'" else text[1:-1]


def from_native(kind, message, statement=None, params=None, code=None):
    """The exception for a failure in Rust; `kind` is the name of a class here."""
    cls = globals().get(kind)
    if not (isinstance(cls, type) and issubclass(cls, SQLAlchemyError)):
        cls = DatabaseError
    if issubclass(cls, DBAPIError):
        driver = type(cls.__name__, (DriverError,), {})
        return cls(statement, params, driver(message, code))
    if issubclass(cls, StatementError):
        return cls(message, statement, params, None)
    return cls(message)
