"""Queries: UNION and the like, subqueries, WITH, window functions; what an INSERT does with a row that is there already."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql, postgresql, sqlite

t = sa.table("t", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("n", sa.Integer))
u = sa.table("u", sa.column("id", sa.Integer), sa.column("t_id", sa.Integer), sa.column("x", sa.Integer))

#: execute | like | startswith
op.execute(t.delete().where(t.c.name.startswith('a')))

#: execute | like | startswith and more
op.execute(t.delete().where(t.c.name.startswith('a'), t.c.id == 3))

#: execute | like | not contains
op.execute(t.delete().where(~t.c.name.contains('a')))

#: execute | like | not contains, escaped
op.execute(t.delete().where(~t.c.name.contains('a', escape='/')))

#: execute | select | order by string
op.execute(sa.select(t.c.id).order_by('id'))

#: execute | select | order by string desc
op.execute(sa.select(t.c.id, t.c.n.label('q')).order_by(sa.desc('id'), 'q', 'name'))

#: execute | select | group by string
op.execute(sa.select(t.c.name, sa.func.count().label('c')).group_by('name').order_by('c'))

#: execute | subquery | alias in update
a = u.alias('a')
op.execute(t.update().values(n=a.c.x).where(t.c.id == a.c.t_id))

#: execute | subquery | alias in delete
a = t.alias('a')
op.execute(t.delete().where(t.c.id > a.c.id, t.c.name == a.c.name))

#: execute | subquery | update alias
a = t.alias('a')
op.execute(sa.update(a).values(n=3).where(a.c.id == 5))

#: execute | select | all_
op.execute(sa.select(t.c.id).where(t.c.n > sa.all_(sa.select(u.c.x).scalar_subquery())))

#: execute | subquery | nested subqueries
a = sa.select(u.c.t_id.label('k')).subquery('a')
b = sa.select(a.c.k.label('z')).where(a.c.k > 1).subquery('b')
op.execute(sa.select(b.c.z))

#: execute | select | correlated select exists
op.execute(t.delete().where(sa.select(u.c.id).where(u.c.t_id == t.c.id).exists()))

#: execute | with | cte joined
c = sa.select(u.c.t_id, sa.func.count().label('k')).group_by(u.c.t_id).cte('c')
op.execute(sa.select(t.c.id, c.c.k).join(c, c.c.t_id == t.c.id))

#: execute | subquery | cte aliased twice
c = sa.select(u.c.t_id).cte('c')
d = c.alias('d')
op.execute(sa.select(c.c.t_id).where(c.c.t_id == d.c.t_id))

#: execute | union | union
op.execute(sa.select(t.c.id).union(sa.select(u.c.t_id)))

#: execute | union | union all function
op.execute(sa.union_all(sa.select(t.c.id), sa.select(u.c.t_id), sa.select(u.c.id).where(u.c.x == 3)))

#: execute | union | union order limit
op.execute(sa.union(sa.select(t.c.id), sa.select(u.c.t_id)).order_by('id').limit(3))

#: execute | union | union of limited
op.execute(sa.union(sa.select(t.c.id).order_by(t.c.id).limit(2), sa.select(u.c.t_id)))

#: execute | union | except
op.execute(sa.select(t.c.id).except_(sa.select(u.c.t_id)))

#: execute | union | intersect
op.execute(sa.intersect(sa.select(t.c.id), sa.select(u.c.t_id)))

#: execute | union | except all
op.execute(sa.except_all(sa.select(t.c.id), sa.select(u.c.t_id)))

#: execute | union | intersect all
op.execute(sa.select(t.c.id).intersect_all(sa.select(u.c.t_id)))

#: execute | union | nested set
op.execute(sa.union(sa.select(t.c.id), sa.except_(sa.select(u.c.id), sa.select(u.c.t_id))))

#: execute | union | chained union
op.execute(sa.select(t.c.id).union(sa.select(u.c.id)).union_all(sa.select(u.c.x)))

#: execute | union | chained same union
op.execute(sa.select(t.c.id).union(sa.select(u.c.id)).union(sa.select(u.c.x)))

#: execute | union | insert from union
op.execute(t.insert().from_select(['id', 'n'], sa.select(u.c.id, u.c.x).union(sa.select(u.c.t_id, sa.literal(5)))))

#: execute | union | in union
op.execute(t.delete().where(t.c.id.in_(sa.union(sa.select(u.c.id), sa.select(u.c.t_id)))))

#: execute | union | exists union
op.execute(t.delete().where(sa.exists(sa.union(sa.select(u.c.id), sa.select(u.c.t_id)).subquery())))

#: execute | union | scalar union
op.execute(t.update().values(n=sa.union(sa.select(u.c.id), sa.select(u.c.t_id)).scalar_subquery()))

#: execute | subquery | subquery in from
s = sa.select(u.c.t_id, sa.func.count().label('c')).group_by(u.c.t_id).subquery('s')
op.execute(sa.select(s.c.t_id).where(s.c.c > 1))

#: execute | subquery | anonymous subquery
s = sa.select(u.c.t_id, sa.func.max(u.c.x).label('m')).group_by(u.c.t_id).subquery()
op.execute(sa.select(s.c.t_id, s.c.m))

#: execute | subquery | two anonymous subqueries
s = sa.select(u.c.t_id).subquery()
v = sa.select(t.c.id).subquery()
op.execute(sa.select(s.c.t_id, v.c.id).where(s.c.t_id == v.c.id))

#: execute | subquery | alias of select
s = sa.select(u.c.t_id).alias('q')
op.execute(sa.select(s.c.t_id))

#: execute | subquery | anonymous alias of table
a = t.alias()
op.execute(sa.select(a.c.id).where(a.c.n == 3))

#: execute | subquery | two anonymous aliases
a = t.alias()
b = t.alias()
op.execute(sa.select(a.c.id).where(a.c.n == b.c.id))

#: execute | subquery | join subquery
s = sa.select(u.c.t_id.label('k')).subquery('s')
op.execute(sa.select(t.c.id).select_from(t.join(s, t.c.id == s.c.k)))

#: execute | subquery | join method subquery
s = sa.select(u.c.t_id.label('k')).subquery('s')
op.execute(sa.select(t.c.id).join(s, t.c.id == s.c.k))

#: execute | subquery | update from subquery
s = sa.select(u.c.t_id, sa.func.max(u.c.x).label('m')).group_by(u.c.t_id).subquery('s')
op.execute(t.update().values(n=s.c.m).where(t.c.id == s.c.t_id))

#: execute | subquery | delete in subquery
s = sa.select(u.c.t_id).subquery('s')
op.execute(t.delete().where(t.c.id.in_(sa.select(s.c.t_id))))

#: execute | with | cte
c = sa.select(u.c.t_id, u.c.x).where(u.c.x > 3).cte('c')
op.execute(sa.select(c.c.t_id))

#: execute | with | anonymous cte
c = sa.select(u.c.t_id).cte()
op.execute(sa.select(c.c.t_id))

#: execute | with | cte twice
c = sa.select(u.c.t_id, u.c.x).cte('c')
op.execute(sa.select(c.c.t_id).where(c.c.x.in_(sa.select(c.c.x))))

#: execute | with | two ctes
c = sa.select(u.c.t_id).cte('c')
d = sa.select(c.c.t_id).where(c.c.t_id > 2).cte('d')
op.execute(sa.select(d.c.t_id))

#: execute | with | recursive cte
c = sa.select(u.c.id, u.c.t_id).where(u.c.t_id == None).cte('c', recursive=True)
c = c.union_all(sa.select(u.c.id, u.c.t_id).where(u.c.t_id == c.c.id))
op.execute(sa.select(c.c.id))

#: execute | with | cte in insert
c = sa.select(u.c.t_id, u.c.x).cte('c')
op.execute(t.insert().from_select(['id', 'n'], sa.select(c.c.t_id, c.c.x)))

#: execute | with | cte in update
c = sa.select(u.c.t_id, u.c.x).cte('c')
op.execute(t.update().values(n=c.c.x).where(t.c.id == c.c.t_id))

#: execute | subquery | cte in update subquery
c = sa.select(u.c.t_id, u.c.x).cte('c')
op.execute(t.update().values(n=sa.select(c.c.x).where(c.c.t_id == t.c.id).scalar_subquery()))

#: execute | with | cte in delete
c = sa.select(u.c.t_id).cte('c')
op.execute(t.delete().where(t.c.id.in_(sa.select(c.c.t_id))))

#: execute | with | changing cte
c = t.delete().where(t.c.n > 3).returning(t.c.id).cte('gone')
op.execute(u.delete().where(u.c.t_id.in_(sa.select(c.c.id))))

#: execute | over | over
op.execute(sa.select(t.c.id, sa.func.row_number().over(partition_by=t.c.name, order_by=t.c.id.desc()).label('r')))

#: execute | over | over lists
op.execute(sa.select(sa.func.rank().over(partition_by=[t.c.name, t.c.n], order_by=[t.c.id, t.c.n.desc()]).label('r')))

#: execute | over | over nothing
op.execute(sa.select(sa.func.count().over().label('r')))

#: execute | over | over unlabelled
op.execute(sa.select(sa.func.row_number().over(order_by=t.c.id)))

#: execute | over | over string
op.execute(sa.select(sa.func.row_number().over(order_by='id')).select_from(t))

#: execute | over | over rows
op.execute(sa.select(sa.func.sum(t.c.n).over(order_by=t.c.id, rows=(None, 0)).label('s')))

#: execute | over | over range
op.execute(sa.select(sa.func.sum(t.c.n).over(order_by=t.c.id, range_=(-2, 3)).label('s')))

#: execute | over | sa.over
op.execute(sa.select(sa.over(sa.func.sum(t.c.n), order_by=t.c.id).label('s')))

#: execute | over | over in subquery
s = sa.select(t.c.id, sa.func.row_number().over(partition_by=t.c.name, order_by=t.c.id).label('rn')).subquery('s')
op.execute(t.delete().where(t.c.id.in_(sa.select(s.c.id).where(s.c.rn > 1))))

#: execute | over | filter
op.execute(sa.select(sa.func.count(t.c.id).filter(t.c.n > 3).label('c')))

#: execute | over | filter over
op.execute(sa.select(sa.func.count(t.c.id).filter(t.c.n > 3, t.c.id < 9).over(order_by=t.c.id).label('c')))

#: execute | over | within group
op.execute(sa.select(sa.func.percentile_cont(0.5).within_group(t.c.n.desc()).label('c')))

#: execute | select | full join
op.execute(sa.select(t.c.id).select_from(t.join(u, t.c.id == u.c.t_id, full=True)))

#: execute | like | like escape
op.execute(t.delete().where(t.c.name.like('a/%', escape='/')))

#: execute | like | startswith autoescape
op.execute(t.delete().where(t.c.name.startswith('a%b', autoescape=True)))

#: execute | union | except in select
op.execute(sa.select(sa.literal(1)).union(sa.select(sa.literal(2))))

#: execute | union | select from select_from union
s = sa.union_all(sa.select(t.c.id), sa.select(u.c.id)).subquery('s')
op.execute(sa.select(sa.func.count()).select_from(s))

#: execute | union | union text column
op.execute(sa.select(sa.text('1')).union(sa.select(sa.text('2'))))

#: execute | subquery | star count from alias
op.execute(sa.select(sa.func.count()).select_from(t.alias('z')))

#: execute | select | any_
op.execute(sa.select(t.c.id).where(t.c.n == sa.any_(sa.select(u.c.x).scalar_subquery())))

#: execute | select | extract
op.execute(sa.select(sa.extract('year', sa.column('d'))))

#: execute | select | for update of
op.execute(sa.select(t.c.id).with_for_update(skip_locked=True))

#: execute | select | for update nowait
op.execute(sa.select(t.c.id).with_for_update(nowait=True))

#: execute | select | distinct on
op.execute(sa.select(t.c.id, t.c.name).distinct(t.c.name))

#: execute | subquery | insert select subquery value
op.execute(t.insert().values(id=1, n=sa.select(sa.func.max(u.c.x)).scalar_subquery()))

#: execute | on_conflict | do nothing
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1, name='a').on_conflict_do_nothing())

#: execute | on_conflict | do nothing elements
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1, name='a').on_conflict_do_nothing(index_elements=['id']))

#: execute | on_conflict | do nothing column elements
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1, name='a').on_conflict_do_nothing(index_elements=[t.c.id, 'name']))

#: execute | on_conflict | do nothing constraint
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1, name='a').on_conflict_do_nothing(constraint='uq T'))

#: execute | on_conflict | do nothing index where
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1).on_conflict_do_nothing(index_elements=['id'], index_where=t.c.n > 3))

#: execute | on_conflict | do update
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1, name='a').on_conflict_do_update(index_elements=['id'], set_={'name': 'b', 'n': 3}))

#: execute | on_conflict | do update excluded
#= dialects: postgresql
s = postgresql.insert(t).values(id=1, name='a')
op.execute(s.on_conflict_do_update(index_elements=['id'], set_={'name': s.excluded.name, 'n': t.c.n + s.excluded.n}))

#: execute | on_conflict | do update order
#= dialects: postgresql
s = postgresql.insert(t).values(id=1, name='a', n=3)
op.execute(s.on_conflict_do_update(constraint='pk', set_={'n': s.excluded.n, 'name': s.excluded.name, 'id': 4}))

#: execute | on_conflict | do update where
#= dialects: postgresql
s = postgresql.insert(t).values(id=1, name='a')
op.execute(s.on_conflict_do_update(index_elements=['id'], set_=dict(name=s.excluded.name), where=t.c.n > s.excluded.n))

#: execute | on_conflict | do update func
#= dialects: postgresql
s = postgresql.insert(t).values(id=1, name='a')
op.execute(s.on_conflict_do_update(index_elements=['id'], set_=dict(name=sa.func.lower(s.excluded.name), n=sa.text('t.n + 1'))))

#: execute | on_conflict | do update returning
#= dialects: postgresql
s = postgresql.insert(t).values(id=1, name='a')
op.execute(s.on_conflict_do_update(index_elements=['id'], set_=dict(name='x')).returning(t.c.id))

#: execute | on_conflict | many rows
#= dialects: postgresql
op.execute(postgresql.insert(t).values([{'id': 1, 'name': 'a'}, {'id': 2, 'name': 'b'}]).on_conflict_do_nothing())

#: execute | on_conflict | from select
#= dialects: postgresql
op.execute(postgresql.insert(t).from_select(['id'], sa.select(u.c.t_id)).on_conflict_do_nothing())

#: execute | on_conflict | expression element
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1).on_conflict_do_nothing(index_elements=[sa.text('lower(name)')]))

#: execute | on_conflict | index where text
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1).on_conflict_do_nothing(index_elements=['id'], index_where=sa.text('n > 3')))

#: execute | on_conflict | no target
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1).on_conflict_do_update(set_={'n': 3}))

#: execute | on_conflict | do update None
#= dialects: postgresql
op.execute(postgresql.insert(t).values(id=1).on_conflict_do_update(index_elements=['id'], set_={'n': None}))

#: execute | on_conflict | do nothing (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1, name='a').on_conflict_do_nothing())

#: execute | on_conflict | do nothing elements (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1, name='a').on_conflict_do_nothing(index_elements=['id']))

#: execute | on_conflict | do nothing column elements (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1, name='a').on_conflict_do_nothing(index_elements=[t.c.id, 'name']))

#: execute | on_conflict | do nothing index where (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1).on_conflict_do_nothing(index_elements=['id'], index_where=t.c.n > 3))

#: execute | on_conflict | do update (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1, name='a').on_conflict_do_update(index_elements=['id'], set_={'name': 'b', 'n': 3}))

#: execute | on_conflict | do update excluded (sqlite)
#= dialects: sqlite
s = sqlite.insert(t).values(id=1, name='a')
op.execute(s.on_conflict_do_update(index_elements=['id'], set_={'name': s.excluded.name, 'n': t.c.n + s.excluded.n}))

#: execute | on_conflict | do update where (sqlite)
#= dialects: sqlite
s = sqlite.insert(t).values(id=1, name='a')
op.execute(s.on_conflict_do_update(index_elements=['id'], set_=dict(name=s.excluded.name), where=t.c.n > s.excluded.n))

#: execute | on_conflict | do update func (sqlite)
#= dialects: sqlite
s = sqlite.insert(t).values(id=1, name='a')
op.execute(s.on_conflict_do_update(index_elements=['id'], set_=dict(name=sa.func.lower(s.excluded.name), n=sa.text('t.n + 1'))))

#: execute | on_conflict | do update returning (sqlite)
#= dialects: sqlite
s = sqlite.insert(t).values(id=1, name='a')
op.execute(s.on_conflict_do_update(index_elements=['id'], set_=dict(name='x')).returning(t.c.id))

#: execute | on_conflict | many rows (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values([{'id': 1, 'name': 'a'}, {'id': 2, 'name': 'b'}]).on_conflict_do_nothing())

#: execute | on_conflict | from select (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).from_select(['id'], sa.select(u.c.t_id)).on_conflict_do_nothing())

#: execute | on_conflict | expression element (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1).on_conflict_do_nothing(index_elements=[sa.text('lower(name)')]))

#: execute | on_conflict | index where text (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1).on_conflict_do_nothing(index_elements=['id'], index_where=sa.text('n > 3')))

#: execute | on_conflict | no target (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1).on_conflict_do_update(set_={'n': 3}))

#: execute | on_conflict | do update None (sqlite)
#= dialects: sqlite
op.execute(sqlite.insert(t).values(id=1).on_conflict_do_update(index_elements=['id'], set_={'n': None}))

#: execute | on_duplicate_key_update | duplicate key kwargs
#= dialects: mysql mariadb
op.execute(mysql.insert(t).values(id=1, name='a').on_duplicate_key_update(name='b', n=3))

#: execute | on_duplicate_key_update | duplicate key dict
#= dialects: mysql mariadb
op.execute(mysql.insert(t).values(id=1, name='a').on_duplicate_key_update({'n': 3, 'name': 'b'}))

#: execute | on_duplicate_key_update | duplicate key list
#= dialects: mysql mariadb
op.execute(mysql.insert(t).values(id=1, name='a').on_duplicate_key_update([('n', 3), ('name', 'b')]))

#: execute | on_duplicate_key_update | inserted
#= dialects: mysql mariadb
s = mysql.insert(t).values(id=1, name='a')
op.execute(s.on_duplicate_key_update(name=s.inserted.name, n=t.c.n + s.inserted.n))

#: execute | on_duplicate_key_update | duplicate func
#= dialects: mysql mariadb
s = mysql.insert(t).values(id=1, name='a')
op.execute(s.on_duplicate_key_update(name=sa.func.concat(s.inserted.name, 'x'), n=None))

#: execute | on_duplicate_key_update | duplicate many
#= dialects: mysql mariadb
s = mysql.insert(t).values([{'id': 1}, {'id': 2}])
op.execute(s.on_duplicate_key_update(id=s.inserted.id))

#: execute | on_duplicate_key_update | duplicate from select
#= dialects: mysql mariadb
s = mysql.insert(t).from_select(['id'], sa.select(u.c.t_id))
op.execute(s.on_duplicate_key_update(n=u.c.x))

#: execute | on_duplicate_key_update | duplicate empty
#= dialects: mysql mariadb
op.execute(mysql.insert(t).values(id=1).on_duplicate_key_update({}))

#: execute | prefix_with | prefix ignore
#= dialects: mysql mariadb sqlite
op.execute(t.insert().prefix_with('IGNORE').values(id=1))

#: execute | prefix_with | prefix dialect
#= dialects: mysql mariadb sqlite
op.execute(t.insert().prefix_with('IGNORE', dialect='mysql').prefix_with('OR IGNORE', dialect='sqlite').values(id=1))

#: execute | prefix_with | update prefix
#= dialects: mysql mariadb sqlite
op.execute(t.update().prefix_with('OR IGNORE').values(id=1))

#: execute | prefix_with | delete prefix
#= dialects: mysql mariadb sqlite
op.execute(t.delete().prefix_with('LOW'))

#: execute | prefix_with | select prefix
#= dialects: mysql mariadb sqlite
op.execute(sa.select(t.c.id).prefix_with('ALL'))

#: execute | on_conflict | where there is none
#= dialects: mysql mariadb
op.execute(postgresql.insert(t).values(id=1).on_conflict_do_nothing())

#: execute | on_duplicate_key_update | where there is none
#= dialects: postgresql sqlite
op.execute(mysql.insert(t).values(id=1).on_duplicate_key_update(n=3))
