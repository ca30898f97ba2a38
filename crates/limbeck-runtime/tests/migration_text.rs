//! Bodies of version scripts as text: read, bound and written, and held against what real Alembic prints
//! (`crates/limbeck-dialect/tests/goldens/DIALECT/migrations.txt`).

use limbeck_core::operation::Operation;
use limbeck_core::schema::NamingConvention;
use limbeck_dialect::mysql::Mysql;
use limbeck_dialect::postgresql::Postgresql;
use limbeck_dialect::{BindMode, Dialect, Step};
use limbeck_script::binder::{BindState, Binder};
use limbeck_script::reader::{ParsedScript, Reading, read_function};

const HEADER: &str = "import datetime\nimport decimal\nimport uuid\n\nfrom alembic import op\nimport sqlalchemy as sa\n\
    from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite\n\n\ndef upgrade():\n";

/// Where Alembic's text is wrong for both: what is right, and why.
const ON_PURPOSE: &[(&str, &str)] = &[
    // One size of two says nothing; Alembic stops with an exception of its own.
    ("type sa.Double(53)", "CREATE TABLE t (\n    a DOUBLE\n);"),
    ("type sa.DOUBLE(5)", "CREATE TABLE t (\n    a DOUBLE\n);"),
    ("type mysql.DOUBLE(10)", "CREATE TABLE t (\n    a DOUBLE\n);"),
    // MySQL has enums of its own, and Alembic an exception.
    ("type postgresql.ENUM('a', name='e')", "CREATE TABLE t (\n    a ENUM('a')\n);"),
    // Alembic looks for the name of a text; here it is the text.
    ("index ['a', sa.text('b')], mysql_length={'b': 3}", "CREATE INDEX ix ON t (a, b(3));"),
    // A method in quotes is no method.
    ("index ['a'], mysql_using='BTREE'", "CREATE INDEX ix ON t (a) USING BTREE;"),
    // An expression stands in parentheses, whatever its order.
    ("index [sa.func.lower(sa.column('a')).desc()]", "CREATE INDEX ix ON t ((lower(a)) DESC);"),
    // Neither database has constraints that wait, and no word for those that do not.
    ("a deferrable key", "ERROR"),
    ("create a deferrable constraint", "ERROR"),
    ("create a constraint that defers nothing", "ERROR"),
    // An index belongs to a table; Alembic names one that is not there.
    ("drop an index of nobody", "ERROR"),
    // A schema is a database there, and goes with everything in it.
    ("a schema and all it holds", "ERROR"),
    // SQLAlchemy thinks of aliases, which may be longer.
    ("a long name", "ERROR"),
];

/// The same for PostgreSQL.
const ON_PURPOSE_POSTGRESQL: &[(&str, &str)] = &[];

/// The same for MySQL alone.
const ON_PURPOSE_MYSQL: &[(&str, &str)] = &[
    // A function as a default needs parentheses, which Alembic does not write here.
    ("alter server_default=sa.text('uuid()')", "ERROR"),
    ("alter nullable=False, existing_type=sa.Date(), existing_server_default=sa.text('curdate()')", "ERROR"),
    // The present moment is a default only where the whole column is stated.
    ("alter server_default=sa.func.now()", "ERROR"),
    // MySQL does not ask whether something is there.
    ("index ['a'], if_not_exists=True", "ERROR"),
    ("drop an index if it is there", "ERROR"),
    ("drop a column if it is there", "ERROR"),
    ("add a column if it is not there", "ERROR"),
    // Before version 9 it reads such a foreign key and makes none.
    ("add a reference inline", "ERROR"),
    // It has no sequences.
    ("sequences", "ERROR"),
    ("a next value", "ERROR"),
];

/// What limbeck prints for the body of a script: statements, or `ERROR` and why after those that went before it.
fn printed(dialect: &dyn Dialect, body: &str) -> Result<String, String> {
    let indented: String = body.lines().map(|line| format!("    {line}\n")).collect();
    let path: std::path::PathBuf = "versions/1_x.py".into();
    let source = format!("{HEADER}{indented}");
    let script = ParsedScript::parse(path.into(), source.into()).map_err(|e| e.to_string())?;
    let events = match read_function(&script, "upgrade") {
        Ok(Reading::Events(events)) => events,
        Ok(Reading::Missing) => return Err("no upgrade()".into()),
        Err(reason) => return Err(reason.to_string()),
    };
    let mut binder =
        Binder::new(BindState { dialect_name: dialect.name().into(), naming_convention: NamingConvention::default() });
    let mut out = Vec::new();
    for event in &events {
        let written = binder.bind(event).map_err(|e| e.to_string()).and_then(|operations| {
            let texts: Result<Vec<Vec<String>>, String> = operations.iter().map(|o| texts(dialect, o)).collect();
            texts.map(|t| t.concat())
        });
        match written {
            Ok(texts) => out.extend(texts),
            Err(_) => {
                out.push("ERROR".to_owned());
                break;
            }
        }
    }
    Ok(out.join("\n\n"))
}

