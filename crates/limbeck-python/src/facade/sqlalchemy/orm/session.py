"""Sessions, as far as data migrations use them: queries, and plain inserts, updates and deletes of mapped rows.

Relationships are not followed, events are not raised; what would need them is refused."""

from .._core import unsupported
from ..exc import InvalidRequestError
from .state import State, keys_of


def mapped(item):
    """Whether `item` is a mapped class."""
    return isinstance(item, type) and "__mapper__" in item.__dict__


def _refuse_application_code(cls):
    """Validators and mapper events change what is written; they are not run here, so such classes are not written at all."""
    for base in cls.__mro__:
        for name, value in base.__dict__.items():
            if hasattr(value, "_validates"):
                raise unsupported("writing %s in a session" % cls.__name__, "%s() validates its attributes" % name)
    import sys

    events = sys.modules.get("sqlalchemy.event")
    for target, identifier, _ in events._listeners if events is not None else ():
        if isinstance(target, type) and issubclass(cls, target) and identifier.startswith(("before_", "after_", "init")):
            raise unsupported("writing %s in a session" % cls.__name__, "it has a listener for %r" % identifier)


class Session:
    """A unit of work over one connection."""

    def __init__(self, bind=None, autoflush=True, future=True, expire_on_commit=True, autobegin=True, twophase=False, binds=None, enable_baked_queries=True, info=None,
                 query_cls=None, autocommit=False, join_transaction_mode="conditional_savepoint", close_resets_only=None):
        if binds or twophase:
            raise unsupported("Session(binds=...)" if binds else "Session(twophase=True)")
        self.bind = bind
        self.autoflush = autoflush
        self.expire_on_commit = expire_on_commit
        self.info = info or {}
        self._connection = None
        self._mine = False
        self._joined = False
        self._identity = {}
        self._new = []
        self._deleted = []
        self._dirty = []

    # the connection

    def connection(self, **kw):
        """The connection of the transaction."""
        if self._connection is None or self._connection.closed:
            from ..engine.base import Connection, Engine

            bind = self.bind
            if bind is None:
                from ..exc import UnboundExecutionError

                raise UnboundExecutionError("This session is not bound to a single Engine or Connection, and no context was provided to locate a binding.")
            if isinstance(bind, Engine):
                self._connection, self._mine = bind.connect(), True
            elif isinstance(bind, Connection):
                self._connection, self._mine = bind, False
            else:
                raise InvalidRequestError("the session's bind cannot be used to run statements: %r (offline mode has no sessions)" % (bind,))
            self._joined = not self._mine and self._connection.in_transaction()
        return self._connection

    def get_bind(self, *args, **kw):
        return self.bind

    def in_transaction(self):
        return self._connection is not None and self._connection.in_transaction()

    @property
    def is_active(self):
        return True

    def begin(self, nested=False):
        return self.begin_nested() if nested else _Block(self)

    def begin_nested(self):
        self.flush()
        return self.connection().begin_nested()

    def commit(self):
        """Flush; and commit, unless the session joined a transaction that somebody else began."""
        self.flush()
        if self._connection is not None and not self._joined:
            self._connection.commit()

    def rollback(self):
        if self._joined:
            raise unsupported("Session.rollback() inside of the migration's transaction", "raise an exception, or use a savepoint (session.begin_nested())")
        if self._connection is not None:
            self._connection.rollback()
        self._forget()

    def close(self):
        self._forget()
        if self._connection is not None and self._mine:
            self._connection.close()
        self._connection = None

    reset = invalidate = close

    def _forget(self):
        for instance in list(self._identity.values()) + self._new:
            instance.__dict__.pop("_limbeck_state", None)
        self._identity, self._new, self._deleted, self._dirty = {}, [], [], []

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
        return False

    # objects

    def add(self, instance, _warn=True):
        """Have the instance's row inserted at the next flush."""
        if not hasattr(type(instance), "__mapper__"):
            from .exc import UnmappedInstanceError

            raise UnmappedInstanceError("Class '%s' is not mapped" % type(instance).__name__)
        if instance.__dict__.get("_limbeck_state") is None:
            mapper = type(instance).__mapper__
            _refuse_application_code(type(instance))
            if mapper.inherits is not None and mapper.inherits.local_table is not mapper.local_table:
                raise unsupported("writing %s in a session" % type(instance).__name__, "it uses joined-table inheritance")
            instance.__dict__["_limbeck_state"] = State(self, False)
            instance.__dict__["_limbeck_state"].instance = instance
            self._new.append(instance)

    def add_all(self, instances):
        for instance in instances:
            self.add(instance)

    def delete(self, instance):
        """Have the instance's row deleted at the next flush."""
        state = instance.__dict__.get("_limbeck_state")
        if state is None or not state.persistent:
            raise InvalidRequestError("Instance '%r' is not persisted" % (instance,))
        self._deleted.append(instance)

    def expunge(self, instance):
        instance.__dict__.pop("_limbeck_state", None)
        self._new = [i for i in self._new if i is not instance]
        self._identity = {k: i for k, i in self._identity.items() if i is not instance}

    def expunge_all(self):
        self._forget()

    def expire(self, instance, attribute_names=None):
        self.refresh(instance)

    def expire_all(self):
        for instance in list(self._identity.values()):
            self.refresh(instance)

    def refresh(self, instance, attribute_names=None, **kw):
        """Read the row again."""
        self.flush()
        from .query import key_condition
        from ..sql.selectable import select

        mapper = type(instance).__mapper__
        row = self.connection().execute(select(*mapper.attributes.values()).where(key_condition(mapper, instance))).one()
        for key, value in zip(mapper.attributes, row):
            instance.__dict__[key] = value

    def merge(self, instance, **kw):
        raise unsupported("Session.merge()")

    def _touched(self, state):
        if not any([state is s for s in self._dirty]):
            self._dirty.append(state)

    @property
    def new(self):
        return list(self._new)

    @property
    def dirty(self):
        return [s.instance for s in self._dirty]

    @property
    def deleted(self):
        return list(self._deleted)

    def __contains__(self, instance):
        state = instance.__dict__.get("_limbeck_state")
        return state is not None and state.session is self

    def __iter__(self):
        return iter(list(self._new) + list(self._identity.values()))

    def is_modified(self, instance, **kw):
        state = instance.__dict__.get("_limbeck_state")
        return state is not None and bool(state.dirty)

    @property
    def no_autoflush(self):
        return _NoAutoflush(self)

    def flush(self, objects=None):
        """Write what was added, changed and deleted."""
        if self._new or self._dirty or self._deleted:
            from .flush import flush

            flush(self)

    def _load(self, cls, values):
        """The instance for a row of `cls`; the one already there for the same key."""
        mapper = cls.__mapper__
        keys = list(mapper.attributes)
        data = dict(zip(keys, values))
        identity = (mapper.local_table, tuple([data[k] for k in keys_of(mapper)]))
        known = self._identity.get(identity)
        if known is not None:
            return known
        if all([v is None for v in identity[1]]):
            return None
        made = object.__new__(cls)
        made.__dict__.update(data)
        state = made.__dict__["_limbeck_state"] = State(self, True)
        state.instance = made
        self._identity[identity] = made
        return made

    # statements

    def execute(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        """Run a statement; mapped classes in a select come back as instances."""
        if self.autoflush:
            self.flush()
        entities = getattr(statement, "_entities", ())
        if any([mapped(e) or hasattr(e, "_bundle") for e in entities]):
            from .query import instances

            return instances(self, statement, entities, params)
        return self.connection().execute(statement, params)

    def scalar(self, statement, params=None, **kw):
        return self.execute(statement, params).scalar()

    def scalars(self, statement, params=None, **kw):
        return self.execute(statement, params).scalars()

    def get(self, entity, ident, **kw):
        """The instance with this primary key, or None."""
        from .query import Query

        return Query((entity,), self).get(ident)

    def get_one(self, entity, ident, **kw):
        found = self.get(entity, ident)
        if found is None:
            from ..exc import NoResultFound

            raise NoResultFound("No row was found when one was required")
        return found

    def query(self, *entities):
        """The older way to select."""
        from .query import Query

        return Query(entities, self)

    # bulk

    def bulk_save_objects(self, objects, **kw):
        self.add_all([o for o in objects if o.__dict__.get("_limbeck_state") is None])
        self.flush()

    def bulk_insert_mappings(self, mapper, mappings, **kw):
        mappings = [dict(m) for m in mappings]
        if mappings:
            self.execute(getattr(mapper, "__table__", mapper).insert(), mappings)

    def bulk_update_mappings(self, mapper, mappings):
        from .query import values_condition

        for row in mappings:
            keys = keys_of(mapper.__mapper__)
            self.connection().execute(mapper.__table__.update().where(values_condition(mapper.__mapper__, row)).values({
                mapper.__mapper__.attributes[k].key: v for k, v in row.items() if k not in keys}))


class _Block:
    """`with session.begin():`"""

    def __init__(self, session):
        self._session = session

    def __enter__(self):
        return self._session

    def __exit__(self, kind, value, trace):
        if kind is None:
            self._session.commit()
        else:
            self._session.rollback()
        return False


class _NoAutoflush:
    def __init__(self, session):
        self._session = session

    def __enter__(self):
        self._old, self._session.autoflush = self._session.autoflush, False
        return self._session

    def __exit__(self, *error):
        self._session.autoflush = self._old
        return False


class SessionTransaction:
    pass


class sessionmaker:
    """A factory of sessions."""

    def __init__(self, bind=None, *, class_=Session, **kw):
        self.class_ = class_
        self.kw = dict(kw, bind=bind)

    def __call__(self, **kw):
        return self.class_(**dict(self.kw, **kw))

    def configure(self, **kw):
        self.kw.update(kw)

    def begin(self):
        return _OwnBlock(self())

    def close_all(self):
        pass

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class _OwnBlock(_Block):
    def __exit__(self, *error):
        try:
            return _Block.__exit__(self, *error)
        finally:
            self._session.close()


class scoped_session:
    """One session, made when first used."""

    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self._session = None

    @property
    def registry(self):
        return self

    def __call__(self, **kw):
        if self._session is None or kw:
            self._session = self.session_factory(**kw)
        return self._session

    def remove(self):
        if self._session is not None:
            self._session.close()
            self._session = None

    def configure(self, **kw):
        self.session_factory.configure(**kw)

    def query_property(self, query_cls=None):
        owner = self

        class Property:
            def __get__(self, instance, cls):
                return owner().query(cls)

        return Property()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self(), name)

    def __enter__(self):
        return self()

    def __exit__(self, *error):
        self.remove()
        return False


def object_session(instance):
    state = instance.__dict__.get("_limbeck_state")
    return None if state is None else state.session


def make_transient(instance):
    instance.__dict__.pop("_limbeck_state", None)


def close_all_sessions():
    pass
