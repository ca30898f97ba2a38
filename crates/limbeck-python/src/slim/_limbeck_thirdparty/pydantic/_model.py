"""`BaseModel`: a class whose annotations are fields. Nothing is looked at before an instance is made, but for settings."""
from pydantic._errors import Bad, PydanticUserError, Unknown, ValidationError
from pydantic._fields import is_computed


def _refuse(cls, construct):
    from _limbeck_thirdparty._refuse import refuse

    refuse("pydantic_settings" if getattr(cls, "__limbeck_settings__", False) else "pydantic", construct)


class BaseModel:
    model_config = {}
    __limbeck_root__ = True
    __limbeck_config__ = {"extra": "ignore"}
    __limbeck_settings__ = False
    __limbeck_old__ = False

    def __init_subclass__(cls, **options):
        super().__init_subclass__()
        cls.__limbeck_options__ = options
        if cls.__limbeck_settings__ and "__limbeck_root__" not in cls.__dict__:
            from pydantic._collect import strip

            strip(cls)

    def __new__(cls, *args, **data):
        # Here, because such a base may stand before this one and bring an __init__ of its own.
        if any(base.__name__ == "AbsentBase" for base in cls.__mro__):
            _refuse(cls, f"{cls.__name__} with a base class that could not be imported")
        return object.__new__(cls)

    def __init__(self, **data):
        self.__limbeck_fill__(data)

    @classmethod
    def __limbeck_from__(cls, value, old):
        """An instance for a field of this type, which may be in a class of pydantic 1 (`old`)."""
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            raise Bad("model_type", f"Input should be a valid dictionary or instance of {cls.__name__}", value)
        if cls.__limbeck_settings__ or cls.__init__ is not BaseModel.__init__:
            raise Unknown(f"{cls.__name__} inside of another model (it has an __init__ of its own)")
        made = cls.__new__(cls)
        try:
            made.__limbeck_fill__(value, old)
        except ValidationError as error:
            raise Bad.of([(at["loc"], at["type"], at["msg"], at.get("input")) for at in error._problems]) from None
        return made

    def __limbeck_fill__(self, data, old=None):
        from pydantic._fill import fill

        fill(self, data, self.__limbeck_old__ if old is None else old)

    def __getattr__(self, name):
        unknown = self.__dict__.get("__limbeck_unknown__") or {}
        if name in unknown:
            _refuse(type(self), f"field {type(self).__name__}.{name}: {unknown[name]}")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __setattr__(self, name, value):
        from pydantic._collect import fields_of

        cls = type(self)
        if name.startswith("_") or isinstance(getattr(cls, name, None), property):
            return object.__setattr__(self, name, value)
        config = config_of(cls)
        field = fields_of(cls).get(name)
        if field is None and config.get("extra") != "allow":
            raise ValueError(f'"{cls.__name__}" object has no field "{name}"')
        if config.get("validate_assignment"):
            _refuse(cls, f"{cls.__name__}.{name} = ... with validate_assignment")
        if config.get("frozen") or (field is not None and field.options.get("frozen")) or config.get("allow_mutation") is False:
            raise ValidationError(cls.__name__, [{"type": "frozen_instance", "loc": (name,), "msg": "Instance is frozen", "input": value}])
        self.__dict__.get("__limbeck_unknown__", {}).pop(name, None)
        object.__setattr__(self, name, value)
        self.__dict__.get("__limbeck_set__", set()).add(name)

    def _shown(self):
        """Names and values, in order; refuses when one of them is not known."""
        for name, why in (self.__dict__.get("__limbeck_unknown__") or {}).items():
            _refuse(type(self), f"field {type(self).__name__}.{name}: {why}")
        from pydantic._collect import fields_of

        names = [name for name in fields_of(type(self)) if name in self.__dict__]
        names += [name for name in self.__dict__.get("__limbeck_extra__", ()) if name not in names]
        return {name: self.__dict__[name] for name in names}

    def model_dump(self, *, mode="python", include=None, exclude=None, exclude_none=False, exclude_unset=False, by_alias=False, **options):
        if mode != "python" or by_alias or options:
            _refuse(type(self), f"{type(self).__name__}.model_dump() with {', '.join(['mode', 'by_alias', *options])}")
        if not all(part is None or isinstance(part, (set, frozenset, list, tuple)) for part in (include, exclude)):
            _refuse(type(self), f"{type(self).__name__}.model_dump() with nested include or exclude")
        from pydantic._collect import decorated_of

        if any(entry.kind == "serializer" for entry in decorated_of(type(self)).values()):
            _refuse(type(self), f"{type(self).__name__}.model_dump() with serializers")
        values = self._shown()
        fields = [name for name in values if not exclude_unset or name in self.model_fields_set]
        described = type(self).model_fields
        values = {name: values[name] for name in fields if name not in described or not described[name].options.get("exclude")}
        if not self.__limbeck_old__:
            for name in _computed(type(self)):
                values[name] = getattr(self, name)
        kept = (name for name in values if (include is None or name in include) and (exclude is None or name not in exclude))
        return {name: _dumped(values[name]) for name in kept if not (exclude_none and values[name] is None)}

    dict = model_dump

    def __iter__(self):
        return iter(self._shown().items())

    def __eq__(self, other):
        return type(self) is type(other) and self._shown() == other._shown()

    __hash__ = object.__hash__

    def __repr__(self):
        unknown = self.__dict__.get("__limbeck_unknown__") or {}
        parts = [f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_")]
        return f"{type(self).__name__}({', '.join(parts + [f'{name}=<not known>' for name in unknown])})"

    def __str__(self):
        return repr(self)[len(type(self).__name__) + 1 : -1].replace(", ", " ")

    @property
    def model_fields_set(self):
        return set(self.__dict__.get("__limbeck_set__", ()))

    def model_copy(self, *, update=None, deep=False):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        for name in ("__limbeck_set__", "__limbeck_unknown__"):
            made.__dict__[name] = self.__dict__[name].copy()
        for name, value in (update or {}).items():
            made.__dict__[name] = value
        return made

    copy = model_copy

    @classmethod
    def model_validate(cls, value, **options):
        if options:
            _refuse(cls, f"{cls.__name__}.model_validate() with {', '.join(options)}")
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            _refuse(cls, f"{cls.__name__}.model_validate() of something that is not a dictionary")
        return cls(**value)

    parse_obj = model_validate

    @classmethod
    def model_rebuild(cls, **options):
        """Annotations are only looked at when an instance is made."""

    @classmethod
    def update_forward_refs(cls, **names):
        if names:
            _refuse(cls, f"{cls.__name__}.update_forward_refs() with names")


def _dumped(value):
    if isinstance(value, BaseModel):
        return value.model_dump()
    if type(value) in (list, tuple, set, frozenset):
        return type(value)(_dumped(item) for item in value)
    if type(value) is dict:
        return {key: _dumped(item) for key, item in value.items()}
    return value


def _computed(cls):
    found = {}
    for base in reversed(cls.__mro__):
        for name, value in base.__dict__.items():
            if is_computed(value):
                found[name] = True
    return found


class _Fields:
    """`Model.model_fields`: on the class."""

    def __get__(self, instance, owner):
        from pydantic._collect import fields_of

        return fields_of(owner)


BaseModel.model_fields = BaseModel.__fields__ = _Fields()


def config_of(cls):
    """The configuration, from all bases: `model_config`, an inner `class Config`, and arguments of the class."""
    if "__limbeck_merged__" in cls.__dict__:
        return cls.__limbeck_merged__
    made = {}
    for base in reversed(cls.__mro__):
        space = base.__dict__
        made.update(space.get("__limbeck_config__") or {})
        given = space.get("model_config")
        if given is not None and not isinstance(given, dict):
            _refuse(cls, f"model_config of {base.__name__}")
        made.update(given or {})
        old = space.get("Config")
        if old is not None and issubclass(base, BaseModel):
            if not isinstance(old, type):
                _refuse(cls, f"Config of {base.__name__}")
            if given:
                raise PydanticUserError('"Config" and "model_config" cannot be used together')
            for part in reversed(old.__mro__):
                made.update({name: value for name, value in part.__dict__.items() if not name.startswith("__")})
        made.update(space.get("__limbeck_options__") or {})
    cls.__limbeck_merged__ = made
    return made

