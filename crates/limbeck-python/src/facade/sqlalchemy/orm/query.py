"""`session.query(...)`, and rows to instances."""

from .._core import unsupported
from ..engine.result import Result
from ..exc import InvalidRequestError, MultipleResultsFound, NoResultFound
from ..sql.elements import and_
from ..sql.selectable import select
from .session import mapped
from .state import keys_of


def values_condition(mapper, values):
    return and_(*[mapper.attributes[k] == values[k] for k in keys_of(mapper)])


def key_condition(mapper, instance):
    return values_condition(mapper, instance.__dict__)


def _columns(entity):
    if mapped(entity):
        mapper = entity.__mapper__
        if mapper.inherits is not None and mapper.inherits.local_table is not mapper.local_table:
            raise unsupported("querying %s" % entity.__name__, "it uses joined-table inheritance")
        return list(mapper.attributes.values())
    return [entity]


def instances(session, statement, entities, params):
    """Run a select of mapped classes; a Result whose rows hold instances."""
    plain, widths = [], []
    for entity in entities:
        columns = _columns(entity)
        widths.append((entity, len(columns)))
        plain.extend(columns)
    rewritten = _rebuilt(statement, plain)
    for entity in entities:
        if mapped(entity):
            rewritten = _only_kind(rewritten, entity)
    raw = session.connection().execute(rewritten, params)
    names = [e.__name__ if mapped(e) else getattr(e, "key", None) or getattr(e, "name", None) or "column_%d" % i for i, (e, _) in enumerate(widths)]
    rows = []
    for row in raw:
        made, at = [], 0
        for entity, width in widths:
            made.append(session._load(entity, row[at:at + width]) if mapped(entity) else row[at])
            at += width
        rows.append(tuple(made))
    return Result(names, rows, raw.rowcount, selected=list(entities))


def _only_kind(statement, entity):
    mapper = entity.__mapper__
    if mapper.inherits is None or mapper.polymorphic_on is None:
        return statement
    column = mapper.polymorphic_on
    column = mapper.attributes[column] if isinstance(column, str) else column
    kinds = [m.polymorphic_identity for m in _below(mapper)]
    return statement.where(column.in_(kinds))


def _below(mapper):
    made = [mapper]
    for cls in mapper.class_.__subclasses__():
        made.extend(_below(cls.__mapper__))
    return made


def _rebuilt(statement, columns):
    """The select with columns in the place of mapped classes."""
    if statement.__limbeck_name__ == "sqlalchemy.select":
        made = select(*columns)
        made._execution = statement._execution
        return made
    if not statement.__limbeck_name__.startswith("."):
        raise unsupported("loading instances from %s" % statement.__limbeck_name__)
    below = _rebuilt(statement._args[0], columns)
    return below._next(statement.__limbeck_name__[1:], statement._args[1:], statement._kwargs)


