//! What the server keeps in one way and a model may say in two, settled before the two are compared.

use std::collections::BTreeSet;

use limbeck_core::schema::{Constraint, ForeignKey, Index, IndexElement, Table, UniqueConstraint};

/// A UNIQUE key is what the model takes it for. Indexes that the server made for foreign keys do not count. RESTRICT is what a foreign
/// key does that says nothing.
pub(in crate::mysql) fn settle(database: &mut Table, model: Option<&mut Table>) {
    unique_keys(database, model.as_deref());
    let removed = implicit_indexes(database);
    if let Some(model) = model {
        model.indexes.retain(|index| !index.name.as_ref().is_some_and(|name| removed.contains(&name.text)));
        restrict(database, model);
    }
}

fn sorted(columns: &[String]) -> Vec<&String> {
    let mut columns: Vec<&String> = columns.iter().collect();
    columns.sort();
    columns
}

fn uniques(table: &Table) -> impl Iterator<Item = &UniqueConstraint> {
    table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::Unique(unique) => Some(unique),
        _ => None,
    })
}

/// Those that the model has no constraint for are indexes.
fn unique_keys(database: &mut Table, model: Option<&Table>) {
    let is_constraint = |key: &UniqueConstraint| {
        let name = key.name.as_ref().map(|name| &name.text);
        model.into_iter().flat_map(uniques).any(|wanted| match &wanted.name {
            Some(wanted) => Some(&wanted.text) == name,
            None => sorted(&wanted.columns) == sorted(&key.columns),
        })
    };
    let (mut kept, mut made) = (Vec::new(), Vec::new());
    for constraint in std::mem::take(&mut database.constraints) {
        match constraint {
            Constraint::Unique(key) if !is_constraint(&key) => made.push(Index {
                name: key.name,
                table: database.name.clone(),
                elements: key.columns.into_iter().map(IndexElement::column).collect(),
                unique: true,
                options: key.options,
            }),
            other => kept.push(other),
        }
    }
    database.constraints = kept;
    database.indexes.append(&mut made);
    database.indexes.sort_by(|a, b| a.name.as_ref().map(|n| &n.text).cmp(&b.name.as_ref().map(|n| &n.text)));
}

fn foreign_keys(table: &Table) -> impl Iterator<Item = &ForeignKey> {
    table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::ForeignKey(key) => Some(key),
        _ => None,
    })
}

/// An index that is called like one of its columns, or like the foreign key of one. Returns their names.
fn implicit_indexes(database: &mut Table) -> BTreeSet<String> {
    let keys: Vec<(String, Vec<String>)> =
        foreign_keys(database).filter_map(|key| Some((key.name.as_ref()?.text.clone(), key.columns.clone()))).collect();
    let mut removed = BTreeSet::new();
    database.indexes.retain(|index| {
        let Some(name) = index.name.as_ref().filter(|_| !index.unique) else { return true };
        let columns: Vec<&str> = index
            .elements
            .iter()
            .filter_map(|element| match &element.expression {
                limbeck_core::expression::Expression::Column { name, .. } => Some(name.as_str()),
                _ => None,
            })
            .collect();
        let of_key = keys.iter().any(|(key, of)| *key == name.text && of.iter().any(|c| columns.contains(&c.as_str())));
        let implicit = of_key || columns.contains(&name.text.as_str());
        if implicit {
            removed.insert(name.text.clone());
        }
        !implicit
    });
    removed
}

fn restrict(database: &mut Table, model: &Table) {
    let said = |text: &Option<String>| text.as_ref().is_some_and(|word| word.eq_ignore_ascii_case("restrict"));
    for constraint in &mut database.constraints {
        let Constraint::ForeignKey(there) = constraint else { continue };
        let same = |wanted: &&ForeignKey| {
            wanted.columns == there.columns
                && wanted.referred_table == there.referred_table
                && wanted.referred_columns == there.referred_columns
        };
        let Some(wanted) = foreign_keys(model).find(same) else { continue };
        if there.options.ondelete.is_none() && said(&wanted.options.ondelete) {
            there.options.ondelete = Some("RESTRICT".into());
        }
        if there.options.onupdate.is_none() && said(&wanted.options.onupdate) {
            there.options.onupdate = Some("RESTRICT".into());
        }
    }
}
