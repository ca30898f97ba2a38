"""Models whose annotations are strings."""
from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, List, Optional

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

if TYPE_CHECKING:
    from elsewhere import Stranger


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(10))
    nick: Mapped[Optional[str]]
    born: Mapped[datetime.date | None]
    children: Mapped[List[Child]] = relationship(back_populates="parent")
    others: Mapped[list["Child"]] = relationship(viewonly=True)


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped[Parent] = relationship(back_populates="children")
    maybe: Mapped[Parent | None] = relationship(viewonly=True)


def strings():
    return Base.metadata


SHAPES = [strings]
