//! `history`

use limbeck::{Migrator, Revision};

use crate::failure::Failure;
use crate::format::{Shown, entry};
use crate::graph;
use crate::json;
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

    /// Draw the branches; with -i, @ is what the database is at.
    #[arg(long, conflicts_with = "json")]
    pub graph: bool,

    /// Print them as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(migrator: &Migrator, command: &History, output: &Output) -> Result<(), Failure> {
    let revisions = migrator.history(command.rev_range.as_deref())?;
    let rows = if command.indicate_current { migrator.all_rows()? } else { Vec::new() };
    let is_current = |revision: &Revision| rows.contains(&revision.id);
    if command.json {
        let described = |revision| match command.indicate_current {
            true => json::Revision::new(revision).current(is_current(revision)),
            false => json::Revision::new(revision),
        };
        output.document(json::Revisions { revisions: revisions.iter().map(described).collect() });
        return Ok(());
    }
    let text = |revision: &Revision| {
        let shown = Shown {
            labels: true,
            doc: true,
            // The graph draws the parents.
            parents: !command.graph,
            points: true,
            current: is_current(revision),
            paint: output.paint,
        };
        entry(revision, command.verbose, shown)
    };
    if command.graph {
        output.write(&graph::draw(&revisions, &rows, text));
    } else {
        revisions.iter().for_each(|revision| output.line(&text(revision)));
    }
    Ok(())
}
