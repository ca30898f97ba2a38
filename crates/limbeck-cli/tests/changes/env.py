from alembic import context
from sqlalchemy import create_engine, pool

from models import metadata

engine = create_engine(context.config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_server_default=True,
        render_as_batch=connection.dialect.name == "sqlite",
        CONFIGURE
    )
    with context.begin_transaction():
        context.run_migrations()
