//! Operations as text for MySQL and MariaDB, held against what real Alembic prints: `goldens/mysql/operations.txt` and
//! `goldens/mariadb/operations.txt`.

#[path = "../operations/mod.rs"]
mod operations;

use limbeck_dialect::mysql::Mysql;

/// Where Alembic's text is wrong, for both: what is right, and why.
const ON_PURPOSE: &[(&str, &str)] = &[
    // Neither database has constraints that wait.
    ("ON CONFLICT", "ERROR"),
    // A table has a column, and CLOB is no type there.
    ("empty table", "ERROR"),
    ("upper-case types", "ERROR"),
    // Alembic leaves a placeholder in text that nobody will fill.
    (
        "select: null and distinct from",
        "SELECT t.id \nFROM t \nWHERE t.name IS NULL AND t.name IS NOT NULL AND NOT (t.id <=> 1) AND lower(t.name) LIKE lower('x');",
    ),
];

/// The same for MySQL alone.
const ON_PURPOSE_MYSQL: &[(&str, &str)] = &[
    // MySQL does not ask whether something is there.
    ("add column if not exists", "ERROR"),
    ("drop column if exists", "ERROR"),
    ("create partial index", "ERROR"),
    ("drop index", "ERROR"),
    // It has no RETURNING.
    ("insert returning", "ERROR"),
    // Before version 9 it reads such a foreign key and makes none.
    ("add column with a reference", "ERROR"),
];

/// The same for MariaDB alone.
const ON_PURPOSE_MARIADB: &[(&str, &str)] = &[
    // No NOT NULL with a computed column, no name for the CHECK of a column, no index of expressions.
    ("computed and identity", "ERROR"),
    ("order of constraints", "ERROR"),
    ("add column, key and check", "ERROR"),
    ("create descending index", "ERROR"),
];

fn compare(dialect: Mysql, file: &'static str, own: &[(&str, &str)]) {
    let goldens = operations::goldens(file);
    let on_purpose: Vec<(&str, &str)> = ON_PURPOSE.iter().chain(own).copied().collect();
    operations::compare(&goldens, &operations::shared(), &on_purpose, |name, case| {
        operations::written(&dialect, case, operations::offline_mode(name)).join("\n\n")
    });
    assert!(goldens.len() >= 80);
}

#[test]
fn text_is_alembics_character_for_character() {
    compare(Mysql::default(), include_str!("../goldens/mysql/operations.txt"), ON_PURPOSE_MYSQL);
}

#[test]
fn so_it_is_for_mariadb() {
    compare(Mysql::mariadb(), include_str!("../goldens/mariadb/operations.txt"), ON_PURPOSE_MARIADB);
}
