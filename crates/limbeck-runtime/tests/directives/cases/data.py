"""execute, bulk_insert and inline_literal."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

t = sa.table(
    't', sa.column('id', sa.Integer), sa.column('name', sa.String), sa.column('active', sa.Boolean), sa.column('made', sa.DateTime), sa.column('key', sa.Uuid),
    sa.column('raw', sa.LargeBinary), sa.column('data', sa.JSON), sa.column('price', sa.Numeric))

#: execute | sql | text
op.execute("UPDATE t SET a = 'a\\\\b', b = '100%', c = '\\:x' WHERE d LIKE '%y'")
op.execute('SELECT 7 % 3')

#: execute | sql | text with values
op.execute(sa.text('UPDATE t SET a = :a, b = :b, c = :c, d = :d').bindparams(a="it's \\ 100%", b=None, c=True, d=-1.5))

#: execute | sql | text with values of types
op.execute(sa.text('UPDATE t SET a = :a, b = :b').bindparams(sa.bindparam('a', True, sa.Boolean), sa.bindparam('b', datetime.datetime(2020, 1, 2, 3, 4, 5), sa.DateTime)))

#: execute | sql | empty expanding list
op.execute(sa.text('DELETE FROM t WHERE id IN :ids').bindparams(sa.bindparam('ids', [], expanding=True)))

#: execute | sql | updates
op.execute(t.update().where(t.c.id == 5).values(name="it's \\", active=True, made=datetime.datetime(2020, 1, 2, 3, 4, 5, 6000)))
op.execute(t.update().values(active=sa.false(), name=sa.null(), price=decimal.Decimal('1.50')))
op.execute(t.update().values(name=sa.func.concat(t.c.name, 'x')))

#: execute | sql | conditions
op.execute(t.delete().where(t.c.active))
op.execute(t.delete().where(sa.not_(t.c.active)))
op.execute(t.delete().where(sa.or_(t.c.active, t.c.id.in_([1, 2])), t.c.name.like('x%'), t.c.name.is_(None)))
op.execute(t.delete().where(sa.true()))
op.execute(t.delete().where(t.c.name.ilike('A%')))

#: execute | sql | concatenations
op.execute(t.update().values(name=t.c.name + '_' + t.c.name))
op.execute(t.delete().where(t.c.name + 'x' == 'yx'))

#: execute | sql | bytes and uuids
op.execute(t.update().values(raw=b"a'b\\c", key=uuid.UUID('00000000-0000-0000-0000-00000000000a')))

#: execute | sql | inserts
op.execute(t.insert().values(id=1, name='x'))
op.execute(t.insert().values([{'id': 1, 'name': 'a'}, {'id': 2, 'name': None}]))

#: bulk_insert | rows | bulk insert
op.bulk_insert(t, [{'id': 1, 'name': "it's \\ 100%", 'active': True, 'made': datetime.datetime(2020, 1, 2)}, {'id': 2, 'name': None, 'active': False, 'made': None}])

#: bulk_insert | rows | bulk insert of its own
op.bulk_insert(t, [{'id': 1, 'made': op.inline_literal('2020-01-02')}, {'name': op.inline_literal("it's")}], multiinsert=False)

#: bulk_insert | rows | bulk insert of more types
op.bulk_insert(sa.table('b', sa.column('a', sa.Date), sa.column('b', sa.Time), sa.column('c', sa.Numeric), sa.column('d', sa.Float), sa.column('e', mysql.ENUM('x', 'y')), sa.column('f', mysql.TINYINT(1)), sa.column('g', mysql.LONGTEXT)), [{'a': datetime.date(2020, 1, 2), 'b': datetime.time(3, 4, 5), 'c': decimal.Decimal('1.10'), 'd': 1.5, 'e': 'x', 'f': 1, 'g': 'a\\b'}])

#: execute | sql | casts
op.execute(t.update().values(name=sa.cast(t.c.id, sa.String(5)), id=sa.cast(t.c.name, sa.Integer), price=sa.cast(t.c.name, sa.Numeric(5, 2)), made=sa.cast(t.c.name, sa.DateTime), data=sa.cast(t.c.name, sa.JSON)))

#: execute | sql | casts that are none
op.execute(t.update().values(price=sa.cast(t.c.id + 1, sa.Float), active=sa.cast(t.c.id, sa.Boolean)))

#: execute | sql | functions
op.execute(t.update().values(made=sa.func.now(), name=sa.func.coalesce(t.c.name, ''), id=sa.func.char_length(t.c.name)))
op.execute(t.update().values(made=sa.func.current_timestamp(), id=sa.func.random()))

#: execute | sql | arithmetic
op.execute(t.update().values(id=(t.c.id + 1) * 2 - t.c.id / 5))
op.execute(t.update().values(id=t.c.id % 3))

#: execute | sql | more updates
op.execute(t.update().values(name='x', id=t.c.id + 1))
op.execute(t.update().values(active=sa.not_(t.c.active), name=t.c.name + 'x'))
op.execute(t.update().values(active=t.c.id.in_([1])))
op.execute(t.update().values(id=-t.c.id).where(sa.true()))
op.execute(t.update().values(id=sa.case((t.c.active, 1), else_=0)))

#: execute | sqltext | plain
op.execute("UPDATE t SET a = 1")

#: execute | sqltext | several statements in one
op.execute("UPDATE t SET a = 1; DELETE FROM t WHERE b = 2;")

#: execute | sqltext | a semicolon and white space around it
op.execute("\n    UPDATE t\n\tSET a = 1;\n")

#: execute | sqltext | a cast
op.execute("UPDATE t SET a = b::integer")

#: execute | sqltext | a cast after a bind
op.execute(sa.text("UPDATE t SET a = :a::jsonb").bindparams(a="x"))

#: execute | sqltext | escaped colons
op.execute(r"UPDATE t SET a = 'x\:y' WHERE b = '10\:30'")

#: execute | sqltext | a time
op.execute("UPDATE t SET a = '10:30:00'")

#: execute | sqltext | a JSON text
op.execute("""UPDATE t SET a = '{"k": 1, "l": [2]}'""")

#: execute | sqltext | an unescaped name
op.execute("UPDATE t SET a = :value")

#: execute | sqltext | an unescaped name in quotes
op.execute("SELECT ':foo'")

#: execute | sqltext | dollar quotes
op.execute("DO $$ BEGIN UPDATE t SET a = 'x;y'; END $$")

#: execute | sqltext | dollar quotes with a name and an assignment
op.execute("""
CREATE FUNCTION f() RETURNS trigger AS $body$
BEGIN
    NEW.a \\:= now();
    RETURN NEW;
