//! Runs on PostgreSQL that are stopped, killed or cut off: the database is at a revision boundary, or the log names what stays.

#![cfg(unix)]

mod support;

use std::os::unix::process::ExitStatusExt;
use std::time::{Duration, Instant};

use limbeck_testkit::postgres::{Server, Setup};
use support::process::Running;
use support::{INI, Project, postgresql_state};

const INTERRUPTED: i32 = 130;
const SLEEP: &str = "op.execute(\"SELECT pg_sleep(600)\")";

/// When transactions end.
#[derive(Clone, Copy, Debug)]
enum Commits {
    /// With the run
    Once,
    /// With each revision
    PerRevision,
}

impl Commits {
    const BOTH: [Commits; 2] = [Commits::Once, Commits::PerRevision];

    /// What is left when the second revision does not get to its end.
    fn after_failure_in_r02(self) -> &'static [&'static str] {
        match self {
            Commits::Once => &[],
            Commits::PerRevision => &["=r01", "alembic_version", "t01"],
        }
    }

    fn apply(self, project: &Project) {
        if let Commits::PerRevision = self {
            let env = support::STOCK_ENV.replace("target_metadata=target_metadata)", "transaction_per_migration=True)");
            assert!(env.contains("transaction_per_migration"));
            project.write("migrations/env.py", env);
        }
    }
}

/// A project whose second revision makes a table and then does `body`.
fn second(commits: Commits, body: &str) -> Project {
    let project = Project::on_postgresql();
    commits.apply(&project);
    project.chain(1);
    project.revision("r02", Some("r01"), &format!("op.execute(\"CREATE TABLE half ()\")\n{body}"), "pass");
    project
}

/// Waits until `sql` finds something.
fn wait_for(project: &Project, sql: &str) {
    let end = Instant::now() + Duration::from_secs(60);
    while project.postgresql().psql(sql).is_empty() {
        assert!(Instant::now() < end, "never: {sql}");
    }
}

/// Waits until the script sleeps.
fn until_asleep(project: &Project) {
    wait_for(
        project,
        "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND state = 'active' \
         AND datname = current_database() AND pid <> pg_backend_pid()",
    );
}

/// Waits until nobody but us is connected to the database.
fn until_alone(project: &Project) {
    wait_for(
        project,
        "SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid())",
    );
}

/// The revision as something that ends, and the run that brings the database there.
fn repair(project: &Project) {
    project.revision("r02", Some("r01"), "op.execute(\"CREATE TABLE IF NOT EXISTS whole ()\")", "pass");
    project.succeed(&["upgrade", "head"]);
    let state = project.state();
    assert!(
        ["=r02", "alembic_version", "t01", "whole"].iter().all(|part| state.contains(&(*part).to_owned())),
        "{state:?}"
    );
}

#[test]
fn killed_inside_a_statement() {
    for commits in Commits::BOTH {
        let project = second(commits, SLEEP);
        let run = Running::start(&project, &["upgrade", "head"]);
        until_asleep(&project);
        run.kill();
        // The server ends what nobody waits for: it must not go on, and commit, behind our back.
        until_alone(&project);
        assert_eq!(project.state(), commits.after_failure_in_r02(), "{commits:?}");
        repair(&project);
    }
}

#[test]
fn killed_between_statements() {
    for commits in Commits::BOTH {
        let project = second(commits, "print(\"now\", flush=True)\nimport time\ntime.sleep(600)");
        let mut run = Running::start(&project, &["upgrade", "head"]);
        run.until("r01 -> r02");
        wait_for(&project, "SELECT 1 FROM pg_locks WHERE locktype = 'relation' AND mode = 'AccessExclusiveLock'");
        run.kill();
        until_alone(&project);
        assert_eq!(project.state(), commits.after_failure_in_r02(), "{commits:?}");
        repair(&project);
    }
}

#[test]
fn killed_inside_an_autocommit_block() {
    let block = format!("with op.get_context().autocommit_block():\n    {SLEEP}");
    for commits in Commits::BOTH {
        let project = second(commits, &block);
        let run = Running::start(&project, &["upgrade", "head"]);
        until_asleep(&project);
        let stderr = run.kill();
        until_alone(&project);
        // The block commits what came before it, in Alembic too. The version is the last whole revision's, and the log says what is beyond.
        assert_eq!(project.state(), ["=r01", "alembic_version", "half", "t01"], "{commits:?}");
        let said = "revision r02 is applied in part; if it does not end, this stays:\n    CREATE TABLE half ()\n";
        assert!(stderr.contains(said), "{commits:?}: {stderr}");
        repair(&project);
    }
}

#[test]
fn a_failure_after_an_autocommit_block_names_what_stays() {
    let body = "with op.get_context().autocommit_block():\n    op.execute(\"CREATE INDEX CONCURRENTLY i ON t01 (id)\")\n    \
                op.execute(\"VACUUM t01\")\nop.execute(\"CREATE TABLE gone ()\")\nop.execute(\"SELECT nonsense\")";
    for commits in Commits::BOTH {
        let project = second(commits, body);
        let outcome = project.run(&["upgrade", "head"]);
        assert_eq!(outcome.code, Some(255), "{outcome:#?}");
        let kept = "these statements were committed before the failure and stay:\n    CREATE TABLE half ()\n    \
                    CREATE INDEX CONCURRENTLY i ON t01 (id)\n    VACUUM t01\n";
        assert!(outcome.stderr.contains(kept), "{outcome:#?}");
        assert_eq!(project.state(), ["=r01", "alembic_version", "half", "t01"], "{commits:?}");
    }
}

