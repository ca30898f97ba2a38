"""Asking a database about its tables."""


class ObjectKind:
    TABLE, VIEW, MATERIALIZED_VIEW, ANY, ANY_VIEW = 1, 2, 4, 7, 6


class ObjectScope:
    DEFAULT, TEMPORARY, ANY = 1, 2, 3


_TABLE = frozenset("columns pk_constraint foreign_keys indexes unique_constraints check_constraints table_comment table_options view_definition".split())
_SCHEMA = frozenset("table_names view_names materialized_view_names sequence_names".split())
_POSTGRESQL = frozenset("enums domains foreign_table_names".split())


class Inspector:
    """`inspect(connection)`, or `inspect(engine)`: then each question has a connection of its own."""

    def __init__(self, bind):
        self.bind = bind
        self.engine = bind.engine
        self.dialect = bind.dialect
        self.info_cache = {}

    @classmethod
    def from_engine(cls, bind):
        from ..inspection import inspect

        return inspect(bind)

    @property
    def default_schema_name(self):
        return self._ask("default_schema_name")

    def clear_cache(self):
        self.info_cache = {}

    def _ask(self, what, table=None, schema=None):
        from .._trees import data
        from .base import Engine, native_of

        if isinstance(self.bind, Engine):
            with self.bind.connect() as connection:
                return data(native_of(connection).inspect(what, table, schema))
        return data(native_of(self.bind).inspect(what, table, schema))

    def __getattr__(self, name):
        what = name[4:] if name.startswith("get_") else ""
        if what in _TABLE:
            return lambda table_name, schema=None, **kw: self._ask(what, table_name, schema)
        if what in _SCHEMA or what in _POSTGRESQL and self.dialect.name == "postgresql":
            return lambda schema=None, **kw: self._ask(what, None, schema)
        if what.startswith("multi_") and what[6:] in _TABLE:
            return self._multi(what[6:])
        raise AttributeError("'Inspector' object has no attribute %r" % name)

    def _multi(self, what):
        def ask(schema=None, filter_names=None, kind=ObjectKind.TABLE, scope=ObjectScope.DEFAULT, **kw):
            names = []
            if kind & ObjectKind.TABLE:
                names += self._in_scope("table_names", "temp_table_names", schema, scope)
            if kind & ObjectKind.VIEW:
                names += self._in_scope("view_names", "temp_view_names", schema, scope)
            if kind & ObjectKind.MATERIALIZED_VIEW and self.dialect.name == "postgresql" and scope & ObjectScope.DEFAULT:
                names += self._ask("materialized_view_names", None, schema)
            return {(schema, name): self._ask(what, name, schema) for name in names if filter_names is None or name in filter_names}

        return ask

    def _in_scope(self, lasting, temporary, schema, scope):
        names = self._ask(lasting, None, schema) if scope & ObjectScope.DEFAULT else []
        return names + self._ask(temporary) if scope & ObjectScope.TEMPORARY else names

    def get_schema_names(self, **kw):
        return self._ask("schema_names")

    def get_temp_table_names(self, **kw):
        return self._ask("temp_table_names")

    def get_temp_view_names(self, **kw):
        return self._ask("temp_view_names")

    def has_table(self, table_name, schema=None, **kw):
        return self._ask("has_table", table_name, schema)

    def has_schema(self, schema_name, **kw):
        return self._ask("has_schema", None, schema_name)

    def has_sequence(self, sequence_name, schema=None, **kw):
        return self._ask("has_sequence", sequence_name, schema)

    def has_type(self, type_name, schema=None, **kw):
        if self.dialect.name != "postgresql":
            raise AttributeError("'Inspector' object has no attribute 'has_type'")
        return any([t["name"] == type_name for what in ("enums", "domains") for t in self._ask(what, None, schema)])

    def has_index(self, table_name, index_name, schema=None, **kw):
        return any([i["name"] == index_name for i in self.get_indexes(table_name, schema)])

    def get_sorted_table_and_fkc_names(self, schema=None, **kw):
        names = sorted(self.get_table_names(schema))
        needs = {n: {f["referred_table"] for f in self.get_foreign_keys(n, schema)} - {n} for n in names}
        done = []
        while len(done) < len(names):
            ready = [n for n in names if n not in done and not (needs[n] & set(names)) - set(done)]
            if not ready:
                done.extend([n for n in names if n not in done])
                break
            done.extend(ready)
        return [(n, set()) for n in done] + [(None, [])]

    def reflect_table(self, table, include_columns=None, exclude_columns=(), resolve_fks=True):
        fill(self, table, include_columns, exclude_columns, resolve_fks)


