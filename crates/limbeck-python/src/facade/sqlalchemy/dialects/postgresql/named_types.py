"""Types that are objects of the database: ENUM and DOMAIN."""

from ...sql import sqltypes
from ...sql.ddl import _CreateDropBase
from ...sql.type_api import TypeEngine, to_instance


class NamedType:
    pass


class ENUM(NamedType, sqltypes.Enum):
    """CREATE TYPE ... AS ENUM."""

    __limbeck_name__ = "sqlalchemy.dialects.postgresql.ENUM"
    __module__ = "sqlalchemy.dialects.postgresql"

    def __init__(self, *enums, **kw):
        for name in kw:
            if name != "create_type" and name not in sqltypes._ENUM_KEYWORDS and name != "_create_events":
                raise TypeError("ENUM() got an unexpected keyword argument %r" % name)
        self.create_type = kw.get("create_type", True)
        self._setup(enums, kw)

    def __repr__(self):
        text = sqltypes.Enum.__repr__(self)
        return text if self.create_type else text[:-1] + ", create_type=False)"

    def create(self, bind, checkfirst=True):
        """CREATE TYPE."""
        if bind.dialect.name == "postgresql":
            sqltypes._native_enum("create", bind, self, checkfirst)

    def drop(self, bind, checkfirst=True):
        """DROP TYPE."""
        if bind.dialect.name == "postgresql":
            sqltypes._native_enum("drop", bind, self, checkfirst)


class DOMAIN(NamedType, TypeEngine):
    """CREATE DOMAIN."""

    __limbeck_name__ = "sqlalchemy.dialects.postgresql.DOMAIN"
    __module__ = "sqlalchemy.dialects.postgresql"
    _params = ("name", "data_type", ("collation", None), ("collation_schema", None), ("default", None), ("constraint_name", None), ("not_null", None),
               ("check", None), ("create_type", True), ("schema", None), ("metadata", None), ("quote", None))

    def __init__(self, *args, **kwargs):
        TypeEngine.__init__(self, *args, **kwargs)
        self.data_type = to_instance(self.data_type)

    def _set_table(self, table):
        if self.schema is None and "schema" not in self._kwargs and table.metadata.schema is not None:
            self.schema = table.metadata.schema
            self._kwargs = dict(self._kwargs, schema=self.schema)

    def __repr__(self):
        return "DOMAIN(%r, %r)" % (self.name, self.data_type)

    create = ENUM.create
    drop = ENUM.drop


class CreateEnumType(_CreateDropBase): pass
class DropEnumType(_CreateDropBase): pass
class CreateDomainType(_CreateDropBase): pass
class DropDomainType(_CreateDropBase): pass
