//! What can go wrong while running, and what the user is told.

use limbeck_core::revision::ResolveError;
use limbeck_core::source::{Location, SourceError};
use limbeck_database::DatabaseError;
use limbeck_script::config::ConfigError;

use crate::logging::LoggingError;

/// Why a command stopped. The exit code is the command line's business; see [`RunError::is_users_exception`].
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A refusal in Alembic's words (its `CommandError`), or in ours.
    #[error("{message}")]
    Command {
        /// What is wrong
        message: String,
        /// The way out
        help: Option<String>,
    },
    /// A fault in a file.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The database refused.
    #[error("{error}{}", .location.as_ref().map(|l| format!("\n  at: {l}")).unwrap_or_default())]
    Database {
        /// Its answer
        error: DatabaseError,
        /// The line of the script or env.py that sent the statement
        location: Option<Location>,
    },
    /// An exception that the user's script or env.py raised and nobody caught.
    #[error("{traceback}")]
    Exception {
        /// Its class
        class: String,
        /// Its message
        message: String,
        /// The whole traceback, as Python prints it
        traceback: String,
    },
    /// A revision failed after part of it had been committed.
    #[error("{source}\n  revision {revision} is applied in part: these statements were committed before the failure and stay:\n{}", .applied.iter().map(|s| format!("    {}", s.trim().replace('\n', "\n    "))).collect::<Vec<_>>().join("\n"))]
    PartlyApplied {
        /// The revision
        revision: String,
        /// What was committed, in order
        applied: Vec<String>,
        /// What went wrong then
        source: Box<RunError>,
    },
    /// Ctrl-C.
    #[error("interrupted: what was not committed is rolled back, revisions that were committed before stay applied")]
    Interrupted,
    /// A file or folder could not be read or written.
    #[error("{path}: {error}")]
    File {
        /// Which
        path: String,
        /// What the system said
        error: std::io::Error,
    },
}

impl From<ConfigError> for RunError {
    fn from(error: ConfigError) -> Self {
        match error {
            ConfigError::Source(error) => RunError::Source(error),
            ConfigError::NoScriptLocation { ref missing } if !missing.is_empty() => RunError::Command {
                message: error.to_string(),
                help: Some(format!(
                    "not found: {}; name the file with -c, or change to its folder",
                    missing.join(", ")
                )),
            },
            other => RunError::command(other.to_string()),
        }
    }
}

impl From<LoggingError> for RunError {
    fn from(error: LoggingError) -> Self {
        RunError::Source(SourceError::new(error.location.clone(), error.to_string()))
    }
}

impl From<ResolveError> for RunError {
    fn from(error: ResolveError) -> Self {
        RunError::Command { message: error.to_string(), help: error.help() }
    }
}

impl RunError {
    /// A refusal without a way out.
    pub fn command(message: impl Into<String>) -> Self {
        RunError::Command { message: message.into(), help: None }
    }

    /// An answer of the database to a statement of no script.
    pub fn database(error: DatabaseError) -> Self {
        match error.kind {
            limbeck_database::ErrorKind::Interrupted => RunError::Interrupted,
            _ => RunError::Database { error, location: None },
        }
    }

    /// Says which line sent the statement, unless that is known already.
    pub fn at(self, place: &Location) -> Self {
        match self {
            RunError::Database { error, location: None } => RunError::Database { error, location: Some(place.clone()) },
            other => other,
        }
    }

    /// Whether the user's own code raised it.
    pub fn is_users_exception(&self) -> bool {
        match self {
            RunError::Exception { .. } => true,
            RunError::PartlyApplied { source, .. } => source.is_users_exception(),
            _ => false,
        }
    }

    /// Whether Ctrl-C is the reason.
    pub fn is_interruption(&self) -> bool {
        match self {
            RunError::Interrupted => true,
            RunError::PartlyApplied { source, .. } => source.is_interruption(),
            _ => false,
        }
    }

    /// The way out, when one is known and not part of the message.
    pub fn help(&self) -> Option<&str> {
        match self {
            RunError::Command { help, .. } => help.as_deref(),
            RunError::Database { error, .. } => error.help.as_deref(),
            RunError::PartlyApplied { source, .. } => source.help(),
            _ => None,
        }
    }
}
