"""Facade objects from trees that Rust hands over."""


_kept = None  # objects of the project's own types, by number, while models are handed over
_objects = []


def keep(on):
    """From here on, types of the project's own say by which number they are found again; or no longer."""
    global _kept
    _kept = _objects if on else None


def keeping():
    return _kept is not None


def kept(item):
    """What is said of a type beside its tree."""
    if _kept is None:
        return {"repr": repr(item)}
    return {"repr": repr(item), "object": number(item)}


def number(item):
    """The number under which an object is found again."""
    at = next((i for i, known in enumerate(_objects) if known is item), len(_objects))
    if at == len(_objects):
        _objects.append(item)
    return at


class Kept:
    """Stands for an object in a tree."""

    def __init__(self, item):
        self.item = item

    def __limbeck__(self):
        return "limbeck.object", (number(self.item),), {}


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
    if name == "limbeck.object":
        return _objects[args[0]]
    args = [build(a) for a in args]
    kwargs = {k: build(v) for k, v in kwargs.items()}
    if name == "sqlalchemy.Table":
        from .sql.schema import MetaData, Table

        return Table(args[0], MetaData(), *args[1:], **kwargs)
    if name.startswith("."):
        return getattr(args[0], name[1:])(*args[1:], **kwargs)
    if name == "limbeck.sql":
        from .sql.sqltypes import NullType

        return NullType()
    if name == "alembic.op.f":
        from ._core import conv

        return conv(args[0])
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
