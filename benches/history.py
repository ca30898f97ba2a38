"""Writes a project with a long history, the same one every time: `history.py FOLDER [--env stock|dynamic] [--revisions N]`.

Every five revisions make a table, add a column to it, index it, put rows into it and change them. SQLite runs them all.
"""
import argparse
import hashlib
from pathlib import Path

INI = """\
[alembic]
script_location = %(here)s/migrations
prepend_sys_path = .
path_separator = os
sqlalchemy.url = sqlite:///bench.db

[loggers]
keys = root,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
"""

# What both kinds of env.py do once they know the URL and the metadata.
ENV_END = '''

def run_migrations_offline() -> None:
    context.configure(
        url=URL,
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )

    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    connectable = engine_from_config(
        SECTION,
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )

    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata)

        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
'''

STOCK = '''\
from logging.config import fileConfig

from sqlalchemy import engine_from_config
from sqlalchemy import pool

from alembic import context

config = context.config

if config.config_file_name is not None:
    fileConfig(config.config_file_name)

target_metadata = None
''' + ENV_END.replace("URL", 'config.get_main_option("sqlalchemy.url")').replace(
    "SECTION", "config.get_section(config.config_ini_section, {})"
)

DYNAMIC = '''\
import os
from logging.config import fileConfig

from sqlalchemy import engine_from_config
from sqlalchemy import pool

from alembic import context

from app.models import Base

config = context.config

if config.config_file_name is not None:
    fileConfig(config.config_file_name)

target_metadata = Base.metadata


def database_url() -> str:
    try:
        return os.environ["BENCH_DATABASE_URL"]
    except KeyError:
        return config.get_main_option("sqlalchemy.url")
''' + ENV_END.replace("URL", "database_url()").replace(
    "SECTION", '{**config.get_section(config.config_ini_section, {}), "sqlalchemy.url": database_url()}'
)

MODELS = '''\
from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, Text, func
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
'''

MODEL = '''

class Thing{number}(Base):
    __tablename__ = "thing_{number}"

    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False)
    note = Column(Text)
    made_at = Column(DateTime, server_default=func.now())
    parent_id = Column(Integer, ForeignKey("thing_{number}.id"))
    parent = relationship("Thing{number}", remote_side=[id])
'''

REVISION = '''\
"""{message}

Revision ID: {revision}
Revises: {parent_text}
Create Date: 2025-01-01 00:00:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "{revision}"
down_revision: Union[str, Sequence[str], None] = {parent!r}
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    {up}


def downgrade() -> None:
    {down}
'''

CREATE = '''op.create_table(
        "{table}",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Numeric(precision=10, scale=2), nullable=True),
        sa.Column("made_at", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name="uq_{table}_name"),
    )'''

# message, upgrade, downgrade
STEPS = [
    ("make {table}", CREATE, 'op.drop_table("{table}")'),
    (
        "say how {table} goes",
        'op.add_column("{table}", sa.Column("state", sa.String(length=20), server_default="new", nullable=False))',
        'op.drop_column("{table}", "state")',
    ),
    (
        "index {table}",
        'op.create_index("ix_{table}_state", "{table}", ["state", "made_at"], unique=False)',
        'op.drop_index("ix_{table}_state", table_name="{table}")',
    ),
    (
        "fill {table}",
        """op.execute("INSERT INTO {table} (name, size) VALUES ('one', 1.5), ('two', 2.5)")""",
        'op.execute("DELETE FROM {table}")',
    ),
    (
        "mark what is small in {table}",
        """op.execute("UPDATE {table} SET state = 'small' WHERE size < 2")""",
        """op.execute("UPDATE {table} SET state = 'new'")""",
    ),
]


def write(folder: Path, env: str = "stock", revisions: int = 1000) -> None:
    """Writes the project into a folder, which is made when it is missing."""
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(INI)
    (folder / "migrations" / "env.py").write_text({"stock": STOCK, "dynamic": DYNAMIC}[env])
    if env == "dynamic":
        (folder / "app").mkdir()
        (folder / "app" / "__init__.py").write_text("")
        models = "".join(MODEL.format(number=number) for number in range(20))
        (folder / "app" / "models.py").write_text(MODELS + models)
    parent = None
    for number in range(revisions):
        revision = hashlib.sha256(f"revision {number}".encode()).hexdigest()[:12]
        table = f"part_{number // len(STEPS):04}"
        message, up, down = (text.format(table=table) for text in STEPS[number % len(STEPS)])
        name = f"{revision}_{message.replace(' ', '_')}.py"
        (versions / name).write_text(
            REVISION.format(
                message=message, revision=revision, parent=parent, parent_text=parent or "", up=up, down=down
            )
        )
        parent = revision


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--env", choices=["stock", "dynamic"], default="stock")
    parser.add_argument("--revisions", type=int, default=1000)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.env, arguments.revisions)
