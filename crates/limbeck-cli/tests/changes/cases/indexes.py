# Indexes

#: an index | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "a"))

#: an index by index=True | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20), index=True))

#: a unique index | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20), index=True, unique=True))

#: an index of two columns | added | dropped
t(Column("a", String(20)), Column("b", Integer))
#=>
t(Column("a", String(20)), Column("b", Integer), sa.Index("ix_ab", "a", "b"))

#: whether an index is unique | unique | plain
t(Column("a", String(20)), sa.Index("ix_a", "a"))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "a", unique=True))

#: an index's columns | another | back
t(Column("a", String(20)), Column("b", Integer), sa.Index("ix_a", "a"))
#=>
t(Column("a", String(20)), Column("b", Integer), sa.Index("ix_a", "a", "b"))

#: the order of an index's columns | changed | changed back
t(Column("a", String(20)), Column("b", Integer), sa.Index("ix_a", "a", "b"))
#=>
t(Column("a", String(20)), Column("b", Integer), sa.Index("ix_a", "b", "a"))

#: an index's name | changed | changed back
t(Column("a", String(20)), sa.Index("ix_old", "a"))
#=>
t(Column("a", String(20)), sa.Index("ix_new", "a"))

#: an index with a condition | added | dropped
#= on: postgresql sqlite
t(Column("a", String(20)))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "a", unique=True, postgresql_where=sa.text("id > 5"), sqlite_where=sa.text("id > 5")))

#: an index's condition | added | dropped
#= on: postgresql sqlite
t(Column("a", String(20)), sa.Index("ix_a", "a"))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "a", postgresql_where=sa.text("id > 5"), sqlite_where=sa.text("id > 5")))

#: an index's condition | changed | changed back
#= on: postgresql sqlite
t(Column("a", String(20)), sa.Index("ix_a", "a", postgresql_where=sa.text("id > 5"), sqlite_where=sa.text("id > 5")))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "a", postgresql_where=sa.text("a IS NOT NULL"), sqlite_where=sa.text("a IS NOT NULL")))

#: a list in an index's condition | added | dropped
#= on: postgresql sqlite
t(Column("a", String(20)))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "id", postgresql_where=sa.text("a IN ('x', 'y') AND id > 5"), sqlite_where=sa.text("a IN ('x', 'y') AND id > 5")))

#: an index's condition | unchanged
#= on: postgresql sqlite
table = t(Column("a", String(20)), Column("deleted", sa.DateTime), Column("n", Integer))
sa.Index("ix_a", table.c.a, postgresql_where=table.c.deleted.is_(None), sqlite_where=table.c.deleted.is_(None))
sa.Index("ix_b", table.c.a, postgresql_where=table.c.a.in_(["x", "y"]), sqlite_where=table.c.a.in_(["x", "y"]))
sa.Index("ix_c", table.c.a, postgresql_where=sa.and_(table.c.n > 3, table.c.a != "z"), sqlite_where=sa.and_(table.c.n > 3, table.c.a != "z"))

#: an index's method | gin | btree
#= on: postgresql
t(Column("a", postgresql.JSONB), sa.Index("ix_a", "a"))
#=>
t(Column("a", postgresql.JSONB), sa.Index("ix_a", "a", postgresql_using="gin"))

#: a gin index with an operator class | added | dropped
#= on: postgresql
t(Column("a", postgresql.JSONB))
#=>
t(Column("a", postgresql.JSONB), sa.Index("ix_a", "a", postgresql_using="gin", postgresql_ops={"a": "jsonb_path_ops"}))

#: an index's operator class | set | dropped
#= on: postgresql
t(Column("a", String(20)), sa.Index("ix_a", "a"))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "a", postgresql_ops={"a": "varchar_pattern_ops"}))

#: columns that an index includes | added | dropped
#= on: postgresql
t(Column("a", String(20)), sa.Index("ix_a", "a"))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "a", postgresql_include=["id"]))

#: an index's storage parameters | set | dropped
#= on: postgresql
t(Column("a", String(20)), sa.Index("ix_a", "a"))
#=>
t(Column("a", String(20)), sa.Index("ix_a", "a", postgresql_with={"fillfactor": 50}))

#: an index in descending order | descending | ascending
table = t(Column("a", Integer))
sa.Index("ix_a", table.c.a)
#=>
table = t(Column("a", Integer))
sa.Index("ix_a", table.c.a.desc())

#: where an index has NULL | last | first
#= on: postgresql
table = t(Column("a", Integer))
sa.Index("ix_a", table.c.a.desc())
#=>
table = t(Column("a", Integer))
sa.Index("ix_a", table.c.a.desc().nulls_last())

#: whether NULL differs from NULL in a unique index | same | differs
#= on: postgresql
t(Column("a", Integer), sa.Index("ix_a", "a", unique=True))
#=>
t(Column("a", Integer), sa.Index("ix_a", "a", unique=True, postgresql_nulls_not_distinct=True))

#: an index of an expression | added | dropped
#= on: postgresql sqlite
t(Column("a", String(20)))
#=>
table = t(Column("a", String(20)))
sa.Index("ix_low", sa.func.lower(table.c.a), unique=True)

#: an index's expression | changed | changed back
#= on: postgresql sqlite
t(Column("a", String(20)), sa.Index("ix_low", sa.text("lower(a)")))
#=>
t(Column("a", String(20)), sa.Index("ix_low", sa.text("upper(a)")))

#: an index of an expression | unchanged
#= on: postgresql
table = t(Column("a", String(20)), Column("b", postgresql.JSONB), Column("c", sa.DateTime))
sa.Index("ix_1", sa.func.lower(table.c.a), table.c.id.desc())
sa.Index("ix_2", table.c.b["x"].astext)
sa.Index("ix_6", sa.func.lower(table.c.b[("x", "y")].astext))
sa.Index("ix_3", sa.text("(b ->> 'y')"), postgresql_where=sa.text("b ? 'y'"))
sa.Index("ix_4", sa.func.coalesce(table.c.a, ""))
sa.Index("ix_5", sa.func.to_tsvector(sa.text("'english'"), table.c.a), postgresql_using="gin")

#: how much of a column MySQL indexes | less | more
#= on: mariadb
t(Column("a", String(100)), sa.Index("ix_a", "a"))
#=>
t(Column("a", String(100)), sa.Index("ix_a", "a", mysql_length=10, mariadb_length=10))

#: an index of a MySQL column that is longer than a key | unchanged
#= on: mariadb
t(Column("a", String(3000)), Column("b", String(20)), sa.Index("ix_a", "a"), sa.Index("ix_b", "b", mysql_length=20, mariadb_length=20), mysql_charset="utf8mb4",
  mariadb_charset="utf8mb4")

#: what a MySQL index is for | words | order
#= on: mariadb
t(Column("a", String(100)), sa.Index("ix_a", "a"))
#=>
t(Column("a", String(100)), sa.Index("ix_a", "a", mysql_prefix="FULLTEXT", mariadb_prefix="FULLTEXT"))

#: a full-text index of MySQL | added | dropped
#= on: mariadb
t(Column("a", sa.Text))
#=>
t(Column("a", sa.Text), sa.Index("ix_a", "a", mysql_prefix="FULLTEXT", mariadb_prefix="FULLTEXT"))
