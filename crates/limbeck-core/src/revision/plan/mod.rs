//! Plans: the steps that lead from the rows to a target.

mod downgrade;
mod stamp;
mod upgrade;

pub use downgrade::downgrade_plan;
pub use stamp::{split_offline_stamp, stamp_plan};
pub use upgrade::upgrade_plan;

use thiserror::Error;

use super::{ResolveError, RevisionMap, RowChange, VersionRows};

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Runs `upgrade()`.
    Upgrade,
    /// Runs `downgrade()`.
    Downgrade,
    /// Changes rows only.
    Stamp,
}

impl StepKind {
    /// The word in Alembic's log line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Upgrade => "upgrade",
            Self::Downgrade => "downgrade",
            Self::Stamp => "stamp_revision",
        }
    }
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it does.
    pub kind: StepKind,
    /// The revision whose script runs; of a stamp the one that is reached or, with `to` empty, removed.
    pub revision: String,
    /// Left side of the log line (for an upgrade `down_revision` without dependencies).
    pub from: Vec<String>,
    /// Right side of the log line.
    pub to: Vec<String>,
    /// Whether it moves up; a stamp may move either way.
    pub is_upgrade: bool,
    /// `MigrationInfo.up_revision_ids`.
    pub up_revisions: Vec<String>,
    /// `MigrationInfo.down_revision_ids`: dependencies count.
    pub down_revisions: Vec<String>,
    /// Statements against the version table, in order.
    pub changes: Vec<RowChange>,
}

impl Step {
    /// What Alembic logs after `Running ` (without the docstring): `upgrade a, b -> c`.
    pub fn short_log(&self) -> String {
        format!("{} {} -> {}", self.kind.name(), self.from.join(", "), self.to.join(", "))
    }
}

/// A doubt that does not stop a plan. `Display` is Alembic's text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanWarning {
    /// `downgrade -N` with several rows: the first row given is taken.
    #[error("downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future release.")]
    AmbiguousDowngrade {
        /// All rows.
        rows: Vec<String>,
        /// The one from which the walk starts.
        chosen: String,
    },
}

/// Ordered steps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The rows before the first step, each once.
    pub rows: Vec<String>,
    /// In the order in which they run.
    pub steps: Vec<Step>,
    /// To be shown before the first step.
    pub warnings: Vec<PlanWarning>,
}

impl Plan {
    fn new(rows: &[String]) -> Self {
        Self { rows: VersionRows::new(rows).into_vec(), ..Self::default() }
    }

    /// True when there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The rows after the first `steps` steps.
    pub fn rows_after(&self, steps: usize) -> Vec<String> {
        let mut rows = VersionRows::new(&self.rows);
        self.steps.iter().take(steps).flat_map(|step| &step.changes).for_each(|change| rows.apply(change));
        rows.into_vec()
    }

    /// The rows after the last step.
    pub fn final_rows(&self) -> Vec<String> {
        self.rows_after(self.steps.len())
    }
}

/// Splits the argument of `upgrade` or `downgrade`: `start:target` offline, only a target online.
///
/// # Errors
/// A range online, more than one colon, or an offline downgrade without a range.
pub fn split_offline_range(
    kind: StepKind,
    argument: &str,
    offline: bool,
) -> Result<(Option<&str>, &str), ResolveError> {
    match argument.split_once(':') {
        Some((start, target)) if offline && !target.contains(':') => Ok((Some(start), target)),
        Some(_) => Err(ResolveError::RangeNotAllowed { argument: argument.to_owned() }),
        None if offline && kind == StepKind::Downgrade => {
            Err(ResolveError::OfflineDowngradeNeedsRange { argument: argument.to_owned() })
        }
        None => Ok((None, argument)),
    }
}

/// The rows that an offline run starts from: none without a start and for `base`, else the one revision named.
///
/// # Errors
/// When the start names nothing, or more than one.
pub fn offline_start(map: &RevisionMap, start: Option<&str>) -> Result<Vec<String>, ResolveError> {
    match start {
        None | Some("" | "base") => Ok(Vec::new()),
        Some(name) => Ok(map.point(name)?.map(|node| map.id(node).to_owned()).into_iter().collect()),
    }
}
