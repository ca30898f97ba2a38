"""Annotated types, dataclasses, a registry: what is common is said once."""
import datetime
import decimal
import uuid
from typing import Annotated, Optional

from sqlalchemy import BigInteger, ForeignKey, Integer, Numeric, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, registry, relationship

intpk = Annotated[int, mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)]
timestamp = Annotated[datetime.datetime, mapped_column(nullable=False, server_default=func.current_timestamp())]
short = Annotated[str, 30]
money = Annotated[decimal.Decimal, 12]
customer_fk = Annotated[int, mapped_column(ForeignKey("customer.id", name="fk_customer", ondelete="RESTRICT"), index=True)]


class Base(MappedAsDataclass, DeclarativeBase):
    registry = registry(type_annotation_map={short: String(30), money: Numeric(12, 4), str: String(255)})


class Customer(Base):
    __tablename__ = "customer"

    id: Mapped[intpk] = mapped_column(init=False)
    code: Mapped[short] = mapped_column(unique=True)
    name: Mapped[str]
    nickname: Mapped[Optional[str]] = mapped_column(default=None)
    reference: Mapped[Optional[uuid.UUID]] = mapped_column(default=None)
    since: Mapped[timestamp] = mapped_column(default=None)
    born: Mapped[Optional[datetime.date]] = mapped_column(default=None)


class Order(Base):
    __tablename__ = "order"

    id: Mapped[intpk] = mapped_column(init=False)
    customer_id: Mapped[customer_fk] = mapped_column(init=False)
    total: Mapped[money] = mapped_column(default=decimal.Decimal(0))
    customer: Mapped[Customer] = relationship(default=None)


class Line(Base):
    __tablename__ = "line"

    order_id: Mapped[int] = mapped_column(ForeignKey("order.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    price: Mapped[money]
    share: Mapped[Optional[float]] = mapped_column(default=None)


metadata = Base.metadata
