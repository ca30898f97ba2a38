"""The configuration, as env.py sees it."""

import _limbeck

from . import _state


def running():
    """The configuration of the run."""
    if _state.config is None:
        _state.config = Config._running()
    return _state.config


class Config:
    """alembic.ini, pyproject.toml, and what was set since."""

    toml_file_name = None

    def __init__(self, *args, **kw):
        from sqlalchemy._core import unsupported

        raise unsupported("Config()", "inside of a run, use context.config")

    @classmethod
    def _running(cls):
        self = object.__new__(cls)
        self.config_file_name = _limbeck.config_file_name()
        self.config_ini_section = _limbeck.config_section_name()
        return self

    @property
    def attributes(self):
        return _limbeck.config_attributes()

    @property
    def cmd_opts(self):
        given = _limbeck.config_cmd_opts()
        return None if given is None else CommandOptions(given)

    def get_main_option(self, name, default=None):
        return self.get_section_option(self.config_ini_section, name, default)

    def get_alembic_option(self, name, default=None):
        return self.get_main_option(name, default)

    def get_alembic_boolean_option(self, name):
        value = self.get_main_option(name)
        return value is not None and value.lower() == "true"

    def get_section_option(self, section, name, default=None):
        value = _limbeck.config_get(section, name)
        return default if value is None else value

    def get_section(self, name, default=None):
        value = _limbeck.config_section(name)
        if value is None:
            return default
        return dict(value)

    def set_main_option(self, name, value):
        self.set_section_option(self.config_ini_section, name, value)

    def set_section_option(self, section, name, value):
        if not isinstance(value, str):
            raise TypeError("option values must be strings")
        _limbeck.config_set(section, name, value)

    def remove_main_option(self, name):
        _limbeck.config_set(self.config_ini_section, name, None)

    def print_stdout(self, text, *arg):
        _limbeck.print_stdout(str(text) % arg if arg else str(text))

    @property
    def file_config(self):
        return FileConfig(self)

    @property
    def config_args(self):
        return {}

    def get_template_directory(self):
        from sqlalchemy._core import unsupported

        raise unsupported("Config.get_template_directory()")


class FileConfig:
    """As much of a ConfigParser as env.py files use."""

    def __init__(self, config):
        self._config = config

    def has_section(self, name):
        return _limbeck.config_section(name) is not None

    def has_option(self, section, name):
        return _limbeck.config_get(section, name) is not None

    def get(self, section, name, raw=False, vars=None, fallback=None):
        value = _limbeck.config_get(section, name)
        return fallback if value is None else value

    def items(self, section):
        return list((_limbeck.config_section(section) or {}).items())

    def set(self, section, name, value):
        _limbeck.config_set(section, name, value)

    def __getitem__(self, name):
        section = _limbeck.config_section(name)
        if section is None:
            raise KeyError(name)
        return dict(section)

    def __contains__(self, name):
        return self.has_section(name)


class CommandOptions:
    """The command line's options, as attributes."""

    def __init__(self, given):
        self.__dict__.update(given)

    def __contains__(self, name):
        return name in self.__dict__

    def __repr__(self):
        return "Namespace(%s)" % ", ".join(["%s=%r" % item for item in self.__dict__.items()])
