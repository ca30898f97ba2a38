//! What an INSERT does with a row that is there already.

use super::Expression;

/// `ON CONFLICT ...`, `ON DUPLICATE KEY UPDATE ...`
#[derive(Debug, Clone, PartialEq)]
pub enum Upsert {
    /// `ON CONFLICT [target] DO NOTHING`
    Nothing {
        /// Which conflict; `None`: any
        target: Option<ConflictTarget>,
    },
    /// `ON CONFLICT [target] DO UPDATE SET ... [WHERE ...]`
    Update {
        /// Which conflict
        target: Option<ConflictTarget>,
        /// Columns and values; `excluded` is the row that was to be inserted
        values: Vec<(String, Expression)>,
        /// Which rows are changed
        filter: Option<Expression>,
    },
    /// `ON DUPLICATE KEY UPDATE ...`: columns and values
    DuplicateKey(Vec<(String, Expression)>),
}

/// The constraint or unique index that a conflict is about.
#[derive(Debug, Clone, PartialEq)]
pub enum ConflictTarget {
    /// A constraint by its name
    Constraint(String),
    /// A unique index by its elements
    Elements {
        /// Columns and expressions
        elements: Vec<Expression>,
        /// The condition of a partial index
        filter: Option<Expression>,
    },
}
