//! The one place that makes and changes tables: the revisions in `migrations/versions`, run when the program starts.

use std::error::Error as _;
use std::path::Path;

use limbeck::{Config, Fault, Migrator, Report};

/// Why the program does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// There are no settings where they should be.
    #[error("{0} is not there")]
    NoSettings(String),
    /// The database could not be brought up to date. It is at the revision before the one that failed.
    #[error("the database could not be brought up to date")]
    Migration(#[from] limbeck::Error),
}

/// Brings the database at `url` to the newest revision, and logs what was done, or in detail why it was not.
///
/// Any number of processes may start at once: one of them migrates, the others wait for it and find nothing to do.
///
/// # Errors
/// There is no file at `ini`, or limbeck refused or failed; the error has been logged. The program must not start then: its queries
/// are written for the newest revision.
pub fn init_database(ini: &Path, url: &str) -> Result<Report, StartError> {
    let outcome = migrate(ini, url);
    match &outcome {
        Ok(report) if report.is_empty() => {
            log::info!("the database is up to date, at {}", report.heads_after().join(", "));
        }
        Ok(report) => {
            for step in report.steps() {
                log::info!("{} took {:.1?}", step.revision, step.duration);
            }
            log::info!("the database was brought to {}", report.heads_after().join(", "));
        }
        Err(error) => {
            log::error!("{error}");
            let mut cause = error.source();
            while let Some(next) = cause {
                log::error!("  because: {next}");
                cause = next.source();
            }
            if let StartError::Migration(error) = error {
                log_advice(error);
            }
        }
    }
    outcome
}

fn migrate(ini: &Path, url: &str) -> Result<Report, StartError> {
    // As for Alembic, a file that is not there would only be an empty one.
    if !ini.is_file() {
        return Err(StartError::NoSettings(ini.display().to_string()));
    }
    let mut config = Config::from_ini(ini)?;
    // A percent sign begins an interpolation in an ini, and ends up in many passwords.
    config.set_main_option("sqlalchemy.url", &url.replace('%', "%%"))?;
    Ok(Migrator::new(config).upgrade("head")?)
}

fn log_advice(error: &limbeck::Error) {
    if let Some(help) = error.help() {
        log::error!("  help: {help}");
    }
    match error.fault() {
        Fault::Raised => log::error!("  a revision's own code raised this"),
        Fault::Interrupted => log::error!("  the migration was interrupted; the next start goes on"),
        Fault::Refused => {}
    }
}
