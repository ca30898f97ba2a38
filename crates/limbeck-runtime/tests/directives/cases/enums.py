"""Enums and their types."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: sa.Enum | inherit_schema
op.create_table('t', sa.Column('a', sa.Enum('x', name='e', inherit_schema=True)), sa.Column('b', postgresql.ENUM('x', name='f', inherit_schema=True)), sa.Column('c', sa.Enum('x', name='g')), schema='s')
op.create_table('u', sa.Column('a', sa.Enum('x', name='i', inherit_schema=True)))
op.add_column('t', sa.Column('a', sa.Enum('x', name='e', inherit_schema=True)), schema='s')
op.alter_column('t', 'a', type_=sa.Enum('x', name='e', inherit_schema=True), schema='s')

#: sa.Enum | create_constraint | in a new column
op.add_column('t', sa.Column('a', sa.Enum('x', name='ck', native_enum=False, create_constraint=True)))
