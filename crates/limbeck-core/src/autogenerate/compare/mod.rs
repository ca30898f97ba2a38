//! The comparison: one file a comparator. What each detects, and in which order, is Alembic's; where Alembic's order changes from
//! run to run, it is alphabetical here.

mod checks;
mod columns;
mod comments;
mod defaults;
mod excludes;
mod foreign_keys;
mod identity;
mod indexes;
mod kept;
mod keys;
mod names;
mod nullable;
mod options;
mod sequences;
mod tables;
#[cfg(test)]
mod tests;
mod types;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::difference::Conversion;
use super::{Difference, Domain, NamedType, TypeKind, TypeUser};
use crate::expression::Expression;
use crate::schema::{Column, Constraint, Counting, Index, Sequence, ServerDefault, SqlType, Table, TableName};

pub use kept::Kept;
use kept::Same;
pub use sequences::Sequences;
pub use tables::take_late_keys;

/// The kinds of things that `include_object` and `include_name` are asked about, as they name them. Alembic has names for the first five.
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
    /// `primary_key_constraint`
    PrimaryKey,
    /// `check_constraint`
    Check,
    /// `exclude_constraint`
    Exclude,
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
            ItemKind::PrimaryKey => "primary_key_constraint",
            ItemKind::Check => "check_constraint",
            ItemKind::Exclude => "exclude_constraint",
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

    /// An expression as text.
    fn expression_text(&self, expression: &Expression) -> Result<String, Self::Error>;

    /// A server default as SQL.
    fn default_sql(&self, default: &ServerDefault) -> Result<String, Self::Error>;

    /// Whether two expressions of a table are the same as they are written.
    fn same_text(&self, one: &Expression, other: &Expression, table: &TableName) -> Result<bool, Self::Error>;

    /// Whether two expressions may be the same, one of them being in the server's own words: a rough answer, for when the server cannot be
    /// asked.
    fn alike(&self, one: &Expression, other: &Expression, table: &TableName) -> Result<bool, Self::Error> {
        self.same_text(one, other, table)
    }

    /// The model's table as the server would keep it.
    fn kept(&self, _database: &Table, _model: &Table) -> Result<Kept, Self::Error> {
        Ok(Kept::Unknown("nobody is asked".into()))
    }

    /// What is to be said for the database to convert a column's values.
    fn conversion(&self, _database: ColumnOf<'_>, _model: ColumnOf<'_>) -> Result<Conversion, Self::Error> {
        Ok(Conversion::default())
    }

    /// Whether CHECKs are read from the database, so that they can be compared.
    fn compares_checks(&self) -> bool {
        true
    }

    /// Whether a foreign key can be added to a table that is there.
    fn adds_foreign_keys(&self) -> bool {
        true
    }

    /// Whether a column can be added that the database computes, so that one can be dropped and made anew.
    fn adds_computed_columns(&self) -> bool {
        true
    }

    /// The name of a primary key that has none.
    fn primary_key_name(&self, table: &TableName) -> String {
        format!("{}_pkey", table.name)
    }

    /// The name that the server gives to a constraint of a table of the models that has none; `taken` are the others of that table. `None`
    /// where the server's rule is not known.
    fn server_name(&self, _model: &Table, _constraint: &Constraint, _taken: &BTreeSet<String>) -> Option<String> {
        None
    }

    /// What the model says of a table as a whole and the database says otherwise: name, the database's value, the model's.
    fn table_options(&self, _database: &Table, _model: &Table) -> Vec<(String, String, String)> {
        Vec::new()
    }

    /// The sequences of both sides; none where there are none.
    fn sequences(&self) -> Result<Sequences, Self::Error> {
        Ok(Sequences::default())
    }

    /// `include_object` about a sequence. `other` is what it is compared with.
    fn include_sequence(
        &self,
        _sequence: &Sequence,
        _reflected: bool,
        _other: Option<&Sequence>,
    ) -> Result<bool, Self::Error> {
        Ok(true)
    }

    /// How a sequence counts where nothing is said.
    fn counting(&self, sequence: &Sequence) -> Result<Counting, Self::Error> {
        Ok(Counting::of_integers(sequence.data_type.as_ref().unwrap_or(&SqlType::BigInteger)))
    }

    /// What else than a table the database has under a table's name: `view`.
    fn other_relation(&self, _name: &TableName) -> Result<Option<&'static str>, Self::Error> {
        Ok(None)
    }

    /// Whether enum types and domains have a name and a life of their own.
    fn has_named_types(&self) -> bool {
        false
    }

    /// The enum type or domain that a type is.
    fn named_type(&self, _sql_type: &SqlType) -> Result<Option<NamedType>, Self::Error> {
        Ok(None)
    }

    /// What the database has under a type's name.
    fn existing_type(&self, _name: &TableName) -> Result<Option<TypeKind>, Self::Error> {
        Ok(None)
    }

    /// A model's domain in the words of the server; `None` when it does not make it.
    fn kept_domain(&self, _name: &TableName, model: &Domain) -> Result<Option<Domain>, Self::Error> {
        Ok(Some(model.clone()))
    }

    /// All columns of the database that are of an enum type or a domain, with their defaults.
    fn type_users(&self, _name: &TableName) -> Result<Vec<TypeUser>, Self::Error> {
        Ok(Vec::new())
    }

    /// Whether the server adds a value only outside of transactions.
    fn adds_enum_values_apart(&self) -> Result<bool, Self::Error> {
        Ok(false)
    }

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

    /// The options of an index that are compared, by name, as text.
    fn index_options(&self, _index: &Index) -> Result<Vec<(String, String)>, Self::Error> {
        Ok(Vec::new())
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
    let mut comparison =
        Comparison { rules, differences: Vec::new(), kept: BTreeMap::new(), compared_types: Vec::new() };
    comparison.tables(database, models)?;
    comparison.named_types(database)?;
    comparison.sequences(models)?;
    comparison.short_counters(database, models);
    comparison.server_names(database, models);
    Ok(comparison.differences)
}

/// A comparison under way.
pub(super) struct Comparison<'r, R> {
    pub(super) rules: &'r R,
    pub(super) differences: Vec<Difference>,
    /// Tables as the server keeps them, as far as it was asked.
    kept: BTreeMap<TableName, Rc<Kept>>,
    /// The models' types of columns that were compared with the database's, and their tables.
    pub(super) compared_types: Vec<(TableName, SqlType)>,
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
