"""Bodies of version scripts for MySQL and MariaDB: they are read, bound and written as a script's are. `~`: without literal_binds."""
import datetime  # noqa: F401
import decimal  # noqa: F401
import uuid  # noqa: F401

import sqlalchemy as sa  # noqa: F401
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite  # noqa: F401

TYPES = [
    "sa.SmallInteger()", "sa.BigInteger()", "sa.Numeric()", "sa.Numeric(10)", "sa.Numeric(10, 2)", "sa.Numeric(scale=2)", "sa.Float()", "sa.Float(53)", "sa.Double()", "sa.Double(53)",
    "sa.String()", "sa.String(0)", "sa.String(50)", "sa.String(50, collation='utf8mb4_bin')", "sa.Unicode(30)", "sa.Unicode()", "sa.Text()", "sa.Text(500)", "sa.UnicodeText()",
    "sa.Text(collation='utf8mb4_bin')", "sa.Boolean()", "sa.Date()", "sa.Time()", "sa.Time(timezone=True)", "sa.DateTime()", "sa.DateTime(timezone=True)", "sa.Interval()", "sa.Interval(second_precision=3)",
    "sa.LargeBinary()", "sa.LargeBinary(100)", "sa.PickleType()", "sa.JSON()", "sa.Uuid()", "sa.Uuid(native_uuid=False)", "sa.UUID()", "sa.Enum('a', 'bbb', name='e')", "sa.Enum('a')", "sa.Enum()",
    "sa.Enum(\"it's\", 'a\\\\b', '100%', name='e')", "sa.Enum('a', 'bbb', native_enum=False)", "sa.Enum('a', native_enum=False, length=20)",
    "sa.Enum('a', \"it's\", native_enum=False, create_constraint=True, name='ck')", "sa.Enum('a', name='ck', create_constraint=True)", "sa.Boolean(create_constraint=True, name='ck')", "sa.ARRAY(sa.Integer())",
    "sa.VARCHAR()", "sa.VARCHAR(20)", "sa.VARCHAR(20, collation='x')", "sa.CHAR()", "sa.CHAR(3)", "sa.NVARCHAR()", "sa.NVARCHAR(5)", "sa.NVARCHAR(5, collation='x')", "sa.NCHAR()", "sa.NCHAR(3)", "sa.TEXT()", "sa.TEXT(5)",
    "sa.CLOB()", "sa.BLOB()", "sa.BLOB(5)", "sa.BINARY()", "sa.BINARY(4)", "sa.VARBINARY(4)", "sa.VARBINARY()", "sa.DECIMAL()", "sa.DECIMAL(5)", "sa.DECIMAL(5, 2)", "sa.NUMERIC(5, 2)", "sa.FLOAT()", "sa.FLOAT(5)",
    "sa.REAL()", "sa.REAL(5)", "sa.DOUBLE()", "sa.DOUBLE(5)", "sa.DOUBLE_PRECISION()", "sa.INTEGER()", "sa.INT()", "sa.BIGINT()", "sa.SMALLINT()", "sa.TIMESTAMP()", "sa.TIMESTAMP(timezone=True)", "sa.DATETIME()",
    "sa.DATE()", "sa.TIME()", "sa.BOOLEAN()",
    "mysql.TINYINT()", "mysql.TINYINT(1)", "mysql.TINYINT(display_width=1, unsigned=True)", "mysql.SMALLINT(5)", "mysql.MEDIUMINT()", "mysql.MEDIUMINT(8, unsigned=True, zerofill=True)", "mysql.INTEGER()", "mysql.INTEGER(11)",
    "mysql.INTEGER(unsigned=True)", "mysql.INTEGER(display_width=11, zerofill=True)", "mysql.BIGINT(20, unsigned=True)", "mysql.NUMERIC(10, 2)", "mysql.NUMERIC(unsigned=True)", "mysql.DECIMAL(10)",
    "mysql.DECIMAL(10, 2, unsigned=True, zerofill=True)", "mysql.DECIMAL(precision=10, scale=0)", "mysql.FLOAT()", "mysql.FLOAT(7)", "mysql.FLOAT(7, 3)", "mysql.FLOAT(unsigned=True)", "mysql.DOUBLE()", "mysql.DOUBLE(10)", "mysql.DOUBLE(10, 2)",
    "mysql.DOUBLE(asdecimal=True)", "mysql.DOUBLE(precision=10, scale=2, unsigned=True)", "mysql.REAL()", "mysql.REAL(10, 2)", "mysql.BIT()", "mysql.BIT(3)", "mysql.YEAR()", "mysql.YEAR(4)", "mysql.DATETIME()", "mysql.DATETIME(fsp=6)",
    "mysql.DATETIME(fsp=0)", "mysql.TIMESTAMP()", "mysql.TIMESTAMP(fsp=3)", "mysql.TIME(fsp=2)", "mysql.DATE()", "mysql.CHAR()", "mysql.CHAR(3, charset='ascii')", "mysql.CHAR(36, charset='utf8mb4', collation='utf8mb4_bin')",
    "mysql.VARCHAR(10)", "mysql.VARCHAR()", "mysql.VARCHAR(10, charset='utf8mb4', collation='utf8mb4_bin')", "mysql.VARCHAR(length=10, collation='utf8mb4_bin')", "mysql.VARCHAR(10, ascii=True)",
    "mysql.VARCHAR(10, unicode=True, binary=True)", "mysql.VARCHAR(10, national=True)", "mysql.VARCHAR(10, national=True, charset='x', collation='y')", "mysql.NVARCHAR(5)", "mysql.NVARCHAR(5, collation='x')", "mysql.NCHAR(5)",
    "mysql.TEXT()", "mysql.TEXT(100)", "mysql.TEXT(charset='utf8mb4')", "mysql.TINYTEXT()", "mysql.MEDIUMTEXT(collation='utf8mb4_unicode_ci')", "mysql.LONGTEXT()", "mysql.LONGTEXT(charset='utf8mb4', collation='utf8mb4_bin')",
    "mysql.LONGTEXT(binary=True)", "mysql.TINYBLOB()", "mysql.MEDIUMBLOB()", "mysql.LONGBLOB()", "mysql.LONGBLOB(5)", "mysql.BLOB(5)", "mysql.BINARY(16)", "mysql.VARBINARY(16)", "mysql.BOOLEAN()", "mysql.JSON()",
    "mysql.ENUM('a', 'b')", "mysql.ENUM('a', \"it's\", 'a\\\\b')", "mysql.ENUM('a', charset='utf8', collation='utf8_bin')", "mysql.ENUM('a', name='e')", "mysql.SET('a', 'b')", "mysql.SET('a', \"it's\", charset='utf8')",
    "mysql.INET4()", "mysql.INET6()", "mysql.base.TINYINT(1)",
    "sa.Text().with_variant(mysql.LONGTEXT(), 'mysql')", "sa.Text().with_variant(mysql.LONGTEXT(), 'mysql', 'mariadb')", "sa.Text().with_variant(mysql.LONGTEXT(), 'mariadb')", "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')",
    "postgresql.JSONB()", "postgresql.UUID()", "postgresql.UUID(as_uuid=True)", "postgresql.INET()", "postgresql.TIMESTAMP(precision=3)", "postgresql.TIME(precision=3)", "postgresql.ENUM('a', name='e')", "postgresql.BIT(3)", "postgresql.DOUBLE_PRECISION()",
    "postgresql.ARRAY(sa.Integer())", "postgresql.BYTEA()", "postgresql.INTERVAL()", "postgresql.JSON()", "sqlite.DATETIME()", "sqlite.JSON()", "mssql.TINYINT()", "mssql.TIMESTAMP()", "mssql.UNIQUEIDENTIFIER()", "oracle.NUMBER(5)", "oracle.TIMESTAMP()",
]

