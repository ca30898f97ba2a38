//! Whole statements of data.

use super::{Definition, Expression, Literal, TextClause};
use crate::schema::{SqlType, TableName};

/// A statement that a script executes.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// Text with binds.
    Text(TextClause),
    /// `SELECT`
    Select(Box<Select>),
    /// `INSERT`
    Insert(Box<Insert>),
    /// `UPDATE`
    Update(Box<Update>),
    /// `DELETE`
    Delete(Box<Delete>),
    /// `CREATE SEQUENCE` and the like
    Definition(Box<Definition>),
}

/// `SELECT`
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Select {
    /// What is selected.
    pub columns: Vec<Expression>,
    /// `DISTINCT`
    pub distinct: bool,
    /// Tables, beside those the columns name.
    pub from: Vec<FromItem>,
    /// Joins in order.
    pub joins: Vec<Join>,
    /// `WHERE`
    pub filter: Option<Expression>,
    /// `GROUP BY`
    pub group_by: Vec<Expression>,
    /// `HAVING`
    pub having: Option<Expression>,
    /// `ORDER BY`
    pub order_by: Vec<Expression>,
    /// `LIMIT`
    pub limit: Option<Expression>,
    /// `OFFSET`
    pub offset: Option<Expression>,
    /// `FOR UPDATE`
    pub for_update: bool,
}

/// A table of a FROM clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromItem {
    /// The table.
    pub table: TableName,
    /// `AS alias`
    pub alias: Option<String>,
}

/// `JOIN table ON condition`
#[derive(Debug, Clone, PartialEq)]
pub struct Join {
    /// The table.
    pub table: FromItem,
    /// The condition.
    pub condition: Option<Expression>,
    /// `LEFT OUTER JOIN`
    pub outer: bool,
}

/// `INSERT`
#[derive(Debug, Clone, PartialEq)]
pub struct Insert {
    /// The table.
    pub table: TableName,
    /// Columns that a single parameter set fills when no values are given: all of the table, with their types where those are known.
    pub table_columns: Vec<(String, Option<SqlType>)>,
    /// Where the rows come from.
    pub source: InsertSource,
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
    /// `SELECT`
    Select(Vec<String>, Box<Select>),
    /// `DEFAULT VALUES`
    Defaults,
}

/// `UPDATE`
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// The table.
    pub table: TableName,
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
    /// `WHERE`
    pub filter: Option<Expression>,
    /// `RETURNING`
    pub returning: Vec<Expression>,
}

/// One set of parameters of an execution: names and values.
pub type Parameters = Vec<(String, Literal)>;
