//! `upgrade`

use limbeck::{Direction, Migrator};

use super::run;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Upgrade {
    /// Where to: head, heads, an identifier or its beginning, label@head, +2, ...; with --sql also from:to.
    #[arg(allow_negative_numbers = true)]
    pub revision: String,

    #[command(flatten)]
    pub options: run::Options,
}

pub fn run(migrator: Migrator, command: &Upgrade, output: &Output) -> Result<(), Failure> {
    run::run(migrator, Direction::Upgrade, &command.revision, &command.options, output)
}
