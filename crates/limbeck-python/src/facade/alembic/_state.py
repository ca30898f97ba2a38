"""What the running environment knows: its connection and its context."""

import _limbeck

connection = None  # the Connection that env.py configured
mock = None
context = None
config = None
opts = {}
metadata = None  # what env.py gave as target_metadata


def begin_run():
    """Forget the run before."""
    global connection, mock, context, config, metadata
    connection = mock = context = config = metadata = None
    import sys

    if "alembic.autogenerate" in sys.modules:
        sys.modules["alembic.autogenerate"]._current = None
    if "alembic._revision" in sys.modules:
        sys.modules["alembic._revision"].begin_run()


def bind():
    """The connection of the running context: env.py's own when it is that, else one around Rust's; a mock offline."""
    global connection, mock
    native = _limbeck.get_bind()
    if native is None:
        if mock is None:
            from sqlalchemy.engine.interfaces import dialect_for
            from sqlalchemy.engine.mock import MockConnection

            mock = MockConnection(dialect_for(_limbeck.context_info("dialect_name") or "default"))
        return mock
    if connection is None or connection._native is not native:
        from sqlalchemy.engine.base import adopt

        connection = adopt(native)
    return connection
