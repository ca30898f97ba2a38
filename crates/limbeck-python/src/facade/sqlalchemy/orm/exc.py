"""ORM errors."""
from ..exc import InvalidRequestError, MultipleResultsFound, NoResultFound, SQLAlchemyError  # noqa: F401


class StaleDataError(SQLAlchemyError): pass
class FlushError(SQLAlchemyError): pass
class MappedAnnotationError(InvalidRequestError): pass
class ObjectDeletedError(InvalidRequestError): pass
class UnmappedError(InvalidRequestError): pass
class UnmappedClassError(UnmappedError): pass
class UnmappedInstanceError(UnmappedError): pass
class UnmappedColumnError(InvalidRequestError): pass
class DetachedInstanceError(SQLAlchemyError): pass


NO_STATE = (AttributeError, KeyError)
ConcurrentModificationError = StaleDataError
