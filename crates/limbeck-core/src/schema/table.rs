//! Tables.

use super::{Column, Constraint, DialectOptions, Index, PrimaryKey, TableName};

/// A table with everything that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name.
    pub name: TableName,
    /// Columns in order.
    pub columns: Vec<Column>,
    /// Constraints of the table in order; those written on columns stay there.
    pub constraints: Vec<Constraint>,
    /// Indexes in order.
    pub indexes: Vec<Index>,
    /// A comment kept by the database.
    pub comment: Option<String>,
    /// Words between CREATE and TABLE: `TEMPORARY`
    pub prefixes: Vec<String>,
    /// Dialect arguments.
    pub options: DialectOptions,
    /// Of a database's table: why it is nobody's to drop who does not name it.
    pub managed_elsewhere: Option<ManagedElsewhere>,
}

/// What made a table of a database, or keeps it, that no model needs to name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManagedElsewhere {
    /// The partitioned table of that name, of which it is a partition
    PartitionOf(String),
    /// The tables of these names, from which it inherits
    InheritsFrom(Vec<String>),
    /// The extension of that name
    Extension(String),
    /// The role of that name, which owns it and is not one that the connection may act as
    Owner(String),
    /// The module of that name: it is a virtual table
    Module(String),
    /// A virtual table, which keeps its data in it
    VirtualTable,
}

impl Table {
    /// An empty table.
    pub fn new(name: TableName) -> Self {
        Table {
            name,
            columns: Vec::new(),
            constraints: Vec::new(),
            indexes: Vec::new(),
            comment: None,
            prefixes: Vec::new(),
            options: DialectOptions::default(),
            managed_elsewhere: None,
        }
    }

    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    /// The primary key constraint, when there is one.
    pub fn primary_key(&self) -> Option<&PrimaryKey> {
        self.constraints.iter().find_map(|c| match c {
            Constraint::PrimaryKey(key) => Some(key),
            _ => None,
        })
    }

    /// Names of the columns of the primary key, wherever it was written.
    pub fn primary_key_columns(&self) -> Vec<&str> {
        match self.primary_key() {
            Some(key) => key.columns.iter().map(String::as_str).collect(),
            None => self.columns.iter().filter(|c| c.primary_key).map(|c| c.name.as_str()).collect(),
        }
    }

    /// The column that counts up by itself: the only integer key column, without foreign key and default
    /// (SQLAlchemy's `autoincrement="auto"` rule), or the one that says `autoincrement=True`.
    pub fn autoincrement_column(&self) -> Option<&Column> {
        let key = self.primary_key_columns();
        let of_key = |c: &&Column| key.contains(&c.name.as_str());
        if let Some(column) = self.columns.iter().filter(of_key).find(|c| c.autoincrement == Some(true)) {
            return Some(column);
        }
        let [only] = key.as_slice() else { return None };
        let column = self.column(only)?;
        let has_foreign_key = !column.foreign_keys.is_empty()
            || self
                .constraints
                .iter()
                .any(|c| matches!(c, Constraint::ForeignKey(f) if f.columns.contains(&column.name)));
        let plain = column.sql_type.is_integer() && column.server_default.is_none() && !has_foreign_key;
        (plain && column.autoincrement.is_none()).then_some(column)
    }
}
