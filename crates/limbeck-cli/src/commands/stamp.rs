//! `stamp`

use limbeck::Migrator;

use crate::failure::Failure;

#[derive(Debug, clap::Args)]
pub struct Stamp {
    /// The revisions, heads for all heads, or base for none; with --sql each may be from:to.
    #[arg(required = true, allow_negative_numbers = true)]
    pub revisions: Vec<String>,

    #[command(flatten)]
    pub mode: super::Mode,

    /// Empty the version table first, whatever is in it.
    #[arg(long)]
    pub purge: bool,
}

pub fn run(migrator: Migrator, command: &Stamp) -> Result<(), Failure> {
    let migrator = migrator.tag(command.mode.tag.clone());
    if command.mode.sql {
        migrator.stamp_sql(&command.revisions, command.purge, &super::stdout())?;
    } else {
        migrator.stamp(&command.revisions, command.purge)?;
    }
    Ok(())
}
