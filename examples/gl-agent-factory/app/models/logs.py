"""What happened, for people and for invoices."""
from sqlalchemy import BigInteger, Column, Date, DateTime, ForeignKey, Identity, Index, Numeric, String, UniqueConstraint, func, text
from sqlalchemy.dialects.postgresql import INET, JSONB, UUID

from app.db.base import Base, TenantMixin


class AuditLog(TenantMixin, Base):
    __tablename__ = "audit_logs"
    __table_args__ = (
        Index("ix_audit_logs_tenant_id_happened_at", "tenant_id", text("happened_at DESC")),
        Index("ix_audit_logs_details", "details", postgresql_using="gin"),
        {"comment": "Who did what. Rows are added and never changed."},
    )

    id = Column(BigInteger, Identity(always=True), primary_key=True)
    actor_id = Column(UUID(as_uuid=True), ForeignKey("users.id", ondelete="SET NULL"), comment="NULL: the factory itself")
    action = Column(String(80), nullable=False, comment="noun.verb, such as agent.publish")
    address = Column(INET, comment="where the request came from")
    details = Column(JSONB, nullable=False, server_default=text("'{}'::jsonb"))
    happened_at = Column(DateTime(timezone=True), nullable=False, server_default=func.now())


class TenantUsageLog(TenantMixin, Base):
    __tablename__ = "tenant_usage_logs"
    __table_args__ = (
        UniqueConstraint("tenant_id", "day", "metric"),
        {"comment": "One row per tenant, day and metric: what invoices are made of"},
    )

    id = Column(BigInteger, Identity(), primary_key=True)
    day = Column(Date, nullable=False)
    metric = Column(String(40), nullable=False, comment="executions, tokens_in, tokens_out, storage_bytes")
    amount = Column(Numeric(20, 3), nullable=False, server_default=text("0"))
