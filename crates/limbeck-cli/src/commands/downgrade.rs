//! `downgrade`

use limbeck::Migrator;

use crate::failure::Failure;

#[derive(Debug, clap::Args)]
pub struct Downgrade {
    /// Where to: base, -1, an identifier or its beginning, label@base, ...; with --sql from:to.
    #[arg(allow_hyphen_values = true)]
    pub revision: String,

    #[command(flatten)]
    pub mode: super::Mode,
}

pub fn run(migrator: Migrator, command: &Downgrade) -> Result<(), Failure> {
    let migrator = migrator.tag(command.mode.tag.clone());
    if command.mode.sql {
        migrator.downgrade_sql(&command.revision, &super::stdout())?;
    } else {
        migrator.downgrade(&command.revision)?;
    }
    Ok(())
}
