#!/usr/bin/env python3
"""Write DIALECT/operations.txt: what real Alembic prints in offline mode for each directive of shared_cases.py and
DIALECT/cases.py; and, with the URL of a throw-away server, postgresql/driver.txt: what psycopg2 sends.

    regenerate.py [--url postgresql+psycopg2://...]

Run with the Python of a virtual environment that has alembic==1.20.1, SQLAlchemy==2.1.9 and psycopg2==2.9. The Rust tests build the
same operations and compare. A directive that Alembic refuses gives `ERROR`; one where limbeck differs on purpose is listed in
the Rust test with the reason.
"""
import argparse
import importlib.util
import io
import pathlib
import warnings

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

import shared_cases

HERE = pathlib.Path(__file__).parent
# The driver matters where values are placeholders; `named` is what a stock env.py asks for.
DIALECTS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg2", "mysql": "mysql", "mariadb": "mariadb"}


def of_dialect(dialect):
    """DIALECT/cases.py as a module."""
    path = HERE / dialect / "cases.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location(f"{dialect}_cases", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def printed(dialect, directive, literal_binds, names):
    out = io.StringIO()
    options = dict(as_sql=True, output_buffer=out, literal_binds=literal_binds)
    dialect_opts = {"paramstyle": "named"} if dialect != "sqlite" else {}
    context = MigrationContext.configure(dialect_name=DIALECTS[dialect], opts=options, dialect_opts=dialect_opts)
    # Strip what dialect_name leaves: the directives know the dialect by its plain name.
    op = Operations(context)
    try:
        exec(directive, dict(names, op=op))
    except Exception:
        return out.getvalue().strip() + ("\n\n" if out.getvalue().strip() else "") + "ERROR"
    return out.getvalue().strip()


def sent(engine, statement, names):
    """The text that psycopg2 sends, whether the server likes it or not."""
    texts = []

    def note(_connection, cursor, text, parameters, _context, many):
        for one in parameters if many else [parameters]:
            texts.append(cursor.mogrify(text, one).decode())

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        with engine.connect() as connection:
            options = dict(as_sql=False)
            op = Operations(MigrationContext.configure(connection=connection, opts=options))
            try:
                exec(statement, dict(names, op=op, connection=connection))
            except sa.exc.DBAPIError as error:
                if not texts:
                    texts.append(f"ERROR {error}")
            except Exception:
                texts.append("ERROR")
            connection.rollback()
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
    return "\n".join(f"{text};" if text != "ERROR" else text for text in texts)


def write(path, parts):
    path.write_text("\n".join(f"=== {name}\n{directive}\n---\n{text}\n" for name, directive, text in parts))
    print(f"{path}: {len(parts)} cases")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", help="a throw-away PostgreSQL server, for postgresql/driver.txt")
    url = arguments.parse_args().url
    warnings.simplefilter("ignore")
    for dialect in DIALECTS:
        own = of_dialect(dialect)
        names = {**vars(shared_cases), **(vars(own) if own else {})}
        cases = shared_cases.CASES + getattr(own, "CASES", [])
        parts = [(n.lstrip("~"), d, printed(dialect, d, not n.startswith("~"), names)) for n, d in cases]
        write(HERE / dialect / "operations.txt", parts)
        if url and hasattr(own, "DRIVER"):
            engine = sa.create_engine(url, poolclass=sa.pool.StaticPool)
            engine.connect().close()
            write(HERE / dialect / "driver.txt", [(n, d, sent(engine, d, names)) for n, d in own.DRIVER])


if __name__ == "__main__":
    main()
