# Names

#: reserved and mixed-case columns | added | dropped
t()
#=>
t(Column("order", Integer), Column("MixedCase", sa.Text), Column("with space", Integer), Column("quo\"te", Integer))

#: a reserved table | added | dropped

#=>
t(Column("select", Integer, index=True), Column("User", Integer, unique=True), name="order")

#: columns of a mixed-case table | altered | altered back
t(Column("Amount", String(10)), name="MyTable")
#=>
t(Column("Amount", String(20), nullable=False), Column("group", Integer), sa.Index("IX_Amount", "Amount"), name="MyTable")

#: constraints with odd names | added | dropped
t(Column("a", Integer), Column("user", Integer))
t(name="user")
#=>
t(Column("a", Integer), Column("user", Integer), sa.UniqueConstraint("a", name="Uq One"), sa.CheckConstraint("a > 0", name="check"),
  sa.ForeignKeyConstraint(["user"], ["user.id"], name="FK-user"))
t(name="user")

#: names beyond ASCII | added | dropped
t()
#=>
t(Column("größe", Integer), Column("名前", String(20), server_default="é"))
t(name="straße")

#: names of 60 letters | added | dropped
t()
#=>
t(Column("c" * 60, Integer), sa.Index("i" * 60, "c" * 60), sa.UniqueConstraint("c" * 60, name="u" * 60))
t(Column("a", Integer), name="n" * 60)

#: a column's key that is not its name | added | dropped
t()
#=>
t(Column("a_column", Integer, key="a", index=True))
