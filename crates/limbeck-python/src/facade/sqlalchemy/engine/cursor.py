"""Cursor results."""
from .._core import lazy

__getattr__ = lazy(globals(), {"sqlalchemy.engine.result": "CursorResult ResultProxy"})
