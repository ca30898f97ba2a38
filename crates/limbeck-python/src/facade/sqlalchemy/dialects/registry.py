"""Registering dialects is refused."""


def register(name, modulepath, classname):
    from .._core import unsupported

    raise unsupported("the dialect %r" % name)
