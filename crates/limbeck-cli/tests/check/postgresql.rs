//! Models and databases of PostgreSQL.

use crate::cases::{Case, asked, case};

/// Every difference is asked for.
const ALL: &str = "compare_type=True, compare_server_default=True";
const SCHEMAS: &str = "compare_type=True, compare_server_default=True, include_schemas=True";

const fn full(name: &'static str, models: &'static str, sql: &'static str) -> Case {
    asked(name, "", ALL, models, sql)
}

const fn schemas(name: &'static str, models: &'static str, sql: &'static str) -> Case {
    asked(name, "", SCHEMAS, models, sql)
}

pub const CASES: &[Case] = &[
    full(
        "enums",
        "import enum
class State(enum.Enum):
    on = 1
    off = 2
metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', sa.Enum('x', 'y', name='letters')), Column('b', sa.Enum(State), server_default='on'),
      Column('c', postgresql.ENUM('x', 'y', name='letters', create_type=False), nullable=False), Column('d', sa.Enum('x', 'y', 'z', name='letters')),
      Column('e', sa.Enum('x', 'y', native_enum=False)), Column('f', sa.Enum('p', name='another')), Column('g', sa.String(3)))",
        "CREATE TYPE letters AS ENUM ('x', 'y'); CREATE TYPE state AS ENUM ('on', 'off'); CREATE TYPE other AS ENUM ('p');
CREATE TABLE t (id SERIAL PRIMARY KEY, a letters, b state DEFAULT 'on', c letters NOT NULL, d letters, e VARCHAR(1), f other, g letters);",
    ),
    full(
        "arrays",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', postgresql.ARRAY(Integer)), Column('b', sa.ARRAY(String(5)), server_default='{}'),
      Column('c', postgresql.ARRAY(sa.Text), server_default=sa.text(\"'{}'::text[]\")), Column('d', postgresql.ARRAY(Integer, dimensions=2)),
      Column('e', postgresql.ARRAY(sa.BigInteger)), Column('f', postgresql.ARRAY(sa.Uuid)), Column('g', Integer))",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER[], b VARCHAR(5)[] DEFAULT '{}', c TEXT[] DEFAULT '{}'::text[], d INTEGER[][], e INTEGER[],
  f UUID[], g INTEGER[]);",
    ),
    full(
        "JSON, JSONB, UUID and other types of PostgreSQL's own",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', postgresql.UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')), Column('a', sa.JSON),
      Column('b', postgresql.JSONB, server_default=sa.text(\"'{}'::jsonb\"), nullable=False), Column('c', postgresql.JSONB), Column('d', sa.JSON), Column('e', sa.Uuid),
      Column('f', postgresql.INET), Column('g', postgresql.CIDR), Column('h', postgresql.TSVECTOR), Column('i', postgresql.BYTEA), Column('j', sa.LargeBinary),
      Column('k', postgresql.INT4RANGE), Column('l', postgresql.INTERVAL), Column('m', sa.Interval), Column('n', postgresql.MACADDR), Column('o', postgresql.UUID),
      Column('p', sa.JSON().with_variant(postgresql.JSONB, 'postgresql')), Column('q', postgresql.CITEXT))",
        "CREATE EXTENSION citext;
CREATE TABLE t (id UUID PRIMARY KEY DEFAULT gen_random_uuid(), a JSON, b JSONB NOT NULL DEFAULT '{}', c JSON, d JSONB, e UUID, f INET, g INET, h TSVECTOR,
  i BYTEA, j BYTEA, k INT4RANGE, l INTERVAL, m INTERVAL, n TEXT, o CHAR(32), p JSONB, q CITEXT);",
    ),
    full(
        "server defaults",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', sa.DateTime, server_default=sa.func.now()), Column('b', sa.DateTime, server_default=sa.text('now()')),
      Column('c', sa.DateTime(timezone=True), server_default=sa.text('CURRENT_TIMESTAMP')), Column('d', String(9), server_default='x y'), Column('e', sa.Text, server_default=''),
      Column('f', Integer, server_default='0'), Column('g', Integer, server_default=sa.text('5')), Column('h', sa.Boolean, server_default=sa.false()),
      Column('i', sa.Boolean, server_default='t'), Column('j', sa.Numeric(10, 2), server_default='0.00'), Column('k', String, server_default=sa.text(\"'it''s'\")),
      Column('l', Integer), Column('m', Integer, server_default='3'), Column('n', Integer, server_default='4'), Column('o', sa.Uuid, server_default=sa.func.gen_random_uuid()),
      Column('p', sa.Boolean, server_default=sa.text('true')), Column('q', sa.Date, server_default=sa.func.current_date()),
      Column('r', sa.DateTime, server_default=sa.text(\"timezone('utc', now())\")), Column('s', sa.Float, server_default='1.5'), Column('u', String, server_default=sa.FetchedValue()))",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a TIMESTAMP DEFAULT now(), b TIMESTAMP DEFAULT now(), c TIMESTAMPTZ DEFAULT CURRENT_TIMESTAMP, d VARCHAR(9) DEFAULT 'x y',
  e TEXT DEFAULT '', f INTEGER DEFAULT 0, g INTEGER DEFAULT 5, h BOOLEAN DEFAULT false, i BOOLEAN DEFAULT true, j NUMERIC(10, 2) DEFAULT 0, k VARCHAR DEFAULT 'it''s',
  l INTEGER DEFAULT 1, m INTEGER, n INTEGER DEFAULT 5, o UUID DEFAULT gen_random_uuid(), p BOOLEAN DEFAULT false, q DATE DEFAULT CURRENT_DATE,
  r TIMESTAMP DEFAULT timezone('utc', now()), s DOUBLE PRECISION DEFAULT 1.5, u VARCHAR DEFAULT 'x');",
    ),
    full(
        "identity columns",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, sa.Identity(always=True), primary_key=True), Column('a', Integer, sa.Identity(start=10, increment=5)))
Table('u', metadata, Column('id', Integer, sa.Identity(), primary_key=True), Column('a', Integer))
Table('v', metadata, Column('id', Integer, sa.Identity(always=True), primary_key=True))
Table('w', metadata, Column('id', Integer, primary_key=True))",
        "CREATE TABLE t (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a INTEGER NOT NULL GENERATED BY DEFAULT AS IDENTITY (START WITH 10 INCREMENT BY 5));
CREATE TABLE u (id SERIAL PRIMARY KEY, a INTEGER NOT NULL GENERATED BY DEFAULT AS IDENTITY);
CREATE TABLE v (id INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
CREATE TABLE w (id INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);",
    ),
    full(
        "columns that are generated on one side",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, sa.Computed('id * 2')), Column('b', Integer, sa.Computed('id * 3', persisted=True)),
      Column('c', Integer, sa.Computed('id + 1')), Column('d', Integer), Column('e', sa.Text, sa.Computed(\"n || 'x'\", persisted=True)), Column('n', sa.Text))",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER GENERATED ALWAYS AS (id * 2) STORED, b INTEGER GENERATED ALWAYS AS (id * 4) STORED, c INTEGER,
  d INTEGER GENERATED ALWAYS AS (id + 1) STORED, e TEXT GENERATED ALWAYS AS (n || 'x') STORED, n TEXT);",
    ),
    full(
        "comments",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True, comment='the id'), Column('a', Integer, comment='new'), Column('b', Integer), Column('c', Integer, comment='it''s: a %'),
      comment='a table')
Table('u', metadata, Column('id', Integer, primary_key=True))
Table('v', metadata, Column('id', Integer, primary_key=True), comment='added')
Table('w', metadata, Column('id', Integer, primary_key=True), comment='')",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER, b INTEGER, c INTEGER); CREATE TABLE u (id SERIAL PRIMARY KEY); CREATE TABLE v (id SERIAL PRIMARY KEY);
CREATE TABLE w (id SERIAL PRIMARY KEY);
COMMENT ON TABLE t IS 'a table'; COMMENT ON COLUMN t.id IS 'the id'; COMMENT ON COLUMN t.b IS 'gone'; COMMENT ON COLUMN t.c IS 'its: a %'; COMMENT ON TABLE u IS 'gone';",
    ),
    full(
        "a naming convention",
        "metadata = sa.MetaData(naming_convention={'ix': 'ix_%(column_0_label)s', 'uq': 'uq_%(table_name)s_%(column_0_name)s',
  'ck': 'ck_%(table_name)s_%(constraint_name)s', 'fk': 'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s', 'pk': 'pk_%(table_name)s'})
