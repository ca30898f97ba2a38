//! `current`

use limbeck::Migrator;

use crate::failure::Failure;
use crate::format::{Shown, entry};
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Current {
    /// Fail unless everything is applied.
    #[arg(short, long)]
    pub check_heads: bool,

    /// Show each revision in full.
    #[arg(short, long)]
    pub verbose: bool,
}

pub fn run(migrator: &Migrator, command: &Current, output: &Output) -> Result<(), Failure> {
    let found = migrator.current()?;
    if command.check_heads && !migrator.is_up_to_date(found.iter().flat_map(|(current, _)| &current.heads))? {
        return Err(Failure::Refusal("Database is not on all head revisions".into()));
    }
    for (current, revisions) in &found {
        if command.verbose {
            output.line(&format!("Current revision(s) for {}:", current.url));
        }
        for revision in revisions {
            output.line(&entry(revision, command.verbose, Shown { points: true, ..Shown::default() }));
        }
    }
    Ok(())
}
