//! Runs that are stopped or killed at many points: the file is whole, at a revision boundary, and the next run finishes the work.

#![cfg(unix)]

mod support;

use std::os::unix::process::ExitStatusExt;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use support::process::Running;
use support::{Project, column};

const INTERRUPTED: i32 = 130;
const SIGKILL: i32 = 9;
/// Longer than any machine needs; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Rows in the table that is rebuilt, and in its child.
const ROWS: usize = 3_000;

/// Counts up without an end.
const ENDLESS: &str =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) INSERT INTO half SELECT max(i) FROM n";

/// Twelve revisions, static and run, with batch rebuilds of a parent table that has children, and with data.
fn long_project() -> Project {
    let project = Project::new();
    project.revision(
        "r01",
        None,
        "op.create_table(\"parents\", sa.Column(\"id\", sa.Integer, primary_key=True), sa.Column(\"name\", sa.String(20)))\n\
         op.create_table(\n    \"children\",\n    sa.Column(\"id\", sa.Integer, primary_key=True),\n\
             \x20   sa.Column(\"parent\", sa.Integer, sa.ForeignKey(\"parents.id\", ondelete=\"CASCADE\")),\n)",
        "pass",
    );
    let fill = |table: &str, column: &str, value: &str| {
        format!(
            "op.execute(\"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS}) \
             INSERT INTO {table} (id, {column}) SELECT i, {value} FROM n\")"
        )
    };
    let fills = format!("{}\n{}", fill("parents", "name", "'name ' || i"), fill("children", "parent", "i"));
    project.revision("r02", Some("r01"), &fills, "pass");
    for number in 3..=12 {
        let body = match number % 3 {
            0 => format!(
                "with op.batch_alter_table(\"parents\") as batch_op:\n    \
                 batch_op.add_column(sa.Column(\"c{number:02}\", sa.Integer, server_default=\"{number}\", nullable=False))\n    \
                 batch_op.alter_column(\"name\", type_=sa.String({}))\n",
                20 + number
            ),
            1 => format!(
                "op.add_column(\"parents\", sa.Column(\"c{number:02}\", sa.Integer))\n\
                 bind = op.get_bind()\n\
                 for (i,) in bind.execute(sa.text(\"SELECT id FROM parents WHERE id <= 200\")).fetchall():\n    \
                 bind.execute(sa.text(\"UPDATE parents SET c{number:02} = :v WHERE id = :i\"), {{\"v\": i * 2, \"i\": i}})\n"
            ),
            _ => format!(
                "op.add_column(\"parents\", sa.Column(\"c{number:02}\", sa.Text))\nop.execute(\"UPDATE parents SET c{number:02} = name\")\n\
                 op.create_index(\"ix_c{number:02}\", \"parents\", [\"c{number:02}\"])"
            ),
        };
        project.revision(&format!("r{number:02}"), Some(&format!("r{:02}", number - 1)), &body, "pass");
    }
    project
}

