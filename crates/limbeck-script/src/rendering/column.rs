//! Columns, `add_column` and `drop_column`.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::operation::ColumnDefault;
use limbeck_core::schema::{Column, TableName};

use super::filled_by;
use super::item::{Answer, Item};
use super::table::schema;
use super::types::leave_check_out;
use super::{Code, RenderError, python_bool};

impl Code<'_> {
    /// `sa.Column('a', sa.Integer(), nullable=True)`
    /// `None` when env.py leaves it out.
    pub(super) fn column(&self, table: &TableName, column: &Column) -> Result<Option<String>, RenderError> {
        match self.asked(Item::Column(table, column))? {
            Answer::Usual => {}
            Answer::Omit => return Ok(None),
            Answer::Code(code) => return Ok(Some(code)),
        }
        let mut arguments = vec![python_repr(&column.name)];
        let filled = filled_by(column);
        let default = filled.as_ref().map(|filled| self.default(filled)).transpose()?.flatten();
        arguments.push(self.type_(&column.sql_type)?);
        match (filled, default) {
            (Some(ColumnDefault::Server(_)), Some(code)) => arguments.push(format!("server_default={code}")),
            (_, code) => arguments.extend(code),
        }
        if let Some(autoincrement) = column.autoincrement {
            arguments.push(format!("autoincrement={}", python_bool(autoincrement)));
        }
        arguments.push(format!("nullable={}", python_bool(column.nullable)));
        if let Some(comment) = &column.comment {
            arguments.push(format!("comment={}", python_repr(comment)));
        }
        arguments.extend(self.options(&column.options)?);
        Ok(Some(format!("{}Column({})", self.sa(), arguments.join(", "))))
    }

    pub(super) fn add_column(&self, table: &TableName, column: &Column) -> Result<String, RenderError> {
        let mut column = column.clone();
        leave_check_out(&mut column.sql_type);
        let column = self.column(table, &column)?.unwrap_or_else(|| "None".into());
        Ok(match self.batch {
            true => format!("{}add_column({column})", self.op()),
            false => format!("{}add_column({}, {column}{})", self.op(), python_repr(&table.name), schema(table)),
        })
    }

    pub(super) fn drop_column(&self, table: &TableName, column: &str) -> String {
        let column = python_repr(column);
        match self.batch {
            true => format!("{}drop_column({column})", self.op()),
            false => format!("{}drop_column({}, {column}{})", self.op(), python_repr(&table.name), schema(table)),
        }
    }
}
