"""A service with tenants: UUID keys, mixins with declared_attr, soft deletion, audit columns."""
import uuid
from datetime import datetime
from typing import Optional

from sqlalchemy import Boolean, CheckConstraint, DateTime, ForeignKey, Index, MetaData, Numeric, String, Text, UniqueConstraint, Uuid, false, func, text, true
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower() + "s"


class Identified:
    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)


class Timed:
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now(), nullable=False)
    updated_at: Mapped[Optional[datetime]] = mapped_column(DateTime(timezone=True), onupdate=func.now())


class OfTenant:
    @declared_attr
    def tenant_id(cls) -> Mapped[uuid.UUID]:
        return mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), index=True, nullable=False)

    @declared_attr
    def tenant(cls) -> Mapped["Tenant"]:
        return relationship("Tenant")


class Tenant(Identified, Timed, Base):
    slug: Mapped[str] = mapped_column(String(63), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    plan: Mapped[str] = mapped_column(String(20), server_default="free")
    is_active: Mapped[bool] = mapped_column(Boolean, server_default=true(), nullable=False)

    __table_args__ = (CheckConstraint("plan IN ('free', 'team', 'business')", name="plan_known"),)


class User(Identified, Timed, OfTenant, Base):
    email: Mapped[str] = mapped_column(String(320))
    full_name: Mapped[Optional[str]] = mapped_column(String(200))
    is_admin: Mapped[bool] = mapped_column(server_default=false())
    deleted_at: Mapped[Optional[datetime]] = mapped_column(DateTime(timezone=True))

    __table_args__ = (
        UniqueConstraint("tenant_id", "email"),
        Index("ix_users_living", "tenant_id", "email", postgresql_where=text("deleted_at IS NULL"), sqlite_where=text("deleted_at IS NULL")),
    )


class Invoice(Identified, Timed, OfTenant, Base):
    number: Mapped[str] = mapped_column(String(20))
    amount: Mapped[float] = mapped_column(Numeric(12, 2), server_default="0")
    note: Mapped[Optional[str]] = mapped_column(Text)
    approved_by: Mapped[Optional[uuid.UUID]] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))

    __table_args__ = (UniqueConstraint("tenant_id", "number", name="uq_invoices_number"), CheckConstraint("amount >= 0", name="not_negative"))


metadata = Base.metadata
