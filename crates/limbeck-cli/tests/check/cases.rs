//! Models and databases.

/// One pair.
pub struct Case {
    pub name: &'static str,
    /// `metadata` is what env.py takes.
    pub models: &'static str,
    /// Functions in env.py.
    pub functions: &'static str,
    /// More arguments of `context.configure()`.
    pub options: &'static str,
    /// The database.
    pub sql: &'static str,
}

pub const fn case(name: &'static str, models: &'static str, sql: &'static str) -> Case {
    Case { name, models, functions: "", options: "", sql }
}

pub const fn asked(
    name: &'static str,
    functions: &'static str,
    options: &'static str,
    models: &'static str,
    sql: &'static str,
) -> Case {
    Case { name, models, functions, options, sql }
}

pub const CASES: &[Case] = &[
    case(
        "equal",
        "metadata = sa.MetaData()
Table('p', metadata, Column('id', Integer, primary_key=True), Column('email', String(80), nullable=False, unique=True))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('p.id', ondelete='CASCADE'), index=True),
      Column('amount', sa.Numeric(10, 2)), Column('at', sa.DateTime(timezone=True), server_default=sa.func.now()),
      Column('flag', sa.Boolean, nullable=False), Column('data', sa.JSON), Column('u', sa.Uuid), Column('k', sa.Enum('a', 'bbb', name='k')),
      sa.CheckConstraint('amount > 0', name='positive'))",
        "CREATE TABLE p (id INTEGER NOT NULL, email VARCHAR(80) NOT NULL, PRIMARY KEY (id), UNIQUE (email));
CREATE TABLE t (id INTEGER NOT NULL, p_id INTEGER, amount NUMERIC(10, 2), at DATETIME DEFAULT (CURRENT_TIMESTAMP), flag BOOLEAN NOT NULL,
  data JSON, u CHAR(32), k VARCHAR(3), PRIMARY KEY (id), CONSTRAINT positive CHECK (amount > 0),
  FOREIGN KEY(p_id) REFERENCES p (id) ON DELETE CASCADE);
CREATE INDEX ix_t_p_id ON t (p_id);",
    ),
    case(
        "naming convention",
        "metadata = sa.MetaData(naming_convention={'ix': 'ix_%(column_0_label)s', 'uq': 'uq_%(table_name)s_%(column_0_name)s',
  'ck': 'ck_%(table_name)s_%(constraint_name)s', 'fk': 'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s', 'pk': 'pk_%(table_name)s'})
Table('p', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True), Column('b', Integer, unique=True, index=True))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('p_id', ForeignKey('p.id')))",
        "CREATE TABLE p (id INTEGER NOT NULL, a INTEGER, b INTEGER, CONSTRAINT pk_p PRIMARY KEY (id), CONSTRAINT uq_p_a UNIQUE (a));
CREATE UNIQUE INDEX ix_p_b ON p (b);
CREATE TABLE t (id INTEGER NOT NULL, p_id INTEGER, CONSTRAINT other PRIMARY KEY (id), CONSTRAINT odd FOREIGN KEY(p_id) REFERENCES p (id));",
    ),
    case(
        "a convention names what the database has without a name",
        "metadata = sa.MetaData(naming_convention={'uq': 'uq_%(table_name)s_%(column_0_name)s', 'ix': 'ix_%(column_0_label)s'})
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER UNIQUE);",
    ),
    case(
        "tables added and removed",
        "metadata = sa.MetaData()
Table('b', metadata, Column('id', Integer, primary_key=True), Column('a_id', ForeignKey('c.id'), index=True))
Table('c', metadata, Column('id', Integer, primary_key=True), Column('x', Integer, unique=True))",
        "CREATE TABLE old (id INTEGER NOT NULL PRIMARY KEY, a INTEGER UNIQUE); CREATE INDEX ix_old ON old (a);
CREATE TABLE older (id INTEGER NOT NULL PRIMARY KEY);",
    ),
    case(
        "columns added and removed",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('n', Integer, index=True), Column('m', String(3), unique=True))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, z INTEGER, y TEXT); CREATE INDEX ix_z ON t (z);",
    ),
    case(
        "null and not null, also of keys",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, nullable=False), Column('b', Integer))
