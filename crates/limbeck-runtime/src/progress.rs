//! Telling somebody how far a run is.

use std::sync::Arc;

use crate::report::Direction;

/// A step that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepBegins {
    /// Which step of the run it is, from 1.
    pub number: usize,
    /// How many steps the run has on this database.
    pub of: usize,
    /// The way it goes.
    pub direction: Direction,
    /// The revision whose script runs.
    pub revision: String,
    /// The first paragraph of its docstring.
    pub doc: String,
}

/// Called on the thread of the run when a step begins; it should come back soon.
pub type Progress = Arc<dyn Fn(&StepBegins) + Send + Sync>;
