//! `batch_alter_table`.

use super::Operation;
use crate::schema::{Column, Constraint, DialectOptions, NamingConvention, Table, TableName};

/// A batch block: changes of one table that are made together.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// The table
    pub table: TableName,
    /// The queued changes, in order
    pub operations: Vec<Operation>,
    /// Whether the table is made anew
    pub recreate: Recreate,
    /// `copy_from`: what the table is, in place of reflection
    pub copy_from: Option<Table>,
    /// `reflect_args`: columns that replace the reflected ones of their names
    pub reflect_columns: Vec<Column>,
    /// `table_args`: further constraints of the new table
    pub table_args: Vec<Constraint>,
    /// `table_kwargs`: options of the new table
    pub table_options: DialectOptions,
    /// `naming_convention`: names for reflected constraints that have none
    pub naming_convention: Option<NamingConvention>,
    /// `partial_reordering`: groups of columns in the order they are to have
    pub partial_reordering: Vec<Vec<String>>,
}

/// `recreate=`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Recreate {
    /// Where the dialect needs it
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
