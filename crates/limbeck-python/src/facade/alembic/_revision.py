"""The revision that is about to be written, as env.py's hooks see it: operations are made of what Rust found, and handed back."""

from sqlalchemy._core import unsupported

from .operations import ops
from .operations._names import name_constraints

_CLASSES = {
    "create_table": "CreateTableOp", "drop_table": "DropTableOp", "rename_table": "RenameTableOp", "create_table_comment": "CreateTableCommentOp",
    "drop_table_comment": "DropTableCommentOp", "add_column": "AddColumnOp", "drop_column": "DropColumnOp", "alter_column": "AlterColumnOp",
    "create_index": "CreateIndexOp", "drop_index": "DropIndexOp", "create_unique_constraint": "CreateUniqueConstraintOp",
    "create_foreign_key": "CreateForeignKeyOp", "create_check_constraint": "CreateCheckConstraintOp", "drop_constraint": "DropConstraintOp",
    "create_primary_key": "CreatePrimaryKeyOp", "create_exclude_constraint": "CreateExcludeConstraintOp", "execute": "ExecuteSQLOp", "code": "CodeOp",
}
_ALTER = {"nullable": "modify_nullable", "comment": "modify_comment", "server_default": "modify_server_default", "new_column_name": "modify_name",
          "type_": "modify_type"}

scripts = None  # the MigrationScripts of this command
_numbered = []  # every operation that was made of a step


def begin_run():
    global scripts
    scripts = None
    del _numbered[:]


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
            name_constraints(table, args[1:])
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
    if name == "create_exclude_constraint":
        args = args[:2] + [[(build(e), operator) for e, operator in args[2:]]]
    if name == "alter_column":
        kw = {_ALTER.get(k, k): _default(v) if "server_default" in k else v for k, v in kw.items()}
    elif name == "drop_constraint":
        args.append(kw.pop("type_", None))
    if back is not None:
        kw["_reverse"] = back
    return cls(*args, **kw)


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


def begin(info, bodies, metadata):
    """Make the objects; the operations in the order of the steps."""
    global scripts
    made = []

    def container(blocks, new):
        found = []
        for table, schema, steps in blocks:
            inside = []
            for tree in steps:
                op = make(tree, metadata, new)
                op._limbeck_step = len(_numbered)
                _numbered.append(op)
                made.append(op)
                inside.append(op)
            found += inside if table is None else [ops.ModifyTableOps(table, inside, schema=schema)]
        return found

    if scripts is None:
        scripts = [ops.MigrationScript(info["rev_id"], None, None, message=info["message"], imports=set(info["imports"]), head=info["head"],
                                       splice=info["splice"], branch_label=info["branch_label"], version_path=info["version_path"],
                                       depends_on=info["depends_on"])]
    for database, up_token, up, down_token, down in bodies:
        upgrades = ops.UpgradeOps(container(up, True), up_token)
        downgrades = ops.DowngradeOps(container(down, False), down_token)
        upgrades._limbeck_database = downgrades._limbeck_database = database
        scripts[-1]._upgrade_ops.append(upgrades)
        scripts[-1]._downgrade_ops.append(downgrades)
    return made


def run(function, heads, compares):
    """Call the project's comparators and the function. What the revisions are now: `(fields, upgrades, downgrades)` each."""
    from .runtime.migration import current

    if compares:
        from .autogenerate._comparing import add_own

        add_own(scripts[-1].upgrade_ops_list[-1], scripts[-1].downgrade_ops_list[-1])
    if function is not None:
        function(current(), tuple(heads), scripts)
    return [_answer(script) for script in scripts]


def _answer(script):
    if not isinstance(script, ops.MigrationScript):
        raise TypeError("process_revision_directives left %r among the directives, which is no MigrationScript" % (script,))
    fields = {"rev_id": script.rev_id, "message": script.message, "head": script.head, "splice": bool(script.splice),
              "branch_label": _list(script.branch_label), "version_path": None if script.version_path is None else str(script.version_path),
              "depends_on": _list(script.depends_on)}
    upgrades = [_body(one, one.upgrade_token) for one in script.upgrade_ops_list]
    downgrades = [_body(one, one.downgrade_token) for one in script.downgrade_ops_list]
    # Renderers of the project's own may have asked for more.
    fields["imports"] = sorted(set(script.imports or ()) | set(item_imports()))
    return fields, upgrades, downgrades


def _body(container, token):
    return token, getattr(container, "_limbeck_database", None), _blocks(container.ops)


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
    from .operations._op_constraints import _attached

    _attached(made, table, None, names)
    return made


def item_imports():
    from .autogenerate import context

    made = sorted(context().imports)
    context().imports.clear()
    return made
