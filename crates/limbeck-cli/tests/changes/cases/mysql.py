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

#: a column's character set | changed | changed back
t(Column("a", mysql.VARCHAR(20, charset="latin1")))
#=>
t(Column("a", mysql.VARCHAR(20, charset="utf8mb4")))

#: a SET's values | added | removed
t(Column("a", mysql.SET("x", "y")))
#=>
t(Column("a", mysql.SET("x", "y", "z")))

#: an integer's zeros | filled | not filled
t(Column("a", mysql.INTEGER(unsigned=True)))
#=>
t(Column("a", mysql.INTEGER(unsigned=True, zerofill=True)))

#: sign and precision of numbers and times | unchanged
t(Column("a", mysql.INTEGER(display_width=5)), Column("b", mysql.BIGINT(zerofill=True)), Column("c", mysql.DECIMAL(10, 2, unsigned=True)), Column("d", sa.DateTime),
  Column("e", mysql.TIME(fsp=3)), Column("f", mysql.TIMESTAMP(fsp=6), nullable=True), Column("g", sa.Interval), Column("h", mysql.SET("x", "y")), Column("i", sa.Time))

#: collations that the table has or that are its columns' own | unchanged
t(Column("a", String(20)), Column("b", String(20, collation="utf8mb4_bin")), Column("c", mysql.VARCHAR(20, charset="latin1")),
  Column("d", mysql.VARCHAR(20, charset="utf8mb4", collation="utf8mb4_unicode_ci")), Column("e", sa.Enum("x", "y")), Column("f", sa.JSON),
  Column("g", mysql.VARCHAR(20, charset="utf8")), Column("h", mysql.VARCHAR(20, collation="utf8_bin")), Column("i", sa.Unicode(9)),
  mysql_charset="utf8mb4", mysql_collate="utf8mb4_unicode_ci", mariadb_charset="utf8mb4", mariadb_collate="utf8mb4_unicode_ci")

#: table options and types of MySQL | unchanged
t(Column("a", mysql.TINYINT(1)), Column("b", mysql.INTEGER(unsigned=True)), Column("c", mysql.DATETIME(fsp=6), server_default=sa.text("CURRENT_TIMESTAMP(6)")),
  Column("d", mysql.LONGTEXT), Column("e", mysql.ENUM("x", "y"), server_default="x"), Column("f", sa.JSON), mysql_engine="InnoDB", mariadb_engine="InnoDB")
