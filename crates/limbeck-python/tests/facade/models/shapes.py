"""Declarative models of many shapes; run by real SQLAlchemy and by the facade, and compared. Each function returns a MetaData."""
import datetime
import decimal
import enum
import typing
import uuid
from typing import Any, ClassVar, List, Optional

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint, func, text
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, backref, column_property, declarative_base, declared_attr, deferred, mapped_column, registry, relationship, synonym

CONVENTION = {"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}


class Color(enum.Enum):
    RED = "r"
    BLUE = "b"


def core():
    md = MetaData(schema="app", naming_convention=CONVENTION)
    Table("owner", md, Column("id", Integer, primary_key=True), Column("email", String(80), unique=True, nullable=False),
          Column("code", sa.CHAR(3), index=True), comment="owners")
    Table("thing", md, Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True), Column("owner_id", ForeignKey("app.owner.id", ondelete="CASCADE")),
          Column("a", Integer, server_default="0"), Column("b", Integer, sa.Computed("a * 2", persisted=True)), Column("k", Integer, key="kk"),
          sa.CheckConstraint("a > 0", name="positive"), UniqueConstraint("a", "b", name="uq_ab"), Index("ix_thing_a_b", "a", "b", unique=True))
    t = md.tables["app.thing"]
    Index("ix_lower", func.lower(t.c.a), postgresql_where=t.c.b > 5)
    return md


def composite():
    md = MetaData()
    Table("p", md, Column("a", Integer), Column("b", Integer), sa.PrimaryKeyConstraint("a", "b", name="p_pk"))
    Table("c", md, Column("id", Integer, primary_key=True), Column("a", Integer), Column("b", Integer),
          sa.ForeignKeyConstraint(["a", "b"], ["p.a", "p.b"], name="fk_ab", onupdate="CASCADE", deferrable=True, initially="DEFERRED"))
    return md


def classic():
    Base = declarative_base()

    class Node(Base):
        __tablename__ = "node"
        id = Column(Integer, primary_key=True)
        parent_id = Column(Integer, ForeignKey("node.id"))
        name = Column(String(50), nullable=False, index=True)
        data = Column("payload", postgresql.JSONB(astext_type=Text()), server_default=text("'{}'"))
        color = Column(sa.Enum(Color), default=Color.RED)
        parent = relationship("Node", remote_side=[id], backref=backref("children"))
        __table_args__ = (UniqueConstraint("parent_id", "name"), Index("ix_node_name_color", "name", "color"), {"comment": "nodes", "mysql_engine": "InnoDB"})

    class Tag(Base):
        __tablename__ = "tag"
        node_id = Column(ForeignKey(Node.id), primary_key=True)
        tag = Column(String, primary_key=True)
        label = synonym("tag")

    association = Table("node_tag", Base.metadata, Column("l", ForeignKey("node.id"), primary_key=True), Column("r", ForeignKey("tag.tag"), primary_key=True))
    Index("ix_tag_tag", Tag.tag)
    return Base.metadata


def classic_mixins():
    Base = declarative_base(metadata=MetaData(naming_convention=CONVENTION))

    class Stamped:
        created_at = Column(DateTime(timezone=True), server_default=func.now(), nullable=False)
        updated_at = Column(DateTime, onupdate=func.now())

    class Owned:
        @declared_attr
        def owner_id(cls):
            return Column(Integer, ForeignKey("users.id"), index=True)

        @declared_attr
        def __tablename__(cls):
            return cls.__name__.lower() + "s"

    class User(Stamped, Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)

    class Doc(Owned, Stamped, Base):
        id = Column(Integer, primary_key=True)
        title = Column(String(10))

        @declared_attr
        def __table_args__(cls):
            return (Index("ix_%s_title" % cls.__tablename__, "title", unique=True), {"schema": None})

    return Base.metadata


