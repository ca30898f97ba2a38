//! `check`

use limbeck::{Difference, Migrator};

use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Check {}

pub fn run(migrator: &Migrator, _: &Check, output: &Output) -> Result<(), Failure> {
    let differences = migrator.check()?;
    if differences.is_empty() {
        output.line("No new upgrade operations detected.");
        return Ok(());
    }
    Err(Failure::refusal(detected(&differences)))
}

/// Alembic's sentence, and a line for each difference where Alembic prints Python objects.
fn detected(differences: &[Difference]) -> String {
    let lines: Vec<String> = differences.iter().map(|difference| format!("  {difference}")).collect();
    format!("New upgrade operations detected: [\n{}\n]", lines.join("\n"))
}
