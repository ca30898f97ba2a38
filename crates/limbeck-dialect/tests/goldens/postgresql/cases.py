"""Directives for PostgreSQL alone, beside those of shared_cases.py."""
import datetime  # noqa: F401
import decimal  # noqa: F401
import uuid  # noqa: F401

import sqlalchemy as sa
from shared_cases import C, I, o, t  # noqa: F401
from sqlalchemy.dialects import mysql, oracle, postgresql, sqlite  # noqa: F401

pg = postgresql
ENUM = "pg.ENUM('a', \"it's\", name='e')"

# Types, each in a table of one column.
TYPES = [
    "sa.Float()", "sa.Float(24)", "sa.Double(53)", "sa.Time()", "sa.DateTime()", "sa.Interval(native=False)", "sa.Interval(second_precision=3)",
    "sa.Text(500, collation='de_DE')", "sa.Uuid(native_uuid=False)", "sa.Unicode()", "sa.Numeric(scale=2)", "sa.String(0)",
    "sa.Enum('a', 'bbb', name='e', native_enum=False)", "sa.Enum('a', name='e', native_enum=False, length=20)",
    "sa.Enum('a', 'b', name='e', schema='S')", "sa.Enum('a')", "sa.Enum('a', name='text')", "sa.Enum('a', name='text', schema='s')",
    "sa.ARRAY(sa.String(5), dimensions=2)", "sa.ARRAY(sa.String(5, collation='C'))", "sa.ARRAY(sa.Enum('a', name='e'))",
    "sa.TIME()", "sa.TIMESTAMP()", "sa.NCHAR(3)", "sa.NUMERIC()", "sa.DECIMAL(5)", "sa.BIGINT()", "sa.INT()", "sa.SMALLINT()", "sa.TEXT()",
    "sa.BOOLEAN()", "sa.DATE()", "sa.BINARY(4)", "sa.DOUBLE()", "sa.VARCHAR(collation='C')",
    "pg.JSON()", "pg.JSONB()", "pg.JSONPATH()", "pg.UUID(as_uuid=True)", "pg.HSTORE()", "pg.INET()", "pg.CIDR()", "pg.MACADDR()",
    "pg.MACADDR8()", "pg.MONEY()", "pg.OID()", "pg.REGCLASS()", "pg.REGCONFIG()", "pg.TSVECTOR()", "pg.TSQUERY()", "pg.CITEXT()", "pg.BYTEA()",
    "pg.BYTEA(5)", "pg.DOUBLE_PRECISION(precision=53)", "pg.REAL()", "pg.INTERVAL()", "pg.INTERVAL(fields='DAY TO SECOND')",
    "pg.INTERVAL(precision=3)", "pg.INTERVAL(fields='SECOND', precision=3)", "pg.TIMESTAMP()", "pg.TIMESTAMP(precision=0)",
    "pg.TIME(precision=2, timezone=True)", "pg.BIT()", "pg.BIT(3)", "pg.BIT(varying=True)", "pg.BIT(5, varying=True)",
    "pg.INT4RANGE()", "pg.INT8RANGE()", "pg.NUMRANGE()", "pg.DATERANGE()", "pg.TSRANGE()", "pg.TSTZRANGE()", "pg.INT4MULTIRANGE()",
    "pg.INT8MULTIRANGE()", "pg.NUMMULTIRANGE()", "pg.DATEMULTIRANGE()", "pg.TSMULTIRANGE()", "pg.TSTZMULTIRANGE()", ENUM,
    "pg.ENUM('a', name='E x', schema='s')", "pg.ENUM('a', name='e', create_type=False)", "pg.ARRAY(pg.UUID())",
    "pg.ARRAY(pg.ENUM('a', name='e', create_type=False))", "pg.ARRAY(pg.TIMESTAMP(precision=3), dimensions=3)",
    "pg.DOMAIN('d', sa.Integer())",
    "pg.DOMAIN('d', sa.Text(), collation='C', default=\"it's\", constraint_name='ck', not_null=True, check=\"VALUE ~ '^a'\")",
    "pg.DOMAIN('d', sa.Numeric(5, 2), default=sa.text('0'), check=sa.text('VALUE > 0'), create_type=False)",
    "pg.ARRAY(pg.DOMAIN('d', sa.Integer()))", "pg.CITEXT(10)",
    "sa.Text().with_variant(pg.JSONB(), 'postgresql')", "sa.Text().with_variant(pg.ENUM('a', name='e'), 'postgresql')",
    "sa.Enum('a', name='e').with_variant(sa.Text(), 'postgresql')", "sa.Enum('a', name='e').with_variant(sa.Text(), 'sqlite')",
    "mysql.TINYINT()", "mysql.LONGTEXT()", "mysql.ENUM('a', 'bb')", "mysql.VARCHAR(3, charset='utf8', collation='utf8_bin')",
    "mysql.DATETIME(fsp=6)", "mysql.TIMESTAMP(fsp=6)", "mysql.YEAR()", "mysql.SET('a', 'b')", "mysql.DOUBLE(10, 2)", "mysql.BIGINT(20, unsigned=True)", "sqlite.DATETIME()",
    "sqlite.JSON()", "oracle.NUMBER(10, 2)", "oracle.RAW(16)",
]

