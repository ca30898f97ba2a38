//! What env.py makes of a revision beside Alembic: several revisions, operations of its own, comparators of its own. The same files come of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use limbeck_testkit::oracle::alembic;

use crate::cases::{Case, asked};
use crate::{IMPORTS, Project, limbeck, sorted};

const TEMPLATE: &str = "\"\"\"${message}\"\"\"
${imports if imports else ''}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}
def upgrade():
    ${upgrades if upgrades else 'pass'}
def downgrade():
    ${downgrades if downgrades else 'pass'}
";

const MODELS: &str = "metadata = sa.MetaData()
Table('a', metadata, Column('id', Integer, primary_key=True), Column('x', String(5)), Column('n', Integer, nullable=False), sa.UniqueConstraint('x', name='uq_x'))
Table('b', metadata, Column('id', Integer, primary_key=True), Column('a_id', ForeignKey('a.id')), Column('y', Integer, index=True))
Table('same', metadata, Column('id', Integer, primary_key=True), Column('k', Integer), Column('r', Integer))
";
const DATABASE: &str = "CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY, n INTEGER, gone INTEGER); CREATE TABLE old (id INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE same (id INTEGER NOT NULL PRIMARY KEY, k INTEGER, r INTEGER); CREATE VIEW old_view AS SELECT 3; CREATE VIEW v1 AS SELECT 1 AS a;";

const CONVENTION: &str = "def columns(constraint, table):
    return '_'.join(c.name for c in constraint.columns)
def words(constraint, table):
    return '%s of %s' % (type(constraint).__name__, table.name)
metadata = sa.MetaData(naming_convention={'all_columns': columns, 'words': words, 'ix': 'ix__%(all_columns)s__%(table_name)s', 'uq': 'uq %(words)s %(all_columns)s',
  'pk': 'pk__%(table_name)s', 'fk': 'fk__%(all_columns)s__%(referred_table_name)s', 'ck': 'ck %(words)s %(constraint_name)s'})
Table('a', metadata, Column('id', Integer, primary_key=True), Column('x', String(5), unique=True), Column('y', Integer, index=True), sa.UniqueConstraint('x', 'y'))
Table('b', metadata, Column('id', Integer, primary_key=True), Column('a_id', ForeignKey('a.id')), Column('y', Integer, index=True), sa.Index(None, 'a_id', 'y'),
      sa.CheckConstraint('y > 0', name='positive'))
";
const FOR_CONVENTION: &str = "CREATE TABLE a (id INTEGER NOT NULL, CONSTRAINT pk__a PRIMARY KEY (id));";

const SPLIT: &str = "from alembic.operations import ops
def process(context, revision, directives):
    first = directives[0]
    second = ops.MigrationScript('cccc', ops.UpgradeOps([]), ops.DowngradeOps([]), message='what goes')
    second.upgrade_ops.ops = [o for o in first.upgrade_ops.ops if isinstance(o, ops.DropTableOp)]
    second.upgrade_ops.reverse_into(second.downgrade_ops)
    first.upgrade_ops.ops = [o for o in first.upgrade_ops.ops if o not in second.upgrade_ops.ops]
    first.downgrade_ops.ops = [o for o in first.downgrade_ops.ops if not isinstance(o, ops.CreateTableOp)]
    directives.append(second)
";

const FIELDS: &str = "from alembic.operations import ops
def process(context, revision, directives):
    directives.append(ops.MigrationScript('cccc', ops.UpgradeOps([]), ops.DowngradeOps([]), message='on top', head='bbbb', branch_label='lab', depends_on='aaaa', imports={'import os'}))
    directives.append(ops.MigrationScript('dddd', ops.UpgradeOps([ops.ExecuteSQLOp('select 1')]), ops.DowngradeOps([]), head='base', branch_label=['side'], depends_on=['lab']))
    directives.append(ops.MigrationScript('eeee', ops.UpgradeOps([]), ops.DowngradeOps([]), head='aaaa', splice=True))
";

const OTHERWISE: &str = "from alembic.operations import ops
def process(context, revision, directives):
    s = directives[0]
    s.message, s.rev_id, s.head, s.splice, s.branch_label, s.depends_on = 'other', 'zzzz', 'base', False, 'side', 'aaaa'
    s.upgrade_ops, s.downgrade_ops = ops.UpgradeOps(s.downgrade_ops.ops), ops.DowngradeOps(s.upgrade_ops.ops)
    s.imports = {'import json'}
