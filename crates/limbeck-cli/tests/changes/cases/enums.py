# Enums

#: a column of an enum type | added | dropped
t()
#=>
t(Column("e", sa.Enum("a", "b", name="kind"), nullable=False, server_default="a"))

#: a table with an enum type | added | dropped

#=>
t(Column("e", sa.Enum("a", "b", name="kind")))

#: a second column of an enum type | added | dropped
kind = sa.Enum("a", "b", name="kind", metadata=metadata)
t(Column("e", kind))
#=>
kind = sa.Enum("a", "b", name="kind", metadata=metadata)
t(Column("e", kind), Column("f", kind))

#: two tables with one enum type | added | dropped

#=>
kind = sa.Enum("a", "b", name="kind", metadata=metadata)
t(Column("e", kind))
t(Column("e", kind), name="u")

#: an enum's value | added at the end | removed at the end
t(Column("e", sa.Enum("a", "b", name="kind")))
#=>
t(Column("e", sa.Enum("a", "b", "c", name="kind")))

#: an enum's value | added in the middle | removed in the middle
t(Column("e", sa.Enum("a", "b", name="kind")))
#=>
t(Column("e", sa.Enum("a", "x", "b", name="kind")))

#: an enum's value with a quote | added | removed
t(Column("e", sa.Enum("a", "b", name="kind")))
#=>
t(Column("e", sa.Enum("a", "b", "it's", name="kind")))

#: an enum's value, with a default | added | removed
t(Column("e", sa.Enum("a", "b", name="kind"), server_default="a", nullable=False))
#=>
t(Column("e", sa.Enum("a", "b", "c", name="kind"), server_default="a", nullable=False))

#: an enum's value that becomes the default | added | removed
t(Column("e", sa.Enum("a", "b", name="kind"), server_default="a", nullable=False))
#=>
t(Column("e", sa.Enum("a", "b", "c", name="kind"), server_default="c", nullable=False))

#: an enum's value | renamed | renamed back
t(Column("e", sa.Enum("a", "b", name="kind")))
#=>
t(Column("e", sa.Enum("a", "z", name="kind")))

#: the order of an enum's values | changed | changed back
t(Column("e", sa.Enum("a", "b", "c", name="kind")))
#=>
t(Column("e", sa.Enum("c", "b", "a", name="kind")))

#: a string and an enum type | enum | string
t(Column("e", String(20)))
#=>
t(Column("e", sa.Enum("a", "b", name="kind")))

#: another enum type for a column | set | set back
t(Column("e", sa.Enum("a", "b", name="kind")))
#=>
t(Column("e", sa.Enum("a", "b", name="sort")))

#: a type from a Python enum | added | dropped
import enum
class Status(enum.Enum):
    OPEN = "open"
    DONE = "done"
t()
#=>
import enum
class Status(enum.Enum):
    OPEN = "open"
    DONE = "done"
t(Column("status", sa.Enum(Status)), Column("other", sa.Enum(Status, name="other", values_callable=lambda e: [m.value for m in e])))

#: an array of an enum type | added | dropped
#= on: postgresql
t()
#=>
t(Column("e", postgresql.ARRAY(sa.Enum("a", "b", name="kind"))))

#: a value of an enum type in an array | added | removed
#= on: postgresql
t(Column("e", postgresql.ARRAY(sa.Enum("a", "b", name="kind"))))
#=>
t(Column("e", postgresql.ARRAY(sa.Enum("a", "b", "c", name="kind"))))

#: an enum type that no table has | added | dropped
#= on: postgresql
t()
#=>
t()
sa.Enum("a", "b", name="kind", metadata=metadata)

#: an enum type of another schema | added | dropped
#= on: postgresql
#= sql: CREATE SCHEMA other
#= configure: include_schemas=True
t()
#=>
t(Column("e", sa.Enum("a", "b", name="kind", schema="other")))
