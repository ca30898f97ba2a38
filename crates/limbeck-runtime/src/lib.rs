//! The migration context: version table, transactions, run lock, running a plan, the offline writer.
//!
//! env.py turns control around: it configures the context it was given and tells that to run. [`Environment`] is that turn,
//! [`DynamicScripts`] the one for scripts that must be run to be understood. Both are implemented by the embedded Python.

mod builtin;
mod compare;
mod configure;
mod connection;
mod environment;
mod error;
mod execute;
mod findings;
mod generate;
mod interrupt;
mod journal;
pub mod logging;
mod look_back;
mod migration;
mod progress;
mod rehearsal;
mod rename;
mod report;
mod sides;
mod similar;
pub mod terminal;
mod transaction;
mod unfinished;
mod version_apply;
mod version_table;

pub use builtin::{ConfiguredEnvironment, TracedEnvironment};
pub use compare::{ColumnQuestion, TargetMetadata};
pub use configure::{
    Body, ConfigureOptions, RenderItems, RevisionCallback, RevisionCode, RevisionDirective, VersionApplyCallback,
};
pub use connection::SharedConnection;
pub use environment::{CurrentHeads, DynamicScripts, Environment, EnvironmentContext, Parts, Task};
pub use error::RunError;
pub use execute::refusal;
pub use findings::{Finding, Findings};
pub use generate::Compared;
pub use interrupt::Interrupt;
pub use migration::MigrationContext;
pub use progress::{Progress, StepBegins};
pub use rehearsal::{PlannedRun, PlannedStep, Rehearsal};
pub use rename::Rename;
pub use report::{AppliedStep, DatabaseReport, Direction, Report};
pub use similar::{AskSimilar, Similar};
pub use version_apply::VersionApply;
pub use version_table::{MAX_REVISION_LENGTH, version_rows};
