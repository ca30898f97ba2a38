//! `list_templates`

use limbeck::Template;

use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct ListTemplates {}

pub fn run(program: &str, _: &ListTemplates, output: &Output) -> Result<(), Failure> {
    output.line("Available templates:\n");
    for template in Template::all() {
        output.line(&format!("{} - {}", template.name, template.synopsis()));
    }
    output.line("\nTemplates are used via the 'init' command, e.g.:");
    output.line(&format!("\n  {program} init --template generic ./scripts"));
    Ok(())
}
