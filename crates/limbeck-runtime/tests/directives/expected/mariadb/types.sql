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
    a FLOAT(53)
);

--: types | sa.Double | sa.Double()
CREATE TABLE t (
    a DOUBLE
);

--: types | sa.Double | sa.Double(53)
ERROR ArgumentError

--: types | sa.String | sa.String()
ERROR CompileError

--: types | sa.String | sa.String(0)
CREATE TABLE t (
    a VARCHAR(0)
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
ERROR CompileError

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
    a BOOL
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
    a BLOB(100)
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
    a UUID
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
    a ENUM('a','bbb')
);

--: types | sa.Enum | sa.Enum('a')
CREATE TABLE t (
    a ENUM('a')
);

--: types | sa.Enum | sa.Enum()
CREATE TABLE t (
    a ENUM()
);

--: types | sa.Enum | sa.Enum("it's", 'a\\b', '100%', name='e')
CREATE TABLE t (
    a ENUM('it''s','a\\b','100%')
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
    a ENUM('a')
);

--: types | sa.Boolean | sa.Boolean(create_constraint=True, name='ck')
CREATE TABLE t (
    a BOOL, 
    CONSTRAINT ck CHECK (a IN (0, 1))
);

--: types | sa.ARRAY | sa.ARRAY(sa.Integer())
ERROR CompileError

--: types | sa.VARCHAR | sa.VARCHAR()
ERROR CompileError

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
ERROR CompileError

--: types | sa.NVARCHAR | sa.NVARCHAR(5)
CREATE TABLE t (
    a NATIONAL VARCHAR(5)
);

--: types | sa.NVARCHAR | sa.NVARCHAR(5, collation='x')
CREATE TABLE t (
    a NATIONAL VARCHAR(5) COLLATE x
);

--: types | sa.NCHAR | sa.NCHAR()
CREATE TABLE t (
    a NATIONAL CHAR
);

--: types | sa.NCHAR | sa.NCHAR(3)
CREATE TABLE t (
    a NATIONAL CHAR(3)
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
    a BLOB(5)
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
ERROR TypeError

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
    a FLOAT(5)
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
ERROR ArgumentError

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
    a TIMESTAMP NULL
);

--: types | sa.TIMESTAMP | sa.TIMESTAMP(timezone=True)
CREATE TABLE t (
    a TIMESTAMP NULL
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
    a BOOL
);

--: types | mysql.TINYINT | mysql.TINYINT()
CREATE TABLE t (
    a TINYINT
);

--: types | mysql.TINYINT | mysql.TINYINT(1)
CREATE TABLE t (
    a TINYINT(1)
);

--: types | mysql.TINYINT | mysql.TINYINT(display_width=1, unsigned=True)
CREATE TABLE t (
    a TINYINT(1) UNSIGNED
);

--: types | mysql.SMALLINT | mysql.SMALLINT(5)
CREATE TABLE t (
    a SMALLINT(5)
);

--: types | mysql.MEDIUMINT | mysql.MEDIUMINT()
CREATE TABLE t (
    a MEDIUMINT
);

--: types | mysql.MEDIUMINT | mysql.MEDIUMINT(8, unsigned=True, zerofill=True)
CREATE TABLE t (
    a MEDIUMINT(8) UNSIGNED ZEROFILL
);

--: types | mysql.INTEGER | mysql.INTEGER()
CREATE TABLE t (
    a INTEGER
);

--: types | mysql.INTEGER | mysql.INTEGER(11)
CREATE TABLE t (
    a INTEGER(11)
);

--: types | mysql.INTEGER | mysql.INTEGER(unsigned=True)
CREATE TABLE t (
    a INTEGER UNSIGNED
);

--: types | mysql.INTEGER | mysql.INTEGER(display_width=11, zerofill=True)
CREATE TABLE t (
    a INTEGER(11) ZEROFILL
);

--: types | mysql.BIGINT | mysql.BIGINT(20, unsigned=True)
CREATE TABLE t (
    a BIGINT(20) UNSIGNED
);

