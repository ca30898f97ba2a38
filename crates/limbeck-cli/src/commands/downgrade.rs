//! `downgrade`

use limbeck::Migrator;

use crate::failure::Failure;

#[derive(Debug, clap::Args)]
pub struct Downgrade {
    /// Where to: base, -1, an identifier or its beginning, label@base, ...; with --sql from:to.
    #[arg(allow_hyphen_values = true)]
    pub revision: String,

    /// Print the SQL instead of running it.
    #[arg(long)]
    pub sql: bool,

    /// A text for env.py, which reads it with context.get_tag_argument().
    #[arg(long)]
    pub tag: Option<String>,
}

pub fn run(migrator: Migrator, command: &Downgrade) -> Result<(), Failure> {
    let migrator = migrator.tag(command.tag.clone());
    if command.sql {
        migrator.downgrade_sql(&command.revision, &super::stdout())?;
    } else {
        migrator.downgrade(&command.revision)?;
    }
    Ok(())
}
