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
