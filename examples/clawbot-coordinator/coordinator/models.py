"""The coordinator's tables, as they are at the newest revision; for PostgreSQL, and for SQLite in the tests."""
import uuid
from datetime import datetime
from typing import Any, Optional

from sqlalchemy import JSON, CheckConstraint, DateTime, ForeignKey, Index, String, Text, Uuid, func, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    type_annotation_map = {
        datetime: DateTime(timezone=True),
        uuid.UUID: Uuid(),
        dict[str, Any]: JSON(),
    }


class Bot(Base):
    """A worker that takes tasks."""

    __tablename__ = "bots"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    capabilities: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    last_heartbeat_at: Mapped[Optional[datetime]]

    tasks: Mapped[list["Task"]] = relationship(back_populates="bot")

    __table_args__ = (Index("ix_bots_last_heartbeat_at", "last_heartbeat_at"),)


class Workflow(Base):
    """A piece of work in several tasks."""

    __tablename__ = "workflows"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    title: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20), server_default="draft")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    finished_at: Mapped[Optional[datetime]]

    tasks: Mapped[list["Task"]] = relationship(back_populates="workflow", order_by="Task.position")

    __table_args__ = (Index("ix_workflows_state", "state"),)


class Task(Base):
    """One step of a workflow. A task whose bot is retired waits for another one."""

    __tablename__ = "tasks"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    workflow_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"))
    bot_id: Mapped[Optional[uuid.UUID]] = mapped_column(ForeignKey("bots.id", ondelete="SET NULL"))
    position: Mapped[int] = mapped_column(server_default="0")
    instructions: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(20), server_default="waiting")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    priority: Mapped[int] = mapped_column(server_default="5")
    attempts: Mapped[int] = mapped_column(server_default="0")

    bot: Mapped[Optional[Bot]] = relationship(back_populates="tasks")
    workflow: Mapped[Workflow] = relationship(back_populates="tasks")

    __table_args__ = (
        CheckConstraint("priority BETWEEN 1 AND 9", name="ck_tasks_priority"),
        Index("ix_tasks_bot_id", "bot_id"),
        Index("ix_tasks_workflow_id_position", "workflow_id", "position", unique=True),
        Index("ix_tasks_status_priority", "status", "priority"),
    )
