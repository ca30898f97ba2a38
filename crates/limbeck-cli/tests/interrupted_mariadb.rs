//! Runs on MariaDB that fail, are stopped or killed. DDL commits by itself there: whoever comes next is told what stays.

#![cfg(unix)]

mod support;

use std::time::{Duration, Instant};

use support::process::Running;
use support::{Project, mariadb_state};

const INTERRUPTED: i32 = 130;
const SLEEP: &str = "op.execute(\"UPDATE t01 SET id = id + SLEEP(600)\")";
const NOTES: &str = "alembic_version_unfinished";

/// A project whose second revision makes a table and then does `body`.
fn second(body: &str) -> Project {
    let project = Project::on_mariadb();
    project.revision(
        "r01",
        None,
        "op.create_table(\"t01\", sa.Column(\"id\", sa.Integer, primary_key=True))\nop.execute(\"INSERT INTO t01 VALUES (1)\")",
        "op.drop_table(\"t01\")",
    );
    project.revision(
        "r02",
        Some("r01"),
        &format!("op.execute(\"CREATE TABLE half (a INT)\")\n{body}"),
        "op.execute(\"DROP TABLE half\")",
    );
    project
}

/// Waits until `sql` finds something.
fn wait_for(project: &Project, sql: &str) {
    let end = Instant::now() + Duration::from_secs(60);
    while project.mariadb().sql(sql).is_empty() {
        assert!(Instant::now() < end, "never: {sql}");
    }
}

/// Waits until the script sleeps.
fn until_asleep(project: &Project) {
    wait_for(
        project,
        "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND INFO LIKE 'UPDATE%SLEEP(600)'",
    );
}

/// Ends what the server goes on with after its client is gone.
fn end_orphan(project: &Project) {
    let orphans = "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID()";
    for id in project.mariadb().sql(orphans).lines() {
        // It may have ended by itself meanwhile.
        let kill = format!("BEGIN NOT ATOMIC DECLARE CONTINUE HANDLER FOR 1094 BEGIN END; KILL {id}; END");
        project.mariadb().sql(&format!("DELIMITER //\n{kill}//"));
    }
    wait_for(
        project,
        "SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID())",
    );
}

#[test]
fn a_revision_that_fails_says_what_stays_and_the_next_run_says_so_first() {
    let project = second("op.execute(\"ALTER TABLE nowhere ADD a INT\")");
    let failed = project.run(&["upgrade", "head"]);
    assert_eq!(failed.code, Some(255), "{failed:#?}");
    assert!(
        failed.stderr.contains("revision r02 is applied in part") && failed.stderr.contains("CREATE TABLE half"),
        "{}",
        failed.stderr
    );
    assert_eq!(project.state(), ["=r01", "alembic_version", NOTES, "half", "t01"]);

    // What only asks is told as well, and nothing is changed by that.
    let asked = project.run(&["current"]);
    assert!(asked.stdout.starts_with("r01") && asked.stderr.contains("CREATE TABLE half"), "{asked:#?}");

    let again = project.run(&["upgrade", "head"]);
    let (first, then) =
        again.stderr.split_once("Running upgrade r01 -> r02").unwrap_or_else(|| panic!("{}", again.stderr));
    assert!(first.contains("an earlier run did not get to the end of the upgrade of revision r02"), "{first}");
    assert!(then.contains("(1050, ") && !then.contains("ALTER TABLE nowhere"), "{then}");
    // What was found at first is not forgotten.
    assert!(project.run(&["current"]).stderr.contains("CREATE TABLE half"));

    // Undone by hand, with a script that is right now, it runs, and leaves no traces.
    project.mariadb().sql("DROP TABLE half");
    project.revision(
        "r02",
        Some("r01"),
        "op.execute(\"CREATE TABLE half (a INT)\")",
        "op.execute(\"DROP TABLE half\")",
    );
    project.succeed(&["upgrade", "head"]);
    assert_eq!(project.state(), ["=r02", "alembic_version", "half", "t01"]);
    assert!(!project.run(&["current"]).stderr.contains("earlier run"));
}

