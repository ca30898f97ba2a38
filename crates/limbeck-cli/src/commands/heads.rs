//! `heads`

use limbeck::{Migrator, Revision};

use crate::blame::last_author;
use crate::failure::Failure;
use crate::format::{Shown, entry};
use crate::json;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Heads {
    /// Show each revision in full.
    #[arg(short, long)]
    pub verbose: bool,

    /// Leave out heads that another branch depends on.
    #[arg(long)]
    pub resolve_dependencies: bool,

    /// Fail when there is more than one head, and say whose they are.
    #[arg(long)]
    pub check: bool,

    /// Print them as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(migrator: &Migrator, command: &Heads, output: &Output) -> Result<(), Failure> {
    let heads = migrator.heads(command.resolve_dependencies)?;
    if command.check && heads.len() > 1 {
        return Err(several(&heads));
    }
    if command.json {
        output.document(json::Revisions { revisions: json::Revision::all(&heads) });
        return Ok(());
    }
    let shown = Shown { labels: true, paint: output.paint, ..Shown::default() };
    heads.iter().for_each(|revision| output.line(&entry(revision, command.verbose, shown)));
    Ok(())
}

/// Each head with its file and who made it last, so that somebody can be asked.
fn several(heads: &[Revision]) -> Failure {
    let here = std::env::current_dir().unwrap_or_default();
    let lines: Vec<String> = heads
        .iter()
        .map(|head| {
            let file = head.path.strip_prefix(&here).unwrap_or(&head.path).display();
            let author = last_author(&head.path).map(|author| format!(", {author}")).unwrap_or_default();
            let shown = Shown { labels: true, doc: true, ..Shown::default() };
            format!("  {}\n    {file}{author}", crate::format::short(head, shown))
        })
        .collect();
    Failure::Refusal {
        message: format!("there are {} heads, and there should be one:\n{}", heads.len(), lines.join("\n")),
        help: Some(
            "join them with `merge heads -m MESSAGE`, or let one come after the other by its down_revision".into(),
        ),
    }
}
