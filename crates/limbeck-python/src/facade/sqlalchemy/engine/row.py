"""Rows."""
from .._core import lazy

__getattr__ = lazy(globals(), {"sqlalchemy.engine.result": "Row RowMapping BaseRow"})
