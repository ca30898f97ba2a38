# Foreign keys

#: a foreign key | added | dropped
t(Column("u_id", Integer))
t(name="u")
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u"))
t(name="u")

#: a foreign key without a name | added | dropped
t(Column("u_id", Integer))
t(name="u")
#=>
t(Column("u_id", ForeignKey("u.id")))
t(name="u")

#: a foreign key of two columns | added | dropped
t(Column("x", Integer), Column("y", Integer))
Table("u", metadata, Column("x", Integer, primary_key=True), Column("y", Integer, primary_key=True))
#=>
t(Column("x", Integer), Column("y", Integer), sa.ForeignKeyConstraint(["x", "y"], ["u.x", "u.y"], name="fk_u"))
Table("u", metadata, Column("x", Integer, primary_key=True), Column("y", Integer, primary_key=True))

#: a foreign key to the table itself | added | dropped
t(Column("parent_id", Integer))
#=>
t(Column("parent_id", Integer), sa.ForeignKeyConstraint(["parent_id"], ["t.id"], name="fk_parent", ondelete="CASCADE"))

#: a foreign key's ON DELETE | added | dropped
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u"))
t(name="u")
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u", ondelete="SET NULL"))
t(name="u")

#: a foreign key's ON DELETE | changed | changed back
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u", ondelete="CASCADE"))
t(name="u")
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u", ondelete="SET NULL"))
t(name="u")

#: ON DELETE of a foreign key without a name | added | dropped
t(Column("u_id", ForeignKey("u.id")))
t(name="u")
#=>
t(Column("u_id", ForeignKey("u.id", ondelete="CASCADE")))
t(name="u")

#: a foreign key's ON UPDATE | added | dropped
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u"))
t(name="u")
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u", onupdate="CASCADE"))
t(name="u")

#: MATCH of a foreign key | full | simple
#= on: postgresql sqlite
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u"))
t(name="u")
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u", match="FULL"))
t(name="u")

#: when a foreign key is checked | deferred | at once
#= on: postgresql sqlite
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u"))
t(name="u")
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u", deferrable=True, initially="DEFERRED"))
t(name="u")

#: the table that a foreign key points at | another | back
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u"))
t(name="u")
t(name="v")
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["v.id"], name="fk_u"))
t(name="u")
t(name="v")

#: the column that a foreign key points at | another | back
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u"))
t(Column("n", Integer, nullable=False, unique=True), name="u")
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.n"], name="fk_u"))
t(Column("n", Integer, nullable=False, unique=True), name="u")

#: a table and a foreign key to it | added | dropped
t(Column("u_id", Integer))
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u"))
t(name="u")

#: a table and foreign keys both ways | added | dropped
t(Column("u_id", Integer))
#=>
t(Column("u_id", Integer), sa.ForeignKeyConstraint(["u_id"], ["u.id"], name="fk_u", use_alter=True))
t(Column("t_id", ForeignKey("t.id", name="fk_t")), name="u")
