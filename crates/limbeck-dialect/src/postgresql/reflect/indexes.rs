//! Indexes.

use std::collections::BTreeMap;

use limbeck_core::expression::Expression;
use limbeck_core::schema::{Index, IndexElement, Name, NullsOrder, OptionValue, SortOrder, TableName};

use super::relations::storage;
use super::rows::Row;
use super::{flag, option, options, plain};
use crate::{Catalogue, DialectError};

/// Which indexes are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// Those that no constraint made
    ByItself,
    /// Those that a constraint made, other than a primary key
    ByConstraint,
}

/// The indexes of relations, by relation, by name. `tables` says what the relations are called.
pub(super) fn indexes(
    live: &mut dyn Catalogue,
    oids: &str,
    tables: &BTreeMap<i64, TableName>,
    made: Made,
) -> Result<BTreeMap<i64, Vec<Index>>, DialectError> {
    let not = if made == Made::ByItself { "NOT " } else { "" };
    // A row for each column.
    let query = format!(
        "SELECT i.indexrelid::int8, i.indrelid::int8, c.relname::text, i.indisunique, i.indisvalid, m.amname::text, \
         pg_catalog.pg_get_expr(i.indpred, i.indrelid), pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' = 'true', \
         pg_catalog.array_to_string(c.reloptions, pg_catalog.chr(31)), \
         (SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace), \
         k.ord > i.indnkeyatts, a.attname::text, \
         CASE WHEN k.num = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.ord::int, true) END, \
         k.flags & 1 = 1, k.flags & 2 = 2, CASE WHEN NOT p.opcdefault THEN p.opcname::text END, c.relispartition \
         FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = c.relam \
         LEFT JOIN LATERAL ROWS FROM (pg_catalog.unnest(i.indkey::int2[]), pg_catalog.unnest(i.indclass::oid[]), \
         pg_catalog.unnest(i.indoption::int2[])) WITH ORDINALITY \
         k(num, class, flags, ord) ON true \
         LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num \
         LEFT JOIN pg_catalog.pg_opclass p ON p.oid = k.class \
         WHERE i.indrelid = ANY ({oids}) AND NOT i.indisprimary AND {not}EXISTS (SELECT 1 FROM pg_catalog.pg_constraint r WHERE \
         r.conrelid = i.indrelid AND r.conindid = i.indexrelid AND r.contype IN ('p', 'u', 'x')) \
         ORDER BY i.indrelid, c.relname, i.indexrelid, k.ord"
    );
    let rows = live.query(&query)?;
    let rows: Vec<Row<'_>> = rows.iter().map(|row| Row(row)).collect();
    let mut found: BTreeMap<i64, Vec<Index>> = BTreeMap::new();
    let mut current = None;
    for row in rows {
        let (oid, relation) = (row.int(0)?, row.int(1)?);
        let Some(table) = tables.get(&relation) else { continue };
        let all = found.entry(relation).or_default();
        if current != Some(oid) {
            current = Some(oid);
            all.push(index(row, table)?);
        }
        if let Some(index) = all.last_mut() {
            add(row, index)?;
        }
    }
    Ok(found)
}

/// An index without its columns.
fn index(row: Row<'_>, table: &TableName) -> Result<Index, DialectError> {
    let method = Some(row.text(5)?).filter(|method| method != "btree");
    Ok(Index {
        name: Some(Name::finished(row.text(2)?)),
        table: table.clone(),
        elements: Vec::new(),
        unique: row.bool(3)?,
        options: options(vec![
            ("with", storage(row, 8)?),
            ("using", method.map(OptionValue::Text)),
            ("where", row.opt_text(6)?.map(|filter| OptionValue::Expression(plain(&filter)))),
            ("nulls_not_distinct", flag(row.bool(7)?)),
            ("tablespace", row.opt_text(9)?.map(OptionValue::Text)),
            ("invalid", flag(!row.bool(4)?)),
            ("partition_of", flag(row.bool(16)?)),
        ]),
    })
}

fn add(row: Row<'_>, index: &mut Index) -> Result<(), DialectError> {
    let column = row.opt_text(11)?;
    if row.bool(10)? {
        let column = OptionValue::Text(column.unwrap_or_default());
        match index.options.0.iter_mut().find(|option| option.name == "include") {
            Some(option) => {
                if let OptionValue::List(columns) = &mut option.value {
                    columns.push(column);
                }
            }
            None => index.options.0.extend(options(vec![("include", Some(OptionValue::List(vec![column])))]).0),
        }
        return Ok(());
    }
    let (text, expression) = match column {
        Some(name) => (name.clone(), Expression::column(name)),
        None => {
            let text = row.text(12)?;
            (text.clone(), plain(&text))
        }
    };
    if let Some(class) = row.opt_text(15)? {
        let class = (text, OptionValue::Text(class));
        match index.options.0.iter_mut().find(|option| option.name == "ops") {
            Some(option) => {
                if let OptionValue::Map(classes) = &mut option.value {
                    classes.push(class);
                }
            }
            // First, as SQLAlchemy has it.
            None => index.options.0.insert(0, option("ops", OptionValue::Map(vec![class]))),
        }
    }
    // Only what is not the server's own choice: ASC, and NULLS where that puts them.
    let (descending, nulls_first) = (row.bool(13)?, row.bool(14)?);
    let nulls = match (descending, nulls_first) {
        (true, false) => Some(NullsOrder::Last),
        (false, true) => Some(NullsOrder::First),
        _ => None,
    };
    index.elements.push(IndexElement { expression, order: descending.then_some(SortOrder::Descending), nulls });
    Ok(())
}