Table('u', metadata, Column('x', String(3), primary_key=True), Column('y', Integer, primary_key=True))",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER NOT NULL);
CREATE TABLE u (x VARCHAR(3), y INTEGER NOT NULL, PRIMARY KEY (x, y));",
    ),
    case(
        "autoincrement is not compared",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), sqlite_autoincrement=True)
Table('u', metadata, Column('id', Integer, primary_key=True, autoincrement=False))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY); CREATE TABLE u (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT);",
    ),
    case(
        "types that are the same by affinity and synonym",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', sa.Numeric(10, 2)), Column('b', String), Column('c', sa.Integer),
      Column('d', sa.Float), Column('e', sa.LargeBinary), Column('f', sa.DateTime), Column('g', sa.Boolean), Column('h', sa.Text()))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a DECIMAL(10, 2), b VARCHAR(20), c INT, d FLOAT, e BLOB, f DATETIME, g BOOL, h TEXT);",
    ),
    case(
        "types that differ",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', sa.BigInteger, primary_key=True), Column('a', sa.Numeric(10, 3)), Column('b', String(30)), Column('c', sa.Text),
      Column('d', Integer), Column('e', sa.DateTime), Column('f', sa.JSON), Column('g', sa.Uuid), Column('h', sa.Double))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a DECIMAL(10, 2), b VARCHAR(20), c VARCHAR(20), d BOOLEAN, e TIMESTAMP, f TEXT, g VARCHAR(32),
  h FLOAT);",
    ),
    case(
        "types that SQLite or the model does not know",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer), Column('b', String(3)), Column('c'))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a, b MONEY, c INTEGER);",
    ),
    asked(
        "types are not compared when not asked",
        "",
        "compare_type=False",
        "metadata = sa.MetaData()\nTable('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a TEXT);",
    ),
    asked(
        "a function compares types",
        "def compare_type(context, inspected_column, metadata_column, inspected_type, metadata_type):
    if metadata_column.name == 'a':
        return False
    if metadata_column.name == 'b':
        return isinstance(metadata_type, sa.Integer)
    return None
import sqlalchemy as sa",
        "compare_type=compare_type",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer), Column('b', Integer), Column('c', Integer))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a TEXT, b INTEGER, c TEXT);",
    ),
    case(
        "defaults are not compared unless asked",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, server_default='1'))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER DEFAULT 2);",
    ),
    asked(
        "defaults",
        "",
        "compare_server_default=True",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, server_default='1'), Column('b', Integer, server_default=sa.text('1')),
      Column('c', sa.DateTime, server_default=sa.func.now()), Column('d', String(9), server_default='x y'), Column('e', Integer, server_default='2'),
      Column('f', Integer), Column('g', Integer, server_default='3'), Column('h', sa.Boolean, server_default=sa.false()))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER DEFAULT '1', b INTEGER DEFAULT (1), c DATETIME DEFAULT (CURRENT_TIMESTAMP),
  d VARCHAR(9) DEFAULT 'x y', e INTEGER DEFAULT '3', f INTEGER DEFAULT 4, g INTEGER, h BOOLEAN DEFAULT 0);",
    ),
    asked(
        "defaults that the database makes by itself",
        "",
        "compare_server_default=True",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, server_default=sa.FetchedValue()), Column('b', Integer, sa.FetchedValue()))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER DEFAULT 1, b INTEGER DEFAULT 1);",
    ),
    asked(
        "a function compares defaults, another looks at what was found",
        "def compare(context, inspected_column, metadata_column, inspected_default, metadata_default, rendered_metadata_default):
    if metadata_column.name == 'a':
        return False
    if metadata_column.name == 'b':
        return inspected_default == '1' and rendered_metadata_default == '1'
    return None
def process(context, revision, directives):
    if directives[0].upgrade_ops.is_empty():
        directives[:] = []",
        "compare_server_default=compare, process_revision_directives=process",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, server_default='1'), Column('b', Integer, server_default='1'),
      Column('c', Integer, server_default='1'))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER DEFAULT 2, b INTEGER DEFAULT 2, c INTEGER DEFAULT 2);",
    ),
    asked(
        "generated columns",
        "",
        "compare_server_default=True",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, sa.Computed('id + 1')), Column('b', Integer, sa.Computed('id + 2')))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER GENERATED ALWAYS AS (id + 1), b INTEGER GENERATED ALWAYS AS (id + 3) VIRTUAL);",
    ),
    case(
        "indexes",
        "metadata = sa.MetaData()
t = Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer), Column('b', Integer),
      sa.Index('same', 'a', 'b'), sa.Index('order', 'b', 'a'), sa.Index('uniq', 'a', unique=True), sa.Index('new', 'b'),
      sa.Index('partial', 'a', sqlite_where=sa.text('a > 1')))
