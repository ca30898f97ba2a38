//! `alter_column`: everything that changes of one column, in one call.

use limbeck_core::autogenerate::{Difference, python_repr};
use limbeck_core::schema::{Column, Identity, OptionValue, ServerDefault, SqlType, TableName};
use limbeck_dialect::DialectError;

use super::{Code, python_bool};

/// What the arguments after the first are indented by.
const INDENT: &str = "           ";

/// What changes of a column.
#[derive(Clone, Copy)]
pub(super) struct Alteration<'d> {
    table: &'d TableName,
    /// As it is before
    column: &'d Column,
    nullable: Option<bool>,
    sql_type: Option<&'d SqlType>,
    default: Option<Filled<'d>>,
    comment: Option<Option<&'d str>>,
    /// What stands after USING
    using: Option<&'d str>,
    /// The server needs to be told how, at least on the way back; so a default does not come back as it was.
    converts: bool,
    /// It is to count up by itself without an identity.
    counts: bool,
}

/// What is to fill the column.
#[derive(Clone, Copy)]
enum Filled<'d> {
    Default(Option<&'d ServerDefault>),
    Identity(Option<&'d Identity>),
}

impl<'d> Alteration<'d> {
    /// `None` for a difference that is no change of a column.
    pub fn of(difference: &'d Difference) -> Option<Self> {
        let unchanged = Alteration::nothing;
        Some(match difference {
            Difference::ChangeNullable { table, column, nullable } => {
                Alteration { nullable: Some(*nullable), ..unchanged(table, column) }
            }
            Difference::ChangeType { table, column, sql_type, conversion } => Alteration {
                sql_type: Some(sql_type),
                using: conversion.there.as_deref(),
                converts: conversion.there.is_some() || conversion.back.is_some(),
                ..unchanged(table, column)
            },
            Difference::ChangeDefault { table, column, default } => {
                Alteration { default: Some(Filled::Default(default.as_ref())), ..unchanged(table, column) }
            }
            Difference::ChangeIdentity { table, column, identity, counts, .. } => Alteration {
                default: Some(Filled::Identity(identity.as_ref())),
                counts: *counts,
                ..unchanged(table, column)
            },
            Difference::ChangeComment { table, column, comment } => {
                Alteration { comment: Some(comment.as_deref()), ..unchanged(table, column) }
            }
            _ => return None,
        })
    }

    fn nothing(table: &'d TableName, column: &'d Column) -> Self {
        let (nullable, sql_type, default, comment, using) = (None, None, None, None, None);
        Alteration { table, column, nullable, sql_type, default, comment, using, converts: false, counts: false }
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
        self.using = self.using.or(other.using);
        self.converts |= other.converts;
        self.counts |= other.counts;
    }
}

impl Code<'_> {
    /// The calls that change a column: one, unless its default stands in the way of its new type, because the server converts a default only
    /// as it converts values by itself.
    pub(super) fn alter_column(&self, alteration: &Alteration<'_>) -> Result<Vec<String>, DialectError> {
        let (table, column) = (alteration.table, alteration.column);
        if let Some(Filled::Identity(identity)) = alteration.default {
            return self.identity_calls(alteration, identity);
        }
        let Some(default) = column.server_default.as_ref().filter(|_| alteration.converts) else {
            return Ok(vec![self.alter_call(alteration)?]);
        };
        let dropped = self
            .alter_call(&Alteration { default: Some(Filled::Default(None)), ..Alteration::nothing(table, column) })?;
        let without = Column { server_default: None, ..column.clone() };
        let kept = self.without_cast(default)?;
        let default = match alteration.default {
            Some(Filled::Default(None)) => None,
            Some(given) => Some(given),
            None => Some(Filled::Default(Some(&kept))),
        };
        Ok(vec![dropped, self.alter_call(&Alteration { column: &without, default, ..*alteration })?])
    }

    /// The calls that give a column an identity, change or take it. One that counted otherwise (SERIAL) gives up its counter first, and gets
    /// one when it is to count so; the new counter goes on where the old one was.
    fn identity_calls(
        &self,
        alteration: &Alteration<'_>,
        identity: Option<&Identity>,
    ) -> Result<Vec<String>, DialectError> {
        let (table, column) = (alteration.table, alteration.column);
        let (table_text, column_text) = (self.dialect.quote_table(table), self.dialect.quote(&column.name));
        let mut calls = Vec::new();
        let sequence =
            || TableName { schema: table.schema.clone(), name: format!("{}_{}_seq", table.name, column.name) };
        let serial = column.options.get("postgresql", "serial");
        if let (Some(serial), Some(_)) = (serial, identity) {
            let text = if let OptionValue::Text(text) = serial { text.as_str() } else { "" };
            let name = text.strip_prefix("nextval('").and_then(|rest| rest.strip_suffix("'::regclass)"));
            let name = name.map_or_else(|| self.dialect.quote_table(&sequence()), |name| name.replace("''", "'"));
            calls.push(self.execute(&format!("ALTER TABLE {table_text} ALTER COLUMN {column_text} DROP DEFAULT")));
            calls.push(self.execute(&format!("DROP SEQUENCE {name}")));
        } else if column.server_default.is_some() && identity.is_some() {
            let dropped = Alteration { default: Some(Filled::Default(None)), ..Alteration::nothing(table, column) };
            calls.push(self.alter_call(&dropped)?);
        }
        let mut before = column.clone();
        before.options.0.retain(|option| option.name != "serial");
        if identity.is_some() {
            before.server_default = None;
        }
        let mut own = Alteration { column: &before, ..*alteration };
        if column.identity.is_none() && identity.is_none() {
            own.default = None;
        }
        calls.push(self.alter_call(&own)?);
        if alteration.counts && identity.is_none() {
            let sequence = self.dialect.quote_table(&sequence());
            let type_text = self.dialect.type_text(&column.sql_type)?.to_lowercase();
            calls.push(
                self.execute(&format!("CREATE SEQUENCE {sequence} AS {type_text} OWNED BY {table_text}.{column_text}")),
            );
            let default = format!("nextval('{}')", sequence.replace('\'', "''"));
            calls.push(
                self.execute(&format!("ALTER TABLE {table_text} ALTER COLUMN {column_text} SET DEFAULT {default}")),
            );
        }
        if (serial.is_some() && identity.is_some()) || alteration.counts {
            let quoted = |text: &str| text.replace('\'', "''");
            calls.push(self.execute(&format!(
                "SELECT setval(pg_get_serial_sequence('{}', '{}'), coalesce(max({column_text}), 0) + 1, false) FROM {table_text}",
                quoted(&table_text),
                quoted(&column.name)
            )));
        }
        Ok(calls)
    }

    /// A default without a cast to the old type: `'1'::character varying` is `'1'`.
    fn without_cast(&self, default: &ServerDefault) -> Result<ServerDefault, DialectError> {
        let ServerDefault::Expression(_) = default else { return Ok(default.clone()) };
        let text = self.dialect.default_text(default)?;
        let literal = text.split_once("'::").filter(|(before, _)| before.starts_with('\''));
        Ok(match literal {
            Some((literal, _)) if !literal[1..].replace("''", "").contains('\'') => {
                ServerDefault::Literal(literal[1..].replace("''", "'"))
            }
            _ => default.clone(),
        })
    }

    fn alter_call(&self, alteration: &Alteration<'_>) -> Result<String, DialectError> {
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
        // What an identity becomes depends on what it was; Alembic forgets to say.
        let says_before = matches!(alteration.default, Some(Filled::Identity(_))) || column.identity.is_some();
        if (alteration.default.is_none() || says_before)
            && let Some(filled) = self.filled_by(column)?
        {
            argument("existing_server_default", filled);
        }
        if let Some(schema) = table.schema.as_deref().filter(|_| !self.batch) {
            argument("schema", python_repr(schema));
        }
        if let Some(using) = alteration.using {
            argument("postgresql_using", python_repr(using));
        }
        text.push(')');
        Ok(text)
    }
}