--: types | mysql.NUMERIC | mysql.NUMERIC(10, 2)
CREATE TABLE t (
    a NUMERIC(10, 2)
);

--: types | mysql.NUMERIC | mysql.NUMERIC(unsigned=True)
CREATE TABLE t (
    a NUMERIC UNSIGNED
);

--: types | mysql.DECIMAL | mysql.DECIMAL(10)
CREATE TABLE t (
    a DECIMAL(10)
);

--: types | mysql.DECIMAL | mysql.DECIMAL(10, 2, unsigned=True, zerofill=True)
CREATE TABLE t (
    a DECIMAL(10, 2) UNSIGNED ZEROFILL
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
    a FLOAT(7)
);

--: types | mysql.FLOAT | mysql.FLOAT(7, 3)
CREATE TABLE t (
    a FLOAT(7, 3)
);

--: types | mysql.FLOAT | mysql.FLOAT(unsigned=True)
CREATE TABLE t (
    a FLOAT UNSIGNED
);

--: types | mysql.DOUBLE | mysql.DOUBLE()
CREATE TABLE t (
    a DOUBLE
);

--: types | mysql.DOUBLE | mysql.DOUBLE(10)
ERROR ArgumentError

--: types | mysql.DOUBLE | mysql.DOUBLE(10, 2)
CREATE TABLE t (
    a DOUBLE(10, 2)
);

--: types | mysql.DOUBLE | mysql.DOUBLE(asdecimal=True)
CREATE TABLE t (
    a DOUBLE
);

--: types | mysql.DOUBLE | mysql.DOUBLE(precision=10, scale=2, unsigned=True)
CREATE TABLE t (
    a DOUBLE(10, 2) UNSIGNED
);

--: types | mysql.REAL | mysql.REAL()
CREATE TABLE t (
    a REAL
);

--: types | mysql.REAL | mysql.REAL(10, 2)
CREATE TABLE t (
    a REAL(10, 2)
);

--: types | mysql.BIT | mysql.BIT()
CREATE TABLE t (
    a BIT
);

--: types | mysql.BIT | mysql.BIT(3)
CREATE TABLE t (
    a BIT(3)
);

--: types | mysql.YEAR | mysql.YEAR()
CREATE TABLE t (
    a YEAR
);

--: types | mysql.YEAR | mysql.YEAR(4)
CREATE TABLE t (
    a YEAR(4)
);

--: types | mysql.DATETIME | mysql.DATETIME()
CREATE TABLE t (
    a DATETIME
);

--: types | mysql.DATETIME | mysql.DATETIME(fsp=6)
CREATE TABLE t (
    a DATETIME(6)
);

--: types | mysql.DATETIME | mysql.DATETIME(fsp=0)
CREATE TABLE t (
    a DATETIME
);

--: types | mysql.TIMESTAMP | mysql.TIMESTAMP()
CREATE TABLE t (
    a TIMESTAMP NULL
);

--: types | mysql.TIMESTAMP | mysql.TIMESTAMP(fsp=3)
CREATE TABLE t (
    a TIMESTAMP(3) NULL
);

--: types | mysql.TIME | mysql.TIME(fsp=2)
CREATE TABLE t (
    a TIME(2)
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
    a CHAR(3) CHARACTER SET ascii
);

--: types | mysql.CHAR | mysql.CHAR(36, charset='utf8mb4', collation='utf8mb4_bin')
CREATE TABLE t (
    a CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10)
CREATE TABLE t (
    a VARCHAR(10)
);

--: types | mysql.VARCHAR | mysql.VARCHAR()
ERROR CompileError

--: types | mysql.VARCHAR | mysql.VARCHAR(10, charset='utf8mb4', collation='utf8mb4_bin')
CREATE TABLE t (
    a VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
);