";

const REPLACED: &str = "from alembic.operations import ops
def process(context, revision, directives):
    directives[:] = [ops.MigrationScript('cccc', ops.UpgradeOps([ops.DropTableOp('old')]), ops.DowngradeOps([]), message='instead', head='head')]
";

const COPIES: &str = "from alembic.operations import ops
from models import metadata
def process(context, revision, directives):
    up, down = directives[0].upgrade_ops, directives[0].downgrade_ops
    for table in metadata.sorted_tables:
        up.ops.append(ops.CreateTableOp.from_table(table))
        for index in sorted(table.indexes, key=lambda i: i.name):
            up.ops.append(ops.CreateIndexOp.from_index(index))
        for constraint in sorted(table.constraints, key=lambda c: (type(c).__name__, c.name or '')):
            if type(constraint).__name__ in ('UniqueConstraint', 'ForeignKeyConstraint'):
                up.ops.append(ops.AddConstraintOp.from_constraint(constraint))
    up.reverse_into(down)
    up.ops.append(ops.ModifyTableOps('a', [ops.AddColumnOp('a', sa.Column('more', sa.Integer)).reverse().reverse()]))
    assert [d[0] for d in up.as_diffs() if isinstance(d, tuple)].count('add_table') > 2
import sqlalchemy as sa
";

const INFO: &str = "from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase):
    pass
class View(Base):
    __tablename__ = 'view'
    __table_args__ = ({'info': {'is_view': True}},)
    id: Mapped[int] = mapped_column(primary_key=True)
class U(Base):
    __tablename__ = 'u'
    __table_args__ = (sa.Index('ix_u', 'n', info={'skip_autogenerate': True}), sa.UniqueConstraint('n', name='uq_u', info={'skip_autogenerate': True}))
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(info={'note': [1]})
    left: Mapped[int] = mapped_column(info={'skip_autogenerate': True})
    d = Column(String(9), server_default=sa.FetchedValue())
    e = Column(Integer, sa.FetchedValue())
Later = Table('later', Base.metadata, Column('id', Integer, primary_key=True))
Later.info['skip_autogenerate'] = True
metadata = Base.metadata
";
const FOR_INFO: &str = "CREATE VIEW view AS SELECT 1 AS id; CREATE TABLE u (id INTEGER NOT NULL PRIMARY KEY, d VARCHAR(9) DEFAULT 'x', e INTEGER);";
const INCLUDE: &str = "def include(object, name, type_, reflected, compare_to):
    assert object.name == name, (object.name, name)
    if type_ not in ('table', 'index'):
        assert object.table.info == {}, object.table.info
    assert compare_to is None or compare_to.info == {}, compare_to.info
    if name == 'n':
        assert object.info == {'note': [1]}, object.info
    return not (object.info.get('skip_autogenerate') or object.info.get('is_view'))
";

const VIEWS: &str = "from alembic.autogenerate import comparators, renderers
from alembic.operations import ops, Operations, MigrateOperation
import sqlalchemy as sa
WANTED = {'v1': 'select 1 as a', 'v2': 'select 2 as b'}
@Operations.register_operation('create_view')
class CreateView(MigrateOperation):
    def __init__(self, name, definition):
        self.name, self.definition = name, definition
    @classmethod
    def create_view(cls, operations, name, definition):
        return operations.invoke(cls(name, definition))
    def reverse(self):
        return DropView(self.name, self.definition)
    def to_diff_tuple(self):
        return ('add_view', self.name)
@Operations.register_operation('drop_view')
class DropView(MigrateOperation):
    def __init__(self, name, definition=None):
        self.name, self.definition = name, definition
    @classmethod
    def drop_view(cls, operations, name, definition=None):
        return operations.invoke(cls(name, definition))
    def reverse(self):
        return CreateView(self.name, self.definition)
    def to_diff_tuple(self):
        return ('remove_view', self.name)
@renderers.dispatch_for(CreateView)
def render_create(context, op):
    context.imports.add('import json')
    return 'op.create_view(%r, %r)' % (op.name, op.definition)
@renderers.dispatch_for(DropView)
def render_drop(context, op):
    return ['# gone', 'op.drop_view(%r)' % (op.name,)]
