//! What stays of a revision that did not end, where the database commits DDL by itself: kept so that a killed process is no loss.
//!
//! The notes are a table beside the version table (`alembic_version_unfinished`), for as long as a run changes the database. A file would not be
//! there for the next run, which may be another container; a column or a comment of the version table would be a change to what is
//! Alembic's. The database is also the only place where a note is committed together with what it is about: before a statement that may
//! commit by itself, its note and those of the data statements before it are written, and committed by that very statement before it
//! begins. With the version row they go. Whoever finds the table empty drops it, so that it stays only when there is something in it; and then no
//! `check` or autogenerate, ours or Alembic's, runs into it: the version table is not at the head.

use std::rc::Rc;

use limbeck_core::expression::{Expression, Insert, Literal, Statement};
use limbeck_core::operation::Operation;
use limbeck_core::schema::{Column, Constraint, Deferral, DialectOptions, PrimaryKey, SqlType, Table, TableName};
use limbeck_database::{Connection, DatabaseError};
use limbeck_dialect::{BindMode, Catalogue, Dialect, DialectError, Sql};

/// What is added to the version table's name.
const SUFFIX: &str = "_unfinished";
/// Of a statement, so many characters are noted.
const LONGEST: usize = 2000;
/// Of data statements that wait for something to commit them, so many are noted by their text.
const MOST: usize = 1000;

/// Words that begin a statement which a rollback takes back.
const DATA: [&str; 6] = ["INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD", "WITH"];
/// Words that begin a statement which changes nothing that stays, and commits nothing.
const NOTHING: [&str; 13] = [
    "SELECT",
    "SHOW",
    "EXPLAIN",
    "DESCRIBE",
    "DESC",
    "VALUES",
    "TABLE",
    "SET",
    "DO",
    "USE",
    "SAVEPOINT",
    "RELEASE",
    "ROLLBACK",
];

/// What an earlier run left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Left {
    pub revision: String,
    pub direction: String,
    /// The rows of the version table when the revision began, sorted
    pub heads: String,
    /// What was applied
    pub applied: Vec<String>,
    /// The statement that was running: it may be applied or not
    pub running: Option<String>,
}

impl Left {
    /// Whether rows of tables were changed: a second time that would go unnoticed, while DDL fails.
    pub fn changed_data(&self) -> bool {
        self.applied.iter().any(|text| !is_ddl(text))
    }

    /// The facts, in lines.
    pub fn describe(&self) -> String {
        let indented = |text: &String| format!("\n    {}", text.trim().replace('\n', "\n    "));
        let mut out = format!(
            "an earlier run did not get to the end of the {} of revision {}, and this database has no transactions for DDL",
            self.direction, self.revision
        );
        if !self.applied.is_empty() {
            out.push_str("; these statements are applied and stay:");
            out.extend(self.applied.iter().map(indented));
        }
        if let Some(text) = &self.running {
            out.push_str("\n  this one was running, and may be applied or not:");
            out.push_str(&indented(text));
        }
        out
    }
}

