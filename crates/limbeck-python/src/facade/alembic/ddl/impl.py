"""Implementations can be subclassed for a dialect's name; overriding what they do is told to Rust."""

import _limbeck


class DefaultImpl:
    __dialect__ = "default"

    def __init_subclass__(cls, **kw):
        _limbeck.register("impl", getattr(cls, "__dialect__", cls.__name__), cls)
