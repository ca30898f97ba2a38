//! Operations as SQLite text, held against what real Alembic prints: `goldens/sqlite/operations.txt`.

mod build;
mod data;
mod schema;

use limbeck_core::operation::Operation;
use limbeck_dialect::sqlite::Sqlite;
use limbeck_dialect::{BindMode, Dialect};

/// Where Alembic's text is wrong: what is right, and why.
const ON_PURPOSE: &[(&str, &str)] = &[
    // SQLite has no such clause.
    ("add column if not exists", "ERROR"),
    ("drop column if exists", "ERROR"),
    // Alembic leaves a placeholder in text that nobody will fill.
    ("select: offset", "SELECT t.id \nFROM t\n LIMIT -1 OFFSET 2;"),
    (
        "select: null and distinct from",
        "SELECT t.id \nFROM t \nWHERE t.name IS NULL AND t.name IS NOT NULL AND t.id IS NOT 1 AND lower(t.name) LIKE lower('x');",
    ),
];

struct Golden {
    name: &'static str,
    text: &'static str,
}

fn goldens() -> Vec<Golden> {
    include_str!("../goldens/sqlite/operations.txt")
        .split("=== ")
        .skip(1)
        .map(|part| {
            let (head, text) = part.split_once("\n---\n").unwrap();
            Golden { name: head.lines().next().unwrap(), text: text.trim_end() }
        })
        .collect()
}

fn printed(operations: &[Operation], mode: BindMode) -> String {
    let mut out = Vec::new();
    for operation in operations {
        match Sqlite.operation(operation, mode) {
            Ok(statements) => out.extend(statements.into_iter().map(|s| format!("{};", s.text))),
            Err(_) => out.push("ERROR".to_owned()),
        }
    }
    out.join("\n\n")
}

#[test]
fn text_is_alembics_character_for_character() {
    let mut cases = schema::cases();
    cases.extend(data::cases());
    let goldens = goldens();
    let mut wrong = Vec::new();
    for golden in &goldens {
        let Some((_, operations)) = cases.iter().find(|(name, _)| *name == golden.name) else {
            wrong.push(format!("{}: no operations are built for it", golden.name));
            continue;
        };
        let mode = if golden.name.contains("placeholders") { BindMode::Placeholder } else { BindMode::Inline };
        let ours = printed(operations, mode);
        let expected = ON_PURPOSE.iter().find(|(n, _)| *n == golden.name).map_or(golden.text, |(_, text)| text);
        if ours != expected {
            wrong.push(format!("{}:\n--- Alembic\n{expected}\n--- limbeck\n{ours}", golden.name));
        }
    }
    for (name, _) in &cases {
        if !goldens.iter().any(|g| g.name == *name) {
            wrong.push(format!("{name}: not in the goldens"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), goldens.len(), wrong.join("\n\n"));
    assert!(goldens.len() >= 80);
}