--: types | mysql.VARCHAR | mysql.VARCHAR(length=10, collation='utf8mb4_bin')
CREATE TABLE t (
    a VARCHAR(10) COLLATE utf8mb4_bin
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, ascii=True)
CREATE TABLE t (
    a VARCHAR(10) ASCII
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, unicode=True, binary=True)
CREATE TABLE t (
    a VARCHAR(10) UNICODE BINARY
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, national=True)
CREATE TABLE t (
    a NATIONAL VARCHAR(10)
);

--: types | mysql.VARCHAR | mysql.VARCHAR(10, national=True, charset='x', collation='y')
CREATE TABLE t (
    a NATIONAL VARCHAR(10) COLLATE y
);

--: types | mysql.NVARCHAR | mysql.NVARCHAR(5)
CREATE TABLE t (
    a NATIONAL VARCHAR(5)
);

--: types | mysql.NVARCHAR | mysql.NVARCHAR(5, collation='x')
CREATE TABLE t (
    a NATIONAL VARCHAR(5) COLLATE x
);

--: types | mysql.NCHAR | mysql.NCHAR(5)
CREATE TABLE t (
    a NATIONAL CHAR(5)
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
    a TEXT CHARACTER SET utf8mb4
);

--: types | mysql.TINYTEXT | mysql.TINYTEXT()
CREATE TABLE t (
    a TINYTEXT
);

--: types | mysql.MEDIUMTEXT | mysql.MEDIUMTEXT(collation='utf8mb4_unicode_ci')
CREATE TABLE t (
    a MEDIUMTEXT COLLATE utf8mb4_unicode_ci
);

--: types | mysql.LONGTEXT | mysql.LONGTEXT()
CREATE TABLE t (
    a LONGTEXT
);

--: types | mysql.LONGTEXT | mysql.LONGTEXT(charset='utf8mb4', collation='utf8mb4_bin')
CREATE TABLE t (
    a LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
);

--: types | mysql.LONGTEXT | mysql.LONGTEXT(binary=True)
CREATE TABLE t (
    a LONGTEXT BINARY
);

--: types | mysql.TINYBLOB | mysql.TINYBLOB()
CREATE TABLE t (
    a TINYBLOB
);

--: types | mysql.MEDIUMBLOB | mysql.MEDIUMBLOB()
CREATE TABLE t (
    a MEDIUMBLOB
);

--: types | mysql.LONGBLOB | mysql.LONGBLOB()
CREATE TABLE t (
    a LONGBLOB
);

--: types | mysql.LONGBLOB | mysql.LONGBLOB(5)
CREATE TABLE t (
    a LONGBLOB
);

--: types | mysql.BLOB | mysql.BLOB(5)
CREATE TABLE t (
    a BLOB(5)
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
    a BOOL
);

--: types | mysql.JSON | mysql.JSON()
CREATE TABLE t (
    a JSON
);

--: types | mysql.ENUM | mysql.ENUM('a', 'b')
CREATE TABLE t (
    a ENUM('a','b')
);

--: types | mysql.ENUM | mysql.ENUM('a', "it's", 'a\\b')
CREATE TABLE t (
    a ENUM('a','it''s','a\\b')
);

--: types | mysql.ENUM | mysql.ENUM('a', charset='utf8', collation='utf8_bin')
CREATE TABLE t (
    a ENUM('a') CHARACTER SET utf8 COLLATE utf8_bin
);

--: types | mysql.ENUM | mysql.ENUM('a', name='e')
CREATE TABLE t (
    a ENUM('a')
);

--: types | mysql.SET | mysql.SET('a', 'b')
CREATE TABLE t (
    a SET('a','b')
);

--: types | mysql.SET | mysql.SET('a', "it's", charset='utf8')
CREATE TABLE t (
    a SET('a','it''s') CHARACTER SET utf8
);

--: types | mysql.INET4 | mysql.INET4()
CREATE TABLE t (
    a INET4
);

--: types | mysql.INET6 | mysql.INET6()
CREATE TABLE t (
    a INET6
);

--: types | mysql.base.TINYINT | mysql.base.TINYINT(1)
CREATE TABLE t (
    a TINYINT(1)
);

