//! `alter_column`: everything that changes of one column, in one call.

use limbeck_core::autogenerate::{Difference, python_repr};
use limbeck_core::schema::{Column, Identity, ServerDefault, SqlType, TableName};
use limbeck_dialect::DialectError;

use super::{Code, python_bool};

/// What the arguments after the first are indented by.
const INDENT: &str = "           ";

/// What changes of a column.
pub(super) struct Alteration<'d> {
    table: &'d TableName,
    /// As it is before
    column: &'d Column,
    nullable: Option<bool>,
    sql_type: Option<&'d SqlType>,
    default: Option<Filled<'d>>,
    comment: Option<Option<&'d str>>,
}

/// What is to fill the column.
enum Filled<'d> {
    Default(Option<&'d ServerDefault>),
    Identity(Option<&'d Identity>),
}

impl<'d> Alteration<'d> {
    /// `None` for a difference that is no change of a column.
    pub fn of(difference: &'d Difference) -> Option<Self> {
        let unchanged =
            |table, column| Alteration { table, column, nullable: None, sql_type: None, default: None, comment: None };
        Some(match difference {
            Difference::ChangeNullable { table, column, nullable } => {
                Alteration { nullable: Some(*nullable), ..unchanged(table, column) }
            }
            Difference::ChangeType { table, column, sql_type } => {
                Alteration { sql_type: Some(sql_type), ..unchanged(table, column) }
            }
            Difference::ChangeDefault { table, column, default } => {
                Alteration { default: Some(Filled::Default(default.as_ref())), ..unchanged(table, column) }
            }
            Difference::ChangeIdentity { table, column, identity, .. } => {
                Alteration { default: Some(Filled::Identity(identity.as_ref())), ..unchanged(table, column) }
            }
            Difference::ChangeComment { table, column, comment } => {
                Alteration { comment: Some(comment.as_deref()), ..unchanged(table, column) }
            }
            _ => return None,
        })
    }

    pub fn is_of(&self, other: &Alteration<'_>) -> bool {
        self.table == other.table && self.column.name == other.column.name
    }

    /// Takes the other one's changes as well.
    pub fn join(&mut self, other: Alteration<'d>) {
        self.nullable = self.nullable.or(other.nullable);
        self.sql_type = self.sql_type.or(other.sql_type);
        self.default = self.default.take().or(other.default);
        self.comment = self.comment.or(other.comment);
    }
}

impl Code<'_> {
    pub(super) fn alter_column(&self, alteration: &Alteration<'_>) -> Result<String, DialectError> {
        let Alteration { table, column, .. } = alteration;
        let mut text = format!("{}alter_column(", self.op());
        if !self.batch {
            text.push_str(&format!("{}, ", python_repr(&table.name)));
        }
        text.push_str(&python_repr(&column.name));
        let mut argument = |name: &str, value: String| text.push_str(&format!(",\n{INDENT}{name}={value}"));
        argument("existing_type", self.type_(&column.sql_type));
        if let Some(filled) = &alteration.default {
            let value = match filled {
                Filled::Default(default) => default.map(|default| self.server_default(default)).transpose()?,
                Filled::Identity(identity) => identity.map(|identity| self.identity(identity)),
            };
            argument("server_default", value.unwrap_or_else(|| "None".into()));
        }
        if let Some(sql_type) = alteration.sql_type {
            argument("type_", self.type_(sql_type));
        }
        if let Some(nullable) = alteration.nullable {
            argument("nullable", python_bool(nullable).into());
        }
        if let Some(comment) = alteration.comment {
            argument("comment", comment.map_or_else(|| "None".into(), python_repr));
        }
        if let Some(comment) = &column.comment {
            argument("existing_comment", python_repr(comment));
        }
        if alteration.nullable.is_none() {
            argument("existing_nullable", python_bool(column.nullable).into());
        }
        // Without it, MySQL's column would no longer count.
        if column.autoincrement == Some(true) {
            argument("autoincrement", "True".into());
        }
        if alteration.default.is_none()
            && let Some(filled) = self.filled_by(column)?
        {
            argument("existing_server_default", filled);
        }
        if let Some(schema) = table.schema.as_deref().filter(|_| !self.batch) {
            argument("schema", python_repr(schema));
        }
        text.push(')');
        Ok(text)
    }
}
