//! Database schema migrations: Alembic's projects, files, commands and version table, without Python.
//!
//! ```no_run
//! use limbeck::{Config, Migrator};
//!
//! # fn main() -> Result<(), limbeck::Error> {
//! let migrator = Migrator::new(Config::from_ini("alembic.ini")?);
//! let report = migrator.upgrade("head")?;
//! for step in report.steps() {
//!     println!("{} in {:?}", step.revision, step.duration);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Every operation has a blocking form and an `_async` one for use inside any async runtime. Nothing is printed: operations
//! return what they did. Progress goes to the [`log`] crate under Alembic's logger names (`alembic.runtime.migration`).

mod config;
mod editor;
mod environment;
mod error;
mod migrator;
mod nonblocking;
mod project;
mod revisions;
mod write;

pub use config::Config;
pub use error::{Error, Fault};
pub use limbeck_core::autogenerate::Difference;
pub use limbeck_runtime::{
    AppliedStep, CurrentHeads, DatabaseReport, Direction, Finding, Findings, Interrupt, PlannedRun, PlannedStep,
    Rename, Report, Similar, StepBegins, logging, terminal,
};
pub use limbeck_script::project::{Project, Step as ProjectStep, Template};
pub use limbeck_script::rendering::Sign;
pub use migrator::{Migrator, SharedWriter};
pub use revisions::{NewRevision, Revision, WrittenRevision};
pub use write::WriteStep;
