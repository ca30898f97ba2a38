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
    /// Send it; when the database refuses, its words need a word of ours.
    Trial(Sql, Trial),
    /// Send it, also when a step before it failed.
    Always(Sql),
    /// All of what follows or nothing. From here on, foreign keys are not enforced (SQLite, inside the transaction).
    ForeignKeysOff,
    /// Check what was changed meanwhile against the foreign keys of the named tables and those that refer to them, then enforce them as before.
    ForeignKeysBack {
        /// The rebuilt table
        table: limbeck_core::schema::TableName,
    },
}

/// What a refused statement of a batch block means.
#[derive(Debug, Clone, PartialEq)]
pub enum Trial {
    /// Rows do not fit into the new table, which has a name of its own until it takes the old one's place.
    Copy {
        /// The new table's name for the time being
        temporary: String,
        /// The table
        table: String,
    },
    /// Something that is not part of the table would no longer work.
    Use {
        /// `view "v"`
        what: String,
    },
}

impl Trial {
    /// The database's message `found` in the words of the script.
    pub fn message(&self, found: &str) -> String {
        match self {
            Trial::Copy { temporary, table } => found.replace(temporary.as_str(), table),
            Trial::Use { what } => format!("{what} would no longer work: {found}"),
        }
    }

    /// The way out.
    pub fn help(&self) -> String {
        match self {
            Trial::Copy { table, .. } => {
                format!("change or delete the rows of \"{table}\" that do not fit, in this revision or before")
            }
            Trial::Use { what } => format!("drop the {what} first, and make it again after the block"),
        }
    }
}
