"""Engines and connections with SQLAlchemy 2's transactions, over Rust's connections."""

from .._core import Construct, caller, state
from .interfaces import dialect_class
from .result import Result
from .url import make_url


def native_of(bind):
    """The native connection of a Connection; None for the offline one."""
    if isinstance(bind, Connection):
        bind._ready()
        return bind._native
    from .mock import MockConnection

    if bind is None or isinstance(bind, MockConnection):
        return None
    if hasattr(bind, "get_bind"):  # a Session or the operations object
        return native_of(bind.connection() if hasattr(bind, "connection") and callable(bind.connection) else bind.get_bind())
    if isinstance(bind, Engine):
        return native_of(bind.connect())
    from ..exc import ArgumentError

    raise ArgumentError("expected a Connection, got %r" % (bind,))


def prepared(statement, parameters, dialect):
    """Statement and parameters for Rust: Python-side defaults filled in, parameters a dict, a list of dicts, or None."""
    if isinstance(parameters, tuple):
        parameters = list(parameters)
    if isinstance(parameters, list):
        if not parameters:
            parameters = None
        elif not all([hasattr(p, "keys") for p in parameters]):
            from ..exc import ArgumentError

            raise ArgumentError("List argument must consist only of dictionaries" if isinstance(parameters[0], dict)
                                else "List argument must consist only of tuples or dictionaries")
        else:
            parameters = [dict(p) for p in parameters]
    elif parameters is not None:
        if not hasattr(parameters, "keys"):
            from ..exc import ArgumentError

            raise ArgumentError("mapping or list expected for parameters")
        parameters = dict(parameters)
    if getattr(statement, "is_dml", False):
        from ..sql.dml import with_defaults

        old = state.dialect
        state.dialect = dialect
        try:
            statement, parameters = with_defaults(statement, parameters)
        finally:
            state.dialect = old
    return statement, parameters


def processor(statement, dialect):
    """A function from a driver's row to Python values for what `statement` selects, and the selected columns; None, None when not known."""
    entities = getattr(statement, "_entities", None)
    if not entities:
        return None, None
    from ..sql.elements import ColumnElement, own_type
    from ..sql.type_api import TypeEngine

    columns = []
    for item in entities:
        table = item.__dict__.get("__table__") if isinstance(item, type) else None
        table = table if table is not None else item
        if hasattr(table, "c") and not hasattr(table, "_proxy_key"):
            try:
                columns.extend(list(table.c))
            except TypeError:
                return None, None
        else:
            columns.append(item)
    types = []
    for column in columns:
        type_ = own_type(column) if isinstance(column, ColumnElement) else None
        types.append(type_.dialect_impl(dialect) if type_ is not None and type_._variants else type_)
    if all([t is None or t.__class__._result is TypeEngine._result for t in types]):
        return None, columns

    def process(row):
        if len(row) != len(types):
            return row
        return tuple([v if t is None else t._result(v, dialect) for t, v in zip(types, row)])

    return process, columns


