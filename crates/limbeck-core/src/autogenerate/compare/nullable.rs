//! NULL and NOT NULL.

use super::{ColumnOf, Comparison, Rules};
use crate::autogenerate::Difference;

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn nullable(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) {
        let (there, wanted) = (database.column, model.column);
        if there.nullable == wanted.nullable {
            return;
        }
        // NULL is what a model says by saying nothing, which for a generated column leaves it to the database.
        let computed = (there.computed.is_some() || wanted.computed.is_some()) && wanted.nullable;
        if computed || there.identity.is_some() || wanted.identity.is_some() {
            let (table, column) = (&database.table.name.name, &there.name);
            self.remark(false, format!("Ignoring nullable change on identity column '{table}.{column}'"));
            return;
        }
        self.add(Difference::ChangeNullable {
            table: database.table.name.clone(),
            column: there.clone(),
            nullable: wanted.nullable,
        });
    }
}
