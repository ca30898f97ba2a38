//! Constraints.

use super::{DialectOptions, Name, TableName};
use crate::expression::Expression;

/// A constraint of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Constraint {
    /// `PRIMARY KEY`
    PrimaryKey(PrimaryKey),
    /// `UNIQUE`
    Unique(UniqueConstraint),
    /// `FOREIGN KEY`
    ForeignKey(ForeignKey),
    /// `CHECK`
    Check(CheckConstraint),
    /// `EXCLUDE` (PostgreSQL)
    Exclude(ExcludeConstraint),
}

/// The kind of a constraint, as `type_` of `drop_constraint` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConstraintKind {
    /// `primary`
    PrimaryKey,
    /// `unique`
    Unique,
    /// `foreignkey`
    ForeignKey,
    /// `check`
    Check,
    /// Not a `type_` of `drop_constraint`: PostgreSQL drops it by its name alone.
    Exclude,
}

impl Constraint {
    /// Its name, when it has one.
    pub fn name(&self) -> Option<&Name> {
        match self {
            Constraint::PrimaryKey(c) => c.name.as_ref(),
            Constraint::Unique(c) => c.name.as_ref(),
            Constraint::ForeignKey(c) => c.name.as_ref(),
            Constraint::Check(c) => c.name.as_ref(),
            Constraint::Exclude(c) => c.name.as_ref(),
        }
    }

    /// Its kind.
    pub fn kind(&self) -> ConstraintKind {
        match self {
            Constraint::PrimaryKey(_) => ConstraintKind::PrimaryKey,
            Constraint::Unique(_) => ConstraintKind::Unique,
            Constraint::ForeignKey(_) => ConstraintKind::ForeignKey,
            Constraint::Check(_) => ConstraintKind::Check,
            Constraint::Exclude(_) => ConstraintKind::Exclude,
        }
    }
}

/// When a constraint is checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deferral {
    /// `DEFERRABLE`, `NOT DEFERRABLE`
    pub deferrable: Option<bool>,
    /// `INITIALLY DEFERRED`, as written
    pub initially: Option<String>,
}

/// `PRIMARY KEY (...)`
#[derive(Debug, Clone, PartialEq)]
pub struct PrimaryKey {
    /// Its name.
    pub name: Option<Name>,
    /// Column names.
    pub columns: Vec<String>,
    /// When it is checked.
    pub deferral: Deferral,
    /// Dialect arguments.
    pub options: DialectOptions,
}

/// `UNIQUE (...)`
#[derive(Debug, Clone, PartialEq)]
pub struct UniqueConstraint {
    /// Its name.
    pub name: Option<Name>,
    /// Column names.
    pub columns: Vec<String>,
    /// When it is checked.
    pub deferral: Deferral,
    /// Dialect arguments.
    pub options: DialectOptions,
}

/// `CHECK (...)`
#[derive(Debug, Clone, PartialEq)]
pub struct CheckConstraint {
    /// Its name.
    pub name: Option<Name>,
    /// The condition.
    pub condition: Expression,
    /// When it is checked.
    pub deferral: Deferral,
    /// Dialect arguments.
    pub options: DialectOptions,
    /// Made by a type (`Enum`, `Boolean`) for this column, so that it goes when the column's type does.
    pub of_type: Option<String>,
}

/// `EXCLUDE USING gist (element WITH operator, ...)`
#[derive(Debug, Clone, PartialEq)]
pub struct ExcludeConstraint {
    /// Its name.
    pub name: Option<Name>,
    /// What is compared and by which operator, in order.
    pub elements: Vec<ExcludeElement>,
    /// The access method, `gist` when the script says nothing.
    pub using: String,
    /// `WHERE`
    pub filter: Option<Expression>,
    /// When it is checked.
    pub deferral: Deferral,
}

/// One element of an EXCLUDE constraint.
#[derive(Debug, Clone, PartialEq)]
pub struct ExcludeElement {
    /// A column or an expression.
    pub expression: Expression,
    /// The operator after WITH.
    pub operator: String,
    /// The operator class, when one is given.
    pub operator_class: Option<String>,
}

/// `FOREIGN KEY (...) REFERENCES ...`
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignKey {
    /// Its name.
    pub name: Option<Name>,
    /// Column names on this side.
    pub columns: Vec<String>,
    /// The table referred to.
    pub referred_table: TableName,
    /// Column names there; empty for its primary key.
    pub referred_columns: Vec<String>,
    /// Everything else.
    pub options: ForeignKeyOptions,
}

/// What a foreign key says beside its columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ForeignKeyOptions {
    /// `ON DELETE`, as written
    pub ondelete: Option<String>,
    /// `ON UPDATE`, as written
    pub onupdate: Option<String>,
    /// `MATCH`, as written
    pub match_: Option<String>,
    /// When it is checked.
    pub deferral: Deferral,
    /// Added by ALTER after both tables exist.
    pub use_alter: bool,
    /// Dialect arguments.
    pub dialect: DialectOptions,
}

/// What a foreign key on a column refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKeyTarget {
    /// The table.
    pub table: TableName,
    /// The column; `None` for the primary key.
    pub column: Option<String>,
}

/// A foreign key written on a column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnForeignKey {
    /// Its name.
    pub name: Option<Name>,
    /// What it refers to.
    pub target: ForeignKeyTarget,
    /// Everything else.
    pub options: ForeignKeyOptions,
}
