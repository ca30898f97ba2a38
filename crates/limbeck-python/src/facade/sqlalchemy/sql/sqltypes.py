"""The generic and upper-case types. Classes are made when first asked for, from a table."""

from .._core import Construct
from .type_api import Tree, TypeDecorator, TypeEngine, UserDefinedType, to_instance  # noqa: F401

_LENGTH = (("length", None),)
_STRING = (("length", None), ("collation", None), ("collation_schema", None))
_NUMERIC = (("precision", None), ("scale", None), ("decimal_return_scale", None), ("asdecimal", True))
_FLOAT = (("precision", None), ("asdecimal", False), ("decimal_return_scale", None))
_ZONE = (("timezone", False),)

# name: (base class, parameters)
_TABLE = {
    "NullType": ("TypeEngine", ()),
    "Integer": ("TypeEngine", ()), "SmallInteger": ("Integer", ()), "BigInteger": ("Integer", ()),
    "INTEGER": ("Integer", ()), "SMALLINT": ("SmallInteger", ()), "BIGINT": ("BigInteger", ()),
    "String": ("TypeEngine", _STRING), "Unicode": ("String", _STRING), "Text": ("String", _STRING), "UnicodeText": ("Text", _STRING),
    "VARCHAR": ("String", _STRING), "CHAR": ("String", _STRING), "NVARCHAR": ("Unicode", _STRING), "NCHAR": ("Unicode", _STRING),
    "TEXT": ("Text", _STRING), "CLOB": ("Text", _STRING),
    "Numeric": ("_Numeric", _NUMERIC), "NUMERIC": ("Numeric", _NUMERIC), "DECIMAL": ("Numeric", _NUMERIC),
    "Float": ("_Float", _FLOAT), "Double": ("Float", _FLOAT), "FLOAT": ("Float", _FLOAT), "REAL": ("Float", _FLOAT), "DOUBLE": ("Double", _FLOAT),
    "DOUBLE_PRECISION": ("Double", _FLOAT),
    "DateTime": ("_DateTime", _ZONE), "DATETIME": ("DateTime", _ZONE), "TIMESTAMP": ("DateTime", _ZONE),
    "Date": ("_Date", ()), "DATE": ("Date", ()), "Time": ("_Time", _ZONE), "TIME": ("Time", _ZONE),
    "Interval": ("_Interval", (("native", True), ("second_precision", None), ("day_precision", None))),
    "_Binary": ("TypeEngine", _LENGTH), "LargeBinary": ("_Binary", _LENGTH), "BLOB": ("LargeBinary", _LENGTH), "BINARY": ("_Binary", _LENGTH),
    "VARBINARY": ("_Binary", _LENGTH),
    "Boolean": ("_Boolean", (("create_constraint", False), ("name", None))), "BOOLEAN": ("Boolean", (("create_constraint", False), ("name", None))),
    "MatchType": ("Boolean", ()),
    "JSON": ("_Json", (("none_as_null", False),)),
    "Uuid": ("_Uuid", (("as_uuid", True), ("native_uuid", True))), "UUID": ("Uuid", (("as_uuid", True),)),
    "ARRAY": ("_Array", ("item_type", ("as_tuple", False), ("dimensions", None), ("zero_indexes", False))),
}


class Emulated: pass
class SchemaType: pass
class Concatenable: pass
class Indexable: pass


class _Numeric(TypeEngine):
    __limbeck_name__ = ""

    def _result(self, value, dialect):
        from decimal import Decimal

        if value is None:
            return None
        if not self.asdecimal:
            return float(value)
        if isinstance(value, Decimal):
            return value
        if isinstance(value, (int, float)):
            scale = self.decimal_return_scale
            if scale is None:
                scale = self.scale if self.scale is not None else 10
            return Decimal("%.*f" % (scale, value))
        return Decimal(str(value))


class _Float(TypeEngine):
    __limbeck_name__ = ""

    def _result(self, value, dialect):
        return None if value is None else float(value)


class _Boolean(SchemaType, Emulated, TypeEngine):
    __limbeck_name__ = ""

    def _result(self, value, dialect):
        return bool(value) if isinstance(value, int) else value


class _DateTime(TypeEngine):
    __limbeck_name__ = ""

    def _result(self, value, dialect):
        if isinstance(value, str):
            from datetime import datetime

            return datetime.fromisoformat(value)
        return value


class _Date(TypeEngine):
    __limbeck_name__ = ""

    def _result(self, value, dialect):
        if isinstance(value, str):
            from datetime import date

            return date.fromisoformat(value)
        return value


