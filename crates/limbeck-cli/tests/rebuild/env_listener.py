from logging.config import fileConfig

from alembic import context
from sqlalchemy import create_engine, event, pool

fileConfig(context.config.config_file_name)
connectable = create_engine(context.config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)


@event.listens_for(connectable, "connect")
def connected(dbapi_connection, record):
    cursor = dbapi_connection.cursor()
    # foreign keys
    cursor.close()


with connectable.connect() as connection:
    # environment
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
