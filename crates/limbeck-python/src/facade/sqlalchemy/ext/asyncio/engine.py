"""AsyncEngine and AsyncConnection."""

from ...engine.create import create_engine, engine_from_config
from .run import Awaitable

AsyncResult = None


class AsyncTransaction:
    def __init__(self, transaction):
        self.sync_transaction = transaction

    @property
    def is_active(self):
        return self.sync_transaction.is_active

    async def commit(self):
        self.sync_transaction.commit()

    async def rollback(self):
        self.sync_transaction.rollback()

    async def close(self):
        self.sync_transaction.close()

    async def start(self, is_ctxmanager=False):
        return self


class _Begin(Awaitable):
    """`conn.begin()`: awaited or entered."""

    def __init__(self, make):
        Awaitable.__init__(self, lambda: AsyncTransaction(make()), lambda value, *error: value.sync_transaction.__exit__(*error))


class AsyncConnection:
    """A connection for async code."""

    def __init__(self, engine, connection):
        self.engine = self.async_engine = engine
        self.sync_connection = self._sync = connection
        self.sync_engine = connection.engine

    @property
    def dialect(self):
        return self._sync.dialect

    @property
    def closed(self):
        return self._sync.closed

    @property
    def info(self):
        return self._sync.info

    async def run_sync(self, fn, *args, **kw):
        """Call `fn` with the synchronous connection."""
        return fn(self._sync, *args, **kw)

    async def execute(self, statement, parameters=None, *, execution_options=None):
        return self._sync.execute(statement, parameters, execution_options=execution_options)

    async def scalar(self, statement, parameters=None, *, execution_options=None):
        return self._sync.scalar(statement, parameters)

    async def scalars(self, statement, parameters=None, *, execution_options=None):
        return self._sync.scalars(statement, parameters)

    async def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        return self._sync.exec_driver_sql(statement, parameters)

    async def execution_options(self, **options):
        self._sync.execution_options(**options)
        return self

    def begin(self):
        return _Begin(self._sync.begin)

    def begin_nested(self):
        return _Begin(self._sync.begin_nested)

    def in_transaction(self):
        return self._sync.in_transaction()

    def in_nested_transaction(self):
        return self._sync.in_nested_transaction()

    def get_transaction(self):
        transaction = self._sync.get_transaction()
        return None if transaction is None else AsyncTransaction(transaction)

    async def commit(self):
        self._sync.commit()

    async def rollback(self):
        self._sync.rollback()

    async def close(self):
        self._sync.close()

    aclose = close

    async def get_raw_connection(self):
        return self._sync.connection

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self._sync.close()
        return False


class AsyncEngine:
    """An engine for async code."""

    def __init__(self, engine):
        self.sync_engine = engine

    @property
    def url(self):
        return self.sync_engine.url

    @property
    def dialect(self):
        return self.sync_engine.dialect

    @property
    def name(self):
        return self.sync_engine.name

    @property
    def driver(self):
        return self.sync_engine.driver

    @property
    def pool(self):
        return self.sync_engine.pool

    @property
    def echo(self):
        return self.sync_engine.echo

    def connect(self):
        """A connection: awaited or entered."""
        return Awaitable(lambda: AsyncConnection(self, self.sync_engine.connect()), lambda value, *error: value._sync.close())

    def begin(self):
        """A connection in a transaction."""
        begin = self.sync_engine.begin()
        return Awaitable(lambda: AsyncConnection(self, begin.__enter__()), lambda value, *error: begin.__exit__(*error))

    def execution_options(self, **options):
        return AsyncEngine(self.sync_engine.execution_options(**options))

    async def dispose(self, close=True):
        pass

    def __repr__(self):
        return "AsyncEngine(%r)" % (self.url,)


def create_async_engine(url, **kw):
    """An AsyncEngine."""
    kw.pop("async_creator", None) and _no_creator()
    return AsyncEngine(create_engine(url, **kw))


def _no_creator():
    from ..._core import unsupported

    raise unsupported("create_async_engine(async_creator=...)", "limbeck opens connections itself, from the URL")


def async_engine_from_config(configuration, prefix="sqlalchemy.", **kwargs):
    """An AsyncEngine from a section's keys that begin with `prefix`."""
    return AsyncEngine(engine_from_config(configuration, prefix, **kwargs))
