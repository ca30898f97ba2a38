"""A recording fake of the native module, for running the facade under CPython. Connections are sqlite3's."""

import re
import sqlite3

log = []  # (function, arguments...)
registered = []
settings = {"offline": False, "dialect": "sqlite", "bind": None, "heads": (), "x": [], "opts": {}, "transaction": True}
sections = {"alembic": {}}
attributes = {}
database = ":memory:"


def reset(**changes):
    log.clear()
    registered.clear()
    attributes.clear()
    sections.clear()
    sections["alembic"] = {}
    settings.clear()
    settings.update({"offline": False, "dialect": "sqlite", "bind": None, "heads": (), "x": [], "opts": {}, "transaction": True, "on_run": None})
    settings.update(changes)


def tree(value):
    """The whole tree of a value, as Rust sees it."""
    if isinstance(value, type):
        if hasattr(value, "__limbeck_class__"):
            name, args, kwargs = value.__limbeck_class__()
            return ("name", name) if not args and not kwargs else tree_of((name, args, kwargs))
        return getattr(value, "__limbeck_name__", None) or ("opaque", value.__name__)
    if hasattr(value, "__limbeck__"):
        return tree_of(value.__limbeck__())
    if isinstance(value, (list, tuple)):
        return type(value)(tree(v) for v in value)
    if isinstance(value, dict):
        return {tree(k): tree(v) for k, v in value.items()}
    if callable(value):
        return ("opaque", getattr(value, "__name__", "?"))
    return value


def tree_of(made):
    name, args, kwargs = made
    assert isinstance(name, str) and isinstance(args, tuple) and isinstance(kwargs, dict), made
    if name == "python.value":
        return args[0]
    return (name, tuple(tree(a) for a in args), {k: tree(v) for k, v in kwargs.items()})


# --- directives


def directive(name, args, kwargs, in_batch, file, line):
    log.append(("directive", name, tree(args), tree(kwargs), in_batch, file, line))


def begin_batch(args, kwargs, file, line):
    log.append(("begin_batch", tree(args), tree(kwargs), file, line))


def end_batch(failed):
    log.append(("end_batch", failed))


def begin_autocommit(file, line):
    log.append(("begin_autocommit", file, line))


def end_autocommit(failed):
    log.append(("end_autocommit", failed))


# --- connections


def plain(values):
    """Values as Rust hands them to the database: dicts and lists as JSON."""
    import json

    def one(value):
        if hasattr(value, "tree"):
            return value.tree[1][0]
        return json.dumps(value) if isinstance(value, (dict, list)) else value

    return {k: one(v) for k, v in values.items()} if isinstance(values, dict) else [one(v) for v in values]


class Native:
    dialect_name = "sqlite"

    def __init__(self, url, options):
        self.url = url
        path = url.split("://", 1)[1].lstrip("/") or database
        self.db = sqlite3.connect(path if "sqlite" in url and path else database, isolation_level=None)
        self.closed = False
        self.default_schema_name = "main"
        self.isolation = "SERIALIZABLE"

    def execute(self, statement, parameters, file, line):
        log.append(("execute", tree(statement), parameters, file, line))
        if isinstance(statement, str):
            sql, values = statement, parameters
        else:
            sql, values = SQL().run(tree(statement), parameters)
        try:
            cursor = self.db.cursor()
            if isinstance(values, list):
                cursor.executemany(sql, values)
            else:
                cursor.execute(sql, plain(values or ()))
        except sqlite3.IntegrityError as error:
            raise _exc("IntegrityError", str(error), sql) from error
        except sqlite3.Error as error:
            raise _exc("OperationalError", str(error), sql) from error
        if cursor.description is None:
            return None, [], cursor.rowcount, cursor.lastrowid
        return [d[0] for d in cursor.description], cursor.fetchall(), cursor.rowcount, None

    def begin(self):
        log.append(("begin",))
        self.db.execute("BEGIN")

    def commit(self):
        log.append(("commit",))
        self.db.execute("COMMIT")

    def rollback(self):
        log.append(("rollback",))
        self.db.execute("ROLLBACK")

    def in_transaction(self):
        return self.db.in_transaction

    def savepoint(self, name):
        self.db.execute("SAVEPOINT " + name)

    def release(self, name):
        self.db.execute("RELEASE " + name)

    def rollback_to(self, name):
        self.db.execute("ROLLBACK TO " + name)

    def close(self):
        log.append(("close",))
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")
        self.db.close()
        self.closed = True

    keeps_sequences = False

    def server_version(self):
        return (3, 40, 0)

    def set_isolation_level(self, level):
        self.isolation = level

    def get_isolation_level(self):
        return self.isolation

    def inspect(self, what, table, schema):
        rows = self.db.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").fetchall()
        if what == "table_names":
            return [r[0] for r in rows]
        if what == "has_table":
            return (table,) in rows
        if what == "columns":
            return [{"name": r[1], "type": ("sqlalchemy." + (r[2].split("(")[0] or "NullType"), (), {}), "nullable": not r[3], "default": r[4], "primary_key": r[5]}
                    for r in self.db.execute("PRAGMA table_info(%s)" % table)]
        if what == "pk_constraint":
            return {"name": None, "constrained_columns": [r[1] for r in self.db.execute("PRAGMA table_info(%s)" % table) if r[5]]}
        if what == "foreign_keys":
            return [{"name": None, "constrained_columns": [r[3]], "referred_schema": None, "referred_table": r[2], "referred_columns": [r[4]], "options": {}}
                    for r in self.db.execute("PRAGMA foreign_key_list(%s)" % table)]
        return []


