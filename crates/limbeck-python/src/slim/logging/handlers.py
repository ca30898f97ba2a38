"""Handlers of the standard library. A file is written to; it is not rotated."""
from logging import FileHandler, Handler


class RotatingFileHandler(FileHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode)


class TimedRotatingFileHandler(FileHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, **kwargs):
        super().__init__(filename)


class WatchedFileHandler(FileHandler):
    pass


class QueueHandler(Handler):
    def __init__(self, queue):
        super().__init__()
