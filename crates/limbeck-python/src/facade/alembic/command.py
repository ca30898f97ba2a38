"""Commands cannot be run from within a run."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from sqlalchemy._core import unsupported

    raise unsupported("alembic.command.%s" % name, "a command is already running")
