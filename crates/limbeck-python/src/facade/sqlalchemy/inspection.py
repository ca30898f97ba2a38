"""`inspect()`."""


def inspect(subject, raiseerr=True):
    """An Inspector for a bind; a mapper for a mapped class or instance."""
    from .engine.base import Connection, Engine
    from .engine.mock import MockConnection
    from .engine.reflection import Inspector
    from .exc import NoInspectionAvailable

    if isinstance(subject, (Connection, Engine)):
        return Inspector(subject)
    if isinstance(subject, Inspector):
        return subject
    if isinstance(subject, MockConnection):
        raise NoInspectionAvailable("the database cannot be inspected in offline mode (--sql): there is no connection")
    if isinstance(subject, type) and hasattr(subject, "__table__"):
        return subject.__mapper__
    if hasattr(type(subject), "__mapper__"):
        from .orm.state import InstanceState

        return InstanceState(subject)
    from .sql.elements import ClauseElement

    if isinstance(subject, ClauseElement):
        return subject
    if hasattr(subject, "sync_connection") or hasattr(subject, "sync_engine"):
        raise NoInspectionAvailable("Inspection on an AsyncConnection is currently not supported. Please use ``run_sync`` to pass a callable where it's possible to"
                                    " call ``inspect`` on the passed connection.")
    if not raiseerr:
        return None
    raise NoInspectionAvailable("No inspection system is available for object of type %s" % type(subject))
