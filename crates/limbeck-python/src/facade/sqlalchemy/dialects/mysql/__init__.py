"""MySQL's types and constructs. Types are made when first asked for."""

from ..._core import import_module
from ...sql import sqltypes as _generic

_NAME = "sqlalchemy.dialects.mysql."
_INT = (("display_width", None), ("unsigned", False), ("zerofill", False))
_TEXT = (("charset", None), ("collation", None), ("ascii", False), ("unicode", False), ("binary", False), ("national", False))
_LENGTH_TEXT = (("length", None),) + _TEXT
_NUM = (("precision", None), ("scale", None), ("asdecimal", True), ("unsigned", False), ("zerofill", False))
_FSP = (("timezone", False), ("fsp", None))
_BLOB = (("length", None),)

_TABLE = {
    "INTEGER": ("INTEGER", _INT), "BIGINT": ("BIGINT", _INT), "SMALLINT": ("SMALLINT", _INT), "TINYINT": ("Integer", _INT), "MEDIUMINT": ("Integer", _INT),
    "DECIMAL": ("DECIMAL", _NUM), "NUMERIC": ("NUMERIC", _NUM), "DOUBLE": ("DOUBLE", _NUM), "REAL": ("REAL", _NUM), "FLOAT": ("FLOAT", _NUM),
    "DATETIME": ("DATETIME", _FSP), "TIMESTAMP": ("TIMESTAMP", _FSP), "TIME": ("TIME", _FSP), "YEAR": ("TypeEngine", (("display_width", None),)),
    "BIT": ("TypeEngine", _BLOB),
    "VARCHAR": ("VARCHAR", _LENGTH_TEXT), "CHAR": ("CHAR", _LENGTH_TEXT), "NVARCHAR": ("NVARCHAR", _LENGTH_TEXT), "NCHAR": ("NCHAR", _LENGTH_TEXT),
    "TEXT": ("TEXT", _LENGTH_TEXT), "TINYTEXT": ("String", _TEXT), "MEDIUMTEXT": ("String", _TEXT), "LONGTEXT": ("String", _TEXT),
    "TINYBLOB": ("_Binary", _BLOB), "MEDIUMBLOB": ("_Binary", _BLOB), "LONGBLOB": ("_Binary", _BLOB),
    "JSON": ("JSON", (("none_as_null", False),)), "INET4": ("TypeEngine", ()), "INET6": ("TypeEngine", ()),
}
_SAME = frozenset("BINARY BLOB BOOLEAN DATE VARBINARY".split())
_MODULES = {"ENUM": "enumerated", "SET": "enumerated", "insert": "dml", "Insert": "dml", "match": "dml", "dialect": "base", "MySQLDialect": "base"}
_SUBMODULES = frozenset("base enumerated dml types json pymysql mysqldb aiomysql asyncmy mariadb mysqlconnector".split())


def __getattr__(name):
    if name in _TABLE:
        return _generic.make(globals(), _NAME, _TABLE, name)
    if name in _SAME:
        value = getattr(_generic, name)
    elif name in _MODULES:
        value = getattr(import_module(_NAME + _MODULES[name]), name)
    elif name in _SUBMODULES:
        return import_module(_NAME + name)
    elif name.startswith("MS") and (name[2:] in _TABLE or name[2:] in _SAME):
        value = __getattr__(name[2:])
    else:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    globals()[name] = value
    return value
