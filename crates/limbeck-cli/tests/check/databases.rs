//! Several databases: the env.py of `alembic init -t multidb`, with models, beside Alembic's. One script comes of it, and goes up and down on both.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use limbeck_testkit::oracle::alembic;
use limbeck_testkit::postgres::Server;

use crate::directives::files;
use crate::{IMPORTS, limbeck, sorted};

const ENV: &str = "from alembic import context
from sqlalchemy import engine_from_config
import models
config = context.config
FUNCTIONS
def run():
    engines = {}
    for name in config.get_main_option('databases').split(', '):
        engines[name] = rec = {'engine': engine_from_config(config.get_section(name), prefix='sqlalchemy.')}
        rec['connection'] = conn = rec['engine'].connect()
        rec['transaction'] = conn.begin()
    try:
        for name, rec in engines.items():
            context.configure(connection=rec['connection'], upgrade_token='%s_upgrades' % name, downgrade_token='%s_downgrades' % name,
                              target_metadata=models.target_metadata[name], OPTIONS)
            context.run_migrations(engine_name=name)
        for rec in engines.values():
            rec['transaction'].commit()
    except:
        for rec in engines.values():
            rec['transaction'].rollback()
        raise
    finally:
        for rec in engines.values():
            rec['connection'].close()
run()
";

const TEMPLATE: &str = "\"\"\"${message}\"\"\"
<%!
import re
%>
from alembic import op
import sqlalchemy as sa
${imports if imports else ''}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
def upgrade(engine_name):
    globals()['upgrade_%s' % engine_name]()
def downgrade(engine_name):
    globals()['downgrade_%s' % engine_name]()
<% db_names = config.get_main_option('databases') %>
% for db_name in re.split(r',\\s*', db_names):
def upgrade_${db_name}():
    ${context.get('%s_upgrades' % db_name, 'pass')}
def downgrade_${db_name}():
    ${context.get('%s_downgrades' % db_name, 'pass')}
% endfor
";

const MODELS: &str = "one, two, three = sa.MetaData(), sa.MetaData(), sa.MetaData()
Table('a', one, Column('id', Integer, primary_key=True), Column('x', String(5)), sa.UniqueConstraint('x', name='uq_x'))
Table('b', two, Column('id', Integer, primary_key=True), Column('t', sa.Text, server_default='q'), Column('y', Integer, index=True), Column('j', sa.JSON))
Table('c', three, Column('id', Integer, primary_key=True), Column('m', sa.Numeric(3, 1)))
target_metadata = {'one': one, 'two': two, 'three': three}
";

const OPS: &str = "from alembic.autogenerate import rewriter
from alembic.operations import ops
import sqlalchemy as sa
";

struct Several {
    folder: tempfile::TempDir,
    /// The second is on a server.
    database: limbeck_testkit::postgres::Database<'static>,
}

impl Several {
    fn new(functions: &str, options: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = Server::shared().database();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect(name);
        fs::create_dir_all(folder.path().join("migrations/versions")).expect("folders");
        let url = database.url().replace("postgresql://", "postgresql+psycopg2://").replace('%', "%%");
        let ini = format!(
            "[alembic]\nscript_location = %(here)s/migrations\nprepend_sys_path = .\ndatabases = one, two, three\n[one]\nsqlalchemy.url = \
             sqlite:///one.db\n[two]\nsqlalchemy.url = {url}\n[three]\nsqlalchemy.url = sqlite:///three.db\n"
        );
        write("alembic.ini", &ini);
        write("models.py", &format!("{IMPORTS}{MODELS}"));
        let env = ENV.replace("FUNCTIONS", &format!("{OPS}{functions}")).replace("OPTIONS", options);
        write("migrations/env.py", &env);
        write("migrations/script.py.mako", TEMPLATE);
        database.psql("CREATE TABLE b (id SERIAL PRIMARY KEY)");
        let sql = "CREATE TABLE c (id INTEGER NOT NULL PRIMARY KEY, m NUMERIC(3, 1))";
        let third = rusqlite::Connection::open(folder.path().join("three.db")).expect("a database");
        third.execute_batch(sql).expect("a table");
        Several { folder, database }
    }

    fn run(&self, program: &Path, arguments: &[&str]) -> Output {
        Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("ALEMBIC_CONFIG")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .output()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()))
    }

    fn runs(&self, program: &Path, arguments: &[&str]) {
        let output = self.run(program, arguments);
        assert!(output.status.success(), "{} {arguments:?}: {output:#?}", program.display());
    }

    /// The script that both write, or none.
    fn same(&self, name: &str) -> Option<String> {
        let theirs = files(self.folder.path(), &alembic());
        let ours = files(self.folder.path(), &limbeck());
        assert_eq!((theirs.0, ours.0), (Some(0), Some(0)), "{name}: {theirs:#?} {ours:#?}");
        let lines = |text: Option<&String>| sorted(text.map_or("", String::as_str)).join("\n");
        let ends = |found: &std::collections::BTreeMap<String, String>| found.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ends(&theirs.1), ends(&ours.1), "{name}");
        for file in theirs.1.keys() {
            assert_eq!(lines(ours.1.get(file)), lines(theirs.1.get(file)), "{name}: {file}");
        }
        ours.1.into_values().next()
    }
}

