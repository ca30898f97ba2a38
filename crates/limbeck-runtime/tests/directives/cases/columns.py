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
