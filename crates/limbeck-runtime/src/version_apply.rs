//! What `on_version_apply` callbacks are told.

use crate::report::Direction;

/// A version row was changed by a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionApply {
    /// The way the step went.
    pub direction: Direction,
    /// Whether an upgrade or a stamp went up.
    pub is_upgrade: bool,
    /// The revision of the script; for a stamp the ones reached.
    pub up_revisions: Vec<String>,
    /// The down revisions of that script.
    pub down_revisions: Vec<String>,
    /// Revisions before the step, as the log line shows them.
    pub from: Vec<String>,
    /// Revisions after it.
    pub to: Vec<String>,
    /// The rows of the version table now.
    pub heads: Vec<String>,
    /// The first paragraph of the script's docstring.
    pub doc: String,
}
