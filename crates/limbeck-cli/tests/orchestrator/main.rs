//! limbeck and real Alembic, side by side and in turns, on the same files: `examples/claude-code-orchestrator`.

mod content;
mod tool;

use std::fs;

use content::Content;
use tool::{Project, Tool};

/// The revision whose `downgrade()` raises NotImplementedError, and how many lie above it.
const IRREVERSIBLE: &str = "d27a960b38f5";
const ABOVE_IRREVERSIBLE: usize = 2;
const REVISIONS: usize = 5;
const HEAD: &str = "a6034f9be81d";

/// One copy of the project for each tool.
struct Pair {
    alembic: (Tool, Project),
    limbeck: (Tool, Project),
}

impl Pair {
    fn new() -> Self {
        Self { alembic: (Tool::alembic(), Project::new()), limbeck: (Tool::limbeck(), Project::new()) }
    }

    /// Both run it, both succeed and print the same.
    #[track_caller]
    fn print_the_same(&self, arguments: &[&str]) -> String {
        let [alembic, limbeck] = [&self.alembic, &self.limbeck].map(|(tool, project)| project.succeed(tool, arguments));
        assert_eq!(alembic, limbeck, "alembic (left) and limbeck (right) print different things for {arguments:?}");
        alembic
    }

    /// Both run it, both succeed and leave the same database.
    #[track_caller]
    fn do_the_same(&self, arguments: &[&str]) -> Content {
        for (tool, project) in [&self.alembic, &self.limbeck] {
            project.succeed(tool, arguments);
        }
        self.same_content(&format!("after {arguments:?}"))
    }

    #[track_caller]
    fn same_content(&self, when: &str) -> Content {
        let [alembic, limbeck] = [&self.alembic, &self.limbeck].map(|(_, project)| Content::of(&project.database()));
        alembic.assert_same(&limbeck, &format!("{when} (first alembic, second limbeck)"));
        alembic
    }
}

/// What Alembic alone makes of the project: at head, then after each downgrade that is possible.
fn alembic_alone() -> Vec<Content> {
    let (alembic, project) = (Tool::alembic(), Project::new());
    project.succeed(&alembic, &["upgrade", "head"]);
    let mut contents = vec![Content::of(&project.database())];
    for _ in 0..ABOVE_IRREVERSIBLE {
        project.succeed(&alembic, &["downgrade", "-1"]);
        contents.push(Content::of(&project.database()));
    }
    contents
}

#[test]
fn upgrade_head_makes_the_same_database() {
    let pair = Pair::new();
    pair.do_the_same(&["upgrade", "head"]);
    assert_eq!(pair.print_the_same(&["current"]), format!("{HEAD} (head)\n"));
    assert_eq!(pair.print_the_same(&["history"]).lines().count(), REVISIONS);
    for listing in [["current", "-v"], ["history", "-v"], ["history", "-i"]] {
        pair.print_the_same(&listing);
    }

    let before = pair.same_content("at head");
    let after = pair.do_the_same(&["upgrade", "head"]);
    before.assert_same(&after, "after an upgrade that had nothing to do");
}

#[test]
fn the_data_migration_fills_every_row_and_goes_back() {
    let pair = Pair::new();
    let priorities = |content: &Content| -> Vec<String> {
        let rows = content.lines("tasks row ");
        rows.iter().filter_map(|row| row.rsplit(", ").next()).map(str::to_owned).collect()
    };

    let upgraded = pair.do_the_same(&["upgrade", "head"]);
    assert_eq!(priorities(&upgraded), ["1", "2", "3", "3"]);
    assert_eq!(upgraded.lines("tasks column 6"), ["tasks column 6, 'priority', 'INTEGER', 1, NULL, 0, 0"]);

    let downgraded = pair.do_the_same(&["downgrade", "-1"]);
    assert_eq!(downgraded.lines("tasks column 6"), Vec::<&str>::new());
    assert_eq!(downgraded.lines("tasks row ").len(), 4);

    upgraded.assert_same(&pair.do_the_same(&["upgrade", "head"]), "after going down and up again");
}

#[test]
fn every_single_upgrade_makes_the_same_database() {
    let pair = Pair::new();
    for _ in 0..REVISIONS {
        pair.do_the_same(&["upgrade", "+1"]);
        pair.print_the_same(&["current"]);
    }
    assert_eq!(pair.print_the_same(&["current"]), format!("{HEAD} (head)\n"));
}

