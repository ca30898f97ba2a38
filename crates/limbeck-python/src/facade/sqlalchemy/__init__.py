"""SQLAlchemy's names over Rust. Nothing is loaded until it is asked for."""
from ._core import lazy

__version__ = "2.1.9"

_TYPES = ("ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime Double Enum FLOAT Float INT"
          " INTEGER Integer Interval JSON LargeBinary NCHAR NUMERIC NVARCHAR NullType Numeric PickleType REAL SMALLINT SmallInteger String TEXT TIME TIMESTAMP Text"
          " Time TupleType UUID Unicode UnicodeText Uuid VARBINARY VARCHAR")

__getattr__ = lazy(globals(), {
    "sqlalchemy.": "sql types schema engine exc event pool inspection dialects ext orm util",
    "sqlalchemy.sql.sqltypes": _TYPES,
    "sqlalchemy.sql.type_api": "TypeDecorator TypeEngine UserDefinedType",
    "sqlalchemy.sql.schema": "BLANK_SCHEMA CheckConstraint Column ColumnDefault Computed Constraint DefaultClause FetchedValue ForeignKey ForeignKeyConstraint Identity"
    " Index MetaData PrimaryKeyConstraint Sequence Table UniqueConstraint SchemaItem ColumnCollectionConstraint HasSchemaAttr",
    "sqlalchemy.sql.ddl": "DDL BaseDDLElement ExecutableDDLElement DDLElement",
    "sqlalchemy.sql.functions": "func modifier Function FunctionElement",
    "sqlalchemy.sql.elements": "all_ and_ any_ asc between bindparam BinaryExpression BindParameter bitwise_not BooleanClauseList case Case cast Cast ClauseElement"
    " collate column ColumnClause ColumnCollection ColumnElement desc distinct Executable extract Extract False_ false Label label literal literal_column not_ Null"
    " null nulls_first nulls_last nullsfirst nullslast or_ outparam over Over quoted_name text TextClause true True_ try_cast tuple_ Tuple type_coerce TypeCoerce"
    " UnaryExpression within_group",
    "sqlalchemy.sql.selectable": "alias Alias CompoundSelect cte CTE except_ except_all exists Exists FromClause intersect intersect_all join Join lateral Lateral"
    " LABEL_STYLE_TABLENAME_PLUS_COL LABEL_STYLE_NONE LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY outerjoin ScalarSelect select Select Selectable SelectBase"
    " Subquery table TableClause TextualSelect union union_all values Values",
    "sqlalchemy.sql.dml": "delete Delete insert Insert update Update UpdateBase",
    "sqlalchemy.engine.base": "Connection Engine Transaction NestedTransaction RootTransaction",
    "sqlalchemy.engine.create": "create_engine engine_from_config create_mock_engine",
    "sqlalchemy.engine.url": "make_url URL",
    "sqlalchemy.engine.interfaces": "Dialect Compiled ExecutionContext AdaptedConnection",
    "sqlalchemy.engine.reflection": "Inspector",
    "sqlalchemy.engine.result": "CursorResult Result Row RowMapping ScalarResult MappingResult",
    "sqlalchemy.inspection": "inspect",
    "sqlalchemy.pool": "AssertionPool AsyncAdaptedQueuePool NullPool Pool PoolProxiedConnection QueuePool SingletonThreadPool StaticPool",
})