/// The kinds of a text's first words; a text of several statements may be anything.
fn first_word(text: &str) -> String {
    let mut rest = text.trim_start();
    loop {
        rest = if let Some(comment) = rest.strip_prefix("/*").filter(|c| !c.starts_with(['!', 'M'])) {
            comment.split_once("*/").map_or("", |(_, after)| after)
        } else if rest.starts_with("-- ") || rest.starts_with('#') {
            rest.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(inside) = rest.strip_prefix('(') {
            inside
        } else {
            break;
        }
        .trim_start();
    }
    let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    rest[..end].to_ascii_uppercase()
}

fn is_several(text: &str) -> bool {
    text.trim_end().trim_end_matches(';').contains(';')
}

/// Whether it changes data, and a rollback takes it back.
fn is_data(text: &str) -> bool {
    !is_several(text) && DATA.contains(&first_word(text).as_str())
}

fn is_nothing(text: &str) -> bool {
    !is_several(text)
        && NOTHING.contains(&first_word(text).as_str())
        // That one commits.
        && !text.to_ascii_lowercase().contains("autocommit")
}

fn is_ddl(text: &str) -> bool {
    let words = ["CREATE", "ALTER", "DROP", "RENAME", "COMMENT", "GRANT", "REVOKE", "ANALYZE", "OPTIMIZE", "FLUSH"];
    !is_several(text) && words.contains(&first_word(text).as_str()) && !text.to_ascii_uppercase().contains("SELECT")
}

/// A running revision's notes.
#[derive(Debug)]
struct Begun {
    revision: String,
    direction: &'static str,
    heads: String,
    /// Data statements that are not committed, as far as we know
    waiting: Vec<String>,
    /// The first note of this run
    first: i64,
    next: i64,
}

/// The notes of one connection. Without a table they do nothing.
#[derive(Default)]
pub(crate) struct Notes {
    table: Option<(TableName, Rc<dyn Dialect>)>,
    begun: Option<Begun>,
}

/// The rows of the version table as one text.
pub(crate) fn heads_text(heads: &[String]) -> String {
    let mut heads = heads.to_vec();
    heads.sort();
    heads.join(", ")
}

/// The table of the notes beside a version table.
pub(crate) fn table_name(version_table: &TableName, dialect: &dyn Dialect) -> TableName {
    let room = dialect.max_identifier_length().saturating_sub(SUFFIX.len());
    let kept: String = version_table.name.chars().take(room).collect();
    TableName { schema: version_table.schema.clone(), name: format!("{kept}{SUFFIX}") }
}

const COLUMNS: [&str; 6] = ["step", "revision", "direction", "heads", "running", "statement"];

/// What an earlier run left, and whether there is a table at all.
pub(crate) fn read(
    live: &mut dyn Connection,
    dialect: &dyn Dialect,
    table: &TableName,
) -> Result<(bool, Option<Left>), DatabaseError> {
    if !is_there(live, dialect, table)? {
        return Ok((false, None));
    }
    let columns = COLUMNS.map(|name| dialect.quote(name)).join(", ");
    let query = format!("SELECT {columns} FROM {} ORDER BY {}", dialect.quote_table(table), dialect.quote("step"));
    let rows = match live.execute(&Sql::new(query)) {
        Ok(outcome) => outcome.rows,
        // Another run came to its end, and took its table along.
        Err(_) if !is_there(live, dialect, table)? => return Ok((false, None)),
        Err(error) => return Err(error),
    };
    let text = |value: &Literal| match value {
        Literal::Text(text) => text.clone(),
        _ => String::new(),
    };
    let mut left: Option<Left> = None;
    let count = rows.len();
    for (index, row) in rows.into_iter().enumerate() {
        let [_, revision, direction, heads, running, statement] = row.as_slice() else { continue };
        let left = left.get_or_insert_with(|| Left {
            revision: text(revision),
            direction: text(direction),
            heads: text(heads),
            applied: Vec::new(),
            running: None,
        });
        // The next note says that the one before has ended.
        if index + 1 == count && *running == Literal::Int(1) {
            left.running = Some(text(statement));
        } else {
            left.applied.push(text(statement));
        }
    }
    Ok((true, left))
}

fn is_there(live: &mut dyn Connection, dialect: &dyn Dialect, table: &TableName) -> Result<bool, DatabaseError> {
    let catalogue: &mut dyn Catalogue = live;
    let failed = |error: DialectError| DatabaseError::new(limbeck_database::ErrorKind::Operational, error.to_string());
    dialect.has_table(catalogue, table).map_err(failed)
}

/// Drops the table.
pub(crate) fn drop_table(
    live: &mut dyn Connection,
    dialect: &dyn Dialect,
    table: &TableName,
) -> Result<(), DatabaseError> {
    live.execute(&Sql::new(format!("DROP TABLE IF EXISTS {}", dialect.quote_table(table)))).map(drop)
}

fn definition(name: &TableName) -> Table {
    let mut table = Table::new(name.clone());
    let word = |length| SqlType::String { length: Some(length), collation: None };
    let text = || SqlType::Text { length: None, collation: None };
    let types = [SqlType::Integer, word(255), word(20), text(), SqlType::Integer, text()];
    for (name, sql_type) in COLUMNS.iter().zip(types) {
        let mut column = Column::new(*name, sql_type);
        column.nullable = false;
        column.autoincrement = Some(false);
        table.columns.push(column);
    }
    table.constraints.push(Constraint::PrimaryKey(PrimaryKey {
        name: None,
        columns: vec!["step".into()],
        deferral: Deferral::default(),
        options: DialectOptions::default(),
    }));
    table
}

impl Notes {
    /// Notes are kept from here on, in a table that is made when it is missing.
    pub fn keep(
        &mut self,
        live: &mut dyn Connection,
        dialect: Rc<dyn Dialect>,
        table: TableName,
        is_there: bool,
    ) -> Result<(), DatabaseError> {
        if !is_there {
            let operation = Operation::CreateTable { table: definition(&table), if_not_exists: true };
            let statements = dialect
                .operation(&operation, BindMode::Driver)
                .map_err(|error| DatabaseError::new(limbeck_database::ErrorKind::NotSupported, error.to_string()))?;
            for sql in &statements {
                live.execute(sql)?;
            }
        }
        self.table = Some((table, dialect));
        Ok(())
    }

    /// Whether notes are kept.
    pub fn are_kept(&self) -> bool {
        self.table.is_some()
    }

    /// A revision begins. `earlier` notes of it stay, and new ones follow them.
    pub fn begin(&mut self, revision: &str, direction: &'static str, heads: &[String], earlier: usize) {
        if self.table.is_some() {
            let first = i64::try_from(earlier).unwrap_or(i64::MAX) + 1;
            self.begun = Some(Begun {
                revision: revision.to_owned(),
                direction,
                heads: heads_text(heads),
                waiting: Vec::new(),
                first,
                next: first,
            });
        }
    }

    /// A statement is about to run. What it may commit is noted first.
    pub fn before(&mut self, live: &mut dyn Connection, text: &str) -> Result<(), DatabaseError> {
        let Some(begun) = &mut self.begun else { return Ok(()) };
        if is_nothing(text) {
            return Ok(());
        }
        if is_data(text) && live.in_transaction() {
            if begun.waiting.len() < MOST {
                begun.waiting.push(shortened(text));
            }
            return Ok(());
        }
        self.write(live, Some(text))
    }

    /// A commit is about to come in the middle of the revision.
    pub fn before_commit(&mut self, live: &mut dyn Connection) -> Result<(), DatabaseError> {
        match &self.begun {
            Some(begun) if !begun.waiting.is_empty() => self.write(live, None),
            _ => Ok(()),
        }
    }

    /// What waited was rolled back.
    pub fn rolled_back(&mut self) {
        if let Some(begun) = &mut self.begun {
            begun.waiting.clear();
        }
    }

    fn write(&mut self, live: &mut dyn Connection, running: Option<&str>) -> Result<(), DatabaseError> {
        let (Some((table, dialect)), Some(begun)) = (&self.table, &mut self.begun) else { return Ok(()) };
        let waiting = std::mem::take(&mut begun.waiting);
        let all = waiting.into_iter().map(|text| (text, 0)).chain(running.map(|text| (shortened(text), 1)));
        let mut rows = Vec::new();
        for (text, running) in all {
            rows.push(begun.row(&text, running));
            begun.next += 1;
        }
        let sent = insert(live, dialect.as_ref(), table, rows);
        if let Err(error) = sent {
            // The script has locked tables, or may not write there: it goes on without.
            let message = "limbeck cannot note any more what is applied, so a killed run will not be told of";
            log::warn!(target: "limbeck", "{message}: {}", error.message);
            self.begun = None;
        }
        Ok(())
    }

    /// The statement that takes the notes away, together with the version row.
    pub fn clear(&mut self) -> Option<Sql> {
        let (table, dialect) = self.table.as_ref()?;
        self.begun.take()?;
        Some(Sql::new(format!("DELETE FROM {}", dialect.quote_table(table))))
    }

    /// The revision failed, what was not committed is rolled back: of this run's notes those stay that say what is `applied`.
    pub fn settle(&mut self, live: &mut dyn Connection, applied: &[String]) -> Result<(), DatabaseError> {
        let (Some((table, dialect)), Some(mut begun)) = (&self.table, self.begun.take()) else { return Ok(()) };
        let condition = format!("{} >= {}", dialect.quote("step"), begun.first);
        live.execute(&Sql::new(format!("DELETE FROM {} WHERE {condition}", dialect.quote_table(table))))?;
        begun.next = begun.first;
        let mut rows = Vec::new();
        for text in applied {
            rows.push(begun.row(&shortened(text), 0));
            begun.next += 1;
        }
        if !rows.is_empty() {
            insert(live, dialect.as_ref(), table, rows)?;
        }
        live.commit()
    }

    /// No notes are kept any more. The table, when there was one.
    pub fn end(&mut self) -> Option<TableName> {
        self.begun = None;
        self.table.take().map(|(table, _)| table)
    }
}

impl Begun {
    fn row(&self, text: &str, running: i64) -> Vec<Literal> {
        vec![
            Literal::Int(self.next),
            Literal::Text(self.revision.clone()),
            Literal::Text(self.direction.to_owned()),
            Literal::Text(self.heads.clone()),
            Literal::Int(running),
            Literal::Text(text.to_owned()),
        ]
    }
}

fn insert(
    live: &mut dyn Connection,
    dialect: &dyn Dialect,
    table: &TableName,
    rows: Vec<Vec<Literal>>,
) -> Result<(), DatabaseError> {
    let values = |row: Vec<Literal>| row.into_iter().map(Expression::Inline).collect();
    let columns = COLUMNS.map(str::to_owned).to_vec();
    let rows = rows.into_iter().map(values).collect();
    let statement = Statement::Insert(Box::new(Insert::values(table.clone(), columns, rows)));
    let statements = dialect
        .statement(&statement, &[], BindMode::Inline)
        .map_err(|error| DatabaseError::new(limbeck_database::ErrorKind::NotSupported, error.to_string()))?;
    statements.iter().try_for_each(|sql| live.execute(sql).map(drop))
}

fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} ...", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commits_and_what_changes_data() {
        for text in [
            "INSERT INTO t VALUES (1)",
            " update t set a = 1;",
            "/* x */ DELETE FROM t",
            "-- x\nREPLACE INTO t SELECT 1",
        ] {
            assert!(is_data(text) && !is_nothing(text) && !is_ddl(text), "{text}");
        }
        for text in ["SELECT 1", "(SELECT 1)", "SET foreign_key_checks = 0", "show tables"] {
            assert!(is_nothing(text) && !is_data(text), "{text}");
        }
        for text in
            ["CREATE TABLE t (a INT)", "ALTER TABLE t ADD b INT", "/*!40101 SET x */", "SET autocommit = 1", "COMMIT"]
        {
            assert!(!is_nothing(text) && !is_data(text), "{text}");
        }
        assert!(is_ddl("ALTER TABLE t ADD b INT") && is_ddl("drop table t;"));
        for text in ["CREATE TABLE u AS SELECT * FROM t", "CALL p()", "DROP TABLE t; DELETE FROM u", "TRUNCATE t"] {
            assert!(!is_ddl(text), "{text}");
        }
        assert!(!is_data("INSERT INTO t VALUES (1); ALTER TABLE t ADD b INT"));
    }

    #[test]
    fn what_an_earlier_run_left() {
        let left = Left {
            revision: "b2".into(),
            direction: "upgrade".into(),
            heads: "a1".into(),
            applied: vec!["CREATE TABLE t (\n    a INT\n)".into()],
            running: Some("CREATE INDEX i ON t (a)".into()),
        };
        assert_eq!(
            left.describe(),
            "an earlier run did not get to the end of the upgrade of revision b2, and this database has no transactions for DDL; \
             these statements are applied and stay:\n    CREATE TABLE t (\n        a INT\n    )\n  \
             this one was running, and may be applied or not:\n    CREATE INDEX i ON t (a)"
        );
        assert!(!left.changed_data());
        let names = |name: &str| table_name(&TableName::new(name), &limbeck_dialect::mysql::Mysql::default()).name;
        assert_eq!(names("alembic_version"), "alembic_version_unfinished");
        assert_eq!(names(&"v".repeat(64)).len(), 64);
    }
}
