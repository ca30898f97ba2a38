"""Handlers of the standard library: accepted, and without effect of their own."""
from logging import FileHandler, Handler


class RotatingFileHandler(FileHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename)


class TimedRotatingFileHandler(FileHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, **kwargs):
        super().__init__(filename)


class QueueHandler(Handler):
    def __init__(self, queue):
        super().__init__()
