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

#: sa.Enum | name | in a new table
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e")), sa.Column("b", sa.Enum("x", "y", name="e")))

#: sa.Enum | name | that needs quoting
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="My E")))

#: sa.Enum | name | in two tables
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e")))
op.create_table("u", sa.Column("a", sa.Enum("x", "y", name="e")))

#: sa.Enum | schema
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e", schema="s")))

#: sa.Enum | schema | the table's own
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e", schema="s")), schema="s")

#: sa.Enum | metadata
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e", metadata=sa.MetaData())))

#: sa.Enum | native_enum
op.create_table("t", sa.Column("a", sa.Enum("x", "long one", name="e", native_enum=False)))

#: sa.Enum | create_constraint
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="ck", native_enum=False, create_constraint=True)))

#: sa.Enum | create_constraint | without a name
op.create_table("t", sa.Column("a", sa.Enum("x", "y", native_enum=False, create_constraint=True)))

#: sa.Enum | length
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e", native_enum=False, length=30)))

#: sa.Enum | values | with quotes and percent signs
op.create_table("t", sa.Column("a", sa.Enum("it's", "100%", "a\\b", name="e")))

#: sa.Enum | default
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e"), server_default="x", nullable=False))

#: sa.Enum | collation
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e", collation="C")))

#: sa.Enum | values_callable
op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="e", validate_strings=True)))

#: postgresql.ENUM | name
op.create_table("t", sa.Column("a", postgresql.ENUM("x", "y", name="e")))

#: postgresql.ENUM | create_type
op.create_table("t", sa.Column("a", postgresql.ENUM("x", "y", name="e", create_type=False)))

#: postgresql.ENUM | schema
op.create_table("t", sa.Column("a", postgresql.ENUM("x", "y", name="e", schema="s")))

#: postgresql.ENUM | create
#= dynamic: op.get_bind() is a connection, and scripts may do anything with it
postgresql.ENUM("x", "y", name="e").create(op.get_bind())

#: postgresql.ENUM | create | checkfirst=False
#= dynamic: op.get_bind() is a connection, and scripts may do anything with it
postgresql.ENUM("x", "y", name="e").create(op.get_bind(), checkfirst=False)

#: postgresql.ENUM | drop
#= dynamic: op.get_bind() is a connection, and scripts may do anything with it
postgresql.ENUM("x", "y", name="e").drop(op.get_bind(), checkfirst=False)

#: postgresql.ENUM | in an array
op.create_table("t", sa.Column("a", postgresql.ARRAY(postgresql.ENUM("x", "y", name="e"))))

#: postgresql.ENUM | default
op.add_column("t", sa.Column("a", postgresql.ENUM("x", "y", name="e", create_type=False), server_default=sa.text("'x'::e")))

#: postgresql.DOMAIN | in a new table
op.create_table("t", sa.Column("a", postgresql.DOMAIN("d", sa.Integer())))

#: postgresql.DOMAIN | every argument
op.create_table("t", sa.Column("a", postgresql.DOMAIN("d", sa.Text(), collation="C", default="x", constraint_name="ck", not_null=True, check="VALUE <> ''", schema="s")))
