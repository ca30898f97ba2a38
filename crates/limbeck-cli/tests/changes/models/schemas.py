"""Several schemas: names that occur in two of them, keys from one to the other, an enum type of a schema."""
#= on: postgresql
#= sql: CREATE SCHEMA billing; CREATE SCHEMA audit
#= configure: include_schemas=True
from sqlalchemy import BigInteger, Column, DateTime, Enum, ForeignKey, ForeignKeyConstraint, Identity, Integer, MetaData, Numeric, String, Table, Text, func
from sqlalchemy.dialects.postgresql import INET, JSONB

metadata = MetaData()

accounts = Table("accounts", metadata, Column("id", Integer, primary_key=True), Column("name", String(100), nullable=False, unique=True))
billing_accounts = Table(
    "accounts", metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False, unique=True),
    Column("currency", Enum("EUR", "USD", "JPY", name="currency", schema="billing"), nullable=False, server_default="EUR"),
    schema="billing", comment="who pays",
)
payments = Table(
    "payments", metadata,
    Column("account_id", Integer, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("amount", Numeric(10, 2), nullable=False),
    Column("paid_at", DateTime(timezone=True), index=True),
    ForeignKeyConstraint(["account_id"], ["billing.accounts.id"], ondelete="CASCADE"),
    schema="billing",
)
events = Table(
    "events", metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("account_id", ForeignKey("billing.accounts.id", name="fk_events_account", deferrable=True, initially="DEFERRED")),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("address", INET),
    Column("what", JSONB, nullable=False),
    Column("note", Text, comment="free text"),
    schema="audit",
)
