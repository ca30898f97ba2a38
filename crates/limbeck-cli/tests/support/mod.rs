//! Small projects in temporary folders, and limbeck run on them.

// Each test program uses a part of this.
#![allow(dead_code)]

pub mod process;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use limbeck_testkit::mariadb;
use limbeck_testkit::postgres::{Database, Server};
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

/// An env.py that is understood without running it.
pub const STOCK_ENV: &str = include_str!("../transcripts/base/migrations/env.py");

/// The template that every project has.
pub const TEMPLATE: &str = include_str!("../transcripts/base/migrations/script.py.mako");

/// alembic.ini for `app.db` beside it. Log lines go to standard error as `LEVEL logger: message`.
pub const INI: &str = "\
[alembic]
script_location = %(here)s/migrations
sqlalchemy.url = sqlite:///app.db

[loggers]
keys = root,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)s [%(name)s] %(message)s
";

/// What a command did.
#[derive(Debug)]
pub struct Outcome {
    /// The exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Standard output, the project's folder written as `PROJECT`.
    pub stdout: String,
    /// Standard error, likewise.
    pub stderr: String,
}

/// A project in a temporary folder.
pub struct Project {
    folder: TempDir,
    server: Option<Database<'static>>,
    mariadb: Option<mariadb::Database<'static>>,
}

impl Project {
    /// alembic.ini, a stock env.py, a template, and no revision.
    pub fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a temporary folder"), server: None, mariadb: None };
        project.write("alembic.ini", INI);
        project.write("migrations/env.py", STOCK_ENV);
        project.write("migrations/script.py.mako", TEMPLATE);
        fs::create_dir(project.path("migrations/versions")).expect("the versions folder");
        project
    }

    /// The same on an empty database of the PostgreSQL server that all tests of the program share.
    pub fn on_postgresql() -> Self {
        let database = Server::shared().database();
        let project = Self::new();
        project.write(
            "alembic.ini",
            INI.replace("sqlite:///app.db", &database.url().replace("postgresql:", "postgresql+psycopg2:")),
        );
        Self { server: Some(database), ..project }
    }

    /// Its PostgreSQL database.
    pub fn postgresql(&self) -> &Database<'static> {
        self.server.as_ref().expect("a project on PostgreSQL")
    }

    /// The same on an empty database of the MariaDB server that all tests of the program share.
    pub fn on_mariadb() -> Self {
        let database = mariadb::Server::shared().database();
        let project = Self::new();
        project.write("alembic.ini", INI.replace("sqlite:///app.db", &database.url()));
        Self { mariadb: Some(database), ..project }
    }

    /// Its MariaDB database.
    pub fn mariadb(&self) -> &mariadb::Database<'static> {
        self.mariadb.as_ref().expect("a project on MariaDB")
    }

    /// A path in it.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, relative: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("folders");
        fs::write(&path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self
    }

    /// A version script whose functions have these bodies.
    pub fn revision(&self, id: &str, down: Option<&str>, upgrade: &str, downgrade: &str) -> &Self {
        let down = down.map_or("None".to_owned(), |down| format!("\"{down}\""));
        self.script(id, &format!("revision = \"{id}\"\ndown_revision = {down}\n"), upgrade, downgrade)
    }

    /// The same with these lines for the identifiers.
    pub fn script(&self, id: &str, identifiers: &str, upgrade: &str, downgrade: &str) -> &Self {
        let (upgrade, downgrade) = (indented(upgrade), indented(downgrade));
        let text = format!(
            "\"\"\"step {id}\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\n{identifiers}\n\n\
             def upgrade():\n{upgrade}\n\n\ndef downgrade():\n{downgrade}\n"
        );
        self.write(&format!("migrations/versions/{id}.py"), text)
    }

    /// Revisions r01, r02, ... that each make a table t01, t02, ...
    pub fn chain(&self, length: usize) -> &Self {
        for number in 1..=length {
            let down = (number > 1).then(|| format!("r{:02}", number - 1));
            self.revision(
                &format!("r{number:02}"),
                down.as_deref(),
                &format!("op.create_table(\"t{number:02}\", sa.Column(\"id\", sa.Integer, primary_key=True))"),
                &format!("op.drop_table(\"t{number:02}\")"),
            );
        }
        self
    }

    /// A command in the project's folder, with nothing of the caller's environment that limbeck reads.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_limbeck"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        command.env_remove("ALEMBIC_CONFIG").env_remove("RUST_BACKTRACE").env_remove("RUST_LOG");
        command
    }

    /// Runs limbeck.
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_command(&mut self.command(arguments))
    }

    /// Runs a command.
    pub fn run_command(&self, command: &mut Command) -> Outcome {
        let output = command.output().expect("limbeck starts");
        self.outcome(output)
    }

    /// What a finished process did.
    pub fn outcome(&self, output: std::process::Output) -> Outcome {
        Outcome { code: output.status.code(), stdout: self.text(&output.stdout), stderr: self.text(&output.stderr) }
    }

    /// Runs limbeck, which must succeed, and returns its standard output.
    #[track_caller]
    pub fn succeed(&self, arguments: &[&str]) -> String {
        let outcome = self.run(arguments);
        assert_eq!(outcome.code, Some(0), "limbeck {} failed: {outcome:#?}", arguments.join(" "));
        outcome.stdout
    }

    /// The database's file, which need not exist.
    pub fn database(&self) -> PathBuf {
        self.path("app.db")
    }

    /// The names of the database's tables, and the version rows as `=row`, sorted. Fails the test when the file is damaged.
    pub fn state(&self) -> Vec<String> {
        match (&self.server, &self.mariadb) {
            (Some(database), _) => postgresql_state(database),
            (_, Some(database)) => mariadb_state(database),
            (None, None) => state(&self.database()),
        }
    }

    /// Bytes as text, the project's folder replaced.
    pub fn text(&self, bytes: &[u8]) -> String {
        let real = self.folder.path().canonicalize().expect("the folder is there");
        String::from_utf8_lossy(bytes)
            .replace(&*real.to_string_lossy(), "PROJECT")
            .replace(&*self.folder.path().to_string_lossy(), "PROJECT")
    }
}