DEFAULTS = [
    "server_default='0'", "server_default=\"it's\"", "server_default='a\\\\b 100%'", "server_default=''", "server_default=sa.text('0')", "server_default=sa.text('-1')", "server_default=sa.text('0.5')", "server_default=sa.text(\"'x'\")",
    "server_default=sa.text('NULL')", "server_default=sa.text('CURRENT_TIMESTAMP')", "server_default=sa.text('CURRENT_TIMESTAMP(6)')", "server_default=sa.text('current_timestamp()')", "server_default=sa.text('now()')", "server_default=sa.text('NOW(3)')",
    "server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP')", "server_default=sa.text('now() on  update now()')", "server_default=sa.text('(uuid())')", "server_default=sa.text('uuid()')", "server_default=sa.text(' (1)')",
    "server_default=sa.text('\"x\"')", "server_default=sa.text(\"b'0'\")", "server_default=sa.text('TRUE')", "server_default=sa.func.now()", "server_default=sa.func.current_timestamp()", "server_default=sa.func.now(6)", "server_default=sa.func.uuid()",
    "server_default=sa.true()", "server_default=sa.false()", "server_default=sa.null()", "server_default=sa.cast('1', sa.Integer)", "server_default=sa.func.lower('X')", "server_default=sa.text('(JSON_ARRAY())')", "server_default=sa.text(\"('{}')\")",
    "server_default=sa.FetchedValue()", "server_onupdate=sa.FetchedValue()", "server_default=sa.text('now()'), server_onupdate=sa.text('now()')", "server_default=sa.literal_column('1')", "default=5",
    "comment='noted'", "comment=\"it's 100% \\\\ :x\"", "comment=''", "nullable=False, comment='c', server_default='x'", "unique=True", "index=True", "index=True, unique=True", "primary_key=True, autoincrement=False", "quote=True", "nullable=False",
    "key='other'", "info={'a': 1}", "primary_key=True, server_default='5'",
]