/// The number of the revision that the version row names, after checking that the rest of the file is exactly at it.
fn boundary(project: &Project, when: &str) -> usize {
    let state = project.state();
    if state.is_empty() || state == ["alembic_version"] {
        return 0;
    }
    let connection = Connection::open(project.database()).expect("the database");
    let rows = column(&connection, "SELECT version_num FROM alembic_version");
    let [row] = rows.as_slice() else { panic!("{when}: rows {rows:?}") };
    let at: usize = row[1..].parse().expect("a number");
    assert_eq!(state, [format!("={row}").as_str(), "alembic_version", "children", "parents"], "{when}");

    let columns = column(&connection, "SELECT name FROM pragma_table_info('parents') ORDER BY cid");
    let expected: Vec<String> =
        ["id".to_owned(), "name".to_owned()].into_iter().chain((3..=at).map(|n| format!("c{n:02}"))).collect();
    assert_eq!(columns, expected, "{when}: at {row}");
    let number = |sql: &str| {
        column(&connection, &format!("SELECT CAST(({sql}) AS TEXT)"))[0].parse::<usize>().expect("a number")
    };
    let rows = if at >= 2 { ROWS } else { 0 };
    assert_eq!(number("SELECT count(*) FROM parents"), rows, "{when}: at {row}");
    assert_eq!(
        number("SELECT count(*) FROM children JOIN parents ON parents.id = children.parent"),
        rows,
        "{when}: at {row}"
    );
    for n in 3..=at {
        let (sql, filled) = match n % 3 {
            0 => (format!("SELECT count(*) FROM parents WHERE c{n:02} = {n}"), ROWS),
            1 => (format!("SELECT count(*) FROM parents WHERE c{n:02} = id * 2"), 200),
            _ => (format!("SELECT count(*) FROM parents WHERE c{n:02} = name"), ROWS),
        };
        assert_eq!(number(&sql), filled, "{when}: at {row}, c{n:02}");
    }
    let size = column(&connection, "SELECT type FROM pragma_table_info('parents') WHERE name = 'name'");
    assert_eq!(size, [format!("VARCHAR({})", if at >= 3 { 20 + at / 3 * 3 } else { 20 })], "{when}: at {row}");
    assert_eq!(column(&connection, "SELECT \"table\" FROM pragma_foreign_key_check"), Vec::<String>::new(), "{when}");
    at
}

/// Stops runs of the long project after ever longer times, until one gets through by itself. Then does the same in finer steps
/// where that was too coarse for `points` points.
fn sweep(signal: &str, points: usize) {
    let whole = {
        let project = long_project();
        let started = Instant::now();
        project.succeed(&["upgrade", "head"]);
        assert_eq!(boundary(&project, "uninterrupted"), 12);
        started.elapsed()
    };
    let mut reached = Vec::new();
    for point in 0..points {
        let project = long_project();
        let mut running = Running::start(&project, &["upgrade", "head"]);
        // Not for synchronisation: when the signal comes is what is varied.
        std::thread::sleep(whole.mul_f64(point as f64 / points as f64));
        running.signal(signal);
        let (status, stderr) = running.end();
        let when = format!("{signal} at point {point} of {points}, status {status:?}, {stderr}");
        match status.code() {
            Some(0) => assert!(!stderr.contains("interrupted"), "{when}"),
            Some(INTERRUPTED) => assert!(signal != "KILL" && stderr.contains("interrupted"), "{when}"),
            Some(other) => panic!("exit code {other}: {when}"),
            // Before its handler is there, a signal just ends the process.
            None => assert!(status.signal() == Some(SIGKILL) || !stderr.contains("Context impl"), "{when}"),
        }
        let at = boundary(&project, &when);
        if status.code() == Some(INTERRUPTED) {
            assert!(!project.path("app.db-journal").exists(), "a journal is left: {when}");
            assert!(!project.path("app.db-limbeck").exists(), "the lock's file is left: {when}");
        }
        project.succeed(&["upgrade", "head"]);
        assert_eq!(boundary(&project, &format!("after the rerun; {when}")), 12);
        assert!(!project.path("app.db-limbeck").exists(), "the lock's file is left after the rerun: {when}");
        reached.push(at);
    }
    reached.sort_unstable();
    reached.dedup();
    assert!(reached.len() >= 3, "{signal}: the points were all at the same revision: {reached:?}");
}

#[test]
fn sigint_at_many_points() {
    sweep("INT", 25);
}

#[test]
fn sigterm_at_many_points() {
    sweep("TERM", 10);
}

#[test]
fn sigkill_at_many_points() {
    sweep("KILL", 25);
}

/// Stops the run just after each line of its log: deterministic points, one for each revision.
#[test]
fn signals_after_each_line_of_the_log() {
    for signal in ["INT", "KILL"] {
        for number in 1..=12 {
            let project = long_project();
            let mut running = Running::start(&project, &["upgrade", "head"]);
            running.until(&format!("-> r{number:02}")).signal(signal);
            let (status, stderr) = running.end();
            let when = format!("{signal} after the line of r{number:02}, status {status:?}, {stderr}");
            let at = boundary(&project, &when);
            assert!(at + 1 >= number, "{when}: at {at}");
            project.succeed(&["upgrade", "head"]);
            assert_eq!(boundary(&project, &when), 12);
        }
    }
}

