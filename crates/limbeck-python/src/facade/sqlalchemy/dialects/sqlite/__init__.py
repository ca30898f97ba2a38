"""SQLite's types and constructs. Types are made when first asked for."""

from ..._core import import_module
from ...sql import sqltypes as _generic

_NAME = "sqlalchemy.dialects.sqlite."
_FORMAT = (("storage_format", None), ("regexp", None), ("timezone", False), ("truncate_microseconds", False))
_TABLE = {"DATETIME": ("DateTime", _FORMAT), "DATE": ("Date", _FORMAT), "TIME": ("Time", _FORMAT), "JSON": ("JSON", (("none_as_null", False),)),
          "JSONB": ("JSON", (("none_as_null", False),))}
_SAME = frozenset("BLOB BOOLEAN CHAR DECIMAL FLOAT INTEGER NUMERIC REAL SMALLINT TEXT TIMESTAMP VARCHAR".split())
_MODULES = {"insert": "dml", "Insert": "dml", "dialect": "base", "SQLiteDialect": "base"}
_SUBMODULES = frozenset("base dml json pysqlite aiosqlite".split())


def __getattr__(name):
    if name in _TABLE:
        return _generic.make(globals(), _NAME, _TABLE, name)
    if name in _SAME:
        value = getattr(_generic, name)
    elif name in _MODULES:
        value = getattr(import_module(_NAME + _MODULES[name]), name)
    elif name in _SUBMODULES:
        return import_module(_NAME + name)
    else:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    globals()[name] = value
    return value
