"""Types of the project's own: decorators, one that is another on every database, enums by value, encrypted texts, UUIDs as text."""
import enum
import json
import uuid

from sqlalchemy import CHAR, JSON, Column, DateTime, Enum, Integer, LargeBinary, MetaData, Numeric, String, Table, Text, TypeDecorator
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.ext.mutable import MutableDict


class GUID(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(postgresql.UUID() if dialect.name == "postgresql" else CHAR(36))


class Encrypted(TypeDecorator):
    impl = LargeBinary
    cache_ok = True

    def __init__(self, key=None, **keywords):
        super().__init__(**keywords)
        self.key = key


class JSONText(TypeDecorator):
    impl = Text
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else json.dumps(value)


class Currency(enum.Enum):
    EURO = "EUR"
    YEN = "JPY"


class IntEnum(TypeDecorator):
    impl = Integer
    cache_ok = True

    def __init__(self, values=None, *arguments, **keywords):
        super().__init__(*arguments, **keywords)
        self.values = values


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


metadata = MetaData()
Table(
    "wallets", metadata,
    Column("id", GUID(), primary_key=True, default=uuid.uuid4),
    Column("owner", GUID, nullable=False, index=True),
    Column("secret", Encrypted("k")),
    Column("options", JSONText()),
    Column("currency", Enum(Currency, native_enum=False, length=8, values_callable=lambda all_: [one.value for one in all_]), nullable=False, server_default="EUR"),
    Column("level", IntEnum(Level), server_default="1"),
    Column("more", MutableDict.as_mutable(JSON())),
    Column("balance", Numeric(20, 8, asdecimal=True), server_default="0"),
    Column("made", DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb").with_variant(postgresql.TIMESTAMP(timezone=True, precision=3), "postgresql")),
    Column("label", String(40).with_variant(String(80), "postgresql")),
)
