"""The migration environment of the agent factory."""
import os
import sys
from logging.config import fileConfig
from pathlib import Path

from sqlalchemy import create_engine, pool

from alembic import context

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import app.models  # noqa: E402,F401  (registers every table)
from app.db.base import Base  # noqa: E402

config = context.config

if config.config_file_name is not None:
    fileConfig(config.config_file_name)

target_metadata = Base.metadata


def get_url() -> str:
    """The role that owns the schema, else the application's role, else the developer's database of the ini."""
    return (
        os.getenv("ALEMBIC_DATABASE_URL")
        or os.getenv("DATABASE_URL")
        or config.get_main_option("sqlalchemy.url")
    )


def include_object(obj, name, type_, reflected, compare_to):
    """Tables that other tools keep in the same schema are theirs."""
    return not (type_ == "table" and reflected and compare_to is None and name.startswith("ext_"))


OPTIONS = {
    "target_metadata": target_metadata,
    "include_object": include_object,
    "compare_type": True,
    "compare_server_default": True,
}


def run_migrations_offline() -> None:
    """Print SQL (`--sql`) instead of connecting."""
    context.configure(url=get_url(), literal_binds=True, dialect_opts={"paramstyle": "named"}, **OPTIONS)

    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    """Connect and migrate."""
    connectable = create_engine(get_url(), poolclass=pool.NullPool)

    with connectable.connect() as connection:
        context.configure(connection=connection, **OPTIONS)

        with context.begin_transaction():
            context.run_migrations()

    connectable.dispose()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
