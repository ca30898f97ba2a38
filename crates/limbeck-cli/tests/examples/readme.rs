//! The commands of an example's README, typed in one after the other, with each tool.
//!
//! A command is a line of an ` ```sh ` block; it must succeed.

use std::fs;

use crate::Example;
use crate::checks::Pair;
use crate::database::Kind;

/// Runs them all with each tool, and compares what the databases hold in the end.
pub fn on_both(example: &Example, kind: Kind) {
    let pair = Pair::new(example, kind);
    for (tool, project) in &pair.sides {
        let page = fs::read_to_string(project.folder().join("README.md")).expect("an example has a README");
        let commands = commands(&page);
        assert!(commands.len() > 5, "the README of {} shows hardly any command", example.name);
        for command in commands {
            // The page says for which databases there is SQL.
            if command.contains("--sql") && !(example.offline)(kind) {
                continue;
            }
            let outcome = project.shell(tool, command);
            assert_eq!(outcome.code, Some(0), "{}: `{command}` with {}: {outcome:#?}", example.name, tool.name);
        }
    }
    // The identifiers of revisions that a README makes are random.
    let [alembic, limbeck] = pair.sides.each_ref().map(|(_, project)| project.content().without("alembic_version row"));
    alembic.assert_same(&limbeck, "after the README's commands (first alembic, second limbeck)");
}

fn commands(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in page.lines().map(str::trim) {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            _ if inside && !line.is_empty() => found.push(line),
            _ => {}
        }
    }
    assert!(!inside, "a block without an end");
    found
}
