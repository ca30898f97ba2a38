//! What the server keeps in one way and a model may say in two, settled before the two are compared.

use std::collections::BTreeSet;

use limbeck_core::expression::Expression;
use limbeck_core::schema::{
    Constraint, DialectOption, ForeignKey, Index, IndexElement, OptionValue, Table, UniqueConstraint,
};

use super::indexes::settled_lengths;
use super::names::key_name;
use super::types::inherited_collations;
use crate::mysql::Mysql;

/// A UNIQUE key is what the model takes it for. Indexes that the server made for foreign keys do not count. RESTRICT is what a foreign
/// key does that says nothing.
pub(in crate::mysql) fn settle(dialect: Mysql, database: &mut Table, model: Option<&mut Table>) {
    unique_keys(database, model.as_deref());
    if let Some(model) = model.as_deref() {
        note_lost_indexes(database, model);
    }
    let removed = implicit_indexes(database);
    if let Some(model) = model {
        note_made_indexes(database, model);
        model.indexes.retain(|index| !index.name.as_ref().is_some_and(|name| removed.contains(&name.text)));
        restrict(database, model);
        settled_lengths(dialect, database, model);
        inherited_collations(dialect, database, model);
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
                Expression::Column { name, .. } => Some(name.as_str()),
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

/// Foreign keys that go, with the name of the index that the server made for them: it stays when they go, and is found then.
fn note_lost_indexes(database: &mut Table, model: &Table) {
    let stays = |name: &str| model.indexes.iter().any(|index| index.name.as_ref().is_some_and(|n| n.text == name));
    let goes = |key: &ForeignKey| !foreign_keys(model).any(|other| other.columns == key.columns);
    let indexes = database.indexes.clone();
    for key in foreign_keys_mut(database).filter(|key| goes(key)) {
        let is_made = |index: &&Index| {
            let name = index.name.as_ref().map_or("", |name| &name.text);
            let is_called_so = key.name.as_ref().is_some_and(|key| key.text == name)
                || key.columns.first().is_some_and(|column| column == name);
            !index.unique && is_called_so && leading(index) == key.columns && !stays(name)
        };
        if let Some(name) = indexes.iter().find(is_made).and_then(|index| index.name.as_ref()) {
            note(key, name.text.clone());
        }
    }
}

/// Foreign keys that come and for which the server makes an index, because there is none: called as they are, and after the first column
/// where they have no name.
fn note_made_indexes(database: &Table, model: &mut Table) {
    let comes = |key: &ForeignKey| !foreign_keys(database).any(|other| other.columns == key.columns);
    let known: Vec<Vec<String>> = [database, &*model].into_iter().flat_map(indexed).collect();
    let mut names: BTreeSet<String> =
        [database, &*model].into_iter().flat_map(|table| key_names(table).map(str::to_lowercase)).collect();
    for key in foreign_keys_mut(model).filter(|key| comes(key)) {
        if known.iter().any(|columns| columns.starts_with(&key.columns)) {
            continue;
        }
        let name = match (&key.name, key.columns.first()) {
            (None, Some(column)) => key_name(column, &|name| names.contains(&name.to_lowercase())),
            _ => String::new(),
        };
        names.insert(name.to_lowercase());
        note(key, name);
    }
}

/// The names of what may not be called alike.
fn key_names(table: &Table) -> impl Iterator<Item = &str> {
    let names = table.indexes.iter().filter_map(|index| index.name.as_ref());
    names.chain(uniques(table).filter_map(|unique| unique.name.as_ref())).map(|name| name.text.as_str())
}

fn note(key: &mut ForeignKey, index: String) {
    let option = DialectOption { dialect: "mysql".into(), name: "own_index".into(), value: OptionValue::Text(index) };
    key.options.dialect.0.push(option);
}

fn foreign_keys_mut(table: &mut Table) -> impl Iterator<Item = &mut ForeignKey> {
    table.constraints.iter_mut().filter_map(|constraint| match constraint {
        Constraint::ForeignKey(key) => Some(key),
        _ => None,
    })
}

/// The columns of everything that a foreign key can use for an index.
fn indexed(table: &Table) -> Vec<Vec<String>> {
    let of_constraint = |constraint: &Constraint| match constraint {
        Constraint::PrimaryKey(key) => Some(key.columns.clone()),
        Constraint::Unique(unique) => Some(unique.columns.clone()),
        _ => None,
    };
    table.constraints.iter().filter_map(of_constraint).chain(table.indexes.iter().map(leading)).collect()
}

/// The columns of an index, up to its first expression.
fn leading(index: &Index) -> Vec<String> {
    let column = |element: &IndexElement| match &element.expression {
        Expression::Column { name, .. } => Some(name.clone()),
        _ => None,
    };
    index.elements.iter().map_while(column).collect()
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
