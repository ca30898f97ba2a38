"""Tables, columns, constraints, indexes: what a schema is made of, as the user wrote it."""

from .._core import Construct, Declaration, conv, quoted_name, unsupported  # noqa: F401
from .elements import ColumnClause, ColumnCollection, check, own_type
from .selectable import TableClause

BLANK_SCHEMA = "blank_schema"
RETAIN_SCHEMA = "retain_schema"
NULL_UNSPECIFIED = object()


class SchemaItem(Construct):
    """A part of a schema."""

    __visit_name__ = "schema_item"
    info = None

    def __init__(self, *args, **kwargs):
        self._args = args
        self._kwargs = kwargs

    def __repr__(self):
        parts = [repr(a) for a in self._args] + ["%s=%r" % item for item in self._kwargs.items()]
        return "%s(%s)" % (type(self).__name__, ", ".join(parts))

    def _set_parent(self, parent):
        pass


class SchemaVisitable:
    pass


class HasSchemaAttr:
    schema = None


# --- defaults ------------------------------------------------------------------------------------------------------


class DefaultGenerator(SchemaItem):
    column = None
    is_sequence = False


class FetchedValue(SchemaItem):
    """The server fills the column, how is not said."""

    __limbeck_name__ = "sqlalchemy.FetchedValue"
    reflected = has_argument = False

    def __init__(self, *args, **kwargs):
        check("FetchedValue", ("for_update",), 0, args, kwargs)
        SchemaItem.__init__(self, *args, **kwargs)
        self.for_update = args[0] if args else kwargs.get("for_update", False)


class DefaultClause(FetchedValue):
    """A server default."""

    __limbeck_name__ = "sqlalchemy.DefaultClause"
    has_argument = True

    def __init__(self, *args, **kwargs):
        check("DefaultClause", ("arg", "for_update", "_reflected"), 1, args, kwargs)
        SchemaItem.__init__(self, *args, **kwargs)
        self.arg = args[0] if args else kwargs["arg"]


class ColumnDefault:
    """A Python-side default: a value, a callable, or SQL."""

    is_sequence = False

    def __init__(self, arg):
        self.arg = arg
        self.is_callable = callable(arg) and not isinstance(arg, Construct)
        self.is_clause_element = isinstance(arg, Construct)
        self.is_scalar = not self.is_callable and not self.is_clause_element

    def evaluate(self):
        """The value for one row."""
        if not self.is_callable:
            return self.arg
        count = _required(self.arg)
        return self.arg() if count == 0 else self.arg(None)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.arg)


ScalarElementColumnDefault = CallableColumnDefault = ColumnElementColumnDefault = ColumnDefault


def _required(function):
    """How many positional arguments a default's function must have."""
    code = getattr(function, "__code__", None)
    if code is None:
        code = getattr(getattr(function, "__func__", None), "__code__", None)
        if code is None:
            return 0
        return code.co_argcount - 1 - len(function.__defaults__ or ())
    return code.co_argcount - len(function.__defaults__ or ())


class IdentityOptions:
    start = increment = None


_SEQUENCE = ("start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "schema", "cache", "order", "data_type", "optional",
             "quote", "metadata", "quote_schema", "for_update")


class Sequence(DefaultGenerator, IdentityOptions):
    """A named sequence."""

    __limbeck_name__ = "sqlalchemy.Sequence"
    is_sequence = True
    is_callable = is_clause_element = is_scalar = False

    def __init__(self, name, start=None, increment=None, **kw):
        for key in kw:
            if key not in _SEQUENCE:
                raise TypeError("Sequence.__init__() got an unexpected keyword argument %r" % key)
        self.name = name
        self.start, self.increment = start, increment
        self.metadata = kw.get("metadata")
        self.schema = kw.get("schema")
        if self.schema is None and self.metadata is not None:
            self.schema = self.metadata.schema
        self.optional = kw.get("optional", False)
        written = {k: v for k, v in kw.items() if k != "metadata"}
        if start is not None:
            written["start"] = start
        if increment is not None:
            written["increment"] = increment
        if self.schema is not None:
            written["schema"] = self.schema
        SchemaItem.__init__(self, name, **written)
        if self.metadata is not None:
            self.metadata._sequences.append(self)

    def next_value(self):
        """The next value, as SQL."""
        from .elements import ColumnElement

        return ColumnElement(".next_value", (self,))

    def evaluate(self):
        return self.next_value()

    def create(self, bind, checkfirst=True):
        from .ddl import CreateSequence

        if not checkfirst or not bind.dialect.has_sequence(bind, self.name, self.schema):
            _run(bind, CreateSequence(self))

    def drop(self, bind, checkfirst=True):
        from .ddl import DropSequence

        if not checkfirst or bind.dialect.has_sequence(bind, self.name, self.schema):
            _run(bind, DropSequence(self))


def _run(bind, ddl):
    connection, mine = _connected(bind)
    try:
        connection.execute(ddl)
        if mine:
            connection.commit()
    finally:
        if mine:
            connection.close()


def _connected(bind):
    """A connection of `bind`, and whether it was opened for this."""
    from ..engine.base import Engine

    return (bind.connect(), True) if isinstance(bind, Engine) else (bind, False)


