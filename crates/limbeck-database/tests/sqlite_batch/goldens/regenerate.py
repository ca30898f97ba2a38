#!/usr/bin/env python3
"""Write structures.txt: what a table is after real Alembic's batch block, for each block below.

Run with the Python of a virtual environment that has alembic==1.20.1 and SQLAlchemy==2.1.9. The Rust test beside this folder
builds the same blocks and compares columns, rows, foreign keys, indexes and CHECKs. Only blocks that Alembic gets right.
"""
import pathlib
import warnings

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

TABLE = """CREATE TABLE o (id INTEGER NOT NULL, PRIMARY KEY (id));
CREATE TABLE t (
    id INTEGER NOT NULL,
    name VARCHAR(50) DEFAULT 'it''s' NOT NULL,
    price NUMERIC(10, 2),
    ratio FLOAT,
    made DATETIME DEFAULT CURRENT_TIMESTAMP,
    "order" INTEGER DEFAULT 7,
    flag BOOLEAN DEFAULT (1+0),
    key CHAR(32),
    o_id INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT uq UNIQUE (name, "order"),
    UNIQUE (key),
    CONSTRAINT ck CHECK (price > 0),
    CONSTRAINT fk FOREIGN KEY(o_id) REFERENCES o (id) ON DELETE CASCADE
);
CREATE INDEX ix_name ON t (name);
CREATE UNIQUE INDEX ix_order ON t ("order", id);
CREATE INDEX ix_part ON t (made) WHERE flag = 1;
INSERT INTO o VALUES (1), (5), (6);
INSERT INTO t VALUES (1, 'a', 1.50, 2, '2020-01-01 00:00:00.000000', 5, 1, 'k1', 1);
INSERT INTO t VALUES (2, 'b', NULL, 0.5, NULL, 6, 0, NULL, NULL)"""

C = sa.Column
CASES = [
    ("nothing", "pass"),
    ("rename", "b.alter_column('name', new_column_name='Title')"),
    ("not null", "b.alter_column('flag', nullable=False)"),
    ("null", "b.alter_column('name', nullable=True)"),
    ("default", "b.alter_column('ratio', server_default='0.5')"),
    ("default by expression", "b.alter_column('ratio', server_default=sa.text('1 + 1'))"),
    ("no default", "b.alter_column('name', server_default=None)"),
    ("wider", "b.alter_column('name', type_=sa.String(255))"),
    ("to text", "b.alter_column('ratio', type_=sa.Text())"),
    ("to integer", "b.alter_column('price', type_=sa.Integer())"),
    ("numeric to float", "b.alter_column('price', type_=sa.Float())"),
    ("to json", "b.alter_column('ratio', type_=sa.JSON())"),
    ("char to uuid", "b.alter_column('key', type_=sa.Uuid())"),
    ("boolean to string", "b.alter_column('flag', type_=sa.String(5))"),
    ("type, name and null", "b.alter_column('order', type_=sa.String(9), new_column_name='n', nullable=False, server_default='x')"),
    ("drop", "b.drop_column('ratio')"),
    ("drop with its key", "b.drop_constraint('fk'); b.drop_column('o_id')"),
    ("drop a column of an unnamed unique", "b.drop_column('key')"),
    ("drop with its constraint", "b.drop_column('o_id')"),
    ("add", "b.add_column(C('x', sa.Integer(), nullable=False, server_default='3'))"),
    ("add by expression", "b.add_column(C('x', sa.DateTime(), server_default=sa.func.now()))"),
    ("add in the middle", "b.drop_column('ratio'); b.add_column(C('x', sa.Integer()), insert_after='name')"),
    ("add with a key", "b.add_column(C('x', sa.Integer(), sa.ForeignKey('o.id', name='fx')))"),
    ("add with a check", "b.add_column(C('x', sa.Boolean(create_constraint=True, name='cx')))"),
    ("constraints", "b.create_unique_constraint('u2', ['name', 'key']); b.create_check_constraint('c2', 'ratio > 0'); b.drop_constraint('uq'); b.drop_constraint('ck')"),
    ("foreign key", "b.create_foreign_key('f2', 'o', ['order'], ['id'], onupdate='CASCADE', deferrable=True, initially='DEFERRED'); b.drop_constraint('fk')"),
    ("primary key", "b.create_primary_key('pk', ['id', 'name'])"),
    ("indexes", "b.drop_index('ix_name'); b.create_index('ix_new', ['name', 'order'], unique=True)"),
    ("all at once", "b.alter_column('name', new_column_name='title', type_=sa.Text()); b.drop_column('ratio'); b.add_column(C('x', sa.Integer())); b.drop_index('ix_name'); b.create_index('i2', ['x'])"),
]


def structure(c):
    ask = lambda sql: [tuple(r) for r in c.exec_driver_sql(sql)]  # noqa: E731
    show = lambda values: "|".join("NULL" if v is None else str(v) for v in values)  # noqa: E731
    lines = ["column " + show(r[1:]) for r in ask("PRAGMA table_xinfo(t)")]
    lines += sorted("foreign key " + show(r[2:]) for r in ask("PRAGMA foreign_key_list(t)"))
    indexes = []
    for _, name, unique, origin, partial in ask("PRAGMA index_list(t)"):
        columns = [r[2] for r in ask(f"PRAGMA index_info('{name}')")]
        indexes.append("index " + show([name if origin == "c" else origin, unique, partial, *columns]))
    lines += sorted(indexes)
    lines += sorted("check " + show([k["name"], k["sqltext"]]) for k in sa.inspect(c).get_check_constraints("t"))
    return lines + ["row " + show(r) for r in ask("SELECT * FROM t ORDER BY id")]


def main():
    warnings.simplefilter("ignore")
    parts = [TABLE + "\n"]
    for name, block in CASES:
        engine = sa.create_engine("sqlite://")
        with engine.connect() as c:
            for statement in TABLE.split(";\n"):
                c.exec_driver_sql(statement)
            op = Operations(MigrationContext.configure(c))
            # "always", so that a block without directives is one, too.
            with op.batch_alter_table("t", recreate="always") as b:
                exec(block, dict(globals(), b=b))
            parts.append(f"=== {name}\n{block}\n---\n" + "\n".join(structure(c)) + "\n")
    pathlib.Path(__file__).with_name("structures.txt").write_text("\n".join(parts))
    print(f"{len(CASES)} blocks")


if __name__ == "__main__":
    main()