/// A second revision that never ends by itself.
fn endless(body: &str) -> Project {
    let project = Project::new();
    project.chain(1);
    project.revision("r02", Some("r01"), &format!("op.execute(\"CREATE TABLE half (id INTEGER)\")\n{body}"), "pass");
    project
}

/// The ways in which a script can take its time, and whether the first signal is enough.
fn endless_bodies() -> [(&'static str, String); 5] {
    [
        ("a statement", format!("op.execute(\"{ENDLESS}\")")),
        ("a statement of a script that must be run", format!("op.get_bind().execute(sa.text(\"{ENDLESS}\"))")),
        ("a sleep", "import time\ntime.sleep(1000)".into()),
        ("a loop", "while True:\n    pass".into()),
        ("many small statements", "while True:\n    op.execute(\"INSERT INTO half VALUES (1)\")".into()),
    ]
}

#[test]
fn a_first_signal_rolls_back_and_says_so() {
    for (what, body) in endless_bodies() {
        for signal in ["INT", "TERM"] {
            let project = endless(&body);
            let mut running = Running::start(&project, &["upgrade", "head"]);
            running.until("r01 -> r02").signal(signal);
            let (status, stderr) = running.end();
            assert_eq!(status.code(), Some(INTERRUPTED), "{what}, {signal}: {status:?} {stderr}");
            assert!(stderr.contains("interrupted: what was not committed is rolled back"), "{what}: {stderr}");
            assert!(!stderr.contains("Traceback"), "{what}: {stderr}");
            assert_eq!(project.state(), ["=r01", "alembic_version", "t01"], "{what}, {signal}");
            project.revision("r02", Some("r01"), "op.execute(\"CREATE TABLE whole (id INTEGER)\")", "pass");
            project.succeed(&["upgrade", "head"]);
            assert_eq!(project.state(), ["=r02", "alembic_version", "t01", "whole"], "{what}, {signal}");
        }
    }
}

/// `except BaseException` swallows the first signal; what comes after it is still not run.
#[test]
fn a_script_that_swallows_the_signal() {
    let project = endless(
        "import time\ntry:\n    time.sleep(1000)\nexcept BaseException:\n    pass\nop.execute(\"CREATE TABLE more (id INTEGER)\")",
    );
    let mut running = Running::start(&project, &["upgrade", "head"]);
    running.until("r01 -> r02").signal("INT");
    let (status, stderr) = running.end();
    assert_eq!(status.code(), Some(INTERRUPTED), "{stderr}");
    assert_eq!(project.state(), ["=r01", "alembic_version", "t01"]);
}

/// A native loop does not see the first signal.
#[test]
fn a_second_signal_ends_the_process() {
    let project = endless("sum(range(10**15))");
    let mut running = Running::start(&project, &["upgrade", "head"]);
    running.until("r01 -> r02").signal("INT").signal("INT");
    // Two signals that come together may be one: the third is the second then.
    let end = Instant::now() + PATIENCE;
    while running.is_running() {
        assert!(Instant::now() < end, "it did not stop");
        running.signal("INT");
    }
    let (status, stderr) = running.end();
    assert_eq!(status.code(), Some(INTERRUPTED), "{stderr}");
    assert_eq!(project.state(), ["=r01", "alembic_version", "t01"]);
    project.revision("r02", Some("r01"), "pass", "pass");
    project.succeed(&["upgrade", "head"]);
}

/// The offline writer and the listings are stopped by a signal too: nothing hangs.
#[test]
fn an_endless_script_offline() {
    let project = endless("while True:\n    pass");
    let mut running = Running::start(&project, &["upgrade", "head", "--sql"]);
    running.until("r01 -> r02").signal("INT");
    let (status, stderr) = running.end();
    assert_eq!(status.code(), Some(INTERRUPTED), "{stderr}");
}
