"""The dialect's class, and the types by this module's name."""
from ...engine.interfaces import dialect_class

PGDialect = dialect = dialect_class("postgresql")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from sqlalchemy.dialects import postgresql

    return getattr(postgresql, name)
