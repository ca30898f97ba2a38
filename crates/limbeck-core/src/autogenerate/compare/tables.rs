//! Tables: added ones in the order of their dependencies, then removed ones, then those on both sides, by name.

use std::collections::BTreeMap;

use super::{Comparison, Item, ItemKind, Rules};
use crate::autogenerate::{Difference, python_repr};
use crate::schema::{OptionValue, Table, TableName};

type Sorted<'a> = BTreeMap<(&'a str, &'a str), &'a Table>;

fn key(name: &TableName) -> (&str, &str) {
    (name.schema.as_deref().unwrap_or(""), &name.name)
}

pub(super) fn item(table: &Table, reflected: bool) -> Item<'_> {
    Item { kind: ItemKind::Table, name: Some(&table.name.name), columns: &[], table, reflected }
}

/// What brought a table about that no model needs to name: the table it is a partition of, or an extension. Alembic would drop it.
fn belongs_to(table: &Table) -> Option<String> {
    let text = |name: &str| match table.options.get("postgresql", name)? {
        OptionValue::Text(text) => Some(python_repr(text)),
        _ => None,
    };
    let partition = || text("partition_of").map(|parent| format!("a partition of {parent}"));
    text("extension").map(|name| format!("part of the extension {name}")).or_else(partition)
}

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn tables(&mut self, database: &[Table], models: &[Table]) -> Result<(), R::Error> {
        let there: Sorted<'_> = database.iter().map(|table| (key(&table.name), table)).collect();
        let wanted: Sorted<'_> = models.iter().map(|table| (key(&table.name), table)).collect();
        for model in models.iter().filter(|model| !there.contains_key(&key(&model.name))) {
            if self.rules.include_object(item(model, false), None)? {
                self.add(Difference::AddTable(model.clone()));
                self.indexes_and_uniques(None, Some(model))?;
            }
        }
        for (_, table) in there.iter().filter(|(name, _)| !wanted.contains_key(*name)) {
            if let Some(owner) = belongs_to(table) {
                self.remark(false, format!("Table {} is not compared: it is {owner}", python_repr(&table.name.name)));
                continue;
            }
            if self.rules.include_object(item(table, true), None)? {
                self.indexes_and_uniques(Some(table), None)?;
                self.add(Difference::DropTable((*table).clone()));
            }
        }
        for (name, table) in &there {
            let Some(model) = wanted.get(name) else { continue };
            if self.rules.include_object(item(model, false), Some(item(table, true)))? {
                let dropped = self.columns(table, model)?;
                self.indexes_and_uniques(Some(table), Some(model))?;
                self.foreign_keys(table, model)?;
                self.table_comment(table, model);
                self.dropped_columns(table, dropped)?;
            }
        }
        Ok(())
    }
}
