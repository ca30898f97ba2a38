"""Tables."""

from .._core import Declaration, quoted_name, unsupported
from .columns import Column, copy_of
from .constraints import Constraint, PrimaryKeyConstraint, dialect_options_of
from .elements import ColumnCollection
from .items import Name, SchemaItem, connected, table_key
from .keys import Index
from .selectable import TableClause

BLANK_SCHEMA = "blank_schema"
RETAIN_SCHEMA = "retain_schema"

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
        key = table_key(name, schema)
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
        dialect_options_of(kw, _TABLE, "Table")
        self.name = name if kw.get("quote") is None else quoted_name(name, kw["quote"])
        self.metadata = metadata
        schema = kw.get("schema")
        self.schema = metadata.schema if schema is None else (None if schema == BLANK_SCHEMA else schema)
        self.key = table_key(name, self.schema)
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
        from .metadata import MetaData

        self._begin(self.name, MetaData(), kw)
        for item in args:
            self._add(copy_of(item) if isinstance(item, (Column, Constraint, Index)) else item)
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
        return table_key(self.name, self.schema)

    @property
    def description(self):
        return self.fullname

    def __repr__(self):
        return "Table(%s)" % ", ".join([repr(self.name), repr(self.metadata)] + [repr(c) for c in self.c] + ["schema=%r" % self.schema])

    def __str__(self):
        return self.fullname

    def __limbeck__(self):
        """In a statement: only what a statement needs."""
        columns = tuple([Name(c) if c.key == c.name else _Keyed(c) for c in self.c])
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
        create("create_all", bind, [self], checkfirst)

    def drop(self, bind, checkfirst=False):
        create("drop_all", bind, [self], checkfirst)

    def to_metadata(self, metadata, schema=RETAIN_SCHEMA, referred_schema_fn=None, name=None):
        """A copy in another MetaData."""
        schema = self.schema if schema == RETAIN_SCHEMA else schema
        key = table_key(name or self.name, schema)
        if key in metadata.tables:
            return metadata.tables[key]
        return Table(name or self.name, metadata, *[copy_of(i) for i in self._items], schema=schema, comment=self.comment, **self.dialect_kwargs)

    tometadata = to_metadata


class _Keyed(Name):
    def __limbeck__(self):
        return "sqlalchemy.Column", (self.column.name, self.column.type), {"key": self.column.key}


_counter = 0


def _order(item):
    """Definition order, as far as it can be known: the position of the first column, then the name."""
    columns = item.column_keys if hasattr(item, "column_keys") else []
    keys = list(item.table.c._columns) if item.table is not None else []
    return (keys.index(columns[0]) if columns and columns[0] in keys else len(keys), str(item.name))


def _refuse_listener(name):
    raise unsupported("Table(listeners=...)", "event %r" % (name,))


class _Named:
    """A table as it was declared, with what its MetaData has to say about names."""

    def __init__(self, table):
        self.table = table

    def __limbeck__(self):
        name, items, kw = self.table._declared()
        if self.table.metadata._given_convention:
            kw["metadata"] = _Convention(self.table.metadata._convention())
        return name, items, kw


class _Convention:
    def __init__(self, names):
        self.names = names

    def __limbeck__(self):
        return "sqlalchemy.MetaData", (), {"naming_convention": self.names}


def create(what, bind, tables, checkfirst):
    import _limbeck
    from ..engine.base import native_of

    connection, mine = connected(bind)
    try:
        if connection.__class__.__name__ == "Connection":
            connection._ready()
        getattr(_limbeck, what)(native_of(connection), [_Named(t) for t in tables], bool(checkfirst))
        if mine:
            connection.commit()
    finally:
        if mine:
            connection.close()
