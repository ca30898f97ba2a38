"""Tenants, their users, and who was invited."""
from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, ENUM, JSONB, UUID
from sqlalchemy.orm import relationship

from app.db.base import Base, IdMixin, TenantMixin, TimestampMixin

# The revisions make the type, so the tables must not.
TENANT_PLAN = ENUM("free", "team", "enterprise", name="tenant_plan", create_type=False)


class Tenant(IdMixin, TimestampMixin, Base):
    __tablename__ = "tenants"
    __table_args__ = (
        Index("ix_tenants_settings", "settings", postgresql_using="gin"),
        {"comment": "One customer. Everything else belongs to one."},
    )

    slug = Column(String(63), nullable=False, unique=True, comment="part of the host name: a DNS label")
    name = Column(String(200), nullable=False)
    plan = Column(TENANT_PLAN, nullable=False, server_default="free")
    settings = Column(JSONB, nullable=False, server_default=text("'{}'::jsonb"), comment="what the tenant's admins may change")
    suspended_at = Column(DateTime(timezone=True), comment="no executions start while this is set")

    users = relationship("User", back_populates="tenant", passive_deletes=True)
    agents = relationship("Agent", back_populates="tenant", passive_deletes=True)


class User(IdMixin, TenantMixin, TimestampMixin, Base):
    __tablename__ = "users"
    __table_args__ = (
        UniqueConstraint("tenant_id", "email"),
        Index("ix_users_email_lower", text("lower(email)")),
        {"comment": "A person; somebody in two tenants has two rows"},
    )

    email = Column(String(320), nullable=False)
    full_name = Column(String(200))
    is_admin = Column(Boolean, nullable=False, server_default=text("false"))

    tenant = relationship("Tenant", back_populates="users")


class TenantInvitation(IdMixin, TenantMixin, TimestampMixin, Base):
    __tablename__ = "tenant_invitations"
    __table_args__ = (
        Index(
            "uq_tenant_invitations_pending",
            "tenant_id",
            "email",
            unique=True,
            postgresql_where=text("accepted_at IS NULL"),
        ),
        {"comment": "An e-mail that lets somebody join"},
    )

    email = Column(String(320), nullable=False)
    token_hash = Column(String(64), nullable=False, unique=True, comment="SHA-256 in hex; the token itself is never stored")
    roles = Column(ARRAY(String(40)), nullable=False, server_default=text("'{member}'::character varying[]"))
    invited_by = Column(UUID(as_uuid=True), ForeignKey("users.id", ondelete="SET NULL"))
    expires_at = Column(DateTime(timezone=True), nullable=False)
    accepted_at = Column(DateTime(timezone=True))
