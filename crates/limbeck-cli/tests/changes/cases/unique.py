# Unique constraints

#: a unique constraint | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20)), sa.UniqueConstraint("a", name="uq_a"))

#: a unique constraint without a name | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20), unique=True))

#: a unique constraint of two columns | added | dropped
t(Column("a", String(20)), Column("b", Integer))
#=>
t(Column("a", String(20)), Column("b", Integer), sa.UniqueConstraint("a", "b", name="uq_ab"))

#: the columns of a unique constraint | another | back
t(Column("a", String(20)), Column("b", Integer), sa.UniqueConstraint("a", name="uq_a"))
#=>
t(Column("a", String(20)), Column("b", Integer), sa.UniqueConstraint("a", "b", name="uq_a"))

#: a unique constraint's name | changed | changed back
t(Column("a", String(20)), sa.UniqueConstraint("a", name="uq_old"))
#=>
t(Column("a", String(20)), sa.UniqueConstraint("a", name="uq_new"))

#: a unique index and a unique constraint | constraint | index
#= on: postgresql sqlite
t(Column("a", String(20)), sa.Index("ix_a", "a", unique=True))
#=>
t(Column("a", String(20)), sa.UniqueConstraint("a", name="uq_a"))

#: when a unique constraint is checked | deferred | at once
#= on: postgresql
t(Column("a", Integer), sa.UniqueConstraint("a", name="uq_a"))
#=>
t(Column("a", Integer), sa.UniqueConstraint("a", name="uq_a", deferrable=True, initially="DEFERRED"))

#: a unique constraint in which NULL is NULL | added | dropped
#= on: postgresql
t(Column("a", Integer))
#=>
t(Column("a", Integer), sa.UniqueConstraint("a", name="uq_a", postgresql_nulls_not_distinct=True))

#: columns that a unique constraint includes | added | dropped
#= on: postgresql
t(Column("a", Integer), Column("b", Integer), sa.UniqueConstraint("a", name="uq_a"))
#=>
t(Column("a", Integer), Column("b", Integer), sa.UniqueConstraint("a", name="uq_a", postgresql_include=["b"]))