#[test]
fn one_script_goes_up_and_down_on_both() {
    let project = Several::new("", "");
    let script = project.same("plain").expect("a script");
    fs::write(project.folder.path().join("migrations/versions/bbbb_.py"), script).expect("the script");
    for (up, down) in [(limbeck(), alembic()), (alembic(), limbeck())] {
        project.runs(&up, &["upgrade", "head"]);
        project.runs(&alembic(), &["check"]);
        project.runs(&limbeck(), &["check"]);
        let columns = "SELECT count(*) FROM information_schema.columns WHERE table_name = 'b'";
        assert_eq!(project.database.psql(columns).trim(), "4");
        project.runs(&down, &["downgrade", "base"]);
        assert_eq!(project.database.psql(columns).trim(), "1");
    }
}

#[test]
fn check_names_what_each_database_lacks() {
    let project = Several::new("", "");
    project.runs(&limbeck(), &["stamp", "head"]);
    let output = project.run(&limbeck(), &["check"]);
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(255), "{message}");
    assert!(message.contains("added table 'a'") && message.contains("added column 'b.y'"), "{message}");
}

const HOOKS: &[(&str, &str, &str)] = &[
    (
        "operations of each database, when the last is there",
        "def process(context, revision, directives):
    script = directives[0]
    assert len(script.upgrade_ops_list) == len(script.downgrade_ops_list)
    assert script.upgrade_ops_list[-1].upgrade_token.endswith('_upgrades')
    if len(script.upgrade_ops_list) < 3:
        return
    first, second, third = script.upgrade_ops_list
    first.ops[0].columns[1].type = sa.String(77)
    second.ops.insert(0, ops.ExecuteSQLOp('select 2'))
    third.ops[:] = [ops.ExecuteSQLOp('select 3')]
    script.downgrade_ops_list[0].ops = []
    script.message = 'at last'
    try:
        script.upgrade_ops
    except ValueError:
        script.imports.add('import json')
",
        "process_revision_directives=process",
    ),
    (
        "a rewriter",
        "writer = rewriter.Rewriter()
@writer.rewrites(ops.CreateTableOp)
def create(context, revision, op):
    op.columns.insert(1, sa.Column('added', sa.Integer))
    return op
@writer.rewrites(ops.AddColumnOp)
def add(context, revision, op):
    return [op, ops.ExecuteSQLOp('update %s' % op.column.name)]
@writer.rewrites(ops.CreateIndexOp)
def index(context, revision, op):
    return []
",
        "process_revision_directives=writer",
    ),
    (
        "only the second has a function, which changes the first",
        "def process(context, revision, directives):
    script = directives[0]
    assert len(script.upgrade_ops_list) == 2
    script.upgrade_ops_list[0].ops[:] = []
",
        "process_revision_directives=process if name == 'two' else None",
    ),
    (
        "nothing for nobody",
        "def process(context, revision, directives):
    script = directives[0]
    if len(script.upgrade_ops_list) == 3 and all(c.is_empty() for c in script.upgrade_ops_list):
        directives[:] = []
",
        "process_revision_directives=process, include_object=lambda *a: False",
    ),
    (
        "a second script",
        "def process(context, revision, directives):
    script = directives[0]
    if len(script.upgrade_ops_list) == 3:
        ups = [ops.UpgradeOps(c.ops, upgrade_token=c.upgrade_token) for c in script.upgrade_ops_list]
        downs = [ops.DowngradeOps(c.ops, downgrade_token=c.downgrade_token) for c in script.downgrade_ops_list]
        directives.append(ops.MigrationScript('cccc', ups, downs, message='more'))
        for container in script.upgrade_ops_list + script.downgrade_ops_list:
            container.ops = []
",
        "process_revision_directives=process",
    ),
    (
        "comparators of the project's own",
        "from alembic.autogenerate import comparators, renderers
class Note(ops.MigrateOperation):
    def __init__(self, text):
        self.text = text
    def reverse(self):
        return Note('not ' + self.text)
@renderers.dispatch_for(Note)
def render(context, op):
    return 'note(%r)' % op.text
@comparators.dispatch_for('schema')
def compare(context, upgrade_ops, schemas):
    upgrade_ops.ops.append(Note(context.dialect.name + ' ' + upgrade_ops.upgrade_token))
",
        "",
    ),
];

#[test]
fn functions_see_all_databases() {
    for (name, functions, options) in HOOKS {
        let script = Several::new(functions, options).same(name);
        assert_eq!(script.is_none(), *name == "nothing for nobody", "{name}");
    }
}

#[test]
fn a_function_that_takes_the_script_away_for_the_first() {
    // Alembic ends with an IndexError at the second.
    let project = Several::new(
        "def process(context, revision, directives): directives[:] = []",
        "process_revision_directives=process if name == 'one' else None",
    );
    assert_eq!(files(project.folder.path(), &alembic()).0, Some(1));
    let (code, files, _) = files(project.folder.path(), &limbeck());
    assert_eq!((code, files.len()), (Some(0), 0));
}
