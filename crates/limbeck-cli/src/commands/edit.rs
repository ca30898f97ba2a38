//! `edit`

use limbeck::Migrator;

use crate::failure::Failure;

#[derive(Debug, clap::Args)]
pub struct Edit {
    /// An identifier or its beginning, a label, head, heads, or current.
    #[arg(allow_negative_numbers = true)]
    pub rev: String,
}

pub fn run(migrator: &Migrator, command: &Edit) -> Result<(), Failure> {
    Ok(migrator.edit(&command.rev)?)
}
