//! Questions to a live SQLite database.

use limbeck_core::expression::Literal;
use limbeck_core::schema::TableName;

use super::definition::Definition;
use super::quote::always;
use crate::render::literal::string;
use crate::{Catalogue, DialectError};

/// A table where it was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The database it is in: `main`, `temp`, or an attached one.
    pub(super) database: String,
    /// Its name as the database spells it.
    pub(super) name: String,
    /// Whether it is a view.
    pub(super) is_view: bool,
    /// Whether a temporary table has the name, too: then the name alone means that one.
    pub(super) is_shadowed: bool,
    /// Its statement.
    pub(super) sql: String,
}

impl Found {
    /// Whether its name alone means it.
    pub(super) fn is_plain(&self) -> bool {
        self.database == "main" && !self.is_shadowed
    }
}

/// An index or trigger with its statement.
#[derive(Debug, Clone)]
pub(super) struct Attached {
    pub(super) name: String,
    pub(super) sql: String,
}

pub(super) fn text(value: Option<&Literal>) -> String {
    match value {
        Some(Literal::Text(text)) => text.clone(),
        Some(Literal::Int(number)) => number.to_string(),
        _ => String::new(),
    }
}

pub(super) fn number(value: Option<&Literal>) -> i64 {
    match value {
        Some(Literal::Int(number)) => *number,
        Some(Literal::Text(text)) => text.parse().unwrap_or(0),
        _ => 0,
    }
}

/// The catalogue table of a database.
pub(super) fn master(database: &str) -> String {
    match database {
        "temp" => "sqlite_temp_master".into(),
        other => format!("{}.sqlite_master", always(other)),
    }
}

/// Where tables of a schema are looked for, in this order; nowhere when there is no such database.
pub(super) fn databases(live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Vec<String>, DialectError> {
    let Some(schema) = schema else { return Ok(vec!["main".to_owned(), "temp".to_owned()]) };
    let known = live.query("PRAGMA database_list")?;
    let is_there = known.iter().any(|row| text(row.get(1)).eq_ignore_ascii_case(schema));
    Ok(if is_there { vec![schema.to_owned()] } else { Vec::new() })
}

/// A table or view by name; without a schema it is looked for in `main`, then among temporary tables.
pub(super) fn find(live: &mut dyn Catalogue, table: &TableName) -> Result<Option<Found>, DialectError> {
    for database in databases(live, table.schema.as_deref())? {
        let query = format!(
            "SELECT type, name, sql FROM {} WHERE type IN ('table', 'view') AND name = {} COLLATE NOCASE",
            master(&database),
            string(&table.name)
        );
        if let Some(row) = live.query(&query)?.into_iter().next() {
            let (name, sql) = (text(row.get(1)), text(row.get(2)));
            let is_view = text(row.first()) == "view";
            let namesake = format!("SELECT 1 FROM sqlite_temp_master WHERE name = {} COLLATE NOCASE", string(&name));
            let is_shadowed = !database.eq_ignore_ascii_case("temp") && !live.query(&namesake)?.is_empty();
            return Ok(Some(Found { database, name, is_view, is_shadowed, sql }));
        }
    }
    Ok(None)
}

/// The definition of a table that was found.
pub(super) fn definition(found: &Found) -> Result<Definition, DialectError> {
    Definition::parse(&found.sql).map_err(|why| unreadable(&found.name, &why))
}

/// A definition cannot be read.
pub(super) fn unreadable(table: &str, why: &str) -> DialectError {
    DialectError::unsupported(
        format!("the definition of table \"{table}\" cannot be read: {why}"),
        "change it with op.execute(...)",
    )
}

/// A PRAGMA about a table or an index.
pub(super) fn pragma(
    live: &mut dyn Catalogue,
    database: &str,
    pragma: &str,
    name: &str,
) -> Result<Vec<Vec<Literal>>, DialectError> {
    live.query(&format!("PRAGMA {}.{pragma}({})", always(database), always(name)))
}

/// What is attached to a table and was made by a statement of its own: `index` or `trigger`.
pub(super) fn attached(live: &mut dyn Catalogue, found: &Found, kind: &str) -> Result<Vec<Attached>, DialectError> {
    let query = format!(
        "SELECT name, sql FROM {} WHERE type = {} AND tbl_name = {} COLLATE NOCASE AND sql IS NOT NULL ORDER BY rowid",
        master(&found.database),
        string(kind),
        string(&found.name)
    );
    let rows = live.query(&query)?;
    Ok(rows.iter().map(|row| Attached { name: text(row.first()), sql: text(row.get(1)) }).collect())
}
