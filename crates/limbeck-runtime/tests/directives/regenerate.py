#!/usr/bin/env python3
"""Write expected/DIALECT/FAMILY.sql: what real Alembic prints in offline mode for every case of cases/FAMILY.py.

    regenerate.py [FAMILY ...]

Run with the Python of a virtual environment that has alembic==1.20.1, SQLAlchemy==2.1.9 and psycopg2==2.9. How a file of cases is written
stands in README.md. A case that ends with an exception has `ERROR` and its type after what was printed before it.
"""
import ast
import io
import os
import pathlib
import sys
import textwrap
import warnings

# Nothing that is printed may depend on the order of a set.
if os.environ.get("PYTHONHASHSEED") != "0":
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations



def in_order(attribute):
    """SQLAlchemy keeps a table's constraints and indexes in sets, so their order changes from run to run. Here it is the order they come in."""
    get = lambda table: table.__dict__[attribute]
    return property(get, lambda table, members: table.__dict__.update({attribute: sa.util.OrderedSet(members)}))


sa.Table.constraints, sa.Table.indexes = in_order("constraints"), in_order("indexes")

HERE = pathlib.Path(__file__).parent
# The driver matters where values are placeholders; `named` is what a stock env.py asks for.
DIALECTS = {"postgresql": "postgresql+psycopg2", "sqlite": "sqlite", "mysql": "mysql", "mariadb": "mariadb"}


def cases(text):
    """Name, options and module of each case."""
    preamble, *parts = text.split("\n#: ")
    defaults, _ = split(preamble.splitlines())
    for part in parts:
        name, *lines = part.splitlines()
        options, body = split(lines)
        options = {**defaults, **options}
        if "module" in options:
            yield name, options, preamble + "\n" + "\n".join(body)
        else:
            yield name, options, preamble + "\ndef upgrade():\n" + textwrap.indent("\n".join(body), "    ", lambda line: True)


def split(lines):
    options = dict(line[3:].partition(": ")[::2] for line in lines if line.startswith("#= "))
    return options, [line for line in lines if not line.startswith("#= ")]


def printed(dialect, source, options):
    out = io.StringIO()
    metadata = sa.MetaData(naming_convention=ast.literal_eval(options.get("convention", "{}")))
    context = MigrationContext.configure(
        dialect_name=DIALECTS[dialect],
        opts={
            "as_sql": True,
            "output_buffer": out,
            "literal_binds": "placeholders" not in options,
            "target_metadata": metadata,
        },
        dialect_opts={} if dialect == "sqlite" else {"paramstyle": "named"},
    )
    error = None
    with Operations.context(context):
        try:
            module = {"__name__": "case"}
            exec(compile(source, "case.py", "exec"), module)
            if "transaction" in options:
                with context.begin_transaction():
                    module["upgrade"]()
            else:
                module["upgrade"](**ast.literal_eval(options.get("arguments", "{}")))
        except Exception as caught:
            error = f"ERROR {type(caught).__name__}"
    return "\n\n".join(part for part in [out.getvalue().strip(), error] if part)


def main():
    warnings.simplefilter("ignore")
    wanted = sys.argv[1:]
    for path in sorted((HERE / "cases").glob("*.py")):
        if wanted and path.stem not in wanted:
            continue
        found = list(cases(path.read_text()))
        for dialect in DIALECTS:
            of_dialect = [c for c in found if dialect in c[1].get("dialects", dialect).split()]
            text = "\n".join(f"--: {name}\n{printed(dialect, source, options)}\n" for name, options, source in of_dialect)
            target = HERE / "expected" / dialect / f"{path.stem}.sql"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
        print(f"{path.stem}: {len(found)} cases")


if __name__ == "__main__":
    main()
