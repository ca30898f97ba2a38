"""Concrete inheritance, by name."""
from .._core import unsupported


class AbstractConcreteBase:
    __abstract__ = True

    def __init_subclass__(cls, **kw):
        raise unsupported("concrete table inheritance")


ConcreteBase = DeferredReflection = AbstractConcreteBase
