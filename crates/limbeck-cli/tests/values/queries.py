"""Queries whose values come from several places of a statement, and rows that are there already."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql, postgresql, sqlite

revision = "a"
down_revision = None

t = sa.table("t", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("n", sa.Integer))


def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True, autoincrement=False), sa.Column("name", sa.String(20)), sa.Column("n", sa.Integer))
    op.bulk_insert(t, [{"id": i, "name": "ab"[i % 2], "n": i * 10} for i in range(1, 9)])
    bind = op.get_bind()

    c = sa.select(t.c.id, t.c.n).where(t.c.n > 30).where(t.c.n < 60).cte("c")
    print(bind.execute(sa.select(sa.literal(7).label("x"), c.c.id, c.c.n).where(c.c.id < 5)).fetchall())

    r = sa.select(t.c.id).where(t.c.id == 1).cte("r", recursive=True)
    r = r.union_all(sa.select(t.c.id).where(t.c.id == r.c.id + 1).where(t.c.id < 4))
    print(bind.execute(sa.select(r.c.id).where(r.c.id > 1).order_by(r.c.id)).fetchall())

    s = sa.select(t.c.id, sa.func.row_number().over(partition_by=t.c.name, order_by=t.c.id.desc()).label("rn")).subquery()
    print(bind.execute(sa.select(s.c.id).where(s.c.rn == 1).order_by(s.c.id)).fetchall())
    print(bind.execute(sa.union(sa.select(t.c.id).where(t.c.id == 2), sa.select(t.c.n).where(t.c.n == 30)).order_by("id")).fetchall())

    name = bind.dialect.name
    if name in ("mysql", "mariadb"):
        i = mysql.insert(t).values(id=1, name="z", n=5)
        bind.execute(i.on_duplicate_key_update(name=i.inserted.name, n=t.c.n + i.inserted.n))
    else:
        insert = postgresql.insert if name == "postgresql" else sqlite.insert
        i = insert(t).values([{"id": 1, "name": "z", "n": 5}, {"id": 2, "name": "y", "n": 6}])
        bind.execute(i.on_conflict_do_update(index_elements=["id"], set_={"name": i.excluded.name, "n": t.c.n + i.excluded.n}, where=t.c.id < 9))
        bind.execute(insert(t).on_conflict_do_nothing(), [{"id": 3, "name": "no", "n": 1}, {"id": 99, "name": "yes", "n": 1}])
    print(bind.execute(sa.select(t).where(sa.or_(t.c.name.startswith("z"), t.c.name.in_(["y", "yes"]))).order_by(t.c.id)).fetchall())

    dup = sa.select(t.c.id).where(t.c.n > 70).subquery("dup")
    print(bind.execute(t.delete().where(t.c.id.in_(sa.select(dup.c.id)))).rowcount)


def downgrade():
    op.drop_table("t")
