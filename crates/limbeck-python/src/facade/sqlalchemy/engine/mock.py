"""The connection of offline mode: it writes, it cannot read."""

from .._core import caller
from ..exc import InvalidRequestError


class MockConnection:
    """What `op.get_bind()` is with --sql."""

    def __init__(self, dialect, executor=None):
        self.dialect = dialect
        self._executor = executor

    @property
    def engine(self):
        return self

    @property
    def url(self):
        raise InvalidRequestError("there is no database URL in offline mode (--sql)")

    def connect(self, **kw):
        return self

    def begin(self):
        return self

    def begin_nested(self):
        return self

    def in_transaction(self):
        return True

    def in_nested_transaction(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def execution_options(self, **kw):
        return self

    def commit(self):
        pass

    def rollback(self):
        raise InvalidRequestError("cannot roll back in offline mode (--sql)")

    def close(self):
        pass

    def execute(self, statement, parameters=None, execution_options=None):
        """Write the statement to the script."""
        if self._executor is not None:
            self._executor(statement, parameters)
            return None
        import _limbeck
        from .base import prepared

        if isinstance(statement, str):
            from ..exc import ObjectNotExecutableError

            raise ObjectNotExecutableError(statement)
        statement, parameters = prepared(statement, parameters, self.dialect)
        file, line = caller()
        rows = parameters if isinstance(parameters, list) else [parameters]
        for row in rows:
            one = statement
            if row:
                one = _with_values(statement, row)
            _limbeck.context_execute(one, file, line)
        return OfflineResult()

    def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        import _limbeck

        if parameters:
            raise InvalidRequestError("driver-level parameters cannot be written in offline mode (--sql)")
        file, line = caller()
        _limbeck.context_execute(statement, file, line)
        return OfflineResult()

    def scalar(self, statement, parameters=None, execution_options=None):
        return self.execute(statement, parameters).scalar()

    def scalars(self, statement, parameters=None, execution_options=None):
        return self.execute(statement, parameters).scalars()

    @property
    def connection(self):
        raise InvalidRequestError("there is no database connection in offline mode (--sql)")


def _with_values(statement, row):
    from ..sql.elements import TextClause

    if isinstance(statement, TextClause):
        return statement.bindparams(**row)
    if getattr(statement, "is_insert", False) or getattr(statement, "is_update", False):
        return statement.values(**row)
    from ..sql.elements import Call

    return Call(".params", (statement,), row)


class OfflineResult:
    """Of a statement that was written, not run."""

    rowcount = -1
    returns_rows = False

    def close(self):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise InvalidRequestError("the script reads a result (.%s), and there is no database in offline mode (--sql);"
                                  " guard it with context.is_offline_mode()" % name)

    def __iter__(self):
        return self.__getattr__("iteration")
