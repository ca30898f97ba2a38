#!/usr/bin/env python3
"""Write operations.txt: what real Alembic prints in offline mode on SQLite for each directive below.

Run with the Python of a virtual environment that has alembic==1.20.1 and SQLAlchemy==2.1.9. The Rust test beside this file
builds the same operations and compares. A directive that Alembic refuses gives `ERROR`; one where limbeck differs on purpose
is listed in the Rust test with the reason.
"""
import datetime  # noqa: F401
import decimal  # noqa: F401
import io
import pathlib
import uuid  # noqa: F401
import warnings

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import mysql, postgresql, sqlite  # noqa: F401

t = sa.table("t", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("active", sa.Boolean),
             sa.column("made", sa.DateTime), sa.column("price", sa.Numeric), sa.column("key", sa.Uuid), sa.column("raw", sa.LargeBinary),
             sa.column("day", sa.Date), sa.column("at", sa.Time), sa.column("ratio", sa.Float), sa.column("data", sa.JSON))
o = sa.table("o", sa.column("id"), sa.column("t_id"), schema="s")
C, I = sa.Column, sa.Integer

# name, directive; "~" before a name: without literal_binds
CASES = [
    ("empty table", "op.create_table('t')"),
    ("plain table", "op.create_table('account', C('id', I, primary_key=True), C('name', sa.String(50), nullable=False), C('note', sa.Text()))"),
    ("quoted names", "op.create_table('Order', C('select', I, primary_key=True), C('with space', sa.String(5)), C('1a', I), C('a\"b', I), C('é', I), C('a$', I))"),
    ("schema, prefixes", "op.create_table('t', C('id', I), schema='S x', prefixes=['TEMPORARY'])"),
    ("if not exists", "op.create_table('t', C('id', I), if_not_exists=True)"),
    ("all types", """op.create_table('t', C('a', sa.SmallInteger), C('b', sa.BigInteger), C('c', sa.Numeric), C('d', sa.Numeric(10, 2)), C('e', sa.Numeric(5)), C('f', sa.Float(53)), C('g', sa.Double), C('h', sa.String), C('i', sa.String(5, collation='NOCASE')), C('j', sa.Text), C('k', sa.Boolean), C('l', sa.Date), C('m', sa.Time(timezone=True)), C('n', sa.DateTime(timezone=True)), C('o', sa.Interval), C('p', sa.LargeBinary(100)), C('q', sa.Enum('a', 'bbb', name='e')), C('r', sa.Enum('a', name='e', length=20)), C('s', sa.JSON), C('t', sa.Uuid), C('u', sa.PickleType), C('v', sa.Unicode(30)))"""),
    ("upper-case types", """op.create_table('t', C('a', sa.VARCHAR(20)), C('b', sa.CHAR(3)), C('c', sa.TIMESTAMP(timezone=True)), C('d', sa.DECIMAL(10, 2)), C('e', sa.FLOAT(5)), C('f', sa.DOUBLE_PRECISION()), C('g', sa.UUID()), C('h', sa.NVARCHAR(5)), C('i', sa.VARBINARY(4)), C('j', sa.BLOB()), C('k', sa.REAL()), C('l', sa.DATETIME()), C('m', sa.CLOB()))"""),
    ("types of other dialects", "op.create_table('t', C('a', postgresql.JSONB()), C('b', postgresql.UUID()), C('c', postgresql.TIMESTAMP(precision=3, timezone=True)), C('d', mysql.INTEGER(11, unsigned=True)), C('e', mysql.VARCHAR(10, collation='x')), C('f', mysql.DECIMAL(10, 2)))"),
    ("a variant", "op.create_table('t', C('a', postgresql.INET().with_variant(sa.String(45), 'sqlite')))"),
    ("type without a word: ARRAY", "op.create_table('t', C('a', sa.ARRAY(I)))"),
    ("type without a word: INET", "op.create_table('t', C('a', postgresql.INET()))"),
    ("no type", "op.create_table('t', C('a'))"),
    ("literal defaults", "op.create_table('t', C('a', sa.String(5), server_default=\"it's\"), C('b', I, server_default='0'), C('c', sa.String(5), server_default=''))"),
    ("expression defaults", "op.create_table('t', C('a', I, server_default=sa.text('0')), C('b', I, server_default=sa.text('-1')), C('c', sa.String, server_default=sa.text(\"lower('A')\")), C('d', I, server_default=sa.text('1+1')), C('e', sa.String, server_default=sa.text(\"'x y'\")), C('f', I, server_default=sa.text('(1)')), C('g', sa.Float, server_default=sa.text('1.5')))"),
    ("function defaults", "op.create_table('t', C('a', sa.DateTime, server_default=sa.func.now(), nullable=False), C('b', sa.DateTime, server_default=sa.text('CURRENT_TIMESTAMP')), C('c', sa.String, server_default=sa.func.lower('X')), C('d', I, server_default=sa.cast('1', I)))"),
    ("boolean defaults", "op.create_table('t', C('a', sa.Boolean, server_default=sa.true()), C('b', sa.Boolean, server_default=sa.false()), C('c', sa.Boolean, server_default=sa.text('1')))"),
    ("escaped colon in a default", r"op.create_table('t', C('a', sa.String, server_default=sa.text(r'x \:y')))"),
    ("computed and identity", "op.create_table('t', C('id', I, primary_key=True), C('a', I, sa.Computed('id*2', persisted=True)), C('b', I, sa.Computed('id*2')), C('c', I, sa.Computed('id*2', persisted=False), nullable=False), C('d', sa.BigInteger, sa.Identity()))"),
    ("named key", "op.create_table('t', C('id', I, nullable=False), sa.PrimaryKeyConstraint('id', name='pk_t'))"),
    ("composite key", "op.create_table('t', C('a', I, primary_key=True), C('b', sa.String(5), primary_key=True))"),
    ("composite key, counting column first", "op.create_table('t', C('a', sa.String(5), primary_key=True), C('b', I, primary_key=True))"),
    ("composite key that counts", "op.create_table('t', C('a', I, primary_key=True, autoincrement=True), C('b', I, primary_key=True))"),
    ("autoincrement", "op.create_table('t', C('id', I, primary_key=True), C('a', I), sqlite_autoincrement=True)"),
    ("autoincrement with a named key", "op.create_table('t', C('id', I, nullable=False), sa.PrimaryKeyConstraint('id', name='pk'), sqlite_autoincrement=True)"),
    ("strict, without rowid", "op.create_table('t', C('id', I, primary_key=True), sqlite_strict=True, sqlite_with_rowid=False)"),
    ("strict", "op.create_table('t', C('id', I, primary_key=True), sqlite_strict=True)"),
    ("order of constraints", "op.create_table('t', C('id', I, primary_key=True), C('a', sa.Boolean(create_constraint=True, name='bc'), sa.ForeignKey('o.id'), unique=True), C('e', sa.Enum('x', 'yy', create_constraint=True), sa.CheckConstraint(\"e != 'z'\")), C('c', I, sa.ForeignKey('p.id', name='fkx', ondelete='CASCADE'), sa.CheckConstraint('c>0', name='cc')), sa.UniqueConstraint('a', 'c', name='uq'), sa.CheckConstraint('a>1'))"),
    ("foreign keys", "op.create_table('t', C('a', I), C('b', I), sa.ForeignKeyConstraint(['a', 'b'], ['o.x', 'o.Y'], name='fk', onupdate='CASCADE', ondelete='SET NULL', match='FULL', deferrable=True, initially='DEFERRED'), sa.ForeignKeyConstraint(['a'], ['o.x'], deferrable=False))"),
    ("foreign key to itself", "op.create_table('t', C('id', I, primary_key=True), C('p', I, sa.ForeignKey('t.id')))"),
    ("foreign key to another schema", "op.create_table('t', C('a', I), sa.ForeignKeyConstraint(['a'], ['s.o.x']))"),
    ("foreign key in a schema", "op.create_table('t', C('a', I), sa.ForeignKeyConstraint(['a'], ['s.o.x']), schema='s')"),
    ("ON CONFLICT", "op.create_table('t', C('a', I, nullable=False), sa.PrimaryKeyConstraint('a', sqlite_on_conflict='FAIL'), sa.UniqueConstraint('a', sqlite_on_conflict='IGNORE', deferrable=True, initially='DEFERRED'), sa.CheckConstraint('a > 0', sqlite_on_conflict='ROLLBACK'))"),
    ("check expressions", r"op.create_table('t', C('a', I), sa.CheckConstraint(sa.column('a') > 3), sa.CheckConstraint('name != \'100%\' and x=\'\\:y\'', name='ck'))"),
    ("comments are left out", "op.create_table('t', C('a', I, comment='c'), comment='t')"),
    ("table with an index", "op.create_table('t', C('a', I), sa.Index('ix', 'a', unique=True))"),
    ("drop table", "op.drop_table('Tt')"),
    ("drop table if exists", "op.drop_table('t', schema='s', if_exists=True)"),
    ("rename table", "op.rename_table('a', 'B', schema='s')"),
    ("add column", "op.add_column('t', C('c', sa.String(10), server_default='x', nullable=False, comment='x'))"),
    ("add column with a reference", "op.add_column('t', C('c', I, sa.ForeignKey('o.id', ondelete='CASCADE', name='fk')), inline_references=True)"),
    ("add column, key and check", "op.add_column('t', C('c', I, sa.CheckConstraint('c>0', name='k'), primary_key=True), inline_primary_key=True)"),
    ("add computed column", "op.add_column('t', C('c', I, sa.Computed('1', persisted=False)))"),
    ("add indexed column", "op.add_column('t', C('c', I, index=True), schema='s')"),
    ("add unique indexed column", "op.add_column('t', C('c', I, index=True, unique=True))"),
    ("add boolean with a check", "op.add_column('t', C('c', sa.Boolean(create_constraint=True, name='x')))"),
    ("add column if not exists", "op.add_column('t', C('c', I), if_not_exists=True)"),
    ("add column with an expression default", "op.add_column('t', C('c', sa.DateTime, server_default=sa.func.now()))"),
    ("drop column", "op.drop_column('t', 'order')"),
    ("drop column if exists", "op.drop_column('t', 'a', if_exists=True)"),
    ("rename column", "op.alter_column('t', 'a', new_column_name='B c', schema='s')"),
    ("create index", "op.create_index('ix', 't', ['a', sa.text('lower(b) DESC')], unique=True, schema='s')"),
    ("create partial index", "op.create_index('ix', 't', ['a'], sqlite_where=sa.column('a') > 3, if_not_exists=True)"),
    ("create partial index by text", "op.create_index('Ix', 'T', ['a', 'order'], sqlite_where=sa.text(\"b = 'x'\"))"),
    ("create descending index", "op.create_index('ix', 't', [sa.column('a').desc(), sa.func.lower(sa.column('b'))])"),
    ("drop index", "op.drop_index('ix', 't', schema='s', if_exists=True)"),
    ("unique constraint", "op.create_unique_constraint('uq', 't', ['a'])"),
    ("drop constraint", "op.drop_constraint('uq', 't', type_='unique')"),
    ("bulk insert", "op.bulk_insert(t, [{'name': 'a', 'id': 1}, {'id': 2, 'name': None, 'active': True}])"),
    ("bulk insert of typed values", "op.bulk_insert(t, [{'made': datetime.datetime(2020, 1, 2, 3, 4, 5), 'price': decimal.Decimal('1.50'), 'key': uuid.UUID(int=5), 'raw': b\"a'b\", 'day': datetime.date(2020, 1, 1), 'at': datetime.time(1, 2, 3, 400), 'ratio': 1e30}])"),
    ("text", "op.execute(\"UPDATE t SET a = 'x:y', d = '12:30' WHERE b = '\\\\:c' AND e::int > 100 %\\t\")"),
    ("text with a value", "op.execute(sa.text(\"UPDATE t SET a = :a, b = ':a', c = :n\").bindparams(a=\"it's\", n=None))"),
    ("text with a list", "op.execute(sa.text('DELETE FROM t WHERE id IN :ids').bindparams(sa.bindparam('ids', [1, 2], expanding=True)))"),
    ("text with typed values", "op.execute(sa.text('SELECT :a, :b, :c, :d, :e').bindparams(a=True, b=1.5, c=datetime.datetime(2020, 1, 1), d=decimal.Decimal('1.10'), e=uuid.UUID(int=3)))"),
    ("insert values", "op.execute(t.insert().values(name=None, id=1))"),
    ("insert rows", "op.execute(t.insert().values([{'id': 1, 'name': 'a'}, {'id': 2, 'name': 'b'}]))"),
    ("insert from select", "op.execute(t.insert().from_select(['id', 'name'], sa.select(o.c.id, sa.func.upper('a'))))"),
    ("insert returning", "op.execute(t.insert().values(id=1).returning(t.c.id, t.c.name))"),
    ("~insert with placeholders", "op.execute(t.insert().values(id=1, name='x'))"),
    ("update", "op.execute(t.update().where(t.c.id == 1).values(name=\"it's\", active=True))"),
    ("~update with placeholders", "op.execute(t.update().where(t.c.id == op.inline_literal(5)).values(name='x'))"),
    ("update from a subquery", "op.execute(t.update().values(name=sa.select(o.c.id).where(o.c.t_id == t.c.id).scalar_subquery()))"),
    ("update from another table", "op.execute(t.update().values(name=sa.func.upper(t.c.name)).where(t.c.id == o.c.t_id))"),
    ("delete", "op.execute(t.delete().where(t.c.id == 1, t.c.name != None))"),
    ("tabs in a value", "op.execute(t.delete().where(t.c.name == 'x\\ty'))"),
    ("select: labels", "op.execute(sa.select(t.c.id, sa.func.count(), sa.func.lower(t.c.name), t.c.id + 1, sa.cast(t.c.id, sa.String), sa.literal(3), sa.null(), sa.text('x'), sa.func.count(), t.c.name.label('N')))"),
    ("select: same names", "op.execute(sa.select(t.c.id, o.c.id, t.c.id).select_from(t.join(o, t.c.id == o.c.t_id)))"),
    ("select: booleans", "op.execute(sa.select(t.c.id).where(~t.c.active, t.c.id > 1))"),
    ("select: junctions", "op.execute(sa.select(t.c.id).where(sa.or_(t.c.id == 1, sa.and_(t.c.id == 2, t.c.name.like('x%')), sa.text('a or b')), sa.or_(t.c.active, t.c.id == 3)))"),
    ("select: negations", "op.execute(sa.select(t.c.id).where(sa.not_(sa.and_(t.c.id == 2, t.c.id == 3)), sa.not_(t.c.id.in_([1, 2])), ~t.c.id.between(1, 2), sa.not_(t.c.name.like('x')), sa.not_(t.c.id < 3), ~sa.func.f(t.c.id)))"),
    ("select: IN", "op.execute(sa.select(t.c.id).where(t.c.id.in_([]), t.c.id.in_(sa.select(o.c.t_id)), t.c.id.not_in([])))"),
    ("select: EXISTS", "op.execute(sa.select(t.c.id).where(sa.exists().where(o.c.t_id == t.c.id), ~sa.exists(sa.select(o.c.id).where(o.c.t_id == t.c.id))))"),
    ("select: arithmetic", "op.execute(sa.select(t.c.id + 1 * t.c.id, (t.c.id + 1) * 2, t.c.id - (t.c.id - 1), -t.c.id, -(t.c.id + 1), t.c.name + 'x', t.c.id / 2, t.c.id % 2, t.c.id.op('->>')('x'), t.c.id.op('@')(t.c.id + 1)))"),
    ("select: order, group, limit", "op.execute(sa.select(t.c.name).distinct().group_by(t.c.name).having(sa.func.count() > 1).order_by(t.c.id.desc(), t.c.name.asc().nulls_last()).limit(3))"),
    ("select: offset", "op.execute(sa.select(t.c.id).offset(2))"),
    ("select: case", "op.execute(sa.select(sa.case((t.c.id == 1, 'a'), else_='b'), sa.case({1: 'a'}, value=t.c.id).label('k')))"),
    ("select: alias and joins", "a = t.alias('x y'); op.execute(sa.select(a.c.id).select_from(a.outerjoin(o, sa.text('1=1'))).where(a.c.id == 1))"),
    ("select: functions", "op.execute(sa.select(sa.func.coalesce(t.c.name, 'x'), sa.func.pg_catalog.f(1), sa.func.now(), sa.func.current_date(), sa.func.count(sa.distinct(t.c.id)), t.c.name.collate('NOCASE')))"),
    ("select: null and distinct from", "op.execute(sa.select(t.c.id).where(t.c.name == None, t.c.name.is_not(None), t.c.id.is_distinct_from(1), t.c.name.ilike('x')))"),
    ("select: scalar subquery", "op.execute(sa.select(t.c.id, sa.select(sa.func.count()).select_from(o).where(o.c.t_id == t.c.id).scalar_subquery().label('n')))"),
]


def printed(directive, literal_binds):
    out = io.StringIO()
    options = dict(as_sql=True, output_buffer=out, literal_binds=literal_binds)
    op = Operations(MigrationContext.configure(dialect_name="sqlite", opts=options))
    try:
        exec(directive, dict(globals(), op=op))
    except Exception:
        return out.getvalue().strip() + ("\n" if out.getvalue().strip() else "") + "ERROR"
    return out.getvalue().strip()


def main():
    warnings.simplefilter("ignore")
    parts = []
    for name, directive in CASES:
        parts.append(f"=== {name.lstrip('~')}\n{directive}\n---\n{printed(directive, not name.startswith('~'))}\n")
    pathlib.Path(__file__).with_name("operations.txt").write_text("\n".join(parts))
    print(f"{len(CASES)} cases")


if __name__ == "__main__":
    main()
