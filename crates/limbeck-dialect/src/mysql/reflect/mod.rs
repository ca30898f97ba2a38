//! Tables as `information_schema` describes them.
//!
//! One table and a whole schema cost the same number of queries: one each for relations, columns, indexes, foreign keys and checks. Names,
//! types and texts come out as SQLAlchemy's inspector gives them, which reads SHOW CREATE TABLE. What differs on purpose:
//!
//! * a type that SQLAlchemy does not know is kept by its text instead of being lost;
//! * a UNIQUE key is a constraint here, and not an index beside it, unless it says more than a constraint can; what the model takes it for
//!   is decided when the two are compared;
//! * the order of an index (DESC) and its expressions are there;
//! * a default that counts with a sequence of the database does not name the database;
//! * MariaDB's tables with system versioning are tables.

mod columns;
mod keys;
mod names;
mod sequences;
mod types;

use limbeck_core::expression::{Expression, Literal};
use limbeck_core::schema::{DialectOption, DialectOptions, OptionValue, Table, TableName};

use super::{Mysql, literal};
use crate::row::Row;
use crate::{Catalogue, DialectError};

pub(super) use names::{has_table, names, schema_names, table_names, view_definition};
pub(super) use sequences::sequences;

type Rows = Vec<Vec<Literal>>;

/// What is asked about.
struct Asked<'a> {
    dialect: Mysql,
    schema: Option<&'a str>,
    tables: &'a [String],
}

impl Asked<'_> {
    /// The condition on two columns. MariaDB opens one table alone for `=`, and all of the schema for `IN`.
    fn condition(&self, schema: &str, table: &str) -> String {
        let names: Vec<String> = self.tables.iter().map(|name| literal::string(self.dialect, name)).collect();
        let wanted = match names.as_slice() {
            [only] => format!("= {only}"),
            several => format!("IN ({})", several.join(", ")),
        };
        format!("{schema} = {} AND {table} {wanted}", names::schema_text(self.dialect, self.schema))
    }
}

/// Tables and views as the database has them, by name.
pub(super) fn tables(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    schema: Option<&str>,
    tables: &[String],
) -> Result<Vec<Table>, DialectError> {
    let asked = Asked { dialect, schema, tables };
    let relations = names::relations(&asked, live)?;
    if relations.is_empty() {
        return Ok(Vec::new());
    }
    let mut columns = columns::columns(&asked, &relations, live)?;
    let mut keys = keys::keys(&asked, live)?;
    let mut foreign_keys = keys::foreign_keys(&asked, live)?;
    let mut checks = keys::checks(&asked, live)?;
    let assembled = relations.into_iter().map(|(name, relation)| {
        let mut found = Table::new(TableName { schema: schema.map(str::to_owned), name: name.clone() });
        found.comment = relation.comment;
        found.options = relation.options;
        found.columns = columns.remove(&name).unwrap_or_default();
        let keys = keys.remove(&name).unwrap_or_default();
        found.constraints = keys.constraints;
        found.constraints.append(&mut foreign_keys.remove(&name).unwrap_or_default());
        found.constraints.append(&mut checks.remove(&name).unwrap_or_default());
        found.indexes = keys.indexes;
        let key: Vec<String> = found.primary_key_columns().into_iter().map(str::to_owned).collect();
        for column in &mut found.columns {
            column.primary_key = key.contains(&column.name);
        }
        found
    });
    Ok(assembled.collect())
}

/// The rows of a query with the table of each.
fn by_table<'r>(rows: &'r Rows) -> impl Iterator<Item = Result<(String, Row<'r>), DialectError>> {
    rows.iter().map(|row| Row(row)).map(|row| Ok((row.text(0)?, row)))
}

/// SQL text as an expression; a colon in it is a colon.
fn plain(sql: &str) -> Expression {
    Expression::text(sql.replace(':', "\\:"))
}

fn options(dialect: &str, given: Vec<(&str, Option<OptionValue>)>) -> DialectOptions {
    let all = given.into_iter().filter_map(|(name, value)| {
        Some(DialectOption { dialect: dialect.to_owned(), name: name.to_owned(), value: value? })
    });
    DialectOptions(all.collect())
}