TABLES = [
    ("two enums, one type", "op.create_table('t', C('a', sa.Enum('x', name='e')), C('b', pg.ENUM('x', name='e')), C('c', sa.ARRAY(sa.Enum('x', name='e', schema='s'))))"),
    ("an enum in a schema's table", "op.create_table('t', C('a', sa.Enum('x', name='e')), schema='s')"),
    ("an enum with a check", "op.create_table('t', C('a', sa.Enum('x', name='e', create_constraint=True)), C('b', sa.Enum('x', 'y', name='f', native_enum=False, create_constraint=True)))"),
    ("an enum with metadata", "op.create_table('t', C('a', sa.Enum('x', name='e', metadata=sa.MetaData())))"),
    ("an enum of nothing", "op.create_table('t', C('a', sa.Enum(name='e')))"),
    ("an enum in a table made if missing", "op.create_table('t', C('a', sa.Enum('x', name='e')), if_not_exists=True)"),
    ("an enum in two tables", "op.create_table('t', C('a', sa.Enum('x', name='e'))); op.create_table('u', C('a', sa.Enum('x', name='e')))"),
    ("drop a table", "op.drop_table('t', if_exists=True)"),
    ("enum default", "op.create_table('t', C('a', sa.Enum('x', name='e', create_type=False), server_default='x', nullable=False))"),
    ("serials", "op.create_table('t', C('a', sa.BigInteger, primary_key=True)); op.create_table('u', C('a', sa.SmallInteger, primary_key=True)); op.create_table('v', C('a', sa.BIGINT, primary_key=True)); op.create_table('w', C('a', sa.Integer, sa.ForeignKey('t.a'), primary_key=True)); op.create_table('x', C('a', sa.Integer, primary_key=True, autoincrement=False)); op.create_table('y', C('a', sa.Integer, primary_key=True, server_default='1'))"),
    ("serial by a variant", "op.create_table('t', C('a', sa.BigInteger().with_variant(sa.Integer, 'sqlite'), primary_key=True)); op.create_table('u', C('a', sa.Integer().with_variant(sa.BigInteger, 'postgresql'), primary_key=True))"),
    ("serial of a numeric key", "op.create_table('t', C('a', sa.Numeric(10), primary_key=True)); op.create_table('u', C('a', sa.Numeric(10, 0), primary_key=True, autoincrement=True))"),
    ("identity as a key", "op.create_table('t', C('a', sa.Integer, sa.Identity(always=True), primary_key=True))"),
    ("identities", "op.create_table('t', C('a', sa.Integer, sa.Identity(always=True, start=3, increment=-2, minvalue=-100, maxvalue=100, cycle=True, cache=5)), C('b', sa.BigInteger, sa.Identity(nominvalue=True, nomaxvalue=True, cycle=False), nullable=True), C('c', sa.Integer, sa.Identity(start=0), nullable=False), C('d', sa.Integer, sa.Identity(on_null=True, order=True)), C('f', sa.Integer, sa.Identity(order=False)))"),
    ("computed with default order", "op.create_table('t', C('a', sa.Integer, sa.Computed('b + 1', persisted=True), nullable=False, comment='x'))"),
    ("table options", "op.create_table('t', C('a', I), postgresql_inherits=('p', 'Q'), postgresql_partition_by='RANGE (a)', postgresql_using='heap', postgresql_with={'fillfactor': 70, 'autovacuum_enabled': False}, postgresql_on_commit='DELETE ROWS', postgresql_tablespace='Sp')"),
    ("table options of one", "op.create_table('t', C('a', I), postgresql_inherits='p', postgresql_with_oids=True, postgresql_on_commit='drop')"),
    ("table without oids", "op.create_table('t', C('a', I), postgresql_with_oids=False, postgresql_on_commit='PRESERVE_ROWS')"),
    ("table in a schema with everything", "op.create_table('t', C('id', I, primary_key=True), C('a', sa.String(5), comment=\"it's\"), C('b', I, sa.ForeignKey('s.o.id', ondelete='SET NULL', name='fk'), unique=True), sa.Index('ix', 'a', sa.text('b DESC'), postgresql_using='btree', postgresql_where=sa.text('a IS NOT NULL')), sa.CheckConstraint('b > 0', name='ck', postgresql_not_valid=True), comment='100% \\\\ :x', schema='s')"),
    ("key and unique options", "op.create_table('t', C('a', I), C('b', I), sa.PrimaryKeyConstraint('a', name='pk', postgresql_include=['b'], deferrable=True, initially='DEFERRED'), sa.UniqueConstraint('a', 'b', name='uq', postgresql_nulls_not_distinct=True, deferrable=False), sa.UniqueConstraint('a', postgresql_include=['b'], postgresql_nulls_not_distinct=False))"),
    ("exclude", "op.create_table('t', C('a', I), C('p', pg.TSRANGE), pg.ExcludeConstraint(('p', '&&'), ('a', '='), name='ex', using='GIST', where=sa.text(\"a != 'x'\"), deferrable=True, initially='DEFERRED', ops={'a': 'int4_ops'}))"),
    ("exclude without a name", "op.create_table('t', C('a', I), pg.ExcludeConstraint((sa.text('int4range(a, a)'), '&&'), (sa.func.lower(sa.column('a')), '=')))"),
    ("on delete of columns", "op.create_table('t', C('a', I), C('b', I), sa.ForeignKeyConstraint(['a', 'b'], ['o.a', 'o.b'], ondelete='SET NULL (a)'))"),
    ("on delete of nonsense", "op.create_table('t', C('a', I), sa.ForeignKeyConstraint(['a'], ['o.a'], ondelete='CASCADE; DROP'))"),
    ("foreign keys for later", "op.create_table('t', C('id', I, primary_key=True), C('a', I, sa.ForeignKey('o.id', use_alter=True, name='x')), sa.ForeignKeyConstraint(['a'], ['p.id'], use_alter=True, name='y'))"),
    ("quote by force in keys", "op.create_table('t', C('B', I, primary_key=True, quote=False, comment='c'), C('a', I, quote=True, unique=True))"),
    ("quote by force", "op.create_table('t', C('a', I, quote=True), C('B', I, quote=False))"),
    ("a check on a column", "op.create_table('t', C('a', I, sa.CheckConstraint('a > 0', name='ck', postgresql_not_valid=True), nullable=False, server_default=sa.text('0')))"),
    ("json default", "op.create_table('t', C('a', pg.JSONB, server_default=sa.text(\"'{}'::jsonb\"), nullable=False), C('b', pg.JSON, server_default='{\"a\": 1}'), C('c', sa.ARRAY(sa.Text), server_default='{}'), C('d', pg.UUID, server_default=sa.func.gen_random_uuid()), C('e', sa.Text, server_default='a\\\\b\\tc'), C('f', pg.JSONB, server_default=sa.text(\"'{\\\"a\\\"\\\\:1}'\")))"),
    ("long names by op.f", "op.create_table('t', C('a', I), sa.UniqueConstraint('a', name=op.f('u' * 70)), sa.Index(op.f('i' * 64), 'a'), sa.PrimaryKeyConstraint('a', name=op.f('p' * 63)))"),
    ("long name of a constraint", "op.create_table('t', C('a', I), sa.UniqueConstraint('a', name='u' * 64))"),
    ("long name of an index", "op.create_index('i' * 64, 't', ['a'])"),
]