def compare_views(context, upgrade_ops, schemas):
    assert schemas == {None}, schemas
    there = {row[0] for row in context.connection.execute(sa.text(\"select name from sqlite_master where type = 'view'\"))}
    upgrade_ops.ops += [CreateView(name, WANTED[name]) for name in sorted(set(WANTED) - there)]
    upgrade_ops.ops += [DropView(name, 'select 3') for name in sorted(there - set(WANTED))]
";

const ON_SCHEMA: &str = "comparators.dispatch_for('schema')(compare_views)
@comparators.dispatch_for('schema', qualifier='postgresql')
def never(*args):
    raise AssertionError
@comparators.dispatch_for('of my own')
def nor(*args):
    raise AssertionError
";

const ON_SQLITE: &str = "comparators.dispatch_for('schema', qualifier='sqlite')(compare_views)
def process(context, revision, directives):
    script = directives[0]
    assert [type(o).__name__ for o in script.upgrade_ops.ops][:2] == ['CreateView', 'DropView']
    assert script.upgrade_ops.as_diffs()[0] == ('add_view', 'v2')
    script.upgrade_ops.ops = [o for o in script.upgrade_ops.ops if not isinstance(o, ops.DropTableOp)]
";

const ON_TABLES: &str = "@comparators.dispatch_for('table')
def compare(context, modify_ops, schema, tname, conn_table, metadata_table):
    shown = [None if t is None else sorted(c.name for c in t.c) for t in (conn_table, metadata_table)]
    note = None if metadata_table is None else metadata_table.info.get('note', '')
    modify_ops.ops.append(CreateView('%s %s %s' % (tname, shown, note), 'x'))
";

const ON_COLUMNS: &str = "@comparators.dispatch_for('column')
def compare(context, alter_column_op, schema, tname, cname, conn_col, metadata_col):
    assert (tname, cname) == (conn_col.table.name, conn_col.name) == (metadata_col.table.name, metadata_col.name)
    if cname in ('k', 'n'):
        alter_column_op.modify_nullable = False
    if cname == 'r':
        alter_column_op.modify_type = sa.BigInteger()
";

const PLUGIN: &str = "from alembic.runtime.plugins import Plugin
from alembic.util import DispatchPriority, PriorityDispatchResult
class project:
    @staticmethod
    def setup(plugin):
        plugin.add_autogenerate_comparator(last, 'schema', 'views')
        plugin.add_autogenerate_comparator(never, 'schema', 'views', priority=DispatchPriority.LAST)
        plugin.add_autogenerate_comparator(first, 'schema', 'others', priority=DispatchPriority.FIRST)
        plugin.add_autogenerate_comparator(table, 'table', 'own', qualifier='sqlite')
        plugin.add_autogenerate_comparator(whole, 'autogenerate')
def last(context, upgrade_ops, schemas):
    upgrade_ops.ops.append(CreateView('after %d' % len(upgrade_ops.ops), 'x'))
    return PriorityDispatchResult.STOP
def never(context, upgrade_ops, schemas):
    raise AssertionError
def first(context, upgrade_ops, schemas):
    upgrade_ops.ops.append(CreateView('before %d' % len(upgrade_ops.ops), 'x'))
def table(context, modify_ops, schema, tname, conn_table, metadata_table):
    modify_ops.ops.append(CreateView('of %s %d' % (tname, len(modify_ops.ops)), 'x'))
def whole(context, upgrade_ops):
    upgrade_ops.ops.append(CreateView('whole', 'x'))
Plugin.setup_plugin_from_module(project, 'project.own')
";

const TAKES_OUT: &str = "from alembic.runtime.plugins import Plugin
class project:
    @staticmethod
    def setup(plugin):
        plugin.add_autogenerate_comparator(edit, 'schema')
def edit(context, upgrade_ops, schemas):
    upgrade_ops.ops = [o for o in upgrade_ops.ops if not isinstance(o, ops.DropTableOp)]
    for one in upgrade_ops.ops:
        if isinstance(one, ops.ModifyTableOps):
            one.ops = [o for o in one.ops if not isinstance(o, ops.DropColumnOp)]
            for op in one.ops:
                if isinstance(op, ops.AddColumnOp):
                    op.column.comment = 'c'
    upgrade_ops.ops.insert(1, CreateView('in between', 'x'))
    upgrade_ops.ops.insert(0, CreateView('at first', 'x'))
Plugin.setup_plugin_from_module(project, 'project.own')
";
const PLUGINS: &str = "autogenerate_plugins=['alembic.autogenerate.*', 'project.*']";

const PROCESS: &str = "process_revision_directives=process";

const CASES: &[Case] = &[
    asked("two of one", SPLIT, PROCESS, MODELS, DATABASE),
    asked("what they come after", FIELDS, PROCESS, MODELS, DATABASE),
    asked("everything otherwise", OTHERWISE, PROCESS, MODELS, DATABASE),
    asked("another in its place", REPLACED, PROCESS, MODELS, DATABASE),
    asked("none", "def process(context, revision, directives): directives[:] = []", PROCESS, MODELS, DATABASE),
    asked("operations of models", COPIES, PROCESS, MODELS, DATABASE),
    asked("info", INCLUDE, "include_object=include, compare_server_default=True", INFO, FOR_INFO),
    asked("functions of a naming convention", COPIES, PROCESS, CONVENTION, FOR_CONVENTION),
];

/// With [`VIEWS`] before their functions.
const COMPARATORS: &[Case] = &[
    asked("comparators of schemas", ON_SCHEMA, "", MODELS, DATABASE),
    asked("of schemas on one database, and a function after them", ON_SQLITE, PROCESS, MODELS, DATABASE),
    asked("of tables", ON_TABLES, "", MODELS, DATABASE),
    asked("of columns", ON_COLUMNS, "", MODELS, DATABASE),
    asked("a plugin", PLUGIN, PLUGINS, MODELS, DATABASE),
    asked("a plugin that nobody asks for", PLUGIN, "", MODELS, DATABASE),
    asked("what was found is changed", TAKES_OUT, PLUGINS, MODELS, DATABASE),
];

/// With which options: what every second project's env.py asks.
const OPTIONS: &str = "def process(context, revision, directives):
    from alembic import context as environment
    options = environment.config.cmd_opts
    assert options.autogenerate is True and options.rev_id == 'bbbb' and options.message is None and options.head is None, vars(options)
    assert options.splice is False and options.sql is False and options.depends_on is options.branch_label is options.version_path is None, vars(options)
    if options.autogenerate and directives[0].upgrade_ops.is_empty():
        directives[:] = []
";

#[test]
fn the_options_of_the_command() {
    let case = Case { name: "", models: "metadata = sa.MetaData()", functions: OPTIONS, options: PROCESS, sql: "" };
    for program in [alembic(), limbeck()] {
        let (code, files, stderr) = files(project(&case, "").folder.path(), &program);
        assert_eq!((code, files.len()), (Some(0), 0), "{}: {stderr}", program.display());
    }
}

/// The files that a new revision becomes, by name, and the exit code.
pub fn files(folder: &Path, program: &Path) -> (Option<i32>, BTreeMap<String, String>, String) {
    let output = Command::new(program)
        .args(["revision", "--autogenerate", "--rev-id", "bbbb"])
        .current_dir(folder)
        .env_remove("ALEMBIC_CONFIG")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder.join("migrations/versions")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != "aaaa.py" && path.is_file() {
            found.insert(name, fs::read_to_string(&path).expect("a script"));
            fs::remove_file(&path).expect("the file is there");
        }
    }
    (output.status.code(), found, String::from_utf8_lossy(&output.stderr).into_owned())
}

fn project(case: &Case, before: &str) -> Project {
    let functions = format!("{before}{}", case.functions);
    let project = Project::new(&format!("{IMPORTS}{}", case.models), &functions, case.options, case.sql);
    fs::write(project.folder.path().join("migrations/script.py.mako"), TEMPLATE).expect("the template");
    project
}

fn compare(cases: &[Case], before: &str) {
    let mut faults = Vec::new();
    for case in cases {
        let project = project(case, before);
        let folder = project.folder.path();
        let (theirs, ours) = (files(folder, &alembic()), files(folder, &limbeck()));
        let same = theirs.0 == Some(0)
            && ours.0 == Some(0)
            && theirs.1.keys().eq(ours.1.keys())
            && theirs.1.iter().all(|(name, text)| sorted(text) == sorted(&ours.1[name]));
        if !same {
            faults.push(format!("{}:\n  alembic: {theirs:#?}\n  limbeck: {ours:#?}", case.name));
        }
        let (theirs, ours) = (project.check(&alembic()), project.check(&limbeck()));
        // Alembic's `check` looks at the last of several, and fails when the function leaves none.
        let looks = ours.code == Some(255) && case.functions == FIELDS;
        if theirs.code != Some(1) && theirs.code != ours.code && !looks {
            faults.push(format!("{}: check\n{theirs:#?}\n{ours:#?}", case.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn revisions_are_what_the_function_makes_of_them() {
    compare(CASES, "");
}

#[test]
fn comparators_of_the_project_are_called() {
    compare(COMPARATORS, VIEWS);
}

/// The message of a revision that must not be written.
fn refused(functions: &'static str, options: &'static str) -> (BTreeMap<String, String>, String) {
    let case = Case { name: "", models: MODELS, functions, options, sql: DATABASE };
    let (code, files, stderr) = files(project(&case, "").folder.path(), &limbeck());
    assert_eq!(code, Some(255), "{stderr}");
    (files, stderr)
}

#[test]
fn the_second_of_two_cannot_be_written() {
    let functions = "from alembic.operations import ops
def process(context, revision, directives):
    directives.append(ops.MigrationScript('cccc', ops.UpgradeOps([]), ops.DowngradeOps([]), head='aaaa'))
";
    let (files, message) = refused(functions, PROCESS);
    assert!(message.contains("Revision aaaa is not a head revision"), "{message}");
    assert_eq!(files.keys().collect::<Vec<_>>(), ["bbbb_.py"], "as in Alembic, the first stays");
}

#[test]
fn comparisons_of_alembics_own_are_not_stopped() {
    let functions = "from alembic.autogenerate import comparators
from alembic.util import PriorityDispatchResult
@comparators.dispatch_for('schema', subgroup='tables')
def mine(context, upgrade_ops, schemas):
    return PriorityDispatchResult.STOP
";
    let (files, message) = refused(functions, "");
    assert!(message.contains("comparator mine() (") && message.contains("env.py:"), "{message}");
    assert!(files.is_empty());
}

/// Differences that Alembic does not look for are operations as well, and come back as they went.
#[test]
fn operations_that_only_limbeck_finds() {
    const MODELS: &str = "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True), Column('b', Integer, primary_key=True, autoincrement=False), Column('n', Integer),
      Column('kind', postgresql.ENUM('a', 'b', 'c', name='kind')), sa.CheckConstraint('n > 1', name='ck_n'), postgresql.ExcludeConstraint(('n', '='), name='ex_n', using='btree'))
Table('u', metadata, Column('id', Integer, primary_key=True), Column('kind', postgresql.ENUM('b', 'a', name='other')))
";
    const DATABASE: &str = "CREATE TYPE kind AS ENUM ('a', 'b'); CREATE TYPE other AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id INTEGER NOT NULL, b INTEGER NOT NULL, n INTEGER, kind kind, CONSTRAINT t_pkey PRIMARY KEY (id), CONSTRAINT ck_n CHECK (n > 0), CONSTRAINT ex_old EXCLUDE USING btree (b WITH =));
CREATE TABLE u (id SERIAL PRIMARY KEY, kind other);";
    let function = "def process(context, revision, directives):
    script = directives[0]
    kinds = [d[0] for d in script.upgrade_ops.as_diffs() + script.downgrade_ops.as_diffs() if isinstance(d, tuple)]
    assert {'add_constraint', 'remove_constraint', 'execute'} <= set(kinds), kinds
    def walk(ops):
        for op in ops:
            if hasattr(op, 'ops'):
                walk(op.ops)
            elif type(op).__name__ in ('DropConstraintOp', 'CreateExcludeConstraintOp', 'CreatePrimaryKeyOp'):
                assert type(op.reverse().reverse()) is type(op), op
    walk(script.upgrade_ops.ops)
    walk(script.downgrade_ops.ops)
";
    let code = |functions: &str, options: &str| {
        let database = limbeck_testkit::postgres::Server::shared().database();
        database.psql(&format!("{}\n{DATABASE}", crate::STAMP));
        let url = database.url().replace("postgresql://", "postgresql+psycopg2://");
        let models = format!("{IMPORTS}{MODELS}");
        Project::without_database(&models, functions, options, &url).code(&limbeck())
    };
    let plain = code("", "");
    let words = ["create_primary_key", "create_exclude_constraint", "create_check_constraint", "ALTER TYPE"];
    assert!(words.iter().all(|word| plain.contains(word)), "{plain}");
    assert_eq!(code(function, PROCESS), plain);
}
