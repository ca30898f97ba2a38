"""The bot's tables, as they are at the newest revision: dataclasses that SQLAlchemy maps."""
from datetime import datetime
from typing import Annotated, Optional

from sqlalchemy import BigInteger, Boolean, CheckConstraint, DateTime, ForeignKey, Identity, Index, SmallInteger, String, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column, registry, relationship

reg = registry()

serial_id = Annotated[int, mapped_column(primary_key=True)]
made_at = Annotated[datetime, mapped_column(DateTime(timezone=True), server_default=func.now())]


@reg.mapped_as_dataclass
class Account:
    """Somebody the bot posts for."""

    __tablename__ = "accounts"

    id: Mapped[serial_id] = mapped_column(init=False)
    handle: Mapped[str] = mapped_column(String(50), unique=True)
    display_name: Mapped[Optional[str]] = mapped_column(String(100), default=None)
    is_active: Mapped[bool] = mapped_column(Boolean, server_default=text("true"), default=True)
    created_at: Mapped[made_at] = mapped_column(init=False)

    posts: Mapped[list["Post"]] = relationship(back_populates="account", passive_deletes=True, default_factory=list)


@reg.mapped_as_dataclass
class Post:
    """A text that goes out at a time."""

    __tablename__ = "posts"
    __table_args__ = (
        CheckConstraint("status IN ('draft', 'scheduled', 'sent', 'failed')", name="posts_status_check"),
        Index("ix_posts_account_id_scheduled_for", "account_id", "scheduled_for"),
        Index("ix_posts_due", "scheduled_for", postgresql_where=text("status = 'scheduled'")),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, init=False)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE", name="posts_account_id_fkey"))
    content: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(20), server_default="draft", default="draft")
    scheduled_for: Mapped[Optional[datetime]] = mapped_column(DateTime(timezone=True), default=None)
    created_at: Mapped[made_at] = mapped_column(init=False)
    updated_at: Mapped[made_at] = mapped_column(init=False)

    account: Mapped[Account] = relationship(back_populates="posts", init=False)
    deliveries: Mapped[list["Delivery"]] = relationship(passive_deletes=True, default_factory=list)


@reg.mapped_as_dataclass
class Delivery:
    """One attempt to send a post. Deliveries go with their post."""

    __tablename__ = "deliveries"
    __table_args__ = (Index("ix_deliveries_post_id_attempt", "post_id", "attempt", unique=True),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True, init=False)
    post_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("posts.id", ondelete="CASCADE"))
    attempt: Mapped[int] = mapped_column(SmallInteger, server_default=text("1"), default=1)
    error: Mapped[Optional[str]] = mapped_column(Text, default=None)
    delivered_at: Mapped[made_at] = mapped_column(init=False)