CHANGES = [
    ("add an enum", "op.add_column('t', C('a', sa.Enum('x', name='e'), comment='x'))"),
    ("add a reference", "op.add_column('t', C('a', I, sa.ForeignKey('s.O.id', name='fk', ondelete='CASCADE', deferrable=True)), schema='s')"),
    ("add a unique column", "op.add_column('t', C('a', I, unique=True))"),
    ("add a plain reference", "op.add_column('t', C('a', I, sa.ForeignKey('o.id')))"),
    ("add a reference inline", "op.add_column('t', C('a', I, sa.ForeignKey('S.o.Id', name='fk', match='FULL', ondelete='CASCADE', onupdate='SET NULL', deferrable=True, initially='DEFERRED'), nullable=False), inline_references=True)"),
    ("add an identity", "op.add_column('t', C('a', I, sa.Identity(always=True, start=5)))"),
    ("add a stored column", "op.add_column('t', C('a', I, sa.Computed('b * 2', persisted=True), index=True, comment='c'), if_not_exists=True)"),
    ("add a key", "op.add_column('t', C('id', sa.BigInteger, primary_key=True))"),
    ("add a check", "op.add_column('t', C('a', sa.Enum('x', name='ck', native_enum=False, create_constraint=True), sa.CheckConstraint(\"a <> ''\")))"),
    ("alter everything", "op.alter_column('t', 'a', nullable=False, server_default='5', type_=sa.BigInteger(), comment='c', new_column_name='b', existing_type=sa.Integer(), schema='s', postgresql_using='a::bigint')"),
    ("alter type", "op.alter_column('t', 'A b', type_=pg.ENUM('x', name='e', schema='s'), postgresql_using='\"A b\"::text::s.e')"),
    ("alter type of a checked column", "op.alter_column('t', 'a', type_=sa.Enum('x', name='new', native_enum=False, create_constraint=True), existing_type=sa.Enum('y', name='old', native_enum=False, create_constraint=True))"),
    ("alter nullable", "op.alter_column('t', 'a', nullable=True); op.alter_column('t', 'a', nullable=False, existing_type=I, existing_nullable=True)"),
    ("alter default", "op.alter_column('t', 'a', server_default=None); op.alter_column('t', 'a', server_default=sa.text('now()')); op.alter_column('t', 'a', server_default=\"it's\"); op.alter_column('t', 'a', server_default=sa.func.now(), existing_server_default=sa.text('1')); op.alter_column('t', 'a', server_default=sa.true())"),
    ("alter comment", "op.alter_column('t', 'a', comment=\"it's 100%\", existing_comment='x'); op.alter_column('t', 'a', comment=None, schema='s')"),
    ("alter to an identity", "op.alter_column('t', 'a', server_default=sa.Identity(always=True, start=3, minvalue=1))"),
    ("alter from an identity", "op.alter_column('t', 'a', server_default=None, existing_server_default=sa.Identity())"),
    ("alter an identity", "op.alter_column('t', 'a', server_default=sa.Identity(always=True, start=3, increment=7, maxvalue=9), existing_server_default=sa.Identity(increment=2, cycle=True, minvalue=4))"),
    ("alter an identity to the same", "op.alter_column('t', 'a', server_default=sa.Identity(), existing_server_default=sa.Identity())"),
    ("alter an identity's cycle", "op.alter_column('t', 'a', server_default=sa.Identity(cycle=True, cache=3, nominvalue=True), existing_server_default=sa.Identity(cycle=False))"),
    ("alter an identity's order", "op.alter_column('t', 'a', server_default=sa.Identity(order=True), existing_server_default=sa.Identity(on_null=True))"),
    ("alter a default to an identity", "op.alter_column('t', 'a', server_default=sa.Identity(), existing_server_default=sa.text('1'))"),
    ("alter to a computed", "op.alter_column('t', 'a', server_default=sa.Computed('b'))"),
    ("alter from a computed", "op.alter_column('t', 'a', server_default=None, existing_server_default=sa.Computed('b'))"),
    ("alter autoincrement", "op.alter_column('t', 'a', autoincrement=True, existing_type=I)"),
    ("alter nothing", "op.alter_column('t', 'a', existing_type=I)"),
    ("index options", "op.create_index('ix', 't', ['a', 'b'], postgresql_using='GIN', postgresql_ops={'a': 'jsonb_path_ops', 'b': 'gin_trgm_ops'}, postgresql_include=['c', 'D'], postgresql_with={'fillfactor': 50, 'fastupdate': True}, postgresql_tablespace='Sp', postgresql_where=sa.text('a > 5'), postgresql_concurrently=True, if_not_exists=True)"),
    ("unique index of distinct nulls", "op.create_index('ix', 't', ['a'], unique=True, postgresql_nulls_not_distinct=True, schema='s'); op.create_index('iy', 't', ['a'], unique=True, postgresql_nulls_not_distinct=False)"),
    ("index of expressions", "op.create_index('ix', 't', [sa.text('lower(a)'), sa.text('(a || b)'), sa.text('a || b'), sa.func.lower(sa.column('a')), sa.column('a') + 1, sa.column('a').desc().nulls_last(), sa.column('j')['x'].astext if False else sa.literal_column('(j ->> 1)'), sa.cast(sa.column('a'), sa.Text), sa.func.lower(sa.column('a')).desc()])"),
    ("index of an expression backwards", "op.create_index('ix', 't', [(sa.column('a') + 1).desc(), -sa.column('b'), sa.column('c').collate('C')], postgresql_ops={'a': 'x'})"),
    ("index where an expression", "op.create_index('ix', 't', ['a'], postgresql_where=sa.and_(sa.column('a') > 5, sa.column('b') == 'x', sa.column('c').is_(None)))"),
    ("index where a str", "op.create_index('ix', 't', ['a'], postgresql_where=\"a = 'x'\")"),
    ("index by an operator class", "op.create_index('ix', 't', [sa.text('a gin_trgm_ops')], postgresql_using='gin')"),
    ("index of text by operator classes", "op.create_index('ix', 't', [sa.text('a'), sa.func.lower(sa.column('b')).label('l'), sa.column('c').desc()], postgresql_ops={'a': 'text_pattern_ops', 'l': 'x_ops', 'c': 'y_ops'})"),
    ("index by nonsense", "op.create_index('ix', 't', ['a'], postgresql_using='gin; drop')"),
    ("drop index concurrently", "op.drop_index('ix', table_name='t', schema='s', postgresql_concurrently=True, if_exists=True)"),
    ("drop index by name", "op.drop_index('Ix')"),
    ("primary key", "op.create_primary_key('pk', 't', ['a', 'B'], schema='s')"),
    ("foreign key options", "op.create_foreign_key('fk', 't', 'o', ['a', 'b'], ['c', 'd'], source_schema='s1', referent_schema='s2', onupdate='CASCADE', ondelete='SET NULL', deferrable=True, initially='DEFERRED', match='FULL', postgresql_not_valid=True)"),
    ("foreign key without a name", "op.create_foreign_key(None, 't', 'o', ['a'], ['c'])"),
    ("unique options", "op.create_unique_constraint('uq', 't', ['a', 'b'], schema='s', deferrable=True, initially='IMMEDIATE', postgresql_nulls_not_distinct=True, postgresql_include=['c'])"),
    ("check not valid", "op.create_check_constraint('ck', 't', sa.column('a') != \"it's\", postgresql_not_valid=True)"),
    ("check by text", "op.create_check_constraint('ck', 't', \"a ~ '^[a-z]+$' AND b LIKE '5%' AND c::text != '\\\\:x'\", schema='s')"),
    ("check by an expression", "op.create_check_constraint('ck', 't', sa.or_(sa.func.length(sa.column('a')) > 3, sa.column('b').in_(['x', 'y'])))"),
    ("exclude constraint", "op.create_exclude_constraint('ex', 't', ('period', '&&'), ('grp', '='), where=sa.column('grp') != 'x', using='gist', schema='s', ops={'grp': 'gist_text_ops'})"),
    ("drop constraint if exists", "op.drop_constraint('X y', 't', schema='s', if_exists=True)"),
    ("drop each constraint", "op.drop_constraint('a', 't', type_='foreignkey'); op.drop_constraint('b', 't', type_='primary'); op.drop_constraint('c', 't', type_='check')"),
    ("table comment", "op.create_table_comment('t', \"it's 100% \\\\\", existing_comment='x', schema='s'); op.drop_table_comment('T')"),
]

