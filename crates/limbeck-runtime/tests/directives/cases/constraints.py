"""Constraints that are made and dropped."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: constraints | all kinds
op.create_primary_key('pk', 't', ['a', 'b'])
op.create_unique_constraint('uq', 't', ['a', 'order'], schema='s')
op.create_check_constraint('ck', 't', "a > 0 AND b <> '%'")
op.create_check_constraint('ck2', 't', sa.column('a') > 5)
op.create_foreign_key('fk', 't', 'o', ['a'], ['id'], ondelete='CASCADE', onupdate='RESTRICT', source_schema='s', referent_schema='r')
op.create_foreign_key(None, 't', 'o', ['a'], ['id'])

#: create_unique_constraint | deferrable
op.create_unique_constraint('uq', 't', ['a'], deferrable=True)

#: create_foreign_key | deferrable | False
op.create_foreign_key('fk', 't', 'o', ['a'], ['id'], deferrable=False)

#: create_exclude_constraint | elements | one
op.create_exclude_constraint('ex', 't', ('a', '='))

#: drop_constraint | type_ | all kinds
op.drop_constraint('fk', 't', type_='foreignkey')
op.drop_constraint('pk', 't', type_='primary')
op.drop_constraint('Uq', 't', type_='unique', schema='s')
op.drop_constraint('ck', 'order', type_='check')
op.drop_constraint('fk', 't', type_='foreignkey', if_exists=True)

#: drop_constraint | type_ | without
op.drop_constraint('x', 't')