OPTIONS = [
    "mysql_engine='InnoDB'", "mysql_engine='InnoDB', mysql_charset='utf8mb4', mysql_collate='utf8mb4_bin'", "mysql_collate='utf8mb4_bin', mysql_charset='utf8mb4', mysql_engine='InnoDB'", "mysql_collate='utf8mb4_bin', mysql_engine='InnoDB'",
    "mysql_default_charset='utf8mb4', mysql_collate='utf8mb4_bin', comment=\"it's 100%\"", "mysql_DEFAULT_CHARACTER_SET='utf8'", "mysql_character_set='utf8', mysql_default_collate='x'", "mysql_row_format='DYNAMIC', mysql_key_block_size='8'",
    "mysql_auto_increment='1000'", "mysql_comment='from options'", "mysql_comment='from options', comment='own'", "mysql_data_directory=\"'/d'\", mysql_index_directory=\"'/i'\"", "mysql_tablespace='ts', mysql_connection=\"it's\", mysql_password='p'",
    "mysql_partition_by='HASH(a)', mysql_partitions='4', mysql_engine='InnoDB'", "mysql_subpartitions='2', mysql_subpartition_by='HASH(a)', mysql_partitions='4', mysql_partition_by='RANGE (a)', mysql_engine='InnoDB', comment='c'", "mysql_stats_persistent='1'",
    "mysql_ENGINE='MyISAM', mysql_Charset='latin1'", "mariadb_engine='Aria'", "mariadb_engine='Aria', mariadb_charset='utf8mb4', mariadb_collate='utf8mb4_bin', mariadb_page_checksum='1'", "mariadb_engine='Aria', mysql_engine='InnoDB'",
    "postgresql_partition_by='RANGE (a)', sqlite_strict=True", "prefixes=['TEMPORARY']", "comment='a\\\\b'", "schema='s', comment='x'", "if_not_exists=True, mysql_engine='InnoDB'", "info={'x': 1}",
]