fn texts(dialect: &dyn Dialect, operation: &Operation) -> Result<Vec<String>, String> {
    let statements = match operation {
        Operation::Batch(batch) => dialect.batch(batch, None).map(|steps| {
            let sql = |step| if let Step::Sql(sql) = step { Some(sql) } else { None };
            steps.into_iter().filter_map(sql).collect()
        }),
        other => dialect.operation(other, BindMode::Inline),
    };
    Ok(statements.map_err(|e| e.to_string())?.into_iter().map(|s| format!("{};", s.text)).collect())
}

const MYSQL: &str = include_str!("../../limbeck-dialect/tests/goldens/mysql/migrations.txt");
const POSTGRESQL: &str = include_str!("../../limbeck-dialect/tests/goldens/postgresql/migrations.txt");
const MARIADB: &str = include_str!("../../limbeck-dialect/tests/goldens/mariadb/migrations.txt");

/// Name, body and what is to be printed.
type Golden<'g> = (&'g str, &'g str, &'g str);

fn goldens(file: &'static str) -> Vec<Golden<'static>> {
    let parts = file.split("=== ").skip(1).map(|part| {
        let (head, text) = part.split_once("\n---\n").unwrap();
        let (name, body) = head.split_once('\n').unwrap();
        (name, body, text.trim_matches('\n'))
    });
    let goldens: Vec<Golden<'static>> = parts.collect();
    assert!(goldens.len() >= 10);
    goldens
}

/// The same with what is right where Alembic is wrong.
fn corrected(
    goldens: Vec<Golden<'static>>,
    on_purpose: &[&'static [(&'static str, &'static str)]],
) -> Vec<Golden<'static>> {
    let purposes = || on_purpose.iter().copied().flatten();
    for (name, text) in purposes() {
        let golden = goldens.iter().find(|(n, ..)| n == name);
        let (.., alembic) = golden.unwrap_or_else(|| panic!("{name}: on purpose, and not in the goldens"));
        assert_ne!(text, alembic, "{name}: on purpose, and yet what Alembic prints");
    }
    let right = |(name, body, text)| (name, body, purposes().find(|(n, _)| *n == name).map_or(text, |(_, text)| *text));
    goldens.into_iter().map(right).collect()
}

fn compare(dialect: &dyn Dialect, goldens: &[Golden<'_>]) {
    let mut wrong = Vec::new();
    for (name, body, expected) in goldens {
        match printed(dialect, body) {
            Ok(ours) if ours == *expected => {}
            Ok(ours) => wrong.push(format!("{name}:\n--- expected\n{expected}\n--- limbeck\n{ours}")),
            Err(reason) => wrong.push(format!("{name}: {reason}")),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), goldens.len(), wrong.join("\n\n"));
}

#[test]
fn mysql_text_is_alembics_character_for_character() {
    compare(&Mysql::default(), &corrected(goldens(MYSQL), &[ON_PURPOSE, ON_PURPOSE_MYSQL]));
}

/// But for MySQL's own arguments, which Alembic leaves out without a word.
#[test]
fn mariadb_text_is_alembics_character_for_character() {
    let mysql = corrected(goldens(MYSQL), &[ON_PURPOSE]);
    let expected: Vec<Golden<'_>> = corrected(goldens(MARIADB), &[ON_PURPOSE])
        .into_iter()
        .map(|(name, body, text)| match body.contains("mysql_") && !body.contains("mariadb_") {
            true => mysql.iter().find(|(n, ..)| *n == name).copied().unwrap(),
            false => (name, body, text),
        })
        .collect();
    compare(&Mysql::mariadb(), &expected);
}

#[test]
fn postgresql_text_is_alembics_character_for_character() {
    compare(&Postgresql, &corrected(goldens(POSTGRESQL), &[ON_PURPOSE_POSTGRESQL]));
}
