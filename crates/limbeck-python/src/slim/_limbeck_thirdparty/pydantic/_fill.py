"""Filling an instance: from a dictionary through validators and types to attributes."""
from _limbeck_absent import Absent
from pydantic import _kinds as kinds
from pydantic._collect import decorated_of, fields_of, private_of
from pydantic._convert import called, constrained, convert
from pydantic._errors import Bad, Unknown, ValidationError
from pydantic._fields import AliasChoices, AliasPath, PydanticUndefined, copied
from pydantic._model import _refuse, config_of

# Configuration that does not change what a field takes, or that is seen to here.
_KNOWN = frozenset(
    "extra validate_default validate_all arbitrary_types_allowed case_sensitive env_prefix env_file env_file_encoding env_ignore_empty "
    "env_nested_delimiter secrets_dir populate_by_name allow_population_by_field_name validate_by_name validate_by_alias frozen title "
    "json_schema_extra schema_extra from_attributes orm_mode protected_namespaces use_attribute_docstrings validate_assignment "
    "json_encoders ser_json_bytes hide_input_in_errors validate_return cli_prog_name allow_mutation enable_decoding fields "
    "json_file json_file_encoding yaml_file yaml_file_encoding toml_file smart_union underscore_attrs_are_private copy_on_model_validation "
    "serialize_by_alias plugin_settings defer_build keep_untouched ignored_types env_file_depth".split()
)


class NotRead(Absent):
    """Stands for a value whose rule is not known. A validator that looks at it refuses."""

    def __init__(self, expression, why):
        super().__init__(expression, "pydantic_settings")
        object.__setattr__(self, "_why", why)


class _Data(dict):
    """Fields so far, for validators. Those that are not known refuse."""

    def __init__(self, owner):
        super().__init__()
        self.owner, self.unknown = owner, {}

    def _seen(self, name=None):
        for key, why in self.unknown.items():
            if name is None or key == name:
                _refuse(self.owner, f"field {self.owner.__name__}.{key}: {why}")

    def __missing__(self, name):
        self._seen(name)
        raise KeyError(name)

    def get(self, name, default=None):
        self._seen(name)
        return super().get(name, default)

    def __contains__(self, name):
        self._seen(name)
        return super().__contains__(name)

    def _whole(name):
        def method(self, *args):
            self._seen()
            return getattr(dict, name)(self, *args)

        return method

    items, keys, values, __iter__, copy = _whole("items"), _whole("keys"), _whole("values"), _whole("__iter__"), _whole("copy")


class Info:
    """What a validator may ask (`ValidationInfo`)."""

    context, mode = None, "python"

    def __init__(self, data=None, field_name=None, config=None):
        self.field_name, self.config = field_name, config
        if data is not None:
            self.data = data


def input_names(field, config):
    """The keys under which a value for this field comes."""
    by_name = config.get("populate_by_name") or config.get("allow_population_by_field_name") or config.get("validate_by_name")
    alias = field.validation_alias if config.get("validate_by_alias") is not False else None
    if alias is None:
        return [field.name]
    names = alias.choices if isinstance(alias, AliasChoices) else [alias]
    if any(isinstance(name, AliasPath) for name in names):
        _refuse(field.owner, f"AliasPath of field {field.owner.__name__}.{field.name}")
    return [*names, field.name] if by_name and field.name not in names else list(names)


def check_class(cls):
    """Refuses what would change the meaning of all fields."""
    fields_of(cls)
    for base in cls.__limbeck_mixins__:
        _refuse(cls, f"{cls.__name__} with fields in base class {base.__name__} (no model)")
    for name, value in config_of(cls).items():
        if name not in _KNOWN and value not in (None, False, "", ()) and not callable(value):
            _refuse(cls, f"configuration {name} of {cls.__name__}")
        if callable(value) and not isinstance(value, type) and name not in ("json_schema_extra", "schema_extra"):
            _refuse(cls, f"configuration {name} of {cls.__name__}")
        if isinstance(value, (classmethod, staticmethod)) and name != "schema_extra":
            _refuse(cls, f"configuration {name} of {cls.__name__}")
    for name in ("model_post_init", "__post_init__", "__get_validators__", "__get_pydantic_core_schema__", "__pydantic_init_subclass__"):
        if hasattr(cls, name) and name != "model_post_init":
            _refuse(cls, f"{cls.__name__}.{name}")
    for entry in decorated_of(cls).values():
        if entry.mode not in ("before", "after", "plain"):
            _refuse(cls, f"validator of {cls.__name__} with mode={entry.mode!r}")


