//! Which schemas, tables and views there are.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_core::schema::{DialectOption, DialectOptions, OptionValue, TableName};

use super::Asked;
use crate::mysql::{Mysql, literal};
use crate::row::Row;
use crate::{Catalogue, Dialect, DialectError, Names};

/// What is listed as a table.
const TABLES: &str = "'BASE TABLE', 'SYSTEM VERSIONED'";
/// The server's own.
const OF_THE_SERVER: &str = "'information_schema', 'mysql', 'performance_schema', 'sys'";

/// A table or view.
pub(super) struct Relation {
    pub is_view: bool,
    pub comment: Option<String>,
    pub collation: Option<String>,
    pub options: DialectOptions,
}

/// A schema as text in a query.
pub(super) fn schema_text(dialect: Mysql, schema: Option<&str>) -> String {
    schema.map_or_else(|| "DATABASE()".to_owned(), |name| literal::string(dialect, name))
}

/// The first column, by bytes and not by a collation.
fn sorted(live: &mut dyn Catalogue, query: &str) -> Result<Vec<String>, DialectError> {
    let rows = live.query(query)?;
    let mut names = rows.iter().map(|row| Row(row).text(0)).collect::<Result<Vec<_>, _>>()?;
    names.sort();
    Ok(names)
}

fn of_types(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    types: &str,
    schema: Option<&str>,
) -> Result<Vec<String>, DialectError> {
    let query = format!(
        "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_TYPE IN ({types}) AND TABLE_SCHEMA = {}",
        schema_text(dialect, schema)
    );
    sorted(live, &query)
}

pub(in crate::mysql) fn table_names(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    schema: Option<&str>,
) -> Result<Vec<String>, DialectError> {
    of_types(dialect, live, TABLES, schema)
}

/// Whether there is a table or view of that name.
pub(in crate::mysql) fn has_table(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    table: &TableName,
) -> Result<bool, DialectError> {
    let asked = Asked { dialect, schema: table.schema.as_deref(), tables: std::slice::from_ref(&table.name) };
    Ok(!relations(&asked, live)?.is_empty())
}

/// Schemas that are neither the server's own nor the one that names without a schema are in.
pub(in crate::mysql) fn schema_names(_: Mysql, live: &mut dyn Catalogue) -> Result<Vec<String>, DialectError> {
    let query = format!(
        "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME NOT IN ({OF_THE_SERVER}) \
         AND NOT SCHEMA_NAME <=> DATABASE()"
    );
    sorted(live, &query)
}

pub(in crate::mysql) fn names(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    kind: Names,
    schema: Option<&str>,
) -> Result<Option<Vec<String>>, DialectError> {
    match kind {
        Names::Schemas => sorted(live, "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA").map(Some),
        Names::Views => of_types(dialect, live, "'VIEW', 'SYSTEM VIEW'", schema).map(Some),
        Names::Sequences if dialect.is_mariadb() => of_types(dialect, live, "'SEQUENCE'", schema).map(Some),
        Names::Sequences
        | Names::MaterializedViews
        | Names::ForeignTables
        | Names::TemporaryTables
        | Names::TemporaryViews => Ok(None),
    }
}

/// What the server shows of a view.
pub(in crate::mysql) fn view_definition(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    view: &TableName,
) -> Result<Option<String>, DialectError> {
    let name = literal::string(dialect, &view.name);
    let schema = schema_text(dialect, view.schema.as_deref());
    let there = live.query(&format!(
        "SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = {schema} AND TABLE_NAME = {name}"
    ))?;
    if there.is_empty() {
        return Ok(None);
    }
    let shown = live.query(&format!("SHOW CREATE VIEW {}", dialect.quote_table(view)))?;
    shown.first().map(|row| Row(row).text(1)).transpose()
}

/// Tables and views by name. The server compares names without their case; where it keeps names apart by their case, so do we.
pub(super) fn relations(
    asked: &Asked<'_>,
    live: &mut dyn Catalogue,
) -> Result<BTreeMap<String, Relation>, DialectError> {
    if asked.tables.is_empty() {
        return Ok(BTreeMap::new());
    }
    let wanted: BTreeSet<&String> = asked.tables.iter().collect();
    let query = format!(
        "SELECT TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT, @@lower_case_table_names = 0 \
         FROM information_schema.TABLES WHERE TABLE_TYPE IN ({TABLES}, 'VIEW', 'SYSTEM VIEW') AND {}",
        asked.condition("TABLE_SCHEMA", "TABLE_NAME")
    );
    let mut found = BTreeMap::new();
    for row in live.query(&query)?.iter().map(|row| Row(row)) {
        let name = row.text(0)?;
        let by_case = row.int(6)? != 0;
        if by_case && !wanted.contains(&name) {
            continue;
        }
        let is_view = row.text(1)?.ends_with("VIEW");
        let comment = row.opt_text(5)?.filter(|text| !text.is_empty() && !is_view);
        let collation = row.opt_text(3)?;
        let options = if is_view { DialectOptions::default() } else { table_options(asked.dialect, row)? };
        found.insert(name, Relation { is_view, comment, collation, options });
    }
    Ok(found)
}

/// As SQLAlchemy names them: `mysql_engine`, `mysql_default charset`, `mysql_collate`, `mysql_row_format`.
fn table_options(dialect: Mysql, row: Row<'_>) -> Result<DialectOptions, DialectError> {
    let mut found: Vec<(String, String)> = Vec::new();
    found.extend(row.opt_text(2)?.map(|engine| ("engine".to_owned(), engine)));
    if let Some(collation) = row.opt_text(3)? {
        let charset = collation.split('_').next().unwrap_or_default().to_owned();
        found.extend([("default charset".to_owned(), charset), ("collate".to_owned(), collation)]);
    }
    for word in row.opt_text(4)?.unwrap_or_default().split_whitespace() {
        if let Some((name, value)) = word.split_once('=') {
            let value = value.trim_matches(['"', '\'', '`']);
            found.push((name.to_ascii_lowercase(), value.to_owned()));
        }
    }
    let option =
        |(name, value)| DialectOption { dialect: dialect.name().into(), name, value: OptionValue::Text(value) };
    Ok(DialectOptions(found.into_iter().map(option).collect()))
}
