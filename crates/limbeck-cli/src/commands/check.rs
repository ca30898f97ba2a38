//! `check`

use limbeck::{Migrator, Rename};

use crate::failure::Failure;
use crate::json;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Check {
    /// A table or column that the models call otherwise: old:new, or table.old:new. May be given several times.
    #[arg(long, value_name = "OLD:NEW", value_parser = Rename::parse)]
    pub rename: Vec<Rename>,

    /// Print the differences as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(migrator: &Migrator, command: &Check, output: &Output) -> Result<(), Failure> {
    let findings = migrator.check_renamed(&command.rename)?;
    if !findings.is_empty() {
        return Err(Failure::Differences(findings));
    }
    match command.json {
        true => output.document(json::Checked::new(&findings)),
        false => output.line("No new upgrade operations detected."),
    }
    Ok(())
}