class Computed(FetchedValue):
    """GENERATED ALWAYS AS (...)."""

    __limbeck_name__ = "sqlalchemy.Computed"

    def __init__(self, *args, **kwargs):
        check("Computed", ("sqltext", "persisted"), 1, args, kwargs)
        SchemaItem.__init__(self, *args, **kwargs)
        self.sqltext = args[0] if args else kwargs["sqltext"]
        self.persisted = args[1] if len(args) > 1 else kwargs.get("persisted")

    def _set_parent(self, column):
        column.computed = column.server_default = column.server_onupdate = self


class Identity(FetchedValue, IdentityOptions):
    """GENERATED ... AS IDENTITY."""

    __limbeck_name__ = "sqlalchemy.Identity"
    _NAMES = ("always", "on_null", "start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "cache", "order")

    def __init__(self, *args, **kwargs):
        for name in kwargs:
            if not name.startswith("oracle_"):
                check("Identity", self._NAMES, 0, args, {name: None})
        SchemaItem.__init__(self, *args, **kwargs)
        for i, name in enumerate(self._NAMES):
            setattr(self, name, args[i] if i < len(args) else kwargs.get(name))
        self.always = bool(self.always)

    def _set_parent(self, column):
        column.identity = column.server_default = self


# --- constraints ---------------------------------------------------------------------------------------------------


def _dialect_options(kw, allowed, what):
    """Split keyword arguments into the constraint's own and the dialects'; refuse others."""
    for name in kw:
        if name not in allowed and "_" not in name:
            raise TypeError("Additional arguments should be named <dialectname>_<argument>, got %r" % name)
        if name not in allowed and name.split("_", 1)[0] not in ("postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle", "snowflake", "bigquery",
                                                                   "redshift", "duckdb", "clickhouse", "starrocks", "cockroachdb", "crate", "databricks", "spanner"):
            raise TypeError("Additional arguments should be named <dialectname>_<argument>, got %r" % name)


class Constraint(SchemaItem):
    """A constraint of a table."""

    __limbeck_name__ = "sqlalchemy.Constraint"
    table = None
    deferrable = initially = comment = None
    _COMMON = ("name", "deferrable", "initially", "info", "comment", "_create_rule", "_type_bound")

    def _common(self, args, kw, allowed):
        _dialect_options(kw, allowed, type(self).__name__)
        SchemaItem.__init__(self, *args, **{k: v for k, v in kw.items() if k not in ("_create_rule", "_type_bound")})
        self.name = kw.get("name")
        self.deferrable = kw.get("deferrable")
        self.initially = kw.get("initially")
        self.comment = kw.get("comment")
        self.info = kw.get("info") or {}
        self.dialect_kwargs = self.kwargs = {k: v for k, v in kw.items() if k not in allowed}

    def __init__(self, *args, **kw):
        self._common(args, kw, self._COMMON)

    @property
    def dialect_options(self):
        made = {}
        for key, value in self.dialect_kwargs.items():
            dialect, name = key.split("_", 1)
            made.setdefault(dialect, {})[name] = value
        return made

    def _set_parent(self, parent):
        table = parent
        if isinstance(parent, Column):
            self._column = parent
            table = parent.table
            if table is None:
                parent._later.append(self)
                return
        self.table = table
        table.constraints.add(self)

    def copy(self, **kw):
        return _copy(self)


class ColumnCollectionMixin:
    _pending = ()

    @property
    def columns(self):
        """The columns, resolved by name in the table."""
        made = []
        for item in self._pending:
            if isinstance(item, str):
                if self.table is None:
                    continue
                column = self.table.c.get(item)
                if column is None:
                    raise KeyError(item)
                made.append(column)
            elif item is not None:
                made.append(item)
        return ColumnCollection(made)

    @property
    def column_keys(self):
        return [i if isinstance(i, str) else i.key for i in self._pending]

    c = columns

    def __iter__(self):
        return iter(self.columns)

    def __len__(self):
        return len(self._pending)

    def __contains__(self, name):
        return any([c.key == name for c in self.columns])

    def contains_column(self, column):
        return any([c is column for c in self.columns])


class ColumnCollectionConstraint(ColumnCollectionMixin, Constraint):
    """A constraint over columns."""

    def __init__(self, *columns, **kw):
        self._common(columns, kw, self._COMMON)
        self._pending = columns
        for item in columns:
            if isinstance(item, Column) and self.table is None:
                if item.table is not None:
                    self._set_parent(item.table)
                else:
                    item._later.append(self)

    def __limbeck__(self):
        if self._compiles is not None:
            return Construct.__limbeck__(self)
        return self.__limbeck_name__, tuple([i.name if isinstance(i, Column) else i for i in self._args]), self._kwargs

    def _set_parent(self, parent):
        if self.table is None or parent is not self.table:
            Constraint._set_parent(self, parent)


class PrimaryKeyConstraint(ColumnCollectionConstraint):
    __limbeck_name__ = "sqlalchemy.PrimaryKeyConstraint"
    _COMMON = Constraint._COMMON + ("_implicit_generated",)
    _made = False  # made up from primary_key=True columns

    def _set_parent(self, table):
        if isinstance(table, Column):
            return Constraint._set_parent(self, table)
        old = table.primary_key
        if old is not self:
            table.constraints.discard(old)
        ColumnCollectionConstraint._set_parent(self, table)
        table.primary_key = self
        if self._pending:
            for column in self.columns:
                column.primary_key = True
                if not column._nullable_given:
                    column.nullable = False

    @property
    def columns(self):
        if not self._pending and self.table is not None:
            return ColumnCollection([c for c in self.table.c if c.primary_key])
        return ColumnCollectionMixin.columns.fget(self)

    def __iter__(self):
        return iter(self.columns)

    def __len__(self):
        return len(self.columns)

    @property
    def columns_autoinc_first(self):
        return list(self.columns)


class UniqueConstraint(ColumnCollectionConstraint):
    __limbeck_name__ = "sqlalchemy.UniqueConstraint"


class CheckConstraint(ColumnCollectionConstraint):
    __limbeck_name__ = "sqlalchemy.CheckConstraint"

    def __init__(self, *args, **kw):
        names = ("sqltext", "name", "deferrable", "initially", "table", "info", "_create_rule", "_autoattach", "_type_bound")
        check("CheckConstraint", names, 1, args, {k: v for k, v in kw.items() if k in names})
        self._common(args, {k: v for k, v in kw.items() if k not in ("table", "_autoattach")}, Constraint._COMMON + names)
        self.sqltext = args[0] if args else kw["sqltext"]
        if len(args) > 1:
            self.name = args[1]
        if kw.get("table") is not None:
            self._set_parent(kw["table"])
        elif isinstance(self.sqltext, Construct):
            column = _first_column(self.sqltext)
            if column is not None and column.table is None:
                column._later.append(self)

    def __limbeck__(self):
        if self._compiles is not None:
            return Construct.__limbeck__(self)
        return self.__limbeck_name__, tuple([_unattached(a) for a in self._args]), {k: _unattached(v) for k, v in self._kwargs.items()}


def _first_column(tree):
    if isinstance(tree, Column):
        return tree
    for item in tree._args:
        if isinstance(item, Construct):
            found = _first_column(item)
            if found is not None:
                return found
    return None


def _unattached(item):
    """A condition inside its own table's declaration refers to columns by name only."""
    if isinstance(item, ColumnClause):
        return _Name(item)
    if isinstance(item, (list, tuple)):
        return type(item)([_unattached(i) for i in item])
    if isinstance(item, Construct) and hasattr(item, "_args"):
        return _Rewritten(item)
    return item


class _Name:
    def __init__(self, column):
        self.column = column

    def __limbeck__(self):
        type_ = own_type(self.column)
        return "sqlalchemy.column", (self.column.name,) if type_ is None else (self.column.name, type_), {}


class _Rewritten:
    def __init__(self, construct):
        self.construct = construct

    def __limbeck__(self):
        name, args, kwargs = self.construct.__limbeck__()
        return name, tuple([_unattached(a) for a in args]), {k: _unattached(v) for k, v in kwargs.items()}


_FK = ("use_alter", "name", "onupdate", "ondelete", "deferrable", "initially", "link_to_name", "match", "info", "comment", "_unresolvable", "table")


class ForeignKeyConstraint(ColumnCollectionConstraint):
    __limbeck_name__ = "sqlalchemy.ForeignKeyConstraint"
    _NAMES = ("columns", "refcolumns", "name", "onupdate", "ondelete", "deferrable", "initially", "use_alter", "link_to_name", "match", "table", "info", "comment")

    def __init__(self, *args, **kw):
        check("ForeignKeyConstraint", self._NAMES, 2, args, {k: v for k, v in kw.items() if k in self._NAMES})
        table = kw.pop("table", None)
        self._common(args, kw, self._NAMES)
        given = dict(zip(self._NAMES, args))
        given.update(kw)
        for name in ("onupdate", "ondelete", "match", "use_alter", "link_to_name", "name", "deferrable", "initially"):
            setattr(self, name, given.get(name))
        columns, targets = given["columns"], given["refcolumns"]
        columns = [columns] if isinstance(columns, str) else list(columns)
        targets = [targets] if isinstance(targets, str) else list(targets)
        if len(columns) != len(targets):
            from ..exc import ArgumentError

            raise ArgumentError("ForeignKeyConstraint number of constrained columns must match the number of referenced columns." if len(set(columns)) == len(columns)
                                else "ForeignKeyConstraint with duplicate source column references are not supported.")
        self._pending = columns
        self.elements = [ForeignKey(t, _constraint=self) for t in targets]
        if table is not None:
            self._set_parent(table)

    def __limbeck__(self):
        name = lambda c: c.name if isinstance(c, Column) else c  # noqa: E731
        args = list(self._args)
        kwargs = dict(self._kwargs)
        for i, key in enumerate(("columns", "refcolumns")):
            change = (lambda c: _target(c)) if i else name
            if len(args) > i:
                args[i] = [change(c) for c in ([args[i]] if isinstance(args[i], str) else args[i])]
            else:
                kwargs[key] = [change(c) for c in ([kwargs[key]] if isinstance(kwargs[key], str) else kwargs[key])]
        return self.__limbeck_name__, tuple(args), kwargs

    def _set_parent(self, table):
        if isinstance(table, Column):
            return Constraint._set_parent(self, table)
        Constraint._set_parent(self, table)
        for key, element in zip(self._pending, self.elements):
            column = key if isinstance(key, Column) else table.c.get(key)
            element.parent = column
            if column is not None:
                column.foreign_keys.add(element)
        table.foreign_keys.update(self.elements)
        table.foreign_key_constraints.add(self)

    @property
    def referred_table(self):
        return self.elements[0].column.table

    def _referred_schema(self):
        return self.elements[0]._parts()[0]


def _target(spec):
    """The text form of a foreign key's target."""
    if isinstance(spec, str):
        return spec
    if hasattr(spec, "__clause_element__"):
        spec = spec.__clause_element__()
    if spec.table is None:
        from ..exc import InvalidRequestError

        raise InvalidRequestError("ForeignKey refers to a column that belongs to no table: %r" % spec.name)
    return "%s.%s" % (spec.table.fullname, spec.key)


class ForeignKey(SchemaItem):
    """The target of one column."""

    __limbeck_name__ = "sqlalchemy.ForeignKey"
    parent = None
    constraint = None

    def __init__(self, *args, _constraint=None, **kw):
        names = ("column", "_constraint") + _FK
        check("ForeignKey", names, 1, args, {k: v for k, v in kw.items() if k in names})
        _dialect_options(kw, names, "ForeignKey")
        SchemaItem.__init__(self, *args, **kw)
        self._colspec = args[0] if args else kw["column"]
        if isinstance(self._colspec, type):
            from ..exc import ArgumentError

            raise ArgumentError("String column name or Column object expected for foreign key, got %r" % (self._colspec,))
        for name in ("name", "onupdate", "ondelete", "deferrable", "initially", "match", "use_alter", "link_to_name"):
            setattr(self, name, kw.get(name))
        self.constraint = _constraint

    def __limbeck__(self):
        args, kwargs = self._args, self._kwargs
        if args:
            args = (_target(args[0]),)
        else:
            kwargs = dict(kwargs, column=_target(kwargs["column"]))
        return self.__limbeck_name__, args, kwargs

    @property
    def target_fullname(self):
        schema, table, column = self._parts()
        return ".".join([p for p in (schema, table, column) if p is not None])

    def _parts(self):
        text = _target(self._colspec)
        parts = text.split(".")
        column = parts.pop() if len(parts) > 1 else None
        table = parts.pop()
        schema = ".".join(parts) if parts else None
        if schema is None and isinstance(self._colspec, str):
            owner = self._table()
            if owner is not None and owner.metadata.schema is not None:
                schema = owner.metadata.schema
        return schema, table, column

    def _table(self):
        if self.parent is not None and self.parent.table is not None:
            return self.parent.table
        return None if self.constraint is None else self.constraint.table

    @property
    def column(self):
        """The column that is referred to."""
        from ..exc import NoReferencedColumnError, NoReferencedTableError

        spec = self._colspec
        if not isinstance(spec, str):
            return spec.__clause_element__() if hasattr(spec, "__clause_element__") else spec
        schema, name, column = self._parts()
        table = self._table()
        key = name if schema is None else "%s.%s" % (schema, name)
        other = table.metadata.tables.get(key)
        if other is None:
            raise NoReferencedTableError("Foreign key associated with column '%s.%s' could not find table %r with which to generate a foreign key to target column %r"
                                         % (table.name, self.parent.name, key, column))
        found = other.c.get(column if column is not None else self.parent.key)
        if found is None:
            raise NoReferencedColumnError("Could not initialize target column for ForeignKey %r on table %r: table %r has no column named %r"
                                          % (spec, table.name, key, column))
        return found

    def references(self, table):
        return self.column.table is table

    def _set_parent(self, column):
        self.parent = column
        column.foreign_keys.add(self)
        if column.table is not None:
            self._set_table(column.table)

    def _set_table(self, table):
        if self.constraint is not None:
            return
        made = ForeignKeyConstraint.__new__(ForeignKeyConstraint)
        made._args, made._kwargs = (), {}
        made._inline = self
        for name in ("name", "onupdate", "ondelete", "deferrable", "initially", "match", "use_alter", "link_to_name"):
            setattr(made, name, getattr(self, name))
        made.info, made.dialect_kwargs, made.comment = {}, {}, None
        made._pending = [self.parent.key]
        made.elements = [self]
        made.table = table
        self.constraint = made
        table.constraints.add(made)
        table.foreign_keys.add(self)
        table.foreign_key_constraints.add(made)


class Index(ColumnCollectionMixin, SchemaItem):
    """An index; `expressions` are what the user gave."""

    __limbeck_name__ = "sqlalchemy.Index"
    table = None

    def __init__(self, name, *expressions, **kw):
        allowed = ("unique", "quote", "info", "_table", "_column_flag")
        _dialect_options(kw, allowed, "Index")
        table = kw.pop("_table", None)
        kw.pop("_column_flag", None)
        SchemaItem.__init__(self, name, *expressions, **kw)
        self.name = name
        self.unique = kw.get("unique", False)
        self.info = kw.get("info") or {}
        self.expressions = list(expressions)
        self.dialect_kwargs = self.kwargs = {k: v for k, v in kw.items() if k not in allowed}
        self._pending = tuple([e if isinstance(e, str) else (e if isinstance(e, Column) else _first_of(e)) for e in expressions])
        for item in self._pending:
            if isinstance(item, Column):
                if item.table is None:
                    item._later.append(self)
                elif self.table is None:
                    self._set_parent(item.table)
                break
        if table is not None:
            self._set_parent(table)

    dialect_options = Constraint.dialect_options

    def __limbeck__(self):
        return self.__limbeck_name__, (self.name,) + tuple([e.name if isinstance(e, Column) else _unattached(e) for e in self.expressions]), {
            k: _unattached(v) for k, v in self._kwargs.items()}

    def _set_parent(self, parent):
        if isinstance(parent, Column):
            if parent.table is None:
                parent._later.append(self)
                return
            parent = parent.table
        if self.table is None:
            self.table = parent
            parent.indexes.add(self)

    def create(self, bind, checkfirst=False):
        from .ddl import CreateIndex

        _run(bind, CreateIndex(self, if_not_exists=bool(checkfirst)))

    def drop(self, bind, checkfirst=False):
        from .ddl import DropIndex

        _run(bind, DropIndex(self, if_exists=bool(checkfirst)))


def _first_of(expression):
    return _first_column(expression) if isinstance(expression, Construct) and hasattr(expression, "_args") else None


# --- column --------------------------------------------------------------------------------------------------------

_COLUMN = frozenset(("name type_ autoincrement default insert_default doc key index unique info nullable onupdate primary_key server_default"
                     " server_onupdate quote system comment _proxies _table").split())


class Column(SchemaItem, ColumnClause):
    """A column of a table. Arguments are kept as written; attributes say what they mean."""

    __limbeck_name__ = "sqlalchemy.Column"
    __hash__ = object.__hash__
    inherit_cache = True
    table = None
    server_default = server_onupdate = default = onupdate = computed = identity = None

    def __init__(self, *args, **kwargs):
        for key in kwargs:
            if key not in _COLUMN:
                if "_" in key and key.split("_", 1)[0] in ("postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"):
                    continue
                raise TypeError("Additional arguments should be named <dialectname>_<argument>, got %r" % key)
        self._args = args
        self._kwargs = kwargs
        self.foreign_keys = set()
        self.constraints = set()
        self._later = []
        rest = list(args)
        name = kwargs.get("name")
        type_ = kwargs.get("type_")
        if rest and (rest[0] is None or isinstance(rest[0], str)):
            if name is not None:
                from ..exc import ArgumentError

                raise ArgumentError("May not pass name positionally and as a keyword.")
            name = rest.pop(0)
        if rest and _is_type(rest[0]):
            if type_ is not None:
                from ..exc import ArgumentError

                raise ArgumentError("May not pass type_ positionally and as a keyword.")
            type_ = rest.pop(0)
        elif rest and rest[0] is None:
            rest.pop(0)
        self.name = name
        self.key = kwargs.get("key") or name
        self._typed = type_ is not None
        if type_ is not None:
            self.type = type_() if isinstance(type_, type) else type_
        self.primary_key = kwargs.get("primary_key", False)
        nullable = kwargs.get("nullable", NULL_UNSPECIFIED)
        self._nullable_given = nullable is not NULL_UNSPECIFIED
        self.nullable = nullable if self._nullable_given else not self.primary_key
        self.index = kwargs.get("index")
        self.unique = kwargs.get("unique")
        self.comment = kwargs.get("comment")
        self.doc = kwargs.get("doc")
        self.system = kwargs.get("system", False)
        self.autoincrement = kwargs.get("autoincrement", "auto")
        self.info = kwargs.get("info") or {}
        self.quote = kwargs.get("quote")
        self.dialect_kwargs = {k: v for k, v in kwargs.items() if k not in _COLUMN}
        default = kwargs.get("insert_default", kwargs.get("default"))
        if default is not None:
            self.default = default if isinstance(default, Sequence) else ColumnDefault(default)
        if kwargs.get("onupdate") is not None:
            self.onupdate = ColumnDefault(kwargs["onupdate"])
        self.server_default = _server_default(kwargs.get("server_default"), self)
        self.server_onupdate = _server_default(kwargs.get("server_onupdate"), self)
        for item in rest:
            if item is None:
                continue
            if isinstance(item, Sequence):
                self.default = item
            elif isinstance(item, SchemaItem):
                item._set_parent(self)
            elif isinstance(item, ColumnDefault):
                self.default = item
            else:
                from ..exc import ArgumentError

                if hasattr(item, "__limbeck__"):
                    continue
                raise ArgumentError("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %r" % (item,))

    def __getattr__(self, name):
        if name != "type":
            return ColumnClause.__getattr__(self, name)
        found = None if self.table is None else self._resolved_type()  # a column without a type has that of its foreign key's target
        return _null_type() if found is None else found

    def __repr__(self):
        parts = [repr(self.name), repr(self.type)]
        parts += [repr(f) for f in self.foreign_keys]
        if self.table is not None:
            parts.append("table=<%s>" % self.table.description)
        for name in ("primary_key", "nullable", "server_default", "comment"):
            value = getattr(self, name)
            if value is not None and value is not False and not (name == "nullable" and value):
                parts.append("%s=%r" % (name, value))
        if not self.nullable:
            parts.append("nullable=False")
        return "Column(%s)" % ", ".join(parts)

    def __str__(self):
        return str(self.name) if self.table is None else "%s.%s" % (self.table.name, self.name)

    def _declared(self):
        """As written; with the type that its foreign key points at when it has none of its own."""
        if self._typed or self.table is None:
            return self.__limbeck_name__, self._args, self._kwargs
        type_ = self._resolved_type()
        if type_ is None:
            return self.__limbeck_name__, self._args, self._kwargs
        rest = self._args[1:] if self._args and isinstance(self._args[0], str) else self._args
        return self.__limbeck_name__, (self.name, type_) + rest, {k: v for k, v in self._kwargs.items() if k != "name"}

    def _resolved_type(self, seen=()):
        for key in self.foreign_keys:
            try:
                other = key.column
            except Exception as error:
                from ..exc import NoReferenceError

                if isinstance(error, NoReferenceError):
                    return None
                raise
            if other in seen:
                return None
            return other.type if other._typed else other._resolved_type(seen + (self,))
        return None

    def __limbeck__(self):
        return self._declared() if self.table is None else ColumnClause.__limbeck__(self)

    def references(self, column):
        return any([f.column is column for f in self.foreign_keys])

    def _attach(self, table):
        """Become the column of `table`, with everything that hangs on it."""
        from ..exc import ArgumentError

        if self.name is None:
            raise ArgumentError("Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.")
        if self.table is not None and self.table is not table:
            raise ArgumentError("Column object %r already assigned to Table %r" % (self.key, self.table.description))
        self.table = table
        for foreign in self.foreign_keys:
            foreign._set_table(table)
        if self.index:
            if isinstance(self.index, str):
                raise ArgumentError("The 'index' keyword argument on Column is boolean only. To create indexes with a specific name,"
                                    " create an explicit Index object external to the Table.")
            _column_index(self, table)
        elif self.unique:
            made = UniqueConstraint(self.key)
            made._inline = self
            made._set_parent(table)
        for item in self._later:
            item._set_parent(table)

    def copy(self, **kw):
        return _copy(self)

    _copy = copy


def _column_index(column, table):
    made = Index(None, column.key, unique=bool(column.unique))
    made._inline = column
    made._set_parent(table)


def _is_type(item):
    if isinstance(item, type):
        return hasattr(item, "_base_tree")
    return hasattr(item, "_base_tree") or (not isinstance(item, SchemaItem) and hasattr(item, "__limbeck_type__"))


def _null_type():
    from .sqltypes import NullType

    return NullType()


def _server_default(value, column):
    if value is None:
        return None
    if isinstance(value, FetchedValue):
        if isinstance(value, (Computed, Identity)):
            value._set_parent(column)
        return value
    return DefaultClause(value)


def _copy(item, target=None):
    """A fresh, unattached object from what the user wrote."""
    made = type(item).__new__(type(item))
    if isinstance(item, Column):
        args = tuple([_copy(a) if isinstance(a, SchemaItem) and not isinstance(a, (Sequence,)) else a for a in item._args])
        Column.__init__(made, *args, **item._kwargs)
        made.name = item.name
        made.key = item.key
        made._typed = item._typed
        if item._typed:
            made.type = item.type
        made.nullable, made._nullable_given = item.nullable, item._nullable_given
        made.primary_key = item.primary_key
        return made
    type(item).__init__(made, *item._args, **item._kwargs)
    return made


# --- tables --------------------------------------------------------------------------------------------------------

_TABLE = frozenset(("schema quote quote_schema autoload autoload_with autoload_replace keep_existing extend_existing resolve_fks include_columns must_exist"
                    " implicit_returning listeners info comment prefixes _no_init _extend_on if_not_exists").split())


class Table(SchemaItem, TableClause):
    """A table of a MetaData."""

    __limbeck_name__ = "sqlalchemy.Table"
    __hash__ = object.__hash__
    __visit_name__ = "table"
    implicit_returning = True

    def __new__(cls, *args, **kw):
        if len(args) < 2 and not (args and "metadata" in kw):
            if not args and not kw:
                return object.__new__(cls)
            raise TypeError("Table() takes at least two positional-only arguments 'name' and 'metadata'")
        name = args[0]
        metadata = args[1] if len(args) > 1 else kw["metadata"]
        schema = kw.get("schema")
        if schema is None:
            schema = metadata.schema
        elif schema == BLANK_SCHEMA:
            schema = None
        key = _key(name, schema)
        existing = metadata.tables.get(key)
        if existing is None:
            if kw.get("must_exist"):
                from ..exc import InvalidRequestError

                raise InvalidRequestError("Table '%s' not defined" % key)
            return object.__new__(cls)
        if not kw.get("keep_existing") and not kw.get("extend_existing") and (len(args) > 2 or any([k not in ("schema", "metadata", "must_exist") for k in kw])):
            from ..exc import InvalidRequestError

            raise InvalidRequestError("Table '%s' is already defined for this MetaData instance.  Specify 'extend_existing=True' to redefine options and columns"
                                      " on an existing Table object." % key)
        return existing

    def __init__(self, name, metadata, *args, **kw):
        if "metadata" in self.__dict__:
            if kw.get("extend_existing"):
                self._extend(args, kw)
            return
        self._begin(name, metadata, kw)
        metadata.tables[self.key] = self
        try:
            if kw.get("autoload_with") is not None:
                from ..engine.reflection import reflect_table

                reflect_table(self, kw["autoload_with"], kw.get("include_columns"), [a.name for a in args if isinstance(a, Column)], kw.get("resolve_fks", True))
            for item in args:
                self._add(item)
        except BaseException:
            if metadata.tables.get(self.key) is self:
                del metadata.tables[self.key]
            raise
        for name, function in kw.get("listeners", ()):
            _refuse_listener(name)

    def _begin(self, name, metadata, kw):
        if kw.get("autoload"):
            raise TypeError("Table.autoload was removed in SQLAlchemy 2.0; use autoload_with")
        _dialect_options(kw, _TABLE, "Table")
        self.name = name if kw.get("quote") is None else quoted_name(name, kw["quote"])
        self.metadata = metadata
        schema = kw.get("schema")
        self.schema = metadata.schema if schema is None else (None if schema == BLANK_SCHEMA else schema)
        self.key = _key(name, self.schema)
        self._c = ColumnCollection()
        self.constraints = set()
        self.indexes = set()
        self.foreign_keys = set()
        self.foreign_key_constraints = set()
        self.primary_key = PrimaryKeyConstraint()
        self.primary_key._made = True
        self.primary_key.table = self
        self.constraints.add(self.primary_key)
        self.comment = kw.get("comment")
        self.info = kw.get("info") or {}
        self._prefixes = list(kw.get("prefixes") or ())
        self.dialect_kwargs = self.kwargs = {k: v for k, v in kw.items() if k not in _TABLE}
        self._items = []

    dialect_options = Constraint.dialect_options

    @classmethod
    def _deferred(cls, name, args, kw):
        """A table whose parts are put together when first asked for: what `op.create_table` returns."""
        self = object.__new__(cls)
        self.name = name
        self.schema = kw.get("schema")
        self._waiting = (args, kw)
        return self

    def __getattr__(self, name):
        waiting = self.__dict__.pop("_waiting", None)
        if waiting is None or name.startswith("__"):
            if waiting is not None:
                self.__dict__["_waiting"] = waiting
            raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))
        args, kw = waiting
        self._begin(self.name, MetaData(), kw)
        for item in args:
            self._add(_copy(item) if isinstance(item, (Column, Constraint, Index)) else item)
        return getattr(self, name)

    def _extend(self, args, kw):
        for item in args:
            if isinstance(item, Column) and item.key in self._c:
                old = self._c[item.key]
                self._items = [i for i in self._items if i is not old]
                self.foreign_keys -= old.foreign_keys
                for foreign in old.foreign_keys:
                    self.constraints.discard(foreign.constraint)
                    self.foreign_key_constraints.discard(foreign.constraint)
            self._add(item)
        if kw.get("comment") is not None:
            self.comment = kw["comment"]
        self.dialect_kwargs.update({k: v for k, v in kw.items() if k not in _TABLE})

    def _add(self, item):
        if item is None:
            return
        if isinstance(item, Column):
            item._attach(self)
            if item.key in self._c._columns and self._c._columns[item.key] is not item:
                from ..exc import DuplicateColumnError

                if item not in [i for i in self._items]:
                    if any([i is self._c._columns[item.key] for i in self._items]):
                        raise DuplicateColumnError("A column with name '%s' is already present in table '%s'." % (item.name, self.name))
            self._c._columns[item.key] = item
            self._items.append(item)
        elif isinstance(item, SchemaItem):
            self._items.append(item)
            item._set_parent(self)
        else:
            from ..exc import ArgumentError

            if hasattr(item, "__limbeck__"):
                self._items.append(item)
                return
            raise ArgumentError("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %r" % (item,))

    def append_column(self, column, replace_existing=False):
        if replace_existing and column.key in self._c:
            old = self._c[column.key]
            self._items = [i for i in self._items if i is not old]
            del self._c._columns[column.key]
        self._add(column)

    def append_constraint(self, constraint):
        self._add(constraint)

    @property
    def fullname(self):
        return _key(self.name, self.schema)

    @property
    def description(self):
        return self.fullname

    def __repr__(self):
        return "Table(%s)" % ", ".join([repr(self.name), repr(self.metadata)] + [repr(c) for c in self.c] + ["schema=%r" % self.schema])

    def __str__(self):
        return self.fullname

    def __limbeck__(self):
        """In a statement: only what a statement needs."""
        columns = tuple([_Name(c) if c.key == c.name else _Keyed(c) for c in self.c])
        return "sqlalchemy.table", (self.name,) + columns, {} if self.schema is None else {"schema": self.schema}

    def _declared(self):
        kw = dict(self.dialect_kwargs)
        if self.schema is not None:
            kw["schema"] = self.schema
        if self.comment is not None:
            kw["comment"] = self.comment
        if self._prefixes:
            kw["prefixes"] = self._prefixes
        if self.info:
            kw["info"] = self.info
        items = list(self._items)
        for extra in sorted([i for i in list(self.constraints) + list(self.indexes) if not self._hangs(i)], key=_order):
            items.append(extra)
        return self.__limbeck_name__, (self.name,) + tuple([Declaration(i) if isinstance(i, Column) else i for i in items]), kw

    def _hangs(self, item):
        """Whether a constraint or index is already said by another part of the declaration."""
        if hasattr(item, "_inline") or getattr(item, "_made", False):
            return True
        if any([item is i for i in self._items]):
            return True
        for column in self._c:
            if any([item is a for a in column._args]):
                return True
        return False

    def exists(self, bind):
        return bind.dialect.has_table(bind, self.name, self.schema)

    def create(self, bind, checkfirst=False):
        _create("create_all", bind, [self], checkfirst)

    def drop(self, bind, checkfirst=False):
        _create("drop_all", bind, [self], checkfirst)

    def to_metadata(self, metadata, schema=RETAIN_SCHEMA, referred_schema_fn=None, name=None):
        """A copy in another MetaData."""
        schema = self.schema if schema == RETAIN_SCHEMA else schema
        key = _key(name or self.name, schema)
        if key in metadata.tables:
            return metadata.tables[key]
        return Table(name or self.name, metadata, *[_copy(i) for i in self._items], schema=schema, comment=self.comment, **self.dialect_kwargs)

    tometadata = to_metadata