#[test]
fn data_is_not_changed_a_second_time() {
    let project = second(
        "op.execute(\"UPDATE t01 SET id = id * 10\")\nop.execute(\"DROP TABLE half\")\nop.execute(\"ALTER TABLE nowhere ADD a INT\")",
    );
    assert_eq!(project.run(&["upgrade", "head"]).code, Some(255));
    assert_eq!(project.mariadb().sql("SELECT id FROM t01"), "10");
    let again = project.run(&["upgrade", "head"]);
    assert_eq!(again.code, Some(255));
    assert!(
        again.stderr.contains("would change data a second time") && again.stderr.contains("limbeck stamp r01"),
        "{}",
        again.stderr
    );
    assert_eq!(project.mariadb().sql("SELECT id FROM t01"), "10");
    // Whoever has settled it says where the database is.
    project.mariadb().sql("UPDATE t01 SET id = 1");
    project.succeed(&["stamp", "r01"]);
    assert_eq!(project.state(), ["=r01", "alembic_version", "t01"]);
}

#[test]
fn killed_inside_a_statement() {
    let project = second(SLEEP);
    let run = Running::start(&project, &["upgrade", "head"]);
    until_asleep(&project);
    run.kill();
    // As long as the server goes on with it, nobody else begins.
    project.revision("r02", Some("r01"), "op.execute(\"CREATE TABLE whole (a INT)\")", "pass");
    let mut waiter = Running::start(&project, &["upgrade", "head"]);
    waiter.until("waiting for another run on this database (server connection ");
    end_orphan_beside(&project);
    let (status, stderr) = waiter.end();
    assert!(status.success(), "{stderr}");
    assert!(
        stderr.contains("an earlier run did not get to the end") && stderr.contains("CREATE TABLE half"),
        "{stderr}"
    );
    // The data statement went with its transaction.
    assert!(!stderr.contains("SLEEP"), "{stderr}");
    assert_eq!(project.mariadb().sql("SELECT id FROM t01"), "1");
    assert_eq!(project.state(), ["=r02", "alembic_version", "half", "t01", "whole"]);
}

/// Like [`end_orphan`], while somebody waits.
fn end_orphan_beside(project: &Project) {
    let asleep =
        "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND INFO LIKE 'UPDATE%SLEEP(600)'";
    let id = project.mariadb().sql(asleep);
    project.mariadb().sql(&format!("KILL {id}"));
}

#[test]
fn killed_inside_ddl() {
    let project = second("op.execute(\"CREATE TABLE slow AS SELECT SLEEP(600) AS a\")");
    let run = Running::start(&project, &["upgrade", "head"]);
    wait_for(
        &project,
        "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND INFO LIKE 'CREATE TABLE slow%'",
    );
    run.kill();
    end_orphan(&project);
    let told = project.run(&["current"]);
    let (applied, running) =
        told.stderr.split_once("may be applied or not").unwrap_or_else(|| panic!("{}", told.stderr));
    assert!(applied.contains("CREATE TABLE half") && !applied.contains("slow"), "{applied}");
    assert!(running.contains("CREATE TABLE slow AS SELECT"), "{running}");
}

#[test]
fn killed_between_statements() {
    let project =
        second("op.execute(\"INSERT INTO t01 VALUES (7)\")\nprint(\"now\", flush=True)\nimport time\ntime.sleep(600)");
    let mut run = Running::start(&project, &["upgrade", "head"]);
    run.until("r01 -> r02");
    wait_for(&project, "SHOW TABLES LIKE 'half'");
    run.kill();
    end_orphan(&project);
    let told = project.run(&["current"]);
    assert!(told.stderr.contains("CREATE TABLE half") && !told.stderr.contains("INSERT INTO t01"), "{}", told.stderr);
    assert_eq!(project.mariadb().sql("SELECT id FROM t01"), "1");
}

#[test]
fn interrupted_in_a_statement() {
    let project = second(SLEEP);
    let mut run = Running::start(&project, &["upgrade", "head"]);
    until_asleep(&project);
    run.signal("INT");
    let (status, stderr) = run.end();
    assert_eq!(status.code(), Some(INTERRUPTED), "{stderr}");
    assert!(stderr.contains("CREATE TABLE half"), "{stderr}");
    assert_eq!(project.mariadb().sql("SELECT id FROM t01"), "1");
    assert_eq!(mariadb_state(project.mariadb()), ["=r01", "alembic_version", NOTES, "half", "t01"]);
}
