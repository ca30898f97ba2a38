//! Several runs on one database at once: one works, the others wait, and all are content.

#![cfg(unix)]

mod support;

use std::fs;

use support::Project;
use support::process::Running;

const RUNS: usize = 50;
const ROUNDS: usize = 5;
const LENGTH: usize = 6;
fn many_at_once(start: Option<&str>, new: fn() -> Project) {
    for round in 0..ROUNDS {
        let project = new();
        project.chain(LENGTH);
        if let Some(start) = start {
            project.succeed(&["upgrade", start]);
        }
        let runs: Vec<Running> = (0..RUNS).map(|_| Running::start(&project, &["upgrade", "head"])).collect();
        let outcomes: Vec<_> = runs.into_iter().map(Running::end).collect();
        for (status, stderr) in &outcomes {
            assert_eq!(status.code(), Some(0), "round {round}: {stderr}");
        }
        let worked = outcomes.iter().filter(|(_, stderr)| stderr.contains("Running upgrade")).count();
        assert_eq!(worked, 1, "round {round}: one run applies all: {outcomes:#?}");
        let tables = (1..=LENGTH).map(|number| format!("t{number:02}"));
        let expected: Vec<String> =
            [format!("=r{LENGTH:02}"), "alembic_version".into()].into_iter().chain(tables).collect();
        assert_eq!(project.state(), expected, "round {round}");
        no_traces(&project);
    }
}

fn no_traces(project: &Project) {
    for name in ["app.db-limbeck", "app.db-journal", "app.db-wal"] {
        assert!(!project.path(name).exists(), "{name} is still there");
    }
}

#[test]
fn many_upgrades_of_a_fresh_database() {
    many_at_once(None, Project::new);
}

#[test]
fn many_upgrades_of_a_fresh_database_on_postgresql() {
    many_at_once(None, Project::on_postgresql);
}

#[test]
fn many_upgrades_of_a_fresh_database_on_mariadb() {
    many_at_once(None, Project::on_mariadb);
}

#[test]
fn many_upgrades_from_the_middle_on_mariadb() {
    many_at_once(Some("r02"), Project::on_mariadb);
}

#[test]
fn many_upgrades_from_the_middle() {
    many_at_once(Some("r02"), Project::new);
}

#[test]
fn many_upgrades_from_the_middle_on_postgresql() {
    many_at_once(Some("r02"), Project::on_postgresql);
}

/// Two that go different ways: whatever the order, the result is what the last one wanted, or it said why not.
fn up_and_down(project: &Project) {
    project.chain(LENGTH);
    project.succeed(&["upgrade", "r03"]);
    let target = |number: usize| if number.is_multiple_of(2) { ["upgrade", "head"] } else { ["downgrade", "base"] };
    let runs: Vec<Running> = (0..10).map(|number| Running::start(project, &target(number))).collect();
    for run in runs {
        let (status, stderr) = run.end();
        assert_eq!(status.code(), Some(0), "{stderr}");
    }
    let state = project.state();
    assert!(state == ["alembic_version"] || (state[0] == "=r06" && state.len() == LENGTH + 2), "{state:?}");
    no_traces(project);
}

#[test]
fn up_and_down_at_once() {
    up_and_down(&Project::new());
    up_and_down(&Project::on_postgresql());
    up_and_down(&Project::on_mariadb());
}

/// A project whose second revision goes on until its process is killed.
fn endless() -> Project {
    let project = Project::new();
    project.chain(1);
    project.revision(
        "r02",
        Some("r01"),
        "op.execute(\"CREATE TABLE half (id INTEGER)\")\n\
         op.execute(\"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) INSERT INTO half SELECT max(i) FROM n\")",
        "pass",
    );
    project
}

/// Starts it, and waits until its second revision runs.
fn start_endless(project: &Project) -> Running {
    let mut holder = Running::start(project, &["upgrade", "head"]);
    holder.until("r01 -> r02");
    holder
}

/// r02 as something that ends.
fn repair(project: &Project) {
    project.revision("r02", Some("r01"), "op.execute(\"CREATE TABLE whole (id INTEGER)\")", "pass");
}

#[test]
fn a_run_that_waits_says_for_whom_and_goes_on_when_that_one_is_killed() {
    let project = endless();
    let holder = start_endless(&project);
    repair(&project);
    let mut waiter = Running::start(&project, &["upgrade", "head"]);
    let line = waiter.line("waiting");
    assert!(line.contains(&format!("process {}", holder.id())), "{line}");
    assert_eq!(line.matches("waiting").count(), 1, "{line}");
    assert!(waiter.is_running(), "it did not wait");

    holder.kill();
    let (status, stderr) = waiter.end();
    assert_eq!(status.code(), Some(0), "{stderr}");
    assert_eq!(project.state(), ["=r02", "alembic_version", "t01", "whole"]);
    no_traces(&project);
}

/// How long is waited, and whether at all, stands in the configuration.
#[test]
fn the_waiting_has_an_end() {
    let project = endless();
    let holder = start_endless(&project);
    let ini = fs::read_to_string(project.path("alembic.ini")).expect("the ini");
    project.write("alembic.ini", ini.replace("sqlalchemy.url", "lock_wait = 0\nsqlalchemy.url"));
    let outcome = project.run(&["upgrade", "head"]);
    assert_eq!(outcome.code, Some(255), "{outcome:#?}");
    assert!(outcome.stderr.contains("another run is changing this database (process"), "{outcome:#?}");
    project.write("alembic.ini", ini.replace("sqlalchemy.url", "lock_wait = soon\nsqlalchemy.url"));
    let outcome = project.run(&["upgrade", "head"]);
    assert!(
        outcome.stderr.contains("alembic.ini:3: lock_wait is neither a number of seconds nor `off`"),
        "{outcome:#?}"
    );
    holder.kill();
    project.write("alembic.ini", ini.replace("sqlalchemy.url", "lock_wait = off\nsqlalchemy.url"));
    repair(&project);
    project.succeed(&["upgrade", "head"]);
}

#[test]
fn listings_do_not_wait() {
    let project = endless();
    let holder = start_endless(&project);
    assert_eq!(project.succeed(&["current"]), "r01\n");
    assert!(project.succeed(&["history", "-i"]).contains("r01 (current)"));
    holder.kill();
}

#[test]
fn nothing_to_do_does_not_wait() {
    let project = endless();
    let holder = start_endless(&project);
    fs::remove_file(project.path("migrations/versions/r02.py")).expect("removed");
    project.succeed(&["upgrade", "head"]);
    holder.kill();
}

#[test]
fn ctrl_c_ends_the_waiting() {
    let project = endless();
    let mut holder = start_endless(&project);
    let mut waiter = Running::start(&project, &["upgrade", "head"]);
    waiter.until("waiting").signal("INT");
    let (status, stderr) = waiter.end();
    assert_eq!(status.code(), Some(130), "{stderr}");
    assert!(holder.is_running(), "the holder was disturbed");
    holder.kill();
}

/// A lock file that nobody holds (its process was killed) is in nobody's way, and goes with the next run.
#[test]
fn a_lock_file_left_behind() {
    let project = Project::new();
    project.chain(1).write("app.db-limbeck", "pid 1\nsince 2026-01-02 03:04:05 UTC\n");
    project.succeed(&["upgrade", "head"]);
    assert_eq!(project.state(), ["=r01", "alembic_version", "t01"]);
    no_traces(&project);
}
