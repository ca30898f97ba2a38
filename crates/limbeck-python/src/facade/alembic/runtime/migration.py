"""MigrationContext."""

import _limbeck
from sqlalchemy._core import unsupported

from .. import _state
from .._directives import AutocommitBlock


def current():
    """The running context."""
    if _state.context is None:
        _state.context = MigrationContext()
    return _state.context


class MigrationContext:
    """The context of a run; or, by `configure(connection)`, one that can be asked for the current revision."""

    _connection = None
    _options = None

    @classmethod
    def configure(cls, connection=None, url=None, dialect_name=None, dialect=None, environment_context=None, dialect_opts=None, opts=None):
        made = cls()
        made._connection = connection
        made._options = dict(opts or {})
        if connection is None:
            raise unsupported("MigrationContext.configure() without a connection")
        return made

    @property
    def bind(self):
        return _state.bind() if self._options is None else self._connection

    connection = bind

    @property
    def dialect(self):
        return self.bind.dialect

    @property
    def opts(self):
        return _state.opts if self._options is None else self._options

    @property
    def as_sql(self):
        return bool(_limbeck.context_info("as_sql")) if self._options is None else False

    @property
    def config(self):
        from ..config import running

        return running()

    @property
    def script(self):
        from ..script import running

        return running()

    @property
    def environment_context(self):
        from .. import context

        return context

    @property
    def version_table(self):
        return _limbeck.context_info("version_table") if self._options is None else self._options.get("version_table", "alembic_version")

    @property
    def version_table_schema(self):
        return _limbeck.context_info("version_table_schema") if self._options is None else self._options.get("version_table_schema")

    @property
    def impl(self):
        return Impl(self)

    def get_current_heads(self):
        """The revisions in the version table."""
        if self._options is None:
            return tuple(_limbeck.current_heads())
        from sqlalchemy.engine.base import native_of

        return tuple(_limbeck.migration_heads(native_of(self._connection), self._options))

    def get_current_revision(self):
        heads = self.get_current_heads()
        if len(heads) > 1:
            from ..util import CommandError

            raise CommandError("Version table '%s' has more than one head present; please use get_current_heads()" % self.version_table)
        return heads[0] if heads else None

    def execute(self, sql, execution_options=None):
        from .. import context

        if self._options is not None:
            from sqlalchemy import text

            return self._connection.execute(text(sql) if isinstance(sql, str) else sql)
        return context.execute(sql, execution_options)

    def begin_transaction(self, _per_migration=False):
        from .. import context

        if self._options is not None:
            return self._connection.begin()
        return context.begin_transaction()

    def autocommit_block(self):
        """A block outside of a transaction."""
        return AutocommitBlock()

    def run_migrations(self, **kw):
        if self._options is not None:
            raise unsupported("run_migrations() of a MigrationContext that env.py did not configure")
        _limbeck.run_migrations(kw)

    def stamp(self, script_directory, revision):
        if self._options is not None:
            raise unsupported("stamp() of a MigrationContext that env.py did not configure")
        _limbeck.stamp(revision)


class Impl:
    """The dialect's part of the context."""

    def __init__(self, context):
        self._context = context
        self.dialect = context.dialect
        self.as_sql = context.as_sql

    @property
    def bind(self):
        return self._context.bind

    connection = bind

    @property
    def transactional_ddl(self):
        return bool(_limbeck.context_info("transactional_ddl"))

    @property
    def __dialect__(self):
        return self.dialect.name

    def execute(self, sql, execution_options=None):
        return self._context.execute(sql)

    _exec = execute

    def static_output(self, text):
        _limbeck.static_output(text)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise unsupported("context.impl.%s" % name)


class MigrationInfo:
    """A step, as `on_version_apply` gets it."""

    def __init__(self, info):
        self.__dict__.update(info)
        self.is_downgrade = not self.is_upgrade

    @property
    def is_migration(self):
        return not self.is_stamp

    @property
    def up_revision(self):
        return self.up_revision_id

    @property
    def down_revision_id(self):
        ids = self.down_revision_ids
        return ids[0] if ids else None
