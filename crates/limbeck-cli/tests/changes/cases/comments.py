# Comments
#= on: postgresql mariadb

#: a table's comment | added | dropped
t()
#=>
t(comment="it's noted")

#: a table's comment | changed | changed back
t(comment="x")
#=>
t(comment="y: 100%")

#: a column's comment | added | dropped
t(Column("a", Integer))
#=>
t(Column("a", Integer, comment="it's noted"))

#: a column's comment | changed | changed back
t(Column("a", String(20), server_default="x", nullable=False, comment="x"))
#=>
t(Column("a", String(20), server_default="x", nullable=False, comment="y"))

#: a table with comments | added | dropped

#=>
t(Column("a", Integer, comment="of the column"), comment="of the table")

#: a column with a comment | added | dropped
t()
#=>
t(Column("a", Integer, comment="x", server_default="1"))
