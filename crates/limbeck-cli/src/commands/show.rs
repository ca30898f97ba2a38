//! `show`

use limbeck::Migrator;

use crate::failure::Failure;
use crate::format::block;
use crate::json;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Show {
    /// An identifier or its beginning, a label, head, heads, or current.
    #[arg(allow_negative_numbers = true)]
    pub rev: String,

    /// Print it as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(migrator: &Migrator, command: &Show, output: &Output) -> Result<(), Failure> {
    let revisions = migrator.show(&command.rev)?;
    if command.json {
        output.document(json::Revisions { revisions: json::Revision::all(&revisions) });
        return Ok(());
    }
    revisions.iter().for_each(|revision| output.line(&block(revision, false, output.paint)));
    Ok(())
}
