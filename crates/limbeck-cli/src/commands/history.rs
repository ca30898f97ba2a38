//! `history`

use limbeck::Migrator;

use crate::failure::Failure;
use crate::format::{Shown, entry};
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct History {
    /// Only these: [start]:[end], both included; either may be current.
    #[arg(short, long, value_name = "RANGE", allow_hyphen_values = true)]
    pub rev_range: Option<String>,

    /// Show each revision in full.
    #[arg(short, long)]
    pub verbose: bool,

    /// Mark what the database is at.
    #[arg(short, long)]
    pub indicate_current: bool,
}

pub fn run(migrator: &Migrator, command: &History, output: &Output) -> Result<(), Failure> {
    let revisions = migrator.history(command.rev_range.as_deref())?;
    let rows = if command.indicate_current { migrator.all_rows()? } else { Vec::new() };
    for revision in &revisions {
        let current = rows.contains(&revision.id);
        let shown = Shown { labels: true, doc: true, parents: true, points: true, current };
        output.line(&entry(revision, command.verbose, shown));
    }
    Ok(())
}