#[test]
fn every_downgrade_makes_the_same_database_until_the_irreversible_one() {
    let pair = Pair::new();
    pair.do_the_same(&["upgrade", "head"]);
    for _ in 0..ABOVE_IRREVERSIBLE {
        pair.do_the_same(&["downgrade", "-1"]);
        pair.print_the_same(&["history", "-i"]);
    }
    let stopped_at = pair.same_content("above the irreversible revision");

    for (tool, project) in [&pair.alembic, &pair.limbeck] {
        for target in ["-1", "base"] {
            let outcome = project.run(tool, &["downgrade", target]);
            assert_eq!(outcome.code, Some(1), "{} downgrade {target}: {outcome:#?}", tool.name);
            assert!(outcome.stderr.contains("NotImplementedError"), "{}: {}", tool.name, outcome.stderr);
            stopped_at.assert_same(&Content::of(&project.database()), &format!("after {} refused", tool.name));
        }
    }
    assert_eq!(pair.print_the_same(&["current"]), format!("{IRREVERSIBLE}\n"));
    pair.do_the_same(&["upgrade", "head"]);
}

#[test]
fn alembic_begins_limbeck_goes_on_alembic_goes_back() {
    hand_over(&Tool::alembic(), &Tool::limbeck());
}

#[test]
fn limbeck_begins_alembic_goes_on_limbeck_goes_back() {
    hand_over(&Tool::limbeck(), &Tool::alembic());
}

/// One tool takes the first two revisions, the other the rest, and the first one goes back down.
fn hand_over(first: &Tool, second: &Tool) {
    let expected = alembic_alone();
    let project = Project::new();
    let content = || Content::of(&project.database());

    project.succeed(first, &["upgrade", "+2"]);
    project.succeed(second, &["upgrade", "head"]);
    expected[0].assert_same(&content(), &format!("when {} ended what {} began", second.name, first.name));
    for tool in [first, second] {
        assert_eq!(project.succeed(tool, &["current"]), format!("{HEAD} (head)\n"), "{}", tool.name);
    }
    for step in &expected[1..] {
        project.succeed(first, &["downgrade", "-1"]);
        step.assert_same(&content(), &format!("when {} undid what {} did", first.name, second.name));
    }
    assert_eq!(project.run(first, &["downgrade", "-1"]).code, Some(1));
    project.succeed(second, &["upgrade", "head"]);
    expected[0].assert_same(&content(), "at head once more");
}

#[test]
fn offline_sql_is_the_same_and_makes_the_online_database() {
    let pair = Pair::new();
    let [alembic, limbeck] =
        [&pair.alembic, &pair.limbeck].map(|(tool, project)| project.succeed(tool, &["upgrade", "base:head", "--sql"]));
    // A difference on purpose: limbeck never asks for the version row that it has just written.
    assert_eq!(alembic.replace(" RETURNING version_num", ""), limbeck.replace(" RETURNING version_num", ""));
    for (tool, project) in [&pair.alembic, &pair.limbeck] {
        assert!(!project.database().exists(), "{} touched the database", tool.name);
    }
    alembic_alone()[0].assert_same(&Content::of_script(&limbeck), "when limbeck's offline SQL is run by hand");
}

#[test]
fn a_database_that_create_all_made_is_stamped() {
    let pair = Pair::new();
    let created: Vec<Content> = [&pair.alembic, &pair.limbeck]
        .map(|(_, project)| {
            project.python(
                "from sqlalchemy import create_engine\n\
                 from src.core.models import Base\n\
                 Base.metadata.create_all(create_engine('sqlite:///data/orchestrator.db'))",
            );
            Content::of(&project.database())
        })
        .to_vec();

    let stamped = pair.do_the_same(&["stamp", "head"]);
    for line in created[0].lines("") {
        assert!(stamped.lines("").contains(&line), "stamp changed {line}");
    }
    assert_eq!(pair.print_the_same(&["current"]), format!("{HEAD} (head)\n"));
    assert_eq!(pair.print_the_same(&["check"]), "No new upgrade operations detected.\n");
    pair.do_the_same(&["downgrade", "-1"]);
    pair.do_the_same(&["upgrade", "head"]);
}

#[test]
fn a_copy_of_the_file_is_a_backup() {
    let (limbeck, project) = (Tool::limbeck(), Project::new());
    project.succeed(&limbeck, &["upgrade", "9c4f07d1e6b3"]);
    let before = Content::of(&project.database());
    let backup = project.data().join("before-upgrade.db");
    fs::copy(project.database(), &backup).expect("the backup");

    project.succeed(&limbeck, &["upgrade", "head"]);
    let mut files: Vec<_> = fs::read_dir(project.data())
        .expect("the data folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files, ["before-upgrade.db", "orchestrator.db"], "a finished run leaves nothing beside the database");

    fs::copy(&backup, project.database()).expect("the backup put back");
    before.assert_same(&Content::of(&project.database()), "after restoring");
    assert_eq!(project.succeed(&limbeck, &["current"]), "9c4f07d1e6b3\n");
    project.succeed(&limbeck, &["upgrade", "head"]);
    alembic_alone()[0].assert_same(&Content::of(&project.database()), "at head after restoring");
}
