//! What databases answer when they refuse.

use std::fmt;

/// The kind of an error, as Python's DB-API (PEP 249) names it; SQLAlchemy's exceptions have the same names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// A constraint was violated.
    Integrity,
    /// The database could not do it now: locked, unreachable, full, interrupted.
    Operational,
    /// The statement is wrong: syntax, a missing table.
    Programming,
    /// A value does not fit.
    Data,
    /// The database is broken, or the file is none.
    Database,
    /// limbeck cannot do it on this database.
    NotSupported,
    /// The transaction is not in a state for it, or the database found a fault in itself or in a function.
    Internal,
    /// Stopped by the user.
    Interrupted,
}

/// An error of the database, with the statement that caused it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseError {
    /// Its kind
    pub kind: ErrorKind,
    /// The database's own words
    pub message: String,
    /// The statement, when there was one
    pub statement: Option<String>,
    /// The way out, when one is known
    pub help: Option<String>,
    /// The SQLSTATE, five characters, where the database has such codes
    pub sqlstate: Option<[u8; 5]>,
}

impl DatabaseError {
    /// An error without a statement.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        DatabaseError { kind, message: message.into(), statement: None, help: None, sqlstate: None }
    }

    /// Adds the way out.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the SQLSTATE; what is none is left out.
    pub fn with_code(mut self, code: &str) -> Self {
        self.sqlstate = code.as_bytes().try_into().ok();
        self
    }

    /// The SQLSTATE.
    pub fn code(&self) -> Option<&str> {
        self.sqlstate.as_ref().and_then(|code| std::str::from_utf8(code).ok())
    }

    /// Adds the statement.
    pub fn with_statement(mut self, statement: impl Into<String>) -> Self {
        self.statement = Some(statement.into());
        self
    }

    /// A database that limbeck does not speak to.
    pub fn unsupported_backend(backend: &str) -> Self {
        DatabaseError::new(ErrorKind::NotSupported, format!("limbeck cannot connect to \"{backend}\" databases"))
            .with_help("use a postgresql://, mysql://, mariadb:// or sqlite:// URL")
    }
}

/// The message and the statement; the way out is left to whoever shows it.
impl fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.statement {
            Some(statement) => write!(f, "\n  statement: {}", statement.trim().replace('\n', "\n    ")),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DatabaseError {}
