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

#: sa.Sequence | CreateSequence | plain
op.execute(sa.schema.CreateSequence(sa.Sequence("q")))

#: sa.Sequence | CreateSequence | start and increment
op.execute(sa.schema.CreateSequence(sa.Sequence("q", start=5, increment=3)))

#: sa.Sequence | CreateSequence | limits
op.execute(sa.schema.CreateSequence(sa.Sequence("q", minvalue=1, maxvalue=99, cycle=True)))

#: sa.Sequence | CreateSequence | no limits
op.execute(sa.schema.CreateSequence(sa.Sequence("q", nominvalue=True, nomaxvalue=True)))

#: sa.Sequence | CreateSequence | cache and order
op.execute(sa.schema.CreateSequence(sa.Sequence("q", cache=5, order=True)))

#: sa.Sequence | CreateSequence | data_type
op.execute(sa.schema.CreateSequence(sa.Sequence("q", data_type=sa.SmallInteger())))

#: sa.Sequence | CreateSequence | if_not_exists
op.execute(sa.schema.CreateSequence(sa.Sequence("q"), if_not_exists=True))

#: sa.Sequence | DropSequence
op.execute(sa.schema.DropSequence(sa.Sequence("q", schema="s")))

#: sa.Sequence | DropSequence | if_exists
op.execute(sa.schema.DropSequence(sa.Sequence("q"), if_exists=True))

#: sa.Sequence | in a column
op.create_table("t", sa.Column("a", sa.Integer(), sa.Sequence("q"), primary_key=True))

#: sa.Sequence | in a column | with a default of its own
op.create_table("t", sa.Column("a", sa.Integer(), sa.Sequence("q"), server_default=sa.text("nextval('q')")))

#: sa.Sequence | in a column | in a schema, with a start
op.create_table("t", sa.Column("a", sa.Integer(), sa.Sequence("q", start=3, schema="s"), primary_key=True))

#: sa.Sequence | next_value | in an update
op.execute(sa.table("t", sa.column("a")).update().values(a=sa.Sequence("q").next_value()))

#: sa.schema.CreateSchema | name
op.execute(sa.schema.CreateSchema("s"))

#: sa.schema.CreateSchema | name | that needs quoting
op.execute(sa.schema.CreateSchema("My s"))

#: sa.schema.DropSchema | name
op.execute(sa.schema.DropSchema("My s"))