BATCH = [
    ("batch", "with op.batch_alter_table('t', schema='s') as b:\n    b.add_column(C('a', I, index=True))\n    b.alter_column('b', new_column_name='c', type_=sa.Text())\n    b.drop_column('d')\n    b.create_unique_constraint('uq', ['a'])\n    b.create_index('ix', ['a'])\n    b.drop_constraint('x', type_='check')\n    b.create_foreign_key('fk', 'o', ['a'], ['id'])\n    b.create_table_comment('x')\n    b.drop_index('iy')"),
]

# Values as literals: value, type.
VALUES = [
    ("None", "sa.Integer()"), ("1", None), ("-1", None), ("2.5", None), ("-0.0", None), ("1e300", None), ("True", None), ("'x'", None),
    ("\"it's\"", "sa.String()"), ("'a\\\\b'", None), ("'100%'", None), ("'é\\n'", None), ("''", None),
    ("decimal.Decimal('1.50')", None), ("decimal.Decimal('-1.50')", "sa.Numeric(5, 2)"), ("decimal.Decimal('NaN')", None),
    ("float('nan')", None), ("float('inf')", None), ("float('-inf')", None), ("3", "sa.Numeric()"), ("3", "sa.Float()"), ("3", "sa.String()"),
    ("b'ab'", None), ("b'\\x00\\xff'", None), ("b\"'\\\\\"", "sa.LargeBinary()"), ("b'ab'", "pg.BYTEA()"),
    ("datetime.date(2020, 1, 2)", None), ("datetime.datetime(2020, 1, 2, 3, 4, 5)", None),
    ("datetime.datetime(2020, 1, 2, 3, 4, 5, 600)", "sa.DateTime()"),
    ("datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc)", "sa.DateTime(timezone=True)"),
    ("datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=-3, minutes=-30)))", None),
    ("datetime.date(2020, 1, 2)", "sa.DateTime()"), ("'2020-01-02'", "sa.Date()"), ("'2020-01-02 03:04'", "sa.DateTime()"),
    ("datetime.time(1, 2, 3)", None), ("datetime.time(1, 2, 3, 4, tzinfo=datetime.timezone.utc)", "sa.Time(timezone=True)"),
    ("datetime.timedelta(days=1, seconds=2)", None), ("datetime.timedelta(seconds=-1.5)", "sa.Interval()"),
    ("datetime.timedelta(days=400, microseconds=7)", "pg.INTERVAL()"), ("datetime.timedelta(days=1)", "sa.Interval(native=False)"),
    ("uuid.UUID(int=5)", None), ("uuid.UUID(int=5)", "sa.Uuid()"), ("uuid.UUID(int=5)", "pg.UUID()"), ("uuid.UUID(int=5)", "sa.Uuid(native_uuid=False)"),
    ("'00000000-0000-0000-0000-000000000005'", "sa.Uuid(as_uuid=False)"), ("'00000000-0000-0000-0000-000000000005'", "sa.Uuid()"),
    ("{'a': [1, None, 'é']}", "sa.JSON()"), ("[1, 2]", "pg.JSONB()"), ("None", "pg.JSONB()"), ("'x'", "sa.JSON()"), ("{'a': \"it's\"}", "pg.JSON()"), ("True", "sa.JSON()"), ("3", "pg.JSONB()"),
    ("'a'", "sa.Enum('a', name='e')"), ("'a'", "pg.ENUM('a', name='e')"), ("None", "sa.Enum('a', name='e')"),
    ("[1, 2]", "sa.ARRAY(sa.Integer())"), ("['a', \"it's\", None]", "pg.ARRAY(sa.Text())"), ("[]", "pg.ARRAY(sa.Text())"), ("[[1, 2], [3, 4]]", "sa.ARRAY(sa.Integer(), dimensions=2)"),
    ("[decimal.Decimal('1.5')]", "sa.ARRAY(sa.Numeric(5, 2))"), ("[datetime.date(2020, 1, 2)]", "sa.ARRAY(sa.Date())"),
    ("[uuid.UUID(int=5)]", "pg.ARRAY(pg.UUID())"), ("['a']", "pg.ARRAY(sa.String(5))"), ("[True]", "sa.ARRAY(sa.Boolean())"), ("None", "sa.ARRAY(sa.Integer())"),
    ("['a']", "pg.ARRAY(pg.ENUM('a', name='e'))"),
    ("'10.0.0.1'", "pg.INET()"), ("'[1,5)'", "pg.INT4RANGE()"), ("'1 day'", "pg.INTERVAL()"), ("'a:1'", "pg.TSVECTOR()"), ("'5'", "pg.MONEY()"),
    ("1", "sa.Boolean()"), ("'yes'", "sa.Boolean()"), ("'5'", "sa.Integer()"),
]

