//! `merge`

use limbeck::{Migrator, NewRevision};

use super::revision::announce;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Merge {
    /// The revisions to join, or heads for all heads.
    #[arg(required = true)]
    pub revisions: Vec<String>,

    /// What it does; goes into the docstring and the file's name.
    #[arg(short, long)]
    pub message: Option<String>,

    /// A label for the branch that it begins.
    #[arg(long, value_name = "LABEL")]
    pub branch_label: Option<String>,

    /// Its identifier; made up when not given.
    #[arg(long, value_name = "ID")]
    pub rev_id: Option<String>,

    /// Let it come after a revision that is no head.
    #[arg(long)]
    pub splice: bool,
}

pub fn run(migrator: &Migrator, command: &Merge, output: &Output) -> Result<(), Failure> {
    let new = NewRevision {
        message: command.message.clone(),
        id: command.rev_id.clone(),
        heads: command.revisions.clone(),
        splice: command.splice,
        branch_labels: command.branch_label.iter().cloned().collect(),
        ..NewRevision::default()
    };
    migrator.merge_watched(new, &mut |step| announce(step, output))?;
    Ok(())
}
