# MySQL's tables
#= on: mariadb

#: a table's engine | changed | changed back
t(mysql_engine="InnoDB", mariadb_engine="InnoDB")
#=>
t(mysql_engine="Aria", mariadb_engine="Aria")

#: a table's character set | changed | changed back
t(Column("a", String(20)), mysql_charset="utf8mb4", mariadb_charset="utf8mb4")
#=>
t(Column("a", String(20)), mysql_charset="latin1", mariadb_charset="latin1")

#: a table's collation | changed | changed back
t(Column("a", String(20)), mysql_charset="utf8mb4", mysql_collate="utf8mb4_general_ci", mariadb_charset="utf8mb4", mariadb_collate="utf8mb4_general_ci")
#=>
t(Column("a", String(20)), mysql_charset="utf8mb4", mysql_collate="utf8mb4_bin", mariadb_charset="utf8mb4", mariadb_collate="utf8mb4_bin")

#: a table with options | added | dropped

#=>
t(Column("a", String(20)), mysql_engine="InnoDB", mysql_charset="utf8mb4", mysql_collate="utf8mb4_bin", mariadb_engine="InnoDB", mariadb_charset="utf8mb4",
  mariadb_collate="utf8mb4_bin", comment="noted")

#: a column's collation | changed | changed back
t(Column("a", mysql.VARCHAR(20, collation="utf8mb4_general_ci")))
#=>
t(Column("a", mysql.VARCHAR(20, collation="utf8mb4_bin")))

#: table options and types of MySQL | unchanged
t(Column("a", mysql.TINYINT(1)), Column("b", mysql.INTEGER(unsigned=True)), Column("c", mysql.DATETIME(fsp=6), server_default=sa.text("CURRENT_TIMESTAMP(6)")),
  Column("d", mysql.LONGTEXT), Column("e", mysql.ENUM("x", "y"), server_default="x"), Column("f", sa.JSON), mysql_engine="InnoDB", mariadb_engine="InnoDB")
