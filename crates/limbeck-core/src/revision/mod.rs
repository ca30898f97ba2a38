//! The revision graph: identifiers, how they resolve, and the planner for upgrade, downgrade and stamp.
//!
//! Nothing here reads a file or a database: a caller gives the revisions in load order (and, for a plan, the rows of
//! the version table) and receives data. Where Alembic's answer depends on the order of a Python set, the answer here
//! is in load order.

mod create;
mod error;
mod graph;
mod iterate;
mod map;
mod nodes;
mod plan;
mod relative;
mod resolve;
mod rows;

pub use error::{GraphError, ParentKind, ResolveError, Unresolved};
pub use graph::faults;
pub use iterate::{Bound, HistoryRange};
pub use map::{RevisionMap, RevisionRef};
pub use plan::{
    Plan, PlanWarning, Step, StepKind, downgrade_plan, offline_start, split_offline_range, split_offline_stamp,
    stamp_plan, upgrade_plan,
};
pub use rows::{RowChange, VersionRows};

/// Characters that mean something in a revision argument, and so may not occur in an identifier.
pub const ILLEGAL_IN_ID: [char; 4] = ['+', '-', ':', '@'];

/// One node of the graph, as its version script declares it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Revision {
    /// The identifier (`revision`).
    pub id: String,
    /// Identifiers named by `down_revision`; empty for a base.
    pub down_revisions: Vec<String>,
    /// Identifiers or branch labels named by `depends_on`.
    pub depends_on: Vec<String>,
    /// Labels that this revision declares (`branch_labels`).
    pub branch_labels: Vec<String>,
}
