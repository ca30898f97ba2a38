"""The column types that fastapi-users writes into version scripts. Everything else of it is absent."""

from sqlalchemy import CHAR, TIMESTAMP
from sqlalchemy.dialects.postgresql import UUID
from sqlalchemy.types import TypeDecorator


class GUID(TypeDecorator):
    """PostgreSQL's UUID; elsewhere its text of 36 characters."""

    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return UUID() if dialect.name == "postgresql" else CHAR(36)

    def process_bind_param(self, value, dialect):
        import uuid

        if value is None or dialect.name == "postgresql":
            return value if value is None else str(value)
        return str(value if isinstance(value, uuid.UUID) else uuid.UUID(value))

    def process_result_value(self, value, dialect):
        import uuid

        return value if value is None or isinstance(value, uuid.UUID) else uuid.UUID(value)


class TIMESTAMPAware(TypeDecorator):
    """A timestamp that comes back in UTC."""

    impl = TIMESTAMP
    cache_ok = True

    def process_result_value(self, value, dialect):
        from datetime import timezone

        return value if value is None or dialect.name == "postgresql" else value.replace(tzinfo=timezone.utc)


# Where fastapi-users has them, which scripts have to import.
GUID.__module__ = TIMESTAMPAware.__module__ = "fastapi_users_db_sqlalchemy.generics"


def __getattr__(name):
    if name == "generics":
        import sys

        return sys.modules[__name__]
    if name.startswith("__"):
        raise AttributeError(name)
    from _limbeck_absent import Absent

    return Absent(name, "fastapi_users_db_sqlalchemy")
