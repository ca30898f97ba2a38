//! Columns and their defaults.

use super::{ColumnForeignKey, SqlType};
use crate::expression::Expression;

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub sql_type: SqlType,
    /// Whether NULL is allowed.
    pub nullable: bool,
    /// Part of the primary key by `primary_key=True`.
    pub primary_key: bool,
    /// `autoincrement`: `None` is `"auto"`.
    pub autoincrement: Option<bool>,
    /// What the database fills in.
    pub server_default: Option<ServerDefault>,
    /// `GENERATED ... AS IDENTITY`
    pub identity: Option<Identity>,
    /// `GENERATED ALWAYS AS (...)`
    pub computed: Option<Computed>,
    /// A comment kept by the database.
    pub comment: Option<String>,
    /// `unique=True`
    pub unique: bool,
    /// `index=True`
    pub index: bool,
    /// Foreign keys written on the column.
    pub foreign_keys: Vec<ColumnForeignKey>,
    /// CHECKs written on the column.
    pub checks: Vec<super::CheckConstraint>,
    /// `quote=True/False` in place of the dialect's rule.
    pub quote: Option<bool>,
    /// Dialect arguments: `sqlite_on_conflict_not_null`, ...
    pub options: super::DialectOptions,
}

impl Column {
    /// A nullable column without anything else.
    pub fn new(name: impl Into<String>, sql_type: SqlType) -> Self {
        Column {
            name: name.into(),
            sql_type,
            nullable: true,
            primary_key: false,
            autoincrement: None,
            server_default: None,
            identity: None,
            computed: None,
            comment: None,
            unique: false,
            index: false,
            foreign_keys: Vec::new(),
            checks: Vec::new(),
            quote: None,
            options: super::DialectOptions::default(),
        }
    }
}

/// A default that the database fills in.
#[derive(Debug, Clone, PartialEq)]
pub enum ServerDefault {
    /// A Python string: a quoted literal.
    Literal(String),
    /// An SQL expression.
    Expression(Expression),
}

/// `Identity(...)`
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Identity {
    /// `GENERATED ALWAYS` instead of `BY DEFAULT`
    pub always: bool,
    /// `ON NULL` (Oracle)
    pub on_null: Option<bool>,
    /// The counter's options.
    pub options: SequenceOptions,
}

/// Options of an identity or a sequence; `None` is the database's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SequenceOptions {
    /// `START WITH`
    pub start: Option<i64>,
    /// `INCREMENT BY`
    pub increment: Option<i64>,
    /// `MINVALUE`
    pub minvalue: Option<i64>,
    /// `MAXVALUE`
    pub maxvalue: Option<i64>,
    /// `NO MINVALUE`
    pub nominvalue: bool,
    /// `NO MAXVALUE`
    pub nomaxvalue: bool,
    /// `CYCLE`, `NO CYCLE`
    pub cycle: Option<bool>,
    /// `CACHE`
    pub cache: Option<i64>,
    /// `ORDER` (Oracle)
    pub order: Option<bool>,
}

/// `Computed(...)`
#[derive(Debug, Clone, PartialEq)]
pub struct Computed {
    /// The expression.
    pub expression: Expression,
    /// `STORED` (true), `VIRTUAL` (false) or the database's own choice.
    pub persisted: Option<bool>,
}
