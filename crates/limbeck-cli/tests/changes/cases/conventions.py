# Naming conventions

#: a table with a naming convention | added | dropped
metadata = MetaData(naming_convention=CONVENTION)
t(name="u")
#=>
metadata = MetaData(naming_convention=CONVENTION)
t(name="u")
t(Column("a", String(20), index=True), Column("b", Integer, unique=True), Column("u_id", ForeignKey("u.id")), sa.CheckConstraint("b > 0", name="positive"))

#: constraints with a naming convention | added | dropped
metadata = MetaData(naming_convention=CONVENTION)
t(Column("a", String(20)), Column("b", Integer), Column("u_id", Integer))
t(name="u")
#=>
metadata = MetaData(naming_convention=CONVENTION)
t(Column("a", String(20), index=True), Column("b", Integer, unique=True), Column("u_id", ForeignKey("u.id")), sa.CheckConstraint("b > 0", name="positive"))
t(name="u")

#: columns with a naming convention | added | dropped
metadata = MetaData(naming_convention=CONVENTION)
t()
t(name="u")
#=>
metadata = MetaData(naming_convention=CONVENTION)
t(Column("a", String(20), index=True), Column("b", Integer, unique=True), Column("u_id", ForeignKey("u.id")))
t(name="u")

#: foreign keys with a naming convention | altered | altered back
metadata = MetaData(naming_convention=CONVENTION)
t(Column("u_id", ForeignKey("u.id")))
t(name="u")
#=>
metadata = MetaData(naming_convention=CONVENTION)
t(Column("u_id", ForeignKey("u.id", ondelete="CASCADE")))
t(name="u")

#: a naming convention | set | dropped
#= on: postgresql
t(Column("a", Integer, unique=True), Column("u_id", ForeignKey("u.id")))
t(name="u")
#=>
metadata = MetaData(naming_convention={key: text for key, text in CONVENTION.items() if key != "pk"})
t(Column("a", Integer, unique=True), Column("u_id", ForeignKey("u.id")))
t(name="u")

#: a naming convention of all columns | constraints added | constraints dropped
metadata = MetaData(naming_convention={"uq": "uq_%(table_name)s_%(column_0_N_name)s", "ix": "ix_%(column_0_N_label)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s"})
t(Column("a", String(20)), Column("b", Integer))
#=>
metadata = MetaData(naming_convention={"uq": "uq_%(table_name)s_%(column_0_N_name)s", "ix": "ix_%(column_0_N_label)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s"})
t(Column("a", String(20)), Column("b", Integer), sa.UniqueConstraint("a", "b"), sa.Index(None, "a", "b"))

#: names with a naming convention | unchanged
metadata = MetaData(naming_convention=CONVENTION)
t(Column("a", String(20), index=True), Column("b", Integer, unique=True), Column("u_id", ForeignKey("u.id")), sa.CheckConstraint("b > 0", name="positive"),
  Column("c", sa.Boolean(create_constraint=True, name="truth")))
t(name="u")
