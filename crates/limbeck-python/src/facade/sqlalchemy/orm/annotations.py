"""Reading `Mapped[...]` annotations, also as strings, without the typing module."""

from .._core import unsupported
from .properties import Mapped, MappedOf


class Read:
    """An annotation as read: its Python type (or None), whether it is optional, and what Annotated carried."""

    def __init__(self, python, optional, extras=(), kind="column", known=None):
        self.python = python
        self.optional = optional
        self.extras = extras
        self.kind = kind
        self.raw = known


class Relation:
    """Stands for a class that another module or a later line defines."""

    def __init__(self, name="?"):
        self.__name__ = name

    def __or__(self, other):
        return Union(self, other)

    __ror__ = __or__

    def __getitem__(self, item):
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Relation(name)


class Union:
    """`Relation | None`"""

    def __init__(self, *items):
        self.__args__ = items

    def __or__(self, other):
        return self

    __ror__ = __or__


class Names(dict):
    """Names for evaluating a string annotation: the module's; others stand for classes that are not there (yet)."""

    def __init__(self, module, local):
        import builtins

        dict.__init__(self)
        self._spaces = (local, module, builtins.__dict__)

    def __missing__(self, name):
        for space in self._spaces:
            if name in space:
                return space[name]
        return Relation(name)


def resolve(annotation, cls):
    """The annotation as an object."""
    if isinstance(annotation, str):
        import sys

        module = sys.modules.get(cls.__module__)
        space = getattr(module, "__dict__", None)
        if space is None:
            space = _globals_of(cls)
        try:
            return eval(annotation, {"__builtins__": {}}, Names(space, dict(vars(cls), **{cls.__name__: cls})))
        except Exception as error:
            raise unsupported("the annotation %r of %s" % (annotation, cls.__name__), str(error)) from error
    return annotation


def _globals_of(cls):
    for value in vars(cls).values():
        if hasattr(value, "__globals__"):
            return value.__globals__
    return {}


def read(annotation, cls):
    """A Read for a `Mapped[...]` annotation, or None when it is something else (ClassVar, a plain hint)."""
    if isinstance(annotation, str) and "Mapped" not in annotation:
        name = annotation.split("[", 1)[0].strip()
        if name.rpartition(".")[2] in ("ClassVar", "InitVar") or "[" not in annotation:
            return None
    made = resolve(annotation, cls)
    if isinstance(made, MappedOf):
        inner = resolve(made.__args__[0], cls)
        found = unwrap(inner, cls)
        if made.__origin__.kind != "column":
            found.kind = "relationship"
        return found
    origin = getattr(made, "__origin__", None)
    if isinstance(origin, type) and issubclass(origin, Mapped):  # through typing
        return unwrap(resolve(made.__args__[0], cls), cls)
    if made is Mapped:
        return Read(None, None)
    return None


def unwrap(inner, cls, extras=()):
    """Look through Optional, unions, Annotated, NewType, Literal, ForwardRef."""
    if type(inner) is type and not hasattr(inner, "__table__") and not hasattr(inner, "__mapper__"):
        return Read(inner, False, extras, "column", inner)  # int and the like: nothing to look through
    if isinstance(inner, str):
        inner = resolve(inner, cls)
    forward = getattr(inner, "__forward_arg__", None)
    if forward is not None:
        inner = resolve(forward, cls)
    if isinstance(inner, Relation):
        return Read(None, False, extras, "relationship")
    args = getattr(inner, "__args__", None)
    origin = getattr(inner, "__origin__", None)
    meta = getattr(inner, "__metadata__", None)
    if meta is not None:  # Annotated[T, ...]
        found = unwrap(origin if origin is not None else args[0], cls, extras + tuple(meta))
        found.raw = inner
        return found
    if isinstance(inner, Union) or _is_union(inner, origin):
        some = [a for a in args if a is not None and a is not type(None)]
        optional = len(some) < len(args)
        if len(some) == 1:
            found = unwrap(some[0], cls, extras)
            found.optional = found.optional or optional
            found.raw = found.raw if found.raw is not None else some[0]
            return found
        return Read(None, optional, extras, "column", inner)
    if _is_literal(inner):
        made = Read(str, False, extras, "column", inner)
        made.literal = args
        if None in args:
            made.literal = tuple([a for a in args if a is not None])
            made.optional = True
        return made
    if origin is not None:  # list["Thing"], dict[str, Any]
        python = origin if isinstance(origin, type) else None
        kind = "column"
        if python in (list, set, tuple, frozenset) and args and _entity(args[0], cls):
            kind = "relationship"
        return Read(python, False, extras, kind, inner)
    supertype = getattr(inner, "__supertype__", None)  # NewType
    if supertype is not None:
        found = unwrap(supertype, cls, extras)
        found.raw = inner
        return found
    value = getattr(inner, "__value__", None) if type(inner).__name__ == "TypeAliasType" else None
    if value is not None:
        found = unwrap(value, cls, extras)
        found.raw = inner
        return found
    if isinstance(inner, type):
        if hasattr(inner, "__table__") or hasattr(inner, "__mapper__"):
            return Read(inner, False, extras, "relationship", inner)
        return Read(inner, False, extras, "column", inner)
    return Read(None, False, extras, "column", inner)


def _is_union(inner, origin):
    name = getattr(origin, "_name", None) or getattr(origin, "__name__", None)
    return name in ("Union", "Optional") or type(inner).__name__ == "UnionType" or str(origin) == "typing.Union"


def _is_literal(inner):
    name = getattr(getattr(inner, "__origin__", None), "_name", None) or getattr(getattr(inner, "__origin__", None), "__name__", None)
    return name == "Literal"


def _entity(item, cls):
    if isinstance(item, str) or getattr(item, "__forward_arg__", None) is not None:
        item = resolve(getattr(item, "__forward_arg__", item), cls)
    return isinstance(item, Relation) or (isinstance(item, type) and hasattr(item, "__mapper__"))
