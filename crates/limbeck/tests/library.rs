//! The library as a program uses it: no command line, no env.py unless the project has one, nothing printed.

use std::path::Path;
use std::time::Duration;

use limbeck::{Config, Direction, Fault, Migrator, NewRevision};
use tempfile::TempDir;

struct Project {
    folder: TempDir,
}

impl Project {
    /// Three revisions: a table, a row made by code that must run, and one that takes `slow`.
    fn new(third: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let versions = folder.path().join("migrations/versions");
        std::fs::create_dir_all(&versions).unwrap();
        let write = |id: &str, parent: &str, upgrade: &str, downgrade: &str| {
            let text = format!(
                "\"\"\"step {id}\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = \"{id}\"\ndown_revision = {parent}\n\n\n\
                 def upgrade():\n    {upgrade}\n\n\ndef downgrade():\n    {downgrade}\n"
            );
            std::fs::write(versions.join(format!("{id}_step.py")), text).unwrap();
        };
        write(
            "a1",
            "None",
            "op.create_table('t', sa.Column('id', sa.Integer, primary_key=True))",
            "op.drop_table('t')",
        );
        let insert = "for n in op.get_bind().execute(sa.text('SELECT 41 + 1')).scalars():\n        \
                      op.get_bind().execute(sa.text('INSERT INTO t VALUES (:n)'), {'n': n})";
        write("b2", "\"a1\"", insert, "op.execute('DELETE FROM t')");
        write("c3", "\"b2\"", third, "raise NotImplementedError('no way back')");
        Project { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn migrator(&self) -> Migrator {
        let url = format!("sqlite:///{}", self.path().join("app.db").display());
        Migrator::new(Config::in_memory(self.path().join("migrations"), &url).unwrap())
    }

    fn rows(&self) -> Vec<i64> {
        let db = rusqlite::Connection::open(self.path().join("app.db")).unwrap();
        let mut statement = db.prepare("SELECT id FROM t ORDER BY id").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }
}

fn ids(revisions: &[limbeck::Revision]) -> Vec<&str> {
    revisions.iter().map(|revision| revision.id.as_str()).collect()
}

fn planned(migrator: &Migrator) -> Vec<String> {
    let planned = migrator.plan_upgrade("head", false).unwrap().remove(0);
    planned.steps.into_iter().map(|step| step.revision).collect()
}

#[test]
fn operations_say_what_they_did() {
    let project = Project::new("op.execute('INSERT INTO t VALUES (7)')");
    let migrator = project.migrator();
    assert_eq!(ids(&migrator.history(None).unwrap()), ["c3", "b2", "a1"]);
    assert_eq!(planned(&migrator), ["a1", "b2", "c3"]);

    let report = migrator.upgrade("b2").unwrap();
    assert_eq!(report.steps().map(|step| step.revision.as_str()).collect::<Vec<_>>(), ["a1", "b2"]);
    assert!(report.steps().all(|step| step.direction == Direction::Upgrade && !step.duration.is_zero()));
    assert_eq!((&report.databases[0].heads_before, report.heads_after()), (&vec![], vec!["b2"]));
    assert_eq!(project.rows(), [42]);

    assert_eq!(planned(&migrator), ["c3"]);
    assert_eq!(ids(&migrator.history(Some("current:")).unwrap()), ["c3", "b2"]);
    let (current, revisions) = migrator.current().unwrap().remove(0);
    assert_eq!((current.heads, ids(&revisions)), (vec!["b2".to_owned()], vec!["b2"]));

    assert_eq!(migrator.downgrade("-1").unwrap().heads_after(), ["a1"]);
    assert_eq!(project.rows(), Vec::<i64>::new());
    assert_eq!(migrator.stamp(&["head".into()], false).unwrap().heads_after(), ["c3"]);
    assert!(migrator.upgrade("head").unwrap().is_empty());
}

#[test]
fn async_callers_get_the_same() {
    let project = Project::new("op.execute('INSERT INTO t VALUES (7)')");
    let migrator = project.migrator();
    pollster::block_on(async {
        assert_eq!(migrator.upgrade_async("head").await.unwrap().steps().count(), 3);
        assert_eq!(migrator.current_async().await.unwrap(), ["c3"]);
        assert!(migrator.plan_upgrade_async("head", false).await.unwrap()[0].steps.is_empty());
        assert_eq!(migrator.history_async(None).await.unwrap().len(), 3);
        assert_eq!(migrator.stamp_async(&["b2".into()], false).await.unwrap().heads_after(), ["b2"]);
        assert_eq!(migrator.downgrade_async("base").await.unwrap().heads_after(), Vec::<&str>::new());
    });
    assert_eq!(migrator.all_rows().unwrap(), Vec::<String>::new());
}

#[test]
fn another_thread_can_stop_a_run() {
    let endless =
        "op.execute('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n')";
    let project = Project::new(endless);
    let migrator = project.migrator();
    let interrupt = migrator.interrupt();
    let run = std::thread::spawn(move || migrator.upgrade("head"));
    // Until the revision before the endless one is committed there is nothing to interrupt.
    let reader = project.migrator();
    while reader.all_rows().unwrap_or_default() != ["b2"] {
        assert!(!run.is_finished(), "the run ended by itself");
        std::thread::sleep(Duration::from_millis(5));
    }
    while !run.is_finished() {
        interrupt.pull();
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(run.join().unwrap().unwrap_err().fault(), Fault::Interrupted);
    assert_eq!(project.migrator().all_rows().unwrap(), ["b2"]);
    assert_eq!(project.rows(), [42]);
}

#[test]
fn an_exception_of_a_script_is_told_from_a_refusal() {
    let project = Project::new("op.execute('INSERT INTO t VALUES (7)')");
    let migrator = project.migrator();
    migrator.upgrade("head").unwrap();
    let raised = migrator.downgrade("-1").unwrap_err();
    assert_eq!(raised.fault(), Fault::Raised);
    assert_eq!(raised.exception(), Some(("NotImplementedError", "no way back")));
    assert_eq!(migrator.upgrade("nonsense").unwrap_err().fault(), Fault::Refused);
    assert_eq!(project.rows(), [7, 42]);
}

#[test]
fn new_scripts_are_written_and_found() {
    let project = Project::new("pass");
    let template = "\"\"\"${message}\"\"\"\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n\n\ndef upgrade():\n    pass\n";
    std::fs::write(project.path().join("migrations/script.py.mako"), template).unwrap();
    let migrator = project.migrator();
    let new = NewRevision { message: Some("one more".into()), id: Some("d4".into()), ..NewRevision::default() };
    let written = migrator.revision(new).unwrap().pop().unwrap();
    assert!(written.path.ends_with("migrations/versions/d4_one_more.py"));
    assert_eq!(ids(&migrator.heads(false).unwrap()), ["d4"]);
}

#[test]
fn a_program_keeps_its_own_logger() {
    let project = Project::new("pass");
    project.migrator().upgrade("head").unwrap();
    assert_eq!(log::max_level(), log::LevelFilter::Off);
}
