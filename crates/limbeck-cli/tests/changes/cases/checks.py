# Checks

#: a check | added | dropped
t(Column("a", Integer))
#=>
t(Column("a", Integer), sa.CheckConstraint("a > 0", name="ck_a"))

#: a check | changed | changed back
t(Column("a", Integer), sa.CheckConstraint("a > 0", name="ck_a"))
#=>
t(Column("a", Integer), sa.CheckConstraint("a > 10", name="ck_a"))

#: a check's name | changed | changed back
t(Column("a", Integer), sa.CheckConstraint("a > 0", name="ck_old"))
#=>
t(Column("a", Integer), sa.CheckConstraint("a > 0", name="ck_new"))

#: a check without a name | added | dropped
#= on: postgresql mariadb
t(Column("a", Integer))
#=>
t(Column("a", Integer), sa.CheckConstraint("a > 0"))

#: a check made of expressions | added | dropped
table = t(Column("a", String(20)), Column("b", Integer))
#=>
table = t(Column("a", String(20)), Column("b", Integer))
table.append_constraint(sa.CheckConstraint(sa.and_(table.c.a.in_(["x", "y"]), table.c.b >= 0), name="ck_ab"))

#: a column and its check | added | dropped
#= on: postgresql sqlite
t()
#=>
t(Column("a", Integer, sa.CheckConstraint("a > 0", name="ck_a")))

#: checks in many words | unchanged
t(Column("a", Integer), Column("b", String(20)), Column("c", sa.Boolean),
  sa.CheckConstraint("a BETWEEN 1 AND 5", name="ck_1"), sa.CheckConstraint("b IN ('x', 'y')", name="ck_2"), sa.CheckConstraint("NOT (a > 3 AND b = 'z')", name="ck_3"),
  sa.CheckConstraint("a is not null or b IS NULL", name="ck_4"), sa.CheckConstraint("length(b) > 2", name="ck_5"), sa.CheckConstraint("(a)>=(0)", name="ck_6"),
  sa.CheckConstraint("b <> 'it''s'", name="ck_7"), sa.CheckConstraint("b LIKE 'x%'", name="ck_8"))

#: a check without a name of two columns | added | dropped
#= on: postgresql mariadb
t(Column("a", Integer), Column("b", Integer), sa.CheckConstraint("b > 0"))
#=>
t(Column("a", Integer), Column("b", Integer), sa.CheckConstraint("b > 0"), sa.CheckConstraint("a > b"))

#: a check of a Boolean | added | dropped
#= on: sqlite mariadb
t(Column("a", sa.Boolean()))
#=>
t(Column("a", sa.Boolean(create_constraint=True, name="ck_a")))

#: a check of a Boolean without a name | added | dropped
#= on: mariadb
t(Column("a", sa.Boolean()))
#=>
t(Column("a", sa.Boolean(create_constraint=True)))

#: a check of an Enum that is no type of the database | added | dropped
t(Column("a", sa.Enum("x", "y", name="kind", native_enum=False)))
#=>
t(Column("a", sa.Enum("x", "y", name="kind", native_enum=False, create_constraint=True)))

#: a column with a check of its type | added | dropped
t()
#=>
t(Column("a", sa.Enum("x", "y", name="kind", native_enum=False, create_constraint=True)))

#: a table with a check of a type | added | dropped

#=>
t(Column("a", sa.Enum("x", "y", name="kind", native_enum=False, create_constraint=True)), Column("b", sa.Boolean(create_constraint=True, name="ck_b")))

#: a longer value of an Enum with a check | added | removed
t(Column("a", sa.Enum("x", "y", name="kind", native_enum=False, create_constraint=True)))
#=>
t(Column("a", sa.Enum("x", "long", name="kind", native_enum=False, create_constraint=True)))

#: a number and an Enum with a check | Enum | number
#= on: sqlite mariadb
t(Column("a", Integer))
#=>
t(Column("a", sa.Enum("x", "y", name="kind", native_enum=False, create_constraint=True)))

#: a check of an Enum that is no type of the database | unchanged
t(Column("a", sa.Enum("x", "y", name="kind", native_enum=False, create_constraint=True)), Column("b", sa.Boolean(create_constraint=True, name="ck_b")))

#: the values of an Enum that is no type of the database | added | removed
t(Column("a", sa.Enum("x", "y", name="kind", native_enum=False, create_constraint=True, length=10)))
#=>
t(Column("a", sa.Enum("x", "y", "z", name="kind", native_enum=False, create_constraint=True, length=10)))
