"""Where settings come from: arguments before the environment before `.env` files before files of secrets."""
import os

from pydantic import _kinds as kinds
from pydantic._collect import fields_of
from pydantic._errors import SettingsError, Unknown
from pydantic._fields import AliasChoices, AliasPath
from pydantic._fill import NotRead, check_class, input_names
from pydantic._model import _refuse, config_of

_OPTIONS = ("env_file", "env_file_encoding", "env_prefix", "case_sensitive", "env_nested_delimiter", "env_ignore_empty", "secrets_dir")


class _Reader:
    def __init__(self, cls, options):
        self.cls, self.old = cls, cls.__limbeck_old__
        config = dict(config_of(cls))
        for name, value in options.items():
            if name[1:] not in _OPTIONS:
                if value in (None, False):
                    continue
                _refuse(cls, f"{cls.__name__}({name}=...)")
            if value is not None or name == "_env_file":
                config[name[1:]] = value
        self.config, self.fields = config, fields_of(cls)
        self.prefix = config.get("env_prefix") or ""
        self.delimiter = config.get("env_nested_delimiter")
        for name in ("settings_customise_sources", "customise_sources", "parse_env_var", "prepare_field"):
            if hasattr(cls, name) or name in config:
                _refuse(cls, f"{cls.__name__}.{name}")
        if config.get("env_file_depth"):
            _refuse(cls, f"configuration env_file_depth of {cls.__name__}")

    def key(self, name):
        return name if self.config.get("case_sensitive") else name.lower()

    def names(self, field):
        """Names of the environment for a field."""
        if self.old:
            given = (self.config.get("fields") or {}).get(field.name) or {}
            given = {"env": given} if isinstance(given, str) else given
            if field.options.get("validation_alias") is not None:
                _refuse(self.cls, f"validation_alias of {self.cls.__name__}.{field.name} with pydantic 1")
            if set(given) - {"env"}:
                _refuse(self.cls, f"Config.fields of {self.cls.__name__}")
            env = given.get("env") or field.options.get("env") or self.prefix + field.name
            return [self.key(name) for name in ([env] if isinstance(env, str) else env)]
        names = []
        alias = field.validation_alias if self.config.get("validate_by_alias") is not False else None
        for name in alias.choices if isinstance(alias, AliasChoices) else [alias]:
            if isinstance(name, AliasPath):
                _refuse(self.cls, f"AliasPath of field {self.cls.__name__}.{field.name}")
            if name is not None:
                names.append(self.key(name))
        if alias is None or self.config.get("populate_by_name") or self.config.get("validate_by_name"):
            names.append(self.key(self.prefix + field.name))
        return names

    def seen(self, variables):
        empty = self.config.get("env_ignore_empty") and not self.old
        return {self.key(name): value for name, value in variables.items() if not (empty and value == "")}

    def files(self):
        files = self.config.get("env_file")
        if files is None:
            return {}
        found = {}
        for file in [files] if _is_path(files) else files:
            path = os.path.expanduser(os.fspath(file))
            if os.path.isfile(path):
                from dotenv import dotenv_values

                found.update(self.seen(dotenv_values(path, encoding=self.config.get("env_file_encoding") or "utf-8")))
        return found

    def secrets(self):
        folders = self.config.get("secrets_dir")
        if folders is None:
            return {}
        found = {}
        for folder in [folders] if _is_path(folders) else folders:
            folder = os.path.expanduser(os.fspath(folder))
            if not os.path.exists(folder):
                continue
            if not os.path.isdir(folder):
                raise SettingsError(f"secrets_dir must reference a directory: {folder}")
            for name in os.listdir(folder):
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, encoding="utf-8") as file:
                        found[self.key(name)] = file.read().strip()
        return found

    def values(self, variables):
        """Field key to value, as far as `variables` has them."""
        found = {}
        for name, field in self.fields.items():
            try:
                value = self.value(field, variables)
            except Unknown as unknown:
                value = NotRead(f"{self.cls.__name__}.{name}", str(unknown))
            if value is not None:
                found[input_names(field, self.config)[0]] = value
        return found

    def value(self, field, variables):
        env = next((env for env in self.names(field) if variables.get(env) is not None), None)
        if not self.old and field.options.get("env"):
            given = field.options["env"]
            for name in [given] if isinstance(given, str) else given:
                if self.key(name) in variables and self.key(name) != env:
                    raise Unknown(f"Field(env={name!r}), which pydantic 1 reads and pydantic 2 does not")
        value = None if env is None else variables[env]
        surely = kinds.is_complex(field.annotation, field.owner)
        if not surely and not kinds.union_is_complex(field.annotation, field.owner):
            return value
        if value is None:
            return self.nested(field, variables) or None
        if not self.undecoded(field):
            import json

            try:
                value = json.loads(value)
            except ValueError as problem:
                if surely:
                    raise SettingsError(f'error parsing value for field "{field.name}" (of the environment or a .env file)') from problem
        if isinstance(value, dict):
            _merge(value, self.nested(field, variables))
            if not self.old and self.model(field.annotation, field.owner):
                value = self.recased(self.model(field.annotation, field.owner), value)
        return value

    def undecoded(self, field):
        annotation, metadata = field.annotation, []
        while kinds.is_annotated(annotation):
            metadata += annotation.__metadata__
            annotation = kinds.resolved(kinds.origin(annotation), field.owner)
        names = {getattr(entry, "__name__", "") for entry in metadata}
        return "NoDecode" in names or (self.config.get("enable_decoding") is False and "ForceDecode" not in names)

    @staticmethod
    def model(annotation, owner):
        annotation = kinds.resolved(annotation, owner)
        if kinds.is_union(annotation):
            parts = [part for part in kinds.arguments(annotation) if part is not type(None)]
            annotation = kinds.resolved(parts[0], owner) if len(parts) == 1 else None
        return annotation if kinds.is_model(annotation) else None

    def nested(self, field, variables):
        """Values for parts of a field: DB__HOST is the host of field db."""
        if not self.delimiter:
            return {}
        made = {}
        for start in self.names(field):
            start += self.delimiter
            for env, value in variables.items():
                if not env.startswith(start):
                    continue
                model = self.model(field.annotation, field.owner)
                if model is None:
                    raise Unknown("env_nested_delimiter for something that is not one model")
                *path, last = env[len(start) :].split(self.delimiter)
                place = made
                for part in path:
                    below = self.sub_field(model, part)
                    model = below and self.model(below.annotation, below.owner)
                    if model is None:
                        raise Unknown(f"env_nested_delimiter in {env}")
                    place = place.setdefault(part, {})
                    if not isinstance(place, dict):
                        raise Unknown(f"env_nested_delimiter in {env}")
                target = self.sub_field(model, last)
                complex_ = target is not None and (
                    kinds.is_complex(target.annotation, target.owner) or kinds.union_is_complex(target.annotation, target.owner)
                )
                if complex_ and self.old or last in place:
                    raise Unknown(f"env_nested_delimiter in {env}")
                if complex_ and value:
                    import json

                    try:
                        value = json.loads(value)
                    except ValueError as problem:
                        raise SettingsError(f'error parsing value for field "{field.name}"') from problem
                place[last] = value
        model = self.model(field.annotation, field.owner)
        return self.recased(model, made) if model and not self.old else made

    def sub_field(self, model, name):
        for field in fields_of(model).values():
            if field.validation_alias is not None:
                raise Unknown(f"an alias inside of {model.__name__}")
            if field.name == name or (not self.config.get("case_sensitive") and field.name.lower() == name.lower()):
                return field
        return None

    def recased(self, model, values):
        """Keys of the environment under the names of the fields, whose case may differ."""
        if self.config.get("case_sensitive"):
            return values
        made = {}
        for name, value in values.items():
            field = self.sub_field(model, name)
            below = field and self.model(field.annotation, field.owner)
            made[field.name if field else name] = self.recased(below, value) if below and isinstance(value, dict) else value
        return made

    def file_extras(self, variables, found):
        """What a `.env` file has beyond the fields: pydantic-settings 2 hands it on."""
        made = {}
        allowed = self.config.get("extra") != "forbid"
        prefix = self.key(self.prefix)
        for env, value in variables.items():
            if not value or env in found or (prefix and env in self.fields):
                continue
            if any(self.uses(field, env) for field in self.fields.values()):
                continue
            made[env[len(prefix) :] if allowed and env.startswith(prefix) else env] = value
        return made

    def uses(self, field, env):
        for name in self.names(field):
            if env == name:
                return True
            try:
                nested = kinds.is_complex(field.annotation, field.owner) or kinds.union_is_complex(field.annotation, field.owner)
            except Unknown:
                nested = True
            if nested and self.delimiter and env.startswith(name + self.delimiter):
                return True
        return False


def _is_path(value):
    return isinstance(value, str) or hasattr(value, "__fspath__")


def _merge(into, more):
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = value


def read_settings(cls, kwargs, options):
    """The data for the fields of a settings class."""
    check_class(cls)
    reader = _Reader(cls, options)
    environment, files = reader.seen(os.environ), reader.files()
    delimiter, reader.delimiter = reader.delimiter, None
    data = reader.values(reader.secrets())
    reader.delimiter = delimiter
    if reader.old:
        _merge(data, reader.values({**files, **environment}))
    else:
        found = reader.values(files)
        found.update(reader.file_extras(files, found))
        _merge(data, found)
        _merge(data, reader.values(environment))
    _merge(data, _by_key(cls, kwargs, reader))
    return data


def _by_key(cls, kwargs, reader):
    """Arguments under the first key of their fields, so that they replace what the environment has."""
    made = {}
    for name, value in kwargs.items():
        for field in reader.fields.values():
            keys = input_names(field, reader.config)
            if name in keys or not reader.old and reader.key(name) in map(reader.key, keys):
                name = keys[0]
                break
        made[name] = value
    return made
