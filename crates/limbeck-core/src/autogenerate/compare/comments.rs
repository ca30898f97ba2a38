//! Comments of tables and columns. An empty one is none.

use super::{ColumnOf, Comparison, Rules};
use crate::autogenerate::Difference;
use crate::schema::Table;

fn said(comment: &Option<String>) -> Option<&str> {
    comment.as_deref().filter(|text| !text.is_empty())
}

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn column_comment(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) {
        let (there, wanted) = (said(&database.column.comment), said(&model.column.comment));
        if self.rules.compares_comments() && there != wanted {
            self.add(Difference::ChangeComment {
                table: database.table.name.clone(),
                column: database.column.clone(),
                comment: wanted.map(str::to_owned),
            });
        }
    }

    pub(super) fn table_comment(&mut self, table: &Table, model: &Table) {
        let (there, wanted) = (said(&table.comment), said(&model.comment));
        if self.rules.compares_comments() && there != wanted {
            self.add(Difference::ChangeTableComment {
                table: table.name.clone(),
                from: there.map(str::to_owned),
                to: wanted.map(str::to_owned),
            });
        }
    }
}
