"""What Rust calls: the functions that env.py gave to `configure()`, with the objects that they expect."""


def on_version_apply(functions, info):
    """Each function gets the context, the step, the heads after it, and the arguments of run_migrations()."""
    from .runtime.migration import MigrationInfo, current

    heads, run_args = set(info.pop("heads")), dict(info.pop("run_args"))
    step = MigrationInfo(info)
    for function in functions:
        function(ctx=current(), step=step, heads=heads, run_args=run_args)


def include_name(fn, name, type_, parent_names):
    return bool(fn(name, type_, dict(parent_names)))


_built = {}


def _object(spec, metadata):
    """The facade object that `("model", key, kind, name, columns)` or `("reflected", tree, kind, name, columns)` names."""
    if spec is None:
        return None
    where, what, kind, name = spec[:4]
    if kind == "sequence":
        return _sequence(where, what, metadata)
    columns = list(spec[4]) if len(spec) > 4 else []
    if where == "model":
        tables = metadata if isinstance(metadata, (list, tuple)) else [metadata]
        table = next((m.tables[what] for m in tables if what in m.tables), None)
        if table is None:
            # Comparisons leave out the name of the default schema; the model may say it.
            from .runtime.migration import current

            what = "%s.%s" % (current().dialect.default_schema_name, what)
            table = next(m.tables[what] for m in tables if what in m.tables)
    else:
        from sqlalchemy._trees import build

        table = build(what)
        table.info.setdefault("reflected", True)
    if kind == "table":
        return table
    if kind == "column":
        return next(c for c in table.c if c.name == name)
    if kind == "index":
        found = [i for i in table.indexes if i.name == name] or [i for i in table.indexes if i.name is None]
        return found[0] if found else None
    wanted = _CONSTRAINTS[kind]
    items = [i for i in table.constraints if any([c.__name__ == wanted for c in type(i).__mro__])]
    if columns:
        items = [i for i in items if [c.name for c in i.columns] == columns]
    found = [i for i in items if i.name is not None and i.name == name] or [i for i in items if i.name is None] or items
    return found[0] if found else None


def _sequence(where, tree, metadata):
    from sqlalchemy._trees import build

    made = build(tree)
    if where == "model":
        several = metadata if isinstance(metadata, (list, tuple)) else [metadata]
        known = [s for m in several for s in m._all_sequences() if s.name == made.name]
        same = [s for s in known if s.schema == made.schema]
        return (same or known or [made])[0]
    return made


_CONSTRAINTS = {"unique_constraint": "UniqueConstraint", "foreign_key_constraint": "ForeignKeyConstraint", "check_constraint": "CheckConstraint",
                "primary_key_constraint": "PrimaryKeyConstraint", "exclude_constraint": "ExcludeConstraint"}


def include_object(fn, spec, name, type_, reflected, compare_to, metadata=None):
    return bool(fn(_object(spec, metadata), name, type_, reflected, _object(compare_to, metadata)))


def _type(value):
    from sqlalchemy._trees import build

    return build(value)


def compare_type(fn, spec, model_spec, inspected_type, metadata=None):
    """True, False, or None for no opinion."""
    from .runtime.migration import current

    column = _object(model_spec, metadata)
    return fn(current(), _object(spec, metadata), column, _type(inspected_type), column.type)


def compare_server_default(fn, spec, model_spec, inspected_default, rendered_default, metadata=None):
    from .runtime.migration import current

    column = _object(model_spec, metadata)
    return fn(current(), _object(spec, metadata), column, inspected_default, column.server_default, rendered_default)
