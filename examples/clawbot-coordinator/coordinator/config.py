"""The settings of the coordinator, all from the environment."""
import os
from dataclasses import dataclass

DEFAULT_DATABASE_URL = "postgresql+asyncpg://clawbot:clawbot@localhost:5432/clawbot"


def _with_async_driver(url: str) -> str:
    """Hosting platforms hand out `postgres://...`; SQLAlchemy wants the driver's name in it."""
    for scheme in ("postgres://", "postgresql://"):
        if url.startswith(scheme):
            return "postgresql+asyncpg://" + url.removeprefix(scheme)
    return url


@dataclass(frozen=True)
class Settings:
    """What can be set from outside."""

    database_url: str
    echo_sql: bool = False

    @classmethod
    def from_environment(cls) -> "Settings":
        return cls(
            database_url=_with_async_driver(os.environ.get("DATABASE_URL") or DEFAULT_DATABASE_URL),
            echo_sql=os.environ.get("ECHO_SQL", "").lower() in ("1", "true", "yes"),
        )


settings = Settings.from_environment()
