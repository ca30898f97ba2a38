"""Writes NAME.golden: what real Alembic's `revision --autogenerate` makes of the models in NAME.py on an empty SQLite database.

Needs alembic==1.20.1, SQLAlchemy==2.1.9, sqlmodel and flask-sqlalchemy in the Python that runs it. Goldens are of sqlmodel 0.0.50 and
Flask-SQLAlchemy 3.1.1.
"""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ENV = """from alembic import context
from sqlalchemy import create_engine
from models import metadata
with create_engine("sqlite:///test.db").connect() as connection:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
"""
MAKO = "${imports}\ndef upgrade():\n    ${upgrades}\ndef downgrade():\n    ${downgrades}\nrevision = 'bbbb'\ndown_revision = None\n"


def generate(models):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "migrations/versions").mkdir(parents=True)
        (folder / "alembic.ini").write_text("[alembic]\nscript_location = %(here)s/migrations\nprepend_sys_path = .\n")
        (folder / "migrations/env.py").write_text(ENV)
        (folder / "migrations/script.py.mako").write_text(MAKO)
        (folder / "models.py").write_text(models.read_text())
        subprocess.run([sys.executable, "-m", "alembic.config", "revision", "--autogenerate", "--rev-id", "bbbb"], cwd=folder, check=True)
        return (folder / "migrations/versions/bbbb_.py").read_text()


for models in sorted(HERE.glob("*.py")):
    if models.name != "regenerate.py":
        models.with_suffix(".golden").write_text(generate(models))
