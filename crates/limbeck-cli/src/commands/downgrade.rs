//! `downgrade`

use limbeck::{Direction, Migrator};

use super::run;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Downgrade {
    /// Where to: base, -1, an identifier or its beginning, label@base, ...; with --sql from:to.
    #[arg(allow_negative_numbers = true)]
    pub revision: String,

    #[command(flatten)]
    pub options: run::Options,
}

pub fn run(migrator: Migrator, command: &Downgrade, output: &Output) -> Result<(), Failure> {
    run::run(migrator, Direction::Downgrade, &command.revision, &command.options, output)
}