Table('p', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True), Column('b', Integer, unique=True, index=True), Column('c', Integer, unique=True))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('p.id')), Column('q_id', ForeignKey('p.id')), sa.CheckConstraint('id > 0', name='positive'))",
        "CREATE TABLE p (id SERIAL NOT NULL, a INTEGER, b INTEGER, c INTEGER, CONSTRAINT pk_p PRIMARY KEY (id), CONSTRAINT uq_p_a UNIQUE (a), UNIQUE (c));
CREATE UNIQUE INDEX ix_p_b ON p (b);
CREATE TABLE t (id SERIAL NOT NULL, p_id INTEGER, q_id INTEGER, PRIMARY KEY (id), FOREIGN KEY(p_id) REFERENCES p (id),
  CONSTRAINT fk_t_q_id_p FOREIGN KEY(q_id) REFERENCES p (id));",
    ),
    full(
        "schemas that nobody asked for",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True))",
        "CREATE SCHEMA other; CREATE TABLE other.u (id SERIAL PRIMARY KEY); CREATE TABLE t (id SERIAL PRIMARY KEY);",
    ),
    schemas(
        "schemas",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('o_id', ForeignKey('other.t.id')))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('n', String(5), index=True), Column('t_id', ForeignKey('t.id')), Column('o_id', ForeignKey('other.t.id')), schema='other')
