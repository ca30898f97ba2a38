//! Text that every dialect writes the same way, with the places where they differ left to [`Style`].

pub(crate) mod expression;
pub(crate) mod identifier;
pub(crate) mod insert;
pub(crate) mod literal;
pub(crate) mod select;
pub(crate) mod table;
pub(crate) mod text_clause;

use limbeck_core::expression::{BinaryOperator, Literal};
use limbeck_core::schema::{DialectOptions, SqlType, Table};

use crate::{Dialect, DialectError};

/// Where a value came from: it decides what an unknown type means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Written into an expression: SQLAlchemy gives it the type of the value.
    Expression,
    /// Handed over with the execution: the driver takes it as it is.
    Execution,
}

/// What a dialect writes in its own way.
pub(crate) trait Style: Dialect {
    /// The placeholder of a bound value.
    fn placeholder(&self) -> &'static str;

    /// A value as the driver is to get it.
    fn bound(&self, value: &Literal, sql_type: Option<&SqlType>, origin: Origin) -> Result<Literal, DialectError>;

    /// A value as text.
    fn inline(&self, value: &Literal, sql_type: Option<&SqlType>) -> Result<String, DialectError>;

    /// `true` or `1`.
    fn boolean(&self, value: bool) -> &'static str;

    /// Whether a boolean stands as a condition by itself (`WHERE active`), or has to be compared (`WHERE active = 1`).
    fn native_boolean(&self) -> bool;

    /// Whether an enum is a type of the database.
    fn native_enum(&self) -> bool;

    /// The column whose PRIMARY KEY is written with the column, not as a constraint of the table.
    fn inline_primary_key<'t>(&self, table: &'t Table) -> Option<&'t str>;

    /// A function that is written in another way than `name(arguments)`.
    fn function(&self, name: &str, arguments: &[String]) -> Option<String>;

    /// An operator that is written in another way; the sides come in the parentheses they need.
    fn binary(&self, operator: &BinaryOperator, left: &str, right: &str) -> Option<String>;

    /// What stands in place of the members of an IN that has none.
    fn empty_set(&self, width: usize) -> String;

    /// `LIMIT` and `OFFSET` with what stands before them. The number that stands for "none" is written by `number`.
    fn limit(
        &self,
        limit: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        offset: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        number: &mut dyn FnMut(i64) -> Result<String, DialectError>,
    ) -> Result<String, DialectError>;

    /// ` FOR UPDATE`, where there is such a thing.
    fn for_update(&self) -> &'static str;

    /// Whether an UPDATE may name further tables after FROM.
    fn update_from(&self) -> bool;

    /// What follows a constraint: ` ON CONFLICT IGNORE`, when `options` have one under that name.
    fn constraint_suffix(&self, options: &DialectOptions, name: &str) -> Result<String, DialectError>;

    /// What follows the closing parenthesis of CREATE TABLE.
    fn table_suffix(&self, table: &Table) -> Result<String, DialectError>;

    /// The table of a REFERENCES clause.
    fn referred_table(&self, table: &limbeck_core::schema::TableName) -> String {
        self.quote_table(table)
    }

    /// Whether a foreign key from `table` to `referred` can be said at all.
    fn can_refer(&self, _table: &limbeck_core::schema::TableName, _referred: &limbeck_core::schema::TableName) -> bool {
        true
    }
}
