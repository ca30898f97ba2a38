//! Runs that are killed at every single statement of a rebuild.
//!
//! No help from limbeck is needed: SQLAlchemy's logger is asked for every statement, and each log line is made longer than a pipe
//! holds. So limbeck waits at each statement until somebody reads on, and who does not read on has it where it is.

use std::io::Read;
use std::process::Stdio;

use crate::case::{self, Case};
use crate::support::{INI, Project, column};

/// More than a pipe holds.
const LONG: usize = 200_000;
const NAME: &str = "[sqlalchemy.engine.Engine] ";

/// Many pages are changed before the rebuild begins, and the cache holds few: the file on disk is changed while the run goes on, and
/// whoever opens it after the kill has to take that back.
const SMALL_CACHE: &str = "connection.exec_driver_sql(\"PRAGMA cache_size = 4\")";
const MANY_PAGES: &str = "op.execute(\"CREATE TABLE bulk AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) \
                          SELECT i, zeroblob(1000) AS filler FROM n\")";

fn project(case: &Case, environment: usize) -> Project {
    let project = case.project(environment, true, SMALL_CACHE, MANY_PAGES);
    let ini = INI
        .replace("keys = root,alembic", "keys = root,alembic,engine")
        .replace(
            "[logger_alembic]",
            "[logger_engine]\nlevel = INFO\nhandlers =\nqualname = sqlalchemy.engine\n\n[logger_alembic]",
        )
        .replace(
            "format = %(levelname)s [%(name)s] %(message)s",
            &format!("format = [%(name)s] %(message)s{}", ".".repeat(LONG)),
        );
    assert!(ini.contains("sqlalchemy.engine") && ini.len() > LONG);
    project.write("alembic.ini", ini);
    project
}

/// Lets a run go on to its statement `number`, from 1, and kills it there. The statement, or `None` when the run ended before.
fn kill_at(project: &Project, arguments: &[&str], number: usize) -> Option<String> {
    let mut command = project.command(arguments);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("limbeck starts");
    let mut pipe = child.stderr.take().expect("a pipe");
    let (mut seen, mut count, mut buffer) = (Vec::new(), 0, [0; 4096]);
    let statement = loop {
        let length = pipe.read(&mut buffer).expect("a log");
        if length == 0 {
            break None;
        }
        seen.extend_from_slice(&buffer[..length]);
        // Only what may be the beginning of the next line is of interest.
        let text = String::from_utf8_lossy(&seen).into_owned();
        if let Some(at) = text.find(NAME).filter(|at| text[*at..].contains("....")) {
            count += 1;
            let rest = &text[at + NAME.len()..];
            let statement = rest.split("....").next().unwrap_or(rest).to_owned();
            if count == number {
                break Some(statement);
            }
            seen.clear();
        } else if text.ends_with("....") {
            seen.clear();
        }
    };
    child.kill().expect("SIGKILL");
    let status = child.wait().expect("its end");
    assert_eq!(status.code().is_some(), statement.is_none(), "it waits at the statement: {status:?} {statement:?}");
    statement
}

/// The case at the end of a run or at its beginning, by the version row.
fn wrong(case: &Case, project: &Project, when: &str) -> bool {
    let done = project.state().contains(&"=r01".to_owned());
    let found = case.wrong(project, &["always", if done { "after" } else { "before" }]);
    assert!(found.is_empty(), "{}, {when}: {}", case.name, found.join("\n"));
    let connection = rusqlite::Connection::open(project.database()).expect("the database");
    let bulk = column(&connection, "SELECT name FROM sqlite_master WHERE name = 'bulk'");
    assert_eq!(bulk.len(), usize::from(done), "{}, {when}", case.name);
    done
}

fn sweep(name: &str, environment: usize, statements: &[&str]) {
    let cases = case::all();
    let case = cases.iter().find(|case| case.name == name).expect("the case");
    let mut seen = Vec::new();
    for number in 1.. {
        let project = project(case, environment);
        let Some(statement) = kill_at(&project, &["upgrade", "head"], number) else { break };
        let when = format!("killed at statement {number}, {statement}");
        // The database has been changed on disk by then, and whoever opens it next has something to take back.
        let rebuilds = REBUILD.iter().any(|part| *part != "COMMIT" && statement.starts_with(part));
        assert!(!rebuilds || project.path("app.db-journal").exists(), "{name}, {when}: no journal");
        let row = seen.iter().position(|statement: &String| statement.starts_with("INSERT INTO alembic_version"));
        let committed = row.is_some_and(|at| seen[at..].iter().any(|statement| statement == "COMMIT"));
        assert_eq!(wrong(case, &project, &when), committed, "{name}, {when}");
        // What remains is gone through again; nothing of the killed run is in the way.
        project.write("alembic.ini", INI).succeed(&["upgrade", "head"]);
        assert!(wrong(case, &project, &format!("rerun after being {when}")));
        assert!(!project.path("app.db-limbeck").exists(), "{name}, {when}: the lock's file is left");
        seen.push(statement);
    }
    let has = |part: &&&str| seen.iter().any(|statement| statement.starts_with(**part));
    let missed: Vec<_> = statements.iter().filter(|part| !has(part)).collect();
    assert!(missed.is_empty(), "{name}: never killed at {missed:?}, only at {seen:#?}");
}

/// The statements that every rebuild has.
const REBUILD: [&str; 7] = [
    "PRAGMA legacy_alter_table = ON",
    "CREATE TABLE _alembic_tmp_parent",
    "INSERT INTO _alembic_tmp_parent",
    "DROP TABLE parent",
    "ALTER TABLE _alembic_tmp_parent RENAME TO parent",
    "PRAGMA legacy_alter_table = OFF",
    "COMMIT",
];

#[test]
fn with_triggers_and_env_py_read() {
    sweep(
        "trigger",
        0,
        &[REBUILD.as_slice(), &["CREATE TRIGGER parent_renamed", "CREATE TRIGGER \"no bad rank\""]].concat(),
    );
}

#[test]
fn with_children_and_env_py_run() {
    sweep("children_cascade", 1, &[REBUILD.as_slice(), &["INSERT INTO alembic_version"]].concat());
}

#[test]
fn with_a_counter() {
    sweep(
        "autoincrement",
        0,
        &[REBUILD.as_slice(), &["DELETE FROM sqlite_sequence", "INSERT INTO sqlite_sequence"]].concat(),
    );
}

#[test]
fn with_references_to_itself_and_a_renamed_key() {
    sweep("self_reference", 0, &[REBUILD.as_slice(), &["ALTER TABLE parent RENAME COLUMN id"]].concat());
}

#[test]
fn with_indexes_and_dropped_columns() {
    sweep("drop_indexed_column", 1, &[REBUILD.as_slice(), &["CREATE INDEX by_rank"]].concat());
}
