//! Operations as SQLite text, held against what real Alembic prints: `goldens/sqlite/operations.txt`.

#[path = "../operations/mod.rs"]
mod operations;

use limbeck_dialect::sqlite::Sqlite;

/// Where Alembic's text is wrong: what is right, and why.
const ON_PURPOSE: &[(&str, &str)] = &[
    // SQLite has no such clause.
    ("add column if not exists", "ERROR"),
    ("drop column if exists", "ERROR"),
    // It has no tables without columns, and only foreign keys wait.
    ("empty table", "ERROR"),
    ("ON CONFLICT", "ERROR"),
    // Alembic leaves a placeholder in text that nobody will fill.
    ("select: offset", "SELECT t.id \nFROM t\n LIMIT -1 OFFSET 2;"),
    (
        "select: null and distinct from",
        "SELECT t.id \nFROM t \nWHERE t.name IS NULL AND t.name IS NOT NULL AND t.id IS NOT 1 AND lower(t.name) LIKE lower('x');",
    ),
];

#[test]
fn text_is_alembics_character_for_character() {
    let goldens = operations::goldens(include_str!("../goldens/sqlite/operations.txt"));
    operations::compare(&goldens, &operations::shared(), ON_PURPOSE, |name, case| {
        operations::written(&Sqlite, case, operations::offline_mode(name)).join("\n\n")
    });
    assert!(goldens.len() >= 80);
}