def mapped():
    class Base(DeclarativeBase):
        metadata = MetaData(naming_convention=CONVENTION)
        type_annotation_map = {dict: sa.JSON, str: String(100), datetime.datetime: DateTime(timezone=True), dict[str, Any]: postgresql.JSONB}

    class User(Base):
        __tablename__ = "user_account"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]
        nick: Mapped[Optional[str]]
        note: Mapped[str | None] = mapped_column(Text)
        flag: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
        when: Mapped[datetime.datetime] = mapped_column(server_default=func.now())
        day: Mapped[datetime.date]
        at: Mapped[datetime.time]
        span: Mapped[datetime.timedelta]
        price: Mapped[decimal.Decimal] = mapped_column(sa.Numeric(10, 2))
        amount: Mapped[decimal.Decimal]
        ratio: Mapped[float]
        blob: Mapped[bytes]
        uid: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4, unique=True)
        color: Mapped[Color]
        meta: Mapped[dict]
        extra: Mapped[dict[str, Any]]
        kind: Mapped[typing.Literal["a", "bb"]]
        renamed: Mapped[int] = mapped_column("other_name", index=True)
        things: Mapped[List["Thing"]] = relationship(back_populates="owner")
        registry_of: ClassVar[dict] = {}
        plain = mapped_column(Integer)
        not_null: Mapped[str | None] = mapped_column(nullable=False)

    class Thing(Base):
        __tablename__ = "thing"
        __table_args__ = (sa.CheckConstraint("size > 0", name="positive"), {"schema": "s"})
        id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
        size: Mapped[int]
        owner_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="SET NULL"), index=True)
        owner: Mapped[User] = relationship(back_populates="things")
        other: Mapped["User"] = relationship()

    return Base.metadata


def annotated():
    intpk = typing.Annotated[int, mapped_column(primary_key=True)]
    str50 = typing.Annotated[str, 50]
    required = typing.Annotated[str, mapped_column(String(30), index=True)]
    user_fk = typing.Annotated[int, mapped_column(ForeignKey("a.id"))]

    class Base(DeclarativeBase):
        registry = registry(type_annotation_map={str50: String(50)})

    class A(Base):
        __tablename__ = "a"
        id: Mapped[intpk]
        name: Mapped[str50]
        opt: Mapped[Optional[str50]]
        req: Mapped[required]
        ropt: Mapped[Optional[required]]

    class B(Base):
        __tablename__ = "b"
        id: Mapped[intpk]
        a_id: Mapped[user_fk]

    return Base.metadata


def mapped_mixins():
    class Base(DeclarativeBase):
        id: Mapped[int] = mapped_column(primary_key=True)

        @declared_attr.directive
        def __tablename__(cls) -> str:
            return cls.__name__.lower()

    class Stamped:
        created: Mapped[datetime.datetime] = mapped_column(server_default=func.now())
        changed: Mapped[Optional[datetime.datetime]] = mapped_column(sort_order=99)

    class Tenant:
        @declared_attr
        def tenant_id(cls) -> Mapped[int]:
            return mapped_column(ForeignKey("owner.id"), index=True)

    class Abstract(Base):
        __abstract__ = True
        version: Mapped[int] = mapped_column(server_default="1")

    class Owner(Stamped, Base):
        name: Mapped[str]

    class Item(Tenant, Stamped, Abstract):
        title: Mapped[str] = mapped_column(String(5))

    return Base.metadata


def inheritance():
    class Base(DeclarativeBase):
        pass

    class Person(Base):
        __tablename__ = "person"
        id: Mapped[int] = mapped_column(primary_key=True)
        type: Mapped[str]
        __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "person"}

    class Manager(Person):
        level: Mapped[Optional[int]]
        __mapper_args__ = {"polymorphic_identity": "manager"}

    class Engineer(Person):
        __tablename__ = "engineer"
        id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
        language: Mapped[str]
        __mapper_args__ = {"polymorphic_identity": "engineer"}

    return Base.metadata


