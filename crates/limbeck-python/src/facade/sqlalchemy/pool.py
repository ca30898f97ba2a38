"""Pool classes, by name only: limbeck opens one connection when it is asked for."""


class Pool:
    def __init__(self, *args, **kw):
        pass


class NullPool(Pool): pass
class QueuePool(Pool): pass
class StaticPool(Pool): pass
class SingletonThreadPool(Pool): pass
class AssertionPool(Pool): pass
class AsyncAdaptedQueuePool(Pool): pass
class FallbackAsyncAdaptedQueuePool(Pool): pass
class PoolProxiedConnection: pass
class ManagesConnection: pass
class ConnectionPoolEntry: pass
class _ConnectionFairy: pass
class _ConnectionRecord: pass


PoolResetState = object
