//! Types of columns.

use super::{ColumnOf, Comparison, Rules};
use crate::autogenerate::Difference;
use crate::schema::SqlType;

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn column_type(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<(), R::Error> {
        if !self.rules.compares_types() {
            return Ok(());
        }
        let (table, column) = (&database.table.name, database.column);
        let unknown = if column.sql_type == SqlType::Null {
            Some(format!("Couldn't determine database type for column '{}.{}'", table.name, column.name))
        } else if model.column.sql_type == SqlType::Null {
            Some(format!("Column '{}.{}' has no type within the model; can't compare", table.name, column.name))
        } else {
            None
        };
        if let Some(text) = unknown {
            self.remark(false, text);
        } else if self.rules.types_differ(database, model)? {
            let sql_type = model.column.sql_type.clone();
            let conversion = self.rules.conversion(database, model)?;
            self.add(Difference::ChangeType { table: table.clone(), column: column.clone(), sql_type, conversion });
        }
        Ok(())
    }
}
