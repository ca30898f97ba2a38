"""environs: typed getters of the environment and `.env` files. Rules as in environs 15."""
import os

from _limbeck_absent import Absent
from _limbeck_thirdparty._refuse import refuse

_TRUE = ("t", "T", "true", "True", "TRUE", "on", "On", "ON", "y", "Y", "yes", "Yes", "YES", "1", 1, True)
_FALSE = ("f", "F", "false", "False", "FALSE", "off", "Off", "OFF", "n", "N", "no", "No", "NO", "0", 0, False)


class EnvError(ValueError):
    """Base of the errors here."""


class EnvNotSetError(EnvError):
    pass


class EnvSealedError(TypeError, EnvError):
    pass


class ParserConflictError(ValueError):
    pass


class ValidationError(Exception):
    """For validators to raise."""

    def __init__(self, message, *args, **kwargs):
        super().__init__(message)
        self.messages = [message]


class EnvValidationError(EnvError):
    def __init__(self, message, error_messages):
        super().__init__(message)
        self.error_messages = error_messages


def _text(value):
    if not isinstance(value, (str, bytes)):
        raise ValidationError("Not a valid string.")
    return value.decode() if isinstance(value, bytes) else value


def _integer(value):
    try:
        return int(value)
    except (TypeError, ValueError):
        raise ValidationError("Not a valid integer.") from None


def _number(value):
    try:
        made = float(value)
    except (TypeError, ValueError):
        raise ValidationError("Not a valid number.") from None
    if made != made or made in (float("inf"), float("-inf")):
        raise ValidationError("Special numeric values (nan or infinity) are not permitted.")
    return made


def _truth(value):
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise ValidationError("Not a valid boolean.")


def _path(value):
    from pathlib import Path

    return Path(_text(value))


def _json(value):
    import json

    try:
        return json.loads(value)
    except ValueError:
        raise ValidationError("Not valid JSON.") from None


def _uuid(value):
    import uuid

    try:
        return uuid.UUID(value)
    except (ValueError, AttributeError, TypeError):
        raise ValidationError("Not a valid UUID.") from None


_CASTS = {str: _text, int: _integer, float: _number, bool: _truth, None: lambda value: value}


def _cast(subcast):
    if subcast in _CASTS:
        return _CASTS[subcast]
    if isinstance(subcast, type) and subcast.__module__ != "builtins" or not callable(subcast):
        refuse("environs", f"subcast={subcast!r}")
    return subcast


def _list(value, subcast=None, delimiter=","):
    cast = _cast(subcast)
    parts = value.split(delimiter) if value else []
    return [cast(part) for part in parts]


def _dict(value, subcast_keys=None, subcast_values=None, delimiter=",", key_value_delimiter="="):
    if subcast_keys is not None or subcast_values is not None:
        keys, values = _cast(subcast_keys), _cast(subcast_values)
    else:
        keys = values = _cast(None)
    made = {}
    for part in value.split(delimiter) if value else []:
        key, found, item = part.partition(key_value_delimiter)
        if not found:
            raise ValueError("not enough values to unpack (expected 2, got 1)")
        made[keys(key.strip())] = values(item.strip())
    return made


def _getter(name, convert, options=()):
    def method(self, key, default=..., subcast=None, *, validate=None, **kwargs):
        if self._sealed:
            raise EnvSealedError("Env has already been sealed. New values cannot be parsed.")
        if set(kwargs) - set(options) or subcast is not None and name != "list":
            refuse("environs", f"Env.{name}() with {', '.join(kwargs) or 'subcast'}")
        key = (self._prefix or "") + key
        value = self._get_value(key, ...)
        if value is ...:
            if default is ...:
                return self._failed(key, EnvNotSetError(f'Environment variable "{key}" not set'), ["Environment variable not set."])
            return default
        if self.expand_vars and ("$" in value):
            refuse("environs", f"expand_vars with a $ in {key}")
        if subcast is not None:
            kwargs["subcast"] = subcast
        try:
            made = convert(value, **kwargs)
            for check in () if validate is None else validate if isinstance(validate, (list, tuple)) else (validate,):
                self._check(name, check, made)
        except ValidationError as error:
            wrong = EnvValidationError(f'Environment variable "{key}" invalid: {error.messages}', error.messages)
            return self._failed(key, wrong, error.messages)
        return made

    method.__name__ = name
    return method