DATA = [
    ("ansi functions", "op.execute(sa.select(sa.func.current_date(), sa.func.current_time(), sa.func.current_timestamp(), sa.func.current_user(), sa.func.localtime(), sa.func.localtimestamp(), sa.func.session_user(), sa.func.user(), sa.func.random(), sa.func.now()))"),
    ("functions with their own words", "op.execute(sa.select(sa.func.char_length(t.c.name), sa.func.aggregate_strings(t.c.name, ', '), sa.func.pow(t.c.id, 2), sa.func.substring(t.c.name, 1, 2), sa.func.substring(t.c.name, 1), sa.func.gen_random_uuid(), sa.func.jsonb_build_object('k', t.c.id), sa.func.array_agg(t.c.id), sa.func.coalesce(t.c.id, 0)))"),
    ("operators", "op.execute(sa.select(t.c.id).where(t.c.name.ilike('x%'), t.c.name.not_ilike('y'), t.c.name.op('~')('^a'), t.c.data.op('->>')('k') == 'v', t.c.data.op('#>>')('{a,b}') == 'v', t.c.id.is_not_distinct_from(None), t.c.active.is_(True), t.c.active == False))"),
    ("division", "op.execute(sa.select(t.c.id / t.c.id, t.c.price / 2, t.c.ratio / t.c.ratio, t.c.id / 2.5))"),
    ("limits", "op.execute(sa.select(t.c.id).limit(3).offset(2)); op.execute(sa.select(t.c.id).with_for_update())"),
    ("delete by another table", "op.execute(t.delete().where(t.c.id == o.c.t_id))"),
    ("update from two tables", "p = sa.table('p', sa.column('id', I), sa.column('o_id', I)); op.execute(t.update().values(id=p.c.id).where(o.c.t_id == t.c.id, p.c.o_id == o.c.id))"),
    ("update returning", "op.execute(t.update().values(name='x').where(t.c.id == 1).returning(t.c.id, t.c.name)); op.execute(t.delete().returning(t.c.id))"),
    ("tuples", "op.execute(sa.select(t.c.id).where(sa.tuple_(t.c.id, t.c.name).in_([(1, 'a'), (2, 'b')]), sa.tuple_(t.c.id, t.c.name).in_([])))"),
    ("empty expanding list", "op.execute(sa.text('DELETE FROM t WHERE id IN :ids').bindparams(sa.bindparam('ids', [], expanding=True)))"),
    ("casts", "op.execute(sa.select(sa.cast('5', sa.Integer), sa.cast(t.c.name, pg.JSONB), sa.cast('a', pg.ENUM('a', name='e', schema='s')), sa.cast(t.c.name, sa.ARRAY(sa.Text)), sa.cast(None, pg.UUID)))"),
    ("quoted columns", "q = sa.table('Order', sa.column('user', sa.String), sa.column('a b', I), schema='S'); op.execute(q.update().values({'a b': 1}).where(q.c.user == 'x'))"),
    ("booleans", "op.execute(t.update().values(active=True).where(sa.or_(t.c.active, sa.false()))); op.execute(t.update().values(active=sa.false()).where(sa.true()))"),
    ("bulk insert of what PostgreSQL has", "op.bulk_insert(sa.table('b', sa.column('a', sa.ARRAY(sa.Text)), sa.column('e', sa.Enum('x', name='e')), sa.column('u', pg.UUID), sa.column('i', pg.INTERVAL), sa.column('z', sa.DateTime(timezone=True)), sa.column('n', sa.Text)), [{'a': ['x', 'y'], 'e': 'x', 'u': uuid.UUID(int=7), 'i': datetime.timedelta(hours=2), 'z': datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc), 'n': 'plain'}, {'a': None, 'n': None}])"),
    ("bulk insert of JSON", "op.bulk_insert(sa.table('b', sa.column('j', pg.JSONB)), [{'j': {'a': 1}}])"),
    ("bulk insert of no JSON", "op.bulk_insert(sa.table('b', sa.column('j', pg.JSONB)), [{'j': None}])"),
    ("text of everything", "op.execute(\"DO $$ BEGIN RAISE NOTICE '100%, %', now(); END $$; SELECT 'a\\\\b', '\\:x', x::text FROM t WHERE j ? 'k'\")"),
    ("~comparisons with placeholders", "op.execute(t.update().where(t.c.id == 1, t.c.id > 2, t.c.name.like('x%')).values(name='x', active=True))"),
    ("~select with placeholders", "op.execute(sa.select(t.c.id + 1, sa.func.lower('X'), sa.literal(3)).where(t.c.id.between(1, 2)).limit(3).offset(4))"),
    ("~text with placeholders", "op.execute(sa.text('UPDATE t SET a = :a, b = 100 % 3').bindparams(a=1))"),
    ("~rows with placeholders", "op.execute(t.insert().values([{'id': 1, 'name': 'a'}, {'id': 2, 'name': 'b'}]))"),
]