def _exc(kind, message, statement):
    from sqlalchemy.exc import from_native

    return from_native(kind, message, statement)


def connect(url, options):
    log.append(("connect", url, options))
    return Native(url, options)


OPERATORS = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "add": "+", "sub": "-", "mul": "*", "and_": "AND", "or_": "OR"}


class SQL:
    """Enough of a compiler for the tests."""

    def run(self, made, parameters):
        self.binds = {}
        self.qualified = False
        text = self.statement(made)
        first = parameters[0] if isinstance(parameters, list) else parameters
        if isinstance(first, dict) and made[0] in ("sqlalchemy.insert", ".insert"):
            text += " (%s) VALUES (%s)" % (", ".join(first), ", ".join(":" + k for k in first))
        if isinstance(parameters, list):
            return text, [{**self.binds, **p} for p in parameters] if ":" in text else parameters
        return text, {**self.binds, **(parameters or {})}

    def bind(self, value):
        name = "b%d" % len(self.binds)
        self.binds[name] = value
        return ":" + name

    def statement(self, made):
        name, args, kwargs = made
        if name == "sqlalchemy.text":
            return args[0]
        if name == ".bindparams":
            self.binds.update(kwargs)
            for b in args[1:]:
                if len(b[1]) > 1:
                    self.binds[b[1][0]] = b[1][1]
            return self.statement(args[0])
        parts = []
        while name.startswith(".") and name not in (".insert", ".update", ".delete", ".select"):
            parts.insert(0, (name, args[1:], kwargs))
            name, args, kwargs = args[0]
        kind = name.rsplit(".", 1)[-1]
        options = {}
        for n, a, k in parts:
            if n == ".values":
                options["values"] = a[0] if a and isinstance(a[0], list) else {**options.get("values", {}), **(a[0] if a else {}), **k}
            else:
                options.setdefault(n[1:], []).append((a, k))
        where = " AND ".join(self.expr(e) for n in ("where", "filter") for a, _ in options.get(n, []) for e in a)
        where = " WHERE " + where if where else ""
        if kind == "select":
            items = args
            tables = []
            for item in items:
                self.tables(item, tables)
            for n in ("where", "filter"):
                for a, _ in options.get(n, []):
                    self.tables(list(a), tables)
            self.qualified = False
            shown = ", ".join(", ".join(c[1][0] for c in i[1][1:]) if i[0] == "sqlalchemy.table" else self.expr(i) for i in items)
            text = "SELECT " + shown + (" FROM " + ", ".join(tables) if tables else "") + where
            for a, _ in options.get("order_by", []):
                text += " ORDER BY " + ", ".join(self.expr(e) for e in a)
            for n in ("limit", "offset"):
                for a, _ in options.get(n, []):
                    text += " %s %s" % (n.upper(), a[0])
            return text
        table = args[0][1][0]
        if kind == "insert":
            values = options.get("values")
            if not values:
                return "INSERT INTO " + table
            if isinstance(values, list):
                keys = list(values[0])
                rows = ", ".join("(%s)" % ", ".join(self.expr(r[k]) for k in keys) for r in values)
            else:
                keys, rows = list(values), "(%s)" % ", ".join(self.expr(v) for v in values.values())
            text = "INSERT INTO %s (%s) VALUES %s" % (table, ", ".join(keys), rows)
            for a, _ in options.get("returning", []):
                text += " RETURNING " + ", ".join(self.expr(e) for e in a)
            return text
        if kind == "update":
            return "UPDATE %s SET %s%s" % (table, ", ".join("%s = %s" % (k, self.expr(v)) for k, v in options["values"].items()), where)
        if kind == "delete":
            return "DELETE FROM " + table + where
        raise AssertionError("the fake cannot run %r" % (made,))

    def tables(self, made, found):
        if isinstance(made, tuple) and len(made) == 3 and isinstance(made[0], str) and isinstance(made[1], tuple):
            if made[0] == "sqlalchemy.table":
                if made[1][0] not in found:
                    found.append(made[1][0])
                return
            for a in made[1]:
                self.tables(a, found)
        elif isinstance(made, list):
            for a in made:
                self.tables(a, found)

    def expr(self, made):
        if not (isinstance(made, tuple) and len(made) == 3 and isinstance(made[0], str) and isinstance(made[1], tuple)):
            return self.bind(made)
        name, args, kwargs = made
        if name == "getattr":
            return args[1]
        if name.startswith("operator."):
            op = name[9:]
            if op == "inv":
                return "NOT (%s)" % self.expr(args[0])
            if len(args) == 2 and args[1] is None and op in ("eq", "ne"):
                return "%s IS %sNULL" % (self.expr(args[0]), "" if op == "eq" else "NOT ")
            return "(%s %s %s)" % (self.expr(args[0]), OPERATORS[op], self.expr(args[1]))
        if name.startswith("sqlalchemy.func."):
            return "%s(%s)" % (name[16:], ", ".join(self.expr(a) for a in args))
        if name in ("sqlalchemy.and_", "sqlalchemy.or_"):
            return "(%s)" % (" AND " if name.endswith("and_") else " OR ").join(self.expr(a) for a in args)
        if name == ".label":
            return "%s AS %s" % (self.expr(args[0]), args[1])
        if name == ".desc":
            return self.expr(args[0]) + " DESC"
        if name == ".in_":
            return "%s IN (%s)" % (self.expr(args[0]), ", ".join(self.expr(a) for a in args[1]))
        if name == ".is_":
            return "%s IS NULL" % self.expr(args[0])
        if name == "sqlalchemy.literal":
            return self.bind(args[0])
        if name in ("sqlalchemy.text", "sqlalchemy.literal_column", "sqlalchemy.column"):
            return args[0]
        if name == "sqlalchemy.bindparam":
            return ":" + args[0]
        raise AssertionError("the fake cannot write %r" % (made,))


