//! What a schema is: tables, columns, types, constraints, indexes, and the naming conventions that name them.

mod column;
mod constraint;
mod index;
pub mod naming;
mod sequence;
mod sql_type;
mod table;

pub use column::{Column, Computed, Identity, SequenceOptions, ServerDefault};
pub use constraint::{
    CheckConstraint, ColumnForeignKey, Constraint, ConstraintKind, Deferral, ExcludeConstraint, ExcludeElement,
    ForeignKey, ForeignKeyOptions, ForeignKeyTarget, PrimaryKey, UniqueConstraint,
};
pub use index::{Index, IndexElement, NullsOrder, SortOrder};
pub use naming::{NamingConvention, Subject, TokenMaker};
pub use sequence::{Counting, Sequence, SequenceUser};
pub use sql_type::{CustomType, SqlType};
pub use table::{ManagedElsewhere, Table};

/// The name of a table, with the schema it is in (`None`: the connection's default one).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableName {
    /// The schema, when one is given.
    pub schema: Option<String>,
    /// The table's own name.
    pub name: String,
}

impl TableName {
    /// A table of the default schema.
    pub fn new(name: impl Into<String>) -> Self {
        TableName { schema: None, name: name.into() }
    }

    /// `schema.table`, and the table alone where it has no schema: what SQLAlchemy calls its key.
    pub fn full_name(&self) -> String {
        match &self.schema {
            Some(schema) => format!("{schema}.{}", self.name),
            None => self.name.clone(),
        }
    }

    /// The name of an alias or subquery that the script leaves without one: it is made of `stem` and a number when the statement
    /// is written. `serial` tells those of one statement apart.
    pub fn anonymous(stem: &str, serial: i128) -> Self {
        // No database takes this character in a name.
        TableName::new(format!("\0{serial}\0{stem}"))
    }

    /// What the name is to be made of, when it is an anonymous one.
    pub fn anonymous_stem(&self) -> Option<&str> {
        Some(self.name.strip_prefix('\0')?.split_once('\0')?.1)
    }
}

/// An identifier, and whether a script has said that it is to be used as it is (`op.f`), so that no naming convention applies to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The text.
    pub text: String,
    /// Made by `op.f(...)` or by a naming convention, so that no (further) convention applies; the database's own names are, too.
    pub is_final: bool,
}

impl Name {
    /// A name as written, which a naming convention may still extend.
    pub fn new(text: impl Into<String>) -> Self {
        Name { text: text.into(), is_final: false }
    }

    /// A name that is used as it is.
    pub fn finished(text: impl Into<String>) -> Self {
        Name { text: text.into(), is_final: true }
    }
}

/// Dialect arguments as written, without interpretation: `postgresql_where=...` is `("postgresql", "where", value)`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DialectOptions(pub Vec<DialectOption>);

/// One argument of one dialect.
#[derive(Debug, Clone, PartialEq)]
pub struct DialectOption {
    /// `postgresql`, `sqlite`, `mysql`, `mariadb`, ...
    pub dialect: String,
    /// The argument's name after the prefix.
    pub name: String,
    /// Its value.
    pub value: OptionValue,
}

/// The value of a dialect argument.
#[derive(Debug, Clone, PartialEq)]
pub enum OptionValue {
    /// A flag
    Bool(bool),
    /// A number
    Int(i64),
    /// Plain text
    Text(String),
    /// An SQL expression
    Expression(crate::expression::Expression),
    /// A type: the element of an array
    Type(Box<SqlType>),
    /// Several values
    List(Vec<OptionValue>),
    /// Named values in order
    Map(Vec<(String, OptionValue)>),
}

impl DialectOptions {
    /// The value of `name` for `dialect`.
    pub fn get(&self, dialect: &str, name: &str) -> Option<&OptionValue> {
        self.0.iter().find(|o| o.dialect == dialect && o.name == name).map(|o| &o.value)
    }

    /// Whether `name` is set to true for `dialect`.
    pub fn flag(&self, dialect: &str, name: &str) -> bool {
        matches!(self.get(dialect, name), Some(OptionValue::Bool(true)))
    }

    /// The options of one dialect in order.
    pub fn of<'a>(&'a self, dialect: &'a str) -> impl Iterator<Item = &'a DialectOption> + 'a {
        self.0.iter().filter(move |o| o.dialect == dialect)
    }
}
