//! Tables: added ones in the order of their dependencies, then removed ones, then those on both sides, by name.

use std::collections::BTreeMap;

use super::{Comparison, Item, ItemKind, Rules};
use crate::autogenerate::{Difference, python_repr};
use crate::schema::{ManagedElsewhere, Table, TableName};

type Sorted<'a> = BTreeMap<(&'a str, &'a str), &'a Table>;

fn key(name: &TableName) -> (&str, &str) {
    (name.schema.as_deref().unwrap_or(""), &name.name)
}

pub(super) fn item(table: &Table, reflected: bool) -> Item<'_> {
    Item { kind: ItemKind::Table, name: Some(&table.name.name), columns: &[], table, reflected }
}

/// What a table is that no model needs to name. Alembic would drop it.
fn described(managed: &ManagedElsewhere) -> String {
    match managed {
        ManagedElsewhere::PartitionOf(parent) => format!("a partition of {}", python_repr(parent)),
        ManagedElsewhere::InheritsFrom(parents) => {
            let parents: Vec<String> = parents.iter().map(|parent| python_repr(parent)).collect();
            format!("a child of {}", parents.join(", "))
        }
        ManagedElsewhere::Extension(name) => format!("part of the extension {}", python_repr(name)),
        ManagedElsewhere::Owner(role) => format!("owned by {}", python_repr(role)),
        ManagedElsewhere::Module(name) => format!("a virtual table of the module {}", python_repr(name)),
        ManagedElsewhere::VirtualTable => "what a virtual table keeps its data in".to_owned(),
    }
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
            if let Some(managed) = &table.managed_elsewhere {
                let (name, what) = (python_repr(&table.name.name), described(managed));
                self.remark(false, format!("Table {name} is not compared: it is {what}"));
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
