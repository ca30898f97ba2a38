"""python-decouple. Rules as in python-decouple 3.8: the environment, else settings.ini or .env, else the default."""
import os
import sys

DEFAULT_ENCODING = "UTF-8"
TRUE_VALUES = {"y", "yes", "t", "true", "on", "1"}
FALSE_VALUES = {"n", "no", "f", "false", "off", "0"}


def strtobool(value):
    if isinstance(value, bool):
        return value
    if value.lower() in TRUE_VALUES:
        return True
    if value.lower() in FALSE_VALUES:
        return False
    raise ValueError("Invalid truth value: " + value.lower())


class UndefinedValueError(Exception):
    pass


class Undefined:
    pass


undefined = Undefined()


class RepositoryEmpty:
    """No file: nothing is set but in the environment."""

    def __init__(self, source="", encoding=DEFAULT_ENCODING):
        pass

    def __contains__(self, key):
        return False

    def __getitem__(self, key):
        return None


class RepositoryEnv(RepositoryEmpty):
    """A `.env` file: lines of KEY=value, one pair of quotes taken off, no escapes and no comments behind values."""

    def __init__(self, source, encoding=DEFAULT_ENCODING):
        self.data = {}
        with open(source, encoding=encoding) as file:
            for line in file:
                key, equals, value = line.strip().partition("=")
                if not equals or key.startswith("#"):
                    continue
                value = value.strip()
                if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
                    value = value[1:-1]
                self.data[key.strip()] = value

    def __contains__(self, key):
        return key in os.environ or key in self.data

    def __getitem__(self, key):
        return self.data[key]


class RepositoryIni(RepositoryEmpty):
    """Section [settings] of an ini file."""

    SECTION = "settings"

    def __init__(self, source, encoding=DEFAULT_ENCODING):
        from configparser import ConfigParser

        self.parser = ConfigParser()
        with open(source, encoding=encoding) as file:
            self.parser.read_file(file)

    def __contains__(self, key):
        return key in os.environ or self.parser.has_option(self.SECTION, key)

    def __getitem__(self, key):
        from configparser import NoOptionError

        try:
            return self.parser.get(self.SECTION, key)
        except NoOptionError:
            raise KeyError(key) from None


class RepositorySecret(RepositoryEmpty):
    """A folder of files: the name is the key, the text the value."""

    def __init__(self, source="/run/secrets/"):
        self.data = {}
        for name in os.listdir(source):
            with open(os.path.join(source, name)) as file:
                self.data[name] = file.read()

    __contains__ = RepositoryEnv.__contains__
    __getitem__ = RepositoryEnv.__getitem__


class Config:
    def __init__(self, repository):
        self.repository = repository

    @staticmethod
    def _cast_boolean(value):
        value = str(value)
        return strtobool(value) if value else False

    def get(self, option, default=undefined, cast=undefined):
        if option in os.environ:
            value = os.environ[option]
        elif option in self.repository:
            value = self.repository[option]
        elif isinstance(default, Undefined):
            raise UndefinedValueError(f"{option} not found. Declare it as envvar or define a default value.")
        else:
            value = default
        if isinstance(cast, Undefined):
            return value
        return self._cast_boolean(value) if cast is bool else cast(value)

    def __call__(self, *args, **kwargs):
        return self.get(*args, **kwargs)


class AutoConfig:
    """Seeks the file from the folder of the file that first asks, upwards (not in the root)."""

    SUPPORTED = {"settings.ini": RepositoryIni, ".env": RepositoryEnv}
    encoding = DEFAULT_ENCODING

    def __init__(self, search_path=None):
        self.search_path = search_path
        self.config = None

    def _find_file(self, path):
        while True:
            for name in self.SUPPORTED:
                if os.path.isfile(os.path.join(path, name)):
                    return os.path.join(path, name)
            path = os.path.dirname(path)
            if path in ("", "/"):
                return ""

    def _load(self, path):
        file = self._find_file(os.path.abspath(path))
        repository = self.SUPPORTED.get(os.path.basename(file), RepositoryEmpty)
        self.config = Config(repository(file, encoding=self.encoding))

    def __call__(self, *args, **kwargs):
        if not self.config:
            self._load(self.search_path or os.path.dirname(sys._getframe(1).f_code.co_filename))
        return self.config(*args, **kwargs)


config = AutoConfig()


class Csv:
    """A cast to a list of parts, quotes as in a shell."""

    def __init__(self, cast=str, delimiter=",", strip=" \t\n\r\x0b\x0c", post_process=list):
        self.cast, self.delimiter, self.strip, self.post_process = cast, delimiter, strip, post_process

    def __call__(self, value):
        if value is None:
            return self.post_process()
        from shlex import shlex

        splitter = shlex(value, posix=True)
        splitter.whitespace = self.delimiter
        splitter.whitespace_split = True
        return self.post_process(self.cast(part.strip(self.strip)) for part in splitter)


class Choices:
    """A cast that lets only some values pass."""

    def __init__(self, flat=None, cast=str, choices=None):
        self.flat, self.cast, self.choices = flat or [], cast, choices or []
        self._valid_values = [*self.flat, *(value for value, _ in self.choices)]

    def __call__(self, value):
        made = self.cast(value)
        if made not in self._valid_values:
            raise ValueError(f"Value not in list: {value!r}; valid values are {self._valid_values!r}")
        return made
