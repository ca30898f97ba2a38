//! Columns: added ones, then those on both sides in the model's order; removed ones come after everything else of their table.

use super::{ColumnOf, Comparison, Item, ItemKind, Rules};
use crate::autogenerate::Difference;
use crate::schema::{Column, Table};

fn item<'a>(table: &'a Table, column: &'a Column, reflected: bool) -> Item<'a> {
    Item { kind: ItemKind::Column, name: Some(&column.name), columns: &[], table, reflected }
}

impl<R: Rules> Comparison<'_, R> {
    /// Returns the columns that only the database has, the last first.
    pub(super) fn columns<'t>(&mut self, table: &'t Table, model: &Table) -> Result<Vec<&'t Column>, R::Error> {
        let mut there = Vec::new();
        for column in &table.columns {
            if self.rules.include_name(ItemKind::Column, Some(&column.name), &table.name)? {
                there.push(column);
            }
        }
        let find = |name: &str| there.iter().copied().find(|column| column.name == name);
        for column in model.columns.iter().filter(|column| find(&column.name).is_none()) {
            if self.rules.include_object(item(model, column, false), None)? {
                // Its CHECKs are compared with those of the table, and added after it.
                let column = Column { checks: Vec::new(), ..column.clone() };
                self.add(Difference::AddColumn { table: table.name.clone(), column });
            }
        }
        for column in &model.columns {
            let Some(existing) = find(&column.name) else { continue };
            if self.rules.include_object(item(model, column, false), Some(item(table, existing, true)))? {
                self.compared_types.push((table.name.clone(), column.sql_type.clone()));
                let (existing, column) = (ColumnOf { table, column: existing }, ColumnOf { table: model, column });
                // One that is made anew has everything as the model says.
                if self.computed(existing, column)? {
                    continue;
                }
                self.nullable(existing, column);
                self.column_type(existing, column)?;
                self.server_default(existing, column)?;
                self.column_comment(existing, column);
            }
        }
        there.retain(|column| model.column(&column.name).is_none());
        // The last first: the way back adds the first first, and they stand in their old order again.
        there.reverse();
        Ok(there)
    }

    pub(super) fn dropped_columns(&mut self, table: &Table, dropped: Vec<&Column>) -> Result<(), R::Error> {
        for column in dropped {
            if self.rules.include_object(item(table, column, true), None)? {
                self.add(Difference::DropColumn { table: table.name.clone(), column: column.clone() });
            }
        }
        Ok(())
    }
}
