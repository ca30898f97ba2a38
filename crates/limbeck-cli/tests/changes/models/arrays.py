"""What only PostgreSQL has: arrays, ranges with exclusion, generated columns, full-text search, identity, checks."""
#= on: postgresql
from sqlalchemy import ARRAY, Boolean, CheckConstraint, Column, Computed, Date, Identity, Index, Integer, Interval, Numeric, String, Table, Text, Uuid, func, text
from sqlalchemy import MetaData, UniqueConstraint
from sqlalchemy.dialects.postgresql import DATERANGE, INT4RANGE, JSONB, TSVECTOR, ExcludeConstraint

metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"})

rooms = Table(
    "rooms", metadata,
    Column("id", Integer, Identity(start=100), primary_key=True),
    Column("code", Uuid, nullable=False, unique=True, server_default=func.gen_random_uuid()),
    Column("labels", ARRAY(Text), nullable=False, server_default=text("ARRAY[]::text[]")),
    Column("grid", ARRAY(Integer, dimensions=2)),
    Column("features", JSONB, server_default=text("'{\"beds\": 1}'::jsonb")),
    Column("name", String(80), nullable=False),
    Column("description", Text),
    Column("search", TSVECTOR, Computed("to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))", persisted=True)),
    Column("price", Numeric(8, 2)),
    Column("cleaning", Interval, server_default=text("'01:00:00'::interval")),
    CheckConstraint("price > 0", name="ck_rooms_price"),
    Index(None, "search", postgresql_using="gin"),
    Index("ix_rooms_lower_name", text("lower(name)"), unique=True),
    Index("ix_rooms_features", "features", postgresql_using="gin", postgresql_ops={"features": "jsonb_path_ops"}),
)
Table(
    "bookings", metadata,
    Column("id", Integer, Identity(always=True), primary_key=True),
    Column("room", INT4RANGE, nullable=False),
    Column("days", DATERANGE, nullable=False),
    Column("cancelled", Boolean, nullable=False, server_default=text("false")),
    Column("booked_on", Date, nullable=False, server_default=func.current_date()),
    ExcludeConstraint(("room", "="), ("days", "&&"), name="ex_bookings_overlap", using="gist", where=text("NOT cancelled")),
    UniqueConstraint("room", "booked_on"),
    CheckConstraint("NOT isempty(days)", name="ck_bookings_days"),
)
