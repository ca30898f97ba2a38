"""Constructs that only PostgreSQL has."""
from ...sql.elements import ColumnElement
from ...sql.constraints import ColumnCollectionConstraint
from ...sql.items import is_column, unattached

_NAME = "sqlalchemy.dialects.postgresql."


class ExcludeConstraint(ColumnCollectionConstraint):
    """EXCLUDE USING gist (...)."""

    __limbeck_name__ = _NAME + "ExcludeConstraint"

    def __init__(self, *elements, **kw):
        self._common(elements, kw, self._COMMON + ("using", "where", "ops"))
        self.using = kw.get("using", "gist")
        self.where = kw.get("where")
        self.ops = kw.get("ops") or {}
        self._pending = tuple([e[0] for e in elements if isinstance(e[0], str) or is_column(e[0])])
        for item in self._pending:
            if is_column(item):
                if item.table is not None:
                    self._set_parent(item.table)
                else:
                    item._later.append(self)
                break

    def __limbeck__(self):
        return self.__limbeck_name__, tuple([(unattached(e), o) for e, o in self._args]), {k: unattached(v) for k, v in self._kwargs.items()}


def _simple(name):
    def function(*args, **kwargs):
        return ColumnElement(_NAME + name, args, kwargs)

    function.__name__ = name
    return function


array = _simple("array")
array_agg = _simple("array_agg")
aggregate_order_by = _simple("aggregate_order_by")
hstore = _simple("hstore")
Any = _simple("Any")
All = _simple("All")
to_tsvector = _simple("to_tsvector")
to_tsquery = _simple("to_tsquery")
plainto_tsquery = _simple("plainto_tsquery")
phraseto_tsquery = _simple("phraseto_tsquery")
websearch_to_tsquery = _simple("websearch_to_tsquery")
ts_headline = _simple("ts_headline")
