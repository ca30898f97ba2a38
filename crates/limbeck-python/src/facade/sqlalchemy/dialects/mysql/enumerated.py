"""ENUM and SET."""
from ...sql import sqltypes
from ...sql.type_api import TypeEngine


class ENUM(sqltypes.Enum):
    __limbeck_name__ = "sqlalchemy.dialects.mysql.ENUM"
    __module__ = "sqlalchemy.dialects.mysql"

    def __init__(self, *enums, **kw):
        self.strict = kw.get("strict", False)
        self.charset, self.collation = kw.get("charset"), kw.get("collation")
        self._setup(enums, kw)


class SET(TypeEngine):
    """Any of several strings."""

    __limbeck_name__ = "sqlalchemy.dialects.mysql.SET"
    __module__ = "sqlalchemy.dialects.mysql"

    def __init__(self, *values, **kw):
        self._args, self._kwargs = values, kw
        self.values = values

    def __repr__(self):
        return "SET(%s)" % ", ".join([repr(v) for v in self.values])
