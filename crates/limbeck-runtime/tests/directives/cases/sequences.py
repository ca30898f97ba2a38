"""Sequences and schemas."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: sa.Sequence | CreateSequence | some
op.execute(sa.schema.CreateSequence(sa.Sequence('X y', schema='s', start=5, cycle=False, data_type=sa.BigInteger()), if_not_exists=True))
op.execute(sa.schema.DropSequence(sa.Sequence('x'), if_exists=True))

#: sa.Sequence | next_value | in a new table
op.create_table('t', sa.Column('a', sa.Integer(), server_default=sa.Sequence('x').next_value()))

#: sa.schema.CreateSchema | if_not_exists
op.execute(sa.schema.CreateSchema('a B', if_not_exists=True))
op.execute(sa.schema.DropSchema('x'))

#: sa.schema.DropSchema | cascade
op.execute(sa.schema.DropSchema('x', cascade=True))

#: sa.Sequence | CreateSequence | every argument
op.execute(sa.schema.CreateSequence(sa.Sequence('x')))
op.execute(sa.schema.CreateSequence(sa.Sequence('X y', schema='s', start=5, increment=2, minvalue=1, maxvalue=9, cycle=True, cache=3), if_not_exists=True))
op.execute(sa.schema.CreateSequence(sa.Sequence('y', nominvalue=True, nomaxvalue=True, cycle=False, data_type=sa.BigInteger())))
op.execute(sa.schema.DropSequence(sa.Sequence('x')))
op.execute(sa.schema.DropSequence(sa.Sequence('X y', schema='s'), if_exists=True))

#: sa.schema.DropSchema | if_exists
op.execute(sa.schema.CreateSchema('a B', if_not_exists=True))
op.execute(sa.schema.DropSchema('x'))
op.execute(sa.schema.DropSchema('x', cascade=True, if_exists=True))

#: sa.Sequence | next_value | everywhere
op.create_table('q', sa.Column('id', sa.Integer(), sa.Sequence('x'), server_default=sa.Sequence('x').next_value(), primary_key=True))
op.add_column('q', sa.Column('n', sa.Integer(), server_default=sa.Sequence('X y', schema='s').next_value()))
op.alter_column('q', 'n', server_default=sa.Sequence('it').next_value())