def reflect_table(table, bind, include_columns, exclude_columns, resolve_fks):
    """Fill `table` from the database."""
    from ..inspection import inspect

    fill(bind if isinstance(bind, Inspector) else inspect(bind), table, include_columns, exclude_columns, resolve_fks)


def fill(inspector, table, include_columns, exclude_columns, resolve_fks):
    from ..exc import NoSuchTableError
    from ..sql.elements import text
    from ..sql import schema as s

    name, where = table.name, table.schema
    columns = inspector.get_columns(name, where)
    if not columns:
        raise NoSuchTableError(table.name)
    key = inspector.get_pk_constraint(name, where) or {}
    keys = list(key.get("constrained_columns") or ())
    for info in columns:
        if include_columns and info["name"] not in include_columns or info["name"] in exclude_columns:
            continue
        args, kw = [], {"nullable": info.get("nullable", True)}
        default = info.get("default")
        if info.get("computed"):
            args.append(s.Computed(info["computed"]["sqltext"], persisted=info["computed"].get("persisted")))
        elif info.get("identity"):
            args.append(s.Identity(**{k: v for k, v in info["identity"].items()}))
        elif default is not None:
            kw["server_default"] = text(default) if isinstance(default, str) else default
        if info.get("comment"):
            kw["comment"] = info["comment"]
        if "autoincrement" in info and info["autoincrement"] != "auto":
            kw["autoincrement"] = info["autoincrement"]
        if info["name"] in keys:
            kw["primary_key"] = True
        table.append_column(s.Column(info["name"], info["type"], *args, **kw))
    have = set(table.c.keys())
    if keys and set(keys) <= have:
        table.append_constraint(s.PrimaryKeyConstraint(*keys, name=key.get("name")))
    for info in inspector.get_foreign_keys(name, where):
        local = info["constrained_columns"]
        if not set(local) <= have:
            continue
        target = s.table_key(info["referred_table"], info.get("referred_schema"))
        options = {k: v for k, v in (info.get("options") or {}).items() if k in ("onupdate", "ondelete", "deferrable", "initially", "match")}
        table.append_constraint(s.ForeignKeyConstraint(list(local), ["%s.%s" % (target, c) for c in info["referred_columns"]], name=info.get("name"), **options))
        if resolve_fks and target not in table.metadata.tables:
            s.Table(info["referred_table"], table.metadata, schema=info.get("referred_schema"), autoload_with=inspector)
    uniques = inspector.get_unique_constraints(name, where)
    for info in uniques:
        # On MySQL it is listed among the indexes, too.
        if set(info["column_names"]) <= have and not info.get("duplicates_index"):
            table.append_constraint(s.UniqueConstraint(*info["column_names"], name=info.get("name")))
    for info in inspector.get_indexes(name, where):
        if info.get("duplicates_constraint"):
            continue
        parts = []
        for i, column in enumerate(info["column_names"]):
            parts.append(column if column is not None else text(info["expressions"][i]))
        if all([not isinstance(p, str) or p in have for p in parts]):
            s.Index(info["name"], *parts, unique=bool(info.get("unique")), _table=table, **(info.get("dialect_options") or {}))
    for info in inspector.get_check_constraints(name, where):
        table.append_constraint(s.CheckConstraint(info["sqltext"], name=info.get("name")))
    comment = (inspector.get_table_comment(name, where) or {}).get("text") if inspector.dialect.name != "sqlite" else None
    if comment:
        table.comment = comment
