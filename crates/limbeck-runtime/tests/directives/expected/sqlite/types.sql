--: types | sa.SmallInteger | sa.SmallInteger()
CREATE TABLE t (
    a SMALLINT
);

--: types | sa.BigInteger | sa.BigInteger()
CREATE TABLE t (
    a BIGINT
);

--: types | sa.Numeric | sa.Numeric()
CREATE TABLE t (
    a NUMERIC
);

--: types | sa.Numeric | sa.Numeric(10)
CREATE TABLE t (
    a NUMERIC(10)
);

--: types | sa.Numeric | sa.Numeric(10, 2)
CREATE TABLE t (
    a NUMERIC(10, 2)
);

--: types | sa.Numeric | sa.Numeric(scale=2)
CREATE TABLE t (
    a NUMERIC
);

--: types | sa.Float | sa.Float()
CREATE TABLE t (
    a FLOAT
);

--: types | sa.Float | sa.Float(53)
CREATE TABLE t (
    a FLOAT
);

--: types | sa.Double | sa.Double()
CREATE TABLE t (
    a DOUBLE
);

--: types | sa.Double | sa.Double(53)
CREATE TABLE t (
    a DOUBLE
);

--: types | sa.String | sa.String()
CREATE TABLE t (
    a VARCHAR
);

--: types | sa.String | sa.String(0)
CREATE TABLE t (
    a VARCHAR
);

--: types | sa.String | sa.String(50)
CREATE TABLE t (
    a VARCHAR(50)
);

--: types | sa.String | sa.String(50, collation='utf8mb4_bin')
CREATE TABLE t (
    a VARCHAR(50) COLLATE utf8mb4_bin
);

--: types | sa.Unicode | sa.Unicode(30)
CREATE TABLE t (
    a VARCHAR(30)
);

--: types | sa.Unicode | sa.Unicode()
CREATE TABLE t (
    a VARCHAR
);

--: types | sa.Text | sa.Text()
CREATE TABLE t (
    a TEXT
);

--: types | sa.Text | sa.Text(500)
CREATE TABLE t (
    a TEXT(500)
);

--: types | sa.UnicodeText | sa.UnicodeText()
CREATE TABLE t (
    a TEXT
);

--: types | sa.Text | sa.Text(collation='utf8mb4_bin')
CREATE TABLE t (
    a TEXT COLLATE utf8mb4_bin
);

--: types | sa.Boolean | sa.Boolean()
CREATE TABLE t (
    a BOOLEAN
);

--: types | sa.Date | sa.Date()
CREATE TABLE t (
    a DATE
);

--: types | sa.Time | sa.Time()
CREATE TABLE t (
    a TIME
);

--: types | sa.Time | sa.Time(timezone=True)
CREATE TABLE t (
    a TIME
);

--: types | sa.DateTime | sa.DateTime()
CREATE TABLE t (
    a DATETIME
);

--: types | sa.DateTime | sa.DateTime(timezone=True)
CREATE TABLE t (
    a DATETIME
);

--: types | sa.Interval | sa.Interval()
CREATE TABLE t (
    a DATETIME
);

--: types | sa.Interval | sa.Interval(second_precision=3)
CREATE TABLE t (
    a DATETIME
);

--: types | sa.LargeBinary | sa.LargeBinary()
CREATE TABLE t (
    a BLOB
);

--: types | sa.LargeBinary | sa.LargeBinary(100)
CREATE TABLE t (
    a BLOB
);

--: types | sa.PickleType | sa.PickleType()
CREATE TABLE t (
    a BLOB
);

--: types | sa.JSON | sa.JSON()
CREATE TABLE t (
    a JSON
);

--: types | sa.Uuid | sa.Uuid()
CREATE TABLE t (
    a CHAR(32)
);

--: types | sa.Uuid | sa.Uuid(native_uuid=False)
CREATE TABLE t (
    a CHAR(32)
);

--: types | sa.UUID | sa.UUID()
CREATE TABLE t (
    a UUID
);

