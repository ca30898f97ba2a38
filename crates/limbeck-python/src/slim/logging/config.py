"""`fileConfig`, which limbeck reads, and `dictConfig`."""
import logging
import os
import sys

import _limbeck

_STREAMS = {"ext://sys.stdout": "stdout", "ext://sys.stderr": "stderr"}


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    if not isinstance(fname, (str, os.PathLike)):
        raise TypeError("limbeck reads logging configuration from a file: give fileConfig() its name")
    _limbeck.log_file_config(os.fspath(fname), bool(disable_existing_loggers))


def dictConfig(config):
    if config.get("version") != 1:
        raise ValueError(f"Unsupported version: {config.get('version')!r}" if "version" in config else "dictionary doesn't specify a version")
    incremental = config.get("incremental", False)
    formatters = {} if incremental else _each("formatter", config.get("formatters"), _formatter)
    handlers = {} if incremental else _each("handler", config.get("handlers"), lambda options: _handler(options, formatters))
    left = set(_limbeck.log_names())
    children = set()
    for name, options in (config.get("loggers") or {}).items():
        if name in left:
            children |= {other for other in left if other.startswith(name + ".")}
            left.discard(name)
        logger = logging.getLogger(name)
        _logger("logger", name, logger, options, handlers, incremental)
        logger.disabled = False
        if options.get("propagate") is not None:
            logger.propagate = options["propagate"]
    if not incremental:
        _limbeck.log_leave_behind(sorted(left), sorted(children), bool(config.get("disable_existing_loggers", True)))
    if config.get("root"):
        _logger("root", None, logging.root, config["root"], handlers, incremental)


def _each(kind, described, make):
    made = {}
    for name, options in (described or {}).items():
        try:
            made[name] = make(options)
        except Exception as error:
            raise ValueError(f"Unable to configure {kind} {name!r}") from error
    return made


def _formatter(options):
    return logging.Formatter(options.get("format"), options.get("datefmt"), options.get("style", "%"))


def _handler(options, formatters):
    kind = str(options.get("class", "logging.StreamHandler")).rpartition(".")[2]
    if kind in ("FileHandler", "RotatingFileHandler", "TimedRotatingFileHandler", "WatchedFileHandler"):
        handler = logging.FileHandler(options["filename"], options.get("mode", "a"))
    elif kind == "NullHandler":
        handler = logging.NullHandler()
    else:
        stream = options.get("stream")
        handler = logging.StreamHandler(getattr(sys, _STREAMS.get(stream, "stderr")) if isinstance(stream, str) else stream)
    if options.get("formatter") is not None:
        handler.setFormatter(formatters[options["formatter"]])
    if options.get("level") is not None:
        handler.setLevel(options["level"])
    return handler


def _logger(kind, name, logger, options, handlers, incremental):
    try:
        if options.get("level") is not None:
            logger.setLevel(options["level"])
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        _limbeck.log_clear_handlers(logger.name)
        for handler in options.get("handlers") or ():
            if handler not in handlers:
                raise ValueError(f"Unable to add handler {handler!r}")
            logger.addHandler(handlers[handler])
    except Exception as error:
        raise ValueError("Unable to configure root logger" if kind == "root" else f"Unable to configure logger {name!r}") from error
