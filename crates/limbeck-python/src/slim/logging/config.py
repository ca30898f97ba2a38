"""`fileConfig` and `dictConfig`, read by limbeck."""
import logging
import os

import _limbeck


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    if not isinstance(fname, (str, os.PathLike)):
        raise TypeError("limbeck reads logging configuration from a file: give fileConfig() its name")
    _limbeck.log_file_config(os.fspath(fname))


def dictConfig(config):
    formatters = config.get("formatters") or {}
    first = next(iter(formatters.values()), {})
    root = config.get("root") or {}
    _limbeck.log_basic_config(logging._number(root.get("level", "WARNING")), first.get("format"), first.get("datefmt"), False)
    for name, options in (config.get("loggers") or {}).items():
        if "level" in options:
            logging.getLogger(name).setLevel(options["level"])
