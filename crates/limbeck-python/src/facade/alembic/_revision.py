"""The revision that is about to be written, as env.py's hooks see it: operations are made of what Rust found, and handed back."""

from sqlalchemy._core import unsupported

from .operations import ops
from .operations._trees import item_tree

_CLASSES = {
    "create_table": "CreateTableOp", "drop_table": "DropTableOp", "rename_table": "RenameTableOp", "create_table_comment": "CreateTableCommentOp",
    "drop_table_comment": "DropTableCommentOp", "add_column": "AddColumnOp", "drop_column": "DropColumnOp", "alter_column": "AlterColumnOp",
    "create_index": "CreateIndexOp", "drop_index": "DropIndexOp", "create_unique_constraint": "CreateUniqueConstraintOp",
    "create_foreign_key": "CreateForeignKeyOp", "create_check_constraint": "CreateCheckConstraintOp", "drop_constraint": "DropConstraintOp",
    "execute": "ExecuteSQLOp",
}
_ALTER = {"nullable": "modify_nullable", "comment": "modify_comment", "server_default": "modify_server_default", "new_column_name": "modify_name",
          "type_": "modify_type"}

script = None  # the MigrationScript of this command
_done = []  # what earlier databases' operations were


def begin_run():
    global script
    script = None
    del _done[:]


def make(tree, metadata, new):
    """The operation object of a step. `new`: what it makes comes from the models, whose own objects it gets."""
    from sqlalchemy._trees import build

    name, args, kw = tree
    name = name[len("alembic.ops."):]
    cls = getattr(ops, _CLASSES[name])
    kw = dict(kw)
    back = kw.pop("_reverse", None)
    if back is not None:
        back = make(back, metadata, not new)
    if name == "create_table":
        table = _model(metadata, args[0], kw.get("schema")) if new else None
        if table is None:
            table = build(("sqlalchemy.Table", args, kw))
        else:
            _name_constraints(table, [a for a in args[1:] if a[0] != "sqlalchemy.Column"])
        return cls.from_table(table)
    if name == "add_column":
        table = _model(metadata, args[0], kw.get("schema")) if new else None
        column = None if table is None else next((c for c in table.c if c.name == args[1][1][0]), None)
        if column is None:
            table = build(("sqlalchemy.Table", (args[0], args[1]), kw))
            column = list(table.c)[0]
        return cls(args[0], column, **kw)
    args = [build(a) for a in args]
    kw = {k: build(v) for k, v in kw.items()}
    if name == "alter_column":
        kw = {_ALTER.get(k, k): _default(v) if "server_default" in k else v for k, v in kw.items()}
    elif name == "drop_constraint":
        args.append(kw.pop("type_", None))
    if back is not None:
        kw["_reverse"] = back
    return cls(*args, **kw)


def _name_constraints(table, trees):
    """Give the constraints of a model the names that the convention has for them, which Rust knows."""
    from sqlalchemy._trees import build

    named = [(kind, _about(kind, args), build(kw.get("name"))) for kind, args, kw in trees]
    # Those written on columns follow those of the table.
    order, columns = [id(i) for i in table._items], [id(c) for c in table.c]

    def place(constraint):
        column = id(getattr(constraint, "_column", None))
        if column in columns:
            return len(order) + columns.index(column)
        return order.index(id(constraint)) if id(constraint) in order else len(order)

    for constraint in sorted(table.constraints, key=place):
        kind = constraint.__limbeck_name__
        about = _about(kind, item_tree(constraint, False)[1])
        found = next((one for one in named if one[0] == kind and one[1] == about), None)
        if found is not None:
            named.remove(found)
            constraint.name = found[2]


def _about(kind, args):
    """What tells a constraint from others of its kind; of CHECKs, their order does."""
    return () if kind == "sqlalchemy.CheckConstraint" else tuple([tuple(a) if isinstance(a, list) else a for a in args])


def _default(value):
    """A default as a column holds it."""
    from sqlalchemy.sql.columns import _server_default

    return None if value is None or value is False else _server_default(value, None) if not hasattr(value, "_set_parent") else value


def _model(metadata, name, schema):
    """The table of the models. Comparisons leave out the name of the default schema, which the model may say."""
    from sqlalchemy.sql.items import table_key

    for one in metadata if isinstance(metadata, (list, tuple)) else [metadata]:
        found = getattr(one, "tables", {}).get(table_key(name, schema))
        if found is not None:
            return found
    if schema is None:
        from .runtime.migration import current

        default = current().dialect.default_schema_name
        return None if default is None else _model(metadata, name, default)
    return None


