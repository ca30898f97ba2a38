"""The names that constraints and indexes of models have, which Rust knows: it has the naming convention."""

from ._trees import item_tree


def settle(table):
    """Give what is part of a model's table its final name."""
    from sqlalchemy._core import conv
    from sqlalchemy.sql.tables import _Named

    import _limbeck

    if table is None or not table.c or not (table.metadata._given_convention or table.indexes):
        return
    if all([item.name is not None for item in table.indexes]) and not table.metadata._given_convention:
        return
    trees, indexes = _limbeck.settled_names(_Named(table), table.metadata)
    name_constraints(table, trees)
    for index in table.indexes:
        columns = [c.name for c in index.columns]
        found = next((name for of, name in indexes if index.name is None and list(of) == columns), None)
        if found is not None:
            index.name = conv(found)


def name_constraints(table, trees):
    """Give the constraints of a model the names that the convention has for them, which Rust knows."""
    from sqlalchemy._trees import build

    named = [(kind, _about(kind, args), build(kw.get("name"))) for kind, args, kw in trees if kind != "sqlalchemy.Column"]
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
