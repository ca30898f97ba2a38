"""Facade objects from trees that Rust hands over."""


def data(value):
    """Plain data with trees in the place of types and texts made into objects."""
    if isinstance(value, list):
        return [data(v) for v in value]
    if isinstance(value, dict):
        return {k: data(v) for k, v in value.items()}
    return build(value)


def build(tree):
    """The object for `(name, args, kwargs)`; plain values stand for themselves."""
    if isinstance(tree, list):
        return [build(t) for t in tree]
    if not (isinstance(tree, tuple) and len(tree) == 3 and isinstance(tree[0], str) and isinstance(tree[1], tuple) and isinstance(tree[2], dict)):
        return tree
    name, args, kwargs = tree
    args = [build(a) for a in args]
    kwargs = {k: build(v) for k, v in kwargs.items()}
    if name == "sqlalchemy.Table":
        from .sql.schema import MetaData, Table

        return Table(args[0], MetaData(), *args[1:], **kwargs)
    if name.startswith("."):
        return getattr(args[0], name[1:])(*args[1:], **kwargs)
    if name == "getattr":
        return getattr(args[0], args[1])
    return lookup(name)(*args, **kwargs)


def lookup(name):
    """The facade's object by its canonical name."""
    import sqlalchemy

    if name.startswith("sqlalchemy.func."):
        from .sql.functions import func

        made = func
        for part in name[len("sqlalchemy.func."):].split("."):
            made = getattr(made, part)
        return made
    module, _, last = name.rpartition(".")
    if module == "sqlalchemy":
        return getattr(sqlalchemy, last)
    from ._core import import_module

    return getattr(import_module(module), last)