def begin(info, metadata):
    """Make the objects; the operations in the order of the steps."""
    global script
    made = []

    def container(blocks, new):
        found = []
        for table, schema, steps in blocks:
            inside = []
            for tree in steps:
                op = make(tree, metadata, new)
                op._limbeck_step = len(made)
                made.append(op)
                inside.append(op)
            found += inside if table is None else [ops.ModifyTableOps(table, inside, schema=schema)]
        return found

    upgrades = ops.UpgradeOps(container(info["upgrades"], True), info["upgrade_token"])
    downgrades = ops.DowngradeOps(container(info["downgrades"], False), info["downgrade_token"])
    if script is None:
        script = ops.MigrationScript(info["rev_id"], upgrades, downgrades, message=info["message"], imports=set(info["imports"]), head=info["head"],
                                     splice=info["splice"], branch_label=info["branch_label"], version_path=info["version_path"],
                                     depends_on=info["depends_on"])
    else:
        script._upgrade_ops.append(upgrades)
        script._downgrade_ops.append(downgrades)
    return made


def run(function, heads):
    """Call the function. None when it took the revision away, else what the revision is now."""
    from .runtime.migration import current

    global script
    directives = [script]
    earlier = _flat(script.upgrade_ops_list[:-1]) + _flat(script.downgrade_ops_list[:-1])
    databases = len(script.upgrade_ops_list)
    if function is not None:
        function(current(), tuple(heads), directives)
    if not directives:
        return None
    if len(directives) > 1 or not isinstance(directives[0], ops.MigrationScript):
        raise unsupported("process_revision_directives that leaves other than one MigrationScript", "limbeck writes one file for a revision")
    script = directives[0]
    ups, downs = script.upgrade_ops_list, script.downgrade_ops_list
    if len(ups) != databases or len(downs) != databases or _flat(ups[:-1]) + _flat(downs[:-1]) != earlier:
        raise unsupported("changing the operations of another database in process_revision_directives", "change them when the function is called for theirs")
    fields = {"rev_id": script.rev_id, "message": script.message, "imports": sorted(script.imports or ()), "head": script.head, "splice": bool(script.splice),
              "branch_label": _list(script.branch_label), "version_path": None if script.version_path is None else str(script.version_path),
              "depends_on": _list(script.depends_on), "upgrade_token": ups[-1].upgrade_token, "downgrade_token": downs[-1].downgrade_token}
    upgrades, downgrades = _blocks(ups[-1].ops), _blocks(downs[-1].ops)
    # Renderers of the project's own may have asked for more.
    fields["imports"] = sorted(set(fields["imports"]) | set(item_imports()))
    return fields, upgrades, downgrades


def _flat(containers):
    made = []
    for one in containers:
        for op in one.ops:
            made += _flat([op]) if isinstance(op, ops.OpContainer) else [op]
    return made


def _list(value):
    return [] if value is None else [value] if isinstance(value, str) else [str(v) for v in value]


def _blocks(found, table=None, schema=None):
    """`(table, schema, [(step, operation)...])` for each block."""
    made, loose = [], []
    for op in found:
        if isinstance(op, ops.OpContainer) and _renderer(op) is None:
            if loose:
                made.append((table, schema, loose))
                loose = []
            inside = (op.table_name, op.schema) if isinstance(op, ops.ModifyTableOps) else (table, schema)
            made += _blocks(op.ops, *inside)
        else:
            loose.append(_leaf(op, table is not None))
    if loose:
        made.append((table, schema, loose))
    return made


class _Code:
    def __init__(self, lines):
        self.lines = lines

    def __limbeck__(self):
        return "alembic.ops.code", (self.lines,), {}


def _renderer(op):
    from .autogenerate import renderers

    return renderers._find(op)


def _leaf(op, in_table):
    renderer = _renderer(op)
    if renderer is not None:
        from .autogenerate import context

        with context()._within(in_table):
            lines = renderer(context(), op)
        lines = [lines] if isinstance(lines, str) else list(lines)
        return -1, _Code(lines)
    if not hasattr(op, "__limbeck__"):
        raise unsupported("%s in a revision" % type(op).__name__,
                          "nothing says how it is written: register a function with @alembic.autogenerate.renderers.dispatch_for(%s)" % type(op).__name__)
    return getattr(op, "_limbeck_step", -1), op


def render_item(function, kind, value):
    """False, None, or the code of a thing."""
    from .autogenerate import context

    return function(kind, _thing(kind, value), context())


def _thing(kind, value):
    from sqlalchemy._trees import build

    if kind == "type":
        return build(value)
    if kind == "server_default":
        return _default(build(value))
    table, item = value
    if kind == "column":
        return list(build(("sqlalchemy.Table", (table, item), {})).c)[0]
    made = build(item)
    names = [c for c in getattr(made, "_pending", ()) if isinstance(c, str)]
    ops._attached(made, table, None, names)
    return made


def item_imports():
    from .autogenerate import context

    made = sorted(context().imports)
    context().imports.clear()
    return made