class Connection:
    """A database connection."""

    def __init__(self, engine, native=None, url=None, execution_options=None):
        self._engine = engine
        self._native = native
        self._options = dict(execution_options or {})
        self._transaction = None
        self._nested = None
        self._counter = 0
        self._explicit = False
        self._invalid = False
        self.info = {}
        self.dialect = engine.dialect
        if native is not None:
            self._adopt(native)

    def _adopt(self, native):
        self._native = native
        self.dialect = dialect_class(native.dialect_name)()
        self.dialect.driver = self._engine.dialect.driver or self.dialect.driver
        self.dialect._native = native

    @property
    def engine(self):
        return self._engine

    @property
    def closed(self):
        return self._native.closed

    @property
    def invalidated(self):
        return False

    @property
    def default_isolation_level(self):
        return self._native.get_isolation_level()

    def get_isolation_level(self):
        return self._native.get_isolation_level()

    @property
    def connection(self):
        """The driver's connection, as far as there is one: raw cursors."""
        from .raw import RawConnection

        return RawConnection(self)

    def detach(self):
        pass

    def invalidate(self, exception=None):
        self.close()

    def _ready(self):
        from ..exc import PendingRollbackError, ResourceClosedError

        if self._native.closed:
            raise ResourceClosedError("This Connection is closed")
        if self._invalid:
            raise PendingRollbackError("Can't reconnect until invalid transaction is rolled back.  Please rollback() fully before proceeding")
        if not self._native.in_transaction() and not self._autocommit():
            self._native.begin()
            self._explicit = False
            self._transaction = RootTransaction(self)

    def _autocommit(self):
        return str(self._options.get("isolation_level") or "").upper().replace("_", " ") == "AUTOCOMMIT"

    # transactions

    def begin(self):
        """Begin a transaction."""
        from ..exc import InvalidRequestError

        if self._native.in_transaction():
            raise InvalidRequestError("This connection has already initialized a SQLAlchemy Transaction() object via begin() or autobegin; can't call begin() here"
                                      " unless rollback() or commit() is called first.")
        if not self._autocommit():
            self._native.begin()
        self._explicit = True
        self._transaction = RootTransaction(self)
        return self._transaction

    def begin_nested(self):
        """A savepoint."""
        if not self._native.in_transaction():
            self._native.begin()
            self._explicit = False
            self._transaction = RootTransaction(self)
        self._counter += 1
        self._nested = NestedTransaction(self, "sa_savepoint_%d" % self._counter, self._nested)
        return self._nested

    def begin_twophase(self, xid=None):
        from .._core import unsupported

        raise unsupported("two-phase transactions")

    def in_transaction(self):
        return self._native.in_transaction()

    def in_nested_transaction(self):
        return self._nested is not None and self._nested.is_active

    def get_transaction(self):
        if not self._native.in_transaction():
            return None
        if self._transaction is None or not self._transaction.is_active:
            self._transaction = RootTransaction(self)
        return self._transaction

    def get_nested_transaction(self):
        return self._nested

    def _ended(self):
        if self._transaction is not None:
            self._transaction.is_active = False
        self._transaction = None
        while self._nested is not None:
            self._nested.is_active = False
            self._nested = self._nested._outer
        self._invalid = False
        self._explicit = False

    def commit(self):
        if self._native.in_transaction():
            self._native.commit()
        self._ended()

    def rollback(self):
        if self._native.in_transaction():
            self._native.rollback()
        self._ended()

    def close(self):
        if not self._native.closed:
            self._native.close()
        self._ended()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
        return False

    # execution

    def execution_options(self, **options):
        """Options, in place, as SQLAlchemy 2 does."""
        if "isolation_level" in options:
            from ..exc import InvalidRequestError

            level = options["isolation_level"]
            if self._native.in_transaction():
                raise InvalidRequestError("This connection has already initialized a SQLAlchemy Transaction() object via begin() or autobegin; isolation_level may"
                                          " not be altered unless rollback() or commit() is called first.")
            self._native.set_isolation_level(str(level).upper().replace("_", " "))
        if options.get("schema_translate_map"):
            from .._core import unsupported

            raise unsupported("schema_translate_map")
        self._options.update(options)
        return self

    def get_execution_options(self):
        return dict(self._options)

    def execute(self, statement, parameters=None, *, execution_options=None):
        """Run a construct."""
        return self._run(statement, parameters, execution_options)

    def _run(self, statement, parameters, execution_options=None):
        from ..exc import ObjectNotExecutableError

        if isinstance(statement, Construct):
            if not hasattr(statement, "is_text"):
                from ..sql.elements import ClauseElement, ColumnElement
                from ..sql.schema import ColumnDefault, Sequence

                if isinstance(statement, Sequence):
                    from ..sql.selectable import select

                    return self._run(select(statement.next_value()), None).scalar()
                if not isinstance(statement, ColumnElement):
                    raise ObjectNotExecutableError(statement)
                from ..sql.selectable import select

                statement = select(statement)
            elif getattr(statement, "is_select", None) is False and not statement.is_text and not statement.is_dml:
                from ..sql.functions import FunctionElement

                if isinstance(statement, FunctionElement):
                    from ..sql.selectable import select

                    statement = select(statement)
        elif not hasattr(statement, "__limbeck__"):
            raise ObjectNotExecutableError(statement)
        if (execution_options or {}).get("schema_translate_map") or (getattr(statement, "_execution", None) or {}).get("schema_translate_map"):
            from .._core import unsupported

            raise unsupported("schema_translate_map")
        if parameters is not None and isinstance(parameters, list) and not parameters:
            parameters = None
        statement, parameters = prepared(statement, parameters, self.dialect)
        result = self._send(statement, parameters)
        result._parameters = parameters
        process, columns = processor(statement, self.dialect)
        if result._keys is not None:
            result._process = process
            result._keys.columns = columns
        return result

    def _send(self, statement, parameters):
        self._ready()
        file, line = caller()
        old = state.dialect
        state.dialect = self.dialect
        try:
            columns, rows, count, last = self._native.execute(statement, parameters, file, line)
        finally:
            state.dialect = old
        return Result(columns, rows, count, last, statement, owner=self)

    def scalar(self, statement, parameters=None, *, execution_options=None):
        return self._run(statement, parameters, execution_options).scalar()

    def scalars(self, statement, parameters=None, *, execution_options=None):
        return self._run(statement, parameters, execution_options).scalars()

    def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        """Run text as the driver takes it."""
        if isinstance(parameters, list) and parameters and not isinstance(parameters[0], (tuple, dict, list)):
            from ..exc import ArgumentError

            raise ArgumentError("List argument must consist only of tuples or dictionaries")
        return self._send(statement, parameters)

    def run_callable(self, function, *args, **kw):
        return function(self, *args, **kw)

    def schema_for_object(self, item):
        return item.schema

    def __repr__(self):
        return "<sqlalchemy.engine.base.Connection object at %#x>" % id(self)


