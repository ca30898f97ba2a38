"""Types by their older module name."""
from ._core import lazy

_NAMES = ("ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB Concatenable DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime Double Enum"
          " FLOAT Float INT INTEGER Indexable Integer Interval JSON LargeBinary MatchType NCHAR NULLTYPE NUMERIC NVARCHAR NullType Numeric PickleType REAL"
          " SMALLINT STRINGTYPE SchemaType SmallInteger String TEXT TIME TIMESTAMP Text Time TupleType UUID Unicode UnicodeText Uuid VARBINARY VARCHAR")
__getattr__ = lazy(globals(), {"sqlalchemy.sql.sqltypes": _NAMES + " _Binary Emulated",
                               "sqlalchemy.sql.type_api": "TypeDecorator TypeEngine UserDefinedType ExternalType Variant to_instance"})