class _Time(TypeEngine):
    __limbeck_name__ = ""

    def _result(self, value, dialect):
        if isinstance(value, str):
            from datetime import time

            return time.fromisoformat(value)
        if type(value).__name__ == "timedelta":  # MySQL's drivers
            from datetime import time

            return time(value.seconds // 3600, value.seconds // 60 % 60, value.seconds % 60, value.microseconds)
        return value


class _Interval(TypeEngine):
    """Kept as a moment after 1970 where the database has no intervals."""

    __limbeck_name__ = ""

    def _result(self, value, dialect):
        if isinstance(value, str):
            from datetime import datetime

            return datetime.fromisoformat(value) - datetime(1970, 1, 1)
        if type(value).__name__ == "datetime":
            return value - type(value)(1970, 1, 1)
        return value


class _Json(TypeEngine):
    """Values in a statement are handed over as they are: Rust knows the column's type, and writes them as JSON."""

    __limbeck_name__ = ""
    _converts = False

    def _send(self, value, dialect):
        import json

        return None if value is None and self.none_as_null else Tree(("limbeck.json", (json.dumps(value),), {}))

    def _result(self, value, dialect):
        # PostgreSQL's driver has read it already: a str is a JSON string there.
        if isinstance(value, (str, bytes)) and dialect.name != "postgresql":
            import json

            return json.loads(value)
        return value

    class Comparator(TypeEngine.Comparator):
        pass


class _Uuid(TypeEngine):
    __limbeck_name__ = ""
    _converts = True

    def _bind(self, value, dialect):
        if value is None:
            return None
        native = dialect.name in ("postgresql", "mssql") or type(self).__name__ == "UUID"
        if native and getattr(self, "native_uuid", True):
            return value if not isinstance(value, str) else value
        return value.replace("-", "") if isinstance(value, str) else value.hex

    def _result(self, value, dialect):
        if self.as_uuid and isinstance(value, str):
            from uuid import UUID

            return UUID(value)
        if not self.as_uuid and value is not None and not isinstance(value, str):
            return str(value)
        if not self.as_uuid and isinstance(value, str) and len(value) == 32:
            return "%s-%s-%s-%s-%s" % (value[:8], value[8:12], value[12:16], value[16:20], value[20:])
        return value


class _Array(TypeEngine):
    __limbeck_name__ = ""

    def __init__(self, *args, **kwargs):
        TypeEngine.__init__(self, *args, **kwargs)
        if isinstance(self.item_type, _ARRAYS()):
            raise ValueError("Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of basetype")
        self.item_type = to_instance(self.item_type)

    def _set_table(self, table):
        self.item_type._set_table(table)

    @property
    def _converts(self):
        return self.item_type._converts

    def _bind(self, value, dialect):
        if isinstance(value, (list, tuple)):
            return [self._bind(v, dialect) if isinstance(v, (list, tuple)) else self.item_type._bind(v, dialect) for v in value]
        return value

    def _result(self, value, dialect):
        if isinstance(value, (list, tuple)):
            made = [self._result(v, dialect) if isinstance(v, (list, tuple)) else self.item_type._result(v, dialect) for v in value]
            return tuple(made) if self.as_tuple else made
        return value


def _ARRAYS():
    return _Array


class _EnumBase(SchemaType, Emulated):
    """What Enum and the dialects' ENUM share: names from strings or from an enum class."""

    _converts = True

    def _setup(self, enums, kw):
        self._args = enums
        self._kwargs = kw
        self.enum_class = None
        values_callable = kw.get("values_callable")
        if len(enums) == 1 and isinstance(enums[0], (list, tuple)):
            enums = tuple(enums[0])
        if len(enums) == 1 and not isinstance(enums[0], str) and hasattr(enums[0], "__members__"):
            self.enum_class = cls = enums[0]
            members = cls.__members__
            if kw.get("omit_aliases", True):
                members = {k: v for k, v in members.items() if v.name == k}
            self._members = list(members.values())
            self.enums = list(values_callable(cls)) if values_callable else list(members)
        else:
            self.enums = list(enums)
            self._members = list(enums)
        name = kw.get("name")
        if name is None and self.enum_class is not None and "name" not in kw:
            name = self.enum_class.__name__.lower()
        self.name = name
        self.native_enum = kw.get("native_enum", True)
        self.create_constraint = kw.get("create_constraint", False)
        self.validate_strings = kw.get("validate_strings", False)
        self.schema = kw.get("schema")
        self.inherit_schema = kw.get("inherit_schema", self.schema is None)
        self.metadata = kw.get("metadata")
        if self.schema is None and self.metadata is not None and not isinstance(self.metadata, str):
            self.schema = getattr(self.metadata, "schema", None)
        longest = max([len(e) for e in self.enums]) if self.enums else 0
        self._longest = longest
        length = kw.get("length")
        if length is not None and not self.native_enum and length < longest:
            raise ValueError("When provided, length must be larger or equal than the length of the longest enum value. %s < %s" % (length, longest))
        self.length = longest if length is None else length

    def _set_table(self, table):
        if "schema" not in self._kwargs and self.metadata is None:
            self.metadata = table.metadata
            self.schema = table.schema if self._kwargs.get("inherit_schema") else table.metadata.schema
            self._kwargs = {k: v for k, v in self._kwargs.items() if k != "inherit_schema"}
        TypeEngine._set_table(self, table)

    def _plain_tree(self):
        kw = {k: v for k, v in self._kwargs.items() if k not in ("values_callable", "metadata", "sort_key_function", "omit_aliases")}
        if self.name is not None:
            kw["name"] = self.name
        if self.schema is not None:
            kw["schema"] = self.schema
        return self.__limbeck_name__, tuple(self.enums), kw

    def __repr__(self):
        parts = [repr(e) for e in self.enums]
        if self.name is not None:
            parts.append("name=%r" % self.name)
        if self.schema is not None:
            parts.append("schema=%r" % self.schema)
        if self.native_enum is not True:
            parts.append("native_enum=%r" % self.native_enum)
        if self.create_constraint:
            parts.append("create_constraint=True")
        if self.length != self._longest:
            parts.append("length=%r" % self.length)
        return "%s(%s)" % (type(self).__name__, ", ".join(parts))

    def _bind(self, value, dialect):
        if value is None or self.enum_class is None:
            return value
        for member, text in zip(self._members, self.enums):
            if member is value:
                return text
        if isinstance(value, str) and (value in self.enums or not self.validate_strings):
            return value
        raise LookupError("%r is not among the defined enum values. Enum name: %s. Possible values: %s" % (value, self.name, ", ".join(self.enums)))

    def _result(self, value, dialect):
        if value is None or self.enum_class is None:
            return value
        for member, text in zip(self._members, self.enums):
            if text == value:
                return member
        raise LookupError("%r is not among the defined enum values. Enum name: %s. Possible values: %s" % (value, self.name, ", ".join(self.enums)))

    def create(self, bind, checkfirst=False):
        """Nothing: only PostgreSQL's ENUM is an object of its own."""
        dialect = bind.dialect.name
        if dialect == "postgresql" and self.native_enum:
            _native_enum("create", bind, self, checkfirst)

    def drop(self, bind, checkfirst=False):
        dialect = bind.dialect.name
        if dialect == "postgresql" and self.native_enum:
            _native_enum("drop", bind, self, checkfirst)


def _native_enum(what, bind, type_, checkfirst):
    import _limbeck
    from .._core import caller
    from ..engine.base import native_of

    _limbeck.change_type(what, native_of(bind), type_, bool(checkfirst), *caller())


_ENUM_KEYWORDS = ("name native_enum create_type create_constraint length metadata schema inherit_schema quote validate_strings values_callable"
                  " sort_key_function omit_aliases _enums").split()


def _make_enum():
    class Enum(_EnumBase, _class("String")):
        """One of several strings."""

        __limbeck_name__ = "sqlalchemy.Enum"
        _params = ()

        def __init__(self, *enums, **kw):
            for name in kw:
                if name not in _ENUM_KEYWORDS:
                    raise TypeError("Enum() got an unexpected keyword argument %r" % name)
            self._setup(enums, kw)

    return Enum


def _make_pickle():
    class PickleType(TypeDecorator):
        """Pickled Python objects; DDL only."""

        __limbeck_name__ = "sqlalchemy.PickleType"
        _params = (("protocol", 5), ("pickler", None), ("comparator", None), ("impl", None))

        def __init__(self, *args, **kwargs):
            TypeEngine.__init__(self, *args, **kwargs)
            given = self.impl
            self.impl = to_instance(given) if given is not None else _class("LargeBinary")()

        def _base_tree(self):
            if self._facade:
                return self.__limbeck_name__, self._args, self._kwargs
            return TypeDecorator._base_tree(self)

        def __repr__(self):
            return "%s()" % type(self).__name__

        def _bind(self, value, dialect):
            from .._core import unsupported

            raise unsupported("PickleType values")

        _result = _bind

    return PickleType


def _make_tuple():
    class TupleType(TypeEngine):
        __limbeck_name__ = "sqlalchemy.TupleType"

        def __init__(self, *types):
            self._args = types
            self.types = [to_instance(t) for t in types]

    return TupleType


_SPECIAL = {"Enum": _make_enum, "PickleType": _make_pickle, "TupleType": _make_tuple}
_ALIASES = {"INT": "INTEGER", "_LargeBinary": "LargeBinary", "Binary": "LargeBinary"}


def _class(name):
    """The type class `name`."""
    made = globals().get(name)
    return made if made is not None else __getattr__(name)


def __getattr__(name):
    if name in _TABLE:
        base, params = _TABLE[name]
        body = {"__limbeck_name__": "sqlalchemy." + name, "_params": params, "__module__": __name__, "__qualname__": name, "__visit_name__": name}
        made = type(name, (_class(base),), body)
    elif name in _SPECIAL:
        made = _SPECIAL[name]()
        made.__module__, made.__qualname__ = __name__, name
    elif name in _ALIASES:
        made = _class(_ALIASES[name])
    elif name in ("NULLTYPE", "INTEGERTYPE", "STRINGTYPE", "BOOLEANTYPE"):
        made = {"NULLTYPE": "NullType", "INTEGERTYPE": "Integer", "STRINGTYPE": "String", "BOOLEANTYPE": "Boolean"}[name]
        made = _class(made)()
    elif name == "Variant":
        from .type_api import Variant as made
    else:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    globals()[name] = made
    return made


def make(module, canonical, table, name):
    """A dialect's type class from the dialect's table: name -> (generic base name, parameters)."""
    base, params = table[name]
    base = _class(base) if isinstance(base, str) else base
    made = type(name, (base,), {"__limbeck_name__": canonical + name, "_params": params, "__module__": module["__name__"], "__qualname__": name,
                                "__visit_name__": name})
    module[name] = made
    return made


def python_type(type_):
    """The Python type of a SQL type's values."""
    import datetime
    import decimal

    if getattr(type_, "enum_class", None):
        return type_.enum_class
    if isinstance(type_, TypeDecorator):
        return python_type(type_._own_impl())
    pairs = (("Boolean", bool), ("Integer", int), ("Float", float), ("Numeric", decimal.Decimal), ("DateTime", datetime.datetime), ("Date", datetime.date),
             ("Time", datetime.time), ("Interval", datetime.timedelta), ("_Binary", bytes), ("JSON", dict), ("ARRAY", list), ("String", str))
    for name, python in pairs:
        if isinstance(type_, _class(name)):
            return python
    if isinstance(type_, _class("Uuid")):
        import uuid

        return uuid.UUID if type_.as_uuid else str
    raise NotImplementedError(type(type_).__name__)


_PYTHON = {"int": "Integer", "str": "String", "float": "Double", "bool": "Boolean", "bytes": "LargeBinary", "datetime": "DateTime", "date": "Date",
           "time": "Time", "timedelta": "Interval", "Decimal": "Numeric", "UUID": "Uuid", "NoneType": "NullType"}


def for_python(python):
    """The type that SQLAlchemy maps a Python class to, or None."""
    name = _PYTHON.get(python.__name__)
    if name is not None and python.__module__ in ("builtins", "datetime", "decimal", "uuid", "_decimal", "_datetime", "_pydecimal", "_pydatetime"):
        return _class(name)()
    if hasattr(python, "__members__"):
        return _class("Enum")(python)
    return None


def generic(type_):
    for name in ("BigInteger", "SmallInteger", "Integer", "Boolean", "Double", "Float", "Numeric", "DateTime", "Date", "Time", "Interval", "LargeBinary",
                 "Uuid", "JSON", "Enum", "UnicodeText", "Text", "Unicode", "String"):
        cls = _class(name)
        if isinstance(type_, cls):
            made = cls.__new__(cls)
            made._kwargs = {p[0]: getattr(type_, p[0]) for p in cls._params if getattr(type_, p[0], p[1]) != p[1]}
            if name == "Enum":
                return cls(*type_.enums, name=type_.name)
            return cls(**made._kwargs)
    raise NotImplementedError("Default TypeEngine.as_generic() heuristic method was unsuccessful for %s" % type(type_).__name__)
