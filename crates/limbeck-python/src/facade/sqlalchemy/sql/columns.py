"""Columns."""

from .._core import Construct
from ..exc import ArgumentError
from .constraints import UniqueConstraint
from .defaults import ColumnDefault, Computed, DefaultClause, FetchedValue, Identity, Sequence
from .elements import ColumnClause
from .items import SchemaItem
from .keys import Index

NULL_UNSPECIFIED = object()

_COLUMN = frozenset(("name type_ autoincrement default insert_default doc key index unique info nullable onupdate primary_key server_default"
                     " server_onupdate quote system comment _proxies _table").split())


class Column(SchemaItem, ColumnClause):
    """A column of a table. Arguments are kept as written; attributes say what they mean."""

    __limbeck_name__ = "sqlalchemy.Column"
    _of_schema = True
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
                raise ArgumentError("May not pass name positionally and as a keyword.")
            name = rest.pop(0)
        if rest and is_type(rest[0]):
            if type_ is not None:
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
        if self.name is None:
            raise ArgumentError("Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.")
        if self.table is not None and self.table is not table:
            raise ArgumentError("Column object %r already assigned to Table %r" % (self.key, self.table.description))
        self.table = table
        if self.type is not None:
            self.type._set_table(table)
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
        return copy_of(self)

    _copy = copy


def _column_index(column, table):
    made = Index(None, column.key, unique=bool(column.unique))
    made._inline = column
    made._set_parent(table)


def is_type(item):
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


def copy_of(item, target=None):
    """A fresh, unattached object from what the user wrote."""
    made = type(item).__new__(type(item))
    if isinstance(item, Column):
        args = tuple([copy_of(a) if isinstance(a, SchemaItem) and not isinstance(a, (Sequence,)) else a for a in item._args])
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