def dataclass():
    class Base(MappedAsDataclass, DeclarativeBase):
        pass

    class Point(Base):
        __tablename__ = "point"
        id: Mapped[int] = mapped_column(init=False, primary_key=True)
        x: Mapped[int] = mapped_column(default=0)
        y: Mapped[Optional[int]] = mapped_column(default=None)
        tags: Mapped[list[str]] = mapped_column(postgresql.ARRAY(String), default_factory=list)

    return Base.metadata


def decorators():
    reg = registry()

    @reg.mapped
    class Thing:
        __tablename__ = "thing"
        id = Column(Integer, primary_key=True)
        body = deferred(Column(Text))

    @reg.mapped
    class Hand:
        __table__ = Table("hand", reg.metadata, Column("id", Integer, primary_key=True), Column("x", sa.Float))

    return reg.metadata


def types():
    class Shout(sa.types.TypeDecorator):
        impl = String
        cache_ok = True

        def process_bind_param(self, value, dialect):
            return value and value.upper()

    class Guid(sa.types.TypeDecorator):
        impl = sa.CHAR
        cache_ok = True

        def load_dialect_impl(self, dialect):
            return dialect.type_descriptor(postgresql.UUID()) if dialect.name == "postgresql" else dialect.type_descriptor(sa.CHAR(32))

    class Vector(sa.types.UserDefinedType):
        cache_ok = True

        def __init__(self, size):
            self.size = size

        def get_col_spec(self, **kw):
            return "VECTOR(%d)" % self.size

    md = MetaData()
    every = [sa.Integer(), sa.SmallInteger(), sa.BigInteger(), sa.String(5), sa.String(length=5, collation="C"), sa.Unicode(5), sa.Text(), sa.UnicodeText(), sa.Boolean(),
             sa.Date(), sa.Time(timezone=True), sa.DateTime(True), sa.Interval(), sa.Float(53), sa.Double(), sa.Numeric(10, 2), sa.Numeric(), sa.LargeBinary(4), sa.JSON(),
             sa.Uuid(as_uuid=False), sa.UUID(), sa.CHAR(3), sa.VARCHAR(3), sa.NVARCHAR(4), sa.TIMESTAMP(timezone=True), sa.REAL(), sa.DECIMAL(5, 1), sa.BINARY(3),
             sa.ARRAY(sa.Integer()), sa.Enum("a", "b", name="e"), sa.Enum(Color), sa.Enum(Color, values_callable=lambda e: [m.value for m in e], native_enum=False, length=9),
             sa.Enum("x", schema="s", name="q"), sa.PickleType(), sa.Boolean(create_constraint=True, name="ck"),
             postgresql.JSONB(astext_type=Text()), postgresql.UUID(as_uuid=True), postgresql.ARRAY(String(3), dimensions=2), postgresql.INET(), postgresql.CITEXT(),
             postgresql.TIMESTAMP(precision=3, timezone=True), postgresql.BIT(3, varying=True), postgresql.INT4RANGE(), postgresql.TSTZMULTIRANGE(), postgresql.INTERVAL(fields="DAY"),
             postgresql.ENUM("a", name="pe", create_type=False), postgresql.HSTORE(), postgresql.BYTEA(), postgresql.DOUBLE_PRECISION(53), postgresql.TSVECTOR(), postgresql.OID(),
             mysql.TINYINT(1), mysql.MEDIUMTEXT(), mysql.DATETIME(fsp=6), mysql.INTEGER(display_width=11), mysql.YEAR(), mysql.BIT(3), mysql.LONGBLOB(),
             Shout(20), Guid(), Vector(3), sa.JSON().with_variant(postgresql.JSONB(), "postgresql")]
    Table("every", md, *[Column("c%d" % i, t) for i, t in enumerate(every)])
    return md


SHAPES = [core, composite, classic, classic_mixins, mapped, annotated, mapped_mixins, inheritance, dataclass, decorators, types]