sa.Index('descending', t.c.a.desc())
sa.Index('ix_lower', sa.func.lower(t.c.a))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER, b INTEGER);
CREATE INDEX same ON t (a, b); CREATE INDEX \"order\" ON t (a, b); CREATE INDEX uniq ON t (a); CREATE INDEX gone ON t (a);
CREATE INDEX partial ON t (a) WHERE a > 2; CREATE INDEX descending ON t (a); CREATE INDEX ix_upper ON t (upper(a));",
    ),
    case(
        "unique constraints",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer), Column('b', Integer), Column('c', Integer, unique=True),
      sa.UniqueConstraint('a', 'b'), sa.UniqueConstraint('b', name='named'), sa.UniqueConstraint('a', 'c', name='changed'), sa.UniqueConstraint('a'))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER, b INTEGER, c INTEGER, CONSTRAINT x UNIQUE (b, a), CONSTRAINT changed UNIQUE (b, c),
  CONSTRAINT gone UNIQUE (a, b, c));",
    ),
    case(
        "unique constraints of the database without names",
        "metadata = sa.MetaData()\nTable('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer), Column('b', Integer))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER UNIQUE, b INTEGER, UNIQUE (a, b));",
    ),
    case(
        "a unique index and a unique constraint",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer), Column('b', Integer), sa.UniqueConstraint('a', name='x'),
      sa.Index('y', 'b', unique=True))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER, b INTEGER, CONSTRAINT y UNIQUE (b)); CREATE UNIQUE INDEX x ON t (a);",
    ),
    case(
        "foreign keys",
        "metadata = sa.MetaData()
Table('p', metadata, Column('id', Integer, primary_key=True), Column('x', Integer))
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', ForeignKey('p.id')), Column('b', ForeignKey('p.id', ondelete='CASCADE')),
      Column('c', ForeignKey('p.id', name='named')), Column('d', Integer), Column('e', ForeignKey('p.id', onupdate='NO ACTION')),
      Column('f', ForeignKey('t.id')), Column('g', ForeignKey('p.id', deferrable=True, initially='DEFERRED')))",
        "CREATE TABLE p (id INTEGER NOT NULL PRIMARY KEY, x INTEGER);
CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER, b INTEGER REFERENCES p (id), c INTEGER, d INTEGER REFERENCES p (id), e INTEGER REFERENCES p,
  f INTEGER, g INTEGER, CONSTRAINT other FOREIGN KEY(c) REFERENCES p (id), FOREIGN KEY(f) REFERENCES t (id),
  FOREIGN KEY(g) REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED);",
    ),
    case(
        "checks are not compared",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', sa.Boolean(create_constraint=True, name='ck')), sa.CheckConstraint('a > 1', name='n'))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a BOOLEAN, CONSTRAINT m CHECK (a > 3));",
    ),
    case(
        "views are no tables",
        "metadata = sa.MetaData()\nTable('t', metadata, Column('id', Integer, primary_key=True))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t;",
    ),
    asked(
        "another version table",
        "",
        "version_table='alembic_version'",
        "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True))
Table('alembic_version', metadata, Column('other', Integer))",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY);",
    ),
    asked(
        "include_object",
        "def include_object(object, name, type_, reflected, compare_to):
    if type_ == 'table':
        return name != 'old' and not object.info.get('skip')
    if type_ == 'column' and reflected:
        return object.table.name != 't'
    if type_ == 'index':
        return not reflected
    if type_ == 'unique_constraint':
        return [c.name for c in object.columns] != ['c', 'a']
    if type_ == 'foreign_key_constraint':
        return [c.name for c in object.columns] != ['b']
    return not (type_ == 'column' and compare_to is not None and compare_to.type.length == 3)",
        "include_object=include_object",
        "metadata = sa.MetaData()
Table('skipped', metadata, Column('id', Integer, primary_key=True), info={'skip': True})
Table('t', metadata, Column('id', String, primary_key=True), Column('a', String(4)), Column('n', ForeignKey('t.id'), index=True),
      Column('c', String, unique=True), sa.UniqueConstraint('c', 'a'))
Table('u', metadata, Column('id', String, primary_key=True), Column('b', ForeignKey('t.id')))",
        "CREATE TABLE old (id INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE t (id VARCHAR NOT NULL PRIMARY KEY, a VARCHAR(3), c VARCHAR, gone VARCHAR); CREATE INDEX ix_gone ON t (gone);
CREATE TABLE u (id VARCHAR NOT NULL PRIMARY KEY, b VARCHAR, c VARCHAR);",
    ),
    asked(
        "include_name",
        "def include_name(name, type_, parent_names):
    if type_ == 'table':
        return parent_names['schema_qualified_table_name'] in ('t', 'u')
    if type_ == 'index':
        return not (parent_names['table_name'] == 't' and name == 'ix_a')
    return name != 'hidden'",
        "include_name=include_name",
        "metadata = sa.MetaData()\nTable('t', metadata, Column('id', Integer, primary_key=True))\nTable('u', metadata, Column('id', Integer, primary_key=True))",
        "CREATE TABLE old (id INTEGER NOT NULL PRIMARY KEY); CREATE TABLE u (id INTEGER NOT NULL PRIMARY KEY, gone INTEGER);
CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, hidden INTEGER, a INTEGER); CREATE INDEX ix_a ON t (a); CREATE INDEX ix_b ON t (a);",
    ),
    case(
        "several MetaData",
        "one, two = sa.MetaData(), sa.MetaData(naming_convention={'uq': 'uq_%(table_name)s_%(column_0_name)s', 'ix': 'ix_%(column_0_label)s'})
Table('t', one, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True))
Table('u', two, Column('id', Integer, primary_key=True), Column('a', Integer, unique=True))
metadata = [one, two]",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER, CONSTRAINT any UNIQUE (a));
CREATE TABLE u (id INTEGER NOT NULL PRIMARY KEY, a INTEGER, CONSTRAINT uq_u_a UNIQUE (a));",
    ),
    case(
        "declarative models with a TypeDecorator, a mixin and an Enum class",
        "import enum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Kind(enum.Enum):
    one = 1
    three = 3
class Trimmed(sa.TypeDecorator):
    impl = String(20)
    cache_ok = True
class Base(DeclarativeBase): pass
class Stamped:
    created: Mapped[str] = mapped_column(sa.DateTime, server_default=sa.func.now())
class T(Stamped, Base):
    __tablename__ = 't'
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind]
    name: Mapped[str | None] = mapped_column(Trimmed)
    other: Mapped[str | None] = mapped_column(String(5).with_variant(sa.Text(), 'sqlite'))
metadata = Base.metadata",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, kind VARCHAR(5) NOT NULL, name VARCHAR(20), other TEXT, created DATETIME NOT NULL);",
    ),
];