CASES = [(f"type {text}", f"op.create_table('t', C('a', {text}))") for text in TYPES]
CASES += TABLES + CHANGES + BATCH + DATA
CASES += [(f"value {v} as {ty}", f"op.execute(sa.select(sa.literal({v}{', ' + ty if ty else ''}).label('x')))") for v, ty in VALUES]

ROW = "sa.table('b', sa.column('j', pg.JSONB), sa.column('a', sa.ARRAY(sa.Text)), sa.column('n'))"
# What goes to a live server.
DRIVER = [(f"value {v} as {ty}", f"op.execute(sa.select(sa.literal({v}{', ' + ty if ty else ''}).label('x')))") for v, ty in VALUES]
DRIVER += [
    ("row", f"op.bulk_insert({ROW}, [{{'j': {{'a': \"x'y\"}}, 'a': ['x', None], 'n': 1}}])"),
    ("row of nothing", f"op.bulk_insert({ROW}, [{{'j': None, 'a': [], 'n': 'x\\\\y'}}])"),
    ("row by itself", f"op.bulk_insert({ROW}, [{{'n': -1}}], multiinsert=False)"),
    ("text and its values", "op.execute(sa.text(\"SELECT :a, CAST(:b AS text), '100%', ':c', 5 % 3, '\\\\:d', -:e\").bindparams(a=\"it's\", b=None, c=True, e=-1))"),
    ("text with a tuple", "connection.execute(sa.text('SELECT 1 WHERE 1 IN :ids'), {'ids': (1, 2)})"),
    ("text with an array", "connection.execute(sa.text('SELECT 1 WHERE 1 = ANY(:ids)'), {'ids': [1, 2]})"),
    ("text with an expanding list", "op.execute(sa.text('SELECT 1 WHERE 1 IN :ids').bindparams(sa.bindparam('ids', [1, 2], expanding=True)))"),
    ("text with an empty expanding list", "op.execute(sa.text('SELECT 1 WHERE 1 IN :ids').bindparams(sa.bindparam('ids', [], expanding=True)))"),
    ("plain text", "op.execute(\"SELECT '100%', 'a\\\\b', 7 % 4\")"),
    ("comparisons", "op.execute(t.update().where(t.c.id == -1, t.c.name.like('x%'), t.c.made > datetime.datetime(2020, 1, 2), t.c.key == uuid.UUID(int=1), t.c.id.in_([1, -2])).values(name=None, active=True, data={'a': 1}, price=decimal.Decimal('1.5')))"),
    ("subtraction of a negative", "op.execute(sa.select(t.c.id - -1))"),
    ("computed online", "op.create_table('c', C('a', I), C('b', I, sa.Computed('a * 2')))"),
    ("comment online", "op.create_table_comment('t', 'a\\\\b 100%')"),
    ("default online", "op.add_column('t', C('a', sa.Text, server_default='a\\tb 100%'))"),
    ("a variable", "connection.execute(sa.text('SELECT :x + interval :y'), {'x': datetime.date(2020, 1, 2), 'y': '1 day'})"),
    ("a dict in a text", "connection.execute(sa.text('SELECT :x'), {'x': {'a': 1}})"),
    ("a moment in a text", "connection.execute(sa.text('SELECT :x, :y, :z, :b, :t, :d'), {'x': datetime.datetime(2020, 1, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc), 'y': datetime.timedelta(days=-1, microseconds=5), 'z': uuid.UUID(int=9), 'b': b'a\\x00', 't': datetime.time(1, 2), 'd': decimal.Decimal('1E+5')})"),
]
