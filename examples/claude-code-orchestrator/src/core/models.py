"""The orchestrator's tables, as they are at the newest revision."""
from sqlalchemy import Column, DateTime, Float, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Worker(Base):
    """A coding agent that takes tasks."""

    __tablename__ = "workers"

    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False, unique=True)
    model = Column(String(80), nullable=False)
    last_seen_at = Column(DateTime)

    tasks = relationship("Task", back_populates="worker")


class Task(Base):
    """One piece of work, handed to one worker."""

    __tablename__ = "tasks"

    id = Column(Integer, primary_key=True)
    title = Column(String(200), nullable=False)
    prompt = Column(Text)
    status = Column(String(20), nullable=False, server_default="pending")
    worker_id = Column(Integer, ForeignKey("workers.id"))
    created_at = Column(DateTime, nullable=False, server_default=text("CURRENT_TIMESTAMP"))
    priority = Column(Integer, nullable=False)

    worker = relationship("Worker", back_populates="tasks")
    results = relationship("Result", back_populates="task", cascade="all, delete-orphan")

    __table_args__ = (Index("ix_tasks_status", "status"),)


class Result(Base):
    """What a worker delivered for a task; a task may need several attempts."""

    __tablename__ = "results"

    id = Column(Integer, primary_key=True)
    task_id = Column(Integer, ForeignKey("tasks.id", ondelete="CASCADE"), nullable=False)
    attempt = Column(Integer, nullable=False, server_default="1")
    output = Column(Text)
    cost_usd = Column(Float)

    task = relationship("Task", back_populates="results")

    __table_args__ = (Index("ix_results_task_id_attempt", "task_id", "attempt", unique=True),)
