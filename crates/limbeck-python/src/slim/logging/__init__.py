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
        self.handlers = []
        self._propagate, self._disabled = True, False
        _limbeck.log_touch(name)

    @property
    def propagate(self):
        return self._propagate

    @propagate.setter
    def propagate(self, value):
        self._propagate = bool(value)
        _limbeck.log_set_flags(self.name, self._propagate, self._disabled)

    @property
    def disabled(self):
        return self._disabled

    @disabled.setter
    def disabled(self, value):
        self._disabled = bool(value)
        _limbeck.log_set_flags(self.name, self._propagate, self._disabled)

    def setLevel(self, level):
        self.level = _number(level)
        _limbeck.log_set_level(self.name, self.level)

    def isEnabledFor(self, level):
        return _limbeck.log_enabled(self.name, level)

    def getEffectiveLevel(self):
        for level in (DEBUG, INFO, WARNING, ERROR, CRITICAL):
            if self.isEnabledFor(level):
                return level
        return CRITICAL

    def hasHandlers(self):
        name = self.name
        while not _limbeck.log_has_handlers(name):
            if name == "root" or not getLogger(name).propagate:
                return False
            name = name.rpartition(".")[0] or "root"
        return True

    def addHandler(self, handler):
        if handler not in self.handlers:
            self.handlers.append(handler)
        _limbeck.log_attach(self.name, handler._number(), True)

    def removeHandler(self, handler):
        if handler in self.handlers:
            self.handlers.remove(handler)
            _limbeck.log_attach(self.name, handler._number(), False)

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
        if style not in ("%", "{", "$"):
            raise ValueError("Style must be one of: %,{,$")
        self._fmt, self.datefmt, self._style_sign = fmt, datefmt, style


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return True


class Handler(Filterer):
    """A description that limbeck's logger works by. What a class of the project's own would do with a record is not done: the record goes
    to standard error instead, so that it is not lost."""

    _target = "stderr"
    _file = None
    _append = True

    def __init__(self, level=NOTSET):
        super().__init__()
        self.level, self.formatter, self._id = _number(level), None, 0

    def _number(self):
        """The number that limbeck's logger knows it by."""
        if not self._id:
            self._tell()
        return self._id

    def _tell(self):
        formatter = self.formatter
        form = (None, None, "%") if formatter is None else (formatter._fmt, formatter.datefmt, formatter._style_sign)
        target = self._target
        if target == "file":
            target = f"{'append' if self._append else 'file'}:{self._file}"
        self._id = _limbeck.log_handler(self._id, target, self.level, *form)

    def setLevel(self, level):
        self.level = _number(level)
        if self._id:
            self._tell()

    def setFormatter(self, formatter):
        self.formatter = formatter
        if self._id:
            self._tell()

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    def __init__(self, stream=None):
        import sys

        super().__init__()
        self.stream = sys.stderr if stream is None else stream
        if self.stream is sys.stdout:
            self._target = "stdout"

    def setStream(self, stream):
        import sys

        self.stream = stream
        self._target = "stdout" if stream is sys.stdout else "stderr"
        if self._id:
            self._tell()


class NullHandler(Handler):
    _target = "null"


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        import os

        super().__init__()
        self._target, self._file, self._append = "file", os.fspath(filename), mode != "w"
        self.baseFilename, self.mode = os.path.abspath(self._file), mode
        if not delay:
            self._tell()


_BASIC_FORMATS = {
    "%": "%(levelname)s:%(name)s:%(message)s",
    "{": "{levelname}:{name}:{message}",
    "$": "${levelname}:${name}:${message}",
}
BASIC_FORMAT = _BASIC_FORMATS["%"]


def basicConfig(*, level=None, format=None, datefmt=None, style="%", stream=None, filename=None, filemode="a", handlers=None, force=False,
                encoding=None, errors=None):
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
        _limbeck.log_clear_handlers("root")
    if _limbeck.log_has_handlers("root"):
        return
    if stream is not None and filename is not None:
        raise ValueError("'stream' and 'filename' should not be specified together")
    if handlers is None:
        handlers = [StreamHandler(stream) if filename is None else FileHandler(filename, filemode)]
    elif stream is not None or filename is not None:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if style not in _BASIC_FORMATS:
        raise ValueError("Style must be one of: %,{,$")
    formatter = Formatter(_BASIC_FORMATS[style] if format is None else format, datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level=CRITICAL):
    _limbeck.log_mute(_number(level))


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