def compile(construct, dialect_name, literal_binds):
    made = tree(construct)
    log.append(("compile", made, dialect_name, literal_binds))
    if made[0] == "sqlalchemy.text":
        return made[1][0]
    return "%s(%s)" % (made[0], dialect_name)


def compile_params(construct, dialect_name):
    return {}


def quote(name, dialect_name):
    return name if re.fullmatch("[a-z_][a-z0-9_]*", name) else '"%s"' % name


def create_all(native, declarations, checkfirst):
    made = [tree(d) for d in declarations]
    log.append(("create_all", made, checkfirst))
    for _, args, _ in made:
        columns = ["%s %s" % (a[1][0], "INTEGER PRIMARY KEY" if a[2].get("primary_key") else "") for a in args[1:] if a[0] == "sqlalchemy.Column"]
        native.db.execute("CREATE TABLE %s%s (%s)" % ("IF NOT EXISTS " if checkfirst else "", args[0], ", ".join(columns)))


def drop_all(native, declarations, checkfirst):
    log.append(("drop_all", [tree(d) for d in declarations], checkfirst))


def change_type(change, native, type_, checkfirst, file, line):
    log.append((change, tree(type_), checkfirst))


# --- the context


def is_offline():
    return settings["offline"]


def configure(native, url, dialect_name, options, target_metadata):
    log.append(("configure", native, url, dialect_name, options, target_metadata))
    settings["bind"] = native


def begin_transaction():
    if settings["bind"] is not None and settings["bind"].in_transaction():
        return False
    log.append(("begin_transaction",))
    if settings["bind"] is not None:
        settings["bind"].db.execute("BEGIN")
    return True


def end_transaction(failed):
    log.append(("end_transaction", failed))
    if settings["bind"] is not None:
        settings["bind"].db.execute("ROLLBACK" if failed else "COMMIT")


def run_migrations(kwargs):
    log.append(("run_migrations", kwargs))
    if settings["on_run"]:
        settings["on_run"](**kwargs)


def static_output(text):
    log.append(("static_output", text))


def context_execute(statement, file, line):
    log.append(("context_execute", tree(statement), file, line))


def get_bind():
    return settings["bind"]


def context_info(what):
    return {"dialect_name": settings["dialect"], "as_sql": settings["offline"], "transactional_ddl": True, "opts": settings["opts"],
            "version_table": "alembic_version", "version_table_schema": None}[what]


def current_heads():
    return settings["heads"]


def migration_heads(native, options):
    return tuple(r[0] for r in native.db.execute("SELECT version_num FROM alembic_version"))


def stamp(revision):
    log.append(("stamp", revision))


def x_arguments():
    return settings["x"]


def revision_argument():
    return "head"


def starting_revision_argument():
    return None


def tag_argument():
    return None


def head_revisions():
    return ("bbbb",)


# --- configuration


def config_get(section, name):
    value = sections.get(section, {}).get(name)
    return None if value is None else value.replace("%%", "%")


def config_section(section):
    found = sections.get(section)
    return None if found is None else {k: v.replace("%%", "%") for k, v in found.items()}


def config_set(section, name, value):
    sections.setdefault(section, {})[name] = value


def config_file_name():
    return None


def config_section_name():
    return "alembic"


def config_attributes():
    return attributes


def config_cmd_opts():
    return {"x": settings["x"] or None}


def print_stdout(text):
    log.append(("print", text))


def script_info(what, argument):
    return {"dir": "migrations", "heads": ["bbbb"], "bases": ["aaaa"], "current_head": "bbbb"}.get(what)


def register(kind, name, payload):
    registered.append((kind, name, payload))
