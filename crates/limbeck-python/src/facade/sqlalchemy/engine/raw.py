"""A DBAPI-like connection and cursor: raw driver SQL."""

from .._core import caller


class DriverConnection:
    """What "connect" listeners get."""

    autocommit = False

    def __init__(self, native):
        self._native = native
        self.dbapi_connection = self.driver_connection = self

    def cursor(self, *args, **kw):
        return Cursor(self)

    def execute(self, statement, parameters=None):
        return self.cursor().execute(statement, parameters)

    def _run(self, statement, parameters):
        file, line = caller()
        return self._native.execute(statement, parameters, file, line)

    def commit(self):
        if self._native.in_transaction():
            self._native.commit()

    def rollback(self):
        if self._native.in_transaction():
            self._native.rollback()

    def close(self):
        pass

    @property
    def isolation_level(self):
        return None

    @isolation_level.setter
    def isolation_level(self, value):
        pass  # the switch of Python's sqlite3 for its implicit BEGIN, which does not exist here

    def set_session(self, autocommit=None, isolation_level=None, **kw):
        if autocommit:
            self._native.set_isolation_level("AUTOCOMMIT")

    def create_function(self, *args, **kw):
        from .._core import unsupported

        raise unsupported("SQLite functions written in Python")

    create_aggregate = create_collation = enable_load_extension = load_extension = create_function


class RawConnection(DriverConnection):
    """`connection.connection`."""

    def __init__(self, connection):
        DriverConnection.__init__(self, connection._native)
        self._connection = connection

    def _run(self, statement, parameters):
        self._connection._ready()
        return DriverConnection._run(self, statement, parameters)

    def commit(self):
        self._connection.commit()

    def rollback(self):
        self._connection.rollback()

    def detach(self):
        pass


class Cursor:
    """A cursor over rows that were all read."""

    arraysize = 1
    description = None
    rowcount = -1
    lastrowid = None

    def __init__(self, connection):
        self.connection = connection
        self._rows = None
        self._at = 0

    def execute(self, statement, parameters=None):
        if isinstance(parameters, list):
            parameters = tuple(parameters)
        columns, rows, self.rowcount, self.lastrowid = self.connection._run(str(statement), parameters)
        self.description = None if columns is None else [(n, None, None, None, None, None, None) for n in columns]
        self._rows, self._at = rows if columns is not None else None, 0
        return self

    def executemany(self, statement, rows):
        self.connection._run(str(statement), [tuple(r) if isinstance(r, list) else r for r in rows])
        return self

    def executescript(self, script):
        self.connection._run(script, None)
        return self

    def fetchone(self):
        rows = self.fetchmany(1)
        return rows[0] if rows else None

    def fetchmany(self, size=1):
        if self._rows is None:
            from ..exc import ProgrammingError, from_native

            raise from_native("ProgrammingError", "no results to fetch")
        rows = [tuple(r) for r in self._rows[self._at:self._at + size]]
        self._at += len(rows)
        return rows

    def fetchall(self):
        return self.fetchmany(len(self._rows or ()))

    def __iter__(self):
        return iter(self.fetchall())

    def close(self):
        self._rows = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
        return False
