//! Primary keys: the columns, in order. The name does not count, as with foreign keys.
//!
//! The old key goes before anything else of its table changes and the new one comes after its columns are there, because a column of a
//! key cannot become NULL, and one without NOT NULL may become part of it.

use super::{Comparison, Item, ItemKind, Rules};
use crate::autogenerate::Difference;
use crate::schema::{Constraint, Deferral, DialectOptions, Name, PrimaryKey, Table};

/// The primary key, wherever it was written.
fn key(table: &Table) -> Option<PrimaryKey> {
    let columns: Vec<String> = table.primary_key_columns().into_iter().map(str::to_owned).collect();
    if columns.is_empty() {
        return None;
    }
    let written = table.primary_key().cloned();
    Some(written.unwrap_or(PrimaryKey {
        name: None,
        columns,
        deferral: Deferral::default(),
        options: DialectOptions::default(),
    }))
}

fn item<'a>(table: &'a Table, key: &'a PrimaryKey, reflected: bool) -> Item<'a> {
    let name = key.name.as_ref().map(|name| name.text.as_str());
    Item { kind: ItemKind::PrimaryKey, name, columns: &key.columns, table, reflected }
}

impl<R: Rules> Comparison<'_, R> {
    /// Reports the key that goes; the one that comes is for the end of the table's changes.
    pub(super) fn primary_key(&mut self, table: &Table, model: &Table) -> Result<Option<PrimaryKey>, R::Error> {
        let (there, wanted) = (key(table), key(model));
        let columns = |key: &Option<PrimaryKey>| key.as_ref().map(|key| key.columns.clone());
        // A partition has its key from its parent.
        if columns(&there) == columns(&wanted) || table.managed_elsewhere.is_some() {
            return Ok(None);
        }
        if let Some(there) = &there {
            let name = there.name.as_ref().map(|name| name.text.as_str());
            if !self.rules.include_name(ItemKind::PrimaryKey, name, &table.name)? {
                return Ok(None);
            }
        }
        let included = match (&there, &wanted) {
            (there, Some(wanted)) => self
                .rules
                .include_object(item(model, wanted, false), there.as_ref().map(|there| item(table, there, true)))?,
            (Some(there), None) => self.rules.include_object(item(table, there, true), None)?,
            (None, None) => false,
        };
        if !included {
            return Ok(None);
        }
        let old_name = there.as_ref().and_then(|key| key.name.clone());
        if let Some(key) = there {
            self.add(Difference::DropConstraint { table: table.name.clone(), constraint: Constraint::PrimaryKey(key) });
        }
        // One without a name could not be dropped again.
        Ok(wanted.map(|mut key| {
            let made = || Some(Name::finished(self.rules.primary_key_name(&table.name)));
            key.name = key.name.or(old_name).or_else(made);
            key
        }))
    }

    pub(super) fn new_primary_key(&mut self, table: &Table, key: Option<PrimaryKey>) {
        if let Some(key) = key {
            self.add(Difference::AddConstraint { table: table.name.clone(), constraint: Constraint::PrimaryKey(key) });
        }
    }
}
