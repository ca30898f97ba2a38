//! Whole statements of data.

use super::{Definition, Expression, FromItem, Literal, Prefix, Query, TextClause, Upsert};
use crate::schema::{SqlType, TableName};

/// A statement that a script executes.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// Text with binds.
    Text(TextClause),
    /// `SELECT`, or several put together
    Query(Box<Query>),
    /// `INSERT`
    Insert(Box<Insert>),
    /// `UPDATE`
    Update(Box<Update>),
    /// `DELETE`
    Delete(Box<Delete>),
    /// `CREATE SEQUENCE` and the like
    Definition(Box<Definition>),
}

/// `INSERT`
#[derive(Debug, Clone, PartialEq)]
pub struct Insert {
    /// The table.
    pub table: TableName,
    /// Columns that a single parameter set fills when no values are given: all of the table, with their types where those are known.
    pub table_columns: Vec<(String, Option<SqlType>)>,
    /// Words after INSERT: `IGNORE`.
    pub prefixes: Vec<Prefix>,
    /// Where the rows come from.
    pub source: InsertSource,
    /// What becomes of a row that is there already.
    pub upsert: Option<Upsert>,
    /// `RETURNING`
    pub returning: Vec<Expression>,
}

/// Where inserted rows come from.
#[derive(Debug, Clone, PartialEq)]
pub enum InsertSource {
    /// The parameters of the execution.
    Parameters,
    /// `VALUES (...), (...)`: column names and rows.
    Values(Vec<String>, Vec<Vec<Expression>>),
    /// A query
    Query(Vec<String>, Box<Query>),
    /// `DEFAULT VALUES`
    Defaults,
}

/// `UPDATE`
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// The table.
    pub table: TableName,
    /// Words after UPDATE.
    pub prefixes: Vec<Prefix>,
    /// What the names of aliases and subqueries stand for.
    pub aliases: Vec<FromItem>,
    /// `SET column = value`
    pub values: Vec<(String, Expression)>,
    /// `WHERE`
    pub filter: Option<Expression>,
    /// `RETURNING`
    pub returning: Vec<Expression>,
}

/// `DELETE`
#[derive(Debug, Clone, PartialEq)]
pub struct Delete {
    /// The table.
    pub table: TableName,
    /// Words after DELETE.
    pub prefixes: Vec<Prefix>,
    /// What the names of aliases and subqueries stand for.
    pub aliases: Vec<FromItem>,
    /// `WHERE`
    pub filter: Option<Expression>,
    /// `RETURNING`
    pub returning: Vec<Expression>,
}

impl Insert {
    /// An INSERT of rows.
    pub fn values(table: TableName, columns: Vec<String>, rows: Vec<Vec<Expression>>) -> Self {
        let table_columns = columns.iter().map(|name| (name.clone(), None)).collect();
        let source = InsertSource::Values(columns, rows);
        Insert { table, table_columns, prefixes: Vec::new(), source, upsert: None, returning: Vec::new() }
    }
}

impl Update {
    /// An UPDATE of one table.
    pub fn new(table: TableName, values: Vec<(String, Expression)>, filter: Option<Expression>) -> Self {
        Update { table, prefixes: Vec::new(), aliases: Vec::new(), values, filter, returning: Vec::new() }
    }
}

impl Delete {
    /// A DELETE from one table.
    pub fn new(table: TableName, filter: Option<Expression>) -> Self {
        Delete { table, prefixes: Vec::new(), aliases: Vec::new(), filter, returning: Vec::new() }
    }
}

/// One set of parameters of an execution: names and values.
pub type Parameters = Vec<(String, Literal)>;
