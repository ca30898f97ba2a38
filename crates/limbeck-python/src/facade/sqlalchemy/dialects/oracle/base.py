"""The dialect's class, and the types by this module's name."""
from ...engine.interfaces import dialect_class

OracleDialect = dialect = dialect_class("oracle")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from sqlalchemy.dialects import oracle

    return getattr(oracle, name)
