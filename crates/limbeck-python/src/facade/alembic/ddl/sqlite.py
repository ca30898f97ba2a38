"""The implementation's name."""


class SQLiteImpl:
    __dialect__ = "sqlite"

    def __init_subclass__(cls, **kw):
        import _limbeck

        _limbeck.register("impl", getattr(cls, "__dialect__", cls.__name__), cls)
