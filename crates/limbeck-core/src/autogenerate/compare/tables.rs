//! Tables: added ones in the order of their dependencies, then removed ones, then those on both sides, by name.

use std::collections::BTreeMap;

use super::{Comparison, Item, ItemKind, Rules};
use crate::autogenerate::{Difference, python_repr, removal_order};
use crate::schema::{Constraint, ForeignKey, ManagedElsewhere, Name, Table, TableName};

type Sorted<'a> = BTreeMap<(&'a str, &'a str), &'a Table>;

fn key(name: &TableName) -> (&str, &str) {
    (name.schema.as_deref().unwrap_or(""), &name.name)
}

pub(super) fn item(table: &Table, reflected: bool) -> Item<'_> {
    Item { kind: ItemKind::Table, name: Some(&table.name.name), columns: &[], table, reflected }
}

/// What a table is that no model needs to name. Alembic would drop it.
pub(super) fn described(managed: &ManagedElsewhere) -> String {
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
        self.added_tables(models.iter().filter(|model| !there.contains_key(&key(&model.name))))?;
        let mut removed = Vec::new();
        for (_, table) in there.iter().filter(|(name, _)| !wanted.contains_key(*name)) {
            if let Some(managed) = &table.managed_elsewhere {
                let (name, what) = (python_repr(&table.name.name), described(managed));
                self.remark(false, format!("Table {name} is not compared: it is {what}"));
                continue;
            }
            if self.rules.include_object(item(table, true), None)? {
                removed.push((*table).clone());
            }
        }
        // A table that stays and points at one that goes has to let go of it first.
        let goes = |name: &TableName| removed.iter().any(|table| table.name == *name);
        let pointed_at = there.values().filter(|table| !goes(&table.name)).any(|table| {
            table.constraints.iter().any(|c| matches!(c, Constraint::ForeignKey(key) if goes(&key.referred_table)))
        });
        let last = if pointed_at { std::mem::take(&mut removed) } else { Vec::new() };
        self.removed_tables(removed)?;
        for (name, table) in &there {
            let Some(model) = wanted.get(name) else { continue };
            if self.rules.include_object(item(model, false), Some(item(table, true)))? {
                let new_key = self.primary_key(table, model)?;
                let dropped = self.columns(table, model)?;
                self.indexes_and_uniques(Some(table), Some(model))?;
                self.foreign_keys(table, model)?;
                self.table_comment(table, model);
                self.checks(table, model)?;
                self.excludes(table, model)?;
                self.table_options(table, model);
                self.new_primary_key(table, new_key);
                self.dropped_columns(table, dropped)?;
            }
        }
        self.removed_tables(last)
    }

    /// In the order of the models. A key that points at a table which comes later (the tables point at each other) follows when both are there.
    fn added_tables<'t>(&mut self, models: impl Iterator<Item = &'t Table>) -> Result<(), R::Error> {
        let mut added = Vec::new();
        for model in models {
            if self.rules.include_object(item(model, false), None)? {
                if let Some(kind) = self.rules.other_relation(&model.name)? {
                    let name = python_repr(&model.name.full_name());
                    self.remark(true, format!("Table {name} is not compared: in the database it is a {kind}"));
                    continue;
                }
                let mut model = model.clone();
                // What is written on a column is a constraint of its table.
                let of_columns = model.columns.iter_mut().flat_map(|column| std::mem::take(&mut column.checks));
                model.constraints.extend(of_columns.map(Constraint::Check));
                added.push(model);
            }
        }
        let late = if self.rules.adds_foreign_keys() { take_late_keys(&mut added) } else { Vec::new() };
        for model in &added {
            self.add(Difference::AddTable(model.clone()));
            self.indexes_and_uniques(None, Some(model))?;
        }
        // A part of the table that is added: no difference of its own to report.
        self.differences.extend(late.into_iter().map(|(table, key)| Difference::AddForeignKey { table, key }));
        Ok(())
    }

    /// Each before those that it points at.
    fn removed_tables(&mut self, removed: Vec<Table>) -> Result<(), R::Error> {
        let mut removed = removal_order(removed);
        removed.reverse();
        let late = if self.rules.adds_foreign_keys() { take_late_keys(&mut removed) } else { Vec::new() };
        self.differences.extend(late.into_iter().map(|(table, key)| Difference::DropForeignKey { table, key }));
        removed.reverse();
        for table in &removed {
            self.indexes_and_uniques(Some(table), None)?;
            self.add(Difference::DropTable(table.clone()));
        }
        Ok(())
    }
}

/// Takes the foreign keys away that point at a later one of these tables, and gives those a name that have none.
pub fn take_late_keys(tables: &mut [Table]) -> Vec<(TableName, ForeignKey)> {
    let names: Vec<TableName> = tables.iter().map(|table| table.name.clone()).collect();
    let mut late = Vec::new();
    for (at, table) in tables.iter_mut().enumerate() {
        let name = table.name.clone();
        table.constraints.retain(|constraint| match constraint {
            Constraint::ForeignKey(key)
                if names.iter().skip(at + 1).any(|other| *other == key.referred_table)
                    || (key.options.use_alter && key.referred_table != name) =>
            {
                let mut key = key.clone();
                key.options.use_alter = false;
                let made = || Name::finished(format!("{}_{}_fkey", name.name, key.columns.join("_")));
                key.name = key.name.take().or_else(|| Some(made()));
                late.push((name.clone(), key));
                false
            }
            _ => true,
        });
    }
    late
}
