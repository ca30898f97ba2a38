//! Names for constraints that the model leaves without one: those that the server would give, so that the database is what the models alone
//! make of it.

use std::collections::BTreeSet;

use super::{Comparison, Rules};
use crate::autogenerate::Difference;
use crate::schema::{Constraint, Name, Table};

fn names(table: &Table) -> impl Iterator<Item = String> {
    let of_constraints = table.constraints.iter().filter_map(Constraint::name);
    let of_indexes = table.indexes.iter().filter_map(|index| index.name.as_ref());
    let of_columns = table.columns.iter().flat_map(|column| &column.checks).filter_map(|check| check.name.as_ref());
    of_constraints.chain(of_indexes).chain(of_columns).map(|name| name.text.clone())
}

/// The names of a table's constraints and indexes, as they are when `differences` are no more.
pub(super) fn taken(table: &Table, model: Option<&Table>, differences: &[Difference]) -> BTreeSet<String> {
    let mut taken: BTreeSet<String> = names(table).collect();
    for difference in differences.iter().filter(|difference| difference.table() == Some(&table.name)) {
        let gone = match difference {
            Difference::DropUnique { constraint, .. } => &constraint.name,
            Difference::DropForeignKey { key, .. } => &key.name,
            Difference::DropIndex(index) => &index.name,
            Difference::DropConstraint { constraint, .. } => &constraint.name().cloned(),
            _ => continue,
        };
        if let Some(name) = gone {
            taken.remove(&name.text);
        }
    }
    taken.extend(model.into_iter().flat_map(names));
    for difference in differences.iter().filter(|difference| difference.table() == Some(&table.name)) {
        let made = match difference {
            Difference::AddUnique { constraint, .. } => constraint.name.as_ref(),
            Difference::AddForeignKey { key, .. } => key.name.as_ref(),
            Difference::AddConstraint { constraint, .. } => constraint.name(),
            _ => None,
        };
        taken.extend(made.map(|name| name.text.clone()));
    }
    taken
}

impl<R: Rules> Comparison<'_, R> {
    /// For UNIQUE constraints and foreign keys, once all is known that comes and goes.
    pub(super) fn server_names(&mut self, database: &[Table], models: &[Table]) {
        for at in 0..self.differences.len() {
            let (name, constraint) = match &self.differences[at] {
                Difference::AddUnique { table, constraint } if constraint.name.is_none() => {
                    (table.clone(), Constraint::Unique(constraint.clone()))
                }
                Difference::AddForeignKey { table, key } if key.name.is_none() => {
                    (table.clone(), Constraint::ForeignKey(key.clone()))
                }
                _ => continue,
            };
            let of_name = |table: &&Table| table.name == name;
            let (table, model) = (database.iter().find(of_name), models.iter().find(of_name));
            let (Some(table), Some(model)) = (table, model) else { continue };
            let taken = taken(table, Some(model), &self.differences);
            let made = self.rules.server_name(model, &constraint, &taken).map(Name::finished);
            match &mut self.differences[at] {
                Difference::AddUnique { constraint, .. } => constraint.name = made,
                Difference::AddForeignKey { key, .. } => key.name = made,
                _ => {}
            }
        }
    }
}