TABLES = [
    ("counting keys", "op.create_table('a', sa.Column('id', sa.BigInteger(), primary_key=True)); op.create_table('b', sa.Column('id', mysql.INTEGER(11, unsigned=True), primary_key=True)); op.create_table('c', sa.Column('id', mysql.TINYINT(), primary_key=True)); op.create_table('d', sa.Column('id', mysql.BIGINT(20), nullable=False, autoincrement=True), sa.PrimaryKeyConstraint('id'))"),
    ("keys that do not count", "op.create_table('a', sa.Column('id', sa.Integer(), sa.ForeignKey('o.id'), primary_key=True)); op.create_table('b', sa.Column('id', sa.String(5), primary_key=True)); op.create_table('c', sa.Column('id', sa.Integer(), primary_key=True, autoincrement=False)); op.create_table('d', sa.Column('id', sa.Integer(), primary_key=True, server_default='1'))"),
    ("composite keys", "op.create_table('a', sa.Column('x', sa.String(5), primary_key=True), sa.Column('id', sa.Integer(), primary_key=True, autoincrement=True)); op.create_table('b', sa.Column('x', sa.Integer(), primary_key=True), sa.Column('y', sa.Integer(), primary_key=True))"),
    ("a key with a comment", "op.create_table('a', sa.Column('id', sa.Integer(), primary_key=True, comment='the key'), sa.Column('ts', sa.TIMESTAMP(), nullable=False), sa.Column('tn', sa.TIMESTAMP(), server_default=sa.text('CURRENT_TIMESTAMP')))"),
    ("identities", "op.create_table('t', sa.Column('id', sa.BigInteger(), sa.Identity(always=True, start=5), primary_key=True), sa.Column('b', sa.Integer(), sa.Identity()), sa.Column('c', sa.Integer(), sa.Identity(), nullable=True))"),
    ("computed", "op.create_table('t', sa.Column('a', sa.Integer(), sa.Computed('b * 2')), sa.Column('c', sa.Integer(), sa.Computed('b + 1', persisted=True), nullable=False, comment='c'), sa.Column('d', sa.Integer(), sa.Computed(sa.text('b - 1'), persisted=False), index=True))"),
    ("constraints", "op.create_table('t', sa.Column('id', sa.Integer(), nullable=False), sa.Column('a', sa.Integer(), sa.ForeignKey('s.o.id', name='fk', ondelete='CASCADE', onupdate='SET NULL')), sa.Column('b', sa.Integer(), sa.CheckConstraint('b > 0', name='ckb')), sa.PrimaryKeyConstraint('id', name='pk', mysql_using='btree'), sa.UniqueConstraint('a', 'b', name='uq'), sa.CheckConstraint(\"a <> 'x\\\\\\\\y' AND b LIKE '%z'\", name='ck'), sa.ForeignKeyConstraint(['b'], ['o.x'], name='fk2'))"),
    ("a key with a method", "op.create_table('t', sa.Column('id', sa.Integer()), sa.PrimaryKeyConstraint('id', mysql_using='hash'))"),
    ("a key with MariaDB's method", "op.create_table('t', sa.Column('id', sa.Integer()), sa.PrimaryKeyConstraint('id', mariadb_using='hash'))"),
    ("a deferrable key", "op.create_table('t', sa.Column('a', sa.Integer(), sa.ForeignKey('o.id', deferrable=True, initially='DEFERRED')))"),
    ("a matching key", "op.create_table('t', sa.Column('a', sa.Integer(), sa.ForeignKey('o.id', match='FULL')))"),
    ("keys for later", "op.create_table('t', sa.Column('a', sa.Integer(), sa.ForeignKey('o.id', name='later', use_alter=True)))"),
    ("indexes of a table", "op.create_table('t', sa.Column('a', sa.Text()), sa.Column('b', sa.Integer()), sa.Index('ix', 'a', 'b', mysql_length={'a': 10}))"),
    ("reserved words", "op.create_table('order', sa.Column('rank', sa.Integer()), sa.Column('key', sa.Integer()), sa.Column('offset', sa.Integer()), sa.Column('user', sa.Integer()), sa.Column('Groups', sa.Integer()), sa.Column('a`b', sa.Integer()), sa.Column('row', sa.Integer()), sa.Column('period', sa.Integer()), sa.Column('position', sa.Integer()), sa.Column('returning', sa.Integer()))"),
    ("names made by nobody", "op.create_table('t', sa.Column('a', sa.Integer(), index=True, unique=True), sa.Column('b', sa.Integer(), unique=True), sa.UniqueConstraint('a', 'b'), schema='s')"),
    ("long names by op.f", "op.create_table('t', sa.Column('a', sa.Integer()), sa.UniqueConstraint('a', name=op.f('uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu')), sa.Index(op.f('iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii'), 'a'))"),
    ("a default that is json", "op.create_table('t', sa.Column('a', sa.JSON(), server_default=sa.text(\"('{\\\"a\\\"\\\\: 1}')\"), nullable=False), sa.Column('b', mysql.JSON(), server_default=sa.text('(json_object())')))"),
    ("drop tables", "op.drop_table('order'); op.drop_table('t', schema='s', if_exists=True)"),
    ("rename tables", "op.rename_table('order', 'Key'); op.rename_table('a', 'b', schema='s')"),
    ("comments of tables", "op.create_table_comment('t', \"it's 100% \\\\ x\"); op.create_table_comment('t', 'b', existing_comment='a', schema='s'); op.drop_table_comment('t', existing_comment='a')"),
]