--: types | sa.Enum | sa.Enum('a', 'bbb', name='e')
CREATE TABLE t (
    a VARCHAR(3)
);

--: types | sa.Enum | sa.Enum('a')
CREATE TABLE t (
    a VARCHAR(1)
);

--: types | sa.Enum | sa.Enum()
CREATE TABLE t (
    a VARCHAR
);

--: types | sa.Enum | sa.Enum("it's", 'a\\b', '100%', name='e')
CREATE TABLE t (
    a VARCHAR(4)
);

--: types | sa.Enum | sa.Enum('a', 'bbb', native_enum=False)
CREATE TABLE t (
    a VARCHAR(3)
);

--: types | sa.Enum | sa.Enum('a', native_enum=False, length=20)
CREATE TABLE t (
    a VARCHAR(20)
);

--: types | sa.Enum | sa.Enum('a', "it's", native_enum=False, create_constraint=True, name='ck')
CREATE TABLE t (
    a VARCHAR(4), 
    CONSTRAINT ck CHECK (a IN ('a', 'it''s'))
);

--: types | sa.Enum | sa.Enum('a', name='ck', create_constraint=True)
CREATE TABLE t (
    a VARCHAR(1), 
    CONSTRAINT ck CHECK (a IN ('a'))
);

--: types | sa.Boolean | sa.Boolean(create_constraint=True, name='ck')
CREATE TABLE t (
    a BOOLEAN, 
    CONSTRAINT ck CHECK (a IN (0, 1))
);

--: types | sa.ARRAY | sa.ARRAY(sa.Integer())
ERROR CompileError

--: types | sa.VARCHAR | sa.VARCHAR()
CREATE TABLE t (
    a VARCHAR
);

--: types | sa.VARCHAR | sa.VARCHAR(20)
CREATE TABLE t (
    a VARCHAR(20)
);

--: types | sa.VARCHAR | sa.VARCHAR(20, collation='x')
CREATE TABLE t (
    a VARCHAR(20) COLLATE x
);

--: types | sa.CHAR | sa.CHAR()
CREATE TABLE t (
    a CHAR
);

--: types | sa.CHAR | sa.CHAR(3)
CREATE TABLE t (
    a CHAR(3)
);

--: types | sa.NVARCHAR | sa.NVARCHAR()
CREATE TABLE t (
    a NVARCHAR
);

--: types | sa.NVARCHAR | sa.NVARCHAR(5)
CREATE TABLE t (
    a NVARCHAR(5)
);

--: types | sa.NVARCHAR | sa.NVARCHAR(5, collation='x')
CREATE TABLE t (
    a NVARCHAR(5) COLLATE x
);

--: types | sa.NCHAR | sa.NCHAR()
CREATE TABLE t (
    a NCHAR
);

--: types | sa.NCHAR | sa.NCHAR(3)
CREATE TABLE t (
    a NCHAR(3)
);

--: types | sa.TEXT | sa.TEXT()
CREATE TABLE t (
    a TEXT
);

--: types | sa.TEXT | sa.TEXT(5)
CREATE TABLE t (
    a TEXT(5)
);

--: types | sa.CLOB | sa.CLOB()
CREATE TABLE t (
    a CLOB
);

--: types | sa.BLOB | sa.BLOB()
CREATE TABLE t (
    a BLOB
);

--: types | sa.BLOB | sa.BLOB(5)
CREATE TABLE t (
    a BLOB
);

--: types | sa.BINARY | sa.BINARY()
CREATE TABLE t (
    a BINARY
);

--: types | sa.BINARY | sa.BINARY(4)
CREATE TABLE t (
    a BINARY(4)
);

--: types | sa.VARBINARY | sa.VARBINARY(4)
CREATE TABLE t (
    a VARBINARY(4)
);

--: types | sa.VARBINARY | sa.VARBINARY()
CREATE TABLE t (
    a VARBINARY
);

--: types | sa.DECIMAL | sa.DECIMAL()
CREATE TABLE t (
    a DECIMAL
);

