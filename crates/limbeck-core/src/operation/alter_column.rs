//! `alter_column`.

use super::Place;
use crate::schema::{Computed, DialectOptions, Identity, ServerDefault, SqlType, TableName};

/// A property of a column: left alone, or given a value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Change<T> {
    /// Not mentioned
    #[default]
    Keep,
    /// Given
    Set(T),
}

impl<T> Change<T> {
    /// The value, when one is given.
    pub fn value(&self) -> Option<&T> {
        match self {
            Change::Keep => None,
            Change::Set(value) => Some(value),
        }
    }
}

/// What a column's value comes from when none is given.
#[derive(Debug, Clone, PartialEq)]
pub enum ColumnDefault {
    /// Nothing
    None,
    /// A server default
    Server(ServerDefault),
    /// An identity
    Identity(Identity),
    /// A computed expression
    Computed(Computed),
}

/// `alter_column`
#[derive(Debug, Clone, PartialEq)]
pub struct AlterColumn {
    /// The table
    pub table: TableName,
    /// The column
    pub column: String,
    /// `nullable`
    pub nullable: Option<bool>,
    /// `server_default`
    pub default: Change<ColumnDefault>,
    /// `new_column_name`
    pub new_name: Option<String>,
    /// `type_`
    pub sql_type: Option<SqlType>,
    /// `comment`
    pub comment: Change<Option<String>>,
    /// `autoincrement`
    pub autoincrement: Option<bool>,
    /// `existing_type`
    pub existing_type: Option<SqlType>,
    /// `existing_nullable`
    pub existing_nullable: Option<bool>,
    /// `existing_server_default`
    pub existing_default: Change<ColumnDefault>,
    /// `existing_comment`
    pub existing_comment: Option<String>,
    /// `existing_autoincrement`
    pub existing_autoincrement: Option<bool>,
    /// `insert_before`, `insert_after` (batch only)
    pub place: Option<Place>,
    /// Dialect arguments: `postgresql_using`
    pub options: DialectOptions,
}

impl AlterColumn {
    /// An alteration that changes nothing.
    pub fn new(table: TableName, column: impl Into<String>) -> Self {
        AlterColumn {
            table,
            column: column.into(),
            nullable: None,
            default: Change::Keep,
            new_name: None,
            sql_type: None,
            comment: Change::Keep,
            autoincrement: None,
            existing_type: None,
            existing_nullable: None,
            existing_default: Change::Keep,
            existing_comment: None,
            existing_autoincrement: None,
            place: None,
            options: DialectOptions::default(),
        }
    }
}