ALTERS = [
    "nullable=False, existing_type=sa.Integer()", "nullable=True, existing_type=mysql.INTEGER(11)", "nullable=False", "type_=sa.BigInteger()", "type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False",
    "type_=sa.String(20), existing_type=sa.String(10), existing_server_default='x', existing_comment='c', existing_nullable=False", "server_default='5'", "server_default='5', existing_type=sa.Integer(), existing_nullable=False", "server_default=None",
    "server_default=None, existing_type=sa.DateTime()", "server_default=sa.text('5')", "server_default=sa.text('(uuid())')", "server_default=sa.text('uuid()')", "server_default=sa.func.now(), existing_type=sa.DateTime()",
    "server_default=sa.text('CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP'), existing_type=sa.TIMESTAMP(), existing_nullable=False", "server_default=sa.func.now()", "server_default=sa.text('CURRENT_TIMESTAMP(6)'), existing_type=mysql.DATETIME(fsp=6)",
    "existing_type=sa.DateTime()", "nullable=False, existing_type=sa.DateTime(), existing_server_default=sa.text('now()')", "nullable=False, existing_type=sa.Date(), existing_server_default=sa.text('curdate()')", "existing_type=sa.Integer()",
    "comment='noted', existing_type=sa.Integer()", "comment=\"it's 100% \\\\ x\", existing_type=sa.Integer(), existing_comment='y'", "comment=None, existing_type=sa.Integer(), existing_comment='y'", "comment=None, existing_type=sa.Integer()",
    "new_column_name='d', existing_type=sa.Integer()", "new_column_name='key', existing_type=sa.String(5), existing_nullable=False, existing_server_default='x', existing_comment='c'", "new_column_name='d'", "new_column_name='d', type_=sa.Text()",
    "new_column_name='c', existing_type=sa.Integer(), nullable=False", "autoincrement=True, existing_type=sa.Integer(), existing_nullable=False", "autoincrement=False, existing_type=sa.Integer(), existing_autoincrement=True, nullable=False",
    "existing_autoincrement=True, type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False", "nullable=False, server_default='x', type_=sa.String(5), comment='c', new_column_name='d', schema='s'",
    "server_default=sa.true(), existing_type=sa.Boolean()", "server_default=sa.false(), existing_type=mysql.TINYINT(1), nullable=False", "type_=sa.Enum('a', \"b'\", name='e'), existing_type=sa.String(5)",
    "type_=sa.Boolean(create_constraint=True, name='new'), existing_type=sa.Boolean(create_constraint=True, name='old')", "type_=mysql.VARCHAR(5, charset='utf8', collation='utf8_bin'), existing_type=sa.Text()", "type_=sa.String(), existing_type=sa.Text()",
    "server_default=sa.Computed('a'), existing_type=sa.Integer()", "server_default=None, existing_server_default=sa.Computed('a'), existing_type=sa.Integer()", "server_default=sa.Identity(), existing_type=sa.Integer()", "existing_server_default='x', existing_type=sa.String(5), type_=sa.String(6)",
    "existing_server_default=False, existing_type=sa.String(5), nullable=False", "existing_server_default=None, existing_type=sa.String(5), nullable=False", "server_default='a\\\\b', existing_type=sa.String(5)", "server_default=sa.text('now()'), type_=sa.DateTime(), existing_type=sa.Date()",
    "nullable=True, existing_type=sa.Interval()", "server_default='x', existing_type=mysql.TIMESTAMP(fsp=3)", "server_default='x', existing_type=sa.Time()",
]