--: types | sa.DECIMAL | sa.DECIMAL(5)
CREATE TABLE t (
    a DECIMAL(5)
);

--: types | sa.DECIMAL | sa.DECIMAL(5, 2)
CREATE TABLE t (
    a DECIMAL(5, 2)
);

--: types | sa.NUMERIC | sa.NUMERIC(5, 2)
CREATE TABLE t (
    a NUMERIC(5, 2)
);

--: types | sa.FLOAT | sa.FLOAT()
CREATE TABLE t (
    a FLOAT
);

--: types | sa.FLOAT | sa.FLOAT(5)
CREATE TABLE t (
    a FLOAT
);

--: types | sa.REAL | sa.REAL()
CREATE TABLE t (
    a REAL
);

--: types | sa.REAL | sa.REAL(5)
CREATE TABLE t (
    a REAL
);

--: types | sa.DOUBLE | sa.DOUBLE()
CREATE TABLE t (
    a DOUBLE
);

--: types | sa.DOUBLE | sa.DOUBLE(5)
CREATE TABLE t (
    a DOUBLE
);

--: types | sa.DOUBLE_PRECISION | sa.DOUBLE_PRECISION()
CREATE TABLE t (
    a DOUBLE PRECISION
);

--: types | sa.INTEGER | sa.INTEGER()
CREATE TABLE t (
    a INTEGER
);

--: types | sa.INT | sa.INT()
CREATE TABLE t (
    a INTEGER
);

--: types | sa.BIGINT | sa.BIGINT()
CREATE TABLE t (
    a BIGINT
);

--: types | sa.SMALLINT | sa.SMALLINT()
CREATE TABLE t (
    a SMALLINT
);

--: types | sa.TIMESTAMP | sa.TIMESTAMP()
CREATE TABLE t (
    a TIMESTAMP
);

--: types | sa.TIMESTAMP | sa.TIMESTAMP(timezone=True)
CREATE TABLE t (
    a TIMESTAMP
);

--: types | sa.DATETIME | sa.DATETIME()
CREATE TABLE t (
    a DATETIME
);

--: types | sa.DATE | sa.DATE()
CREATE TABLE t (
    a DATE
);

--: types | sa.TIME | sa.TIME()
CREATE TABLE t (
    a TIME
);

--: types | sa.BOOLEAN | sa.BOOLEAN()
CREATE TABLE t (
    a BOOLEAN
);

--: types | mysql.TINYINT | mysql.TINYINT()
ERROR CompileError

--: types | mysql.TINYINT | mysql.TINYINT(1)
ERROR CompileError

--: types | mysql.TINYINT | mysql.TINYINT(display_width=1, unsigned=True)
ERROR CompileError

--: types | mysql.SMALLINT | mysql.SMALLINT(5)
CREATE TABLE t (
    a SMALLINT
);

--: types | mysql.MEDIUMINT | mysql.MEDIUMINT()
ERROR CompileError

--: types | mysql.MEDIUMINT | mysql.MEDIUMINT(8, unsigned=True, zerofill=True)
ERROR CompileError

--: types | mysql.INTEGER | mysql.INTEGER()
CREATE TABLE t (
    a INTEGER
);

--: types | mysql.INTEGER | mysql.INTEGER(11)
CREATE TABLE t (
    a INTEGER
);

--: types | mysql.INTEGER | mysql.INTEGER(unsigned=True)
CREATE TABLE t (
    a INTEGER
);

--: types | mysql.INTEGER | mysql.INTEGER(display_width=11, zerofill=True)
CREATE TABLE t (
    a INTEGER
);

--: types | mysql.BIGINT | mysql.BIGINT(20, unsigned=True)
CREATE TABLE t (
    a BIGINT
);

--: types | mysql.NUMERIC | mysql.NUMERIC(10, 2)
CREATE TABLE t (
    a NUMERIC(10, 2)
);

--: types | mysql.NUMERIC | mysql.NUMERIC(unsigned=True)
CREATE TABLE t (
    a NUMERIC
);

