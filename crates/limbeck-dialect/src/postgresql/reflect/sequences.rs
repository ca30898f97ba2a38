//! Sequences.

use std::collections::BTreeMap;

use limbeck_core::schema::{ManagedElsewhere, Sequence, SequenceOptions, SequenceUser, SqlType, TableName};

use super::relations::{extension_of, in_schema};
use super::rows::{self, Row};
use crate::{Catalogue, DialectError};

/// The sequences of a schema, by name, with what uses them, in two queries.
pub(in crate::postgresql) fn sequences(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
) -> Result<Vec<Sequence>, DialectError> {
    let query = format!(
        "SELECT c.oid::int8, c.relname::text, pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, \
         s.seqmax, s.seqcache, s.seqcycle, {}, \
         CASE WHEN NOT pg_catalog.pg_has_role(c.relowner, 'USAGE') THEN pg_catalog.pg_get_userbyid(c.relowner)::text END \
         FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND {}",
        extension_of("pg_class", "c.oid"),
        in_schema(schema)
    );
    let rows = live.query(&query)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let oids = rows.iter().map(|row| Row(row).int(0)).collect::<Result<Vec<_>, _>>()?;
    let mut users = users(live, &oids)?;
    let mut found = Vec::new();
    for (row, oid) in rows.iter().map(|row| Row(row)).zip(oids) {
        let managed = row.opt_text(9)?.map(ManagedElsewhere::Extension);
        let managed = managed.or(row.opt_text(10)?.map(ManagedElsewhere::Owner));
        let mut kept_by: Vec<SequenceUser> = managed.into_iter().map(SequenceUser::Elsewhere).collect();
        kept_by.append(&mut users.remove(&oid).unwrap_or_default());
        found.push(Sequence {
            name: TableName { schema: schema.map(str::to_owned), name: row.text(1)? },
            data_type: Some(SqlType::Literal {
                name: row.text(2)?.to_uppercase(),
                arguments: Vec::new(),
                timezone: false,
                collation: None,
            }),
            options: options(row, 3)?,
            kept_by,
        });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// What the server would not let go of a sequence, and the columns that would take it along.
fn users(live: &mut dyn Catalogue, sequences: &[i64]) -> Result<BTreeMap<i64, Vec<SequenceUser>>, DialectError> {
    let sequences = rows::oids(sequences.iter().copied());
    let query = format!(
        "SELECT used.sequence::int8, used.kind, CASE WHEN NOT pg_catalog.pg_table_is_visible(t.oid) THEN n.nspname::text END, \
         t.relname::text, a.attname::text, used.what FROM (\
         SELECT d.objid AS sequence, 'owned' AS kind, d.refobjid AS relation, d.refobjsubid AS attribute, NULL::text AS what \
         FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = ANY ({sequences}) AND \
         d.objsubid = 0 AND d.refclassid = d.classid AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') \
         UNION ALL SELECT d.refobjid, CASE WHEN f.oid IS NULL THEN 'other' ELSE 'default' END, f.adrelid, f.adnum, \
         pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) \
         FROM pg_catalog.pg_depend d LEFT JOIN pg_catalog.pg_attrdef f ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass \
         AND f.oid = d.objid WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = ANY ({sequences}) AND \
         d.deptype = 'n') used \
         LEFT JOIN pg_catalog.pg_class t ON t.oid = used.relation LEFT JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace \
         LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = used.relation AND a.attnum = used.attribute ORDER BY 1, 2, 3, 4, 5, 6"
    );
    let mut found: BTreeMap<i64, Vec<SequenceUser>> = BTreeMap::new();
    for row in live.query(&query)?.iter().map(|row| Row(row)) {
        let user = match (row.text(1)?.as_str(), row.opt_text(3)?, row.opt_text(4)?) {
            (kind @ ("owned" | "default"), Some(name), Some(column)) => {
                let table = TableName { schema: row.opt_text(2)?, name };
                match kind {
                    "owned" => SequenceUser::Owned { table, column },
                    _ => SequenceUser::Default { table, column },
                }
            }
            _ => SequenceUser::Other(row.opt_text(5)?.unwrap_or_default()),
        };
        found.entry(row.int(0)?).or_default().push(user);
    }
    Ok(found)
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
