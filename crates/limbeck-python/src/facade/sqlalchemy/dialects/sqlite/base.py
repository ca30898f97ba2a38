"""The dialect's class, and the types by this module's name."""
from ...engine.interfaces import dialect_class

SQLiteDialect = dialect = dialect_class("sqlite")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from sqlalchemy.dialects import sqlite

    return getattr(sqlite, name)