class _Keyed(_Name):
    def __limbeck__(self):
        return "sqlalchemy.Column", (self.column.name, self.column.type), {"key": self.column.key}


_counter = 0


def _order(item):
    """Definition order, as far as it can be known: the position of the first column, then the name."""
    columns = item.column_keys if hasattr(item, "column_keys") else []
    keys = list(item.table.c._columns) if item.table is not None else []
    return (keys.index(columns[0]) if columns and columns[0] in keys else len(keys), str(item.name))


def _key(name, schema):
    return name if schema is None else "%s.%s" % (schema, name)


def _refuse_listener(name):
    raise unsupported("Table(listeners=...)", "event %r" % (name,))


def _create(what, bind, tables, checkfirst):
    import _limbeck
    from ..engine.base import native_of

    connection, mine = _connected(bind)
    try:
        if connection.__class__.__name__ == "Connection":
            connection._ready()
        getattr(_limbeck, what)(native_of(connection), [Declaration(t) for t in tables], bool(checkfirst))
        if mine:
            connection.commit()
    finally:
        if mine:
            connection.close()


class MetaData(Construct):
    """A collection of tables."""

    __limbeck_name__ = "sqlalchemy.MetaData"
    bind = None

    def __init__(self, schema=None, quote_schema=None, naming_convention=None, info=None):
        if schema is not None and not isinstance(schema, str):
            from ..exc import ArgumentError

            raise ArgumentError("expected schema argument to be a string, got %s." % type(schema))
        self.schema = schema if quote_schema is None else quoted_name(schema, quote_schema)
        self.naming_convention = dict(naming_convention) if naming_convention else {"ix": "ix_%(column_0_label)s"}
        self._given_convention = bool(naming_convention)
        self.info = info or {}
        self.tables = {}
        self._sequences = []

    def __limbeck__(self):
        kw = {}
        if self._given_convention:
            kw["naming_convention"] = self.naming_convention
        if self.schema is not None:
            kw["schema"] = self.schema
        if self._sequences:
            kw["sequences"] = list(self._sequences)
        return self.__limbeck_name__, tuple([Declaration(t) for t in self.tables.values()]), kw

    def __repr__(self):
        return "MetaData()"

    def __contains__(self, key):
        return (key if isinstance(key, str) else key.key) in self.tables

    @property
    def sorted_tables(self):
        """Tables, each after those that its foreign keys point at; otherwise by name."""
        return sort_tables(sorted(self.tables.values(), key=lambda t: t.key))

    def remove(self, table):
        self.tables.pop(table.key, None)

    def clear(self):
        self.tables.clear()

    def create_all(self, bind, tables=None, checkfirst=True):
        wanted = self.sorted_tables if tables is None else [t for t in self.sorted_tables if any([t is w for w in tables])]
        _create("create_all", bind, wanted, checkfirst)

    def drop_all(self, bind, tables=None, checkfirst=True):
        wanted = self.sorted_tables if tables is None else [t for t in self.sorted_tables if any([t is w for w in tables])]
        _create("drop_all", bind, list(reversed(wanted)), checkfirst)

    def reflect(self, bind, schema=None, views=False, only=None, extend_existing=False, autoload_replace=True, resolve_fks=True, **kw):
        """Tables of the database."""
        from ..inspection import inspect

        inspector = inspect(bind)
        schema = self.schema if schema is None else schema
        names = inspector.get_table_names(schema)
        if views:
            names = names + inspector.get_view_names(schema)
        if callable(only):
            names = [n for n in names if only(n, self)]
        elif only is not None:
            missing = [n for n in only if n not in names]
            if missing:
                from ..exc import InvalidRequestError

                raise InvalidRequestError("Could not reflect: requested table(s) not available in %r: (%s)" % (bind.engine, ", ".join(missing)))
            names = list(only)
        for name in names:
            if extend_existing or _key(name, schema) not in self.tables:
                Table(name, self, schema=schema, autoload_with=bind, extend_existing=extend_existing, resolve_fks=resolve_fks)


