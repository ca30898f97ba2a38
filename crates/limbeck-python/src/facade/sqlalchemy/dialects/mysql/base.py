"""The dialect's class, and the types by this module's name."""
from ...engine.interfaces import dialect_class

MySQLDialect = dialect = dialect_class("mysql")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from sqlalchemy.dialects import mysql

    return getattr(mysql, name)
