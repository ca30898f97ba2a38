"""Loggers that hand their records to limbeck's own: levels, format and stream are decided there."""
import _limbeck

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_LEVELS = {name: level for level, name in _NAMES.items()}
_LEVELS.update(WARN=30, FATAL=50)
raiseExceptions = True
lastResort = None


def getLevelName(level):
    if isinstance(level, str):
        return _LEVELS.get(level, f"Level {level}")
    return _NAMES.get(level, f"Level {level}")


def getLevelNamesMapping():
    return dict(_LEVELS)


def addLevelName(level, name):
    _NAMES[level] = name
    _LEVELS[name] = level


def _number(level):
    if isinstance(level, int):
        return level
    if level not in _LEVELS:
        raise ValueError(f"Unknown level: {level!r}")
    return _LEVELS[level]


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)


class Logger(Filterer):
    """A name. Records go to limbeck's logger of that name."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = level
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _number(level)
        _limbeck.log_set_level("" if self.name == "root" else self.name, self.level)

    def isEnabledFor(self, level):
        return not self.disabled and _limbeck.log_enabled(self.name, level)

    def getEffectiveLevel(self):
        for level in (DEBUG, INFO, WARNING, ERROR, CRITICAL):
            if self.isEnabledFor(level):
                return level
        return CRITICAL

    def hasHandlers(self):
        return True

    def addHandler(self, handler):
        self.handlers.append(handler)

    def removeHandler(self, handler):
        if handler in self.handlers:
            self.handlers.remove(handler)

    def getChild(self, suffix):
        return getLogger(suffix if self.name == "root" else f"{self.name}.{suffix}")

    def log(self, level, msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None):
        if not self.isEnabledFor(level):
            return
        text = str(msg)
        if args:
            text = text % (args[0] if len(args) == 1 and isinstance(args[0], dict) else args)
        if exc_info:
            import traceback

            text = text + "\n" + traceback.format_exc().rstrip()
        _limbeck.log(self.name, level, text)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    fatal = critical


class LoggerAdapter:
    def __init__(self, logger, extra=None):
        self.logger, self.extra = logger, extra

    def __getattr__(self, name):
        return getattr(self.logger, name)


root = Logger("root", WARNING)
_loggers = {}


class _Manager:
    loggerDict = _loggers
    disable = 0


Logger.manager = _Manager()
Logger.root = root


def getLogger(name=None):
    if not name or name == "root":
        return root
    if name not in _loggers:
        logger = _loggers[name] = Logger(name)
        logger.parent = root
    return _loggers[name]


def getLoggerClass():
    return Logger


def setLoggerClass(cls):
    pass


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._fmt, self.datefmt = fmt or "%(message)s", datefmt


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return True


class Handler(Filterer):
    """Accepted and remembered; where records go is decided by the configuration."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self.level, self.formatter = level, None

    def setLevel(self, level):
        self.level = _number(level)

    def setFormatter(self, formatter):
        self.formatter = formatter

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream


class NullHandler(Handler):
    pass


class FileHandler(Handler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__()
        self.baseFilename = filename


def basicConfig(*, level=None, format=None, datefmt=None, stream=None, handlers=None, force=False, **kwargs):
    import sys

    formatter = next((h.formatter for h in handlers or () if h.formatter), None)
    if formatter is not None:
        format, datefmt = formatter._fmt, formatter.datefmt
    stream = stream or next((getattr(h, "stream", None) for h in handlers or ()), None)
    stdout = stream is not None and stream is sys.stdout
    _limbeck.log_basic_config(None if level is None else _number(level), format, datefmt, stdout)


def disable(level=CRITICAL):
    pass


def captureWarnings(capture):
    pass


def shutdown():
    pass


def debug(msg, *args, **kwargs):
    root.debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    root.info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    root.warning(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    root.error(msg, *args, **kwargs)


def exception(msg, *args, **kwargs):
    root.exception(msg, *args, **kwargs)


def critical(msg, *args, **kwargs):
    root.critical(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    root.log(level, msg, *args, **kwargs)
