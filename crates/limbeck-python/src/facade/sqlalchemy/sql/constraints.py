"""Constraints."""

from .._core import Construct
from .elements import ColumnCollection, check
from .items import SchemaItem, first_column, is_column, unattached


def dialect_options_of(kw, allowed, what):
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
        dialect_options_of(kw, allowed, type(self).__name__)
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
        if is_column(parent):
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
            if is_column(item) and self.table is None:
                if item.table is not None:
                    self._set_parent(item.table)
                else:
                    item._later.append(self)

    def __limbeck__(self):
        if self._compiles is not None:
            return Construct.__limbeck__(self)
        return self.__limbeck_name__, tuple([i.name if is_column(i) else i for i in self._args]), self._kwargs

    def _set_parent(self, parent):
        if self.table is None or parent is not self.table:
            Constraint._set_parent(self, parent)


class PrimaryKeyConstraint(ColumnCollectionConstraint):
    __limbeck_name__ = "sqlalchemy.PrimaryKeyConstraint"
    _COMMON = Constraint._COMMON + ("_implicit_generated",)
    _made = False  # made up from primary_key=True columns

    def _set_parent(self, table):
        if is_column(table):
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
            column = first_column(self.sqltext)
            if column is not None and column.table is None:
                column._later.append(self)

    def __limbeck__(self):
        if self._compiles is not None:
            return Construct.__limbeck__(self)
        return self.__limbeck_name__, tuple([unattached(a) for a in self._args]), {k: unattached(v) for k, v in self._kwargs.items()}
