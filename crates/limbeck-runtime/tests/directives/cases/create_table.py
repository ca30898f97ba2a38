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
