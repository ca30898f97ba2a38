"""The migration environment of postbot."""
from logging.config import fileConfig

from sqlalchemy import create_engine
from sqlalchemy import pool

from alembic import context

from postbot.database import database_url
from postbot.models import reg

config = context.config

if config.config_file_name is not None:
    fileConfig(config.config_file_name)

target_metadata = reg.metadata

url = database_url() or config.get_main_option("sqlalchemy.url")


def run_migrations_offline() -> None:
    """Print SQL (`--sql`) instead of connecting."""
    context.configure(
        url=url,
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )

    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    """Connect and migrate; each revision in a transaction of its own, so that a Job that is killed keeps what was done."""
    connectable = create_engine(url, poolclass=pool.NullPool)

    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata, transaction_per_migration=True)

        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
