"""The few helpers that user code borrows."""


class immutabledict(dict):
    def union(self, other=None, **kw):
        return immutabledict(self, **dict(other or {}, **kw))


EMPTY_DICT = immutabledict()


class FacadeDict(dict):
    pass


class OrderedSet(list):
    def __init__(self, items=()):
        list.__init__(self)
        for item in items:
            self.add(item)

    def add(self, item):
        if item not in self:
            self.append(item)

    def update(self, items):
        for item in items:
            self.add(item)


OrderedDict = dict


def to_list(x, default=None):
    if x is None:
        return default
    return list(x) if isinstance(x, (list, tuple, set, frozenset)) else [x]


def asbool(value):
    from ..engine.create import _bool

    return _bool(value)


def deprecated(*args, **kw):
    return lambda fn: fn


class memoized_property:
    def __init__(self, fget, doc=None):
        self.fget = fget
        self.__name__ = fget.__name__

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.__name__] = self.fget(instance)
        return value


def await_only(awaitable):
    """Run an awaitable that completes at once."""
    from ..ext.asyncio.run import finish

    return finish(awaitable)


await_fallback = await_only


async def greenlet_spawn(fn, *args, **kw):
    kw.pop("_require_await", None)
    return fn(*args, **kw)


def __getattr__(name):
    if name == "concurrency":
        import sys

        return sys.modules[__name__]
    raise AttributeError("module %r has no attribute %r" % (__name__, name))
