"""Types of columns."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: types | sa.SmallInteger | sa.SmallInteger()
op.create_table('t', sa.Column('a', sa.SmallInteger()))

#: types | sa.BigInteger | sa.BigInteger()
op.create_table('t', sa.Column('a', sa.BigInteger()))

#: types | sa.Numeric | sa.Numeric()
op.create_table('t', sa.Column('a', sa.Numeric()))

#: types | sa.Numeric | sa.Numeric(10)
op.create_table('t', sa.Column('a', sa.Numeric(10)))

#: types | sa.Numeric | sa.Numeric(10, 2)
op.create_table('t', sa.Column('a', sa.Numeric(10, 2)))

#: types | sa.Numeric | sa.Numeric(scale=2)
op.create_table('t', sa.Column('a', sa.Numeric(scale=2)))

#: types | sa.Float | sa.Float()
op.create_table('t', sa.Column('a', sa.Float()))

#: types | sa.Float | sa.Float(53)
op.create_table('t', sa.Column('a', sa.Float(53)))

#: types | sa.Double | sa.Double()
op.create_table('t', sa.Column('a', sa.Double()))

#: types | sa.Double | sa.Double(53)
op.create_table('t', sa.Column('a', sa.Double(53)))

#: types | sa.String | sa.String()
op.create_table('t', sa.Column('a', sa.String()))

#: types | sa.String | sa.String(0)
op.create_table('t', sa.Column('a', sa.String(0)))

#: types | sa.String | sa.String(50)
op.create_table('t', sa.Column('a', sa.String(50)))

#: types | sa.String | sa.String(50, collation='utf8mb4_bin')
op.create_table('t', sa.Column('a', sa.String(50, collation='utf8mb4_bin')))

#: types | sa.Unicode | sa.Unicode(30)
op.create_table('t', sa.Column('a', sa.Unicode(30)))

#: types | sa.Unicode | sa.Unicode()
op.create_table('t', sa.Column('a', sa.Unicode()))

#: types | sa.Text | sa.Text()
op.create_table('t', sa.Column('a', sa.Text()))

#: types | sa.Text | sa.Text(500)
op.create_table('t', sa.Column('a', sa.Text(500)))

#: types | sa.UnicodeText | sa.UnicodeText()
op.create_table('t', sa.Column('a', sa.UnicodeText()))

#: types | sa.Text | sa.Text(collation='utf8mb4_bin')
op.create_table('t', sa.Column('a', sa.Text(collation='utf8mb4_bin')))

#: types | sa.Boolean | sa.Boolean()
op.create_table('t', sa.Column('a', sa.Boolean()))

#: types | sa.Date | sa.Date()
op.create_table('t', sa.Column('a', sa.Date()))

#: types | sa.Time | sa.Time()
op.create_table('t', sa.Column('a', sa.Time()))

#: types | sa.Time | sa.Time(timezone=True)
op.create_table('t', sa.Column('a', sa.Time(timezone=True)))

#: types | sa.DateTime | sa.DateTime()
op.create_table('t', sa.Column('a', sa.DateTime()))

#: types | sa.DateTime | sa.DateTime(timezone=True)
op.create_table('t', sa.Column('a', sa.DateTime(timezone=True)))

#: types | sa.Interval | sa.Interval()
op.create_table('t', sa.Column('a', sa.Interval()))

#: types | sa.Interval | sa.Interval(second_precision=3)
op.create_table('t', sa.Column('a', sa.Interval(second_precision=3)))

#: types | sa.LargeBinary | sa.LargeBinary()
op.create_table('t', sa.Column('a', sa.LargeBinary()))

#: types | sa.LargeBinary | sa.LargeBinary(100)
op.create_table('t', sa.Column('a', sa.LargeBinary(100)))

#: types | sa.PickleType | sa.PickleType()
op.create_table('t', sa.Column('a', sa.PickleType()))

#: types | sa.JSON | sa.JSON()
op.create_table('t', sa.Column('a', sa.JSON()))

#: types | sa.Uuid | sa.Uuid()
op.create_table('t', sa.Column('a', sa.Uuid()))

#: types | sa.Uuid | sa.Uuid(native_uuid=False)
op.create_table('t', sa.Column('a', sa.Uuid(native_uuid=False)))

#: types | sa.UUID | sa.UUID()
op.create_table('t', sa.Column('a', sa.UUID()))

#: types | sa.Enum | sa.Enum('a', 'bbb', name='e')
op.create_table('t', sa.Column('a', sa.Enum('a', 'bbb', name='e')))

#: types | sa.Enum | sa.Enum('a')
op.create_table('t', sa.Column('a', sa.Enum('a')))

#: types | sa.Enum | sa.Enum()
op.create_table('t', sa.Column('a', sa.Enum()))

#: types | sa.Enum | sa.Enum("it's", 'a\\b', '100%', name='e')
op.create_table('t', sa.Column('a', sa.Enum("it's", 'a\\b', '100%', name='e')))

#: types | sa.Enum | sa.Enum('a', 'bbb', native_enum=False)
op.create_table('t', sa.Column('a', sa.Enum('a', 'bbb', native_enum=False)))

#: types | sa.Enum | sa.Enum('a', native_enum=False, length=20)
op.create_table('t', sa.Column('a', sa.Enum('a', native_enum=False, length=20)))

#: types | sa.Enum | sa.Enum('a', "it's", native_enum=False, create_constraint=True, name='ck')
op.create_table('t', sa.Column('a', sa.Enum('a', "it's", native_enum=False, create_constraint=True, name='ck')))

#: types | sa.Enum | sa.Enum('a', name='ck', create_constraint=True)
op.create_table('t', sa.Column('a', sa.Enum('a', name='ck', create_constraint=True)))

#: types | sa.Boolean | sa.Boolean(create_constraint=True, name='ck')
op.create_table('t', sa.Column('a', sa.Boolean(create_constraint=True, name='ck')))

#: types | sa.ARRAY | sa.ARRAY(sa.Integer())
op.create_table('t', sa.Column('a', sa.ARRAY(sa.Integer())))

#: types | sa.VARCHAR | sa.VARCHAR()
op.create_table('t', sa.Column('a', sa.VARCHAR()))

#: types | sa.VARCHAR | sa.VARCHAR(20)
op.create_table('t', sa.Column('a', sa.VARCHAR(20)))

#: types | sa.VARCHAR | sa.VARCHAR(20, collation='x')
op.create_table('t', sa.Column('a', sa.VARCHAR(20, collation='x')))

#: types | sa.CHAR | sa.CHAR()
op.create_table('t', sa.Column('a', sa.CHAR()))

#: types | sa.CHAR | sa.CHAR(3)
op.create_table('t', sa.Column('a', sa.CHAR(3)))

#: types | sa.NVARCHAR | sa.NVARCHAR()
op.create_table('t', sa.Column('a', sa.NVARCHAR()))

#: types | sa.NVARCHAR | sa.NVARCHAR(5)
op.create_table('t', sa.Column('a', sa.NVARCHAR(5)))

#: types | sa.NVARCHAR | sa.NVARCHAR(5, collation='x')
op.create_table('t', sa.Column('a', sa.NVARCHAR(5, collation='x')))

#: types | sa.NCHAR | sa.NCHAR()
op.create_table('t', sa.Column('a', sa.NCHAR()))

#: types | sa.NCHAR | sa.NCHAR(3)
op.create_table('t', sa.Column('a', sa.NCHAR(3)))

#: types | sa.TEXT | sa.TEXT()
op.create_table('t', sa.Column('a', sa.TEXT()))

#: types | sa.TEXT | sa.TEXT(5)
op.create_table('t', sa.Column('a', sa.TEXT(5)))

#: types | sa.CLOB | sa.CLOB()
op.create_table('t', sa.Column('a', sa.CLOB()))

#: types | sa.BLOB | sa.BLOB()
op.create_table('t', sa.Column('a', sa.BLOB()))

#: types | sa.BLOB | sa.BLOB(5)
op.create_table('t', sa.Column('a', sa.BLOB(5)))

#: types | sa.BINARY | sa.BINARY()
op.create_table('t', sa.Column('a', sa.BINARY()))

#: types | sa.BINARY | sa.BINARY(4)
op.create_table('t', sa.Column('a', sa.BINARY(4)))

#: types | sa.VARBINARY | sa.VARBINARY(4)
op.create_table('t', sa.Column('a', sa.VARBINARY(4)))

#: types | sa.VARBINARY | sa.VARBINARY()
op.create_table('t', sa.Column('a', sa.VARBINARY()))

#: types | sa.DECIMAL | sa.DECIMAL()
op.create_table('t', sa.Column('a', sa.DECIMAL()))

#: types | sa.DECIMAL | sa.DECIMAL(5)
op.create_table('t', sa.Column('a', sa.DECIMAL(5)))

#: types | sa.DECIMAL | sa.DECIMAL(5, 2)
op.create_table('t', sa.Column('a', sa.DECIMAL(5, 2)))

#: types | sa.NUMERIC | sa.NUMERIC(5, 2)
op.create_table('t', sa.Column('a', sa.NUMERIC(5, 2)))

#: types | sa.FLOAT | sa.FLOAT()
op.create_table('t', sa.Column('a', sa.FLOAT()))

#: types | sa.FLOAT | sa.FLOAT(5)
op.create_table('t', sa.Column('a', sa.FLOAT(5)))

#: types | sa.REAL | sa.REAL()
op.create_table('t', sa.Column('a', sa.REAL()))

#: types | sa.REAL | sa.REAL(5)
op.create_table('t', sa.Column('a', sa.REAL(5)))

#: types | sa.DOUBLE | sa.DOUBLE()
op.create_table('t', sa.Column('a', sa.DOUBLE()))

#: types | sa.DOUBLE | sa.DOUBLE(5)
op.create_table('t', sa.Column('a', sa.DOUBLE(5)))

#: types | sa.DOUBLE_PRECISION | sa.DOUBLE_PRECISION()
op.create_table('t', sa.Column('a', sa.DOUBLE_PRECISION()))

#: types | sa.INTEGER | sa.INTEGER()
op.create_table('t', sa.Column('a', sa.INTEGER()))

#: types | sa.INT | sa.INT()
op.create_table('t', sa.Column('a', sa.INT()))

#: types | sa.BIGINT | sa.BIGINT()
op.create_table('t', sa.Column('a', sa.BIGINT()))

#: types | sa.SMALLINT | sa.SMALLINT()
op.create_table('t', sa.Column('a', sa.SMALLINT()))

#: types | sa.TIMESTAMP | sa.TIMESTAMP()
op.create_table('t', sa.Column('a', sa.TIMESTAMP()))

#: types | sa.TIMESTAMP | sa.TIMESTAMP(timezone=True)
op.create_table('t', sa.Column('a', sa.TIMESTAMP(timezone=True)))

#: types | sa.DATETIME | sa.DATETIME()
op.create_table('t', sa.Column('a', sa.DATETIME()))

#: types | sa.DATE | sa.DATE()
op.create_table('t', sa.Column('a', sa.DATE()))

#: types | sa.TIME | sa.TIME()
op.create_table('t', sa.Column('a', sa.TIME()))

#: types | sa.BOOLEAN | sa.BOOLEAN()
op.create_table('t', sa.Column('a', sa.BOOLEAN()))

#: types | mysql.TINYINT | mysql.TINYINT()
op.create_table('t', sa.Column('a', mysql.TINYINT()))

#: types | mysql.TINYINT | mysql.TINYINT(1)
op.create_table('t', sa.Column('a', mysql.TINYINT(1)))

#: types | mysql.TINYINT | mysql.TINYINT(display_width=1, unsigned=True)
op.create_table('t', sa.Column('a', mysql.TINYINT(display_width=1, unsigned=True)))

#: types | mysql.SMALLINT | mysql.SMALLINT(5)
op.create_table('t', sa.Column('a', mysql.SMALLINT(5)))

#: types | mysql.MEDIUMINT | mysql.MEDIUMINT()
op.create_table('t', sa.Column('a', mysql.MEDIUMINT()))

#: types | mysql.MEDIUMINT | mysql.MEDIUMINT(8, unsigned=True, zerofill=True)
op.create_table('t', sa.Column('a', mysql.MEDIUMINT(8, unsigned=True, zerofill=True)))

#: types | mysql.INTEGER | mysql.INTEGER()
op.create_table('t', sa.Column('a', mysql.INTEGER()))

#: types | mysql.INTEGER | mysql.INTEGER(11)
op.create_table('t', sa.Column('a', mysql.INTEGER(11)))

#: types | mysql.INTEGER | mysql.INTEGER(unsigned=True)
op.create_table('t', sa.Column('a', mysql.INTEGER(unsigned=True)))

#: types | mysql.INTEGER | mysql.INTEGER(display_width=11, zerofill=True)
op.create_table('t', sa.Column('a', mysql.INTEGER(display_width=11, zerofill=True)))

#: types | mysql.BIGINT | mysql.BIGINT(20, unsigned=True)
op.create_table('t', sa.Column('a', mysql.BIGINT(20, unsigned=True)))

#: types | mysql.NUMERIC | mysql.NUMERIC(10, 2)
op.create_table('t', sa.Column('a', mysql.NUMERIC(10, 2)))

#: types | mysql.NUMERIC | mysql.NUMERIC(unsigned=True)
op.create_table('t', sa.Column('a', mysql.NUMERIC(unsigned=True)))

#: types | mysql.DECIMAL | mysql.DECIMAL(10)
op.create_table('t', sa.Column('a', mysql.DECIMAL(10)))

#: types | mysql.DECIMAL | mysql.DECIMAL(10, 2, unsigned=True, zerofill=True)
op.create_table('t', sa.Column('a', mysql.DECIMAL(10, 2, unsigned=True, zerofill=True)))

#: types | mysql.DECIMAL | mysql.DECIMAL(precision=10, scale=0)
op.create_table('t', sa.Column('a', mysql.DECIMAL(precision=10, scale=0)))

#: types | mysql.FLOAT | mysql.FLOAT()
op.create_table('t', sa.Column('a', mysql.FLOAT()))

#: types | mysql.FLOAT | mysql.FLOAT(7)
op.create_table('t', sa.Column('a', mysql.FLOAT(7)))

#: types | mysql.FLOAT | mysql.FLOAT(7, 3)
op.create_table('t', sa.Column('a', mysql.FLOAT(7, 3)))

#: types | mysql.FLOAT | mysql.FLOAT(unsigned=True)
op.create_table('t', sa.Column('a', mysql.FLOAT(unsigned=True)))

#: types | mysql.DOUBLE | mysql.DOUBLE()
op.create_table('t', sa.Column('a', mysql.DOUBLE()))

#: types | mysql.DOUBLE | mysql.DOUBLE(10)
op.create_table('t', sa.Column('a', mysql.DOUBLE(10)))

#: types | mysql.DOUBLE | mysql.DOUBLE(10, 2)
op.create_table('t', sa.Column('a', mysql.DOUBLE(10, 2)))

#: types | mysql.DOUBLE | mysql.DOUBLE(asdecimal=True)
op.create_table('t', sa.Column('a', mysql.DOUBLE(asdecimal=True)))

#: types | mysql.DOUBLE | mysql.DOUBLE(precision=10, scale=2, unsigned=True)
op.create_table('t', sa.Column('a', mysql.DOUBLE(precision=10, scale=2, unsigned=True)))

#: types | mysql.REAL | mysql.REAL()
op.create_table('t', sa.Column('a', mysql.REAL()))

#: types | mysql.REAL | mysql.REAL(10, 2)
op.create_table('t', sa.Column('a', mysql.REAL(10, 2)))

#: types | mysql.BIT | mysql.BIT()
op.create_table('t', sa.Column('a', mysql.BIT()))

#: types | mysql.BIT | mysql.BIT(3)
op.create_table('t', sa.Column('a', mysql.BIT(3)))

#: types | mysql.YEAR | mysql.YEAR()
op.create_table('t', sa.Column('a', mysql.YEAR()))

#: types | mysql.YEAR | mysql.YEAR(4)
op.create_table('t', sa.Column('a', mysql.YEAR(4)))

#: types | mysql.DATETIME | mysql.DATETIME()
op.create_table('t', sa.Column('a', mysql.DATETIME()))

#: types | mysql.DATETIME | mysql.DATETIME(fsp=6)
op.create_table('t', sa.Column('a', mysql.DATETIME(fsp=6)))

#: types | mysql.DATETIME | mysql.DATETIME(fsp=0)
op.create_table('t', sa.Column('a', mysql.DATETIME(fsp=0)))

#: types | mysql.TIMESTAMP | mysql.TIMESTAMP()
op.create_table('t', sa.Column('a', mysql.TIMESTAMP()))

#: types | mysql.TIMESTAMP | mysql.TIMESTAMP(fsp=3)
op.create_table('t', sa.Column('a', mysql.TIMESTAMP(fsp=3)))

#: types | mysql.TIME | mysql.TIME(fsp=2)
op.create_table('t', sa.Column('a', mysql.TIME(fsp=2)))

#: types | mysql.DATE | mysql.DATE()
op.create_table('t', sa.Column('a', mysql.DATE()))

#: types | mysql.CHAR | mysql.CHAR()
op.create_table('t', sa.Column('a', mysql.CHAR()))

#: types | mysql.CHAR | mysql.CHAR(3, charset='ascii')
op.create_table('t', sa.Column('a', mysql.CHAR(3, charset='ascii')))

#: types | mysql.CHAR | mysql.CHAR(36, charset='utf8mb4', collation='utf8mb4_bin')
op.create_table('t', sa.Column('a', mysql.CHAR(36, charset='utf8mb4', collation='utf8mb4_bin')))

#: types | mysql.VARCHAR | mysql.VARCHAR(10)
op.create_table('t', sa.Column('a', mysql.VARCHAR(10)))

#: types | mysql.VARCHAR | mysql.VARCHAR()
op.create_table('t', sa.Column('a', mysql.VARCHAR()))

#: types | mysql.VARCHAR | mysql.VARCHAR(10, charset='utf8mb4', collation='utf8mb4_bin')
op.create_table('t', sa.Column('a', mysql.VARCHAR(10, charset='utf8mb4', collation='utf8mb4_bin')))

#: types | mysql.VARCHAR | mysql.VARCHAR(length=10, collation='utf8mb4_bin')
op.create_table('t', sa.Column('a', mysql.VARCHAR(length=10, collation='utf8mb4_bin')))

#: types | mysql.VARCHAR | mysql.VARCHAR(10, ascii=True)
op.create_table('t', sa.Column('a', mysql.VARCHAR(10, ascii=True)))

#: types | mysql.VARCHAR | mysql.VARCHAR(10, unicode=True, binary=True)
op.create_table('t', sa.Column('a', mysql.VARCHAR(10, unicode=True, binary=True)))

#: types | mysql.VARCHAR | mysql.VARCHAR(10, national=True)
op.create_table('t', sa.Column('a', mysql.VARCHAR(10, national=True)))

#: types | mysql.VARCHAR | mysql.VARCHAR(10, national=True, charset='x', collation='y')
op.create_table('t', sa.Column('a', mysql.VARCHAR(10, national=True, charset='x', collation='y')))

#: types | mysql.NVARCHAR | mysql.NVARCHAR(5)
op.create_table('t', sa.Column('a', mysql.NVARCHAR(5)))

#: types | mysql.NVARCHAR | mysql.NVARCHAR(5, collation='x')
op.create_table('t', sa.Column('a', mysql.NVARCHAR(5, collation='x')))

#: types | mysql.NCHAR | mysql.NCHAR(5)
op.create_table('t', sa.Column('a', mysql.NCHAR(5)))

#: types | mysql.TEXT | mysql.TEXT()
op.create_table('t', sa.Column('a', mysql.TEXT()))

#: types | mysql.TEXT | mysql.TEXT(100)
op.create_table('t', sa.Column('a', mysql.TEXT(100)))

#: types | mysql.TEXT | mysql.TEXT(charset='utf8mb4')
op.create_table('t', sa.Column('a', mysql.TEXT(charset='utf8mb4')))

#: types | mysql.TINYTEXT | mysql.TINYTEXT()
op.create_table('t', sa.Column('a', mysql.TINYTEXT()))

#: types | mysql.MEDIUMTEXT | mysql.MEDIUMTEXT(collation='utf8mb4_unicode_ci')
op.create_table('t', sa.Column('a', mysql.MEDIUMTEXT(collation='utf8mb4_unicode_ci')))

#: types | mysql.LONGTEXT | mysql.LONGTEXT()
op.create_table('t', sa.Column('a', mysql.LONGTEXT()))

#: types | mysql.LONGTEXT | mysql.LONGTEXT(charset='utf8mb4', collation='utf8mb4_bin')
op.create_table('t', sa.Column('a', mysql.LONGTEXT(charset='utf8mb4', collation='utf8mb4_bin')))

#: types | mysql.LONGTEXT | mysql.LONGTEXT(binary=True)
op.create_table('t', sa.Column('a', mysql.LONGTEXT(binary=True)))

#: types | mysql.TINYBLOB | mysql.TINYBLOB()
op.create_table('t', sa.Column('a', mysql.TINYBLOB()))

#: types | mysql.MEDIUMBLOB | mysql.MEDIUMBLOB()
op.create_table('t', sa.Column('a', mysql.MEDIUMBLOB()))

#: types | mysql.LONGBLOB | mysql.LONGBLOB()
op.create_table('t', sa.Column('a', mysql.LONGBLOB()))

#: types | mysql.LONGBLOB | mysql.LONGBLOB(5)
op.create_table('t', sa.Column('a', mysql.LONGBLOB(5)))

#: types | mysql.BLOB | mysql.BLOB(5)
op.create_table('t', sa.Column('a', mysql.BLOB(5)))

#: types | mysql.BINARY | mysql.BINARY(16)
op.create_table('t', sa.Column('a', mysql.BINARY(16)))

#: types | mysql.VARBINARY | mysql.VARBINARY(16)
op.create_table('t', sa.Column('a', mysql.VARBINARY(16)))

#: types | mysql.BOOLEAN | mysql.BOOLEAN()
op.create_table('t', sa.Column('a', mysql.BOOLEAN()))

#: types | mysql.JSON | mysql.JSON()
op.create_table('t', sa.Column('a', mysql.JSON()))

#: types | mysql.ENUM | mysql.ENUM('a', 'b')
op.create_table('t', sa.Column('a', mysql.ENUM('a', 'b')))

#: types | mysql.ENUM | mysql.ENUM('a', "it's", 'a\\b')
op.create_table('t', sa.Column('a', mysql.ENUM('a', "it's", 'a\\b')))

#: types | mysql.ENUM | mysql.ENUM('a', charset='utf8', collation='utf8_bin')
op.create_table('t', sa.Column('a', mysql.ENUM('a', charset='utf8', collation='utf8_bin')))

#: types | mysql.ENUM | mysql.ENUM('a', name='e')
op.create_table('t', sa.Column('a', mysql.ENUM('a', name='e')))

#: types | mysql.SET | mysql.SET('a', 'b')
op.create_table('t', sa.Column('a', mysql.SET('a', 'b')))

#: types | mysql.SET | mysql.SET('a', "it's", charset='utf8')
op.create_table('t', sa.Column('a', mysql.SET('a', "it's", charset='utf8')))

#: types | mysql.INET4 | mysql.INET4()
op.create_table('t', sa.Column('a', mysql.INET4()))

#: types | mysql.INET6 | mysql.INET6()
op.create_table('t', sa.Column('a', mysql.INET6()))

#: types | mysql.base.TINYINT | mysql.base.TINYINT(1)
op.create_table('t', sa.Column('a', mysql.base.TINYINT(1)))

#: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mysql')
op.create_table('t', sa.Column('a', sa.Text().with_variant(mysql.LONGTEXT(), 'mysql')))

#: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mysql', 'mariadb')
op.create_table('t', sa.Column('a', sa.Text().with_variant(mysql.LONGTEXT(), 'mysql', 'mariadb')))

#: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mariadb')
op.create_table('t', sa.Column('a', sa.Text().with_variant(mysql.LONGTEXT(), 'mariadb')))

#: types | sa.JSON | sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')
op.create_table('t', sa.Column('a', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')))

#: types | postgresql.JSONB | postgresql.JSONB()
op.create_table('t', sa.Column('a', postgresql.JSONB()))

#: types | postgresql.UUID | postgresql.UUID()
op.create_table('t', sa.Column('a', postgresql.UUID()))

#: types | postgresql.UUID | postgresql.UUID(as_uuid=True)
op.create_table('t', sa.Column('a', postgresql.UUID(as_uuid=True)))

#: types | postgresql.INET | postgresql.INET()
op.create_table('t', sa.Column('a', postgresql.INET()))

#: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(precision=3)
op.create_table('t', sa.Column('a', postgresql.TIMESTAMP(precision=3)))

#: types | postgresql.TIME | postgresql.TIME(precision=3)
op.create_table('t', sa.Column('a', postgresql.TIME(precision=3)))

#: types | postgresql.ENUM | postgresql.ENUM('a', name='e')
op.create_table('t', sa.Column('a', postgresql.ENUM('a', name='e')))

#: types | postgresql.BIT | postgresql.BIT(3)
op.create_table('t', sa.Column('a', postgresql.BIT(3)))

#: types | postgresql.DOUBLE_PRECISION | postgresql.DOUBLE_PRECISION()
op.create_table('t', sa.Column('a', postgresql.DOUBLE_PRECISION()))

#: types | postgresql.ARRAY | postgresql.ARRAY(sa.Integer())
op.create_table('t', sa.Column('a', postgresql.ARRAY(sa.Integer())))

#: types | postgresql.BYTEA | postgresql.BYTEA()
op.create_table('t', sa.Column('a', postgresql.BYTEA()))

#: types | postgresql.INTERVAL | postgresql.INTERVAL()
op.create_table('t', sa.Column('a', postgresql.INTERVAL()))

#: types | postgresql.JSON | postgresql.JSON()
op.create_table('t', sa.Column('a', postgresql.JSON()))

#: types | sqlite.DATETIME | sqlite.DATETIME()
op.create_table('t', sa.Column('a', sqlite.DATETIME()))

#: types | sqlite.JSON | sqlite.JSON()
op.create_table('t', sa.Column('a', sqlite.JSON()))

#: types | mssql.TINYINT | mssql.TINYINT()
op.create_table('t', sa.Column('a', mssql.TINYINT()))

#: types | mssql.TIMESTAMP | mssql.TIMESTAMP()
op.create_table('t', sa.Column('a', mssql.TIMESTAMP()))

#: types | mssql.UNIQUEIDENTIFIER | mssql.UNIQUEIDENTIFIER()
op.create_table('t', sa.Column('a', mssql.UNIQUEIDENTIFIER()))

#: types | oracle.NUMBER | oracle.NUMBER(5)
op.create_table('t', sa.Column('a', oracle.NUMBER(5)))

#: types | oracle.TIMESTAMP | oracle.TIMESTAMP()
op.create_table('t', sa.Column('a', oracle.TIMESTAMP()))

#: types | sa.String | with_variant
op.create_table("t", sa.Column("a", sa.String(5).with_variant(postgresql.CITEXT(), "postgresql").with_variant(mysql.VARCHAR(5, charset="ascii"), "mysql", "mariadb")))

#: types | sa.DateTime | with_variant of a class
op.create_table("t", sa.Column("a", sa.DateTime().with_variant(sa.Text(), "sqlite")))

#: types | sa.types.Integer
op.create_table("t", sa.Column("a", sa.types.Integer()), sa.Column("b", sa.types.VARCHAR(5)))

#: types | sa.NullType
op.create_table("t", sa.Column("a", sa.types.NullType()))

#: types | sa.Integer | classes
op.create_table("t", sa.Column("a", sa.Integer), sa.Column("b", sa.BigInteger), sa.Column("c", sa.Float), sa.Column("d", sa.Numeric), sa.Column("e", sa.Date), sa.Column("f", sa.Boolean), sa.Column("g", sa.JSON), sa.Column("h", sa.Uuid), sa.Column("i", sa.LargeBinary))

#: types | sa.Numeric | asdecimal
op.create_table("t", sa.Column("a", sa.Numeric(10, 2, asdecimal=False)), sa.Column("b", sa.Float(asdecimal=True)), sa.Column("c", sa.Numeric(precision=10, scale=0)))

#: types | sa.Float | decimal_return_scale
op.create_table("t", sa.Column("a", sa.Float(precision=10, decimal_return_scale=3)))

#: types | sa.JSON | none_as_null
op.create_table("t", sa.Column("a", sa.JSON(none_as_null=True)), sa.Column("b", postgresql.JSON(astext_type=sa.Text())))

#: types | sa.Uuid | as_uuid
op.create_table("t", sa.Column("a", sa.Uuid(as_uuid=False)), sa.Column("b", sa.UUID(as_uuid=False)))

#: types | sa.ARRAY | dimensions
op.create_table("t", sa.Column("a", sa.ARRAY(sa.Integer(), dimensions=2)))

#: types | sa.ARRAY | of strings
op.create_table("t", sa.Column("a", sa.ARRAY(sa.String(5)), server_default="{}"))

#: types | sa.Interval | native
op.create_table("t", sa.Column("a", sa.Interval(native=True, second_precision=3, day_precision=2)))

#: types | sa.CLOB and sa.NCHAR
op.create_table("t", sa.Column("a", sa.CLOB()), sa.Column("b", sa.NCHAR(3)))

#: types | postgresql.JSONB | postgresql.JSONB(astext_type=sa.Text())
op.create_table('t', sa.Column('a', postgresql.JSONB(astext_type=sa.Text())))

#: types | postgresql.HSTORE | postgresql.HSTORE()
op.create_table('t', sa.Column('a', postgresql.HSTORE()))

#: types | postgresql.HSTORE | postgresql.HSTORE(text_type=sa.Text())
op.create_table('t', sa.Column('a', postgresql.HSTORE(text_type=sa.Text())))

#: types | postgresql.CIDR | postgresql.CIDR()
op.create_table('t', sa.Column('a', postgresql.CIDR()))

#: types | postgresql.MACADDR | postgresql.MACADDR()
op.create_table('t', sa.Column('a', postgresql.MACADDR()))

#: types | postgresql.MACADDR8 | postgresql.MACADDR8()
op.create_table('t', sa.Column('a', postgresql.MACADDR8()))

#: types | postgresql.MONEY | postgresql.MONEY()
op.create_table('t', sa.Column('a', postgresql.MONEY()))

#: types | postgresql.OID | postgresql.OID()
op.create_table('t', sa.Column('a', postgresql.OID()))

#: types | postgresql.REGCLASS | postgresql.REGCLASS()
op.create_table('t', sa.Column('a', postgresql.REGCLASS()))

#: types | postgresql.REGCONFIG | postgresql.REGCONFIG()
op.create_table('t', sa.Column('a', postgresql.REGCONFIG()))

#: types | postgresql.TSVECTOR | postgresql.TSVECTOR()
op.create_table('t', sa.Column('a', postgresql.TSVECTOR()))

#: types | postgresql.TSQUERY | postgresql.TSQUERY()
op.create_table('t', sa.Column('a', postgresql.TSQUERY()))

#: types | postgresql.CITEXT | postgresql.CITEXT()
op.create_table('t', sa.Column('a', postgresql.CITEXT()))

#: types | postgresql.JSONPATH | postgresql.JSONPATH()
op.create_table('t', sa.Column('a', postgresql.JSONPATH()))

#: types | postgresql.ARRAY | postgresql.ARRAY(sa.String(5))
op.create_table('t', sa.Column('a', postgresql.ARRAY(sa.String(5))))

#: types | postgresql.ARRAY | postgresql.ARRAY(sa.Integer(), dimensions=2)
op.create_table('t', sa.Column('a', postgresql.ARRAY(sa.Integer(), dimensions=2)))

#: types | postgresql.ARRAY | postgresql.ARRAY(sa.Integer, zero_indexes=True)
op.create_table('t', sa.Column('a', postgresql.ARRAY(sa.Integer, zero_indexes=True)))

#: types | postgresql.BIT | postgresql.BIT(3, varying=True)
op.create_table('t', sa.Column('a', postgresql.BIT(3, varying=True)))

#: types | postgresql.BIT | postgresql.BIT(varying=True)
op.create_table('t', sa.Column('a', postgresql.BIT(varying=True)))

#: types | postgresql.BIT | postgresql.BIT()
op.create_table('t', sa.Column('a', postgresql.BIT()))

#: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(timezone=True)
op.create_table('t', sa.Column('a', postgresql.TIMESTAMP(timezone=True)))

#: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(precision=3, timezone=True)
op.create_table('t', sa.Column('a', postgresql.TIMESTAMP(precision=3, timezone=True)))

#: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(precision=0)
op.create_table('t', sa.Column('a', postgresql.TIMESTAMP(precision=0)))

#: types | postgresql.TIME | postgresql.TIME(precision=2, timezone=True)
op.create_table('t', sa.Column('a', postgresql.TIME(precision=2, timezone=True)))

#: types | postgresql.INTERVAL | postgresql.INTERVAL(fields='DAY TO SECOND')
op.create_table('t', sa.Column('a', postgresql.INTERVAL(fields='DAY TO SECOND')))

#: types | postgresql.INTERVAL | postgresql.INTERVAL(precision=3)
op.create_table('t', sa.Column('a', postgresql.INTERVAL(precision=3)))

#: types | postgresql.INTERVAL | postgresql.INTERVAL(fields='SECOND', precision=3)
op.create_table('t', sa.Column('a', postgresql.INTERVAL(fields='SECOND', precision=3)))

#: types | postgresql.INT4RANGE | postgresql.INT4RANGE()
op.create_table('t', sa.Column('a', postgresql.INT4RANGE()))

#: types | postgresql.INT8RANGE | postgresql.INT8RANGE()
op.create_table('t', sa.Column('a', postgresql.INT8RANGE()))

#: types | postgresql.NUMRANGE | postgresql.NUMRANGE()
op.create_table('t', sa.Column('a', postgresql.NUMRANGE()))

#: types | postgresql.DATERANGE | postgresql.DATERANGE()
op.create_table('t', sa.Column('a', postgresql.DATERANGE()))

#: types | postgresql.TSRANGE | postgresql.TSRANGE()
op.create_table('t', sa.Column('a', postgresql.TSRANGE()))

#: types | postgresql.TSTZRANGE | postgresql.TSTZRANGE()
op.create_table('t', sa.Column('a', postgresql.TSTZRANGE()))

#: types | postgresql.INT4MULTIRANGE | postgresql.INT4MULTIRANGE()
op.create_table('t', sa.Column('a', postgresql.INT4MULTIRANGE()))

#: types | postgresql.INT8MULTIRANGE | postgresql.INT8MULTIRANGE()
op.create_table('t', sa.Column('a', postgresql.INT8MULTIRANGE()))

#: types | postgresql.NUMMULTIRANGE | postgresql.NUMMULTIRANGE()
op.create_table('t', sa.Column('a', postgresql.NUMMULTIRANGE()))

#: types | postgresql.DATEMULTIRANGE | postgresql.DATEMULTIRANGE()
op.create_table('t', sa.Column('a', postgresql.DATEMULTIRANGE()))

#: types | postgresql.TSMULTIRANGE | postgresql.TSMULTIRANGE()
op.create_table('t', sa.Column('a', postgresql.TSMULTIRANGE()))

#: types | postgresql.TSTZMULTIRANGE | postgresql.TSTZMULTIRANGE()
op.create_table('t', sa.Column('a', postgresql.TSTZMULTIRANGE()))

#: types | postgresql.VARCHAR | postgresql.VARCHAR(5)
op.create_table('t', sa.Column('a', postgresql.VARCHAR(5)))

#: types | postgresql.CHAR | postgresql.CHAR(5)
op.create_table('t', sa.Column('a', postgresql.CHAR(5)))

#: types | postgresql.TEXT | postgresql.TEXT()
op.create_table('t', sa.Column('a', postgresql.TEXT()))

#: types | postgresql.NUMERIC | postgresql.NUMERIC(5, 2)
op.create_table('t', sa.Column('a', postgresql.NUMERIC(5, 2)))

#: types | postgresql.REAL | postgresql.REAL()
op.create_table('t', sa.Column('a', postgresql.REAL()))

#: types | postgresql.FLOAT | postgresql.FLOAT(5)
op.create_table('t', sa.Column('a', postgresql.FLOAT(5)))

#: types | postgresql.BIGINT | postgresql.BIGINT()
op.create_table('t', sa.Column('a', postgresql.BIGINT()))

#: types | postgresql.SMALLINT | postgresql.SMALLINT()
op.create_table('t', sa.Column('a', postgresql.SMALLINT()))

#: types | postgresql.INTEGER | postgresql.INTEGER()
op.create_table('t', sa.Column('a', postgresql.INTEGER()))

#: types | postgresql.BOOLEAN | postgresql.BOOLEAN()
op.create_table('t', sa.Column('a', postgresql.BOOLEAN()))

#: types | postgresql.DATE | postgresql.DATE()
op.create_table('t', sa.Column('a', postgresql.DATE()))

#: types | postgresql.DOUBLE_PRECISION | postgresql.DOUBLE_PRECISION(precision=5)
op.create_table('t', sa.Column('a', postgresql.DOUBLE_PRECISION(precision=5)))

#: types | sqlite.DATE | sqlite.DATE()
op.create_table('t', sa.Column('a', sqlite.DATE()))

#: types | sqlite.TIME | sqlite.TIME()
op.create_table('t', sa.Column('a', sqlite.TIME()))

#: types | sqlite.BLOB | sqlite.BLOB()
op.create_table('t', sa.Column('a', sqlite.BLOB()))

#: types | sqlite.NUMERIC | sqlite.NUMERIC(5, 2)
op.create_table('t', sa.Column('a', sqlite.NUMERIC(5, 2)))

#: types | mysql.DECIMAL | mysql.DECIMAL(unsigned=True)
op.create_table('t', sa.Column('a', mysql.DECIMAL(unsigned=True)))

#: types | mysql.TINYINT | mysql.TINYINT(4, zerofill=True)
op.create_table('t', sa.Column('a', mysql.TINYINT(4, zerofill=True)))

#: types | mysql.BIGINT | mysql.BIGINT()
op.create_table('t', sa.Column('a', mysql.BIGINT()))

#: types | mysql.VARBINARY | mysql.VARBINARY(5)
op.create_table('t', sa.Column('a', mysql.VARBINARY(5)))

#: types | mysql.CHAR | mysql.CHAR(5, binary=True)
op.create_table('t', sa.Column('a', mysql.CHAR(5, binary=True)))

#: types | sa.String | sa.String(length=5)
op.create_table('t', sa.Column('a', sa.String(length=5)))

#: types | sa.Unicode | sa.Unicode(length=5, collation='C')
op.create_table('t', sa.Column('a', sa.Unicode(length=5, collation='C')))

#: types | sa.Double | sa.Double(asdecimal=True)
op.create_table('t', sa.Column('a', sa.Double(asdecimal=True)))

#: types | sa.Text | sa.Text(length=5)
op.create_table('t', sa.Column('a', sa.Text(length=5)))

#: types | sa.NVARCHAR | sa.NVARCHAR(length=5)
op.create_table('t', sa.Column('a', sa.NVARCHAR(length=5)))

#: types | sa.TIMESTAMP | sa.TIMESTAMP(timezone=False)
op.create_table('t', sa.Column('a', sa.TIMESTAMP(timezone=False)))

#: types | sa.BINARY | sa.BINARY(length=3)
op.create_table('t', sa.Column('a', sa.BINARY(length=3)))

#: types | mssql.BIT | mssql.BIT()
op.create_table('t', sa.Column('a', mssql.BIT()))

#: types | mssql.DATETIME2 | mssql.DATETIME2(3)
op.create_table('t', sa.Column('a', mssql.DATETIME2(3)))

#: types | mssql.NVARCHAR | mssql.NVARCHAR(None)
op.create_table('t', sa.Column('a', mssql.NVARCHAR(None)))

#: types | oracle.VARCHAR2 | oracle.VARCHAR2(5)
op.create_table('t', sa.Column('a', oracle.VARCHAR2(5)))

#: types | oracle.CLOB | oracle.CLOB()
op.create_table('t', sa.Column('a', oracle.CLOB()))