INDEXES = [
    "['a']", "['a', 'order']", "['a'], unique=True", "['a'], schema='s'", "['a'], mysql_length=10", "['a', 'b'], mysql_length={'a': 10}", "['a', 'b'], mysql_length={'b': 5, 'a': 10}, unique=True", "['a'], mysql_prefix='FULLTEXT'", "['a'], mysql_prefix='SPATIAL', schema='s'",
    "['a'], mysql_prefix='FULLTEXT', mysql_with_parser='ngram'", "['a'], mysql_using='btree'", "['a'], mysql_using='hash', mysql_length=5", "['a'], mariadb_using='btree', mariadb_length=4", "['a'], mariadb_length={'a': 4}, mysql_length={'a': 5}", "['a'], mysql_using='BTREE'",
    "[sa.text('lower(a)')]", "[sa.text('(lower(a))')]", "[sa.func.lower(sa.column('a'))]", "[sa.column('a') + 1]", "[sa.column('a').desc()]", "[sa.column('a').desc(), 'b']", "[sa.text('a DESC')]", "[sa.text('a(10)')]", "[sa.cast(sa.column('a'), sa.String(5))]",
    "[sa.func.lower(sa.column('a')).desc()]", "[-sa.column('a')]", "['a'], if_not_exists=True", "['a'], postgresql_where=sa.text('a > 1')", "[sa.text(\"(json_extract(a, '$.b'))\")]", "[sa.literal_column('a')]", "[sa.column('a').collate('utf8_bin')]", "['a', sa.text('b')], mysql_length={'b': 3}",
    "['Mixed'], mysql_length={'Mixed': 3}",
]

CHANGES = [
    ("drop indexes", "op.drop_index('ix', table_name='t'); op.drop_index('Ix', table_name='order', schema='s'); op.drop_index(op.f('ix_t_a'), table_name='t', mysql_length=10)"),
    ("drop an index of nobody", "op.drop_index('ix')"),
    ("drop an index if it is there", "op.drop_index('ix', table_name='t', if_exists=True)"),
    ("create constraints", "op.create_primary_key('pk', 't', ['a', 'b']); op.create_unique_constraint('uq', 't', ['a', 'order'], schema='s'); op.create_check_constraint('ck', 't', \"a > 0 AND b <> '%'\"); op.create_check_constraint('ck2', 't', sa.column('a') > 5); op.create_foreign_key('fk', 't', 'o', ['a'], ['id'], ondelete='CASCADE', onupdate='RESTRICT', source_schema='s', referent_schema='r'); op.create_foreign_key(None, 't', 'o', ['a'], ['id'])"),
    ("create a deferrable constraint", "op.create_unique_constraint('uq', 't', ['a'], deferrable=True)"),
    ("create a constraint that defers nothing", "op.create_foreign_key('fk', 't', 'o', ['a'], ['id'], deferrable=False)"),
    ("create an exclude constraint", "op.create_exclude_constraint('ex', 't', ('a', '='))"),
    ("drop constraints", "op.drop_constraint('fk', 't', type_='foreignkey'); op.drop_constraint('pk', 't', type_='primary'); op.drop_constraint('Uq', 't', type_='unique', schema='s'); op.drop_constraint('ck', 'order', type_='check'); op.drop_constraint('fk', 't', type_='foreignkey', if_exists=True)"),
    ("drop a constraint of no kind", "op.drop_constraint('x', 't')"),
    ("drop columns", "op.drop_column('t', 'order'); op.drop_column('t', 'a', schema='s')"),
    ("drop a column if it is there", "op.drop_column('t', 'a', if_exists=True)"),
    ("add a column if it is not there", "op.add_column('t', sa.Column('a', sa.Integer()), if_not_exists=True)"),
    ("add a reference inline", "op.add_column('t', sa.Column('a', sa.Integer(), sa.ForeignKey('o.id')), inline_references=True)"),
    ("add references", "op.add_column('t', sa.Column('a', sa.Integer(), sa.ForeignKey('s.o.id', ondelete='CASCADE', name='fk'), nullable=False, server_default='1', comment='c'), schema='s')"),
    ("add keys", "op.add_column('t', sa.Column('id', sa.Integer(), primary_key=True)); op.add_column('t', sa.Column('id', sa.Integer(), primary_key=True), inline_primary_key=True); op.add_column('t', sa.Column('id', sa.Integer(), primary_key=True, autoincrement=False), inline_primary_key=True)"),
    ("add what brings more", "op.add_column('t', sa.Column('a', sa.Boolean(create_constraint=True, name='ckb'))); op.add_column('t', sa.Column('u', sa.Integer(), unique=True)); op.add_column('t', sa.Column('b', sa.Enum('x', 'y', name='e'), index=True, nullable=False)); op.add_column('t', sa.Column('c', sa.Integer(), sa.CheckConstraint('c > 0', name='ck'))); op.add_column('t', sa.Column('d', sa.Integer(), sa.Computed('a + 1', persisted=True)))"),
    ("a batch block", "with op.batch_alter_table('t', schema='s') as batch_op:\n    batch_op.add_column(sa.Column('x', sa.String(5), nullable=False, comment='c'))\n    batch_op.alter_column('a', existing_type=sa.Integer(), nullable=False)\n    batch_op.drop_column('b')\n    batch_op.create_index('ix', ['x'], unique=False)\n    batch_op.drop_index('iy')\n    batch_op.create_foreign_key('fk', 'o', ['x'], ['id'], referent_schema='r')\n    batch_op.drop_constraint('ck', type_='check')\n    batch_op.create_unique_constraint(batch_op.f('uq'), ['x'])\n    batch_op.create_table_comment('c')"),
    ("a batch block that copies", "with op.batch_alter_table('t', recreate='always') as batch_op:\n    batch_op.drop_column('b')"),
    ("a batch block that orders", "with op.batch_alter_table('t') as batch_op:\n    batch_op.add_column(sa.Column('x', sa.Integer()), insert_after='a')"),
]

