"""Alembic's inside; limbeck has its own."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from sqlalchemy._core import unsupported

    raise unsupported("%s.%s" % (__name__, name))
