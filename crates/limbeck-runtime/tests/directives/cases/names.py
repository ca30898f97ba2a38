"""Names: quoting, reserved words, conventions, length."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: names | reserved words
op.create_table('order', sa.Column('rank', sa.Integer()), sa.Column('key', sa.Integer()), sa.Column('offset', sa.Integer()), sa.Column('user', sa.Integer()), sa.Column('Groups', sa.Integer()), sa.Column('a`b', sa.Integer()), sa.Column('row', sa.Integer()), sa.Column('period', sa.Integer()), sa.Column('position', sa.Integer()), sa.Column('returning', sa.Integer()))

#: names | made by the database
op.create_table('t', sa.Column('a', sa.Integer(), index=True, unique=True), sa.Column('b', sa.Integer(), unique=True), sa.UniqueConstraint('a', 'b'), schema='s')

#: op.f | too long
op.create_table('t', sa.Column('a', sa.Integer()), sa.UniqueConstraint('a', name=op.f('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu')), sa.Index(op.f('iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii'), 'a'))

#: names | too long | an index
op.create_index('iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii', 't', ['a'])

#: names | too long | a constraint
op.create_unique_constraint('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu', 't', ['a'])

#: op.f | too long | made and dropped
op.create_unique_constraint(op.f('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu'), 't', ['a'])
op.drop_constraint(op.f('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu'), 't', type_='unique')
