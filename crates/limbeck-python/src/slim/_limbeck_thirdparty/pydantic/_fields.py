"""What a class says about its fields and validators."""


class _Undefined:
    def __repr__(self):
        return "PydanticUndefined"

    def __bool__(self):
        return True


PydanticUndefined = _Undefined()

CONSTRAINTS = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length")
# Constraints under their names in pydantic 1.
OLD_CONSTRAINTS = {"min_items": "min_length", "max_items": "max_length"}
# Arguments that change what a field takes, and are not known here.
UNKNOWN = ("strict", "pattern", "regex", "const", "discriminator", "decimal_places", "max_digits", "union_mode", "coerce_numbers_to_str",
           "fail_fast", "unique_items", "allow_inf_nan")  # fmt: skip


class ConfigDict(dict):
    """A plain dictionary, as the typed one is."""


class Extra:
    allow, ignore, forbid = "allow", "ignore", "forbid"


class AliasPath:
    def __init__(self, first_arg, *args):
        self.path = [first_arg, *args]


class AliasChoices:
    def __init__(self, first_choice, *choices):
        self.choices = [first_choice, *choices]


class FieldInfo:
    """The description of a field: `Field(...)`, or a plain default."""

    annotation = None
    name = None

    def __init__(self, default=PydanticUndefined, **options):
        self.default = PydanticUndefined if default is Ellipsis else default
        self.default_factory = options.pop("default_factory", None)
        self.alias = options.get("alias")
        self.validation_alias = options.get("validation_alias")
        if self.validation_alias is None:
            self.validation_alias = self.alias
        self.description, self.title = options.get("description"), options.get("title")
        self.options = options

    def is_required(self):
        return self.default is PydanticUndefined and self.default_factory is None

    def get_default(self, *, call_default_factory=False, **kwargs):
        if self.default_factory is not None:
            return self.default_factory() if call_default_factory else None
        return copied(self.default)

    def constraints(self):
        found = {name: self.options[name] for name in CONSTRAINTS if self.options.get(name) is not None}
        for old, name in OLD_CONSTRAINTS.items():
            if self.options.get(old) is not None:
                found[name] = self.options[old]
        return found

    def unknown(self):
        return [name for name in UNKNOWN if self.options.get(name) is not None]

    def over(self, other):
        """This description, completed by another one (`Annotated[int, Field(gt=1)] = Field(alias="x")`)."""
        made = FieldInfo(self.default, **{**other.options, **self.options})
        made.default_factory = self.default_factory
        if made.is_required():
            made.default, made.default_factory = other.default, other.default_factory
        return made


def copied(value):
    """Defaults are not shared between instances."""
    if type(value) is list:
        return [copied(item) for item in value]
    if type(value) is dict:
        return {key: copied(item) for key, item in value.items()}
    return set(value) if type(value) is set else value


def Field(default=PydanticUndefined, **options):
    return FieldInfo(default, **options)


class PrivateAttribute:
    def __init__(self, default, factory):
        self.default, self.factory = default, factory


def PrivateAttr(default=PydanticUndefined, *, default_factory=None, init=False):
    return PrivateAttribute(default, default_factory)


class BeforeValidator:
    mode = "before"

    def __init__(self, func, **options):
        self.func = func


class AfterValidator(BeforeValidator):
    mode = "after"


class PlainValidator(BeforeValidator):
    mode = "plain"


class Decorated:
    """A validator or serializer in the body of a class: still a method there."""

    def __init__(self, kind, mode, wrapped, fields=(), **options):
        self.kind, self.mode, self.fields, self.options = kind, mode, fields, options
        self.wrapped = wrapped

    def __get__(self, instance, owner=None):
        return self.wrapped.__get__(instance, owner)

    @property
    def function(self):
        return getattr(self.wrapped, "__func__", self.wrapped)

    def takes_class(self):
        if isinstance(self.wrapped, classmethod):
            return True
        code = getattr(self.function, "__code__", None)
        plain = not isinstance(self.wrapped, staticmethod)
        return plain and code is not None and code.co_argcount > 0 and code.co_varnames[0] == "cls"


def _decorator(kind, mode, fields=(), **options):
    def decorate(function):
        return Decorated(kind, mode, function, fields, **options)

    return decorate


def field_validator(field, /, *fields, mode="after", check_fields=None, json_schema_input_type=None):
    return _decorator("field", mode, (field, *fields))


def model_validator(*, mode):
    return _decorator("model", mode)


def validator(*fields, pre=False, each_item=False, always=False, check_fields=None, allow_reuse=False, whole=None):
    return _decorator("old field", "before" if pre else "after", fields, each_item=each_item, always=always)


def root_validator(function=None, /, *, pre=False, skip_on_failure=False, allow_reuse=False):
    decorate = _decorator("old model", "before" if pre else "after", skip=skip_on_failure)
    return decorate if function is None else decorate(function)


def _serializer(*args, **kwargs):
    if len(args) == 1 and not kwargs and not isinstance(args[0], str):
        return Decorated("serializer", "plain", args[0])
    return _decorator("serializer", "plain")


field_serializer = model_serializer = serializer = _serializer


class _Computed(property):
    """A property that model_dump() shows."""


def computed_field(function=None, /, **options):
    def decorate(wrapped):
        if isinstance(wrapped, property):
            return _Computed(wrapped.fget, wrapped.fset, wrapped.fdel, wrapped.__doc__)
        if callable(wrapped):
            return _Computed(wrapped)
        # A cached_property stays one.
        wrapped.__limbeck_computed__ = True
        return wrapped

    return decorate if function is None else decorate(function)


def is_computed(value):
    return isinstance(value, _Computed) or getattr(value, "__limbeck_computed__", False) is True
