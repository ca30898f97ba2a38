"""The implementation's name."""


class PostgresqlImpl:
    __dialect__ = "postgresql"

    def __init_subclass__(cls, **kw):
        import _limbeck

        _limbeck.register("impl", getattr(cls, "__dialect__", cls.__name__), cls)
