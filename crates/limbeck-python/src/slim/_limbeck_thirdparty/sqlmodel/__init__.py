"""The column type that SQLModel writes into every version script. Everything else of SQLModel is absent."""

from sqlalchemy.types import String, TypeDecorator


class AutoString(TypeDecorator):
    """A string; where the database asks for a length, 255."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if self.impl.length is None and dialect.name in ("mysql", "mariadb"):
            return String(255)
        return self.impl


def __getattr__(name):
    if name in ("sql", "sqltypes"):
        import sys

        return sys.modules[__name__]
    if name.startswith("__"):
        raise AttributeError(name)
    from _limbeck_absent import Absent

    return Absent(name, "sqlmodel")
