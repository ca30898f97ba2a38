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

/// What a run did, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The steps that were run and whose transaction was committed.
    pub steps: Vec<AppliedStep>,
    /// The rows of the version table before the run.
    pub heads_before: Vec<String>,
    /// The rows of the version table after the run.
    pub heads_after: Vec<String>,
}
