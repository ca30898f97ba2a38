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
    if kind == "table":
        return table
    if kind == "column":
        return next(c for c in table.c if c.name == name)
    if kind == "index":
        found = [i for i in table.indexes if i.name == name] or [i for i in table.indexes if i.name is None]
        return _called(found, name)
    wanted = _CONSTRAINTS[kind]
    items = [i for i in table.constraints if any([c.__name__ == wanted for c in type(i).__mro__])]
    if columns:
        items = [i for i in items if [c.name for c in i.columns] == columns]
    found = [i for i in items if i.name is not None and i.name == name] or [i for i in items if i.name is None] or items
    return _called(found, name)


def _called(found, name):
    """The first; what has no name of its own has the one that the convention gives it."""
    if not found:
        return None
    if found[0].name is None and name is not None:
        from sqlalchemy._core import conv

        found[0].name = conv(name)
    return found[0]


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


_KINDS = {"uq": "UniqueConstraint", "fk": "ForeignKeyConstraint", "ck": "CheckConstraint", "pk": "PrimaryKeyConstraint"}


def name_token(about, metadata):
    """What a function of a naming convention makes of a constraint or index."""
    from sqlalchemy._trees import build
    from sqlalchemy.sql.items import table_key

    number, kind, (schema, name), columns, referred, referred_columns, given = about
    function = build(("limbeck.object", (number,), {}))
    known = [getattr(m, "tables", {}).get(table_key(name, schema)) for m in (metadata if isinstance(metadata, (list, tuple)) else [metadata])]
    table = next((t for t in known if t is not None), None)
    found = None if table is None else _of_table(table, kind, columns, given)
    if found is None:
        table, found = _apart(kind, schema, name, columns, referred, referred_columns, given)
    return function(found, table)


def _of_table(table, kind, columns, given):
    """The model's own."""
    if kind == "ix":
        items = table.indexes
    else:
        items = [c for c in table.constraints if any([one.__name__ == _KINDS[kind] for one in type(c).__mro__])]
    items = [i for i in items if kind == "ck" or [c.name for c in i.columns] == list(columns)]
    named = [i for i in items if i.name is not None and str(i.name) == given]
    return named[0] if named else items[0] if items and given is None else None


def _apart(kind, schema, name, columns, referred, referred_columns, given):
    """One that a script makes: with the names of columns, and nothing else of the table."""
    import sqlalchemy as sa

    table = sa.Table(name, sa.MetaData(), *[sa.Column(c) for c in dict.fromkeys(columns)], schema=schema)
    if kind == "ix":
        return table, sa.Index(given, *[table.c[c] for c in columns])
    if kind == "fk":
        target = ".".join([part for part in referred if part is not None])
        made = sa.ForeignKeyConstraint(list(columns), ["%s.%s" % (target, c) for c in referred_columns], name=given)
    elif kind == "ck":
        made = sa.CheckConstraint(sa.text("TRUE"), name=given)
    else:
        made = {"uq": sa.UniqueConstraint, "pk": sa.PrimaryKeyConstraint}[kind](*columns, name=given)
    table.append_constraint(made)
    return table, made
