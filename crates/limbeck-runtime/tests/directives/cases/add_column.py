"""add_column and drop_column."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: add_column | server_default | server_default='0'
op.add_column('t', sa.Column('a', sa.String(50), server_default='0'))

#: add_column | server_default | server_default="it's"
op.add_column('t', sa.Column('a', sa.String(50), server_default="it's"))

#: add_column | server_default | server_default='a\\b 100%'
op.add_column('t', sa.Column('a', sa.String(50), server_default='a\\b 100%'))

#: add_column | server_default | server_default=''
op.add_column('t', sa.Column('a', sa.String(50), server_default=''))

#: add_column | server_default | server_default=sa.text('0')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('0')))

#: add_column | server_default | server_default=sa.text('-1')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('-1')))

#: add_column | server_default | server_default=sa.text('0.5')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('0.5')))

#: add_column | server_default | server_default=sa.text("'x'")
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text("'x'")))

#: add_column | server_default | server_default=sa.text('NULL')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('NULL')))

#: add_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('CURRENT_TIMESTAMP')))

#: add_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP(6)')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('CURRENT_TIMESTAMP(6)')))

#: add_column | server_default | server_default=sa.text('current_timestamp()')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('current_timestamp()')))

#: add_column | server_default | server_default=sa.text('now()')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('now()')))

#: add_column | server_default | server_default=sa.text('NOW(3)')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('NOW(3)')))

#: add_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP')))

#: add_column | server_default | server_default=sa.text('now() on  update now()')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('now() on  update now()')))

#: add_column | server_default | server_default=sa.text('(uuid())')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('(uuid())')))

#: add_column | server_default | server_default=sa.text('uuid()')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('uuid()')))

#: add_column | server_default | server_default=sa.text(' (1)')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text(' (1)')))

#: add_column | server_default | server_default=sa.text('"x"')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('"x"')))

#: add_column | server_default | server_default=sa.text("b'0'")
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text("b'0'")))

#: add_column | server_default | server_default=sa.text('TRUE')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('TRUE')))

#: add_column | server_default | server_default=sa.func.now()
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.func.now()))

#: add_column | server_default | server_default=sa.func.current_timestamp()
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.func.current_timestamp()))

#: add_column | server_default | server_default=sa.func.now(6)
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.func.now(6)))

#: add_column | server_default | server_default=sa.func.uuid()
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.func.uuid()))

#: add_column | server_default | server_default=sa.true()
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.true()))

#: add_column | server_default | server_default=sa.false()
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.false()))

#: add_column | server_default | server_default=sa.null()
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.null()))

#: add_column | server_default | server_default=sa.cast('1', sa.Integer)
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.cast('1', sa.Integer)))

#: add_column | server_default | server_default=sa.func.lower('X')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.func.lower('X')))

#: add_column | server_default | server_default=sa.text('(JSON_ARRAY())')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('(JSON_ARRAY())')))

#: add_column | server_default | server_default=sa.text("('{}')")
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text("('{}')")))

#: add_column | server_default | server_default=sa.FetchedValue()
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.FetchedValue()))

#: add_column | server_onupdate | server_onupdate=sa.FetchedValue()
op.add_column('t', sa.Column('a', sa.String(50), server_onupdate=sa.FetchedValue()))

#: add_column | server_default | server_default=sa.text('now()'), server_onupdate=sa.text('now()')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.text('now()'), server_onupdate=sa.text('now()')))

#: add_column | server_default | server_default=sa.literal_column('1')
op.add_column('t', sa.Column('a', sa.String(50), server_default=sa.literal_column('1')))

#: add_column | default | default=5
op.add_column('t', sa.Column('a', sa.String(50), default=5))

#: add_column | comment | comment='noted'
op.add_column('t', sa.Column('a', sa.String(50), comment='noted'))

#: add_column | comment | comment="it's 100% \\ :x"
op.add_column('t', sa.Column('a', sa.String(50), comment="it's 100% \\ :x"))

#: add_column | comment | comment=''
op.add_column('t', sa.Column('a', sa.String(50), comment=''))

#: add_column | nullable | nullable=False, comment='c', server_default='x'
op.add_column('t', sa.Column('a', sa.String(50), nullable=False, comment='c', server_default='x'))

#: add_column | unique | unique=True
op.add_column('t', sa.Column('a', sa.String(50), unique=True))

#: add_column | index | index=True
op.add_column('t', sa.Column('a', sa.String(50), index=True))

#: add_column | index | index=True, unique=True
op.add_column('t', sa.Column('a', sa.String(50), index=True, unique=True))

#: add_column | primary_key | primary_key=True, autoincrement=False
op.add_column('t', sa.Column('a', sa.String(50), primary_key=True, autoincrement=False))

#: add_column | quote | quote=True
op.add_column('t', sa.Column('a', sa.String(50), quote=True))

#: add_column | nullable | nullable=False
op.add_column('t', sa.Column('a', sa.String(50), nullable=False))

#: add_column | key | key='other'
op.add_column('t', sa.Column('a', sa.String(50), key='other'))

#: add_column | info | info={'a': 1}
op.add_column('t', sa.Column('a', sa.String(50), info={'a': 1}))

#: add_column | primary_key | primary_key=True, server_default='5'
op.add_column('t', sa.Column('a', sa.String(50), primary_key=True, server_default='5'))

#: drop_column | column_name
op.drop_column('t', 'order')
op.drop_column('t', 'a', schema='s')

#: drop_column | if_exists
op.drop_column('t', 'a', if_exists=True)

#: add_column | if_not_exists
op.add_column('t', sa.Column('a', sa.Integer()), if_not_exists=True)

#: add_column | inline_references
op.add_column('t', sa.Column('a', sa.Integer(), sa.ForeignKey('o.id')), inline_references=True)

#: add_column | sa.ForeignKey | with everything
op.add_column('t', sa.Column('a', sa.Integer(), sa.ForeignKey('s.o.id', ondelete='CASCADE', name='fk'), nullable=False, server_default='1', comment='c'), schema='s')

#: add_column | inline_primary_key
op.add_column('t', sa.Column('id', sa.Integer(), primary_key=True))
op.add_column('t', sa.Column('id', sa.Integer(), primary_key=True), inline_primary_key=True)
op.add_column('t', sa.Column('id', sa.Integer(), primary_key=True, autoincrement=False), inline_primary_key=True)

#: add_column | column | what brings more
op.add_column('t', sa.Column('a', sa.Boolean(create_constraint=True, name='ckb')))
op.add_column('t', sa.Column('u', sa.Integer(), unique=True))
op.add_column('t', sa.Column('b', sa.Enum('x', 'y', name='e'), index=True, nullable=False))
op.add_column('t', sa.Column('c', sa.Integer(), sa.CheckConstraint('c > 0', name='ck')))
op.add_column('t', sa.Column('d', sa.Integer(), sa.Computed('a + 1', persisted=True)))

#: add_column | server_default | a cast
op.add_column('t', sa.Column('a', sa.Integer(), server_default=sa.cast('1', sa.Integer())))

#: add_column | schema
op.add_column("t", sa.Column("a", sa.Integer()), schema="s")

#: add_column | column | not null
op.add_column("T", sa.Column("Mixed", sa.Integer(), nullable=False))

#: add_column | column | not null with a default
op.add_column("t", sa.Column("a", sa.Boolean(), nullable=False, server_default=sa.false()))

#: add_column | if_not_exists | False
op.add_column("t", sa.Column("a", sa.Integer()), if_not_exists=False)

#: add_column | if_not_exists | with an index
op.add_column("t", sa.Column("a", sa.Integer(), index=True), if_not_exists=True)

#: add_column | inline_references | with everything
op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("s.o.id", name="fk", ondelete="CASCADE", onupdate="SET NULL")), inline_references=True)

#: add_column | inline_references | several keys
op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id"), sa.ForeignKey("p.id")), inline_references=True)

#: add_column | inline_references | no key
op.add_column("t", sa.Column("a", sa.Integer()), inline_references=True)

#: add_column | inline_references | deferrable
op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id", deferrable=True, initially="DEFERRED", match="FULL")), inline_references=True)

#: add_column | inline_primary_key | False
op.add_column("t", sa.Column("a", sa.Integer(), primary_key=True), inline_primary_key=False)

#: add_column | inline_primary_key | no key
op.add_column("t", sa.Column("a", sa.Integer()), inline_primary_key=True)

#: add_column | inline_primary_key | identity
op.add_column("t", sa.Column("a", sa.BigInteger(), sa.Identity(), primary_key=True), inline_primary_key=True)

#: add_column | sa.ForeignKey | plain
op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id")))

#: add_column | sa.ForeignKey | to itself
op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("t.id")))

#: add_column | sa.ForeignKey | deferrable
op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id", deferrable=True, initially="DEFERRED")))

#: add_column | sa.ForeignKey | several
op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id"), sa.ForeignKey("p.id")))

#: add_column | sa.CheckConstraint | without a name
op.add_column("t", sa.Column("a", sa.Integer(), sa.CheckConstraint("a > 0")))

#: add_column | sa.Identity
op.add_column("t", sa.Column("a", sa.Integer(), sa.Identity(always=True, start=5)))

#: add_column | sa.Computed
op.add_column("t", sa.Column("a", sa.Integer(), sa.Computed("b * 2", persisted=True)))

#: add_column | sa.Sequence
op.add_column("t", sa.Column("a", sa.Integer(), sa.Sequence("q")))

#: add_column | sa.Enum | native
op.add_column("t", sa.Column("a", sa.Enum("x", "y", name="e")))

#: add_column | sa.Enum | native, with a default
op.add_column("t", sa.Column("a", sa.Enum("x", "y", name="e"), server_default="x", nullable=False))

#: add_column | sa.Boolean | create_constraint
op.add_column("t", sa.Column("a", sa.Boolean(create_constraint=True)))

#: add_column | comment | in a schema
op.add_column("t", sa.Column("a", sa.Integer(), comment="c"), schema="s")

#: add_column | index | in a schema
op.add_column("t", sa.Column("a", sa.Integer(), index=True, unique=True), schema="s")

#: add_column | unique | beside an index
op.add_column("t", sa.Column("a", sa.Integer(), unique=True, index=True))

#: add_column | server_default | a function with parentheses on SQLite
op.add_column("t", sa.Column("a", sa.DateTime(), server_default=sa.func.now()))

#: add_column | autoincrement
op.add_column("t", sa.Column("a", sa.Integer(), autoincrement=True))

#: drop_column | schema
op.drop_column("t", "a", schema="s")

#: drop_column | column_name | that needs quoting
op.drop_column("Order", "Group")

#: drop_column | if_exists | False
op.drop_column("t", "a", if_exists=False)

#: drop_column | mssql_drop_default
op.drop_column("t", "a", mssql_drop_default=True)

#: drop_column | mssql_drop_check
op.drop_column("t", "a", mssql_drop_check=True, mssql_drop_foreign_key=True)
