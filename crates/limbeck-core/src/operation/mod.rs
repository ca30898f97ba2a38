//! Operations: what a directive means, once its arguments are checked and names are settled.

mod alter_column;
mod batch;

pub use alter_column::{AlterColumn, Change, ColumnDefault};
pub use batch::{Batch, Recreate};

use crate::expression::{Parameters, Statement};
use crate::schema::{Column, Constraint, ConstraintKind, DialectOptions, Index, Table, TableName};

/// What a directive means.
#[derive(Debug, Clone, PartialEq)]
pub enum Operation {
    /// `create_table`
    CreateTable {
        /// The table, its indexes included
        table: Table,
        /// `IF NOT EXISTS`
        if_not_exists: bool,
    },
    /// `drop_table`
    DropTable {
        /// The table
        name: TableName,
        /// `IF EXISTS`
        if_exists: bool,
        /// Dialect arguments
        options: DialectOptions,
    },
    /// `rename_table`
    RenameTable {
        /// The table
        name: TableName,
        /// Its new name
        new_name: String,
    },
    /// `add_column`
    AddColumn {
        /// The table
        table: TableName,
        /// The column
        column: Box<Column>,
        /// `IF NOT EXISTS`
        if_not_exists: bool,
        /// Foreign keys are written with the column, not as a further statement
        inline_references: bool,
        /// `PRIMARY KEY` is written with the column
        inline_primary_key: bool,
        /// In a batch block: the column it goes before or after
        place: Option<Place>,
    },
    /// `drop_column`
    DropColumn {
        /// The table
        table: TableName,
        /// The column
        column: String,
        /// `IF EXISTS`
        if_exists: bool,
        /// Dialect arguments
        options: DialectOptions,
    },
    /// `alter_column`
    AlterColumn(Box<AlterColumn>),
    /// `create_index`
    CreateIndex {
        /// The index
        index: Index,
        /// `IF NOT EXISTS`
        if_not_exists: bool,
    },
    /// `drop_index`
    DropIndex {
        /// Its name
        name: String,
        /// The table, when given
        table: Option<TableName>,
        /// The schema of the index
        schema: Option<String>,
        /// `IF EXISTS`
        if_exists: bool,
        /// Dialect arguments
        options: DialectOptions,
    },
    /// `create_primary_key`, `create_foreign_key`, `create_unique_constraint`, `create_check_constraint`
    AddConstraint {
        /// The table
        table: TableName,
        /// The constraint
        constraint: Constraint,
    },
    /// `drop_constraint`
    DropConstraint {
        /// The table
        table: TableName,
        /// Its name
        name: String,
        /// What it is, when given
        kind: Option<ConstraintKind>,
        /// `IF EXISTS`
        if_exists: bool,
    },
    /// `create_table_comment`, `drop_table_comment`
    TableComment {
        /// The table
        table: TableName,
        /// The comment; `None` drops it
        comment: Option<String>,
    },
    /// What `add_column` says last where a comment is a statement of its own; nothing where the column's definition holds it.
    ColumnComment {
        /// The table
        table: TableName,
        /// The column
        column: String,
        /// The comment
        comment: String,
    },
    /// `bulk_insert`
    BulkInsert {
        /// The table, with the columns that are known
        table: Table,
        /// The rows
        rows: Vec<Vec<(String, crate::expression::Expression)>>,
        /// One statement for all rows that are alike
        multiinsert: bool,
    },
    /// `execute`
    Execute {
        /// The statement
        statement: Statement,
        /// Its parameters
        parameters: Parameters,
    },
    /// `batch_alter_table`
    Batch(Box<Batch>),
}

/// Where a column goes in a rebuilt table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Before that column
    Before(String),
    /// After that column
    After(String),
}

impl Operation {
    /// The directive that means this, for messages.
    pub fn directive(&self) -> &'static str {
        match self {
            Operation::CreateTable { .. } => "create_table",
            Operation::DropTable { .. } => "drop_table",
            Operation::RenameTable { .. } => "rename_table",
            Operation::AddColumn { .. } => "add_column",
            Operation::DropColumn { .. } => "drop_column",
            Operation::AlterColumn(_) => "alter_column",
            Operation::CreateIndex { .. } => "create_index",
            Operation::DropIndex { .. } => "drop_index",
            Operation::AddConstraint { constraint, .. } => match constraint.kind() {
                ConstraintKind::PrimaryKey => "create_primary_key",
                ConstraintKind::Unique => "create_unique_constraint",
                ConstraintKind::ForeignKey => "create_foreign_key",
                ConstraintKind::Check => "create_check_constraint",
                ConstraintKind::Exclude => "create_exclude_constraint",
            },
            Operation::DropConstraint { .. } => "drop_constraint",
            Operation::TableComment { comment: Some(_), .. } => "create_table_comment",
            Operation::TableComment { comment: None, .. } => "drop_table_comment",
            Operation::ColumnComment { .. } => "add_column",
            Operation::BulkInsert { .. } => "bulk_insert",
            Operation::Execute { .. } => "execute",
            Operation::Batch(_) => "batch_alter_table",
        }
    }
}
