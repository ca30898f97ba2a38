//! What is said of a table as a whole: MySQL's ENGINE, CHARSET and COLLATE, where the model says it.

use super::{Comparison, Rules};
use crate::autogenerate::Difference;
use crate::schema::Table;

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn table_options(&mut self, table: &Table, model: &Table) {
        for (name, from, to) in self.rules.table_options(table, model) {
            self.add(Difference::ChangeTableOption { table: table.name.clone(), name, from, to });
        }
    }
}
