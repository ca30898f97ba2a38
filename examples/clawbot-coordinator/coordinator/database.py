"""Where the coordinator opens its database. The tables are made by the revisions in `migrations/versions`, never here."""
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from coordinator.config import settings
from coordinator.models import Bot, Task

engine = create_async_engine(settings.database_url, echo=settings.echo_sql)
sessions = async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def session() -> AsyncIterator[AsyncSession]:
    """A session that commits at the end of the block, or rolls back when the block raises."""
    async with sessions.begin() as opened:
        yield opened


async def assign_next(opened: AsyncSession, bot: Bot) -> Task | None:
    """Give a bot the most urgent task that waits, or None."""
    waiting = select(Task).where(Task.status == "waiting").order_by(Task.priority, Task.position).limit(1)
    task = await opened.scalar(waiting)
    if task is not None:
        task.bot_id, task.status, task.attempts = bot.id, "running", task.attempts + 1
    return task
