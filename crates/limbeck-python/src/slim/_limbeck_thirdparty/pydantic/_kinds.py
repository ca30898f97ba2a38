"""What an annotation is, found without importing `typing`."""
from pydantic._errors import Unknown


def origin(kind):
    return getattr(kind, "__origin__", None)


def arguments(kind):
    return getattr(kind, "__args__", ())


def is_annotated(kind):
    return hasattr(kind, "__metadata__") and origin(kind) is not None


def is_union(kind):
    return type(kind).__name__ in ("UnionType", "Union") or _name(origin(kind)) == "Union"


def is_literal(kind):
    return _name(origin(kind)) == "Literal"


def is_class_variable(kind):
    if isinstance(kind, str):
        return kind.replace("typing.", "", 1).startswith(("ClassVar", "t.ClassVar"))
    return _name(kind) == "ClassVar" or _name(origin(kind)) == "ClassVar"


def is_any(kind):
    return kind is object or _name(kind) == "Any" and getattr(kind, "__module__", "") == "typing"


def is_enum(kind):
    return isinstance(kind, type) and hasattr(kind, "__members__") and hasattr(kind, "_member_map_")


def is_path(kind):
    return isinstance(kind, type) and kind.__name__ in ("Path", "PosixPath", "PurePath", "PurePosixPath") and kind.__module__.startswith("pathlib")


def is_model(kind):
    return isinstance(kind, type) and hasattr(kind, "__limbeck_fill__")


def _name(kind):
    if type(kind).__module__ == "typing" or getattr(kind, "__module__", "") == "typing":
        return getattr(kind, "_name", None) or getattr(kind, "__name__", None)
    return None


def resolved(kind, owner):
    """The annotation behind texts and forward references, names as in the module of `owner`."""
    text = getattr(kind, "__forward_arg__", kind)
    if isinstance(text, str):
        import sys

        module = sys.modules.get(owner.__module__)
        # A module that is run by hand (env.py) is not among the modules.
        names = dict(vars(module)) if module else dict(owner.__dict__.get("__limbeck_globals__") or {})
        names.setdefault(owner.__name__, owner)
        try:
            return resolved(eval(text, names, dict(vars(owner))), owner)
        except Exception as problem:
            raise Unknown(f"annotation {text!r} ({type(problem).__name__}: {problem})") from None
    if hasattr(kind, "__supertype__"):
        return resolved(kind.__supertype__, owner)
    if type(kind).__name__ == "TypeAliasType":
        return resolved(kind.__value__, owner)
    return kind


_COMPLEX = (list, dict, set, frozenset, tuple)
_COMPLEX_NAMES = ("Mapping", "MutableMapping", "Sequence", "MutableSequence", "Set", "MutableSet", "deque")


def is_complex(kind, owner):
    """Whether text of the environment for this is JSON. For a union of such types, see `union_is_complex`."""
    kind = resolved(kind, owner)
    if is_annotated(kind):
        return is_complex(origin(kind), owner)
    kind = origin(kind) or kind
    if not isinstance(kind, type) or issubclass(kind, (str, bytes)):
        return False
    if issubclass(kind, _COMPLEX) or is_model(kind) or hasattr(kind, "__dataclass_fields__"):
        return True
    return kind.__name__ in _COMPLEX_NAMES and kind.__module__ in ("collections.abc", "collections", "typing")


def union_is_complex(kind, owner):
    kind = resolved(kind, owner)
    if is_annotated(kind):
        kind = resolved(origin(kind), owner)
    if not is_union(kind):
        return False
    return any(is_complex(part, owner) or union_is_complex(part, owner) for part in arguments(kind))
