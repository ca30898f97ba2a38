"""Foreign keys and indexes."""

from .._core import Construct
from .constraints import ColumnCollectionConstraint, ColumnCollectionMixin, Constraint, dialect_options_of
from .elements import check
from .items import SchemaItem, first_column, is_column, run_ddl, table_key, unattached

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
        name = lambda c: c.name if is_column(c) else c  # noqa: E731
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
        if is_column(table):
            return Constraint._set_parent(self, table)
        Constraint._set_parent(self, table)
        for key, element in zip(self._pending, self.elements):
            column = key if is_column(key) else table.c.get(key)
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
        dialect_options_of(kw, names, "ForeignKey")
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
        dialect_options_of(kw, allowed, "Index")
        table = kw.pop("_table", None)
        kw.pop("_column_flag", None)
        SchemaItem.__init__(self, name, *expressions, **kw)
        self.name = name
        self.unique = kw.get("unique", False)
        self.info = kw.get("info") or {}
        self.expressions = list(expressions)
        self.dialect_kwargs = self.kwargs = {k: v for k, v in kw.items() if k not in allowed}
        self._pending = tuple([e if isinstance(e, str) else (e if is_column(e) else _first_of(e)) for e in expressions])
        for item in self._pending:
            if is_column(item):
                if item.table is None:
                    item._later.append(self)
                elif self.table is None:
                    self._set_parent(item.table)
                break
        if table is not None:
            self._set_parent(table)

    dialect_options = Constraint.dialect_options

    def __limbeck__(self):
        return self.__limbeck_name__, (self.name,) + tuple([e.name if is_column(e) else unattached(e) for e in self.expressions]), {
            k: unattached(v) for k, v in self._kwargs.items()}

    def _set_parent(self, parent):
        if is_column(parent):
            if parent.table is None:
                parent._later.append(self)
                return
            parent = parent.table
        if self.table is None:
            self.table = parent
            parent.indexes.add(self)

    def create(self, bind, checkfirst=False):
        from .ddl import CreateIndex

        run_ddl(bind, CreateIndex(self, if_not_exists=bool(checkfirst)))

    def drop(self, bind, checkfirst=False):
        from .ddl import DropIndex

        run_ddl(bind, DropIndex(self, if_exists=bool(checkfirst)))


def _first_of(expression):
    return first_column(expression) if isinstance(expression, Construct) and hasattr(expression, "_args") else None
