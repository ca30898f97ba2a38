"""The tables as they are at the newest revision, for `check` and for new revisions. The program itself never reads this."""
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData()

projects = Table(
    "projects",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False, unique=True),
    Column("settings", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
)

tasks = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("project_id", Integer, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("title", Text, nullable=False),
    Column("spec", JSONB, nullable=False),
    Column("status", String(20), nullable=False, server_default="open"),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("priority", SmallInteger, nullable=False, server_default=text("3")),
    Index("ix_tasks_project_id_status", "project_id", "status"),
    Index("ix_tasks_spec", "spec", postgresql_using="gin"),
)

iterations = Table(
    "iterations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", Integer, ForeignKey("tasks.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("result", JSONB),
    Column("started_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("finished_at", DateTime(timezone=True)),
    Column("tokens", BigInteger, nullable=False, server_default=text("0")),
    UniqueConstraint("task_id", "number", name="uq_iterations_task_id_number"),
    CheckConstraint("number > 0", name="ck_iterations_number"),
    CheckConstraint("tokens >= 0", name="ck_iterations_tokens"),
)
