"""create_table, drop_table, rename_table, and comments of tables."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

#: create_table | mysql_engine | mysql_engine='InnoDB'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_engine='InnoDB')

#: create_table | mysql_engine | mysql_engine='InnoDB', mysql_charset='utf8mb4', mysql_collate='utf8mb4_bin'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_engine='InnoDB', mysql_charset='utf8mb4', mysql_collate='utf8mb4_bin')

#: create_table | mysql_collate | mysql_collate='utf8mb4_bin', mysql_charset='utf8mb4', mysql_engine='InnoDB'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_collate='utf8mb4_bin', mysql_charset='utf8mb4', mysql_engine='InnoDB')

#: create_table | mysql_collate | mysql_collate='utf8mb4_bin', mysql_engine='InnoDB'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_collate='utf8mb4_bin', mysql_engine='InnoDB')

#: create_table | mysql_default_charset | mysql_default_charset='utf8mb4', mysql_collate='utf8mb4_bin', comment="it's 100%"
op.create_table('t', sa.Column('a', sa.Integer()), mysql_default_charset='utf8mb4', mysql_collate='utf8mb4_bin', comment="it's 100%")

#: create_table | mysql_DEFAULT_CHARACTER_SET | mysql_DEFAULT_CHARACTER_SET='utf8'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_DEFAULT_CHARACTER_SET='utf8')

#: create_table | mysql_character_set | mysql_character_set='utf8', mysql_default_collate='x'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_character_set='utf8', mysql_default_collate='x')

#: create_table | mysql_row_format | mysql_row_format='DYNAMIC', mysql_key_block_size='8'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_row_format='DYNAMIC', mysql_key_block_size='8')

#: create_table | mysql_auto_increment | mysql_auto_increment='1000'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_auto_increment='1000')

#: create_table | mysql_comment | mysql_comment='from options'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_comment='from options')

#: create_table | mysql_comment | mysql_comment='from options', comment='own'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_comment='from options', comment='own')

#: create_table | mysql_data_directory | mysql_data_directory="'/d'", mysql_index_directory="'/i'"
op.create_table('t', sa.Column('a', sa.Integer()), mysql_data_directory="'/d'", mysql_index_directory="'/i'")

#: create_table | mysql_tablespace | mysql_tablespace='ts', mysql_connection="it's", mysql_password='p'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_tablespace='ts', mysql_connection="it's", mysql_password='p')

#: create_table | mysql_partition_by | mysql_partition_by='HASH(a)', mysql_partitions='4', mysql_engine='InnoDB'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_partition_by='HASH(a)', mysql_partitions='4', mysql_engine='InnoDB')

#: create_table | mysql_subpartitions | mysql_subpartitions='2', mysql_subpartition_by='HASH(a)', mysql_partitions='4', mysql_partition_by='RANGE (a)', mysql_engine='InnoDB', comment='c'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_subpartitions='2', mysql_subpartition_by='HASH(a)', mysql_partitions='4', mysql_partition_by='RANGE (a)', mysql_engine='InnoDB', comment='c')

#: create_table | mysql_stats_persistent | mysql_stats_persistent='1'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_stats_persistent='1')

#: create_table | mysql_ENGINE | mysql_ENGINE='MyISAM', mysql_Charset='latin1'
op.create_table('t', sa.Column('a', sa.Integer()), mysql_ENGINE='MyISAM', mysql_Charset='latin1')

#: create_table | mariadb_engine | mariadb_engine='Aria'
op.create_table('t', sa.Column('a', sa.Integer()), mariadb_engine='Aria')

#: create_table | mariadb_engine | mariadb_engine='Aria', mariadb_charset='utf8mb4', mariadb_collate='utf8mb4_bin', mariadb_page_checksum='1'
op.create_table('t', sa.Column('a', sa.Integer()), mariadb_engine='Aria', mariadb_charset='utf8mb4', mariadb_collate='utf8mb4_bin', mariadb_page_checksum='1')

#: create_table | mariadb_engine | mariadb_engine='Aria', mysql_engine='InnoDB'
op.create_table('t', sa.Column('a', sa.Integer()), mariadb_engine='Aria', mysql_engine='InnoDB')

#: create_table | postgresql_partition_by | postgresql_partition_by='RANGE (a)', sqlite_strict=True
op.create_table('t', sa.Column('a', sa.Integer()), postgresql_partition_by='RANGE (a)', sqlite_strict=True)

#: create_table | prefixes | prefixes=['TEMPORARY']
op.create_table('t', sa.Column('a', sa.Integer()), prefixes=['TEMPORARY'])

#: create_table | comment | comment='a\\b'
op.create_table('t', sa.Column('a', sa.Integer()), comment='a\\b')

#: create_table | schema | schema='s', comment='x'
op.create_table('t', sa.Column('a', sa.Integer()), schema='s', comment='x')

#: create_table | if_not_exists | if_not_exists=True, mysql_engine='InnoDB'
op.create_table('t', sa.Column('a', sa.Integer()), if_not_exists=True, mysql_engine='InnoDB')

#: create_table | info | info={'x': 1}
op.create_table('t', sa.Column('a', sa.Integer()), info={'x': 1})

#: create_table | columns | counting keys
op.create_table('a', sa.Column('id', sa.BigInteger(), primary_key=True))
op.create_table('b', sa.Column('id', mysql.INTEGER(11, unsigned=True), primary_key=True))
op.create_table('c', sa.Column('id', mysql.TINYINT(), primary_key=True))
op.create_table('d', sa.Column('id', mysql.BIGINT(20), nullable=False, autoincrement=True), sa.PrimaryKeyConstraint('id'))

#: create_table | columns | keys that do not count
op.create_table('a', sa.Column('id', sa.Integer(), sa.ForeignKey('o.id'), primary_key=True))
op.create_table('b', sa.Column('id', sa.String(5), primary_key=True))
op.create_table('c', sa.Column('id', sa.Integer(), primary_key=True, autoincrement=False))
op.create_table('d', sa.Column('id', sa.Integer(), primary_key=True, server_default='1'))

#: create_table | columns | composite keys
op.create_table('a', sa.Column('x', sa.String(5), primary_key=True), sa.Column('id', sa.Integer(), primary_key=True, autoincrement=True))
op.create_table('b', sa.Column('x', sa.Integer(), primary_key=True), sa.Column('y', sa.Integer(), primary_key=True))

#: create_table | columns | a key with a comment
op.create_table('a', sa.Column('id', sa.Integer(), primary_key=True, comment='the key'), sa.Column('ts', sa.TIMESTAMP(), nullable=False), sa.Column('tn', sa.TIMESTAMP(), server_default=sa.text('CURRENT_TIMESTAMP')))

#: create_table | columns | identities
op.create_table('t', sa.Column('id', sa.BigInteger(), sa.Identity(always=True, start=5), primary_key=True), sa.Column('b', sa.Integer(), sa.Identity()), sa.Column('c', sa.Integer(), sa.Identity(), nullable=True))

#: create_table | columns | computed
op.create_table('t', sa.Column('a', sa.Integer(), sa.Computed('b * 2')), sa.Column('c', sa.Integer(), sa.Computed('b + 1', persisted=True), nullable=False, comment='c'), sa.Column('d', sa.Integer(), sa.Computed(sa.text('b - 1'), persisted=False), index=True))

#: create_table | columns | constraints
op.create_table('t', sa.Column('id', sa.Integer(), nullable=False), sa.Column('a', sa.Integer(), sa.ForeignKey('s.o.id', name='fk', ondelete='CASCADE', onupdate='SET NULL')), sa.Column('b', sa.Integer(), sa.CheckConstraint('b > 0', name='ckb')), sa.PrimaryKeyConstraint('id', name='pk', mysql_using='btree'), sa.UniqueConstraint('a', 'b', name='uq'), sa.CheckConstraint("a <> 'x\\\\y' AND b LIKE '%z'", name='ck'), sa.ForeignKeyConstraint(['b'], ['o.x'], name='fk2'))

#: create_table | columns | a key with a method
op.create_table('t', sa.Column('id', sa.Integer()), sa.PrimaryKeyConstraint('id', mysql_using='hash'))

#: create_table | columns | a key with MariaDB's method
op.create_table('t', sa.Column('id', sa.Integer()), sa.PrimaryKeyConstraint('id', mariadb_using='hash'))

#: create_table | columns | a deferrable key
op.create_table('t', sa.Column('a', sa.Integer(), sa.ForeignKey('o.id', deferrable=True, initially='DEFERRED')))

#: create_table | columns | a matching key
op.create_table('t', sa.Column('a', sa.Integer(), sa.ForeignKey('o.id', match='FULL')))

#: create_table | columns | keys for later
op.create_table('t', sa.Column('a', sa.Integer(), sa.ForeignKey('o.id', name='later', use_alter=True)))

#: create_table | sa.Index | with a length
op.create_table('t', sa.Column('a', sa.Text()), sa.Column('b', sa.Integer()), sa.Index('ix', 'a', 'b', mysql_length={'a': 10}))

#: create_table | columns | a default that is json
op.create_table('t', sa.Column('a', sa.JSON(), server_default=sa.text("('{\"a\"\\: 1}')"), nullable=False), sa.Column('b', mysql.JSON(), server_default=sa.text('(json_object())')))

#: drop_table | table_name
op.drop_table('order')
op.drop_table('t', schema='s', if_exists=True)

#: rename_table | new_table_name
op.rename_table('order', 'Key')
op.rename_table('a', 'b', schema='s')

#: create_table_comment | comment
op.create_table_comment('t', "it's 100% \\ x")
op.create_table_comment('t', 'b', existing_comment='a', schema='s')
op.drop_table_comment('t', existing_comment='a')

#: create_table | table_name | quoted by force
#= dynamic: sa.sql.quoted_name() is not read
op.create_table(sa.sql.quoted_name("t", True), sa.Column("a", sa.Integer()))

#: create_table | table_name | unusual
op.create_table("a-b c.d", sa.Column("x y", sa.Integer()))

#: create_table | table_name | capital letters
op.create_table("Account", sa.Column("Id", sa.Integer(), primary_key=True))

#: create_table | table_name | with a quotation mark
op.create_table('a"b', sa.Column('c"d', sa.Integer()))

#: create_table | table_name | with a percent sign
op.create_table("a%b", sa.Column("c%d", sa.Integer()))

#: create_table | columns | none at all
op.create_table("t")

#: create_table | schema | plain
op.create_table("t", sa.Column("a", sa.Integer()), schema="s")

#: create_table | schema | that needs quoting
op.create_table("t", sa.Column("a", sa.Integer(), index=True), schema="My Schema")

#: create_table | schema | with a dot
op.create_table("t", sa.Column("a", sa.Integer()), schema="a.b")

#: create_table | schema | key to a table beside it
op.create_table("t", sa.Column("a", sa.Integer(), sa.ForeignKey("s.o.id")), schema="s")

#: create_table | schema | key to a table of no schema
op.create_table("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id")), schema="s")

#: create_table | if_not_exists | with an index
op.create_table("t", sa.Column("a", sa.Integer(), index=True), if_not_exists=True)

#: create_table | if_not_exists | False
op.create_table("t", sa.Column("a", sa.Integer()), if_not_exists=False)

#: create_table | comment | of the table and its columns
op.create_table("t", sa.Column("a", sa.Integer(), comment="the a"), sa.Column("b", sa.Integer(), comment="it's"), comment="the table", schema="s")

#: create_table | comment | empty
op.create_table("t", sa.Column("a", sa.Integer()), comment="")

#: create_table | comment | several lines
op.create_table("t", sa.Column("a", sa.Integer()), comment="one\ntwo\tthree")

#: create_table | prefixes | several
op.create_table("t", sa.Column("a", sa.Integer()), prefixes=["GLOBAL", "TEMPORARY"])

#: create_table | prefixes | UNLOGGED
#= dialects: postgresql
op.create_table("t", sa.Column("a", sa.Integer()), prefixes=["UNLOGGED"])

#: create_table | quote | True
op.create_table("t", sa.Column("a", sa.Integer()), quote=True)

#: create_table | quote | False
op.create_table("T", sa.Column("a", sa.Integer()), quote=False)

#: create_table | implicit_returning
op.create_table("t", sa.Column("a", sa.Integer()), implicit_returning=False)

#: create_table | keep_existing and extend_existing
op.create_table("t", sa.Column("a", sa.Integer()), extend_existing=True)

#: create_table | postgresql_partition_by
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_partition_by="RANGE (a)")

#: create_table | postgresql_inherits | one table
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_inherits="parent")

#: create_table | postgresql_inherits | several
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_inherits=("parent", "Other"))

#: create_table | postgresql_tablespace
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_tablespace="Fast disk")

#: create_table | postgresql_on_commit
op.create_table("t", sa.Column("a", sa.Integer()), prefixes=["TEMPORARY"], postgresql_on_commit="PRESERVE ROWS")

#: create_table | postgresql_on_commit | with an underscore
op.create_table("t", sa.Column("a", sa.Integer()), prefixes=["TEMPORARY"], postgresql_on_commit="delete_rows")

#: create_table | postgresql_with | one
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_with={"fillfactor": 70})

#: create_table | postgresql_with | several
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_with={"fillfactor": 70, "autovacuum_enabled": "false"})

#: create_table | postgresql_using
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_using="heap")

#: create_table | postgresql_with_oids
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_with_oids=False)

#: create_table | postgresql_with_oids | True
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_with_oids=True)

#: create_table | postgresql_ignore_search_path
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_ignore_search_path=True)

#: create_table | postgresql_partition_by | with everything
op.create_table("t", sa.Column("a", sa.Integer()), postgresql_tablespace="ts", postgresql_with={"fillfactor": 70}, postgresql_using="heap", postgresql_partition_by="LIST (a)", postgresql_inherits="p", postgresql_on_commit="DROP")

#: create_table | sqlite_autoincrement
op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Text()), sqlite_autoincrement=True)

#: create_table | sqlite_autoincrement | by a constraint
op.create_table("t", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id"), sqlite_autoincrement=True)

#: create_table | sqlite_autoincrement | a named key
op.create_table("t", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id", name="pk_t"), sqlite_autoincrement=True)

#: create_table | sqlite_with_rowid
op.create_table("t", sa.Column("id", sa.Text(), primary_key=True), sqlite_with_rowid=False)

#: create_table | sqlite_with_rowid | True
op.create_table("t", sa.Column("id", sa.Text(), primary_key=True), sqlite_with_rowid=True)

#: create_table | sqlite_strict
op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sqlite_strict=True)

#: create_table | sqlite_strict | without rowid too
op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sqlite_strict=True, sqlite_with_rowid=False)

#: create_table | mssql_ and oracle_ arguments
op.create_table("t", sa.Column("a", sa.Integer()), oracle_compress=True, oracle_tablespace="x")

#: create_table | info
op.create_table("t", sa.Column("a", sa.Integer()), info={"skip": True})

#: create_table | sa.PrimaryKeyConstraint | named
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), sa.PrimaryKeyConstraint("a", "b", name="pk_t"))

#: create_table | sa.PrimaryKeyConstraint | by columns
op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True), sa.Column("b", sa.Text(), primary_key=True))

#: create_table | sa.PrimaryKeyConstraint | of no columns
op.create_table("t", sa.Column("a", sa.Integer()), sa.PrimaryKeyConstraint())

#: create_table | sa.PrimaryKeyConstraint | deferrable
op.create_table("t", sa.Column("a", sa.Integer()), sa.PrimaryKeyConstraint("a", deferrable=True, initially="DEFERRED"))

#: create_table | sa.PrimaryKeyConstraint | postgresql_include
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), sa.PrimaryKeyConstraint("a", postgresql_include=["b"]))

#: create_table | sa.PrimaryKeyConstraint | sqlite_on_conflict
op.create_table("t", sa.Column("a", sa.Text()), sa.PrimaryKeyConstraint("a", sqlite_on_conflict="REPLACE"))

#: create_table | sa.PrimaryKeyConstraint | mssql_clustered
op.create_table("t", sa.Column("a", sa.Integer()), sa.PrimaryKeyConstraint("a", mssql_clustered=True))

#: create_table | sa.UniqueConstraint | without a name
op.create_table("t", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a"))

#: create_table | sa.UniqueConstraint | named, several columns
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("B", sa.Integer()), sa.UniqueConstraint("a", "B", name="uq_T"))

#: create_table | sa.UniqueConstraint | deferrable
op.create_table("t", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a", name="uq", deferrable=True, initially="IMMEDIATE"))

#: create_table | sa.UniqueConstraint | postgresql_nulls_not_distinct
op.create_table("t", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a", name="uq", postgresql_nulls_not_distinct=True))

#: create_table | sa.UniqueConstraint | postgresql_include
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), sa.UniqueConstraint("a", name="uq", postgresql_include=["b"]))

#: create_table | sa.UniqueConstraint | sqlite_on_conflict
op.create_table("t", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a", name="uq", sqlite_on_conflict="IGNORE"))

#: create_table | sa.UniqueConstraint | of no columns
op.create_table("t", sa.Column("a", sa.Integer()), sa.UniqueConstraint(name="uq"))

#: create_table | sa.CheckConstraint | text
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0 AND a < 100", name="ck"))

#: create_table | sa.CheckConstraint | without a name
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0"))

#: create_table | sa.CheckConstraint | an expression
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint(sa.column("a") > 0, name="ck"))

#: create_table | sa.CheckConstraint | sa.text
op.create_table("t", sa.Column("a", sa.Text()), sa.CheckConstraint(sa.text("a IN ('x', 'it''s')"), name="ck"))

#: create_table | sa.CheckConstraint | a list of values
op.create_table("t", sa.Column("a", sa.Text()), sa.CheckConstraint(sa.column("a").in_(["x", "y"]), name="ck"))

#: create_table | sa.CheckConstraint | a pattern
op.create_table("t", sa.Column("a", sa.Text()), sa.CheckConstraint("a LIKE 'x%'", name="ck"))

#: create_table | sa.CheckConstraint | a cast
op.create_table("t", sa.Column("a", sa.Text()), sa.CheckConstraint("a::text <> ''", name="ck"))

#: create_table | sa.CheckConstraint | an escaped colon
op.create_table("t", sa.Column("a", sa.Text()), sa.CheckConstraint(r"a <> '\:x'", name="ck"))

#: create_table | sa.CheckConstraint | a colon that is not escaped
op.create_table("t", sa.Column("a", sa.Text()), sa.CheckConstraint("a <> ':x'", name="ck"))

#: create_table | sa.CheckConstraint | postgresql_not_valid
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0", name="ck", postgresql_not_valid=True))

#: create_table | sa.CheckConstraint | sqlite_on_conflict
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0", name="ck", sqlite_on_conflict="FAIL"))

#: create_table | sa.CheckConstraint | deferrable
op.create_table("t", sa.Column("a", sa.Integer()), sa.CheckConstraint("a > 0", name="ck", deferrable=True, initially="DEFERRED"))

#: create_table | sa.ForeignKeyConstraint | plain
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"]))

#: create_table | sa.ForeignKeyConstraint | several columns
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), sa.ForeignKeyConstraint(["a", "b"], ["o.x", "o.y"], name="fk"))

#: create_table | sa.ForeignKeyConstraint | ondelete
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], ondelete="SET NULL"))

#: create_table | sa.ForeignKeyConstraint | ondelete with columns
#= dialects: postgresql
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], ondelete="SET NULL (a)"))

#: create_table | sa.ForeignKeyConstraint | ondelete in small letters
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], ondelete="cascade"))

#: create_table | sa.ForeignKeyConstraint | ondelete that is none
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], ondelete="CASCAD"))

#: create_table | sa.ForeignKeyConstraint | onupdate
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], onupdate="NO ACTION"))

#: create_table | sa.ForeignKeyConstraint | match
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], match="FULL"))

#: create_table | sa.ForeignKeyConstraint | deferrable
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], deferrable=True, initially="DEFERRED"))

#: create_table | sa.ForeignKeyConstraint | deferrable=False
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], deferrable=False))

#: create_table | sa.ForeignKeyConstraint | initially alone
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], initially="DEFERRED"))

#: create_table | sa.ForeignKeyConstraint | use_alter
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", use_alter=True))

#: create_table | sa.ForeignKeyConstraint | postgresql_not_valid
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", postgresql_not_valid=True))

#: create_table | sa.ForeignKeyConstraint | sqlite_on_conflict
op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", sqlite_on_conflict="FAIL"))

#: create_table | sa.ForeignKeyConstraint | to itself
op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["t.id"], name="fk"))

#: create_table | sa.ForeignKey | every argument
op.create_table("t", sa.Column("a", sa.Integer(), sa.ForeignKey("Other.Id", name="FK a", ondelete="CASCADE", onupdate="SET DEFAULT", comment="x")))

#: create_table | sa.ForeignKey | several on one column
op.create_table("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id"), sa.ForeignKey("p.id")))

#: create_table | sa.ForeignKey | link_to_name
op.create_table("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id", link_to_name=True)))

#: create_table | sa.ForeignKey | info
op.create_table("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id", info={"a": 1})))

#: create_table | sa.Index | an expression
op.create_table("t", sa.Column("a", sa.Text()), sa.Index("ix", sa.text("lower(a)")))

#: create_table | sa.Index | unique
op.create_table("t", sa.Column("a", sa.Integer()), sa.Index("ix", "a", unique=True))

#: create_table | sa.Index | postgresql_using and postgresql_where
op.create_table("t", sa.Column("a", sa.Integer()), sa.Index("ix", "a", postgresql_using="hash", postgresql_where=sa.text("a > 1")))

#: create_table | sa.Index | sqlite_where
op.create_table("t", sa.Column("a", sa.Integer()), sa.Index("ix", "a", sqlite_where=sa.text("a > 1")))

#: create_table | sa.Index | without a name
op.create_table("t", sa.Column("a", sa.Integer()), sa.Index(None, "a"))

#: create_table | sa.Index | in a schema
op.create_table("t", sa.Column("a", sa.Integer()), sa.Index("ix", "a"), schema="s")

#: create_table | postgresql.ExcludeConstraint
op.create_table("t", sa.Column("a", sa.Integer()), postgresql.ExcludeConstraint(("a", "="), name="ex", using="gist"))

#: create_table | postgresql.ExcludeConstraint | every argument
op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), postgresql.ExcludeConstraint((sa.column("a"), "="), (sa.text("int4range(a, b)"), "&&"), name="ex", using="gist", where=sa.text("a > 1"), deferrable=True, initially="DEFERRED", ops={"a": "gist_int4_ops"}))

#: create_table | what it returns
table = op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Text()))
op.bulk_insert(table, [{"a": 1, "b": "x"}])

#: create_table | what it returns | in an insert
table = op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Text()))
op.execute(table.insert().values(a=1, b="x"))
op.execute(table.update().where(table.c.a == 1).values(b="y"))
op.execute(table.delete().where(table.c.b == "z"))

#: drop_table | schema
op.drop_table("t", schema="s")

#: drop_table | if_exists
op.drop_table("t", if_exists=True)

#: drop_table | if_exists | with a schema that needs quoting
op.drop_table("T", schema="My Schema", if_exists=True)

#: drop_table | info
op.drop_table("t", info={"a": 1})

#: drop_table | arguments of a dialect
op.drop_table("t", mysql_engine="InnoDB", postgresql_partition_by="RANGE (a)")

#: rename_table | old_table_name
op.rename_table("Old", "new")

#: rename_table | schema
op.rename_table("old", "new", schema="s")

#: rename_table | schema | that needs quoting
op.rename_table("Old", "New", schema="My Schema")

#: create_table_comment | schema
op.create_table_comment("t", "c", schema="s")

#: create_table_comment | existing_comment
op.create_table_comment("t", "c", existing_comment="d")

#: create_table_comment | comment | with a quotation mark and a line break
op.create_table_comment("t", "it's\ntwo lines")

#: create_table_comment | comment | None
op.create_table_comment("t", None)

#: drop_table_comment | table_name
op.drop_table_comment("t")

#: drop_table_comment | schema
op.drop_table_comment("t", schema="s")

#: drop_table_comment | existing_comment
op.drop_table_comment("t", existing_comment="x")
