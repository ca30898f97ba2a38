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
