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
