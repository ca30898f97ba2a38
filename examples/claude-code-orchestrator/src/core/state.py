"""The orchestrator's state: the one place that opens the database."""
from contextlib import contextmanager

from sqlalchemy import create_engine, inspect, select
from sqlalchemy.orm import sessionmaker

from src.core.models import Task

DATABASE_URL = "sqlite:///data/orchestrator.db"


class StateManager:
    """Reads and writes tasks.

    It used to call `Base.metadata.create_all()` here, which makes missing tables but never changes one that exists.
    The revisions in `alembic/versions` make the tables now, and this class only refuses to run without them.
    """

    def __init__(self, url=DATABASE_URL):
        self.engine = create_engine(url)
        if not inspect(self.engine).has_table("alembic_version"):
            raise RuntimeError(f"{url} has no migrated schema: run `limbeck upgrade head` first")
        self._sessions = sessionmaker(self.engine)

    @contextmanager
    def session(self):
        """A session that commits at the end of the block, or rolls back when the block raises."""
        with self._sessions.begin() as session:
            yield session

    def add_task(self, title, priority, prompt=None):
        """Queue a task and return its id."""
        with self.session() as session:
            task = Task(title=title, prompt=prompt, priority=priority)
            session.add(task)
            session.flush()
            return task.id

    def next_task(self):
        """Id and title of the most urgent pending task, or None."""
        query = select(Task.id, Task.title).where(Task.status == "pending").order_by(Task.priority, Task.id)
        with self.session() as session:
            return session.execute(query).first()
