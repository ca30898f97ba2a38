//! What a run did.

use std::time::Duration;

/// The way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// `upgrade()`
    Upgrade,
    /// `downgrade()`
    Downgrade,
    /// Only the version table
    Stamp,
}

impl Direction {
    /// As the log line says it.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Upgrade => "upgrade",
            Direction::Downgrade => "downgrade",
            Direction::Stamp => "stamp_revision",
        }
    }
}

/// A step that was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppliedStep {
    /// The way it went.
    pub direction: Direction,
    /// The revision whose script ran; for a stamp the revision that was reached.
    pub revision: String,
    /// Revisions before the step.
    pub from: Vec<String>,
    /// Revisions after it.
    pub to: Vec<String>,
    /// How long it took, its commit excluded when the whole run is one transaction.
    pub duration: Duration,
}

/// What a run did to one database, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DatabaseReport {
    /// The database, without its password.
    pub url: String,
    /// The steps that were run and whose transaction was committed.
    pub steps: Vec<AppliedStep>,
    /// The rows of the version table before the run.
    pub heads_before: Vec<String>,
    /// The rows of the version table after the run.
    pub heads_after: Vec<String>,
}

/// What a run did: an entry for each database that env.py migrates, which is one in most projects.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// In the order in which env.py came to them.
    pub databases: Vec<DatabaseReport>,
}

impl Report {
    /// The steps of all databases.
    pub fn steps(&self) -> impl Iterator<Item = &AppliedStep> {
        self.databases.iter().flat_map(|database| &database.steps)
    }

    /// Whether nothing had to be done.
    pub fn is_empty(&self) -> bool {
        self.steps().next().is_none()
    }

    /// The rows of all version tables after the run.
    pub fn heads_after(&self) -> Vec<&str> {
        self.databases.iter().flat_map(|database| &database.heads_after).map(String::as_str).collect()
    }
}
