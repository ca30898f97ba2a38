"""alter_column."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: alter_column | nullable | nullable=False, existing_type=sa.Integer()
op.alter_column('t', 'c', nullable=False, existing_type=sa.Integer())

#: alter_column | nullable | nullable=True, existing_type=mysql.INTEGER(11)
op.alter_column('t', 'c', nullable=True, existing_type=mysql.INTEGER(11))

#: alter_column | nullable | nullable=False
op.alter_column('t', 'c', nullable=False)

#: alter_column | type_ | type_=sa.BigInteger()
op.alter_column('t', 'c', type_=sa.BigInteger())

#: alter_column | type_ | type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False
op.alter_column('t', 'c', type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False)

#: alter_column | type_ | type_=sa.String(20), existing_type=sa.String(10), existing_server_default='x', existing_comment='c', existing_nullable=False
op.alter_column('t', 'c', type_=sa.String(20), existing_type=sa.String(10), existing_server_default='x', existing_comment='c', existing_nullable=False)

#: alter_column | server_default | server_default='5'
op.alter_column('t', 'c', server_default='5')

#: alter_column | server_default | server_default='5', existing_type=sa.Integer(), existing_nullable=False
op.alter_column('t', 'c', server_default='5', existing_type=sa.Integer(), existing_nullable=False)

#: alter_column | server_default | server_default=None
op.alter_column('t', 'c', server_default=None)

#: alter_column | server_default | server_default=None, existing_type=sa.DateTime()
op.alter_column('t', 'c', server_default=None, existing_type=sa.DateTime())

#: alter_column | server_default | server_default=sa.text('5')
op.alter_column('t', 'c', server_default=sa.text('5'))

#: alter_column | server_default | server_default=sa.text('(uuid())')
op.alter_column('t', 'c', server_default=sa.text('(uuid())'))

#: alter_column | server_default | server_default=sa.text('uuid()')
op.alter_column('t', 'c', server_default=sa.text('uuid()'))

#: alter_column | server_default | server_default=sa.func.now(), existing_type=sa.DateTime()
op.alter_column('t', 'c', server_default=sa.func.now(), existing_type=sa.DateTime())

#: alter_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP'), existing_type=sa.TIMESTAMP(), existing_nullable=False
op.alter_column('t', 'c', server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP'), existing_type=sa.TIMESTAMP(), existing_nullable=False)

#: alter_column | server_default | server_default=sa.func.now()
op.alter_column('t', 'c', server_default=sa.func.now())

#: alter_column | server_default | server_default=sa.text('CURRENT_TIMESTAMP(6)'), existing_type=mysql.DATETIME(fsp=6)
op.alter_column('t', 'c', server_default=sa.text('CURRENT_TIMESTAMP(6)'), existing_type=mysql.DATETIME(fsp=6))

#: alter_column | existing_type | existing_type=sa.DateTime()
op.alter_column('t', 'c', existing_type=sa.DateTime())

#: alter_column | nullable | nullable=False, existing_type=sa.DateTime(), existing_server_default=sa.text('now()')
op.alter_column('t', 'c', nullable=False, existing_type=sa.DateTime(), existing_server_default=sa.text('now()'))

#: alter_column | nullable | nullable=False, existing_type=sa.Date(), existing_server_default=sa.text('curdate()')
op.alter_column('t', 'c', nullable=False, existing_type=sa.Date(), existing_server_default=sa.text('curdate()'))

#: alter_column | existing_type | existing_type=sa.Integer()
op.alter_column('t', 'c', existing_type=sa.Integer())

#: alter_column | comment | comment='noted', existing_type=sa.Integer()
op.alter_column('t', 'c', comment='noted', existing_type=sa.Integer())

#: alter_column | comment | comment="it's 100% \\ x", existing_type=sa.Integer(), existing_comment='y'
op.alter_column('t', 'c', comment="it's 100% \\ x", existing_type=sa.Integer(), existing_comment='y')

#: alter_column | comment | comment=None, existing_type=sa.Integer(), existing_comment='y'
op.alter_column('t', 'c', comment=None, existing_type=sa.Integer(), existing_comment='y')

#: alter_column | comment | comment=None, existing_type=sa.Integer()
op.alter_column('t', 'c', comment=None, existing_type=sa.Integer())

#: alter_column | new_column_name | new_column_name='d', existing_type=sa.Integer()
op.alter_column('t', 'c', new_column_name='d', existing_type=sa.Integer())

#: alter_column | new_column_name | new_column_name='key', existing_type=sa.String(5), existing_nullable=False, existing_server_default='x', existing_comment='c'
op.alter_column('t', 'c', new_column_name='key', existing_type=sa.String(5), existing_nullable=False, existing_server_default='x', existing_comment='c')

#: alter_column | new_column_name | new_column_name='d'
op.alter_column('t', 'c', new_column_name='d')

#: alter_column | new_column_name | new_column_name='d', type_=sa.Text()
op.alter_column('t', 'c', new_column_name='d', type_=sa.Text())

#: alter_column | new_column_name | new_column_name='c', existing_type=sa.Integer(), nullable=False
op.alter_column('t', 'c', new_column_name='c', existing_type=sa.Integer(), nullable=False)

#: alter_column | autoincrement | autoincrement=True, existing_type=sa.Integer(), existing_nullable=False
op.alter_column('t', 'c', autoincrement=True, existing_type=sa.Integer(), existing_nullable=False)

#: alter_column | autoincrement | autoincrement=False, existing_type=sa.Integer(), existing_autoincrement=True, nullable=False
op.alter_column('t', 'c', autoincrement=False, existing_type=sa.Integer(), existing_autoincrement=True, nullable=False)

#: alter_column | existing_autoincrement | existing_autoincrement=True, type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False
op.alter_column('t', 'c', existing_autoincrement=True, type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False)

#: alter_column | nullable | nullable=False, server_default='x', type_=sa.String(5), comment='c', new_column_name='d', schema='s'
op.alter_column('t', 'c', nullable=False, server_default='x', type_=sa.String(5), comment='c', new_column_name='d', schema='s')

#: alter_column | server_default | server_default=sa.true(), existing_type=sa.Boolean()
op.alter_column('t', 'c', server_default=sa.true(), existing_type=sa.Boolean())

#: alter_column | server_default | server_default=sa.false(), existing_type=mysql.TINYINT(1), nullable=False
op.alter_column('t', 'c', server_default=sa.false(), existing_type=mysql.TINYINT(1), nullable=False)

#: alter_column | type_ | type_=sa.Enum('a', "b'", name='e'), existing_type=sa.String(5)
op.alter_column('t', 'c', type_=sa.Enum('a', "b'", name='e'), existing_type=sa.String(5))

#: alter_column | type_ | type_=sa.Boolean(create_constraint=True, name='new'), existing_type=sa.Boolean(create_constraint=True, name='old')
op.alter_column('t', 'c', type_=sa.Boolean(create_constraint=True, name='new'), existing_type=sa.Boolean(create_constraint=True, name='old'))

#: alter_column | type_ | type_=mysql.VARCHAR(5, charset='utf8', collation='utf8_bin'), existing_type=sa.Text()
op.alter_column('t', 'c', type_=mysql.VARCHAR(5, charset='utf8', collation='utf8_bin'), existing_type=sa.Text())

#: alter_column | type_ | type_=sa.String(), existing_type=sa.Text()
op.alter_column('t', 'c', type_=sa.String(), existing_type=sa.Text())

#: alter_column | server_default | server_default=sa.Computed('a'), existing_type=sa.Integer()
op.alter_column('t', 'c', server_default=sa.Computed('a'), existing_type=sa.Integer())

#: alter_column | server_default | server_default=None, existing_server_default=sa.Computed('a'), existing_type=sa.Integer()
op.alter_column('t', 'c', server_default=None, existing_server_default=sa.Computed('a'), existing_type=sa.Integer())

#: alter_column | server_default | server_default=sa.Identity(), existing_type=sa.Integer()
op.alter_column('t', 'c', server_default=sa.Identity(), existing_type=sa.Integer())

#: alter_column | existing_server_default | existing_server_default='x', existing_type=sa.String(5), type_=sa.String(6)
op.alter_column('t', 'c', existing_server_default='x', existing_type=sa.String(5), type_=sa.String(6))

#: alter_column | existing_server_default | existing_server_default=False, existing_type=sa.String(5), nullable=False
op.alter_column('t', 'c', existing_server_default=False, existing_type=sa.String(5), nullable=False)

#: alter_column | existing_server_default | existing_server_default=None, existing_type=sa.String(5), nullable=False
op.alter_column('t', 'c', existing_server_default=None, existing_type=sa.String(5), nullable=False)

#: alter_column | server_default | server_default='a\\b', existing_type=sa.String(5)
op.alter_column('t', 'c', server_default='a\\b', existing_type=sa.String(5))

#: alter_column | server_default | server_default=sa.text('now()'), type_=sa.DateTime(), existing_type=sa.Date()
op.alter_column('t', 'c', server_default=sa.text('now()'), type_=sa.DateTime(), existing_type=sa.Date())

#: alter_column | nullable | nullable=True, existing_type=sa.Interval()
op.alter_column('t', 'c', nullable=True, existing_type=sa.Interval())

#: alter_column | server_default | server_default='x', existing_type=mysql.TIMESTAMP(fsp=3)
op.alter_column('t', 'c', server_default='x', existing_type=mysql.TIMESTAMP(fsp=3))

#: alter_column | server_default | server_default='x', existing_type=sa.Time()
op.alter_column('t', 'c', server_default='x', existing_type=sa.Time())

#: alter_column | column_name | nothing to change
op.alter_column("t", "c")

#: alter_column | column_name | nothing to change, with what is there
op.alter_column("t", "c", existing_type=sa.Integer(), existing_nullable=False, existing_comment="x")

#: alter_column | nullable | True
op.alter_column("t", "c", nullable=True, existing_type=sa.String(5))

#: alter_column | nullable | in a schema
op.alter_column("t", "c", nullable=False, existing_type=sa.String(5), schema="s")

#: alter_column | schema | that needs quoting
op.alter_column("Table", "Column", nullable=False, existing_type=sa.String(5), schema="Order")

#: alter_column | comment | with a type
op.alter_column("t", "c", comment="it's", existing_type=sa.String(5), existing_nullable=True)

#: alter_column | comment | False
op.alter_column("t", "c", comment=False, existing_type=sa.String(5), nullable=True)

#: alter_column | comment | empty
op.alter_column("t", "c", comment="", existing_type=sa.String(5))

#: alter_column | comment | in a schema
op.alter_column("t", "c", comment="x", existing_type=sa.String(5), schema="s")

#: alter_column | server_default | False
op.alter_column("t", "c", server_default=False, nullable=False, existing_type=sa.Integer())

#: alter_column | server_default | an expression
op.alter_column("t", "c", server_default=sa.text("(1 + 1)"), existing_type=sa.Integer())

#: alter_column | server_default | a literal with a quote
op.alter_column("t", "c", server_default="it's", existing_type=sa.String(5))

#: alter_column | server_default | sa.DefaultClause
op.alter_column("t", "c", server_default=sa.DefaultClause("5"), existing_type=sa.String(5))

#: alter_column | server_default | sa.null
op.alter_column("t", "c", server_default=sa.null(), existing_type=sa.String(5))

#: alter_column | server_default | sa.Identity, always
op.alter_column("t", "c", server_default=sa.Identity(always=True, start=3), existing_type=sa.Integer(), existing_nullable=False)

#: alter_column | server_default | sa.Identity taken away
op.alter_column("t", "c", server_default=None, existing_server_default=sa.Identity(), existing_type=sa.Integer())

#: alter_column | server_default | sa.Identity changed
op.alter_column("t", "c", server_default=sa.Identity(always=True, increment=7), existing_server_default=sa.Identity(start=2), existing_type=sa.Integer())

#: alter_column | server_default | sa.Identity that does not change
op.alter_column("t", "c", server_default=sa.Identity(), existing_server_default=sa.Identity(), existing_type=sa.Integer())

#: alter_column | server_default | sa.Identity, every argument changed
op.alter_column("t", "c", server_default=sa.Identity(always=False, start=2, increment=3, minvalue=1, maxvalue=99, cycle=True, cache=4), existing_server_default=sa.Identity(always=True), existing_type=sa.Integer())

#: alter_column | server_default | sa.Identity for a default
op.alter_column("t", "c", server_default="5", existing_server_default=sa.Identity(), existing_type=sa.Integer())

#: alter_column | server_default | sa.Computed for a default
op.alter_column("t", "c", server_default=sa.Computed("a"), existing_server_default="5", existing_type=sa.Integer())

#: alter_column | new_column_name | that needs quoting
op.alter_column("t", "c", new_column_name="New Name", existing_type=sa.Integer(), existing_nullable=True)

#: alter_column | new_column_name | in a schema
op.alter_column("t", "c", new_column_name="d", existing_type=sa.Integer(), schema="s")

#: alter_column | new_column_name | with everything else
op.alter_column("t", "c", new_column_name="d", nullable=False, type_=sa.BigInteger(), server_default="1", comment="x", existing_type=sa.Integer(), existing_nullable=True)

#: alter_column | type_ | in a schema
op.alter_column("t", "c", type_=sa.Text(), existing_type=sa.String(5), schema="s")

#: alter_column | type_ | with a collation
op.alter_column("t", "c", type_=sa.String(5, collation="C"), existing_type=sa.String(5))

#: alter_column | type_ | an array
op.alter_column("t", "c", type_=postgresql.ARRAY(sa.Text()), existing_type=sa.Text())

#: alter_column | type_ | a native enum
op.alter_column("t", "c", type_=sa.Enum("x", "y", name="e"), existing_type=sa.String(5), postgresql_using="c::e")

#: alter_column | type_ | a boolean for a number
op.alter_column("t", "c", type_=sa.Boolean(), existing_type=sa.Integer(), postgresql_using="c = 1")

#: alter_column | type_ | a checked enum for text
op.alter_column("t", "c", type_=sa.Enum("x", "y", name="ck", native_enum=False, create_constraint=True), existing_type=sa.String(5))

#: alter_column | type_ | text for a checked enum
op.alter_column("t", "c", type_=sa.String(5), existing_type=sa.Enum("x", "y", name="ck", native_enum=False, create_constraint=True))

#: alter_column | type_ | a check without a name
op.alter_column("t", "c", type_=sa.Boolean(create_constraint=True), existing_type=sa.Integer())

#: alter_column | type_ | text for a check without a name
op.alter_column("t", "c", type_=sa.Integer(), existing_type=sa.Boolean(create_constraint=True))

#: alter_column | type_ | a class
op.alter_column("t", "c", type_=sa.Text, existing_type=sa.Integer)

#: alter_column | type_ | a TypeDecorator's name by module
op.alter_column("t", "c", type_=sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), existing_type=sa.Text())

#: alter_column | existing_type | alone, with a check
op.alter_column("t", "c", existing_type=sa.Boolean(create_constraint=True, name="ck"), nullable=False)

#: alter_column | existing_nullable | True
op.alter_column("t", "c", type_=sa.Integer(), existing_type=sa.Text(), existing_nullable=True)

#: alter_column | existing_comment
op.alter_column("t", "c", nullable=False, existing_type=sa.Text(), existing_comment="kept")

#: alter_column | existing_server_default | text
op.alter_column("t", "c", nullable=False, existing_type=sa.Integer(), existing_server_default=sa.text("5"))

#: alter_column | existing_server_default | False
op.alter_column("t", "c", nullable=False, existing_type=sa.Integer(), existing_server_default=False)

#: alter_column | autoincrement | in a schema
op.alter_column("t", "c", autoincrement=True, existing_type=sa.Integer(), existing_nullable=False, schema="s")

#: alter_column | autoincrement | False
op.alter_column("t", "c", autoincrement=False, existing_type=sa.Integer(), existing_nullable=False)

#: alter_column | existing_autoincrement
op.alter_column("t", "c", nullable=False, existing_type=sa.Integer(), existing_autoincrement=True)

#: alter_column | postgresql_using
op.alter_column("t", "c", type_=sa.Integer(), existing_type=sa.Text(), postgresql_using="c::integer")

#: alter_column | postgresql_using | in a schema, with a percent sign
op.alter_column("t", "c", type_=sa.Integer(), existing_type=sa.Text(), postgresql_using="c::integer % 5", schema="s")

#: alter_column | postgresql_using | None
op.alter_column("t", "c", type_=sa.Integer(), existing_type=sa.Text(), postgresql_using=None)

#: alter_column | mssql_drop_default
op.alter_column("t", "c", nullable=False, existing_type=sa.Integer(), mssql_drop_default=True)
