"""AsyncSession."""

from ...orm.session import Session, sessionmaker
from .run import Awaitable


class AsyncAttrs:
    pass


class AsyncSessionTransaction:
    pass


class AsyncSession:
    """A session for async code."""

    def __init__(self, bind=None, sync_session_class=None, **kw):
        self.bind = bind
        self.sync_session = (sync_session_class or Session)(getattr(bind, "sync_engine", None) or getattr(bind, "sync_connection", None) or bind, **kw)

    def __getattr__(self, name):
        if name in ("execute", "scalar", "scalars", "get", "flush", "commit", "rollback", "close", "refresh", "delete", "merge", "connection"):
            function = getattr(self.sync_session, name)

            async def run(*args, **kw):
                return function(*args, **kw)

            return run
        if name in ("add", "add_all", "expunge", "expire", "in_transaction", "is_active", "new", "dirty", "deleted", "no_autoflush", "info"):
            return getattr(self.sync_session, name)
        raise AttributeError(name)

    async def run_sync(self, fn, *args, **kw):
        return fn(self.sync_session, *args, **kw)

    def begin(self):
        block = self.sync_session.begin()
        return Awaitable(block.__enter__, lambda value, *error: block.__exit__(*error))

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.sync_session.close()
        return False


class async_sessionmaker:
    """A factory of AsyncSessions."""

    def __init__(self, bind=None, *, class_=AsyncSession, **kw):
        self._class = class_
        self.kw = dict(kw, bind=bind)

    def __call__(self, **kw):
        return self._class(**dict(self.kw, **kw))

    def begin(self):
        from ..._core import unsupported

        raise unsupported("async_sessionmaker.begin()")

    def configure(self, **kw):
        self.kw.update(kw)


def async_scoped_session(factory, scopefunc):
    return factory


def async_object_session(instance):
    return None
