//! Names of what is not a table, and the text of views.

use limbeck_core::schema::TableName;

use super::relations::in_schema;
use super::rows::{Row, literal};
use super::sorted;
use crate::{Catalogue, DialectError, Names};

/// The names of a kind, in alphabetical order; without a schema those that the search path finds.
pub(in crate::postgresql) fn names(
    live: &mut dyn Catalogue,
    kind: Names,
    schema: Option<&str>,
) -> Result<Vec<String>, DialectError> {
    let (kinds, persistence) = match kind {
        Names::Schemas => {
            return sorted(live, "SELECT n.nspname::text FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_'");
        }
        Names::Views => ("'v'", "<> 't'"),
        Names::MaterializedViews => ("'m'", "<> 't'"),
        Names::Sequences => ("'S'", "IS NOT NULL"),
        Names::ForeignTables => ("'f'", "IS NOT NULL"),
        Names::TemporaryTables => ("'r', 'p'", "= 't'"),
        Names::TemporaryViews => ("'v'", "= 't'"),
    };
    let query = format!(
        "SELECT c.relname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE \
         c.relkind IN ({kinds}) AND c.relpersistence {persistence} AND {}",
        in_schema(schema)
    );
    sorted(live, &query)
}

/// Whether there is a schema of that name, the server's own ones as well.
pub(in crate::postgresql) fn has_schema(live: &mut dyn Catalogue, name: &str) -> Result<bool, DialectError> {
    if name.contains('\0') {
        return Ok(false);
    }
    let query = format!("SELECT n.nspname::text FROM pg_catalog.pg_namespace n WHERE n.nspname = {}", literal(name));
    Ok(!live.query(&query)?.is_empty())
}

/// The query of a view or a materialized view.
pub(in crate::postgresql) fn view_definition(
    live: &mut dyn Catalogue,
    view: &TableName,
) -> Result<Option<String>, DialectError> {
    if view.name.contains('\0') {
        return Ok(None);
    }
    let query = format!(
        "SELECT pg_catalog.pg_get_viewdef(c.oid) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         WHERE c.relkind IN ('v', 'm') AND c.relname = {} AND {}",
        literal(&view.name),
        in_schema(view.schema.as_deref())
    );
    match live.query(&query)?.first() {
        Some(row) => Row(row).opt_text(0),
        None => Ok(None),
    }
}
