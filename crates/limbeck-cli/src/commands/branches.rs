//! `branches`

use limbeck::Migrator;

use crate::failure::Failure;
use crate::format::{Shown, entry, short};
use crate::json;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Branches {
    /// Show each branch point in full.
    #[arg(short, long)]
    pub verbose: bool,

    /// Print the branch points as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(migrator: &Migrator, command: &Branches, output: &Output) -> Result<(), Failure> {
    let branches = migrator.branches()?;
    if command.json {
        let points = branches.iter().map(|(point, _)| point);
        output.document(json::Revisions { revisions: json::Revision::all(points) });
        return Ok(());
    }
    let shown = Shown { labels: true, points: true, paint: output.paint, ..Shown::default() };
    for (point, children) in &branches {
        output.line(&entry(point, command.verbose, shown));
        let indent = " ".repeat(point.id.chars().count());
        for child in children {
            let line = short(child, Shown { doc: command.verbose, ..shown });
            output.line(&format!("{indent} -> {line}"));
        }
        output.line("");
    }
    Ok(())
}
