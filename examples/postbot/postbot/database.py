"""Which database postbot uses: the bot itself and its migrations ask here."""
import os
from typing import Optional

from sqlalchemy.engine import URL, make_url

PARTS = ("DB_USER", "DB_PASSWORD", "DB_HOST", "DB_PORT", "DB_NAME")


def database_url() -> Optional[URL]:
    """`DATABASE_URL`, else the five `DB_*` variables, else None. Never print it: it holds the password."""
    whole = os.environ.get("DATABASE_URL")
    if whole:
        return make_url(whole)

    given = {name: os.environ[name] for name in PARTS if os.environ.get(name)}
    if not given:
        return None
    missing = [name for name in PARTS if name not in given and name not in ("DB_PASSWORD", "DB_PORT")]
    if missing:
        raise RuntimeError(f"{', '.join(given)} without {', '.join(missing)}: which database is meant?")
    # URL.create takes the parts as they are: a password may hold `@`, `/` or `%`.
    return URL.create(
        "postgresql+psycopg2",
        username=given["DB_USER"],
        password=given.get("DB_PASSWORD"),
        host=given["DB_HOST"],
        port=int(given.get("DB_PORT", "5432")),
        database=given["DB_NAME"],
    )
