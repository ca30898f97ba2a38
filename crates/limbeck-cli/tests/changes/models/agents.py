"""A platform for agents: JSONB, enum types, arrays, gin and partial indexes, comments."""
#= on: postgresql
import enum
import uuid
from datetime import datetime
from typing import Any, Optional

from sqlalchemy import BigInteger, DateTime, Enum, ForeignKey, Index, Integer, String, Text, UniqueConstraint, desc, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(AsyncAttrs, DeclarativeBase):
    type_annotation_map = {dict[str, Any]: JSONB, datetime: DateTime(timezone=True)}


class RunState(str, enum.Enum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Role(enum.Enum):
    system = 1
    user = 2
    assistant = 3
    tool = 4


class Agent(Base):
    __tablename__ = "agents"
    __table_args__ = (
        UniqueConstraint("owner", "name", name="uq_agents_owner_name"),
        Index("ix_agents_config", "config", postgresql_using="gin"),
        Index("ix_agents_tags", "tags", postgresql_using="gin"),
        {"comment": "what can be run"},
    )

    id: Mapped[uuid.UUID] = mapped_column(UUID(as_uuid=True), primary_key=True, server_default=text("gen_random_uuid()"))
    owner: Mapped[str] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(100), comment="unique for its owner")
    config: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    tags: Mapped[list[str]] = mapped_column(ARRAY(String(50)), server_default="{}")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    runs: Mapped[list["Run"]] = relationship(back_populates="agent", cascade="all, delete-orphan")


class Run(Base):
    __tablename__ = "runs"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    agent_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agents.id", ondelete="CASCADE"))
    state: Mapped[RunState] = mapped_column(
        Enum(RunState, name="run_state", values_callable=lambda states: [state.value for state in states]), server_default="queued"
    )
    tokens: Mapped[int] = mapped_column(Integer, server_default="0")
    error: Mapped[Optional[str]] = mapped_column(Text)
    started_at: Mapped[Optional[datetime]]
    agent: Mapped[Agent] = relationship(back_populates="runs")


Index("ix_runs_open", Run.agent_id, postgresql_where=Run.state.in_([RunState.QUEUED, RunState.RUNNING]))
Index("ix_runs_latest", Run.agent_id, desc(Run.started_at))


class Message(Base):
    __tablename__ = "messages"

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    role: Mapped[Role]
    content: Mapped[Optional[dict[str, Any]]]
    previous_role: Mapped[Optional[Role]]


metadata = Base.metadata
