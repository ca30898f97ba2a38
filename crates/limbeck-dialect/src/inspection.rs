//! What a live database is asked for beside its tables.

use limbeck_core::schema::{SequenceOptions, TableName};

/// A kind of names that SQLAlchemy's inspector lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Schemas: the default one and the server's own as well, where SQLAlchemy lists them
    Schemas,
    /// Views
    Views,
    /// Materialized views
    MaterializedViews,
    /// Sequences
    Sequences,
    /// Foreign tables
    ForeignTables,
    /// Temporary tables of this session
    TemporaryTables,
    /// Temporary views of this session
    TemporaryViews,
}

/// An enum type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnumType {
    /// Its name
    pub name: String,
    /// Its schema
    pub schema: String,
    /// Whether it is found without its schema
    pub visible: bool,
    /// Its values in order
    pub labels: Vec<String>,
    /// The extension that made it
    pub extension: Option<String>,
}

/// A sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequence {
    /// Its name
    pub name: String,
    /// Its schema
    pub schema: String,
    /// The type of its numbers, as the server writes it
    pub sql_type: String,
    /// How it counts: every option has a value
    pub options: SequenceOptions,
    /// The column that it goes with
    pub owner: Option<SequenceOwner>,
    /// The extension that made it
    pub extension: Option<String>,
}

/// The column that a sequence goes with: dropping one drops the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SequenceOwner {
    /// The column's table; it has a schema where the search path does not find it
    pub table: TableName,
    /// The column
    pub column: String,
    /// Whether the column is an identity; otherwise it is a SERIAL, or `OWNED BY` was said
    pub identity: bool,
}

/// A domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainType {
    /// Its name
    pub name: String,
    /// Its schema
    pub schema: String,
    /// Whether it is found without its schema
    pub visible: bool,
    /// The type below it, as the server writes it, without what stands in parentheses
    pub base: String,
    /// Whether it may be NULL
    pub nullable: bool,
    /// Its default as SQL
    pub default: Option<String>,
    /// Its CHECKs by name, each with its condition
    pub checks: Vec<(String, String)>,
    /// Its collation
    pub collation: Option<String>,
    /// The schema of its collation, where that is not found without one
    pub collation_schema: Option<String>,
}
