"""`context`: what env.py calls."""

import _limbeck

from . import _state


def __getattr__(name):
    if name == "config":
        from .config import running

        return running()
    if name == "script":
        from .script import running

        return running()
    if name == "impl":
        return get_impl()
    raise AttributeError("module 'alembic.context' has no attribute %r" % name)


_OPTIONS = frozenset(("transactional_ddl transaction_per_migration output_buffer starting_rev tag template_args render_as_batch target_metadata include_name"
                      " include_object include_schemas process_revision_directives compare_type compare_server_default render_item literal_binds upgrade_token"
                      " downgrade_token alembic_module_prefix sqlalchemy_module_prefix user_module_prefix on_version_apply autogenerate_plugins").split())


_DEFAULTS = {"upgrade_token": "upgrades", "downgrade_token": "downgrades", "alembic_module_prefix": "op.", "sqlalchemy_module_prefix": "sa.",
             "user_module_prefix": None, "render_as_batch": False, "include_schemas": False, "compare_type": True, "compare_server_default": False}


def configure(connection=None, url=None, dialect_name=None, dialect_opts=None, *positional, **options):
    """Set up the migration context."""
    from sqlalchemy.engine.base import Connection, Engine

    if positional:
        names = ("transactional_ddl", "transaction_per_migration", "output_buffer", "starting_rev", "tag", "template_args", "render_as_batch", "target_metadata")
        options.update(zip(names, positional))
    if dialect_opts is not None:
        options["dialect_opts"] = dialect_opts
    dialect = options.pop("dialect", None)
    if dialect is not None and dialect_name is None:
        dialect_name = dialect.name
    metadata = options.pop("target_metadata", None)
    functions = options.get("on_version_apply")
    if functions is not None and not isinstance(functions, (list, tuple)):
        options["on_version_apply"] = (functions,)
    plugins = options.get("autogenerate_plugins")
    if plugins is not None:
        from .runtime.plugins import others

        given, options["autogenerate_plugins"] = list(plugins), others(plugins)
    native = None
    if connection is not None:
        if isinstance(connection, Engine) or not isinstance(connection, Connection):
            from .util import CommandError

            raise CommandError("'connection' argument to configure() is expected to be a sqlalchemy.engine.Connection instance, got %r" % (connection,))
        native = connection._native
        options["_autobegun"] = bool(native.in_transaction() and not connection._explicit)
        _state.connection = connection
    if url is not None and not isinstance(url, str):
        url = url.render_as_string(hide_password=False)
    _state.context, _state.metadata = None, metadata
    _state.opts = dict(_DEFAULTS, **dict({k: v for k, v in options.items() if not k.startswith("_")}, target_metadata=metadata))
    if plugins is not None:
        _state.opts["autogenerate_plugins"] = given
    _limbeck.configure(native, url, dialect_name, options, list(metadata) if isinstance(metadata, (list, tuple)) else metadata)


class TransactionBlock:
    """`with context.begin_transaction():`"""

    def __enter__(self):
        self._ours = _limbeck.begin_transaction()
        return self

    def __exit__(self, kind, value, trace):
        if self._ours:
            self._ours = False
            _limbeck.end_transaction(kind is not None)
        return False

    def commit(self):
        self.__exit__(None, None, None)

    def rollback(self):
        if self._ours:
            self._ours = False
            _limbeck.end_transaction(True)


def begin_transaction():
    """The transaction of the run, when limbeck is to have one."""
    return TransactionBlock()


def run_migrations(**kw):
    """Run the command's steps."""
    _limbeck.run_migrations(kw)


def execute(sql, execution_options=None):
    """Run or write a statement."""
    from sqlalchemy._core import caller

    file, line = caller()
    _limbeck.context_execute(sql, file, line)


def static_output(text):
    """Write text to the offline script."""
    _limbeck.static_output(text)


def is_offline_mode():
    return _limbeck.is_offline()


def is_transactional_ddl():
    return bool(_limbeck.context_info("transactional_ddl"))


def requires_connection():
    return not _limbeck.is_offline()


def get_head_revision():
    heads = _limbeck.head_revisions()
    if len(heads) > 1:
        from .util import CommandError

        raise CommandError("The script directory has multiple heads; please use get_heads()")
    return heads[0] if heads else None


def get_head_revisions():
    return tuple(_limbeck.head_revisions())


def get_starting_revision_argument():
    return _limbeck.starting_revision_argument()


def get_revision_argument():
    return _limbeck.revision_argument()


def get_tag_argument():
    return _limbeck.tag_argument()


def get_x_argument(as_dictionary=False):
    """The -x arguments."""
    given = list(_limbeck.x_arguments() or [])
    if not as_dictionary:
        return given
    made = {}
    for text in given:
        key, _, value = text.partition("=")
        made[key] = value
    return made


def get_context():
    from .runtime.migration import current

    return current()


def get_bind():
    return _state.bind()


def get_impl():
    return get_context().impl