--: types | mysql.DECIMAL | mysql.DECIMAL(10)
CREATE TABLE t (
    a DECIMAL(10)
);

--: types | mysql.DECIMAL | mysql.DECIMAL(10, 2, unsigned=True, zerofill=True)
CREATE TABLE t (
    a DECIMAL(10, 2)
);

--: types | mysql.DECIMAL | mysql.DECIMAL(precision=10, scale=0)
CREATE TABLE t (
    a DECIMAL(10, 0)
);

--: types | mysql.FLOAT | mysql.FLOAT()
CREATE TABLE t (
    a FLOAT
);

--: types | mysql.FLOAT | mysql.FLOAT(7)
CREATE TABLE t (
    a FLOAT
);

--: types | mysql.FLOAT | mysql.FLOAT(7, 3)
CREATE TABLE t (
    a FLOAT
);

--: types | mysql.FLOAT | mysql.FLOAT(unsigned=True)
CREATE TABLE t (
    a FLOAT
);

--: types | mysql.DOUBLE | mysql.DOUBLE()
CREATE TABLE t (
    a DOUBLE
);

--: types | mysql.DOUBLE | mysql.DOUBLE(10)
ERROR ArgumentError

--: types | mysql.DOUBLE | mysql.DOUBLE(10, 2)
CREATE TABLE t (
    a DOUBLE
);

--: types | mysql.DOUBLE | mysql.DOUBLE(asdecimal=True)
CREATE TABLE t (
    a DOUBLE
);

--: types | mysql.DOUBLE | mysql.DOUBLE(precision=10, scale=2, unsigned=True)
CREATE TABLE t (
    a DOUBLE
);

--: types | mysql.REAL | mysql.REAL()
CREATE TABLE t (
    a REAL
);

--: types | mysql.REAL | mysql.REAL(10, 2)
CREATE TABLE t (
    a REAL
);

--: types | mysql.BIT | mysql.BIT()
ERROR CompileError

--: types | mysql.BIT | mysql.BIT(3)
ERROR CompileError

--: types | mysql.YEAR | mysql.YEAR()
ERROR CompileError

--: types | mysql.YEAR | mysql.YEAR(4)
ERROR CompileError

--: types | mysql.DATETIME | mysql.DATETIME()
CREATE TABLE t (
    a DATETIME
);

--: types | mysql.DATETIME | mysql.DATETIME(fsp=6)
CREATE TABLE t (
    a DATETIME
);

--: types | mysql.DATETIME | mysql.DATETIME(fsp=0)
CREATE TABLE t (
    a DATETIME
);

--: types | mysql.TIMESTAMP | mysql.TIMESTAMP()
CREATE TABLE t (
    a TIMESTAMP
);

--: types | mysql.TIMESTAMP | mysql.TIMESTAMP(fsp=3)
CREATE TABLE t (
    a TIMESTAMP
);

--: types | mysql.TIME | mysql.TIME(fsp=2)
CREATE TABLE t (
    a TIME
);

--: types | mysql.DATE | mysql.DATE()
CREATE TABLE t (
    a DATE
);

--: types | mysql.CHAR | mysql.CHAR()
CREATE TABLE t (
    a CHAR
);

--: types | mysql.CHAR | mysql.CHAR(3, charset='ascii')
CREATE TABLE t (
    a CHAR(3)
);

--: types | mysql.CHAR | mysql.CHAR(36, charset='utf8mb4', collation='utf8mb4_bin')
CREATE TABLE t (
    a CHAR(36) COLLATE utf8mb4_bin
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10)
CREATE TABLE t (
    a VARCHAR(10)
);

--: types | mysql.VARCHAR | mysql.VARCHAR()
CREATE TABLE t (
    a VARCHAR
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, charset='utf8mb4', collation='utf8mb4_bin')
CREATE TABLE t (
    a VARCHAR(10) COLLATE utf8mb4_bin
);

