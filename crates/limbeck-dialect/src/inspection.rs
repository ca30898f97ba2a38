//! What a live database is asked for beside its tables.

use limbeck_core::autogenerate::Domain;

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
    /// The type below it in full
    pub written: String,
    /// Its default as SQL
    pub default: Option<String>,
    /// Its CHECKs by name, each with its condition
    pub checks: Vec<(String, String)>,
    /// Its collation
    pub collation: Option<String>,
    /// The schema of its collation, where that is not found without one
    pub collation_schema: Option<String>,
}

impl DomainType {
    /// What it is. A collation is its own where it is not the database's.
    pub fn definition(&self) -> Domain {
        let quoted = |name: &String| format!("\"{}\"", name.replace('"', "\"\""));
        let collation =
            self.collation.as_ref().filter(|name| *name != "default").map(|name| match &self.collation_schema {
                Some(schema) => format!("{}.{}", quoted(schema), quoted(name)),
                None => quoted(name),
            });
        Domain {
            base: self.written.clone(),
            collation,
            default: self.default.clone(),
            not_null: !self.nullable,
            checks: self.checks.iter().map(|(name, condition)| (Some(name.clone()), condition.clone())).collect(),
        }
    }
}
