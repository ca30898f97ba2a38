# Primary keys

#: a primary key's columns | two | one
Table("t", metadata, Column("a", Integer, primary_key=True, autoincrement=False), Column("b", Integer, nullable=False))
#=>
Table("t", metadata, Column("a", Integer, primary_key=True, autoincrement=False), Column("b", Integer, primary_key=True, autoincrement=False))

#: a primary key | added | dropped
Table("t", metadata, Column("a", Integer, nullable=False, autoincrement=False), Column("b", Integer))
#=>
Table("t", metadata, Column("a", Integer, primary_key=True, autoincrement=False), Column("b", Integer))

#: a primary key's column | another | back
Table("t", metadata, Column("a", Integer, primary_key=True, autoincrement=False), Column("b", Integer, nullable=False))
#=>
Table("t", metadata, Column("a", Integer, nullable=False), Column("b", Integer, primary_key=True, autoincrement=False))

#: the order of a primary key's columns | changed | changed back
Table("t", metadata, Column("a", Integer), Column("b", Integer), sa.PrimaryKeyConstraint("a", "b", name="pk_t"))
#=>
Table("t", metadata, Column("a", Integer), Column("b", Integer), sa.PrimaryKeyConstraint("b", "a", name="pk_t"))

#: a primary key with a name | two columns | one
Table("t", metadata, Column("a", String(20)), Column("b", Integer, nullable=False), sa.PrimaryKeyConstraint("a", name="pk_t"))
#=>
Table("t", metadata, Column("a", String(20)), Column("b", Integer, nullable=False), sa.PrimaryKeyConstraint("a", "b", name="pk_t"))

#: a column that joins the primary key | added | dropped
Table("t", metadata, Column("a", String(20), primary_key=True))
#=>
Table("t", metadata, Column("a", String(20), primary_key=True), Column("b", Integer, primary_key=True, server_default="0"))

#: the size of a key that counts up | larger | smaller
#= on: postgresql mariadb
Table("t", metadata, Column("id", Integer, primary_key=True))
#=>
Table("t", metadata, Column("id", sa.BigInteger, primary_key=True))