fn indented(body: &str) -> String {
    body.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// See [`Project::state`].
pub fn postgresql_state(database: &Database<'_>) -> Vec<String> {
    let tables = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";
    let mut found: Vec<String> = database.psql(tables).lines().map(str::to_owned).collect();
    if found.iter().any(|name| name == "alembic_version") {
        let rows = database.psql("SELECT '=' || version_num FROM alembic_version");
        found.extend(rows.lines().map(str::to_owned));
    }
    found.sort();
    found
}

/// See [`Project::state`].
pub fn mariadb_state(database: &mariadb::Database<'_>) -> Vec<String> {
    let mut found: Vec<String> = database.sql("SHOW TABLES").lines().map(str::to_owned).collect();
    if found.iter().any(|name| name == "alembic_version") {
        let rows = database.sql("SELECT CONCAT('=', version_num) FROM alembic_version");
        found.extend(rows.lines().map(str::to_owned));
    }
    found.sort();
    found
}

/// See [`Project::state`].
pub fn state(file: &Path) -> Vec<String> {
    if !file.exists() {
        return Vec::new();
    }
    // Not read-only: a journal that a killed process left behind is played back by whoever opens the file next.
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).expect("the database opens");
    assert_eq!(column(&connection, "PRAGMA integrity_check"), ["ok"]);
    let mut found = column(&connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
    if found.iter().any(|name| name == "alembic_version") {
        found.extend(column(&connection, "SELECT '=' || version_num FROM alembic_version"));
    }
    found.sort();
    found
}

/// The first column of a query, as text.
pub fn column(connection: &Connection, sql: &str) -> Vec<String> {
    let read =
        || -> rusqlite::Result<Vec<String>> { connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect() };
    read().unwrap_or_else(|error| panic!("{sql}: {error}"))
}
