//! Enums and domains of a schema.

use super::relations::extension_of;
use super::rows::{Row, literal};
use crate::{Catalogue, DialectError, DomainType, EnumType};

/// The condition on `t` (`pg_type`) and `n` (`pg_namespace`); `*` is every schema.
fn in_schema(schema: Option<&str>) -> String {
    match schema {
        None => "pg_catalog.pg_type_is_visible(t.oid) AND n.nspname <> 'pg_catalog'".into(),
        Some("*") => "true".into(),
        Some(schema) => format!("n.nspname = {}", literal(&schema.replace('\0', ""))),
    }
}

/// Enums by schema and name.
pub(in crate::postgresql) fn enums(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
) -> Result<Vec<EnumType>, DialectError> {
    let query = format!(
        "SELECT t.oid::int8, t.typname::text, n.nspname::text, pg_catalog.pg_type_is_visible(t.oid), e.enumlabel::text, {} \
         FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
         LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid WHERE t.typtype = 'e' AND {} \
         ORDER BY n.nspname, t.typname, t.oid, e.enumsortorder",
        extension_of("pg_type", "t.oid"),
        in_schema(schema)
    );
    let mut found: Vec<EnumType> = Vec::new();
    let mut current = None;
    for row in live.query(&query)?.iter().map(|row| Row(row)) {
        let oid = row.int(0)?;
        if current != Some(oid) {
            current = Some(oid);
            let (name, schema) = (row.text(1)?, row.text(2)?);
            let (visible, extension) = (row.bool(3)?, row.opt_text(5)?);
            found.push(EnumType { name, schema, visible, labels: Vec::new(), extension });
        }
        if let Some(last) = found.last_mut() {
            last.labels.extend(row.opt_text(4)?);
        }
    }
    Ok(found)
}

/// Domains by schema and name.
pub(in crate::postgresql) fn domains(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
) -> Result<Vec<DomainType>, DialectError> {
    let query = format!(
        "SELECT t.oid::int8, t.typname::text, n.nspname::text, pg_catalog.pg_type_is_visible(t.oid), \
         pg_catalog.format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault, l.collname::text, \
         CASE WHEN NOT pg_catalog.pg_collation_is_visible(l.oid) THEN ln.nspname::text END, \
         k.conname::text, pg_catalog.pg_get_constraintdef(k.oid, true) \
         FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
         LEFT JOIN pg_catalog.pg_collation l ON l.oid = t.typcollation \
         LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace \
         LEFT JOIN pg_catalog.pg_constraint k ON k.contypid = t.oid AND k.contype = 'c' \
         WHERE t.typtype = 'd' AND {} ORDER BY n.nspname, t.typname, t.oid, k.conname",
        in_schema(schema)
    );
    let mut found: Vec<DomainType> = Vec::new();
    let mut current = None;
    for row in live.query(&query)?.iter().map(|row| Row(row)) {
        let oid = row.int(0)?;
        if current != Some(oid) {
            current = Some(oid);
            let written = row.text(4)?;
            found.push(DomainType {
                name: row.text(1)?,
                schema: row.text(2)?,
                visible: row.bool(3)?,
                base: written.split('(').next().unwrap_or_default().to_owned(),
                written,
                nullable: !row.bool(5)?,
                default: row.opt_text(6)?,
                checks: Vec::new(),
                collation: row.opt_text(7)?,
                collation_schema: row.opt_text(8)?,
            });
        }
        let (name, text) = (row.opt_text(9)?, row.opt_text(10)?);
        let condition = text.as_deref().and_then(|text| text.strip_prefix("CHECK (")).and_then(|t| t.strip_suffix(')'));
        if let (Some(last), Some(name), Some(condition)) = (found.last_mut(), name, condition) {
            last.checks.push((name, condition.to_owned()));
        }
    }
    Ok(found)
}
