//! `upgrade`

use limbeck::Migrator;

use crate::failure::Failure;

#[derive(Debug, clap::Args)]
pub struct Upgrade {
    /// Where to: head, heads, an identifier or its beginning, label@head, +2, ...; with --sql also from:to.
    #[arg(allow_hyphen_values = true)]
    pub revision: String,

    #[command(flatten)]
    pub mode: super::Mode,
}

pub fn run(migrator: Migrator, command: &Upgrade) -> Result<(), Failure> {
    let migrator = migrator.tag(command.mode.tag.clone());
    if command.mode.sql {
        migrator.upgrade_sql(&command.revision, &super::stdout())?;
    } else {
        migrator.upgrade(&command.revision)?;
    }
    Ok(())
}