--: types | mysql.VARCHAR | mysql.VARCHAR(length=10, collation='utf8mb4_bin')
CREATE TABLE t (
    a VARCHAR(10) COLLATE utf8mb4_bin
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, ascii=True)
CREATE TABLE t (
    a VARCHAR(10)
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, unicode=True, binary=True)
CREATE TABLE t (
    a VARCHAR(10)
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, national=True)
CREATE TABLE t (
    a VARCHAR(10)
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, national=True, charset='x', collation='y')
CREATE TABLE t (
    a VARCHAR(10) COLLATE y
);

--: types | mysql.NVARCHAR | mysql.NVARCHAR(5)
CREATE TABLE t (
    a NVARCHAR(5)
);

--: types | mysql.NVARCHAR | mysql.NVARCHAR(5, collation='x')
CREATE TABLE t (
    a NVARCHAR(5) COLLATE x
);

--: types | mysql.NCHAR | mysql.NCHAR(5)
CREATE TABLE t (
    a NCHAR(5)
);

--: types | mysql.TEXT | mysql.TEXT()
CREATE TABLE t (
    a TEXT
);

--: types | mysql.TEXT | mysql.TEXT(100)
CREATE TABLE t (
    a TEXT(100)
);

--: types | mysql.TEXT | mysql.TEXT(charset='utf8mb4')
CREATE TABLE t (
    a TEXT
);

--: types | mysql.TINYTEXT | mysql.TINYTEXT()
ERROR CompileError

--: types | mysql.MEDIUMTEXT | mysql.MEDIUMTEXT(collation='utf8mb4_unicode_ci')
ERROR CompileError

--: types | mysql.LONGTEXT | mysql.LONGTEXT()
ERROR CompileError

--: types | mysql.LONGTEXT | mysql.LONGTEXT(charset='utf8mb4', collation='utf8mb4_bin')
ERROR CompileError

--: types | mysql.LONGTEXT | mysql.LONGTEXT(binary=True)
ERROR CompileError

--: types | mysql.TINYBLOB | mysql.TINYBLOB()
ERROR CompileError

--: types | mysql.MEDIUMBLOB | mysql.MEDIUMBLOB()
ERROR CompileError

--: types | mysql.LONGBLOB | mysql.LONGBLOB()
ERROR CompileError

--: types | mysql.LONGBLOB | mysql.LONGBLOB(5)
ERROR CompileError

--: types | mysql.BLOB | mysql.BLOB(5)
CREATE TABLE t (
    a BLOB
);

--: types | mysql.BINARY | mysql.BINARY(16)
CREATE TABLE t (
    a BINARY(16)
);

--: types | mysql.VARBINARY | mysql.VARBINARY(16)
CREATE TABLE t (
    a VARBINARY(16)
);

--: types | mysql.BOOLEAN | mysql.BOOLEAN()
CREATE TABLE t (
    a BOOLEAN
);

--: types | mysql.JSON | mysql.JSON()
CREATE TABLE t (
    a JSON
);

--: types | mysql.ENUM | mysql.ENUM('a', 'b')
ERROR CompileError

--: types | mysql.ENUM | mysql.ENUM('a', "it's", 'a\\b')
ERROR CompileError

--: types | mysql.ENUM | mysql.ENUM('a', charset='utf8', collation='utf8_bin')
ERROR CompileError

--: types | mysql.ENUM | mysql.ENUM('a', name='e')
ERROR CompileError

--: types | mysql.SET | mysql.SET('a', 'b')
ERROR CompileError

--: types | mysql.SET | mysql.SET('a', "it's", charset='utf8')
ERROR CompileError

--: types | mysql.INET4 | mysql.INET4()
ERROR CompileError

--: types | mysql.INET6 | mysql.INET6()
ERROR CompileError

--: types | mysql.base.TINYINT | mysql.base.TINYINT(1)
ERROR CompileError

--: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mysql')
CREATE TABLE t (
    a TEXT
);

--: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mysql', 'mariadb')
CREATE TABLE t (
    a TEXT
);

--: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mariadb')
CREATE TABLE t (
    a TEXT
);

