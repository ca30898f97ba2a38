"""The dialect as user code sees it."""

_DRIVERS = {"postgresql": "psycopg", "sqlite": "pysqlite", "mysql": "mysqldb", "mariadb": "mysqldb", "mssql": "pyodbc", "oracle": "oracledb"}


class Preparer:
    """Quotes names."""

    def __init__(self, dialect):
        self.dialect = dialect

    def quote(self, ident, force=None):
        import _limbeck

        return _limbeck.quote(ident, self.dialect.name)

    quote_schema = quote

    def quote_identifier(self, value):
        mark = "`" if self.dialect.name in ("mysql", "mariadb") else '"'
        return mark + value.replace(mark, mark * 2) + mark

    def format_table(self, table, use_schema=True, name=None):
        text = self.quote(name or table.name)
        return "%s.%s" % (self.quote(table.schema), text) if use_schema and table.schema else text

    def format_column(self, column, use_table=False, name=None):
        text = self.quote(name or column.name)
        return "%s.%s" % (self.format_table(column.table), text) if use_table else text

    def format_constraint(self, constraint):
        return self.quote(constraint.name)

    format_index = format_sequence = format_constraint


class Dialect:
    """Name, driver, version, and the questions that scripts ask."""

    name = "default"
    paramstyle = "named"
    supports_alter = True
    supports_comments = True
    supports_schemas = True
    is_async = False
    dbapi = None

    def __init__(self, **kw):
        self.driver = _DRIVERS.get(self.name, "")
        self._native = None
        self._options = kw
        self._default_schema = None

    def __init_subclass__(cls, **kw):
        pass

    @property
    def identifier_preparer(self):
        return Preparer(self)

    @property
    def preparer(self):
        return Preparer

    @property
    def server_version_info(self):
        return None if self._native is None else tuple(self._native.server_version())

    @property
    def default_schema_name(self):
        if self._native is None:
            return self._default_schema
        return self._native.default_schema_name or ("main" if self.name == "sqlite" else None)

    @default_schema_name.setter
    def default_schema_name(self, value):
        self._default_schema = value
        if self._native is not None:
            self._native.default_schema_name = value

    @property
    def is_mariadb(self):
        return self.name == "mariadb"

    @property
    def type_compiler(self):
        return TypeCompiler(self)

    type_compiler_instance = type_compiler

    @property
    def supports_native_enum(self):
        return self.name in ("postgresql", "mysql", "mariadb")

    @property
    def supports_native_uuid(self):
        return self.name in ("postgresql", "mssql")

    @property
    def supports_native_boolean(self):
        return self.name == "postgresql"

    @property
    def supports_sequences(self):
        if self._native is not None:
            return self._native.keeps_sequences
        return self.name in ("postgresql", "mariadb", "oracle", "mssql")

    @property
    def sequences_optional(self):
        return self.name == "postgresql"

    def type_descriptor(self, type_):
        """The type as this dialect has it."""
        from ..sql.type_api import to_instance

        return to_instance(type_)

    def has_table(self, connection, table_name, schema=None, **kw):
        from ..inspection import inspect

        return inspect(connection).has_table(table_name, schema)

    def has_sequence(self, connection, sequence_name, schema=None, **kw):
        from ..inspection import inspect

        return inspect(connection).has_sequence(sequence_name, schema)

    def has_schema(self, connection, schema_name, **kw):
        from ..inspection import inspect

        return inspect(connection).has_schema(schema_name)

    def has_type(self, connection, type_name, schema=None, **kw):
        return any([e["name"] == type_name for e in self._inspector(connection).get_enums(schema)])

    def _inspector(self, connection):
        from ..inspection import inspect

        return inspect(connection)

    def get_columns(self, connection, table_name, schema=None, **kw):
        return self._inspector(connection).get_columns(table_name, schema)

    def get_table_names(self, connection, schema=None, **kw):
        return self._inspector(connection).get_table_names(schema)

    def get_indexes(self, connection, table_name, schema=None, **kw):
        return self._inspector(connection).get_indexes(table_name, schema)

    def __repr__(self):
        return "<%s dialect>" % self.name


class TypeCompiler:
    def __init__(self, dialect):
        self.dialect = dialect

    def process(self, type_, **kw):
        import _limbeck

        return _limbeck.compile(type_, self.dialect.name, False)


class Compiled:
    pass


class ExecutionContext:
    pass


class AdaptedConnection:
    pass


_MODULES = {"postgresql": "PGDialect", "sqlite": "SQLiteDialect", "mysql": "MySQLDialect", "mariadb": "MariaDBDialect", "mssql": "MSDialect", "oracle": "OracleDialect"}
_classes = {}


def dialect_class(name):
    """The Dialect class called `name`."""
    made = _classes.get(name)
    if made is None:
        if name not in _MODULES and name not in ("default", ""):
            from ..exc import NoSuchModuleError

            raise NoSuchModuleError("Can't load plugin: sqlalchemy.dialects:%s" % name)
        base = dialect_class("mysql") if name == "mariadb" else Dialect
        made = _classes[name] = type(_MODULES.get(name, "DefaultDialect"), (base,), {"name": name})
    return made


_made = {}


def dialect_for(name):
    """A shared Dialect for writing SQL, without a connection."""
    made = _made.get(name)
    if made is None:
        made = _made[name] = dialect_class(name)()
    return made
