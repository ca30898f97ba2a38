//! `check`

use limbeck::Migrator;

use crate::failure::Failure;
use crate::json;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Check {
    /// Print the differences as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(migrator: &Migrator, command: &Check, output: &Output) -> Result<(), Failure> {
    let findings = migrator.check()?;
    if !findings.is_empty() {
        return Err(Failure::Differences(findings));
    }
    match command.json {
        true => output.document(json::Checked::new(&findings)),
        false => output.line("No new upgrade operations detected."),
    }
    Ok(())
}
