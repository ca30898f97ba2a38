"""The fields, validators and unknown rules of a class."""
from pydantic import _kinds as kinds
from pydantic._errors import PydanticUserError, Unknown
from pydantic._fields import Decorated, FieldInfo, PrivateAttribute

# Attributes that never are fields (pydantic 1 makes fields of all others, with annotation or without).
_UNTOUCHED = ("function", "property", "classmethod", "staticmethod", "type", "Decorated", "_Computed", "builtin_function_or_method", "Absent")  # fmt: skip


def _own(cls):
    """Annotations in the body of this class."""
    if "__annotations__" in cls.__dict__ or "__annotate_func__" in cls.__dict__ or "__annotate__" in cls.__dict__:
        return cls.__annotations__
    return {}


def _bare(cls):
    """Attributes of the body that have no annotation and are no methods."""
    try:
        annotated = _own(cls)
    except NameError:
        return {}
    found = {}
    for name, value in cls.__dict__.items():
        if name.startswith("_") or name in annotated or name in ("model_config", "Config"):
            continue
        kind = type(value)
        if kind.__name__ in _UNTOUCHED or kind.__module__ == "functools" or isinstance(value, (type, property)):
            continue
        found[name] = value
    return found


def strip(cls):
    """Takes the defaults of a settings class off the class: `Settings.url` without an instance is an error, not the default."""
    bare = _bare(cls)
    if bare and not cls.__limbeck_old__:
        name = next(iter(bare))
        raise PydanticUserError(f"A non-annotated attribute was detected: `{name}`. All model fields require a type annotation")
    defaults = dict(cls.__dict__.get("__limbeck_defaults__") or {})
    try:
        annotated = [name for name, kind in _own(cls).items() if not kinds.is_class_variable(kind)]
    except NameError:
        # A name that is only there for type checkers: said when an instance is made.
        annotated = []
    for name in (*annotated, *(bare if cls.__limbeck_old__ else ())):
        if not name.startswith("_") and name in cls.__dict__:
            defaults[name] = cls.__dict__[name]
            delattr(cls, name)
    cls.__limbeck_bare__ = tuple(bare)
    cls.__limbeck_defaults__ = defaults


def _described(name, annotation, default, owner):
    """The FieldInfo of `name: annotation = default`."""
    field = default if isinstance(default, FieldInfo) else None
    if field is None:
        field = FieldInfo(default) if default is not _NOTHING else FieldInfo()
    try:
        annotation = kinds.resolved(annotation, owner)
        while kinds._name(kinds.origin(annotation)) == "Final":
            annotation = kinds.resolved(kinds.arguments(annotation)[0], owner)
        if kinds.is_annotated(annotation):
            for entry in annotation.__metadata__:
                if isinstance(entry, FieldInfo):
                    field = field.over(entry)
    except Unknown:
        # Said when the field is read.
        pass
    field.annotation, field.name, field.owner = annotation, name, owner
    return field


_NOTHING = object()


def fields_of(cls):
    """Name to FieldInfo, over all bases, in the order of definition."""
    if "__limbeck_fields__" in cls.__dict__:
        return cls.__limbeck_fields__
    if "__limbeck_defaults__" not in cls.__dict__:
        strip(cls)
    found = {}
    for base in reversed(cls.__mro__):
        if not hasattr(base, "__limbeck_fill__") or "__limbeck_root__" in base.__dict__:
            continue
        if base is not cls:
            fields_of(base)
        found.update(_fields_in(base, found))
    mixins = [base for base in cls.__mro__ if not hasattr(base, "__limbeck_fill__")]
    cls.__limbeck_mixins__ = [base for base in mixins if _is_field_mixin(base)]
    cls.__limbeck_fields__ = found
    return found


def _is_field_mixin(base):
    if base.__module__ in ("builtins", "typing", "abc") or base.__name__ == "Generic":
        return False
    try:
        return any(not kinds.is_class_variable(kind) and not name.startswith("_") for name, kind in _own(base).items())
    except NameError:
        return True


def _fields_in(base, inherited):
    defaults = base.__dict__.get("__limbeck_defaults__") or {}
    found = {}
    for name, annotation in _own(base).items():
        if name == "model_config" or name.startswith("_") or kinds.is_class_variable(annotation):
            continue
        default = defaults.get(name, _NOTHING)
        if isinstance(default, PrivateAttribute):
            continue
        found[name] = _described(name, annotation, default, base)
    for name in base.__dict__.get("__limbeck_bare__") or ():
        if name in inherited:
            found[name] = _described(name, inherited[name].annotation, defaults[name], base)
        else:
            value = defaults[name]
            value = value.default if isinstance(value, FieldInfo) else value
            found[name] = _described(name, type(value), defaults[name], base)
    return found


def decorated_of(cls):
    """Validators and serializers by their names in the class: a later one of the same name replaces."""
    if "__limbeck_decorated__" in cls.__dict__:
        return cls.__limbeck_decorated__
    found = {}
    for base in reversed(cls.__mro__):
        for name, value in base.__dict__.items():
            if isinstance(value, Decorated):
                found[name] = value
            elif name in found:
                del found[name]
    cls.__limbeck_decorated__ = found
    return found


def private_of(cls):
    found = {}
    for base in reversed(cls.__mro__):
        found.update({name: value for name, value in base.__dict__.items() if isinstance(value, PrivateAttribute)})
    return found
