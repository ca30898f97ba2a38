//! `show`

use limbeck::Migrator;

use crate::failure::Failure;
use crate::format::block;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Show {
    /// An identifier or its beginning, a label, head, heads, or current.
    #[arg(allow_hyphen_values = true)]
    pub rev: String,
}

pub fn run(migrator: &Migrator, command: &Show, output: &Output) -> Result<(), Failure> {
    for revision in &migrator.show(&command.rev)? {
        output.line(&block(revision, false));
    }
    Ok(())
}
