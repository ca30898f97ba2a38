//! Several runs on one database at once: one works, the others wait, and all are content.

#![cfg(unix)]

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::{Outcome, Project, column};

const RUNS: usize = 20;
const LENGTH: usize = 6;
/// Longer than any machine needs; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A process that does not outlive its test.
struct Run(Option<Child>);

impl Run {
    fn child(&mut self) -> &mut Child {
        self.0.as_mut().expect("not finished yet")
    }

    fn kill(&mut self) {
        self.child().kill().expect("SIGKILL");
        self.child().wait().expect("its end");
    }

    fn is_running(&mut self) -> bool {
        self.child().try_wait().expect("its state").is_none()
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn spawn(command: &mut Command) -> Run {
    Run(Some(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("limbeck starts")))
}

fn finish(project: &Project, mut run: Run) -> Outcome {
    let child = run.0.take().expect("not finished yet");
    project.outcome(child.wait_with_output().expect("limbeck ends"))
}

/// Reads a process's standard error until a line has this in it.
fn wait_for_line(run: &mut Run, part: &str) -> String {
    let stderr = run.child().stderr.as_mut().expect("a pipe");
    let mut line = String::new();
    let mut reader = BufReader::with_capacity(1, stderr);
    while reader.read_line(&mut line).expect("standard error") > 0 {
        if line.contains(part) {
            return line;
        }
        line.clear();
    }
    panic!("limbeck ended without a line with {part:?}");
}

fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < end, "never: {what}");
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Waits for the end, which must come soon.
fn wait_for_end(project: &Project, mut run: Run) -> Outcome {
    wait_until("limbeck ends", || !run.is_running());
    finish(project, run)
}

fn many_at_once(start: Option<&str>) {
    for round in 0..3 {
        let project = Project::new();
        project.chain(LENGTH);
        if let Some(start) = start {
            project.succeed(&["upgrade", start]);
        }
        let children: Vec<Run> = (0..RUNS).map(|_| spawn(&mut project.command(&["upgrade", "head"]))).collect();
        let outcomes: Vec<Outcome> = children.into_iter().map(|child| finish(&project, child)).collect();
        for outcome in &outcomes {
            assert_eq!(outcome.code, Some(0), "round {round}: {outcome:#?}");
        }
        let worked = outcomes.iter().filter(|outcome| outcome.stderr.contains("Running upgrade")).count();
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
    many_at_once(None);
}

#[test]
fn many_upgrades_from_the_middle() {
    many_at_once(Some("r02"));
}

/// Two that go different ways: whatever the order, the result is what the last one wanted, or it said why not.
#[test]
fn up_and_down_at_once() {
    let project = Project::new();
    project.chain(LENGTH);
    project.succeed(&["upgrade", "r03"]);
    let children: Vec<Run> = (0..10)
        .map(|number| {
            spawn(&mut project.command(if number % 2 == 0 { &["upgrade", "head"] } else { &["downgrade", "base"] }))
        })
        .collect();
    for child in children {
        let outcome = finish(&project, child);
        assert_eq!(outcome.code, Some(0), "{outcome:#?}");
    }
    let at = column(
        &rusqlite::Connection::open(project.database()).expect("the database"),
        "SELECT version_num FROM alembic_version",
    );
    let state = project.state();
    match at.as_slice() {
        [] => assert_eq!(state, ["alembic_version"]),
        [row] => {
            assert_eq!(row, "r06");
            assert_eq!(state.len(), LENGTH + 2);
        }
        other => panic!("{other:?}"),
    }
    no_traces(&project);
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
fn start_endless(project: &Project) -> Run {
    let mut holder = spawn(&mut project.command(&["upgrade", "head"]));
    wait_for_line(&mut holder, "r01 -> r02");
    holder
}

/// r02 as something that ends.
fn repair(project: &Project) {
    project.revision("r02", Some("r01"), "op.execute(\"CREATE TABLE whole (id INTEGER)\")", "pass");
}

#[test]
fn a_run_that_waits_says_for_whom_and_goes_on_when_that_one_is_killed() {
    let project = endless();
    let mut holder = start_endless(&project);
    repair(&project);
    let mut waiter = spawn(&mut project.command(&["upgrade", "head"]));
    let line = wait_for_line(&mut waiter, "waiting");
    assert!(line.contains(&format!("process {}", holder.child().id())), "{line}");
    assert_eq!(line.matches("waiting").count(), 1, "{line}");
    assert!(waiter.is_running(), "it did not wait");

    holder.kill();
    let outcome = wait_for_end(&project, waiter);
    assert_eq!(outcome.code, Some(0), "{outcome:#?}");
    assert_eq!(project.state(), ["=r02", "alembic_version", "t01", "whole"]);
    no_traces(&project);
}

#[test]
fn listings_do_not_wait() {
    let project = endless();
    let mut holder = start_endless(&project);
    assert_eq!(project.succeed(&["current"]), "r01\n");
    assert!(project.succeed(&["history", "-i"]).contains("r01 (current)"));
    holder.kill();
}

#[test]
fn nothing_to_do_does_not_wait() {
    let project = endless();
    let mut holder = start_endless(&project);
    fs::remove_file(project.path("migrations/versions/r02.py")).expect("removed");
    project.succeed(&["upgrade", "head"]);
    holder.kill();
}

#[test]
fn ctrl_c_ends_the_waiting() {
    let project = endless();
    let mut holder = start_endless(&project);
    let mut waiter = spawn(&mut project.command(&["upgrade", "head"]));
    wait_for_line(&mut waiter, "waiting");
    let kill = Command::new("kill").args(["-INT", &waiter.child().id().to_string()]).status().expect("kill");
    assert!(kill.success());
    let outcome = wait_for_end(&project, waiter);
    assert_eq!(outcome.code, Some(130), "{outcome:#?}");
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
