"""Automap is refused."""


def automap_base(*args, **kw):
    from .._core import unsupported

    raise unsupported("automap")
