//! Statements as text.

use limbeck_core::expression::Literal;

/// A statement and the values bound to it, in the order of its placeholders.
#[derive(Debug, Clone, PartialEq)]
pub struct Sql {
    /// The text, without a closing semicolon.
    pub text: String,
    /// Values for the placeholders.
    pub binds: Vec<Literal>,
}

impl Sql {
    /// A statement without binds.
    pub fn new(text: impl Into<String>) -> Self {
        Sql { text: text.into(), binds: Vec::new() }
    }
}

/// How values get into a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BindMode {
    /// As placeholders of the driver, with the values beside them.
    Driver,
    /// Written into the text (`literal_binds=True`).
    Inline,
    /// As placeholders without values: offline text without `literal_binds`.
    Placeholder,
}

/// A step of a batch block.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Send it.
    Sql(Sql),
    /// From here on, foreign keys are not enforced (SQLite, inside the transaction).
    ForeignKeysOff,
    /// Check what was changed meanwhile against the foreign keys of the named tables and those that refer to them, then enforce them as before.
    ForeignKeysBack {
        /// The rebuilt table
        table: limbeck_core::schema::TableName,
    },
}