Table('fresh', metadata, Column('id', Integer, primary_key=True), Column('t_id', ForeignKey('other.t.id')), schema='other')",
        "CREATE SCHEMA other; CREATE SCHEMA third;
CREATE TABLE t (id SERIAL PRIMARY KEY); CREATE TABLE other.t (id SERIAL PRIMARY KEY, n VARCHAR(3), t_id INTEGER REFERENCES t (id), o_id INTEGER REFERENCES other.t (id));
CREATE INDEX ix_other_t_n ON other.t (n); ALTER TABLE t ADD o_id INTEGER REFERENCES other.t (id);
CREATE TABLE third.u (id SERIAL PRIMARY KEY, a INTEGER UNIQUE);",
    ),
    asked(
        "schemas by name",
        "def include_name(name, type_, parent_names):
    if type_ == 'schema':
        return name in (None, 'other')
    return True",
        "include_schemas=True, include_name=include_name",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True), schema='other')",
        "CREATE SCHEMA other; CREATE SCHEMA third; CREATE TABLE other.t (id SERIAL PRIMARY KEY, a INTEGER UNIQUE); CREATE TABLE third.u (id SERIAL PRIMARY KEY);
CREATE TABLE other.gone (id SERIAL PRIMARY KEY);",
    ),
    asked(
        "names of every kind, in several schemas",
        "seen = []
def include_name(name, type_, parent_names):
    seen.append(type_)
    if type_ == 'schema':
        return name in (None, 'other')
    assert parent_names['schema_name'] in (None, 'other'), parent_names
    if type_ == 'table':
        return name != 'alembic_version' and not name.startswith('left_')
    assert parent_names['table_name'] in ('t', 'u'), parent_names
    assert parent_names['schema_qualified_table_name'] in ('t', 'other.t', 'other.u'), parent_names
    return not (name or '').startswith('left_')
def include_object(object, name, type_, reflected, compare_to):
    assert reflected or compare_to is None or compare_to.info == {}
    return not object.info.get('skip') and not (type_ == 'index' and name == 'ix_no')
",
        "include_schemas=True, include_name=include_name, include_object=include_object",
        "metadata = sa.MetaData(info={'x': 1})
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, index=True), Column('b', Integer, info={'skip': True}), sa.Index('ix_no', 'a', 'id'))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, unique=False), sa.UniqueConstraint('a', name='uq_mine', info={'skip': True}), schema='other')
Table('u', metadata, Column('id', Integer, primary_key=True), Column('t_id', Integer), sa.ForeignKeyConstraint(['t_id'], ['other.t.id'], name='fk_mine', info={'skip': True}), schema='other')
Table('not_mine', metadata, Column('id', Integer, primary_key=True), info={'skip': True})",
        "CREATE SCHEMA other; CREATE SCHEMA third; CREATE TABLE third.u (id SERIAL PRIMARY KEY); CREATE TABLE left_alone (id SERIAL PRIMARY KEY);