class Query:
    """A select being put together."""

    def __init__(self, entities, session=None):
        self.session = session
        self._entities = tuple(entities)
        for entity in entities:
            if isinstance(entity, type) and not mapped(entity):
                raise InvalidRequestError("%r is not a mapped class" % (entity,))
        self._statement = select(*entities)

    def _then(self, name, *args, **kwargs):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._statement = getattr(self._statement, name)(*args, **kwargs)
        return made

    def __getattr__(self, name):
        if name in ("filter", "where", "having", "group_by", "order_by", "limit", "offset", "distinct", "with_for_update", "select_from", "slice", "correlate"):
            return lambda *args, **kw: self._then("where" if name == "filter" else name, *args, **kw)
        if name in ("join", "outerjoin"):
            return lambda *args, **kw: self._join(name, args, kw)
        raise AttributeError("'Query' object has no attribute %r" % name)

    def _join(self, name, args, kw):
        from .properties import Property

        if any([isinstance(a, Property) for a in args]):
            raise unsupported("joining along a relationship", "give the condition: query.join(Other, Other.id == This.other_id)")
        return self._then(name, *args, **kw)

    def filter_by(self, **kw):
        """Equality by attribute name."""
        entity = next(e for e in self._entities if mapped(e) or hasattr(e, "table"))
        owner = entity if mapped(entity) else entity.table.c
        return self._then("where", *[getattr(owner, k) == v for k, v in kw.items()])

    def options(self, *options):
        return self

    def execution_options(self, **kw):
        return self

    def yield_per(self, count):
        return self

    def enable_eagerloads(self, value):
        return self

    populate_existing = autoflush = lambda self, *args: self

    def with_entities(self, *entities):
        made = self._then("with_only_columns", *entities) if not any([mapped(e) for e in entities]) else None
        if made is None:
            raise unsupported("Query.with_entities() with mapped classes")
        made._entities = entities
        return made

    def add_columns(self, *columns):
        made = self._then("add_columns", *columns)
        made._entities = self._entities + columns
        return made

    def union(self, *others):
        return self._then("union", *[o._statement for o in others])

    def union_all(self, *others):
        return self._then("union_all", *[o._statement for o in others])

    @property
    def statement(self):
        return _rebuilt(self._statement, [c for e in self._entities for c in _columns(e)])

    def subquery(self, *args, **kw):
        return self.statement.subquery(*args, **kw)

    def scalar_subquery(self):
        return self.statement.scalar_subquery()

    as_scalar = scalar_subquery

    def exists(self):
        return self.statement.exists()

    def label(self, name):
        return self.scalar_subquery().label(name)

    # running

    def _result(self):
        return self.session.execute(self._statement)

    def _values(self):
        result = self._result()
        return result.scalars() if len(self._entities) == 1 and mapped(self._entities[0]) else result

    def all(self):
        return self._values().all()

    def __iter__(self):
        return iter(self.all())

    def first(self):
        rows = self._then("limit", 1)._values().all()
        return rows[0] if rows else None

    def one(self):
        rows = self.all()
        if not rows:
            raise NoResultFound("No row was found when one was required")
        if len(rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when exactly one was required")
        return rows[0]

    def one_or_none(self):
        rows = self.all()
        if len(rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when one or none was required")
        return rows[0] if rows else None

    def scalar(self):
        row = self._result().one_or_none()
        return None if row is None else row[0]

    def get(self, ident):
        entity = self._entities[0]
        mapper = entity.__mapper__
        ident = ident if isinstance(ident, (tuple, list)) else (list(ident.values()) if isinstance(ident, dict) else (ident,))
        keys = keys_of(mapper)
        if len(keys) != len(ident):
            raise InvalidRequestError("Incorrect number of values in identifier to formulate primary key for session.get()")
        return self.filter(values_condition(mapper, dict(zip(keys, ident)))).one_or_none()

    def count(self):
        """SELECT count(*) FROM (the query)."""
        from ..sql.functions import func
        from ..sql.elements import literal_column

        self.session.flush()
        inner = self.statement.subquery()
        return self.session.connection().execute(select(func.count(literal_column("*"))).select_from(inner)).scalar()

    def _conditions(self):
        """The WHERE of a query that has nothing else."""
        entity = self._entities[0]
        if len(self._entities) != 1 or not mapped(entity):
            raise unsupported("Query.update() or delete() of more than one mapped class")
        found, statement = [], self._statement
        while statement.__limbeck_name__ != "sqlalchemy.select":
            if statement.__limbeck_name__ != ".where":
                raise InvalidRequestError("Can't call Query.update() or Query.delete() when %s() has been called" % statement.__limbeck_name__[1:])
            found = list(statement._args[1:]) + found
            statement = statement._args[0]
        return entity, found

    def update(self, values, synchronize_session="auto", update_args=None):
        """UPDATE the rows of the query; returns how many."""
        entity, conditions = self._conditions()
        self.session.flush()
        named = {}
        for key, value in values.items():
            if isinstance(key, str):
                if key not in entity.__mapper__.attributes:
                    raise InvalidRequestError("Entity %r has no attribute %r" % (entity.__name__, key))
                key = entity.__mapper__.attributes[key].key
            else:
                key = key.key
            named[key] = value
        statement = entity.__table__.update().values(named)
        result = self.session.connection().execute(statement.where(*conditions) if conditions else statement)
        if synchronize_session is not False:
            for instance in [i for i in self.session._identity.values() if isinstance(i, entity)]:
                self.session.refresh(instance)
        return result.rowcount

    def delete(self, synchronize_session="auto", delete_args=None):
        """DELETE the rows of the query; returns how many."""
        entity, conditions = self._conditions()
        self.session.flush()
        statement = entity.__table__.delete()
        result = self.session.connection().execute(statement.where(*conditions) if conditions else statement)
        if synchronize_session is not False:
            self.session._identity = {k: i for k, i in self.session._identity.items() if not isinstance(i, entity)}
        return result.rowcount

    def __str__(self):
        return str(self.statement)


def aliased(entity, alias=None, name=None, **kw):
    """Another name for a table; of mapped classes only their columns."""
    table = getattr(entity, "__table__", entity)
    made = table.alias(name) if name is not None else table.alias()
    return _Aliased(made)


class _Aliased:
    def __init__(self, alias):
        self._alias = alias

    def __getattr__(self, name):
        if name.startswith("_") and name != "_proxy_key":
            raise AttributeError(name)
        return getattr(self._alias.c, name)

    def __limbeck__(self):
        return self._alias.__limbeck__()


def __getattr__(name):
    if name in ("Bundle", "with_parent", "with_loader_criteria", "with_polymorphic", "contains_alias"):
        def refuse(*args, **kw):
            raise unsupported("sqlalchemy.orm.%s" % name)

        return refuse
    raise AttributeError("module %r has no attribute %r" % (__name__, name))
