//! The comparison: one file a comparator. What each detects, and in which order, is Alembic's; where Alembic's order changes from
//! run to run, it is alphabetical here.

mod columns;
mod comments;
mod defaults;
mod foreign_keys;
mod identity;
mod indexes;
mod nullable;
mod tables;
#[cfg(test)]
mod tests;
mod types;

use super::Difference;
use crate::schema::{Column, Index, Table, TableName};

/// The kinds of things that `include_object` and `include_name` are asked about, as they name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// `table`
    Table,
    /// `column`
    Column,
    /// `index`
    Index,
    /// `unique_constraint`
    UniqueConstraint,
    /// `foreign_key_constraint`
    ForeignKey,
}

impl ItemKind {
    /// The word that env.py's functions are given.
    pub fn as_str(self) -> &'static str {
        match self {
            ItemKind::Table => "table",
            ItemKind::Column => "column",
            ItemKind::Index => "index",
            ItemKind::UniqueConstraint => "unique_constraint",
            ItemKind::ForeignKey => "foreign_key_constraint",
        }
    }
}

/// Something of a table, or the table itself.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// What it is.
    pub kind: ItemKind,
    /// Its name, when it has one.
    pub name: Option<&'a str>,
    /// Columns of a constraint, which tell those without a name apart; empty for everything else.
    pub columns: &'a [String],
    /// The table that has it, or that it is.
    pub table: &'a Table,
    /// Whether it comes from the database; otherwise from the models.
    pub reflected: bool,
}

/// A column and the table that it is of.
#[derive(Debug, Clone, Copy)]
pub struct ColumnOf<'a> {
    /// The table
    pub table: &'a Table,
    /// The column
    pub column: &'a Column,
}

/// What a comparison asks of the dialect and of the functions that env.py gave to `configure()`.
pub trait Rules {
    /// Why it cannot go on.
    type Error;

    /// `include_name`: whether something of the database takes part. `table` is the table that has it.
    fn include_name(&self, kind: ItemKind, name: Option<&str>, table: &TableName) -> Result<bool, Self::Error>;

    /// `include_object`: whether a difference about `item` counts. `other` is what it is compared with.
    fn include_object(&self, item: Item<'_>, other: Option<Item<'_>>) -> Result<bool, Self::Error>;

    /// Whether types are compared at all.
    fn compares_types(&self) -> bool;

    /// Whether the types of two columns differ; neither is unknown.
    fn types_differ(&self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<bool, Self::Error>;

    /// Whether server defaults are compared at all.
    fn compares_defaults(&self) -> bool;

    /// Whether the server defaults of two columns differ; one of them at least has one, and neither is computed.
    fn defaults_differ(&self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<bool, Self::Error>;

    /// An expression as text, for comparing generated columns.
    fn expression_text(&self, expression: &crate::expression::Expression) -> Result<String, Self::Error>;

    /// Whether the database keeps comments, so that they can be compared.
    fn compares_comments(&self) -> bool {
        false
    }

    /// Whether the database has identity columns, so that their options can be compared.
    fn compares_identities(&self) -> bool {
        false
    }

    /// The elements of an index, in order, where the database keeps them so that they can be compared: expressions and directions.
    /// `None`: only the columns are compared, and indexes of expressions are not.
    fn index_elements(&self, _index: &Index) -> Result<Option<Vec<ElementText>>, Self::Error> {
        Ok(None)
    }

    /// A difference was found.
    fn found(&self, difference: &Difference);

    /// Something could not be compared, or was passed over.
    fn remark(&self, remark: Remark);
}

/// An element of an index as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementText {
    /// As it is written: `lower(name) DESC`
    pub shown: String,
    /// Without what does not tell two elements apart
    pub normal: String,
}

/// Something that could not be compared, or was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Whether the user should look at it.
    pub warning: bool,
    /// What, as Alembic says it.
    pub text: String,
}

/// What differs. `database` are all tables that take part, in any order, the version table left out; `models` are those of the
/// target metadata in [`super::dependency_order`].
///
/// # Errors
/// Whatever `rules` fail with.
pub fn compare<R: Rules>(database: &[Table], models: &[Table], rules: &R) -> Result<Vec<Difference>, R::Error> {
    let mut comparison = Comparison { rules, differences: Vec::new() };
    comparison.tables(database, models)?;
    Ok(comparison.differences)
}

struct Comparison<'r, R> {
    rules: &'r R,
    differences: Vec<Difference>,
}

impl<R: Rules> Comparison<'_, R> {
    fn add(&mut self, difference: Difference) {
        self.rules.found(&difference);
        self.differences.push(difference);
    }

    fn remark(&self, warning: bool, text: String) {
        self.rules.remark(Remark { warning, text });
    }
}
