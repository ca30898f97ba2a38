# Tables

#: a table | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20)))
t(Column("n", sa.Numeric(8, 2), nullable=False), Column("at", sa.DateTime, server_default=sa.func.now()), name="u")

#: a table with indexes and constraints | added | dropped
t(name="u")
#=>
t(name="u")
t(Column("a", String(20), index=True), Column("b", Integer, unique=True), Column("u_id", ForeignKey("u.id", ondelete="CASCADE")),
  sa.CheckConstraint("b > 0", name="ck_b"), sa.UniqueConstraint("a", "b", name="uq_ab"), sa.Index("ix_ab", "a", "b"))

#: two tables, one with a foreign key to the other | added | dropped

#=>
t(Column("u_id", ForeignKey("u.id")))
t(name="u")

#: tables that point at each other | added | dropped

#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_t_u", use_alter=True))
t(Column("t_id", Integer), sa.ForeignKeyConstraint(["t_id"], ["t.id"], name="fk_u_t"), name="u")

#: three tables in a circle | added | dropped
t(name="other")
#=>
t(name="other")
for one, next in [("x", "y"), ("y", "z"), ("z", "x")]:
    t(Column("next_id", Integer), sa.ForeignKeyConstraint(["next_id"], [f"{next}.id"], name=f"fk_{one}", use_alter=True), name=one)

#: a table that points at itself | added | dropped

#=>
t(Column("parent_id", ForeignKey("t.id")))

#: a table between two others | added | dropped
t()
t(name="u")
#=>
t()
t(name="u")
Table("t_u", metadata, Column("t_id", ForeignKey("t.id"), primary_key=True), Column("u_id", ForeignKey("u.id"), primary_key=True))

#: a table in another's place | replaced | replaced back
t(Column("a", Integer))
#=>
t(Column("a", Integer), name="u")

#: a table without a primary key | added | dropped

#=>
Table("t", metadata, Column("a", Integer), Column("b", String(10)))
