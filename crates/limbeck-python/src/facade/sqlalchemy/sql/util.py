"""Helpers of the expression language, by name."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from .._core import unsupported

    raise unsupported("sqlalchemy.sql.util.%s" % name)
