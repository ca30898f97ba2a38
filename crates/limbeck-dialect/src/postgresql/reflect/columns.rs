//! Columns.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_core::schema::{Column, Computed, Identity, OptionValue, ServerDefault};

use super::named_types::{Kind, NamedTypes};
use super::rows::Row;
use super::types::{self, Written};
use super::{options, plain, sequences};
use crate::{Catalogue, DialectError};

/// The columns of relations, by relation, in order.
pub(super) fn columns(live: &mut dyn Catalogue, oids: &str) -> Result<BTreeMap<i64, Vec<Column>>, DialectError> {
    // SERIAL is a default that reads a sequence which the column owns, or the column of that name in the table it was inherited from.
    let query = format!(
        "SELECT a.attrelid::int8, a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attndims::int8, \
         CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem ELSE t.oid END::int8, e.typtype::text, a.attnotnull, \
         a.attidentity::text, a.attgenerated::text, pg_catalog.pg_get_expr(f.adbin, f.adrelid), \
         pg_catalog.col_description(a.attrelid, a.attnum), \
         (SELECT l.collname::text FROM pg_catalog.pg_collation l WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation), \
         (SELECT pg_catalog.format_type(q.seqtypid, NULL) FROM pg_catalog.pg_depend u JOIN pg_catalog.pg_sequence q ON q.seqrelid = u.refobjid \
         JOIN pg_catalog.pg_depend o ON o.classid = u.refclassid AND o.objid = q.seqrelid AND o.refclassid = u.refclassid AND o.deptype = 'a' \
         JOIN pg_catalog.pg_attribute w ON w.attrelid = o.refobjid AND w.attnum = o.refobjsubid AND w.attname = a.attname \
         WHERE u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND u.objid = f.oid AND \
         u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass LIMIT 1), \
         s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle \
         FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid \
         JOIN pg_catalog.pg_type e ON e.oid = CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem ELSE t.oid END \
         LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum AND a.atthasdef \
         LEFT JOIN LATERAL (SELECT q.* FROM pg_catalog.pg_depend i JOIN pg_catalog.pg_sequence q ON q.seqrelid = i.objid WHERE \
         a.attidentity <> '' AND i.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.refclassid = i.classid AND \
         i.refobjid = a.attrelid AND i.refobjsubid = a.attnum AND i.deptype = 'i' LIMIT 1) s ON true \
         WHERE a.attrelid = ANY ({oids}) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum"
    );
    let rows = live.query(&query)?;
    let mut wanted = BTreeSet::new();
    for row in rows.iter().map(|row| Row(row)) {
        if matches!(row.code(5)?, Some('e' | 'd')) {
            wanted.insert(row.int(4)?);
        }
    }
    let named = NamedTypes::load(live, &wanted)?;
    let mut found: BTreeMap<i64, Vec<Column>> = BTreeMap::new();
    for row in rows.iter().map(|row| Row(row)) {
        found.entry(row.int(0)?).or_default().push(column(row, &named)?);
    }
    Ok(found)
}

fn column(row: Row<'_>, named: &NamedTypes) -> Result<Column, DialectError> {
    let written = Written { text: row.text(2)?, dimensions: row.int(3)?, element: row.int(4)? };
    let mut column = Column::new(row.text(1)?, types::sql_type(&written, row.opt_text(11)?, named));
    column.autoincrement = Some(false);
    column.nullable = !row.bool(6)?;
    column.comment = row.opt_text(10)?;
    let mut default = row.opt_text(9)?;
    if let Some(generated) = row.code(8)? {
        column.computed = default
            .take()
            .map(|expression| Computed { expression: plain(&expression), persisted: Some(generated == 's') });
    }
    if !written.text.ends_with("[]")
        && let Some(Kind::Domain(domain)) = named.get(written.element).map(|found| &found.kind)
    {
        column.nullable &= !domain.not_null;
        if column.computed.is_none() {
            default = default.or_else(|| domain.default.clone());
        }
    }
    if let Some(identity) = row.code(7)? {
        column.identity =
            Some(Identity { always: identity == 'a', on_null: None, options: sequences::options(row, 13)? });
        column.autoincrement = Some(true);
    }
    let counter = row.opt_text(12)?;
    if counter.is_some() && default.as_deref().is_some_and(is_serial) {
        column.autoincrement = Some(true);
        let serial = default.take().map(OptionValue::Text);
        column.options = options(vec![("serial", serial), ("serial_type", counter.map(OptionValue::Text))]);
    }
    column.server_default = default.map(|text| ServerDefault::Expression(plain(&text)));
    Ok(column)
}

/// `nextval('...'::regclass)` and nothing else.
fn is_serial(default: &str) -> bool {
    let inside = default.strip_prefix("nextval('").and_then(|rest| rest.strip_suffix("'::regclass)"));
    inside.is_some_and(|name| !name.replace("''", "").contains('\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_and_nothing_else_is_serial() {
        assert!(is_serial("nextval('t_id_seq'::regclass)"));
        assert!(is_serial("nextval('\"it''s\"'::regclass)"));
        assert!(!is_serial("nextval('a'::regclass) + nextval('b'::regclass)"));
        assert!(!is_serial("nextval('a'::text)"));
        assert!(!is_serial("0"));
    }
}
