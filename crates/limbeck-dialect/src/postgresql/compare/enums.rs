//! Who uses an enum type or a domain, and how the server adds to one.

use limbeck_core::autogenerate::TypeUser;
use limbeck_core::schema::TableName;

use crate::postgresql::reflect::literal;
use crate::row::Row;
use crate::{Catalogue, DialectError};

/// The columns of tables that are of the type or arrays of it. Those that a partition or a child has from its parent change with it.
pub(in crate::postgresql) fn type_users(
    live: &mut dyn Catalogue,
    name: &TableName,
) -> Result<Vec<TypeUser>, DialectError> {
    let sight = match &name.schema {
        Some(schema) => format!("n.nspname = {}", literal(schema)),
        None => "pg_catalog.pg_type_is_visible(t.oid)".to_owned(),
    };
    let query = format!(
        "SELECT CASE WHEN NOT pg_catalog.pg_table_is_visible(c.oid) THEN s.nspname::text END, c.relname::text, a.attname::text, \
         a.atttypid <> t.oid, pg_catalog.pg_get_expr(d.adbin, d.adrelid) \
         FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
         JOIN pg_catalog.pg_attribute a ON a.atttypid IN (t.oid, t.typarray) AND a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0 \
         JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f') \
         JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace \
         LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
         WHERE t.typtype IN ('e', 'd') AND t.typname = {} AND {sight} ORDER BY 1 NULLS FIRST, 2, a.attnum",
        literal(&name.name)
    );
    let rows = live.query(&query)?;
    let user = |row: Row<'_>| {
        let default = row.opt_text(4)?;
        Ok(TypeUser {
            table: TableName { schema: row.opt_text(0)?, name: row.text(1)? },
            column: row.text(2)?,
            is_array: row.bool(3)?,
            from: default.clone(),
            to: default,
        })
    };
    rows.iter().map(|row| user(Row(row))).collect()
}

/// Since version 12 a value can be added inside a transaction, which must not use it, though.
pub(in crate::postgresql) fn adds_values_apart(live: &mut dyn Catalogue) -> Result<bool, DialectError> {
    let rows = live.query("SELECT pg_catalog.current_setting('server_version_num')::int8")?;
    let version = rows.first().map(|row| Row(row).int(0)).transpose()?;
    Ok(version.is_some_and(|version| version < 120_000))
}
