# Sequences
#= on: postgresql mariadb

#: a sequence of the MetaData | added | dropped
t()
#=>
t()
sa.Sequence("numbers", metadata=metadata)

#: a sequence that a column counts with | added | dropped
t(Column("n", Integer))
#=>
numbers = sa.Sequence("numbers", start=10, metadata=metadata)
t(Column("n", Integer, numbers, server_default=numbers.next_value()))

#: a sequence and a table that counts with it | added | dropped

#=>
numbers = sa.Sequence("numbers")
t(Column("n", Integer, numbers, server_default=numbers.next_value(), nullable=False))

#: a sequence of a column without a server default | added | dropped
t(Column("n", Integer))
#=>
t(Column("n", Integer, sa.Sequence("numbers", increment=2)))

#: a sequence with all options | added | dropped
t()
#=>
t()
sa.Sequence("numbers", start=20, increment=5, minvalue=10, maxvalue=1000, cycle=True, cache=7, metadata=metadata)

#: a sequence that counts down | added | dropped
t()
#=>
t()
sa.Sequence("numbers", increment=-1, metadata=metadata)

#: a sequence without limits | unchanged
t()
sa.Sequence("numbers", nominvalue=True, nomaxvalue=True, cycle=False, metadata=metadata)

#: a sequence's increment | changed | changed back
t()
sa.Sequence("numbers", metadata=metadata)
#=>
t()
sa.Sequence("numbers", increment=5, metadata=metadata)

#: a sequence's limits, cycle and cache | changed | changed back
t()
sa.Sequence("numbers", start=10, maxvalue=1000, cache=5, metadata=metadata)
#=>
t()
sa.Sequence("numbers", start=10, minvalue=-5, maxvalue=2000, cycle=True, metadata=metadata)

#: a sequence's start | changed | changed back
t()
sa.Sequence("numbers", metadata=metadata)
#=>
t()
sa.Sequence("numbers", start=100, metadata=metadata)

#: a sequence's direction | changed | changed back
t()
sa.Sequence("numbers", start=-1, minvalue=-1000, metadata=metadata)
#=>
t()
sa.Sequence("numbers", start=-1, minvalue=-1000, maxvalue=-1, increment=-1, metadata=metadata)

#: a sequence's type | smaller | larger
#= on: postgresql
t()
sa.Sequence("numbers", metadata=metadata)
#=>
t()
sa.Sequence("numbers", data_type=Integer, metadata=metadata)

#: a sequence's name | changed | changed back
t()
sa.Sequence("numbers", start=5, metadata=metadata)
#=>
t()
sa.Sequence("counts", start=5, metadata=metadata)

#: a sequence with a reserved and mixed-case name | added | dropped
t()
#=>
numbers = sa.Sequence("Order", start=3, metadata=metadata)
t(Column("n", Integer, numbers, server_default=numbers.next_value()))

#: a sequence of another schema | added | dropped
#= on: postgresql
#= sql: CREATE SCHEMA other
#= configure: include_schemas=True
t()
#=>
numbers = sa.Sequence("numbers", schema="other", metadata=metadata)
t(Column("n", Integer, numbers, server_default=numbers.next_value()))

#: a column counts with a sequence that is there | counts | counts no more
numbers = sa.Sequence("numbers", metadata=metadata)
t(Column("n", Integer))
#=>
numbers = sa.Sequence("numbers", metadata=metadata)
t(Column("n", Integer, numbers, server_default=numbers.next_value()))

#: a sequence that a default counts with and no model names | unchanged
#= on: postgresql
#= sql: CREATE SEQUENCE numbers START WITH 7
t(Column("n", Integer, server_default=sa.text("nextval('numbers')")))

#: a sequence that a default of MariaDB counts with and no model names | unchanged
#= on: mariadb
#= sql: CREATE SEQUENCE numbers START WITH 7
t(Column("n", Integer, server_default=sa.text("(NEXT VALUE FOR numbers)")))

#: sequences of SERIAL, of an identity and of a column | unchanged
#= on: postgresql
t(Column("n", Integer, sa.Identity(start=5)))
t(name="u")
sa.Sequence("u_id_seq", metadata=metadata)

#: an optional sequence | unchanged
t(Column("n", Integer, sa.Sequence("numbers", optional=True)))

#: a sequence of a key | added | dropped

#=>
Table("t", metadata, Column("id", Integer, sa.Sequence("t_numbers", start=1000), primary_key=True))

#: a sequence | unchanged
numbers = sa.Sequence("numbers", start=10, increment=5, metadata=metadata)
t(Column("n", Integer, numbers, server_default=numbers.next_value()))
