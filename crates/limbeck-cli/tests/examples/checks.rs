//! What every example must show on every database it is for.

use std::slice;

use crate::Example;
use crate::content::Content;
use crate::database::Kind;
use crate::tool::{Outcome, Project, Tool};

/// One copy of a project for each tool.
pub struct Pair {
    /// Alembic's, then limbeck's
    pub sides: [(Tool, Project); 2],
}

impl Pair {
    /// Fresh copies, with empty databases.
    pub fn new(example: &Example, kind: Kind) -> Self {
        Self { sides: [Tool::alembic(), Tool::limbeck()].map(|tool| (tool, Project::new(example, kind))) }
    }

    #[track_caller]
    fn both(&self, arguments: &[&str]) -> [Outcome; 2] {
        self.sides.each_ref().map(|(tool, project)| project.succeed(tool, arguments))
    }

    /// Both run it, both succeed and print the same.
    #[track_caller]
    pub fn print_the_same(&self, arguments: &[&str]) -> String {
        let [mut alembic, mut limbeck] = self.both(arguments);
        if arguments == ["current"] {
            // Alembic prints several heads in the order of a Python set.
            for outcome in [&mut alembic, &mut limbeck] {
                let mut lines: Vec<String> = outcome.stdout.lines().map(|line| format!("{line}\n")).collect();
                lines.sort();
                outcome.stdout = lines.concat();
            }
        }
        assert_eq!(
            alembic.stdout, limbeck.stdout,
            "alembic (left) and limbeck (right) print different things for {arguments:?}"
        );
        alembic.stdout
    }

    /// Both run it, both succeed, log the same steps and leave the same database.
    #[track_caller]
    pub fn do_the_same(&self, arguments: &[&str]) -> Content {
        let [alembic, limbeck] = self.both(arguments);
        assert_eq!(
            alembic.steps(),
            limbeck.steps(),
            "alembic (left) and limbeck (right) ran different revisions for {arguments:?}"
        );
        self.same_content(&format!("after {arguments:?}"))
    }

    /// Both databases hold the same.
    #[track_caller]
    pub fn same_content(&self, when: &str) -> Content {
        let [alembic, limbeck] = self.sides.each_ref().map(|(_, project)| project.content());
        alembic.assert_same(&limbeck, &format!("{when} (first alembic, second limbeck)"));
        alembic
    }
}

/// At head both have the same database, and every listing is the same.
pub fn head(example: &Example, kind: Kind) {
    let pair = Pair::new(example, kind);
    let before = pair.do_the_same(&["upgrade", "head"]);
    assert_eq!(pair.print_the_same(&["current"]), format!("{} (head)\n", example.head));
    assert_eq!(pair.print_the_same(&["history"]).lines().count(), example.revisions);
    let listings: &[&[&str]] =
        &[&["current", "-v"], &["history", "-v"], &["history", "-i"], &["heads", "-v"], &["show", example.head]];
    for listing in listings {
        pair.print_the_same(listing);
    }
    assert_eq!(pair.print_the_same(&["check"]), "No new upgrade operations detected.\n");
    before.assert_same(&pair.do_the_same(&["upgrade", "head"]), "after an upgrade that had nothing to do");
}

/// Up one revision at a time, down one at a time as far as it goes, and up at once.
pub fn every_step(example: &Example, kind: Kind) {
    let pair = Pair::new(example, kind);
    for target in example.up {
        pair.do_the_same(&["upgrade", target]);
    }
    let top = pair.same_content("at the top");
    for target in example.down {
        pair.do_the_same(&["downgrade", target]);
    }
    pair.print_the_same(&["current"]);
    pair.print_the_same(&["history", "-i"]);
    let again = pair.do_the_same(&["upgrade", "head"]);
    top.assert_same(&again, "after going down and up again");
}

/// One tool begins, the other ends, the first one goes back down; both ways round. The measure is Alembic alone.
pub fn hand_over(example: &Example, kind: Kind) {
    let [alembic, limbeck] = [Tool::alembic(), Tool::limbeck()];
    let alone = Project::new(example, kind);
    let half = example.up.len() / 2;
    let go = |project: &Project, tool: &Tool, command: &str, targets: &[&str]| -> Content {
        for target in targets {
            project.succeed(tool, &[command, target]);
        }
        project.content()
    };
    let mut expected =
        vec![go(&alone, &alembic, "upgrade", &example.up[..half]), go(&alone, &alembic, "upgrade", &["head"])];
    for target in example.down {
        expected.push(go(&alone, &alembic, "downgrade", slice::from_ref(target)));
    }

    for (first, second) in [(&alembic, &limbeck), (&limbeck, &alembic)] {
        let project = Project::new(example, kind);
        let (one, two) = (first.name, second.name);
        let begun = go(&project, first, "upgrade", &example.up[..half]);
        expected[0].assert_same(&begun, &format!("when {one} had begun"));
        let ended = go(&project, second, "upgrade", &["head"]);
        expected[1].assert_same(&ended, &format!("when {two} ended what {one} began"));
        for tool in [first, second] {
            let current = project.succeed(tool, &["current"]).stdout;
            assert_eq!(current, format!("{} (head)\n", example.head), "{}", tool.name);
        }
        for (target, expected) in example.down.iter().zip(&expected[2..]) {
            let undone = go(&project, first, "downgrade", slice::from_ref(target));
            expected.assert_same(&undone, &format!("when {one} undid what {two} did, to {target}"));
        }
        project.succeed(second, &["upgrade", "head"]);
        assert_eq!(project.succeed(first, &["current"]).stdout, format!("{} (head)\n", example.head));
    }
}

/// The SQL is the same in both directions, and makes what the upgrade makes.
pub fn offline(example: &Example, kind: Kind) {
    let pair = Pair::new(example, kind);
    if !(example.offline)(kind) {
        for (tool, project) in &pair.sides {
            let outcome = project.run(tool, &["upgrade", "head", "--sql"]);
            assert_ne!(outcome.code, Some(0), "{} can write it after all", tool.name);
        }
        return;
    }
    // A difference on purpose: limbeck never asks for the version row that it has just written.
    let plain =
        |sql: String| sql.replace(" RETURNING alembic_version.version_num", "").replace(" RETURNING version_num", "");
    let [alembic, limbeck] = pair.both(&["upgrade", "base:head", "--sql"]).map(|outcome| plain(outcome.stdout));
    assert_eq!(alembic, limbeck, "alembic (left) and limbeck (right) write different SQL for the upgrade");
    if kind == Kind::Postgresql {
        let empty = pair.sides[0].1.content();
        for (tool, project) in &pair.sides {
            empty.assert_same(&project.content(), &format!("after {} only wrote SQL", tool.name));
        }
        let range = format!("{}:base", example.head);
        let [alembic, limbeck] = pair.both(&["downgrade", &range, "--sql"]).map(|outcome| plain(outcome.stdout));
        assert_eq!(alembic, limbeck, "alembic (left) and limbeck (right) write different SQL for the downgrade");
    } else {
        for (tool, project) in &pair.sides {
            assert!(!project.database().file().exists(), "{} touched the database", tool.name);
        }
    }
    let (tool, project) = &pair.sides[0];
    project.succeed(tool, &["upgrade", "head"]);
    let made = project.database().content_of(&limbeck);
    project.content().assert_same(&made, "(first: the upgrade, second: limbeck's SQL run by hand)");
}
