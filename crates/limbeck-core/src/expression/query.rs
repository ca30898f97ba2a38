//! Queries: SELECT, several of them put together, and what stands in their FROM.

use super::Expression;
use crate::schema::TableName;

/// What gives rows.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    /// `SELECT`
    Select(Box<Select>),
    /// `UNION` and the like
    Compound(Box<Compound>),
}

impl Default for Query {
    fn default() -> Self {
        Query::from(Select::default())
    }
}

impl From<Select> for Query {
    fn from(select: Select) -> Self {
        Query::Select(Box::new(select))
    }
}

impl From<Compound> for Query {
    fn from(compound: Compound) -> Self {
        Query::Compound(Box::new(compound))
    }
}

/// `SELECT`
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Select {
    /// Words after SELECT.
    pub prefixes: Vec<Prefix>,
    /// What is selected.
    pub columns: Vec<Expression>,
    /// `DISTINCT`
    pub distinct: bool,
    /// `DISTINCT ON (...)`
    pub distinct_on: Vec<Expression>,
    /// Tables, beside those the columns name.
    pub from: Vec<FromItem>,
    /// What the names of aliases and subqueries stand for; those that are named somewhere stand in FROM.
    pub aliases: Vec<FromItem>,
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

/// Several queries put together.
#[derive(Debug, Clone, PartialEq)]
pub struct Compound {
    /// What stands between them.
    pub operator: SetOperator,
    /// The queries, two or more.
    pub members: Vec<Query>,
    /// `ORDER BY`
    pub order_by: Vec<Expression>,
    /// `LIMIT`
    pub limit: Option<Expression>,
    /// `OFFSET`
    pub offset: Option<Expression>,
}

/// What puts queries together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetOperator {
    /// `UNION`
    Union,
    /// `UNION ALL`
    UnionAll,
    /// `INTERSECT`
    Intersect,
    /// `INTERSECT ALL`
    IntersectAll,
    /// `EXCEPT`
    Except,
    /// `EXCEPT ALL`
    ExceptAll,
}

impl SetOperator {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            SetOperator::Union => "UNION",
            SetOperator::UnionAll => "UNION ALL",
            SetOperator::Intersect => "INTERSECT",
            SetOperator::IntersectAll => "INTERSECT ALL",
            SetOperator::Except => "EXCEPT",
            SetOperator::ExceptAll => "EXCEPT ALL",
        }
    }
}

/// What stands in a FROM clause.
#[derive(Debug, Clone, PartialEq)]
pub struct FromItem {
    /// The table, or what stands in its place.
    pub source: FromSource,
    /// `AS alias`; a subquery has one always.
    pub alias: Option<String>,
}

/// Where the rows of a FROM item come from.
#[derive(Debug, Clone, PartialEq)]
pub enum FromSource {
    /// A table
    Table(TableName),
    /// `(SELECT ...)`
    Query(Box<Query>),
    /// The name of a query that stands in WITH
    Common(Box<CommonTable>),
}

impl FromItem {
    /// A table under its own name.
    pub fn table(table: TableName) -> Self {
        FromItem { source: FromSource::Table(table), alias: None }
    }

    /// The name that columns are qualified with.
    pub fn known_as(&self) -> TableName {
        match (&self.alias, &self.source) {
            (Some(alias), _) => TableName::new(alias),
            (None, FromSource::Table(table)) => table.clone(),
            (None, FromSource::Common(common)) => TableName::new(&common.name),
            (None, FromSource::Query(_)) => TableName::new(""),
        }
    }
}

/// A query of a WITH clause (a common table expression).
#[derive(Debug, Clone, PartialEq)]
pub struct CommonTable {
    /// Its name
    pub name: String,
    /// The names of its columns
    pub columns: Vec<String>,
    /// The query; in a recursive one it names itself
    pub query: Query,
    /// `WITH RECURSIVE`
    pub recursive: bool,
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

/// A word after SELECT, INSERT, UPDATE or DELETE.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix {
    /// As it is written
    pub text: String,
    /// The one dialect that it is for; `None`: all
    pub dialect: Option<String>,
}
