"""The dialect's class, and the types by this module's name."""
from ...engine.interfaces import dialect_class

MSDialect = dialect = dialect_class("mssql")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from sqlalchemy.dialects import mssql

    return getattr(mssql, name)
