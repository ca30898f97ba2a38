//! `upgrade`

use limbeck::Migrator;

use crate::failure::Failure;

#[derive(Debug, clap::Args)]
pub struct Upgrade {
    /// Where to: head, heads, an identifier or its beginning, label@head, +2, ...; with --sql also from:to.
    #[arg(allow_hyphen_values = true)]
    pub revision: String,

    /// Print the SQL instead of running it.
    #[arg(long)]
    pub sql: bool,

    /// A text for env.py, which reads it with context.get_tag_argument().
    #[arg(long)]
    pub tag: Option<String>,
}

pub fn run(migrator: Migrator, command: &Upgrade) -> Result<(), Failure> {
    let migrator = migrator.tag(command.tag.clone());
    if command.sql {
        migrator.upgrade_sql(&command.revision, &super::stdout())?;
    } else {
        migrator.upgrade(&command.revision)?;
    }
    Ok(())
}