--: types | sa.JSON | sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')
CREATE TABLE t (
    a JSON
);

--: types | postgresql.JSONB | postgresql.JSONB()
CREATE TABLE t (
    a JSONB
);

--: types | postgresql.UUID | postgresql.UUID()
CREATE TABLE t (
    a UUID
);

--: types | postgresql.UUID | postgresql.UUID(as_uuid=True)
CREATE TABLE t (
    a UUID
);

--: types | postgresql.INET | postgresql.INET()
ERROR CompileError

--: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(precision=3)
CREATE TABLE t (
    a TIMESTAMP
);

--: types | postgresql.TIME | postgresql.TIME(precision=3)
CREATE TABLE t (
    a TIME
);

--: types | postgresql.ENUM | postgresql.ENUM('a', name='e')
CREATE TABLE t (
    a VARCHAR(1)
);

--: types | postgresql.BIT | postgresql.BIT(3)
ERROR CompileError

--: types | postgresql.DOUBLE_PRECISION | postgresql.DOUBLE_PRECISION()
CREATE TABLE t (
    a DOUBLE PRECISION
);

--: types | postgresql.ARRAY | postgresql.ARRAY(sa.Integer())
ERROR CompileError

--: types | postgresql.BYTEA | postgresql.BYTEA()
ERROR CompileError

--: types | postgresql.INTERVAL | postgresql.INTERVAL()
ERROR CompileError

--: types | postgresql.JSON | postgresql.JSON()
CREATE TABLE t (
    a JSON
);

--: types | sqlite.DATETIME | sqlite.DATETIME()
CREATE TABLE t (
    a DATETIME
);

--: types | sqlite.JSON | sqlite.JSON()
CREATE TABLE t (
    a JSON
);

--: types | mssql.TINYINT | mssql.TINYINT()
ERROR CompileError

--: types | mssql.TIMESTAMP | mssql.TIMESTAMP()
CREATE TABLE t (
    a TIMESTAMP
);

--: types | mssql.UNIQUEIDENTIFIER | mssql.UNIQUEIDENTIFIER()
ERROR CompileError

--: types | oracle.NUMBER | oracle.NUMBER(5)
ERROR CompileError

--: types | oracle.TIMESTAMP | oracle.TIMESTAMP()
CREATE TABLE t (
    a TIMESTAMP
);

--: types | sa.String | with_variant
CREATE TABLE t (
    a VARCHAR(5)
);

--: types | sa.DateTime | with_variant of a class
CREATE TABLE t (
    a TEXT
);

--: types | sa.types.Integer
CREATE TABLE t (
    a INTEGER, 
    b VARCHAR(5)
);

--: types | sa.NullType
ERROR CompileError

--: types | sa.Integer | classes
CREATE TABLE t (
    a INTEGER, 
    b BIGINT, 
    c FLOAT, 
    d NUMERIC, 
    e DATE, 
    f BOOLEAN, 
    g JSON, 
    h CHAR(32), 
    i BLOB
);

--: types | sa.Numeric | asdecimal
CREATE TABLE t (
    a NUMERIC(10, 2), 
    b FLOAT, 
    c NUMERIC(10, 0)
);

--: types | sa.Float | decimal_return_scale
CREATE TABLE t (
    a FLOAT
);

--: types | sa.JSON | none_as_null
CREATE TABLE t (
    a JSON, 
    b JSON
);

--: types | sa.Uuid | as_uuid
CREATE TABLE t (
    a CHAR(32), 
    b UUID
);

--: types | sa.ARRAY | dimensions
ERROR CompileError

--: types | sa.ARRAY | of strings
ERROR CompileError

--: types | sa.Interval | native
CREATE TABLE t (
    a DATETIME
);

--: types | sa.CLOB and sa.NCHAR
CREATE TABLE t (
    a CLOB, 
    b NCHAR(3)
);

--: types | postgresql.JSONB | postgresql.JSONB(astext_type=sa.Text())
CREATE TABLE t (
    a JSONB
);

--: types | postgresql.HSTORE | postgresql.HSTORE()
ERROR CompileError

