//! `sqlalchemy.inspect()` in env.py and in a version script: both tools print what it says of databases with the same content.

use std::fs;
use std::path::Path;
use std::process::Command;

use limbeck_testkit::{mariadb, oracle, postgres};

const ASK: &str = include_str!("ask.py");
const SQLITE: &str = include_str!("sqlite.sql");
const MARIADB: &str = include_str!("mariadb.sql");
/// What the dialect's own reflection is tried on.
const POSTGRESQL: &str = include_str!("../../../limbeck-dialect/tests/postgresql_reflect/schema.sql");

const INI: &str = "[alembic]
script_location = %(here)s/migrations
prepend_sys_path = .
";

const ENV: &str = "from alembic import context
from sqlalchemy import create_engine
import ask
engine = create_engine('URL')
print('an engine')
ask.most_used(engine, 'indexed', 'c', 'ix_plain')
with engine.connect() as connection:
    print('a connection')
    ask.most_used(connection, 'indexed', 'c', 'ix_plain')
    connection.rollback()
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
";

const REVISION: &str = "from alembic import op
import sqlalchemy as sa
import ask
revision = 'aaaa'
down_revision = None
def upgrade():
    bind = op.get_bind()
    op.execute('CREATE TEMPORARY TABLE passing (id INTEGER, n VARCHAR(3))')
    op.create_table('fresh', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('name', sa.String(20), server_default='x'))
    print('tables of this transaction', sa.inspect(bind).has_table('fresh'), bind.dialect.has_table(bind, 'fresh'))
    ask.everything(bind, SCHEMAS, LEAVE_OUT)
    op.drop_table('fresh')
    print('and without it', sa.inspect(bind).has_table('fresh'), bind.dialect.has_table(bind, 'fresh'))
def downgrade(): pass
";

/// What `upgrade head` prints.
fn said(program: &Path, url: &str, schemas: &str, leave_out: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect(name);
    fs::create_dir_all(folder.path().join("migrations/versions")).expect("folders");
    write("alembic.ini", INI);
    write("ask.py", ASK);
    write("migrations/env.py", &ENV.replace("URL", url));
    write("migrations/versions/aaaa.py", &REVISION.replace("LEAVE_OUT", leave_out).replace("SCHEMAS", schemas));
    let output = Command::new(program)
        .args(["upgrade", "head"])
        .current_dir(folder.path())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env_remove("ALEMBIC_CONFIG")
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let stdout = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{}: {}\n{stdout}", program.display(), String::from_utf8_lossy(&output.stderr));
    stdout
}

#[track_caller]
fn assert_same(theirs: &str, ours: &str) {
    let theirs: Vec<&str> = theirs.lines().collect();
    let ours: Vec<&str> = ours.lines().collect();
    let differ = theirs.iter().zip(&ours).filter(|(theirs, ours)| theirs != ours);
    let shown: Vec<String> = differ.take(20).map(|(a, b)| format!("Alembic: {a}\nlimbeck: {b}\n")).collect();
    assert!(
        shown.is_empty() && theirs.len() == ours.len(),
        "{} and {} lines\n{}",
        theirs.len(),
        ours.len(),
        shown.join("\n")
    );
    assert!(theirs.len() > 100, "only {} lines: nothing was asked", theirs.len());
}

#[test]
fn postgresql() {
    let server = postgres::Server::shared();
    // A foreign key to a partitioned table is one key for limbeck; SQLAlchemy lists those of the partitions as well. And it loses what
    // stands before `nextval(` when it adds the schema that was asked for.
    let leave_out = "[(None, 'refers_parted', 'foreign_keys'), ('public', 'refers_parted', 'foreign_keys'), \
                     ('public', 'sequences', 'columns')]";
    let schemas = "[None, 'public', 'other', 'Odd schema %']";
    let [theirs, ours] = [oracle::alembic(), env!("CARGO_BIN_EXE_limbeck").into()].map(|program| {
        let database = server.database();
        database.psql(POSTGRESQL);
        let url = database.url().replace("postgresql://", "postgresql+psycopg2://");
        said(&program, &url, schemas, leave_out)
    });
    assert_same(&theirs, &ours);
}

#[test]
fn sqlite() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let [theirs, ours] =
        [("a", oracle::alembic()), ("b", env!("CARGO_BIN_EXE_limbeck").into())].map(|(name, program)| {
            let file = folder.path().join(name);
            rusqlite::Connection::open(&file).expect("a database").execute_batch(SQLITE).expect("its content");
            said(&program, &format!("sqlite:///{}", file.display()), "[None, 'main']", "[]")
        });
    assert_same(&theirs, &ours);
}

#[test]
fn mariadb() {
    let server = mariadb::Server::shared();
    // How a table is partitioned is not read here.
    let leave_out = "[(s, 'parted', 'table_options') for s in SCHEMAS]";
    for driver in ["mysql", "mariadb"] {
        let database = server.database();
        let [theirs, ours] = [oracle::alembic(), env!("CARGO_BIN_EXE_limbeck").into()].map(|program| {
            let name = database.name();
            database.sql(&format!("DROP DATABASE {name}; CREATE DATABASE {name}; USE {name}; {MARIADB}"));
            let schemas = format!("[None, '{name}']");
            said(&program, &database.url().replace("mysql+", &format!("{driver}+")), &schemas, leave_out)
        });
        assert_same(&theirs, &ours);
    }
}
