//! Columns, `add_column` and `drop_column`.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::schema::{Column, TableName};
use limbeck_dialect::DialectError;

use super::table::schema;
use super::{Code, python_bool};

impl Code<'_> {
    /// `sa.Column('a', sa.Integer(), nullable=True)`
    pub(super) fn column(&self, column: &Column) -> Result<String, DialectError> {
        let mut arguments = vec![python_repr(&column.name), self.type_(&column.sql_type)];
        if let Some(computed) = &column.computed {
            arguments.push(self.computed(computed)?);
        } else if let Some(identity) = &column.identity {
            arguments.push(self.identity(identity));
        } else if let Some(default) = &column.server_default {
            arguments.push(format!("server_default={}", self.server_default(default)?));
        }
        if let Some(autoincrement) = column.autoincrement {
            arguments.push(format!("autoincrement={}", python_bool(autoincrement)));
        }
        arguments.push(format!("nullable={}", python_bool(column.nullable)));
        if let Some(comment) = &column.comment {
            arguments.push(format!("comment={}", python_repr(comment)));
        }
        arguments.extend(self.options(&column.options)?);
        Ok(format!("{}Column({})", self.sa(), arguments.join(", ")))
    }

    pub(super) fn add_column(&self, table: &TableName, column: &Column) -> Result<String, DialectError> {
        let column = self.column(column)?;
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
