"""Async engines and sessions. Every awaitable completes at once: the work underneath is synchronous."""
from ..._core import lazy

__getattr__ = lazy(globals(), {
    "sqlalchemy.ext.asyncio.": "engine session run",
    "sqlalchemy.ext.asyncio.engine": "AsyncConnection AsyncEngine AsyncTransaction create_async_engine async_engine_from_config AsyncResult",
    "sqlalchemy.ext.asyncio.session": "AsyncSession async_sessionmaker async_scoped_session AsyncAttrs async_object_session AsyncSessionTransaction",
})
