"""Agents, their versions, and their runs."""
from sqlalchemy import CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, Numeric, String, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ENUM, JSONB, UUID
from sqlalchemy.orm import relationship

from app.db.base import Base, IdMixin, TenantMixin, TimestampMixin

EXECUTION_STATUS = ENUM("queued", "running", "succeeded", "failed", name="execution_status", create_type=False)


class Agent(IdMixin, TenantMixin, TimestampMixin, Base):
    __tablename__ = "agents"
    __table_args__ = (
        UniqueConstraint("tenant_id", "name"),
        Index("ix_agents_tags", "tags", postgresql_using="gin"),
        {"comment": "What a tenant builds and runs"},
    )

    name = Column(String(120), nullable=False)
    description = Column(Text, nullable=False, server_default="", comment="shown in the catalogue")
    tags = Column(JSONB, nullable=False, server_default=text("'[]'::jsonb"), comment="a list of words")

    tenant = relationship("Tenant", back_populates="agents")
    versions = relationship("AgentVersion", back_populates="agent", order_by="AgentVersion.number", passive_deletes=True)


class AgentVersion(IdMixin, TimestampMixin, Base):
    __tablename__ = "agent_versions"
    __table_args__ = (
        UniqueConstraint("agent_id", "number"),
        CheckConstraint("number > 0", name="number_positive"),
        {"comment": "Never changed once it has run"},
    )

    agent_id = Column(UUID(as_uuid=True), ForeignKey("agents.id", ondelete="CASCADE"), nullable=False)
    number = Column(Integer, nullable=False, comment="1, 2, ... within one agent")
    definition = Column(JSONB, nullable=False, comment="prompt, tools and limits, as the runner reads them")

    agent = relationship("Agent", back_populates="versions")


class Execution(IdMixin, TenantMixin, TimestampMixin, Base):
    __tablename__ = "executions"
    __table_args__ = (
        Index("ix_executions_running", "tenant_id", "started_at", postgresql_where=text("status = 'running'::execution_status")),
        Index("ix_executions_output", "output", postgresql_using="gin", postgresql_ops={"output": "jsonb_path_ops"}),
        {"comment": "One run of one version"},
    )

    agent_version_id = Column(UUID(as_uuid=True), ForeignKey("agent_versions.id", ondelete="RESTRICT"), nullable=False, index=True)
    status = Column(EXECUTION_STATUS, nullable=False, server_default="queued")
    input = Column(JSONB, nullable=False, server_default=text("'{}'::jsonb"))
    output = Column(JSONB, comment="NULL until it has ended")
    cost_usd = Column(Numeric(12, 6), nullable=False, server_default=text("0"), comment="what the models charged")
    started_at = Column(DateTime(timezone=True))
    finished_at = Column(DateTime(timezone=True))