def fill(instance, data, old):
    """Sets the attributes of an instance from `data`; raises ValidationError."""
    cls = type(instance)
    check_class(cls)
    config, fields, decorated = config_of(cls), fields_of(cls), list(decorated_of(cls).values())
    data = dict(data)
    try:
        for entry in _ordered(decorated, "before", old, ("model", "old model")):
            data = _model_before(cls, entry, data, config)
    except Bad as bad:
        raise _error(cls, bad.problems) from bad.__cause__
    values, problems, given = _Data(cls), [], set()
    for name, field in fields.items():
        try:
            raw, found, key = _raw(field, data, config)
            if found:
                given.add(name)
            values[name] = _value(cls, field, raw, found, values, decorated, config, old)
        except _Missing:
            problems.append(((_first(field, config),), "missing", "Field required", None))
        except Unknown as unknown:
            values.unknown[name] = str(unknown)
        except Bad as bad:
            problems.extend(bad.below(key if found else name))
    extra = config.get("extra", "ignore")
    extra = getattr(extra, "value", extra)
    used = {key for field in fields.values() for key in input_names(field, config)}
    more = {key: value for key, value in data.items() if key not in used}
    if more and extra == "forbid":
        problems.extend(((key,), "extra_forbidden", "Extra inputs are not permitted", value) for key, value in more.items())
    if problems:
        raise _error(cls, problems)
    made = dict(dict.items(values))
    if extra == "allow":
        made.update(more)
    for entry in decorated:
        if entry.kind == "old model" and entry.mode == "after":
            made = _old_root(cls, entry, made, values.unknown)
    space = instance.__dict__
    space.update(made)
    space["__limbeck_unknown__"], space["__limbeck_set__"] = values.unknown, given
    space["__limbeck_extra__"] = tuple(more) if extra == "allow" else ()
    for name, private in private_of(cls).items():
        if private.default is not PydanticUndefined or private.factory is not None:
            space[name] = private.factory() if private.factory else copied(private.default)
    if hasattr(cls, "model_post_init"):
        instance.model_post_init(None)
    for entry in decorated:
        if entry.kind == "model" and entry.mode == "after":
            _model_after(cls, entry, instance, config)


class _Missing(Exception):
    pass


def _error(cls, problems):
    return ValidationError(
        cls.__name__, [{"type": kind, "loc": tuple(at), "msg": message, "input": value} for at, kind, message, value in problems]
    )


def _first(field, config):
    return input_names(field, config)[0]


def _raw(field, data, config):
    for key in input_names(field, config):
        if key in data:
            return data[key], True, key
    return None, False, None


def _ordered(decorated, mode, old, kinds_):
    """In pydantic 2, the validator before that was defined last runs first."""
    found = [entry for entry in decorated if entry.kind in kinds_ and entry.mode == mode]
    return reversed(found) if mode == "before" and not old else found


def _validators(decorated, name, mode, old):
    found = [entry for entry in decorated if entry.kind in ("field", "old field") and (name in entry.fields or "*" in entry.fields)]
    return list(_ordered(found, mode, old, ("field", "old field")))


