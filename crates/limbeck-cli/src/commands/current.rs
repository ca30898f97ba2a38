//! `current`

use limbeck::Migrator;

use crate::failure::Failure;
use crate::format::{Shown, entry};
use crate::json;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Current {
    /// Fail unless everything is applied.
    #[arg(short, long)]
    pub check_heads: bool,

    /// Show each revision in full.
    #[arg(short, long)]
    pub verbose: bool,

    /// Print it as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(migrator: &Migrator, command: &Current, output: &Output) -> Result<(), Failure> {
    let found = migrator.current()?;
    if command.check_heads && !migrator.is_up_to_date(found.iter().flat_map(|(current, _)| &current.heads))? {
        return Err(Failure::refusal("Database is not on all head revisions"));
    }
    if command.json {
        let mut databases = Vec::new();
        for (current, revisions) in &found {
            databases.push(json::CurrentDatabase {
                url: &current.url,
                heads: &current.heads,
                is_up_to_date: migrator.is_up_to_date(&current.heads)?,
                revisions: json::Revision::all(revisions),
            });
        }
        output.document(json::Current { databases });
        return Ok(());
    }
    for (current, revisions) in &found {
        if command.verbose {
            output.line(&format!("Current revision(s) for {}:", current.url));
        }
        for revision in revisions {
            let shown = Shown { points: true, paint: output.paint, ..Shown::default() };
            output.line(&entry(revision, command.verbose, shown));
        }
    }
    Ok(())
}
