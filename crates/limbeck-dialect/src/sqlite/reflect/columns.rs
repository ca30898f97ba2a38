//! Columns.

use std::collections::BTreeMap;

use limbeck_core::expression::Literal;
use limbeck_core::schema::{Column, Computed, ServerDefault};

use super::types::reflected_type;
use super::{Relation, list_of, plain};
use crate::render::literal::string;
use crate::sqlite::definition::{ClauseKind, Definition};
use crate::sqlite::live;
use crate::{Catalogue, DialectError};

/// A row of `table_xinfo`.
#[derive(Debug, Clone)]
pub(super) struct ColumnRow {
    pub(super) name: String,
    pub(super) sql_type: String,
    pub(super) not_null: bool,
    pub(super) default: Option<String>,
    /// Place in the primary key, from 1; 0 outside of it.
    pub(super) key: i64,
    /// 1 hidden, 2 virtual, 3 stored.
    pub(super) hidden: i64,
}

/// The columns of tables and views, by their names as the database spells them, in order.
pub(super) fn columns(
    live: &mut dyn Catalogue,
    database: &str,
    relations: &[Relation],
) -> Result<BTreeMap<String, Vec<ColumnRow>>, DialectError> {
    let readable = relations.iter().filter(|relation| relation.is_readable);
    let query = format!(
        "SELECT m.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden FROM {} m, pragma_table_xinfo(m.name, {}) x \
         WHERE m.type IN ('table', 'view') AND m.name IN ({}) ORDER BY m.name, x.cid",
        live::master(database),
        string(database),
        list_of(readable.map(|relation| relation.name.as_str()))
    );
    let mut found: BTreeMap<String, Vec<ColumnRow>> = BTreeMap::new();
    for row in live.query(&query)? {
        found.entry(live::text(row.first())).or_default().push(ColumnRow {
            name: live::text(row.get(1)),
            sql_type: live::text(row.get(2)),
            not_null: live::number(row.get(3)) != 0,
            default: match row.get(4) {
                None | Some(Literal::Null) => None,
                value => Some(live::text(value)),
            },
            key: live::number(row.get(5)),
            hidden: live::number(row.get(6)),
        });
    }
    Ok(found)
}

/// A column of a table.
pub(super) fn column(row: &ColumnRow, definition: &Definition) -> Column {
    let defined = definition.column(&row.name);
    let written = defined.map_or(row.sql_type.as_str(), |d| d.sql_type.as_str());
    let generated = defined.and_then(|d| d.find(|k| matches!(k, ClauseKind::Generated { .. })));
    let computed = generated.and_then(|clause| match &clause.kind {
        ClauseKind::Generated { expression, .. } => {
            Some(Computed { expression: plain(expression), persisted: Some(row.hidden == 3) })
        }
        _ => None,
    });
    Column {
        nullable: !row.not_null,
        primary_key: row.key > 0,
        server_default: row.default.as_ref().map(|d| ServerDefault::Expression(plain(d))),
        computed,
        ..Column::new(row.name.clone(), reflected_type(written))
    }
}