def _value(cls, field, raw, found, values, decorated, config, old):
    name = field.name
    checked = found
    if isinstance(raw, NotRead):
        raise Unknown(raw._why)
    if not found:
        if field.is_required():
            if not (old and _may_be_none(field.annotation, field.owner)):
                raise _Missing
        else:
            factory = field.default_factory
            if factory is not None and getattr(getattr(factory, "__code__", None), "co_argcount", 0) > len(
                getattr(factory, "__defaults__", None) or ()
            ) + hasattr(factory, "__self__"):
                raise Unknown("a default_factory that takes other values")
            raw = factory() if factory is not None else copied(field.default)
        always = field.options.get("validate_default")
        checked = config.get("validate_default", config.get("validate_all")) if always is None else always
        checked = checked or any(entry.options.get("always") for entry in decorated if name in entry.fields)
    if not checked:
        return raw
    if old and raw is None and field.default is None and not _may_be_none(field.annotation, field.owner):
        # pydantic 1: `name: str = None` takes None.
        annotation = None
    else:
        annotation = field.annotation
    for entry in _validators(decorated, name, "before", old):
        raw = _field_call(cls, entry, raw, name, values, config)
    if field.unknown():
        raise Unknown(f"Field({', '.join(field.unknown())}=...)")
    plain = _validators(decorated, name, "plain", old)
    if plain:
        raw = _field_call(cls, plain[-1], raw, name, values, config)
    elif not (annotation is None and raw is None):
        raw = constrained(convert(field.annotation if annotation is None else annotation, raw, field.owner, old), field.constraints())
    for entry in _validators(decorated, name, "after", old):
        raw = _field_call(cls, entry, raw, name, values, config)
    return raw


def _may_be_none(annotation, owner):
    annotation = kinds.resolved(annotation, owner)
    if kinds.is_annotated(annotation):
        annotation = kinds.origin(annotation)
    return kinds.is_any(annotation) or (kinds.is_union(annotation) and type(None) in kinds.arguments(annotation))


def _required(entry, function):
    code = getattr(function, "__code__", None)
    if code is None:
        return 1
    return code.co_argcount - len(getattr(function, "__defaults__", None) or ()) - entry.takes_class()


def _field_call(cls, entry, value, name, values, config):
    function = entry.function
    head = (cls,) if entry.takes_class() else ()
    if entry.options.get("each_item"):
        raise Unknown("a validator with each_item")
    if entry.kind == "field":
        if _required(entry, function) == 2:
            return called(lambda v: function(*head, v, Info(values, name, config)), value)
        return called(lambda v: function(*head, v), value)
    code = function.__code__
    more = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount][len(head) + 1 :]
    if set(more) - {"values"}:
        raise Unknown(f"a validator that takes {', '.join(more)}")
    named = {"values": values} if "values" in more or code.co_flags & 8 else {}
    if code.co_flags & 8:
        raise Unknown("a validator that takes **kwargs")
    return called(lambda v: function(*head, v, **named), value)


def _model_before(cls, entry, data, config):
    function = entry.function
    head = (cls,) if entry.takes_class() else ()
    tail = (Info(None, None, config),) if entry.kind == "model" and _required(entry, function) == 2 else ()
    made = called(lambda values: function(*head, values, *tail), data)
    if not isinstance(made, dict):
        _refuse(cls, f"model validator of {cls.__name__} that gives no dictionary")
    return made


def _old_root(cls, entry, made, unknown):
    values = _Data(cls)
    values.update(made)
    values.unknown = unknown
    try:
        given = called(lambda v: entry.function(cls, v), values)
    except Bad as bad:
        raise _error(cls, [(("__root__",), kind, message, value) for _, kind, message, value in bad.problems]) from bad.__cause__
    if not isinstance(given, dict):
        _refuse(cls, f"root validator of {cls.__name__} that gives no dictionary")
    return dict(dict.items(given))


def _model_after(cls, entry, instance, config):
    function = entry.function
    tail = (Info(None, None, config),) if _required(entry, function) == 2 and not entry.takes_class() else ()
    if entry.takes_class():
        _refuse(cls, f"model validator of {cls.__name__} after, as a class method")
    try:
        given = called(lambda self: function(self, *tail), instance)
    except Bad as bad:
        raise _error(cls, bad.problems) from bad.__cause__
    if given is not instance:
        _refuse(cls, f"model validator of {cls.__name__} that does not give self")
