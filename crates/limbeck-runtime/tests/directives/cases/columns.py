"""Arguments of sa.Column, in a new table."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: sa.Column | server_default | server_default='0'
op.create_table('t', sa.Column('a', sa.String(50), server_default='0'))

#: sa.Column | server_default | server_default="it's"
op.create_table('t', sa.Column('a', sa.String(50), server_default="it's"))

#: sa.Column | server_default | server_default='a\\b 100%'
op.create_table('t', sa.Column('a', sa.String(50), server_default='a\\b 100%'))

#: sa.Column | server_default | server_default=''
op.create_table('t', sa.Column('a', sa.String(50), server_default=''))

#: sa.Column | server_default | server_default=sa.text('0')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('0')))

#: sa.Column | server_default | server_default=sa.text('-1')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('-1')))

#: sa.Column | server_default | server_default=sa.text('0.5')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('0.5')))

#: sa.Column | server_default | server_default=sa.text("'x'")
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text("'x'")))

#: sa.Column | server_default | server_default=sa.text('NULL')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('NULL')))

#: sa.Column | server_default | server_default=sa.text('CURRENT_TIMESTAMP')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('CURRENT_TIMESTAMP')))

#: sa.Column | server_default | server_default=sa.text('CURRENT_TIMESTAMP(6)')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('CURRENT_TIMESTAMP(6)')))

#: sa.Column | server_default | server_default=sa.text('current_timestamp()')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('current_timestamp()')))

#: sa.Column | server_default | server_default=sa.text('now()')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('now()')))

#: sa.Column | server_default | server_default=sa.text('NOW(3)')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('NOW(3)')))

#: sa.Column | server_default | server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP')))

#: sa.Column | server_default | server_default=sa.text('now() on  update now()')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('now() on  update now()')))

#: sa.Column | server_default | server_default=sa.text('(uuid())')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('(uuid())')))

#: sa.Column | server_default | server_default=sa.text('uuid()')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('uuid()')))

#: sa.Column | server_default | server_default=sa.text(' (1)')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text(' (1)')))

#: sa.Column | server_default | server_default=sa.text('"x"')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('"x"')))

#: sa.Column | server_default | server_default=sa.text("b'0'")
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text("b'0'")))

#: sa.Column | server_default | server_default=sa.text('TRUE')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('TRUE')))

#: sa.Column | server_default | server_default=sa.func.now()
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.func.now()))

#: sa.Column | server_default | server_default=sa.func.current_timestamp()
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.func.current_timestamp()))

#: sa.Column | server_default | server_default=sa.func.now(6)
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.func.now(6)))

#: sa.Column | server_default | server_default=sa.func.uuid()
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.func.uuid()))

#: sa.Column | server_default | server_default=sa.true()
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.true()))

#: sa.Column | server_default | server_default=sa.false()
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.false()))

#: sa.Column | server_default | server_default=sa.null()
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.null()))

#: sa.Column | server_default | server_default=sa.cast('1', sa.Integer)
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.cast('1', sa.Integer)))

#: sa.Column | server_default | server_default=sa.func.lower('X')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.func.lower('X')))

#: sa.Column | server_default | server_default=sa.text('(JSON_ARRAY())')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('(JSON_ARRAY())')))

#: sa.Column | server_default | server_default=sa.text("('{}')")
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text("('{}')")))

#: sa.Column | server_default | server_default=sa.FetchedValue()
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.FetchedValue()))

#: sa.Column | server_onupdate | server_onupdate=sa.FetchedValue()
op.create_table('t', sa.Column('a', sa.String(50), server_onupdate=sa.FetchedValue()))

#: sa.Column | server_default | server_default=sa.text('now()'), server_onupdate=sa.text('now()')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.text('now()'), server_onupdate=sa.text('now()')))

#: sa.Column | server_default | server_default=sa.literal_column('1')
op.create_table('t', sa.Column('a', sa.String(50), server_default=sa.literal_column('1')))

#: sa.Column | default | default=5
op.create_table('t', sa.Column('a', sa.String(50), default=5))

#: sa.Column | comment | comment='noted'
op.create_table('t', sa.Column('a', sa.String(50), comment='noted'))

#: sa.Column | comment | comment="it's 100% \\ :x"
op.create_table('t', sa.Column('a', sa.String(50), comment="it's 100% \\ :x"))

#: sa.Column | comment | comment=''
op.create_table('t', sa.Column('a', sa.String(50), comment=''))

#: sa.Column | nullable | nullable=False, comment='c', server_default='x'
op.create_table('t', sa.Column('a', sa.String(50), nullable=False, comment='c', server_default='x'))

#: sa.Column | unique | unique=True
op.create_table('t', sa.Column('a', sa.String(50), unique=True))

#: sa.Column | index | index=True
op.create_table('t', sa.Column('a', sa.String(50), index=True))

#: sa.Column | index | index=True, unique=True
op.create_table('t', sa.Column('a', sa.String(50), index=True, unique=True))

#: sa.Column | primary_key | primary_key=True, autoincrement=False
op.create_table('t', sa.Column('a', sa.String(50), primary_key=True, autoincrement=False))

#: sa.Column | quote | quote=True
op.create_table('t', sa.Column('a', sa.String(50), quote=True))

#: sa.Column | nullable | nullable=False
op.create_table('t', sa.Column('a', sa.String(50), nullable=False))

#: sa.Column | key | key='other'
op.create_table('t', sa.Column('a', sa.String(50), key='other'))

#: sa.Column | info | info={'a': 1}
op.create_table('t', sa.Column('a', sa.String(50), info={'a': 1}))

#: sa.Column | primary_key | primary_key=True, server_default='5'
op.create_table('t', sa.Column('a', sa.String(50), primary_key=True, server_default='5'))

#: sa.Column | sa.Identity | plain
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity()))

#: sa.Column | sa.Identity | always
op.create_table("t", sa.Column("a", sa.BigInteger(), sa.Identity(always=True), primary_key=True))

#: sa.Column | sa.Identity | start and increment
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(start=5, increment=10)))

#: sa.Column | sa.Identity | minvalue and maxvalue
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(minvalue=-5, maxvalue=1000)))

#: sa.Column | sa.Identity | nominvalue and nomaxvalue
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(nominvalue=True, nomaxvalue=True)))

#: sa.Column | sa.Identity | cycle
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(cycle=True)))

#: sa.Column | sa.Identity | cycle=False
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(cycle=False)))

#: sa.Column | sa.Identity | cache
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(cache=7)))

#: sa.Column | sa.Identity | on_null
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(on_null=True)))

#: sa.Column | sa.Identity | order
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(order=True)))

#: sa.Column | sa.Identity | on a type that is not whole
op.create_table("t", sa.Column("a", sa.Numeric(), sa.Identity()))

#: sa.Column | sa.Identity | nullable
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(), nullable=True))

#: sa.Column | sa.Identity | composite key
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(), primary_key=True), sa.Column("b", sa.Integer(), primary_key=True))

#: sa.Column | sa.Identity | autoincrement=False
op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(), primary_key=True, autoincrement=False))

#: sa.Column | sa.Computed | plain
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer(), sa.Computed("a * 2", persisted=True)))

#: sa.Column | sa.Computed | persisted=False
#= dialects: sqlite mysql mariadb
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer(), sa.Computed("a * 2", persisted=False)))

#: sa.Column | sa.Computed | an expression
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer(), sa.Computed(sa.column("a") + 5, persisted=True)))

#: sa.Column | sa.Computed | not null
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer(), sa.Computed("a * 2", persisted=True), nullable=False))

#: sa.Column | sa.Computed | with text that has percent signs and quotes
op.create_table("t", sa.Column("a", sa.Text()), sa.Column("b", sa.Integer(), sa.Computed("a LIKE '%it''s%'", persisted=True)))

#: sa.Column | sa.FetchedValue
op.create_table("t", sa.Column("a", sa.Integer(), sa.FetchedValue()))

#: sa.Column | sa.DefaultClause
op.create_table("t", sa.Column("a", sa.Text(), sa.DefaultClause("x")), sa.Column("b", sa.Integer(), sa.DefaultClause(sa.text("5"))))

#: sa.Column | sa.CheckConstraint
op.create_table("t", sa.Column("a", sa.Integer(), sa.CheckConstraint("a > 0")), sa.Column("b", sa.Integer(), sa.CheckConstraint("b > 0", name="ck")))

#: sa.Column | type_ | by keyword
op.create_table("t", sa.Column("a", type_=sa.Integer()), sa.Column(name="b", type_=sa.Text))

#: sa.Column | name | by keyword
op.create_table("t", sa.Column(name="a", type_=sa.Integer()))

#: sa.Column | type_ | a class
op.create_table("t", sa.Column("a", sa.Integer), sa.Column("b", sa.DateTime), sa.Column("c", sa.Text))

#: sa.Column | autoincrement | False on a key
op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True, autoincrement=False))

#: sa.Column | autoincrement | True on a composite key
op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True, autoincrement=True), sa.Column("b", sa.Integer(), primary_key=True))

#: sa.Column | autoincrement | True without a key
op.create_table("t", sa.Column("a", sa.Integer(), autoincrement=True))

#: sa.Column | autoincrement | ignore_fk
op.create_table("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id"), primary_key=True, autoincrement="ignore_fk"))

#: sa.Column | autoincrement | auto
op.create_table("t", sa.Column("a", sa.SmallInteger(), primary_key=True, autoincrement="auto"))

#: sa.Column | autoincrement | a type that does not count
op.create_table("t", sa.Column("a", sa.String(5), primary_key=True, autoincrement=True))

#: sa.Column | autoincrement | a number without decimals
op.create_table("t", sa.Column("a", sa.Numeric(10, 0), primary_key=True, autoincrement=True))

#: sa.Column | autoincrement | a variant
op.create_table("t", sa.Column("a", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True))

#: sa.Column | primary_key | a server default beside it
op.create_table("t", sa.Column("a", sa.Uuid(), primary_key=True, server_default=sa.text("gen_random_uuid()")))

#: sa.Column | server_default | sa.func.now with parentheses
op.create_table("t", sa.Column("a", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False))

#: sa.Column | server_default | an expression with a cast
op.create_table("t", sa.Column("a", sa.Text(), server_default=sa.text("'{}'::jsonb")))

#: sa.Column | server_default | sa.literal
op.create_table("t", sa.Column("a", sa.Integer(), server_default=sa.literal(5)))

#: sa.Column | server_default | a str with a line break
op.create_table("t", sa.Column("a", sa.Text(), server_default="a\nb"))

#: sa.Column | server_default | sa.text with an escaped colon
op.create_table("t", sa.Column("a", sa.Text(), server_default=sa.text(r"'a\:b'")))

#: sa.Column | server_default | sa.text with a colon
op.create_table("t", sa.Column("a", sa.Text(), server_default=sa.text("'a:b'")))

#: sa.Column | server_default | sa.text that looks like a parameter
op.create_table("t", sa.Column("a", sa.Text(), server_default=sa.text("':b'")))

#: sa.Column | server_default | a sum
op.create_table("t", sa.Column("a", sa.Integer(), server_default=sa.literal_column("1") + sa.literal_column("2")))

#: sa.Column | server_default | None
op.create_table("t", sa.Column("a", sa.Integer(), server_default=None))

#: sa.Column | insert_default
op.create_table("t", sa.Column("a", sa.Integer(), insert_default=5))

#: sa.Column | onupdate
op.create_table("t", sa.Column("a", sa.DateTime(), onupdate=sa.func.now()))

#: sa.Column | system
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("xmin", sa.Integer(), system=True))

#: sa.Column | doc
op.create_table("t", sa.Column("a", sa.Integer(), doc="what it is"))

#: sa.Column | quote | False
op.create_table("t", sa.Column("Mixed", sa.Integer(), quote=False), sa.Column("order", sa.Integer(), quote=False))

#: sa.Column | index | in a schema
op.create_table("t", sa.Column("a", sa.Integer(), index=True), sa.Column("b", sa.Integer(), index=True, unique=True), schema="s")

#: sa.Column | unique | beside a key
op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True), sa.Column("b", sa.Text(), unique=True))

#: sa.Column | sqlite_on_conflict_primary_key
op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True, sqlite_on_conflict_primary_key="FAIL"))

#: sa.Column | sqlite_on_conflict_not_null
op.create_table("t", sa.Column("a", sa.Integer(), nullable=False, sqlite_on_conflict_not_null="IGNORE"))

#: sa.Column | sqlite_on_conflict_unique
op.create_table("t", sa.Column("a", sa.Integer(), unique=True, sqlite_on_conflict_unique="REPLACE"))

#: sa.Column | mssql_identity_start
op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True, mssql_identity_start=5))

#: sa.Column | comment | in two lines
op.create_table("t", sa.Column("a", sa.Integer(), comment="one\ntwo"), sa.Column("b", sa.Integer(), comment="a; b"))

#: sa.Column | nullable | False, with a default
op.create_table("t", sa.Column("a", sa.Integer(), nullable=False, server_default="0"))

#: sa.Column | nullable | True on a key
op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True, nullable=True))