def sort_tables(tables, skip_fn=None, extra_dependencies=None):
    """Dependency order; tables of a cycle keep the given order."""
    by_key = {t.key: t for t in tables}
    done, doing, ordered = set(), set(), []

    def visit(table):
        if table.key in done or table.key in doing:
            return
        doing.add(table.key)
        wanted = []
        for foreign in table.foreign_keys:
            if foreign.use_alter or (foreign.constraint is not None and foreign.constraint.use_alter):
                continue
            schema, name, _ = foreign._parts()
            other = by_key.get(_key(name, schema))
            if other is not None and other is not table:
                wanted.append(other)
        for other in sorted(wanted, key=lambda t: t.key):
            visit(other)
        doing.discard(table.key)
        done.add(table.key)
        ordered.append(table)

    for table in tables:
        visit(table)
    return ordered


class ThreadLocalMetaData(MetaData):
    pass


def __getattr__(name):
    if name in ("DDL", "CreateTable", "DropTable", "CreateIndex", "DropIndex", "AddConstraint", "DropConstraint", "CreateSequence", "DropSequence",
                "CreateSchema", "DropSchema", "SetTableComment", "DropTableComment", "SetColumnComment", "DropColumnComment", "CreateColumn"):
        from . import ddl

        return getattr(ddl, name)
    raise AttributeError("module %r has no attribute %r" % (__name__, name))
