//! Constraints, from the statement that made the table.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_core::schema::{
    CheckConstraint, Constraint, Deferral, DialectOption, DialectOptions, ForeignKey, ForeignKeyOptions, Name,
    OptionValue, PrimaryKey, TableName, UniqueConstraint,
};

use super::columns::ColumnRow;
use super::{key_of, list_of, plain};
use crate::render::literal::string;
use crate::sqlite::definition::{Clause, ClauseKind, Definition};
use crate::sqlite::live;
use crate::{Catalogue, DialectError};

/// Columns of primary keys by [`key_of`] the table.
pub(super) type Parents = BTreeMap<String, Vec<String>>;

/// The keys of all tables that foreign keys name without columns.
pub(super) fn parents<'d>(
    live: &mut dyn Catalogue,
    database: &str,
    definitions: impl Iterator<Item = &'d Definition>,
) -> Result<Parents, DialectError> {
    let clauses = definitions.flat_map(|d| d.columns.iter().flat_map(|c| &c.clauses).chain(&d.constraints));
    let named: BTreeSet<&str> = clauses
        .filter_map(|clause| match &clause.kind {
            ClauseKind::ForeignKey { table, referred, .. } if referred.is_empty() => Some(table.as_str()),
            _ => None,
        })
        .collect();
    if named.is_empty() {
        return Ok(Parents::new());
    }
    let query = format!(
        "SELECT m.name, x.name FROM {} m, pragma_table_info(m.name, {}) x WHERE m.rootpage > 0 AND m.type = 'table' AND \
         m.name COLLATE NOCASE IN ({}) AND x.pk > 0 ORDER BY m.name, x.pk",
        live::master(database),
        string(database),
        list_of(named.into_iter())
    );
    let mut found = Parents::new();
    for row in live.query(&query)? {
        found.entry(key_of(&live::text(row.first()))).or_default().push(live::text(row.get(1)));
    }
    Ok(found)
}

/// The constraints of a table: the primary key, then those of its columns, then its own. `parents` are the keys that foreign keys
/// without columns mean.
pub(super) fn constraints(
    database: &str,
    rows: &[ColumnRow],
    definition: &Definition,
    parents: &Parents,
) -> Vec<Constraint> {
    let mut out = Vec::new();
    let mut key: Vec<&ColumnRow> = rows.iter().filter(|r| r.key > 0).collect();
    key.sort_by_key(|r| r.key);
    let on_columns = definition.columns.iter().flat_map(|c| c.clauses.iter().map(move |k| (Some(c.name.as_str()), k)));
    let clauses: Vec<(Option<&str>, &Clause)> =
        on_columns.chain(definition.constraints.iter().map(|k| (None, k))).collect();
    if !key.is_empty() {
        let clause = clauses.iter().find(|(_, c)| matches!(c.kind, ClauseKind::PrimaryKey { .. })).map(|(_, c)| *c);
        out.push(Constraint::PrimaryKey(PrimaryKey {
            name: clause.and_then(|c| c.name.clone()).map(Name::finished),
            columns: key.iter().map(|r| r.name.clone()).collect(),
            deferral: Deferral::default(),
            options: clause.map_or_else(DialectOptions::default, on_conflict),
        }));
    }
    for (column, clause) in clauses {
        let of = |columns: &[String]| column.map_or_else(|| columns.to_vec(), |c| vec![c.to_owned()]);
        let name = clause.name.clone().map(Name::finished);
        match &clause.kind {
            ClauseKind::Unique { columns } => out.push(Constraint::Unique(UniqueConstraint {
                name,
                columns: of(columns),
                deferral: Deferral::default(),
                options: on_conflict(clause),
            })),
            ClauseKind::Check { condition } => out.push(Constraint::Check(CheckConstraint {
                name,
                condition: plain(condition),
                deferral: Deferral::default(),
                options: on_conflict(clause),
                of_type: None,
            })),
            ClauseKind::ForeignKey { columns, table, referred, actions } => {
                let referred_table = TableName { schema: schema_of(database), name: table.clone() };
                let of_parent = || parents.get(&key_of(table)).cloned().unwrap_or_default();
                let referred_columns = if referred.is_empty() { of_parent() } else { referred.clone() };
                out.push(Constraint::ForeignKey(ForeignKey {
                    name,
                    columns: of(columns),
                    referred_table,
                    referred_columns,
                    options: foreign_key_options(actions),
                }));
            }
            _ => {}
        }
    }
    out
}

fn schema_of(database: &str) -> Option<String> {
    (database != "main" && database != "temp").then(|| database.to_owned())
}

fn on_conflict(clause: &Clause) -> DialectOptions {
    let option =
        |word| DialectOption { dialect: "sqlite".into(), name: "on_conflict".into(), value: OptionValue::Text(word) };
    DialectOptions(clause.conflict().into_iter().map(option).collect())
}

fn foreign_key_options(actions: &[(String, String)]) -> ForeignKeyOptions {
    let mut options = ForeignKeyOptions::default();
    for (event, action) in actions {
        match event.as_str() {
            "DELETE" if action != "NO ACTION" => options.ondelete = Some(action.clone()),
            "UPDATE" if action != "NO ACTION" => options.onupdate = Some(action.clone()),
            "MATCH" => options.match_ = Some(action.clone()),
            "DEFERRABLE" => options.deferral.deferrable = Some(action != "NOT"),
            "INITIALLY" => options.deferral.initially = Some(action.clone()),
            _ => {}
        }
    }
    options
}