END;
$body$ LANGUAGE plpgsql;
""")

#: execute | sqltext | an assignment
op.execute("DO $$ DECLARE x int; BEGIN x := 1; END $$")

#: execute | sqltext | a percent sign
op.execute("SELECT '100%', 5 % 3, '%s', '%(a)s'")

#: execute | sqltext | backslashes
op.execute(r"UPDATE t SET a = 'c:\\dir\\file'")

#: execute | sqltext | comments
op.execute("-- a comment\nUPDATE t SET a = 1 /* another */")

#: execute | sqltext | empty
op.execute("")

#: execute | sqltext | not in ASCII
op.execute("UPDATE t SET a = 'Zürich – 東京'")

#: execute | sqltext | sa.text
op.execute(sa.text("UPDATE t SET a = 1"))

#: execute | sqltext | an f-string
name = "accounts"
op.execute(f"UPDATE {name} SET a = 1")

#: execute | sqltext | in a loop
for name in ["a", "b"]:
    op.execute("DROP VIEW IF EXISTS %s" % name)

#: execute | bindparams | by keyword
op.execute(sa.text("UPDATE t SET a = :a, b = :b").bindparams(a=1, b="it's"))

#: execute | bindparams | sa.bindparam with a type
op.execute(sa.text("UPDATE t SET a = :a").bindparams(sa.bindparam("a", "2020-01-02", sa.String)))

#: execute | bindparams | a date
op.execute(sa.text("UPDATE t SET a = :a, b = :b, c = :c").bindparams(a=datetime.date(2020, 1, 2), b=datetime.datetime(2020, 1, 2, 3, 4, 5), c=datetime.time(1, 2, 3)))

#: execute | bindparams | a decimal and a float
op.execute(sa.text("UPDATE t SET a = :a, b = :b").bindparams(a=decimal.Decimal("1.50"), b=1.5))

#: execute | bindparams | bool and None
op.execute(sa.text("UPDATE t SET a = :a, b = :b WHERE c = :c").bindparams(a=True, b=False, c=None))

#: execute | bindparams | one that is missing
op.execute(sa.text("UPDATE t SET a = :a, b = :b").bindparams(a=1))

#: execute | bindparams | one too many
op.execute(sa.text("UPDATE t SET a = :a").bindparams(a=1, z=2))

#: execute | bindparams | the same twice
op.execute(sa.text("UPDATE t SET a = :a, b = :a").bindparams(a=1))

#: execute | bindparams | an expanding list
op.execute(sa.text("DELETE FROM t WHERE id IN :ids").bindparams(sa.bindparam("ids", [1, 2, 3], expanding=True)))

#: execute | bindparams | an expanding list of str
op.execute(sa.text("DELETE FROM t WHERE n IN :ids").bindparams(sa.bindparam("ids", ["a", "it's"], expanding=True)))

#: execute | bindparams | JSON
op.execute(sa.text("UPDATE t SET a = :a").bindparams(sa.bindparam("a", {"k": [1, None]}, sa.JSON)))

#: execute | bindparams | a uuid
op.execute(sa.text("UPDATE t SET a = :a").bindparams(sa.bindparam("a", uuid.UUID("00000000-0000-0000-0000-000000000005"), sa.Uuid)))

#: execute | bindparams | bytes
op.execute(sa.text("UPDATE t SET a = :a").bindparams(sa.bindparam("a", b"a'b", sa.LargeBinary)))

#: execute | columns
op.execute(sa.text("SELECT a FROM t").columns(a=sa.Integer))

#: execute | execution_options
op.execute("UPDATE t SET a = 1", execution_options={"autocommit": True})

#: execute | placeholders | text
#= placeholders
op.execute(sa.text("UPDATE t SET a = :a, b = '100%'").bindparams(a=1))

#: execute | placeholders | a statement
#= placeholders
op.execute(t.update().where(t.c.id == 5).values(name="x"))

#: execute | sa.insert
op.execute(sa.insert(t).values(id=1, name="x", active=True))

#: execute | sa.insert | several rows
op.execute(sa.insert(t).values([{"id": 1, "name": "x"}, {"id": 2, "name": "y"}]))

#: execute | sa.insert | from a select
op.execute(sa.insert(t).from_select(["id", "name"], sa.select(t.c.id, t.c.name).where(t.c.id > 5)))

#: execute | sa.insert | no values
op.execute(t.insert())

#: execute | sa.insert | by inline_literal
op.execute(t.insert().values(id=op.inline_literal(5), name=op.inline_literal("it's")))

#: execute | sa.insert | of types that have no literal
op.execute(t.insert().values(data={"a": 1}))

#: execute | sa.update
op.execute(sa.update(t).where(t.c.name == "a").values(name="b", price=t.c.price * 2))

#: execute | sa.update | by inline_literal
op.execute(t.update().where(t.c.name == op.inline_literal("a")).values({"name": op.inline_literal("b")}))

#: execute | sa.update | by a subquery
o = sa.table("o", sa.column("t_id"), sa.column("name"))
op.execute(t.update().values(name=sa.select(o.c.name).where(o.c.t_id == t.c.id).scalar_subquery()))

#: execute | sa.update | sa.case
op.execute(t.update().values(name=sa.case((t.c.id == 1, "one"), (t.c.id == 2, "two"), else_="many")))

#: execute | sa.update | sa.func
op.execute(t.update().values(made=sa.func.now(), name=sa.func.lower(t.c.name), price=sa.func.coalesce(t.c.price, 0)))

#: execute | sa.update | sa.cast
op.execute(t.update().values(name=sa.cast(t.c.id, sa.String(10))))

#: execute | sa.update | sa.literal_column and sa.text
op.execute(t.update().values(name=sa.literal_column("'x'"), id=sa.text("id + 1")))

#: execute | sa.update | in a schema
s = sa.table("t", sa.column("a"), schema="My s")
op.execute(s.update().values(a=1).where(s.c.a == 2))

#: execute | sa.delete
op.execute(sa.delete(t).where(sa.and_(t.c.id > 5, t.c.name.like("x%"))))

#: execute | sa.delete | everything
op.execute(t.delete())

#: execute | sa.delete | exists
o = sa.table("o", sa.column("t_id"))
op.execute(t.delete().where(sa.not_(sa.exists().where(o.c.t_id == t.c.id))))

#: execute | sa.delete | not in a subquery
o = sa.table("o", sa.column("t_id"))
op.execute(t.delete().where(t.c.id.not_in(sa.select(o.c.t_id))))

#: execute | sa.select
op.execute(sa.select(t.c.id, t.c.name).where(t.c.active.is_(True)).order_by(t.c.name.desc()).limit(5))

#: execute | sa.schema.DDL
#= dynamic: sa.DDL() is not read
op.execute(sa.DDL("CREATE VIEW v AS SELECT '100%%' AS x"))

#: execute | sa.schema.CreateTable
#= dynamic: sa.schema.CreateTable() is not read
op.execute(sa.schema.CreateTable(sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer()))))

#: bulk_insert | rows | none
op.bulk_insert(t, [])

#: bulk_insert | rows | one
op.bulk_insert(t, [{"id": 1, "name": "it's"}])

#: bulk_insert | rows | with different keys
op.bulk_insert(t, [{"id": 1, "name": "x"}, {"id": 2}])

#: bulk_insert | rows | a key too many in the second
op.bulk_insert(t, [{"id": 1}, {"id": 2, "name": "x"}])

#: bulk_insert | rows | bool, date and None
op.bulk_insert(t, [{"id": 1, "active": True, "made": datetime.datetime(2020, 1, 2, 3, 4, 5)}, {"id": 2, "active": None, "made": None}])

#: bulk_insert | rows | a date as text
op.bulk_insert(t, [{"id": 1, "made": "2020-01-02"}])

#: bulk_insert | rows | JSON
op.bulk_insert(t, [{"id": 1, "data": {"k": "v"}}])

#: bulk_insert | rows | uuids and bytes
op.bulk_insert(t, [{"key": uuid.UUID("00000000-0000-0000-0000-000000000005"), "raw": b"abc"}])

#: bulk_insert | rows | decimals
op.bulk_insert(t, [{"price": decimal.Decimal("1.50")}, {"price": 2}])

#: bulk_insert | rows | percent signs and backslashes
op.bulk_insert(t, [{"name": "100% \\ :x"}])

#: bulk_insert | rows | not in ASCII
op.bulk_insert(t, [{"name": "Zürich – 東京\n"}])

#: bulk_insert | rows | in a comprehension
op.bulk_insert(t, [{"id": i, "name": name} for i, name in enumerate(["a", "b"])])

#: bulk_insert | rows | SQL expressions
op.bulk_insert(t, [{"id": 1, "made": sa.func.now()}])

#: bulk_insert | table | with a schema
op.bulk_insert(sa.table("t", sa.column("a", sa.Integer), schema="My s"), [{"a": 1}])

#: bulk_insert | table | columns without types
op.bulk_insert(sa.table("t", sa.column("a"), sa.column("b")), [{"a": 1, "b": "x"}])

#: bulk_insert | table | a Table
op.bulk_insert(sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.Column("b", sa.String(5))), [{"a": 1, "b": "x"}])

#: bulk_insert | table | a Table with a default
op.bulk_insert(sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.Column("b", sa.Integer, default=5)), [{"a": 1}])

#: bulk_insert | table | an enum
op.bulk_insert(sa.table("t", sa.column("a", sa.Enum("x", "y", name="e"))), [{"a": "x"}])

#: bulk_insert | multiinsert | False
op.bulk_insert(t, [{"id": 1, "name": "x"}, {"id": 2, "name": "y"}], multiinsert=False)

#: bulk_insert | multiinsert | False, with inline_literal
op.bulk_insert(t, [{"id": 1, "made": op.inline_literal("2020-01-02 00:00:00")}], multiinsert=False)

#: bulk_insert | multiinsert | True, with inline_literal
op.bulk_insert(t, [{"id": 1, "made": op.inline_literal("2020-01-02 00:00:00")}])

#: bulk_insert | placeholders
#= placeholders
op.bulk_insert(t, [{"id": 1, "name": "it's"}, {"id": 2, "name": None}])

#: inline_literal | value | a number
op.execute(t.update().values(id=op.inline_literal(-5)))

#: inline_literal | value | None
op.execute(t.update().values(name=op.inline_literal(None)))

#: inline_literal | value | a date
op.execute(t.update().values(made=op.inline_literal(datetime.datetime(2020, 1, 2))))

#: inline_literal | type_
op.execute(t.update().values(name=op.inline_literal("5", sa.String()), active=op.inline_literal(True, type_=sa.Boolean())))

#: get_bind | execute
#= dynamic: op.get_bind() is a connection, and scripts may do anything with it
op.get_bind().execute(sa.text("UPDATE t SET a = 1"))

#: get_context | autocommit_block
#= transaction
op.execute("UPDATE t SET a = 1")
with op.get_context().autocommit_block():
    op.execute("ALTER TYPE e ADD VALUE 'z'")
op.execute("UPDATE t SET a = 2")

#: get_context | as_sql
#= dynamic: what the script does depends on the run
if op.get_context().as_sql:
    op.execute("SELECT 'offline'")

#: get_context | dialect
#= dynamic: what the script does depends on the run
if op.get_context().dialect.name == "postgresql":
    op.execute("SELECT 'postgresql'")
else:
    op.execute("SELECT 'another'")
