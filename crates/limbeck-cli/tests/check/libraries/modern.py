import datetime
import decimal
import enum
import typing
import uuid
from typing import Annotated, Any, Literal, Optional

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, declared_attr, mapped_column, relationship

key = Annotated[int, mapped_column(primary_key=True)]
short = Annotated[str, 30]
created = Annotated[datetime.datetime, mapped_column(server_default=sa.func.now(), nullable=False)]
Status = Literal["open", "closed"]


class Kind(enum.Enum):
    one = 1
    two = 2


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
                                              "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"})
    type_annotation_map = {short: sa.String(30), dict[str, Any]: sa.JSON, datetime.datetime: sa.DateTime(timezone=True)}


class Stamped:
    made: Mapped[created]

    @declared_attr
    def owner_id(cls) -> Mapped[int | None]:
        return mapped_column(sa.ForeignKey("users.id"))

    @declared_attr.directive
    def __table_args__(cls):
        return (sa.Index(None, "made"), {"comment": cls.__name__})


class User(Base):
    __tablename__ = "users"
    id: Mapped[key]
    name: Mapped[short]
    nick: Mapped[Optional[str]]
    age: Mapped[int | None] = mapped_column(index=True)
    kind: Mapped[Kind]
    kinds: Mapped["Kind | None"] = mapped_column(sa.Enum(Kind, name="other_kind", values_callable=lambda e: [str(m.value) for m in e]))
    status: Mapped[Status]
    data: Mapped[dict[str, Any]]
    at: Mapped[datetime.datetime]
    price: Mapped[decimal.Decimal] = mapped_column(sa.Numeric(8, 2))
    uid: Mapped[uuid.UUID] = mapped_column(unique=True)
    posts: Mapped[list["Post"]] = relationship(back_populates="user")


class Post(Stamped, Base):
    __tablename__ = "posts"
    id: Mapped[key]
    title: Mapped[str] = mapped_column(sa.String(80), default="x", comment="what it is called")
    number: Mapped[int] = mapped_column(sa.Sequence("numbers"))
    user: Mapped[User] = relationship(back_populates="posts")


class Data(MappedAsDataclass, Base):
    __tablename__ = "data"
    __table_args__ = (sa.UniqueConstraint("a", "b"), sa.CheckConstraint("a > 0", name="positive"))
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    a: Mapped[int] = mapped_column(default=1)
    b: Mapped[typing.Union[bytes, None]] = mapped_column(default=None)
    c: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    d: Mapped[datetime.timedelta | None] = mapped_column(default=None)


plain = sa.Table("plain", Base.metadata, sa.Column("id", sa.Integer, sa.Identity(always=True), primary_key=True), sa.Column("n", sa.Unicode(5)),
                 sa.Column("u", sa.UnicodeText), sa.Column("f", sa.Float(asdecimal=True)), sa.Column("j", sa.JSON(none_as_null=True)),
                 sa.Column("m", sa.Numeric(5, 2, asdecimal=False)), sa.Column("x", sa.Uuid(as_uuid=False)), sa.Column("p", sa.PickleType),
                 sa.Column("i", sa.Interval(native=False)), sa.Column("e", sa.Enum("a", "b", native_enum=False, length=9)),
                 sa.Column("twice", sa.Integer, sa.Computed("n * 2", persisted=True)))
other = sa.MetaData(schema=None)
sa.Table("elsewhere", other, sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False))
metadata = [Base.metadata, other]
