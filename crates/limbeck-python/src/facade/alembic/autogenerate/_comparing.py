"""The project's own comparators: they are called before and after what limbeck has found, and see it."""

from ..operations import ops
from ..util import CommandError
from ..util._priority import DispatchPriority, PriorityDispatchResult
from . import comparators, context
from ._reversed import reversed_ops, seen

_TARGETS = ("autogenerate", "schema", "table", "column")
# What Alembic's own comparators are called, which a comparator may stop.
_ELEMENTS = frozenset("tables indexes foreignkeys nullable types server_default comments checkconstraints".split())


class _Calls:
    """The comparators of one target: those before Alembic's own, and those after."""

    def __init__(self, registries, target, dialect):
        self.before, self.after = [], []
        for priority in (DispatchPriority.FIRST, DispatchPriority.MEDIUM, DispatchPriority.LAST):
            for qualifier in (dialect, "default"):
                for at, registry in enumerate(registries):
                    found = registry.found(target, qualifier, priority)
                    # Alembic's own are of the middle priority and for all databases, and come between the global ones and the plugins'.
                    place = (-priority, qualifier == "default", at > 0)
                    (self.before if place < (-DispatchPriority.MEDIUM, True, True) else self.after).extend(found)

    def __bool__(self):
        return bool(self.before or self.after)

    def run(self, found, stopped, *args):
        for fn, element in found:
            if element in stopped:
                continue
            if fn(*args) is PriorityDispatchResult.STOP:
                if element in _ELEMENTS and found is self.before:
                    code = getattr(fn, "__code__", None)
                    place = "" if code is None else " (%s:%d)" % (code.co_filename, code.co_firstlineno)
                    raise CommandError("the comparator %s()%s stops Alembic's own comparison of %r, which limbeck cannot do; "
                                       "take out what that found with process_revision_directives" % (getattr(fn, "__name__", fn), place, element))
                stopped.add(element)


def add_own(upgrades, downgrades):
    """Call them on what is there for a database."""
    from ..runtime.plugins import asked_for

    autogen = context()
    autogen._inspector = None
    dialect = autogen.dialect.name
    plugins = asked_for(autogen.opts.get("autogenerate_plugins") or ["alembic.autogenerate.*"])
    registries = [comparators] + [p.autogenerate_comparators for p in plugins]
    calls = {target: _Calls(registries, target, dialect) for target in _TARGETS}
    before = seen(upgrades)
    own, upgrades.ops = upgrades.ops, []
    everything, schemas = set(), set()
    names = _schemas(autogen)
    calls["autogenerate"].run(calls["autogenerate"].before, everything, autogen, upgrades)
    calls["schema"].run(calls["schema"].before, schemas, autogen, upgrades, names)
    early = list(upgrades.ops)
    upgrades.ops = own
    if calls["table"] or calls["column"]:
        _tables(autogen, upgrades, names, calls["table"], calls["column"])
    upgrades.ops = early + upgrades.ops
    calls["schema"].run(calls["schema"].after, schemas, autogen, upgrades, names)
    calls["autogenerate"].run(calls["autogenerate"].after, everything, autogen, upgrades)
    downgrades.ops = reversed_ops(upgrades.ops, before, downgrades.ops)


def _schemas(autogen):
    names = {None}
    if autogen.opts.get("include_schemas"):
        names |= set(autogen.inspector.get_schema_names()) - {"information_schema", autogen.dialect.default_schema_name}
    return {name for name in names if autogen.run_name_filters(name, "schema", {})}


