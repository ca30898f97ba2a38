"""PostgreSQL's types and constructs. Types are made when first asked for."""

from ..._core import import_module
from ...sql import sqltypes as _generic

_NAME = "sqlalchemy.dialects.postgresql."
_STRING = _generic._STRING
_TEXT = lambda: _generic.Text()  # noqa: E731
_JSON = (("none_as_null", False), ("astext_type", None, _TEXT))
_ZONE = (("timezone", False), ("precision", None))

_TABLE = {
    "JSON": ("JSON", _JSON), "JSONB": ("JSON", _JSON), "JSONPATH": ("TypeEngine", ()),
    "BYTEA": ("LargeBinary", (("length", None),)), "BIT": ("TypeEngine", (("length", None), ("varying", False))),
    "INET": ("TypeEngine", ()), "CIDR": ("TypeEngine", ()), "MACADDR": ("TypeEngine", ()), "MACADDR8": ("TypeEngine", ()), "MONEY": ("TypeEngine", ()),
    "OID": ("TypeEngine", ()), "REGCLASS": ("TypeEngine", ()), "REGCONFIG": ("TypeEngine", ()), "TSVECTOR": ("TypeEngine", ()), "TSQUERY": ("TypeEngine", ()),
    "CITEXT": ("TEXT", _STRING), "HSTORE": ("TypeEngine", (("text_type", None, _TEXT),)),
    "INTERVAL": ("TypeEngine", (("precision", None), ("fields", None))),
    "TIMESTAMP": ("TIMESTAMP", _ZONE), "TIME": ("TIME", _ZONE),
    "ARRAY": ("ARRAY", ("item_type", ("as_tuple", False), ("dimensions", None), ("zero_indexes", False))),
}
for _n in ("INT4", "INT8", "NUM", "DATE", "TS", "TSTZ"):
    _TABLE[_n + "RANGE"] = _TABLE[_n + "MULTIRANGE"] = ("TypeEngine", ())
_SAME = frozenset("BIGINT BOOLEAN CHAR DATE DOUBLE_PRECISION FLOAT INTEGER NUMERIC REAL SMALLINT TEXT UUID VARCHAR".split())
_MODULES = {"ENUM": "named_types", "DOMAIN": "named_types", "NamedType": "named_types", "CreateEnumType": "named_types", "DropEnumType": "named_types",
            "CreateDomainType": "named_types", "DropDomainType": "named_types",
            "insert": "dml", "Insert": "dml", "ExcludeConstraint": "ext", "array": "ext", "array_agg": "ext", "aggregate_order_by": "ext", "hstore": "ext",
            "Any": "ext", "All": "ext", "to_tsvector": "ext", "to_tsquery": "ext", "plainto_tsquery": "ext", "phraseto_tsquery": "ext", "websearch_to_tsquery": "ext",
            "ts_headline": "ext", "Range": "ranges", "MultiRange": "ranges", "dialect": "base", "PGDialect": "base"}
_SUBMODULES = frozenset("base named_types dml ext ranges types json psycopg2 psycopg asyncpg pg8000".split())
_JSONPathType = None


def __getattr__(name):
    if name in _TABLE:
        return _generic.make(globals(), _NAME, _TABLE, name)
    if name in _SAME:
        value = getattr(_generic, name)
    elif name in _MODULES:
        value = getattr(import_module(_NAME + _MODULES[name]), name)
    elif name in _SUBMODULES:
        return import_module(_NAME + name)
    elif name == "PGUuid":
        value = _generic.UUID
    elif name == "_PGJSONB":
        raise AttributeError(name)
    else:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    globals()[name] = value
    return value
