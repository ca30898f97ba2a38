//! Which tables and databases there are.

use crate::sqlite::live;
use crate::{Catalogue, DialectError};

/// Tables of a database by name.
pub(in crate::sqlite) fn table_names(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
) -> Result<Vec<String>, DialectError> {
    let query = format!(
        "SELECT name FROM {} WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name",
        live::master(schema.unwrap_or("main"))
    );
    Ok(live.query(&query)?.iter().map(|row| live::text(row.first())).collect())
}

/// Databases that were attached, by name.
pub(in crate::sqlite) fn schema_names(live: &mut dyn Catalogue) -> Result<Vec<String>, DialectError> {
    let rows = live.query("PRAGMA database_list")?;
    let mut names: Vec<String> = rows.iter().map(|row| live::text(row.get(1))).collect();
    names.retain(|name| name != "main" && name != "temp");
    names.sort();
    Ok(names)
}