--: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mysql')
CREATE TABLE t (
    a TEXT
);

--: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mysql', 'mariadb')
CREATE TABLE t (
    a LONGTEXT
);

--: types | sa.Text | sa.Text().with_variant(mysql.LONGTEXT(), 'mariadb')
CREATE TABLE t (
    a LONGTEXT
);

--: types | sa.JSON | sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')
CREATE TABLE t (
    a JSON
);

--: types | postgresql.JSONB | postgresql.JSONB()
ERROR CompileError

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
    a TIMESTAMP NULL
);

--: types | postgresql.TIME | postgresql.TIME(precision=3)
CREATE TABLE t (
    a TIME
);

--: types | postgresql.ENUM | postgresql.ENUM('a', name='e')
ERROR UnsupportedCompilationError

--: types | postgresql.BIT | postgresql.BIT(3)
CREATE TABLE t (
    a BIT(3)
);

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
CREATE TABLE t (
    a TINYINT
);

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
    a TIMESTAMP NULL
);

--: types | sa.String | with_variant
CREATE TABLE t (
    a VARCHAR(5) CHARACTER SET ascii
);

--: types | sa.DateTime | with_variant of a class
CREATE TABLE t (
    a DATETIME
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
    f BOOL, 
    g JSON, 
    h UUID, 
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
    a FLOAT(10)
);

--: types | sa.JSON | none_as_null
CREATE TABLE t (
    a JSON, 
    b JSON
);

--: types | sa.Uuid | as_uuid
CREATE TABLE t (
    a UUID, 
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
    b NATIONAL CHAR(3)
);

--: types | postgresql.JSONB | postgresql.JSONB(astext_type=sa.Text())
ERROR CompileError

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
CREATE TABLE t (
    a BIT(3)
);

--: types | postgresql.BIT | postgresql.BIT(varying=True)
CREATE TABLE t (
    a BIT
);

--: types | postgresql.BIT | postgresql.BIT()
CREATE TABLE t (
    a BIT(1)
);

--: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(timezone=True)
CREATE TABLE t (
    a TIMESTAMP NULL
);

--: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(precision=3, timezone=True)
CREATE TABLE t (
    a TIMESTAMP NULL
);

--: types | postgresql.TIMESTAMP | postgresql.TIMESTAMP(precision=0)
CREATE TABLE t (
    a TIMESTAMP NULL
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
    a FLOAT(5)
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
    a BOOL
);

--: types | postgresql.DATE | postgresql.DATE()
CREATE TABLE t (
    a DATE
);

--: types | postgresql.DOUBLE_PRECISION | postgresql.DOUBLE_PRECISION(precision=5)
ERROR ArgumentError

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
    a DECIMAL UNSIGNED
);

--: types | mysql.TINYINT | mysql.TINYINT(4, zerofill=True)
CREATE TABLE t (
    a TINYINT(4) ZEROFILL
);

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
    a CHAR(5) BINARY
);

--: types | sa.String | sa.String(length=5)
CREATE TABLE t (
    a VARCHAR(5)
);

--: types | sa.Unicode | sa.Unicode(length=5, collation='C')
CREATE TABLE t (
    a VARCHAR(5) COLLATE C
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
    a NATIONAL VARCHAR(5)
);

--: types | sa.TIMESTAMP | sa.TIMESTAMP(timezone=False)
CREATE TABLE t (
    a TIMESTAMP NULL
);

--: types | sa.BINARY | sa.BINARY(length=3)
CREATE TABLE t (
    a BINARY(3)
);

--: types | mssql.BIT | mssql.BIT()
ERROR AttributeError

--: types | mssql.DATETIME2 | mssql.DATETIME2(3)
ERROR CompileError

--: types | mssql.NVARCHAR | mssql.NVARCHAR(None)
ERROR CompileError

--: types | oracle.VARCHAR2 | oracle.VARCHAR2(5)
ERROR CompileError

--: types | oracle.CLOB | oracle.CLOB()
CREATE TABLE t (
    a CLOB
);