class Env:
    """Reads the environment; what read_env() found stands behind it."""

    def __init__(self, *, eager=True, expand_vars=False, prefix=None):
        self.eager, self.expand_vars, self._prefix = eager, expand_vars, prefix
        self._sealed, self._errors, self._environ, self._parsers, self._conflicts = False, {}, {}, {}, {}

    __call__ = _getter("__call__", lambda value: value)
    int = _getter("int", _integer)
    bool = _getter("bool", _truth)
    str = _getter("str", _text)
    float = _getter("float", _number)
    list = _getter("list", _list, ("delimiter",))
    dict = _getter("dict", _dict, ("subcast_keys", "subcast_values", "delimiter", "key_value_delimiter"))
    json = _getter("json", _json)
    path = _getter("path", _path)
    uuid = _getter("uuid", _uuid)

    def _failed(self, key, error, messages):
        if self.eager:
            raise error
        self._errors.setdefault(key, []).extend(messages)
        return None

    @staticmethod
    def _check(name, check, value):
        """A validator of the project's: what it returns does not matter, unless it is False."""
        if not callable(check) or type(check).__name__ == "Absent":
            refuse("environs", f"Env.{name}() with validate={check!r}")
        if check(value) is False:
            raise ValidationError("Invalid value.")

    def _get_value(self, key, default):
        found = os.environ.get(key, ...)
        if found is ... or isinstance(found, Absent):
            return self._environ.get(key, default)
        if self._conflicts.get(key, found) != found:
            refuse("environs", f"{key} from the environment and, with read_env(override=True), from a file")
        return found

    def read_env(self, path=None, *, recurse=True, override=False, return_path=False, verbose=False):
        """Reads a `.env` file, sought from the folder of the calling file upwards."""
        import dotenv

        if path is None:
            folder, name = dotenv._callers_folder(), ".env"
        elif os.path.isdir(path):
            raise ValueError("path must be a filename, not a directory.")
        else:
            folder, name = os.path.split(os.fspath(path))
            folder = folder or os.getcwd()
        if recurse:
            found = dotenv._upwards(os.path.abspath(folder), name)
        else:
            found = os.path.join(folder, name)
            found = found if os.path.isfile(found) else ""
        if found:
            for key, value in dotenv.dotenv_values(found).items():
                if value is None:
                    continue
                if override or key not in self._environ:
                    self._environ[key] = value
                # Versions of environs differ here: before 15, the values went into os.environ.
                if key not in os.environ:
                    os.environ[key] = Absent(f"os.environ[{key!r}] after Env.read_env()", "environs")
                elif override and not isinstance(os.environ[key], Absent):
                    self._conflicts[key] = value
        return (found or None) if return_path else bool(found)

    def prefixed(self, prefix):
        return _Prefixed(self, prefix)

    def seal(self):
        self._sealed = True
        if self._errors:
            errors, self._errors = self._errors, {}
            raise EnvValidationError(f"Environment variables invalid: {errors}", errors)

    def add_parser(self, name, function):
        if hasattr(type(self), name) or name in self._parsers:
            raise ParserConflictError(f"Env already has a method with name '{name}'. Use a different name.")
        self._parsers[name] = function

    def parser_for(self, name):
        def decorate(function):
            self.add_parser(name, function)
            return function

        return decorate

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if name in self._parsers:
            return lambda *args, **kwargs: _parsed(self, name, self._parsers[name], *args, **kwargs)
        refuse("environs", f"Env.{name}")


def _parsed(env, name, function, key, default=..., **kwargs):
    """A parser of the project's: it gets the default too."""
    if env._sealed:
        raise EnvSealedError("Env has already been sealed. New values cannot be parsed.")
    key = (env._prefix or "") + key
    value = env._get_value(key, default)
    if value is ...:
        return env._failed(key, EnvNotSetError(f'Environment variable "{key}" not set'), ["Environment variable not set."])
    if env.expand_vars and isinstance(value, str) and "$" in value:
        refuse("environs", f"expand_vars with a $ in {key}")
    try:
        return function(value, **kwargs)
    except (EnvError, ValidationError) as error:
        messages = error.messages if isinstance(error, ValidationError) else [error.args[0]]
        return env._failed(key, EnvValidationError(f'Environment variable "{key}" invalid: {error.args[0]}', messages), messages)


class _Prefixed:
    def __init__(self, env, prefix):
        self.env, self.prefix = env, prefix

    def __enter__(self):
        self.before = self.env._prefix
        self.env._prefix = (self.before or "") + self.prefix
        return self.env

    def __exit__(self, *exc):
        # As in environs: an exception takes all prefixes off.
        self.env._prefix = self.before if exc[0] is None else None


env = Env()


def __getattr__(name):
    if name.startswith("__") and name.endswith("__"):
        raise AttributeError(name)
    return Absent(f"environs.{name}", "environs")