--: types | postgresql.HSTORE | postgresql.HSTORE(text_type=sa.Text())
ERROR CompileError

--: types | postgresql.CIDR | postgresql.CIDR()
ERROR CompileError

--: types | postgresql.MACADDR | postgresql.MACADDR()
ERROR CompileError

--: types | postgresql.MACADDR8 | postgresql.MACADDR8()
ERROR CompileError

--: types | postgresql.MONEY | postgresql.MONEY()
ERROR CompileError

--: types | postgresql.OID | postgresql.OID()
ERROR CompileError

--: types | postgresql.REGCLASS | postgresql.REGCLASS()
ERROR CompileError

--: types | postgresql.REGCONFIG | postgresql.REGCONFIG()
ERROR CompileError

--: types | postgresql.TSVECTOR | postgresql.TSVECTOR()
ERROR CompileError

--: types | postgresql.TSQUERY | postgresql.TSQUERY()
ERROR CompileError

--: types | postgresql.CITEXT | postgresql.CITEXT()
ERROR CompileError

--: types | postgresql.JSONPATH | postgresql.JSONPATH()
ERROR CompileError

--: types | postgresql.ARRAY | postgresql.ARRAY(sa.String(5))
ERROR CompileError

--: types | postgresql.ARRAY | postgresql.ARRAY(sa.Integer(), dimensions=2)
ERROR CompileError

--: types | postgresql.ARRAY | postgresql.ARRAY(sa.Integer, zero_indexes=True)
ERROR CompileError

--: types | postgresql.BIT | postgresql.BIT(3, varying=True)
ERROR CompileError

--: types | postgresql.BIT | postgresql.BIT(varying=True)
ERROR CompileError

--: types | postgresql.BIT | postgresql.BIT()
ERROR CompileError

--: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(timezone=True)
CREATE TABLE t (
    a TIMESTAMP
);

--: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(precision=3, timezone=True)
CREATE TABLE t (
    a TIMESTAMP
);

--: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(precision=0)
CREATE TABLE t (
    a TIMESTAMP
);

--: types | postgresql.TIME | postgresql.TIME(precision=2, timezone=True)
CREATE TABLE t (
    a TIME
);

--: types | postgresql.INTERVAL | postgresql.INTERVAL(fields='DAY TO SECOND')
ERROR CompileError

--: types | postgresql.INTERVAL | postgresql.INTERVAL(precision=3)
ERROR CompileError

--: types | postgresql.INTERVAL | postgresql.INTERVAL(fields='SECOND', precision=3)
ERROR CompileError

--: types | postgresql.INT4RANGE | postgresql.INT4RANGE()
ERROR CompileError

--: types | postgresql.INT8RANGE | postgresql.INT8RANGE()
ERROR CompileError

--: types | postgresql.NUMRANGE | postgresql.NUMRANGE()
ERROR CompileError

--: types | postgresql.DATERANGE | postgresql.DATERANGE()
ERROR CompileError

--: types | postgresql.TSRANGE | postgresql.TSRANGE()
ERROR CompileError

--: types | postgresql.TSTZRANGE | postgresql.TSTZRANGE()
ERROR CompileError

--: types | postgresql.INT4MULTIRANGE | postgresql.INT4MULTIRANGE()
ERROR CompileError

--: types | postgresql.INT8MULTIRANGE | postgresql.INT8MULTIRANGE()
ERROR CompileError

--: types | postgresql.NUMMULTIRANGE | postgresql.NUMMULTIRANGE()
ERROR CompileError

--: types | postgresql.DATEMULTIRANGE | postgresql.DATEMULTIRANGE()
ERROR CompileError

--: types | postgresql.TSMULTIRANGE | postgresql.TSMULTIRANGE()
ERROR CompileError

--: types | postgresql.TSTZMULTIRANGE | postgresql.TSTZMULTIRANGE()
ERROR CompileError

--: types | postgresql.VARCHAR | postgresql.VARCHAR(5)
CREATE TABLE t (
    a VARCHAR(5)
);

