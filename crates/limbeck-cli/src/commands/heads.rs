//! `heads`

use limbeck::Migrator;

use crate::failure::Failure;
use crate::format::{Shown, entry};
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Heads {
    /// Show each revision in full.
    #[arg(short, long)]
    pub verbose: bool,

    /// Leave out heads that another branch depends on.
    #[arg(long)]
    pub resolve_dependencies: bool,
}

pub fn run(migrator: &Migrator, command: &Heads, output: &Output) -> Result<(), Failure> {
    for revision in &migrator.heads(command.resolve_dependencies)? {
        output.line(&entry(revision, command.verbose, Shown { labels: true, ..Shown::default() }));
    }
    Ok(())
}
