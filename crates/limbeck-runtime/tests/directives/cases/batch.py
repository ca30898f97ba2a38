"""batch_alter_table."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: batch_alter_table | schema | many changes
with op.batch_alter_table('t', schema='s') as batch_op:
    batch_op.add_column(sa.Column('x', sa.String(5), nullable=False, comment='c'))
    batch_op.alter_column('a', existing_type=sa.Integer(), nullable=False)
    batch_op.drop_column('b')
    batch_op.create_index('ix', ['x'], unique=False)
    batch_op.drop_index('iy')
    batch_op.create_foreign_key('fk', 'o', ['x'], ['id'], referent_schema='r')
    batch_op.drop_constraint('ck', type_='check')
    batch_op.create_unique_constraint(batch_op.f('uq'), ['x'])
    batch_op.create_table_comment('c')

#: batch_alter_table | recreate | always, without copy_from
with op.batch_alter_table('t', recreate='always') as batch_op:
    batch_op.drop_column('b')

#: batch_alter_table | insert_after | without copy_from
with op.batch_alter_table('t') as batch_op:
    batch_op.add_column(sa.Column('x', sa.Integer()), insert_after='a')
