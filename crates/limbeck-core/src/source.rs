//! Where something stands in a file, and errors that say so.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// A place in a file. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file, as the user would name it.
    pub path: Arc<Path>,
    /// 1-based line; 0 when only the file is known.
    pub line: u32,
    /// 1-based column in characters; 0 when only the line is known.
    pub column: u32,
}

impl Location {
    /// A whole file.
    pub fn file(path: impl AsRef<Path>) -> Self {
        Location { path: Arc::from(path.as_ref()), line: 0, column: 0 }
    }

    /// The same file at another line and column.
    pub fn at(&self, line: u32, column: u32) -> Self {
        Location { path: self.path.clone(), line, column }
    }
}

/// `file`, `file:line` or `file:line:column`, as far as known.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        match (self.line, self.column) {
            (0, _) => Ok(()),
            (line, 0) => write!(f, ":{line}"),
            (line, column) => write!(f, ":{line}:{column}"),
        }
    }
}

/// A fault in a user's file: where, what and why, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceError {
    /// Where it is.
    pub location: Location,
    /// What is wrong, one sentence without a full stop.
    pub message: String,
    /// The way out, when one is known.
    pub help: Option<String>,
}

impl SourceError {
    /// An error at `location`.
    pub fn new(location: Location, message: impl Into<String>) -> Self {
        SourceError { location, message: message.into(), help: None }
    }

    /// Adds the way out.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// `location: message`, then the help on a line of its own.
impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location, self.message)?;
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SourceError {}