class Transaction:
    """A transaction in progress; a context manager that commits, or rolls back on an error."""

    is_active = True

    def __init__(self, connection):
        self.connection = connection

    @property
    def is_valid(self):
        return self.is_active

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if not self.is_active:
            if kind is None and isinstance(self, RootTransaction) and self._by_hand:
                return False
            if kind is None:
                from ..exc import InvalidRequestError

                raise InvalidRequestError("Can't operate on closed transaction inside context manager.  Please complete the context manager before emitting further commands.")
            return False
        if kind is None:
            try:
                self.commit()
            except BaseException:
                if self.is_active:
                    self.rollback()
                raise
        else:
            self.rollback()
        return False

    _by_hand = False

    def close(self):
        if self.is_active:
            self.rollback()


class RootTransaction(Transaction):
    def commit(self):
        from ..exc import InvalidRequestError

        if not self.is_active:
            raise InvalidRequestError("This transaction is inactive")
        self._by_hand = True
        self.connection.commit()

    def rollback(self):
        if self.is_active:
            self._by_hand = True
            self.connection.rollback()


class NestedTransaction(Transaction):
    def __init__(self, connection, name, outer):
        self.connection = connection
        self._name = name
        self._outer = outer
        connection._native.savepoint(name)

    def _done(self):
        self.is_active = False
        if self.connection._nested is self:
            self.connection._nested = self._outer

    def commit(self):
        if self.is_active:
            self.connection._native.release(self._name)
            self._done()

    def rollback(self):
        if self.is_active:
            self.connection._native.rollback_to(self._name)
            self._done()


class TwoPhaseTransaction(RootTransaction):
    pass


class _Begin:
    """`engine.begin()`: a connection in a transaction."""

    def __init__(self, engine):
        self._engine = engine

    def __enter__(self):
        self._connection = self._engine.connect()
        self._transaction = self._connection.begin()
        return self._connection

    def __exit__(self, *error):
        try:
            if self._transaction.is_active:
                self._transaction.__exit__(*error)
        finally:
            self._connection.close()
        return False


class Engine:
    """A database by its URL."""

    _listeners = {}  # of the class: `listens_for(Engine, "connect")`

    def __init__(self, url, options=None, execution_options=None):
        self.url = url
        self._given = options or {}
        self._options = dict(execution_options or {})
        self._listeners = {}
        self.dialect = dialect_class(url.get_backend_name())()
        self.dialect.driver = url.get_driver_name()
        self.echo = bool(self._given.get("echo"))
        self.hide_parameters = bool(self._given.get("hide_parameters"))
        self.pool = _Pool(self)

    @property
    def name(self):
        return self.dialect.name

    @property
    def driver(self):
        return self.dialect.driver

    @property
    def engine(self):
        return self

    def __repr__(self):
        return "Engine(%r)" % (self.url,)

    def connect(self):
        """Open a connection."""
        import _limbeck

        from .connect_args import url_with

        native = _limbeck.connect(url_with(self.url, self._given.get("connect_args")).render_as_string(hide_password=False), self._given)
        connection = Connection(self, native, execution_options=self._options)
        self.dialect._native = native
        for name in ("connect", "first_connect"):
            for function in Engine._listeners.get(name, []) + self._listeners.get(name, []):
                from .raw import DriverConnection

                _call(function, DriverConnection(native), None)
        level = self._options.get("isolation_level")
        if level:
            native.set_isolation_level(str(level).upper().replace("_", " "))
        for function in Engine._listeners.get("engine_connect", []) + self._listeners.get("engine_connect", []):
            _call(function, connection)
        return connection

    def begin(self):
        return _Begin(self)

    def raw_connection(self):
        return self.connect().connection

    def dispose(self, close=True):
        pass

    def execution_options(self, **options):
        made = Engine(self.url, self._given, dict(self._options, **options))
        made._listeners = self._listeners
        return made

    def get_execution_options(self):
        return dict(self._options)

    def update_execution_options(self, **options):
        self._options.update(options)

    def _run_ddl_visitor(self, *args, **kw):
        from .._core import unsupported

        raise unsupported("DDL visitors")


def _call(function, *args):
    """Call a listener with as many arguments as it takes."""
    code = getattr(function, "__code__", None)
    if code is not None and not code.co_flags & 4:
        args = args[: code.co_argcount - (1 if hasattr(function, "__self__") else 0)]
    function(*args)


class _Pool:
    def __init__(self, engine):
        self._engine = engine

    def dispose(self):
        pass

    def status(self):
        return "limbeck opens a connection when it is asked for"


class Adopted(Engine):
    """The engine of a connection that Rust opened."""

    def __init__(self, native):
        text = getattr(native, "url", None)
        Engine.__init__(self, make_url(text) if text else make_url(native.dialect_name + "://"))
        self.dialect._native = native


def adopt(native):
    """A Connection for a native connection."""
    return Connection(Adopted(native), native)


# the class that user code imports by other names
ConnectionEventsTarget = Connection