CREATE TABLE t (id SERIAL PRIMARY KEY, left_column INTEGER, gone INTEGER); CREATE INDEX left_index ON t (gone);
CREATE TABLE other.t (id SERIAL PRIMARY KEY, a INTEGER, CONSTRAINT left_uq UNIQUE (a)); CREATE TABLE other.left_too (id INTEGER);
CREATE TABLE other.u (id SERIAL PRIMARY KEY, t_id INTEGER, CONSTRAINT left_fk FOREIGN KEY (t_id) REFERENCES other.t (id));",
    ),
    asked(
        "the version table elsewhere, and a search path",
        "",
        "version_table='versions', version_table_schema='meta', include_schemas=True",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('b', Integer), schema='public')",
        "CREATE SCHEMA meta; CREATE SCHEMA app; CREATE TABLE meta.versions (version_num VARCHAR(32) NOT NULL PRIMARY KEY); INSERT INTO meta.versions VALUES ('aaaa');
DROP TABLE alembic_version; CREATE TABLE app.t (id SERIAL PRIMARY KEY); CREATE TABLE public.t (id SERIAL PRIMARY KEY); CREATE TABLE meta.more (id INTEGER);
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path TO app, public', current_database()); END $$;",
    ),
    schemas(
        "the default schema by its name",
        "metadata = sa.MetaData()
Table('p', metadata, Column('id', Integer, primary_key=True), schema='public')
Table('t', metadata, Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('public.p.id', name='fk_p')), Column('q_id', ForeignKey('public.p.id')),
      Column('n', Integer, index=True), Column('u', Integer, unique=True), schema='public')
Table('s', metadata, Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('public.p.id', ondelete='CASCADE')))",
        "CREATE TABLE p (id SERIAL PRIMARY KEY);
CREATE TABLE t (id SERIAL PRIMARY KEY, p_id INTEGER CONSTRAINT fk_p REFERENCES p (id), q_id INTEGER REFERENCES p (id), n INTEGER, u INTEGER UNIQUE);
CREATE INDEX ix_public_t_n ON t (n); CREATE TABLE s (id SERIAL PRIMARY KEY, p_id INTEGER REFERENCES p (id) ON DELETE CASCADE);",
    ),
    full(
        "the default schema by its name, without include_schemas",
        "metadata = sa.MetaData(schema='public')
Table('p', metadata, Column('id', Integer, primary_key=True), Column('e', sa.Enum('a', 'b', name='kind')))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('public.p.id')), Column('n', Integer), sa.Index('ix_n', 'n'), sa.UniqueConstraint('n', name='uq_n'))",
        "CREATE TYPE kind AS ENUM ('a', 'b'); CREATE TABLE p (id SERIAL PRIMARY KEY, e kind);
CREATE TABLE t (id SERIAL PRIMARY KEY, p_id INTEGER REFERENCES p (id), n INTEGER, CONSTRAINT uq_n UNIQUE (n)); CREATE INDEX ix_n ON t (n);",
    ),
    schemas(
        "named types are in the schema of their MetaData",
        "metadata = sa.MetaData(schema='app')
kind = postgresql.ENUM('p', 'q', name='shared', metadata=metadata)
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', sa.Enum('a', 'b', name='kind')), Column('b', postgresql.ARRAY(sa.Enum('a', 'b', name='kind'))), Column('c', kind),
      Column('d', sa.Enum('a', 'b', name='kind', schema='other')), Column('e', sa.String(3).with_variant(sa.Enum('a', 'b', name='kind'), 'postgresql')), Column('f', kind))
