//! What a dialect refuses, and why.

/// Why an operation has no text on a dialect.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DialectError {
    /// The database cannot do it, or Alembic cannot say it.
    #[error("{message}")]
    Unsupported {
        /// What cannot be done and why
        message: String,
        /// The way out
        help: Option<String>,
    },
    /// An operation names something that is not there.
    #[error("{0}")]
    NotFound(String),
    /// A live database answered with an error.
    #[error("{0}")]
    Database(String),
}

impl DialectError {
    /// Something that cannot be done, with the way out.
    pub fn unsupported(message: impl Into<String>, help: impl Into<String>) -> Self {
        DialectError::Unsupported { message: message.into(), help: Some(help.into()) }
    }

    /// The same with the column that it is about.
    pub(crate) fn of_column(self, table: &str, column: &str) -> Self {
        match self {
            DialectError::Unsupported { message, help } => {
                let message = format!("(in table '{table}', column '{column}'): {message}");
                DialectError::Unsupported { message, help }
            }
            other => other,
        }
    }

    /// The way out, when there is one.
    pub fn help(&self) -> Option<&str> {
        match self {
            DialectError::Unsupported { help, .. } => help.as_deref(),
            _ => None,
        }
    }
}
