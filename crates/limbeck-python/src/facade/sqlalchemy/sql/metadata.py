"""MetaData: a collection of tables."""

from .._core import Construct, Declaration, quoted_name
from .items import table_key
from .tables import Table, create


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
            kw["naming_convention"] = self._convention()
        if self.schema is not None:
            kw["schema"] = self.schema
        if self._sequences:
            kw["sequences"] = list(self._sequences)
        return self.__limbeck_name__, tuple([Declaration(t) for t in self.tables.values()]), kw

    def _convention(self):
        """The naming convention, as Rust gets it."""
        from .._trees import Kept

        return {k: Kept(v) if callable(v) else v for k, v in self.naming_convention.items()}

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

    def _all_sequences(self):
        """Those that were given to it, and those that its columns count with."""
        found = list(self._sequences)
        for table in self.tables.values():
            for column in table.c:
                default = column.default
                if getattr(default, "is_sequence", False) and not any([default is known for known in found]):
                    found.append(default)
        return found

    def create_all(self, bind, tables=None, checkfirst=True):
        wanted = self.sorted_tables if tables is None else [t for t in self.sorted_tables if any([t is w for w in tables])]
        if tables is None and bind.dialect.supports_sequences:
            for sequence in self._all_sequences():
                if not (sequence.optional and bind.dialect.sequences_optional):
                    sequence.create(bind, checkfirst)
        create("create_all", bind, wanted, checkfirst)

    def drop_all(self, bind, tables=None, checkfirst=True):
        wanted = self.sorted_tables if tables is None else [t for t in self.sorted_tables if any([t is w for w in tables])]
        create("drop_all", bind, list(reversed(wanted)), checkfirst)

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
            if extend_existing or table_key(name, schema) not in self.tables:
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
            other = by_key.get(table_key(name, schema))
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
