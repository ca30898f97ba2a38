//! `alter_column`: everything that changes of one column, in one call.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::operation::{AlterColumn, Change, ColumnDefault};
use limbeck_core::schema::ServerDefault;

use super::{Code, RenderError, python_bool};

/// What the arguments after the first are indented by.
const INDENT: &str = "           ";

impl Code<'_> {
    pub(super) fn alter_column(&self, alter: &AlterColumn) -> Result<String, RenderError> {
        let mut text = format!("{}alter_column(", self.op());
        if !self.batch {
            text.push_str(&format!("{}, ", python_repr(&alter.table.name)));
        }
        text.push_str(&python_repr(&alter.column));
        let mut argument = |name: &str, value: String| text.push_str(&format!(",\n{INDENT}{name}={value}"));
        if let Some(sql_type) = &alter.existing_type {
            argument("existing_type", self.type_of_column(sql_type)?);
        }
        if let Change::Set(default) = &alter.default {
            argument("server_default", self.default(default)?.unwrap_or_else(|| "None".into()));
        }
        if let Some(name) = &alter.new_name {
            argument("new_column_name", python_repr(name));
        }
        let same_type = if self.is_written_whole(alter)? { alter.existing_type.as_ref() } else { None };
        if let Some(sql_type) = alter.sql_type.as_ref().or(same_type) {
            argument("type_", self.type_of_column(sql_type)?);
        }
        if let Some(nullable) = alter.nullable {
            argument("nullable", python_bool(nullable).into());
        }
        if let Change::Set(comment) = &alter.comment {
            argument("comment", comment.as_deref().map_or_else(|| "None".into(), python_repr));
        }
        if let Some(comment) = &alter.existing_comment {
            argument("existing_comment", python_repr(comment));
        }
        if let (None, Some(nullable)) = (alter.nullable, alter.existing_nullable) {
            argument("existing_nullable", python_bool(nullable).into());
        }
        if let Some(autoincrement) = alter.autoincrement {
            argument("autoincrement", python_bool(autoincrement).into());
        }
        // What an identity becomes depends on what it was; Alembic forgets to say.
        let is_identity = |change: &Change<ColumnDefault>| matches!(change, Change::Set(ColumnDefault::Identity(_)));
        let says = alter.default == Change::Keep || is_identity(&alter.default) || is_identity(&alter.existing_default);
        if let (true, Change::Set(existing)) = (says, &alter.existing_default)
            && *existing != ColumnDefault::None
            && let Some(existing) = self.default(existing)?
        {
            argument("existing_server_default", existing);
        }
        for option in self.options(&alter.options)? {
            if let Some((name, value)) = option.split_once('=') {
                argument(name, value.to_owned());
            }
        }
        if let Some(schema) = alter.table.schema.as_deref().filter(|_| !self.batch) {
            argument("schema", python_repr(schema));
        }
        text.push(')');
        Ok(text)
    }

    /// MariaDB's DROP DEFAULT leaves CURRENT_TIMESTAMP where it is, also where the model calls it `now()`; with a type, the directive writes the
    /// whole column.
    fn is_written_whole(&self, alter: &AlterColumn) -> Result<bool, RenderError> {
        match (&alter.default, &alter.existing_default) {
            (
                Change::Set(ColumnDefault::None),
                Change::Set(ColumnDefault::Server(ServerDefault::Expression(existing))),
            ) if ["mysql", "mariadb"].contains(&self.dialect.name()) => {
                Ok(self.sql(existing)?.starts_with(|c: char| c.is_alphabetic()))
            }
            _ => Ok(false),
        }
    }
}
