"""How migrations reach several databases."""
import logging
from logging.config import fileConfig
import re

from sqlalchemy import engine_from_config
from sqlalchemy import pool

from alembic import context

# Whether the databases prepare their commits first, so that all commit or none. They must be able to.
USE_TWOPHASE = False

# The ini file in use.
config = context.config

if config.config_file_name is not None:
    fileConfig(config.config_file_name)
logger = logging.getLogger("alembic.env")

# The sections of the ini that are databases.
names = [name for name in re.split(r",\s*", config.get_main_option("databases", "")) if name]

# The models that `check` and `revision --autogenerate` compare with each database:
# from project.models import Accounts, Orders
# target_metadata = {"engine1": Accounts.metadata, "engine2": Orders.metadata}
target_metadata = {}


def run_migrations_offline() -> None:
    """Write SQL (--sql), each database's into a file of its own."""
    for name in names:
        logger.info("Migrating database %s" % name)
        file_name = "%s.sql" % name
        logger.info("Writing output to %s" % file_name)
        with open(file_name, "w") as buffer:
            context.configure(
                url=config.get_section_option(name, "sqlalchemy.url"),
                output_buffer=buffer,
                target_metadata=target_metadata.get(name),
                literal_binds=True,
                dialect_opts={"paramstyle": "named"},
            )
            with context.begin_transaction():
                context.run_migrations(engine_name=name)


def run_migrations_online() -> None:
    """Begin a transaction on each database, migrate one after the other, then commit all."""
    connections = {}
    transactions = {}
    try:
        for name in names:
            engine = engine_from_config(
                config.get_section(name, {}),
                prefix="sqlalchemy.",
                poolclass=pool.NullPool,
            )
            connections[name] = connection = engine.connect()
            transactions[name] = connection.begin_twophase() if USE_TWOPHASE else connection.begin()

        for name in names:
            logger.info("Migrating database %s" % name)
            context.configure(
                connection=connections[name],
                upgrade_token="%s_upgrades" % name,
                downgrade_token="%s_downgrades" % name,
                target_metadata=target_metadata.get(name),
            )
            context.run_migrations(engine_name=name)

        if USE_TWOPHASE:
            for transaction in transactions.values():
                transaction.prepare()

        for transaction in transactions.values():
            transaction.commit()
    except:
        for transaction in transactions.values():
            transaction.rollback()
        raise
    finally:
        for connection in connections.values():
            connection.close()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
