//! `ensure_version`

use limbeck::Migrator;

use super::stdout;
use crate::failure::Failure;

#[derive(Debug, clap::Args)]
pub struct EnsureVersion {
    /// Print the SQL instead of running it.
    #[arg(long)]
    pub sql: bool,
}

pub fn run(migrator: &Migrator, command: &EnsureVersion) -> Result<(), Failure> {
    if command.sql { migrator.ensure_version_sql(&stdout()) } else { migrator.ensure_version() }?;
    Ok(())
}