--: types | postgresql.CHAR | postgresql.CHAR(5)
CREATE TABLE t (
    a CHAR(5)
);

--: types | postgresql.TEXT | postgresql.TEXT()
CREATE TABLE t (
    a TEXT
);

--: types | postgresql.NUMERIC | postgresql.NUMERIC(5, 2)
CREATE TABLE t (
    a NUMERIC(5, 2)
);

--: types | postgresql.REAL | postgresql.REAL()
CREATE TABLE t (
    a REAL
);

--: types | postgresql.FLOAT | postgresql.FLOAT(5)
CREATE TABLE t (
    a FLOAT
);

--: types | postgresql.BIGINT | postgresql.BIGINT()
CREATE TABLE t (
    a BIGINT
);

--: types | postgresql.SMALLINT | postgresql.SMALLINT()
CREATE TABLE t (
    a SMALLINT
);

--: types | postgresql.INTEGER | postgresql.INTEGER()
CREATE TABLE t (
    a INTEGER
);

--: types | postgresql.BOOLEAN | postgresql.BOOLEAN()
CREATE TABLE t (
    a BOOLEAN
);

--: types | postgresql.DATE | postgresql.DATE()
CREATE TABLE t (
    a DATE
);

--: types | postgresql.DOUBLE_PRECISION | postgresql.DOUBLE_PRECISION(precision=5)
CREATE TABLE t (
    a DOUBLE PRECISION
);

--: types | sqlite.DATE | sqlite.DATE()
CREATE TABLE t (
    a DATE
);

--: types | sqlite.TIME | sqlite.TIME()
CREATE TABLE t (
    a TIME
);

--: types | sqlite.BLOB | sqlite.BLOB()
CREATE TABLE t (
    a BLOB
);

--: types | sqlite.NUMERIC | sqlite.NUMERIC(5, 2)
CREATE TABLE t (
    a NUMERIC(5, 2)
);

--: types | mysql.DECIMAL | mysql.DECIMAL(unsigned=True)
CREATE TABLE t (
    a DECIMAL
);

--: types | mysql.TINYINT | mysql.TINYINT(4, zerofill=True)
ERROR CompileError

--: types | mysql.BIGINT | mysql.BIGINT()
CREATE TABLE t (
    a BIGINT
);

--: types | mysql.VARBINARY | mysql.VARBINARY(5)
CREATE TABLE t (
    a VARBINARY(5)
);

--: types | mysql.CHAR | mysql.CHAR(5, binary=True)
CREATE TABLE t (
    a CHAR(5)
);

--: types | sa.String | sa.String(length=5)
CREATE TABLE t (
    a VARCHAR(5)
);

--: types | sa.Unicode | sa.Unicode(length=5, collation='C')
CREATE TABLE t (
    a VARCHAR(5) COLLATE "C"
);

--: types | sa.Double | sa.Double(asdecimal=True)
CREATE TABLE t (
    a DOUBLE
);

--: types | sa.Text | sa.Text(length=5)
CREATE TABLE t (
    a TEXT(5)
);

--: types | sa.NVARCHAR | sa.NVARCHAR(length=5)
CREATE TABLE t (
    a NVARCHAR(5)
);

--: types | sa.TIMESTAMP | sa.TIMESTAMP(timezone=False)
CREATE TABLE t (
    a TIMESTAMP
);

--: types | sa.BINARY | sa.BINARY(length=3)
CREATE TABLE t (
    a BINARY(3)
);

--: types | mssql.BIT | mssql.BIT()
ERROR CompileError

--: types | mssql.DATETIME2 | mssql.DATETIME2(3)
ERROR CompileError

--: types | mssql.NVARCHAR | mssql.NVARCHAR(None)
CREATE TABLE t (
    a NVARCHAR
);

--: types | oracle.VARCHAR2 | oracle.VARCHAR2(5)
ERROR CompileError

--: types | oracle.CLOB | oracle.CLOB()
CREATE TABLE t (
    a CLOB
);