#[test]
fn a_script_that_commits_by_itself_is_noticed() {
    let project = second(Commits::Once, "op.execute(\"COMMIT\")\nop.execute(\"SELECT nonsense\")");
    let outcome = project.run(&["upgrade", "head"]);
    assert_eq!(outcome.code, Some(255), "{outcome:#?}");
    assert!(outcome.stderr.contains("revision r02 is applied in part"), "{outcome:#?}");
    assert_eq!(project.state(), ["=r01", "alembic_version", "half", "t01"]);
}

#[test]
fn a_signal_stops_the_statement_and_rolls_back() {
    let bind = "op.get_bind().execute(sa.text(\"SELECT pg_sleep(600)\"))";
    for (commits, body) in [(Commits::Once, SLEEP), (Commits::PerRevision, SLEEP), (Commits::PerRevision, bind)] {
        for signal in ["INT", "TERM"] {
            let project = second(commits, body);
            let mut run = Running::start(&project, &["upgrade", "head"]);
            until_asleep(&project);
            run.signal(signal);
            let (status, stderr) = run.end();
            assert_eq!(status.code(), Some(INTERRUPTED), "{stderr}");
            assert!(stderr.contains("interrupted: what was not committed is rolled back"), "{stderr}");
            assert!(!stderr.contains("Traceback"), "{stderr}");
            until_alone(&project);
            assert_eq!(project.state(), commits.after_failure_in_r02(), "{commits:?}");
            repair(&project);
        }
    }
}

#[test]
fn the_connection_is_cut() {
    for commits in Commits::BOTH {
        let project = second(commits, SLEEP);
        let run = Running::start(&project, &["upgrade", "head"]);
        until_asleep(&project);
        project.postgresql().psql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
        );
        let (status, stderr) = run.end();
        assert_eq!(status.code(), Some(255), "{stderr}");
        assert!(stderr.contains("terminating connection due to administrator command"), "{stderr}");
        assert!(stderr.contains("r02.py:11:5"), "the line of the script: {stderr}");
        assert_eq!(project.state(), commits.after_failure_in_r02(), "{commits:?}");
        repair(&project);
    }
}

#[test]
fn the_server_is_killed() {
    // What this one says is committed must be on disk.
    let server = Server::start_with(&Setup { settings: "synchronous_commit = on", ..Setup::default() });
    for commits in Commits::BOTH {
        let database = server.database();
        let project = Project::new();
        project.write("alembic.ini", INI.replace("sqlite:///app.db", &database.url()));
        commits.apply(&project);
        project.chain(1);
        project.revision("r02", Some("r01"), &format!("op.execute(\"CREATE TABLE half ()\")\n{SLEEP}"), "pass");
        let mut run = Running::start(&project, &["upgrade", "head"]);
        run.until("r01 -> r02");
        let asleep = "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)' AND state = 'active'";
        while database.psql(asleep).is_empty() {
            assert!(run.is_running(), "{}", run.end().1);
        }
        server.crash();
        let (status, stderr) = run.end();
        assert_eq!(status.code(), Some(255), "{stderr}");
        server.start_again();
        assert_eq!(postgresql_state(&database), commits.after_failure_in_r02(), "{commits:?}");
        project.revision("r02", Some("r01"), "pass", "pass");
        project.succeed(&["upgrade", "head"]);
    }
}

#[test]
fn the_lock_of_a_killed_run_is_free() {
    let project = second(Commits::Once, SLEEP);
    let holder = Running::start(&project, &["upgrade", "head"]);
    until_asleep(&project);
    project.revision("r02", Some("r01"), "op.execute(\"CREATE TABLE whole ()\")", "pass");
    let mut waiter = Running::start(&project, &["upgrade", "head"]);
    let line = waiter.line("waiting for another run on this database");
    assert!(
        line.contains(&format!("limbeck run lock, process {} on ", holder.id())) && line.contains(", for "),
        "{line}"
    );
    holder.kill();
    let (status, stderr) = waiter.end();
    assert!(status.success(), "{status:?} {}: {stderr}", status.signal().unwrap_or_default());
    assert_eq!(project.state(), ["=r02", "alembic_version", "t01", "whole"]);
}

#[test]
fn who_has_nothing_to_do_does_not_wait() {
    let project = second(Commits::PerRevision, SLEEP);
    let holder = Running::start(&project, &["upgrade", "head"]);
    until_asleep(&project);
    project.succeed(&["upgrade", "r01"]);
    assert_eq!(project.succeed(&["current"]), "r01\n");
    holder.kill();
}

/// A run that holds the lock, and one that waits for it, are in nobody's way.
#[test]
fn an_index_is_made_concurrently_beside_a_waiting_run() {
    let project = Project::on_postgresql();
    project.chain(1);
    project.revision(
        "r02",
        Some("r01"),
        "with op.get_context().autocommit_block():\n    op.execute(\"SELECT pg_advisory_lock(1)\")\n    \
         op.create_index(\"i\", \"t01\", [\"id\"], postgresql_concurrently=True)",
        "with op.get_context().autocommit_block():\n    op.drop_index(\"i\", \"t01\", postgresql_concurrently=True)",
    );
    // The first run is held up before its index until the second one waits.
    let mut gate =
        limbeck_database::connect(&project.postgresql().url().parse().expect("a URL")).expect("a connection");
    gate.execute(&limbeck_dialect::Sql::new("SELECT pg_advisory_lock(1)")).expect("the gate is shut");
    let first = Running::start(&project, &["upgrade", "head"]);
    wait_for(&project, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    let mut waiter = Running::start(&project, &["upgrade", "head"]);
    waiter.until("waiting for another run");
    drop(gate);
    for run in [first, waiter] {
        let (status, stderr) = run.end();
        assert!(status.success(), "{stderr}");
    }
    assert_eq!(project.postgresql().psql("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"), "t");
    project.succeed(&["downgrade", "-1"]);
}