def _tables(autogen, upgrades, schemas, tables, columns):
    from sqlalchemy import MetaData, Table

    version = (autogen.migration_context.version_table_schema, autogen.migration_context.version_table)
    default = autogen.dialect.default_schema_name
    models = {(None if t.schema == default else t.schema, t.name): t for t in autogen.sorted_tables}
    names = set()
    for schema in schemas:
        here = [(schema, n) for n in autogen.inspector.get_table_names(schema=schema) if autogen.run_name_filters(n, "table", {"schema_name": schema})]
        names |= set(here)
    names.discard(version)
    models.pop(version, None)
    reflected = MetaData()

    def kept(key):
        return Table(key[1], reflected, schema=key[0], autoload_with=autogen.connection, resolve_fks=False)

    for key in [k for k in models if k not in names]:
        if autogen.run_object_filters(models[key], key[1], "table", False, None):
            block, is_new = _block(upgrades, key)
            _table(autogen, block, key, None, models[key], tables)
            if block.ops and is_new:
                at = _place(upgrades.ops, ops.CreateTableOp, key)
                upgrades.ops.insert(len(upgrades.ops) if at is None else at + 1, block)
    order = lambda k: (k[0] or "", k[1])  # noqa: E731
    for key in sorted([k for k in names if k not in models], key=order):
        table = kept(key)
        if autogen.run_object_filters(table, key[1], "table", True, None):
            block, is_new = _block(upgrades, key)
            _table(autogen, block, key, table, None, tables)
            if block.ops and is_new:
                at = _place(upgrades.ops, ops.DropTableOp, key)
                upgrades.ops.insert(len(upgrades.ops) if at is None else at, block)
    for key in sorted([k for k in names if k in models], key=order):
        table = kept(key)
        if autogen.run_object_filters(models[key], key[1], "table", False, table):
            block, is_new = _block(upgrades, key)
            if columns:
                _columns(autogen, block, key, table, models[key], columns)
            _table(autogen, block, key, table, models[key], tables)
            if block.ops and is_new:
                upgrades.ops.append(block)


def _block(upgrades, key):
    """What changes of a table, and whether it is not there yet."""
    at = _place(upgrades.ops, ops.ModifyTableOps, key)
    return (ops.ModifyTableOps(key[1], [], schema=key[0]), True) if at is None else (upgrades.ops[at], False)


def _place(found, cls, key):
    """Where in the list the operation on a table is."""
    return next((at for at, op in enumerate(found) if isinstance(op, cls) and (op.schema, op.table_name) == key), None)


def _table(autogen, block, key, conn_table, model, tables):
    """Columns that come or change are before what comparators of tables add, and those that go are behind it."""
    found, stopped = block.ops, set()
    head = next((at for at, op in enumerate(found) if not isinstance(op, (ops.AddColumnOp, ops.AlterColumnOp))), len(found))
    tail = len(found)
    while tail > head and isinstance(found[tail - 1], ops.DropColumnOp):
        tail -= 1
    block.ops = found[:head]
    tables.run(tables.before, stopped, autogen, block, key[0], key[1], conn_table, model)
    block.ops += found[head:tail]
    tables.run(tables.after, stopped, autogen, block, key[0], key[1], conn_table, model)
    block.ops += found[tail:]


def _columns(autogen, block, key, conn_table, model, columns):
    parents = {"table_name": key[1], "schema_name": key[0]}
    known = {c.name: c for c in conn_table.c if autogen.run_name_filters(c.name, "column", dict(parents))}
    for column in model.c:
        was = known.get(column.name)
        if was is None or not autogen.run_object_filters(column, column.name, "column", False, was):
            continue
        op = next((o for o in block.ops if isinstance(o, ops.AlterColumnOp) and o.column_name == column.name), None)
        is_new = op is None
        if is_new:
            op = ops.AlterColumnOp(key[1], column.name, schema=key[0], existing_type=was.type, existing_nullable=was.nullable,
                                   existing_server_default=False if was.server_default is None else was.server_default, existing_comment=was.comment)
        stopped = set()
        for found in (columns.before, columns.after):
            columns.run(found, stopped, autogen, op, key[0], key[1], column.name, was, column)
        if is_new and op.has_changes():
            at = next((at for at, o in enumerate(block.ops) if not isinstance(o, (ops.AddColumnOp, ops.AlterColumnOp))), len(block.ops))
            block.ops.insert(at, op)
