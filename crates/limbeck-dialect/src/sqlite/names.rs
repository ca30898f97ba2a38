//! Names of what is not a table.

use super::live;
use crate::{Catalogue, DialectError, Names};

/// The names of a kind; `None` for what SQLite does not have.
pub(super) fn names(
    live: &mut dyn Catalogue,
    kind: Names,
    schema: Option<&str>,
) -> Result<Option<Vec<String>>, DialectError> {
    let (what, database) = match kind {
        Names::Schemas => {
            let rows = live.query("PRAGMA database_list")?;
            let names = rows.iter().map(|row| live::text(row.get(1))).filter(|name| name != "temp");
            return Ok(Some(names.collect()));
        }
        Names::Views => ("view", schema.unwrap_or("main")),
        Names::TemporaryTables => ("table", "temp"),
        Names::TemporaryViews => ("view", "temp"),
        Names::MaterializedViews | Names::Sequences | Names::ForeignTables => return Ok(None),
    };
    let query = format!(
        "SELECT name FROM {} WHERE type = '{what}' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name",
        live::master(database)
    );
    Ok(Some(live.query(&query)?.iter().map(|row| live::text(row.first())).collect()))
}
