"""Columns, constraints and indexes as they stand now: hooks change attributes, which what was written does not show."""

from sqlalchemy._core import Construct


class _Tree:
    def __init__(self, tree):
        self.tree = tree

    def __limbeck__(self):
        return self.tree


def _named(item, *more):
    kw = {}
    for key in ("name",) + more:
        value = getattr(item, key, None)
        if value is not None and value is not False:
            kw[key] = value
    kw.update(option_items(item.dialect_kwargs))
    return kw


def option_items(kw):
    """Keyword arguments, with columns by their names."""
    from sqlalchemy.sql.items import unattached

    return {k: unattached(v) for k, v in kw.items() if v is not None}


def item_tree(item, inline, listed=()):
    """A column or constraint. `inline`: what a column brings along is said by the column, but for constraints that are `listed`."""
    kind = getattr(item, "__limbeck_name__", None)
    if kind == "sqlalchemy.Column":
        return column_tree(item, inline, listed)
    if kind == "sqlalchemy.PrimaryKeyConstraint":
        return kind, tuple([c.name for c in item.columns] or [_key(c) for c in item._pending]), _named(item, "deferrable", "initially")
    if kind == "sqlalchemy.UniqueConstraint":
        return kind, tuple([_key(c, item.table) for c in item._pending]), _named(item, "deferrable", "initially")
    if kind == "sqlalchemy.ForeignKeyConstraint":
        from sqlalchemy.sql.keys import _target

        columns = [_key(c, item.table) for c in item._pending]
        more = _named(item, "onupdate", "ondelete", "deferrable", "initially", "use_alter", "match")
        return kind, (columns, [_qualified(e, _target) for e in item.elements]), more
    if kind == "sqlalchemy.CheckConstraint":
        return kind, (check_condition(item.sqltext),), _named(item, "deferrable", "initially")
    return item.__limbeck__()


def _qualified(element, target):
    """The target with its schema, when it has one."""
    schema, table, column = element._parts()
    if column is None:
        return target(element._colspec)
    return ".".join([part for part in (schema, table, column) if part is not None])


def _key(column, table=None):
    """A column's name, by the column or its key."""
    if not isinstance(column, str):
        return column.name
    found = None if table is None else table.c.get(column)
    return column if found is None else found.name


def check_condition(condition):
    from sqlalchemy.sql.items import unattached

    return unattached(condition)


def element_tree(element):
    from sqlalchemy.sql.items import is_column, unattached

    return element.name if is_column(element) else unattached(element)


def column_tree(column, inline=False, listed=()):
    args, kw = [column.name, column.type], {}
    default = column.server_default
    if default is not None:
        kind = getattr(default, "__limbeck_name__", None)
        if kind in ("sqlalchemy.Computed", "sqlalchemy.Identity"):
            args.append(default)
        else:
            kw["server_default"] = default
    nullable = column.nullable
    if default is not None and getattr(default, "__limbeck_name__", None) == "sqlalchemy.Identity" and not column._nullable_given:
        nullable = False
    kw["nullable"] = bool(nullable)
    if column.autoincrement not in ("auto", "ignore_fk"):
        kw["autoincrement"] = column.autoincrement
    if column.comment is not None:
        kw["comment"] = column.comment
    if column.quote is not None:
        kw["quote"] = column.quote
    kw.update(option_items(column.dialect_kwargs))
    if inline:
        kinds = [c.__limbeck_name__ for c in listed]
        brought = [getattr(c, "_inline", None) for c in listed]
        if column.primary_key and "sqlalchemy.PrimaryKeyConstraint" not in kinds:
            kw["primary_key"] = True
        if not any([b is column for b in brought]):
            for key in ("unique", "index"):
                if getattr(column, key):
                    kw[key] = True
        keys = [f for f in column.foreign_keys if not any([b is f or (f.constraint is not None and f.constraint is c) for b, c in zip(brought, listed)])]
        args += sorted(keys, key=lambda f: f.target_fullname)
        args += [a for a in column._args if isinstance(a, Construct) and getattr(a, "__limbeck_name__", None) == "sqlalchemy.CheckConstraint"]
    return "sqlalchemy.Column", tuple(args), kw
