# Columns

#: a column | added | dropped
t()
#=>
t(Column("a", String(20)))

#: a column that is NOT NULL and has a default | added | dropped
t()
#=>
t(Column("a", Integer, server_default="7", nullable=False))

#: a column with an index | added | dropped
t()
#=>
t(Column("a", String(20), index=True))

#: a unique column | added | dropped
t()
#=>
t(Column("a", String(20), unique=True))

#: a column with a foreign key | added | dropped
t()
t(name="u")
#=>
t(Column("u_id", ForeignKey("u.id", name="fk_u", ondelete="SET NULL")))
t(name="u")

#: a column with a foreign key without a name | added | dropped
t()
t(name="u")
#=>
t(Column("u_id", ForeignKey("u.id")))
t(name="u")

#: several columns of all kinds | added | dropped
t()
#=>
t(Column("a", sa.Boolean), Column("b", sa.Float), Column("c", sa.LargeBinary), Column("d", sa.Date), Column("e", sa.Time), Column("f", sa.JSON),
  Column("g", sa.Text), Column("h", sa.BigInteger), Column("i", sa.Uuid), Column("j", sa.SmallInteger), Column("k", sa.Double))

#: another column in a column's place | replaced | replaced back
t(Column("old_name", String(20)))
#=>
t(Column("new_name", String(20)))

#: the middle column of three | dropped | added
t(Column("a", Integer), Column("b", Integer), Column("c", Integer))
#=>
t(Column("a", Integer), Column("c", Integer))

#: NOT NULL | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20), nullable=False))

#: NOT NULL on a column with a default and a comment | added | dropped
#= on: postgresql mariadb
t(Column("a", String(20), server_default="x", comment="noted"))
#=>
t(Column("a", String(20), server_default="x", comment="noted", nullable=False))

#: several changes of one column | made | made back
t(Column("a", String(20)))
#=>
t(Column("a", String(40), nullable=False, server_default="x"))

#: columns of PostgreSQL's own types | added | dropped
#= on: postgresql
t()
#=>
t(Column("a", postgresql.ARRAY(String(10))), Column("b", postgresql.INET), Column("c", postgresql.JSONB), Column("d", postgresql.TSVECTOR),
  Column("e", postgresql.INT4RANGE), Column("f", postgresql.INTERVAL), Column("g", postgresql.BYTEA), Column("h", postgresql.UUID),
  Column("i", postgresql.CIDR), Column("j", postgresql.TSTZRANGE), Column("k", postgresql.BIT(3)), Column("l", postgresql.MACADDR))

#: columns of MySQL's own types | added | dropped
#= on: mariadb
t()
#=>
t(Column("a", mysql.TINYINT(1)), Column("b", mysql.MEDIUMTEXT), Column("c", mysql.INTEGER(unsigned=True)), Column("d", mysql.DATETIME(fsp=6)),
  Column("e", mysql.ENUM("x", "y")), Column("f", mysql.SET("x", "y")), Column("g", mysql.YEAR), Column("h", mysql.VARCHAR(10, collation="utf8mb4_bin")),
  Column("i", mysql.LONGBLOB), Column("j", mysql.BIT(3)))
