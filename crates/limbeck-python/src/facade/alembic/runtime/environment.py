"""EnvironmentContext is `alembic.context` here."""


class EnvironmentContext:
    def __init__(self, config, script, **kw):
        from sqlalchemy._core import unsupported

        raise unsupported("EnvironmentContext()", "use alembic.context")
