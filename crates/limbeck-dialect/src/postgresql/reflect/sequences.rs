//! Sequences.

use limbeck_core::schema::{SequenceOptions, TableName};

use super::relations::{extension_of, in_schema};
use super::rows::Row;
use crate::{Catalogue, DialectError, Sequence, SequenceOwner};

/// The sequences of a schema, by name.
pub(in crate::postgresql) fn sequences(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
) -> Result<Vec<Sequence>, DialectError> {
    let query = format!(
        "SELECT c.relname::text, n.nspname::text, pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, \
         s.seqmax, s.seqcache, s.seqcycle, t.relname::text, \
         CASE WHEN NOT pg_catalog.pg_table_is_visible(t.oid) THEN tn.nspname::text END, a.attname::text, d.deptype = 'i', {} \
         FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid \
         LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND \
         d.objsubid = 0 AND d.refclassid = d.classid AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') \
         LEFT JOIN pg_catalog.pg_class t ON t.oid = d.refobjid LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace \
         LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid \
         WHERE c.relkind = 'S' AND {}",
        extension_of("pg_class", "c.oid"),
        in_schema(schema)
    );
    let mut found = live.query(&query)?.iter().map(|row| sequence(Row(row))).collect::<Result<Vec<_>, _>>()?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn sequence(row: Row<'_>) -> Result<Sequence, DialectError> {
    let owner = match (row.opt_text(9)?, row.opt_text(11)?) {
        (Some(name), Some(column)) => {
            let table = TableName { schema: row.opt_text(10)?, name };
            Some(SequenceOwner { table, column, identity: row.bool(12)? })
        }
        _ => None,
    };
    Ok(Sequence {
        name: row.text(0)?,
        schema: row.text(1)?,
        sql_type: row.text(2)?,
        options: options(row, 3)?,
        owner,
        extension: row.opt_text(13)?,
    })
}

/// How a sequence counts, from six columns: start, increment, minimum, maximum, cache, cycle.
pub(super) fn options(row: Row<'_>, at: usize) -> Result<SequenceOptions, DialectError> {
    Ok(SequenceOptions {
        start: row.opt_int(at)?,
        increment: row.opt_int(at + 1)?,
        minvalue: row.opt_int(at + 2)?,
        maxvalue: row.opt_int(at + 3)?,
        nominvalue: false,
        nomaxvalue: false,
        cycle: row.opt_bool(at + 5)?,
        cache: row.opt_int(at + 4)?,
        order: None,
    })
}
