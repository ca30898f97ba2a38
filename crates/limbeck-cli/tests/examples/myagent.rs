//! `examples/myagent`: revisions that a Rust program runs. That program has tests of its own; here the two command lines run them.

use std::fs;

use crate::checks::Pair;
use crate::database::Kind;
use crate::{Example, agree};

const EXAMPLE: Example = Example {
    name: "myagent",
    head: "0004_iteration_tokens",
    revisions: 4,
    up: &["+1", "0002", "+1", "head"],
    down: &["-1", "-1", "0001", "-1"],
    offline: |_| true,
};

agree!(on_postgresql, crate::myagent::EXAMPLE, crate::database::Kind::Postgresql);

/// Iterations that know their tokens, and priorities of every kind, through the data migrations and back.
#[test]
fn rows_are_carried_along() {
    let pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    pair.do_the_same(&["upgrade", "0002_iterations"]);
    for (_, project) in &pair.sides {
        project.database().postgresql().psql(
            "INSERT INTO tasks (project_id, title, spec, created_at) VALUES \
             (1, 'two', '{\"priority\": 2, \"text\": \"a\\\\b ''c'' \\u00e9 %(x)s :y\"}', '2025-06-01'), \
             (1, 'null', '{\"priority\": null}', '2025-06-01'), \
             (1, 'big', '{\"n\": 123456789012345678901234567890, \"f\": 0.1, \"priority\": 4}', '2025-06-01'); \
             INSERT INTO iterations (task_id, number, result, started_at) VALUES \
             (1, 1, '{\"tokens\": 9000000000}', '2025-06-02'), (1, 2, NULL, '2025-06-02')",
        );
    }
    let upgraded = pair.do_the_same(&["upgrade", "head"]);
    assert!(upgraded.parts("iterations row").iter().any(|row| row.contains("9000000000")));
    pair.do_the_same(&["downgrade", "0002_iterations"]);
}

#[test]
fn a_table_that_no_revision_makes_is_found() {
    let pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    pair.do_the_same(&["upgrade", "head"]);
    for (tool, project) in &pair.sides {
        let file = project.folder().join("schema/tables.py");
        let mut text = fs::read_to_string(&file).expect("the tables");
        text.push_str("\nnotes = Table(\"notes\", metadata, Column(\"id\", Integer, primary_key=True))\n");
        fs::write(&file, text).expect("the tables are written");
        let outcome = project.run(tool, &["check"]);
        assert_eq!(outcome.code, Some(255), "{}: {outcome:#?}", tool.name);
        let said = outcome.stdout + &outcome.stderr;
        assert!(said.contains("New upgrade operations detected") && said.contains("notes"), "{}: {said}", tool.name);
    }
}
