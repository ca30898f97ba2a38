//! `examples/claude-code-orchestrator`: SQLite, a data migration, an irreversible revision, a database that `create_all()` made.

use std::fs;
use std::path::PathBuf;

use crate::checks::Pair;
use crate::content::Content;
use crate::database::Kind;
use crate::tool::{Project, Tool};
use crate::{Example, agree};

/// The revision whose `downgrade()` raises NotImplementedError; two lie above it.
const IRREVERSIBLE: &str = "d27a960b38f5";
const HEAD: &str = "a6034f9be81d";

const EXAMPLE: Example = Example {
    name: "claude-code-orchestrator",
    head: HEAD,
    revisions: 5,
    up: &["+1", "+1", "+1", "+1", "+1"],
    down: &["-1", "-1"],
    offline: |_| true,
};

agree!(on_sqlite, crate::orchestrator::EXAMPLE, crate::database::Kind::Sqlite);

fn pair() -> Pair {
    Pair::new(&EXAMPLE, Kind::Sqlite)
}

fn data(project: &Project) -> PathBuf {
    project.folder().join("data")
}

#[test]
fn the_data_migration_fills_every_row_and_goes_back() {
    let pair = pair();
    let priorities = |content: &Content| -> Vec<String> {
        let rows = content.parts("tasks row ");
        rows.iter().filter_map(|row| row.rsplit(", ").next()).map(str::to_owned).collect()
    };

    let upgraded = pair.do_the_same(&["upgrade", "head"]);
    assert_eq!(priorities(&upgraded), ["1", "2", "3", "3"]);
    assert_eq!(upgraded.parts("tasks column 6"), ["tasks column 6, 'priority', 'INTEGER', 1, NULL, 0, 0"]);

    let downgraded = pair.do_the_same(&["downgrade", "-1"]);
    assert_eq!(downgraded.parts("tasks column 6"), Vec::<&str>::new());
    assert_eq!(downgraded.parts("tasks row ").len(), 4);

    upgraded.assert_same(&pair.do_the_same(&["upgrade", "head"]), "after going down and up again");
}

#[test]
fn the_irreversible_revision_stays() {
    let pair = pair();
    pair.do_the_same(&["upgrade", "head"]);
    let stopped_at = pair.do_the_same(&["downgrade", "-2"]);

    for (tool, project) in &pair.sides {
        for target in ["-1", "base"] {
            let outcome = project.run(tool, &["downgrade", target]);
            assert_eq!(outcome.code, Some(1), "{} downgrade {target}: {outcome:#?}", tool.name);
            assert!(outcome.stderr.contains("NotImplementedError"), "{}: {}", tool.name, outcome.stderr);
            stopped_at.assert_same(&project.content(), &format!("after {} refused", tool.name));
        }
    }
    assert_eq!(pair.print_the_same(&["current"]), format!("{IRREVERSIBLE}\n"));
    pair.do_the_same(&["upgrade", "head"]);
}

#[test]
fn a_database_that_create_all_made_is_stamped() {
    let pair = pair();
    let created: Vec<Content> = pair
        .sides
        .each_ref()
        .map(|(_, project)| {
            project.python(
                "from sqlalchemy import create_engine\n\
                 from src.core.models import Base\n\
                 Base.metadata.create_all(create_engine('sqlite:///data/orchestrator.db'))",
            );
            project.content()
        })
        .to_vec();

    let stamped = pair.do_the_same(&["stamp", "head"]);
    for line in created[0].parts("") {
        assert!(stamped.parts("").contains(&line), "stamp changed {line}");
    }
    assert_eq!(pair.print_the_same(&["current"]), format!("{HEAD} (head)\n"));
    assert_eq!(pair.print_the_same(&["check"]), "No new upgrade operations detected.\n");
    pair.do_the_same(&["downgrade", "-1"]);
    pair.do_the_same(&["upgrade", "head"]);
}

#[test]
fn a_copy_of_the_file_is_a_backup() {
    let (limbeck, project) = (Tool::limbeck(), Project::new(&EXAMPLE, Kind::Sqlite));
    project.succeed(&limbeck, &["upgrade", "9c4f07d1e6b3"]);
    let before = project.content();
    let backup = data(&project).join("before-upgrade.db");
    fs::copy(project.database().file(), &backup).expect("the backup");

    project.succeed(&limbeck, &["upgrade", "head"]);
    let after = project.content();
    let mut files: Vec<_> = fs::read_dir(data(&project))
        .expect("the data folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files, ["before-upgrade.db", "orchestrator.db"], "a finished run leaves nothing beside the database");

    fs::copy(&backup, project.database().file()).expect("the backup put back");
    before.assert_same(&project.content(), "after restoring");
    assert_eq!(project.succeed(&limbeck, &["current"]).stdout, "9c4f07d1e6b3\n");
    project.succeed(&limbeck, &["upgrade", "head"]);
    after.assert_same(&project.content(), "at head after restoring");
}