Table('u', metadata, Column('id', Integer, primary_key=True), Column('a', sa.Enum('a', 'b', name='wrong')), schema='other')",
        "CREATE SCHEMA app; CREATE SCHEMA other; CREATE TYPE app.kind AS ENUM ('a', 'b'); CREATE TYPE other.kind AS ENUM ('a', 'b'); CREATE TYPE app.shared AS ENUM ('p', 'q');
CREATE TYPE app.wrong AS ENUM ('a', 'b'); CREATE TYPE shared AS ENUM ('p', 'q');
CREATE TABLE app.t (id SERIAL PRIMARY KEY, a app.kind, b app.kind[], c app.shared, d other.kind, e app.kind, f shared); CREATE TABLE other.u (id SERIAL PRIMARY KEY, a app.wrong);",
    ),
    asked(
        "functions are asked about the default schema's tables",
        "seen = []
def include_object(object, name, type_, reflected, compare_to):
    if type_ == 'table':
        return object.schema in (None, 'public') and name != 'skipped'
    if type_ == 'column' and not reflected:
        return object.info.get('skip') is None
    return name != 'ix_hidden'
def compare_type(context, inspected_column, metadata_column, inspected_type, metadata_type):
    return None if metadata_column.name != 'n' else isinstance(inspected_type, sa.Integer) and False
import sqlalchemy as sa",
        "include_schemas=True, include_object=include_object, compare_type=compare_type",
        "metadata = sa.MetaData(schema='public')
Table('p', metadata, Column('id', Integer, primary_key=True), Column('x', Integer, info={'skip': True}))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('public.p.id')), Column('n', String), Column('m', String))
Table('skipped', metadata, Column('id', Integer, primary_key=True))",
        "CREATE TABLE p (id SERIAL PRIMARY KEY);
CREATE TABLE t (id SERIAL PRIMARY KEY, p_id INTEGER REFERENCES p (id), n INTEGER, m INTEGER); CREATE INDEX ix_hidden ON t (n);",
    ),
    full(
        "partial and expression indexes, and those of other methods",
        "metadata = sa.MetaData()
t = Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer), Column('b', Integer), Column('c', sa.Text), Column('d', postgresql.JSONB),
      sa.Index('ix_same', 'a', 'b'), sa.Index('ix_order', 'b', 'a'), sa.Index('ix_unique', 'a', unique=True), sa.Index('ix_new', 'b'),
      sa.Index('ix_partial', 'a', postgresql_where=sa.text('b > 5')), sa.Index('ix_gin', 'd', postgresql_using='gin'), sa.Index('ix_hash', 'a', postgresql_using='hash'),
      sa.Index('ix_include', 'a', postgresql_include=['b']), sa.Index('ix_ops', 'c', postgresql_ops={'c': 'text_pattern_ops'}), sa.Index('ix_lower', sa.text('lower(c)')))
