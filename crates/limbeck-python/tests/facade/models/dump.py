"""Print the neutral dump of every shape as JSON; run with real SQLAlchemy or with the facade on the path."""
import json
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])


def default(d):
    """What a server default says."""
    if type(d).__name__ != "DefaultClause":
        return type(d).__name__
    return getattr(d.arg, "text", None) or getattr(d.arg, "name", None) or (d.arg if isinstance(d.arg, str) else type(d.arg).__name__)


def column(c):
    text = lambda d: None if d is None else default(d)  # noqa: E731
    return {"name": c.name, "key": c.key, "type": repr(c.type), "nullable": c.nullable, "pk": c.primary_key, "server_default": text(c.server_default), "comment": c.comment,
            "index": c.index, "unique": c.unique, "autoincrement": c.autoincrement, "fks": sorted(f.target_fullname for f in c.foreign_keys)}


def name(item):
    made = item.name
    return None if made is None or type(made).__name__ in ("_NoneName", "_NONE_NAME") else str(made)


def dump(md):
    tables = {}
    for key, t in md.tables.items():
        constraints = sorted([type(c).__name__, name(c) if not md.naming_convention.get("pk") or type(c).__name__ == "CheckConstraint" else None,
                              [x.name for x in c.columns] if type(c).__name__ != "CheckConstraint" else []]
                             + ([c.ondelete, c.onupdate, c.deferrable, c.initially, [e.target_fullname for e in c.elements]] if type(c).__name__ == "ForeignKeyConstraint" else [])
                             for c in t.constraints if not getattr(c, "_type_bound", False))
        tables[key] = {"columns": [column(c) for c in t.c], "constraints": sorted(map(str, constraints)), "comment": t.comment, "schema": t.schema,
                       "indexes": sorted(str([[x.name for x in i.columns], bool(i.unique)]) for i in t.indexes), "pk": [c.name for c in t.primary_key]}
    return {"tables": tables, "order": [t.key for t in md.sorted_tables], "schema": md.schema}


def main():
    import shapes
    import strings

    made = {}
    for function in shapes.SHAPES + strings.SHAPES:
        try:
            made[function.__name__] = dump(function())
        except Exception:
            import traceback

            made[function.__name__] = {"error": traceback.format_exc()}
    json.dump(made, sys.stdout, default=str)


if __name__ == "__main__":
    main()
