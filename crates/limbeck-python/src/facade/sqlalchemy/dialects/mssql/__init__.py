"""Types of a dialect that limbeck does not connect to: scripts import them beside others."""

from ...sql import sqltypes as _generic
from ...sql.type_api import UserDefinedType as _Base

_NAME = "sqlalchemy.dialects.mssql."
_NAMES = frozenset("BIT TINYINT MONEY SMALLMONEY DATETIME2 DATETIMEOFFSET SMALLDATETIME UNIQUEIDENTIFIER NTEXT XML IMAGE ROWVERSION TIMESTAMP SQL_VARIANT TIME VARBINARY DOUBLE_PRECISION JSON".split())


def __getattr__(name):
    if name == "base" or name == "dialect":
        from . import base

        return base if name == "base" else base.dialect
    if name in _NAMES:
        def _plain_tree(self):
            return self.__limbeck_name__, self._args, self._kwargs

        made = type(name, (_Base,), {"__limbeck_name__": _NAME + name, "__module__": __name__, "__qualname__": name, "_base_tree": _plain_tree})
    elif name.isupper():
        made = getattr(_generic, name)
    else:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    globals()[name] = made
    return made
