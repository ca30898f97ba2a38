//! Indexes.

use super::{DialectOptions, Name, TableName};
use crate::expression::Expression;

/// An index of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    /// Its name; a naming convention may supply a missing one.
    pub name: Option<Name>,
    /// The table it is on.
    pub table: TableName,
    /// What is indexed, in order.
    pub elements: Vec<IndexElement>,
    /// `UNIQUE`
    pub unique: bool,
    /// Dialect arguments: `postgresql_where`, `sqlite_where`, ...
    pub options: DialectOptions,
}

/// One element of an index.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexElement {
    /// A column or an expression.
    pub expression: Expression,
    /// `ASC`, `DESC`
    pub order: Option<SortOrder>,
    /// `NULLS FIRST`, `NULLS LAST`
    pub nulls: Option<NullsOrder>,
}

impl IndexElement {
    /// A plain column.
    pub fn column(name: impl Into<String>) -> Self {
        IndexElement { expression: Expression::column(name), order: None, nulls: None }
    }
}

/// Ascending or descending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// `ASC`
    Ascending,
    /// `DESC`
    Descending,
}

/// Where NULLs go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NullsOrder {
    /// `NULLS FIRST`
    First,
    /// `NULLS LAST`
    Last,
}