sa.Index('ix_descending', t.c.a.desc())
sa.Index('ix_function', sa.func.lower(t.c.c), unique=True)
sa.Index('ix_changed', sa.func.lower(t.c.c))
sa.Index('ix_nulls', t.c.a.desc().nullslast())",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER, b INTEGER, c TEXT, d JSONB);
CREATE INDEX ix_same ON t (a, b); CREATE INDEX ix_order ON t (a, b); CREATE INDEX ix_unique ON t (a); CREATE INDEX ix_gone ON t (b); CREATE INDEX ix_partial ON t (a) WHERE b > 6;
CREATE INDEX ix_gin ON t USING gin (d); CREATE INDEX ix_hash ON t (a); CREATE INDEX ix_include ON t (a) INCLUDE (b); CREATE INDEX ix_ops ON t (c text_pattern_ops);
CREATE INDEX ix_lower ON t (lower(c)); CREATE INDEX ix_descending ON t (a DESC); CREATE UNIQUE INDEX ix_function ON t (lower(c)); CREATE INDEX ix_changed ON t (upper(c));
CREATE INDEX ix_nulls ON t (a DESC NULLS LAST);",
    ),
    full(
        "unique constraints and unique indexes",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True), Column('b', Integer, unique=True, index=True), Column('c', Integer), Column('d', Integer),
      sa.UniqueConstraint('c', name='x'), sa.Index('y', 'd', unique=True), sa.UniqueConstraint('a', 'b', name='changed'), sa.UniqueConstraint('c', 'd'), sa.UniqueConstraint('b', 'd', name='fresh'),
      sa.UniqueConstraint('a', 'c', name='nulls', postgresql_nulls_not_distinct=True), sa.UniqueConstraint('b', 'c', name='late', deferrable=True, initially='DEFERRED'))",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER UNIQUE, b INTEGER, c INTEGER, d INTEGER, CONSTRAINT y UNIQUE (d), CONSTRAINT changed UNIQUE (b, c), UNIQUE (c, d),
  CONSTRAINT gone UNIQUE (a, d), CONSTRAINT nulls UNIQUE NULLS NOT DISTINCT (a, c), CONSTRAINT late UNIQUE (b, c) DEFERRABLE INITIALLY DEFERRED);
CREATE UNIQUE INDEX x ON t (c); CREATE UNIQUE INDEX ix_t_b ON t (b);",
    ),
    full(
        "foreign keys: what they do, when they are checked",
        "metadata = sa.MetaData()
Table('p', metadata, Column('id', Integer, primary_key=True), Column('x', Integer, unique=True))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', ForeignKey('p.id')), Column('b', ForeignKey('p.id', ondelete='CASCADE')), Column('c', ForeignKey('p.id', ondelete='SET NULL')),
      Column('d', ForeignKey('p.id', name='named')), Column('e', Integer), Column('f', ForeignKey('p.id', onupdate='NO ACTION')), Column('g', ForeignKey('t.id')),
      Column('h', ForeignKey('p.id', deferrable=True, initially='DEFERRED')), Column('i', ForeignKey('p.id', deferrable=True)), Column('j', ForeignKey('p.x')),
      Column('k', ForeignKey('p.id', ondelete='RESTRICT')), Column('l', ForeignKey('p.id', initially='IMMEDIATE')), Column('m', ForeignKey('p.id', deferrable=True, initially='DEFERRED')))",
        "CREATE TABLE p (id SERIAL PRIMARY KEY, x INTEGER UNIQUE);
CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER REFERENCES p (id), b INTEGER REFERENCES p (id), c INTEGER REFERENCES p (id) ON DELETE SET NULL, d INTEGER CONSTRAINT other REFERENCES p (id),
  e INTEGER REFERENCES p (id), f INTEGER REFERENCES p (id), g INTEGER REFERENCES t (id), h INTEGER REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED, i INTEGER REFERENCES p (id),
  j INTEGER REFERENCES p (id), k INTEGER REFERENCES p (id) ON DELETE RESTRICT, l INTEGER REFERENCES p (id), m INTEGER REFERENCES p (id));",
    ),
    full(
        "times",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', sa.DateTime), Column('b', sa.DateTime(timezone=True)), Column('c', sa.DateTime), Column('d', sa.DateTime(timezone=True)),
      Column('e', sa.TIMESTAMP(timezone=True)), Column('f', sa.Time), Column('g', sa.Time(timezone=True)), Column('h', sa.Date), Column('i', sa.Date), Column('j', postgresql.TIMESTAMP(precision=3)),
      Column('k', postgresql.TIMESTAMP(precision=6)), Column('l', sa.DateTime))",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a TIMESTAMP, b TIMESTAMPTZ, c TIMESTAMPTZ, d TIMESTAMP, e TIMESTAMPTZ, f TIME, g TIME, h DATE, i TIMESTAMP, j TIMESTAMP(3), k TIMESTAMP(3),
  l TIMESTAMP(3));",
    ),
    full(
        "numbers and texts",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', sa.Numeric(10, 2)), Column('b', sa.Numeric(10, 3)), Column('c', sa.Numeric), Column('d', sa.Float), Column('e', sa.Double),
      Column('f', sa.Float(24)), Column('g', sa.BigInteger), Column('h', sa.SmallInteger), Column('i', String), Column('j', String(20)), Column('k', String(30)), Column('l', sa.Text),
      Column('m', sa.Text), Column('n', sa.CHAR(3)), Column('o', sa.Unicode(5)), Column('p', sa.Boolean), Column('q', Integer), Column('r', sa.Numeric(10)), Column('s', sa.REAL), Column('u', String(20)))",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a NUMERIC(10, 2), b NUMERIC(10, 2), c NUMERIC(5), d DOUBLE PRECISION, e DOUBLE PRECISION, f REAL, g INTEGER, h SMALLINT, i VARCHAR(20), j VARCHAR(20),
  k VARCHAR(20), l TEXT, m VARCHAR, n CHAR(3), o VARCHAR(5), p BOOLEAN, q BOOLEAN, r NUMERIC(10, 0), s REAL, u TEXT);",
    ),
    full(
        "SERIAL and BIGSERIAL, sequences and keys of other kinds",
        "metadata = sa.MetaData()
Table('a', metadata, Column('id', Integer, primary_key=True))
Table('b', metadata, Column('id', sa.BigInteger, primary_key=True))
Table('c', metadata, Column('id', sa.BigInteger, primary_key=True))
Table('d', metadata, Column('id', Integer, primary_key=True, autoincrement=False))
Table('e', metadata, Column('id', Integer, sa.Sequence('s'), primary_key=True))
Table('f', metadata, Column('id', Integer, sa.Sequence('s'), server_default=sa.text(\"nextval('s')\"), primary_key=True))
Table('g', metadata, Column('x', Integer, primary_key=True), Column('y', Integer, primary_key=True))
Table('h', metadata, Column('id', String(36), primary_key=True))
Table('i', metadata, Column('id', Integer, primary_key=True), Column('n', Integer, server_default=sa.text(\"nextval('s')\")))",
        "CREATE SEQUENCE s; CREATE TABLE a (id SERIAL PRIMARY KEY); CREATE TABLE b (id BIGSERIAL PRIMARY KEY); CREATE TABLE c (id SERIAL PRIMARY KEY); CREATE TABLE d (id SERIAL PRIMARY KEY);
CREATE TABLE e (id INTEGER PRIMARY KEY); CREATE TABLE f (id INTEGER PRIMARY KEY DEFAULT nextval('s')); CREATE TABLE g (x INTEGER, y INTEGER, PRIMARY KEY (x, y)); CREATE TABLE h (id VARCHAR(36) PRIMARY KEY);
CREATE TABLE i (id SERIAL PRIMARY KEY, n INTEGER DEFAULT nextval('s'));",
    ),
    case(
        "several MetaData",
        "one, two = sa.MetaData(), sa.MetaData(naming_convention={'uq': 'uq_%(table_name)s_%(column_0_name)s', 'ix': 'ix_%(column_0_label)s'})
Table('t', one, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True))
Table('u', two, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True), Column('b', Integer, index=True))
metadata = [one, two]",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER, CONSTRAINT anything UNIQUE (a)); CREATE TABLE u (id SERIAL PRIMARY KEY, a INTEGER, b INTEGER, CONSTRAINT uq_u_a UNIQUE (a));
CREATE INDEX ix_b ON u (b);",
    ),
    full(
        "tables and columns added and removed",
        "metadata = sa.MetaData()
Table('b', metadata, Column('id', Integer, primary_key=True), Column('a_id', ForeignKey('c.id'), index=True), Column('e', sa.Enum('x', name='fresh')))
Table('c', metadata, Column('id', Integer, primary_key=True), Column('x', Integer, unique=True), comment='made')
Table('t', metadata, Column('id', Integer, primary_key=True), Column('n', Integer, index=True), Column('m', String(3), unique=True), Column('p', postgresql.JSONB, server_default='{}', nullable=False))",
        "CREATE TABLE old (id SERIAL PRIMARY KEY, a INTEGER UNIQUE); CREATE INDEX ix_old ON old (a); CREATE TABLE older (id SERIAL PRIMARY KEY REFERENCES old (id));
CREATE TABLE t (id SERIAL PRIMARY KEY, z INTEGER, y TEXT); CREATE INDEX ix_z ON t (z);",
    ),
    full(
        "views and partitioned tables",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True))
Table('parted', metadata, Column('id', Integer, primary_key=True), Column('day', sa.Date, primary_key=True), postgresql_partition_by='RANGE (day)')",
        "CREATE TABLE t (id SERIAL PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t; CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE TABLE parted (id INTEGER, day DATE, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);",
    ),
    full(
        "checks and exclusion constraints are not compared",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer), Column('r', postgresql.INT4RANGE), sa.CheckConstraint('a > 1', name='n'),
      postgresql.ExcludeConstraint(('r', '&&'), name='no_overlap'))",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER, r INT4RANGE, CONSTRAINT m CHECK (a > 3), CONSTRAINT no_overlap EXCLUDE USING gist (r WITH &&));",
    ),
    full(
        "null and not null",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, nullable=False), Column('b', Integer), Column('c', Integer, sa.Identity()))",
        "CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER, b INTEGER NOT NULL, c INTEGER GENERATED BY DEFAULT AS IDENTITY);",
    ),
    full(
        "declarative models",
        "import datetime, decimal, enum, uuid
from typing import Any, Optional
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
class Kind(enum.Enum):
    one = 'first'
    three = 'third'
class Trimmed(sa.TypeDecorator):
    impl = String(20)
    cache_ok = True
class Base(DeclarativeBase):
    type_annotation_map = {dict[str, Any]: postgresql.JSONB, datetime.datetime: sa.DateTime(timezone=True)}
class Stamped:
    created_at: Mapped[datetime.datetime] = mapped_column(server_default=sa.func.now())
class Owner(Stamped, Base):
    __tablename__ = 'owners'
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    kind: Mapped[Kind]
    name: Mapped[Optional[str]] = mapped_column(Trimmed)
    price: Mapped[decimal.Decimal] = mapped_column(sa.Numeric(12, 4))
    things: Mapped[list['Thing']] = relationship(back_populates='owner')
class Thing(Stamped, Base):
    __tablename__ = 'things'
    __table_args__ = (sa.Index('ix_things_data', 'data', postgresql_using='gin'), {'comment': 'things'})
    id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    owner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey('owners.id', ondelete='CASCADE'), index=True)
    data: Mapped[dict[str, Any]]
    tags: Mapped[list[str]] = mapped_column(postgresql.ARRAY(sa.Text), server_default='{}')
    owner: Mapped[Owner] = relationship(back_populates='things')
metadata = Base.metadata",
        "CREATE TYPE kind AS ENUM ('one', 'three');
CREATE TABLE owners (id UUID PRIMARY KEY, kind kind NOT NULL, name VARCHAR(20), price NUMERIC(12, 4) NOT NULL, created_at TIMESTAMPTZ NOT NULL DEFAULT now());
CREATE TABLE things (id BIGSERIAL PRIMARY KEY, owner_id UUID NOT NULL REFERENCES owners (id) ON DELETE CASCADE, data JSONB NOT NULL, tags TEXT[] NOT NULL DEFAULT '{}',
  created_at TIMESTAMPTZ DEFAULT now() NOT NULL);
CREATE INDEX ix_things_owner_id ON things (owner_id); CREATE INDEX ix_things_data ON things USING gin (data); COMMENT ON TABLE things IS 'things';",
    ),
];