SEQUENCES = [
    ("sequences", "op.execute(sa.schema.CreateSequence(sa.Sequence('X y', schema='s', start=5, cycle=False, data_type=sa.BigInteger()), if_not_exists=True)); op.execute(sa.schema.DropSequence(sa.Sequence('x'), if_exists=True))"),
    ("a next value", "op.create_table('t', sa.Column('a', sa.Integer(), server_default=sa.Sequence('x').next_value()))"),
    ("schemas", "op.execute(sa.schema.CreateSchema('a B', if_not_exists=True)); op.execute(sa.schema.DropSchema('x'))"),
    ("a schema and all it holds", "op.execute(sa.schema.DropSchema('x', cascade=True))"),
    ("a long name", "op.create_index('iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii', 't', ['a'])"),
]

T = ("t = sa.table('t', sa.column('id', sa.Integer), sa.column('name', sa.String), sa.column('active', sa.Boolean), sa.column('made', sa.DateTime), sa.column('key', sa.Uuid), "
     "sa.column('raw', sa.LargeBinary), sa.column('data', sa.JSON), sa.column('price', sa.Numeric))\n")
DATA = [
    ("text", "op.execute(\"UPDATE t SET a = 'a\\\\\\\\b', b = '100%', c = '\\\\:x' WHERE d LIKE '%y'\"); op.execute('SELECT 7 % 3')"),
    ("text with values", "op.execute(sa.text('UPDATE t SET a = :a, b = :b, c = :c, d = :d').bindparams(a=\"it's \\\\ 100%\", b=None, c=True, d=-1.5))"),
    ("text with values of types", "op.execute(sa.text('UPDATE t SET a = :a, b = :b').bindparams(sa.bindparam('a', True, sa.Boolean), sa.bindparam('b', datetime.datetime(2020, 1, 2, 3, 4, 5), sa.DateTime)))"),
    ("empty expanding list", "op.execute(sa.text('DELETE FROM t WHERE id IN :ids').bindparams(sa.bindparam('ids', [], expanding=True)))"),
    ("updates", T + "op.execute(t.update().where(t.c.id == 5).values(name=\"it's \\\\\", active=True, made=datetime.datetime(2020, 1, 2, 3, 4, 5, 6000))); op.execute(t.update().values(active=sa.false(), name=sa.null(), price=decimal.Decimal('1.50'))); op.execute(t.update().values(name=sa.func.concat(t.c.name, 'x')))"),
    ("conditions", T + "op.execute(t.delete().where(t.c.active)); op.execute(t.delete().where(sa.not_(t.c.active))); op.execute(t.delete().where(sa.or_(t.c.active, t.c.id.in_([1, 2])), t.c.name.like('x%'), t.c.name.is_(None))); op.execute(t.delete().where(sa.true())); op.execute(t.delete().where(t.c.name.ilike('A%')))"),
    ("concatenations", T + "op.execute(t.update().values(name=t.c.name + '_' + t.c.name)); op.execute(t.delete().where(t.c.name + 'x' == 'yx'))"),
    ("bytes and uuids", T + "op.execute(t.update().values(raw=b\"a'b\\\\c\", key=uuid.UUID('00000000-0000-0000-0000-00000000000a')))"),
    ("inserts", T + "op.execute(t.insert().values(id=1, name='x')); op.execute(t.insert().values([{'id': 1, 'name': 'a'}, {'id': 2, 'name': None}]))"),
    ("bulk insert", T + "op.bulk_insert(t, [{'id': 1, 'name': \"it's \\\\ 100%\", 'active': True, 'made': datetime.datetime(2020, 1, 2)}, {'id': 2, 'name': None, 'active': False, 'made': None}])"),
    ("bulk insert of its own", T + "op.bulk_insert(t, [{'id': 1, 'made': op.inline_literal('2020-01-02')}, {'name': op.inline_literal(\"it's\")}], multiinsert=False)"),
    ("bulk insert of more types", "op.bulk_insert(sa.table('b', sa.column('a', sa.Date), sa.column('b', sa.Time), sa.column('c', sa.Numeric), sa.column('d', sa.Float), sa.column('e', mysql.ENUM('x', 'y')), sa.column('f', mysql.TINYINT(1)), sa.column('g', mysql.LONGTEXT)), [{'a': datetime.date(2020, 1, 2), 'b': datetime.time(3, 4, 5), 'c': decimal.Decimal('1.10'), 'd': 1.5, 'e': 'x', 'f': 1, 'g': 'a\\\\b'}])"),
    ("casts", T + "op.execute(t.update().values(name=sa.cast(t.c.id, sa.String(5)), id=sa.cast(t.c.name, sa.Integer), price=sa.cast(t.c.name, sa.Numeric(5, 2)), made=sa.cast(t.c.name, sa.DateTime), data=sa.cast(t.c.name, sa.JSON)))"),
    ("casts that are none", T + "op.execute(t.update().values(price=sa.cast(t.c.id + 1, sa.Float), active=sa.cast(t.c.id, sa.Boolean)))"),
    ("functions", T + "op.execute(t.update().values(made=sa.func.now(), name=sa.func.coalesce(t.c.name, ''), id=sa.func.char_length(t.c.name))); op.execute(t.update().values(made=sa.func.current_timestamp(), id=sa.func.random()))"),
    ("arithmetic", T + "op.execute(t.update().values(id=(t.c.id + 1) * 2 - t.c.id / 5)); op.execute(t.update().values(id=t.c.id % 3))"),
]

MIGRATIONS = [(f"type {text}", f"op.create_table('t', sa.Column('a', {text}))") for text in TYPES]
MIGRATIONS += [(f"column {text}", f"op.create_table('t', sa.Column('a', sa.String(50), {text}))") for text in DEFAULTS]
MIGRATIONS += [(f"new column {text}", f"op.add_column('t', sa.Column('a', sa.String(50), {text}))") for text in DEFAULTS]
MIGRATIONS += [(f"table {text}", f"op.create_table('t', sa.Column('a', sa.Integer()), {text})") for text in OPTIONS]
MIGRATIONS += [(f"alter {text}", f"op.alter_column('t', 'c', {text})") for text in ALTERS]
MIGRATIONS += [(f"index {text}", f"op.create_index('ix', 't', {text})") for text in INDEXES]
MIGRATIONS += TABLES + CHANGES + SEQUENCES + DATA
