# Exclusions, schemas and the like
#= on: postgresql

#: an exclusion | added | dropped
t(Column("r", postgresql.INT4RANGE))
#=>
t(Column("r", postgresql.INT4RANGE), postgresql.ExcludeConstraint((sa.column("r"), "&&"), name="ex_r", using="gist"))

#: an exclusion | changed | changed back
t(Column("r", postgresql.INT4RANGE), postgresql.ExcludeConstraint((sa.column("r"), "&&"), name="ex_r", using="gist"))
#=>
t(Column("r", postgresql.INT4RANGE), postgresql.ExcludeConstraint((sa.column("r"), "&&"), name="ex_r", using="gist", where=sa.text("id > 5")))

#: an exclusion | unchanged
t(Column("r", postgresql.TSRANGE), Column("a", postgresql.INT4RANGE),
  postgresql.ExcludeConstraint(("r", "&&"), ("a", "="), name="ex_r", using="gist", where=sa.text("lower(a) > 3"), deferrable=True, initially="DEFERRED"))

#: a table of another schema | added | dropped
#= sql: CREATE SCHEMA other
#= configure: include_schemas=True
t()
#=>
t()
t(Column("a", String(20), index=True), Column("b", Integer, unique=True), Column("t_id", ForeignKey("t.id", name="fk_t")), name="u", schema="other", comment="noted")

#: columns, indexes and constraints in another schema | added | dropped
#= sql: CREATE SCHEMA other
#= configure: include_schemas=True
t(schema="other")
t(name="u", schema="other")
#=>
t(Column("a", String(20), index=True), Column("u_id", Integer), sa.CheckConstraint("a <> ''", name="ck_a"), sa.UniqueConstraint("a", name="uq_a"),
  sa.ForeignKeyConstraint(["u_id"], ["other.u.id"], name="fk_u"), schema="other")
t(name="u", schema="other")

#: columns of another schema's tables | altered | altered back
#= sql: CREATE SCHEMA other
#= configure: include_schemas=True
t(Column("a", String(20)), schema="other")
#=>
t(Column("a", String(40), nullable=False, server_default="x", comment="noted"), schema="other")

#: the schema of a table | another | back
#= sql: CREATE SCHEMA other
#= configure: include_schemas=True
t(Column("a", Integer))
#=>
t(Column("a", Integer), schema="other")

#: tables of two schemas | unchanged
#= sql: CREATE SCHEMA other
#= configure: include_schemas=True
t(Column("e", sa.Enum("a", name="kind")))
t(Column("a", Integer, index=True), Column("t_id", ForeignKey("t.id")), Column("e", sa.Enum("a", "b", name="kind", schema="other")), schema="other")

#: a MetaData with a schema | table added | table dropped
#= sql: CREATE SCHEMA other
#= configure: include_schemas=True
metadata = sa.MetaData(schema="other")
t()
#=>
metadata = sa.MetaData(schema="other")
t(Column("u_id", ForeignKey("other.u.id")))
t(name="u")

#: a partitioned table | added | dropped

#=>
Table("t", metadata, Column("id", Integer, primary_key=True), Column("day", sa.Date, primary_key=True), postgresql_partition_by="RANGE (day)")
