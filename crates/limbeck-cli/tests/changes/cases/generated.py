# Identities and generated columns

#: an identity's kind and start | changed | changed back
#= on: postgresql
Table("t", metadata, Column("id", Integer, sa.Identity(), primary_key=True))
#=>
Table("t", metadata, Column("id", Integer, sa.Identity(always=True, start=5), primary_key=True))

#: an identity's limits | set | dropped
#= on: postgresql
Table("t", metadata, Column("id", Integer, sa.Identity(), primary_key=True))
#=>
Table("t", metadata, Column("id", Integer, sa.Identity(increment=2, minvalue=1, maxvalue=1000, cycle=True, cache=5), primary_key=True))

#: an identity | added | dropped
#= on: postgresql
t(Column("n", Integer, nullable=False))
#=>
t(Column("n", Integer, sa.Identity(), nullable=False))

#: SERIAL and an identity | identity | SERIAL
#= on: postgresql
Table("t", metadata, Column("id", Integer, primary_key=True))
#=>
Table("t", metadata, Column("id", Integer, sa.Identity(), primary_key=True))

#: a table with an identity | added | dropped
#= on: postgresql

#=>
Table("t", metadata, Column("id", sa.BigInteger, sa.Identity(always=True, start=100, increment=10), primary_key=True))

#: a generated column | added | dropped
t(Column("a", Integer))
#=>
t(Column("a", Integer), Column("c", Integer, sa.Computed("a * 2", persisted=True)))

#: a generated column that is not stored | added | dropped
#= on: sqlite mariadb
t(Column("a", Integer))
#=>
t(Column("a", Integer), Column("c", Integer, sa.Computed("a * 2", persisted=False)))

#: a column and a generated one | generated | plain
t(Column("a", Integer), Column("c", Integer))
#=>
t(Column("a", Integer), Column("c", Integer, sa.Computed("a * 2", persisted=True)))

#: a column and a generated one that is not stored | generated | plain
#= on: sqlite mariadb
t(Column("a", Integer), Column("c", String(20)))
#=>
t(Column("a", Integer), Column("c", String(20), sa.Computed("upper(a)", persisted=False)))

#: a column with a default and a generated one | generated | plain
t(Column("a", Integer), Column("c", Integer, nullable=False, server_default="7"))
#=>
t(Column("a", Integer), Column("c", Integer, sa.Computed("a * 2", persisted=True)))

#: a generated column with a comment and a plain one of another type | plain | generated
#= on: postgresql mariadb
t(Column("a", Integer), Column("c", Integer, sa.Computed("a * 2", persisted=True), comment="twice"))
#=>
t(Column("a", Integer), Column("c", sa.BigInteger, nullable=False, comment="a number"))

#: a generated column with an index | unchanged
t(Column("a", Integer), Column("c", Integer, sa.Computed("a * 2", persisted=True), index=True))

#: a generated column's expression | changed | changed back
t(Column("a", Integer), Column("c", Integer, sa.Computed("a * 2", persisted=True)))
#=>
t(Column("a", Integer), Column("c", Integer, sa.Computed("a * 3", persisted=True)))

#: a generated column | unchanged
t(Column("a", Integer), Column("b", String(20)), Column("c", Integer, sa.Computed("a * 2 + 1", persisted=True)), Column("d", sa.Text, sa.Computed("lower(b)", persisted=True)))

#: an identity | unchanged
#= on: postgresql
Table("t", metadata, Column("id", sa.BigInteger, sa.Identity(always=True, start=100, increment=10, cache=3), primary_key=True))
Table("u", metadata, Column("id", Integer, primary_key=True), Column("n", sa.SmallInteger, sa.Identity()))
