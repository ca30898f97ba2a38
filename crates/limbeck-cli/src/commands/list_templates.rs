//! `list_templates`

use limbeck::Template;

use crate::failure::Failure;
use crate::json;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct ListTemplates {
    /// Print them as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(program: &str, command: &ListTemplates, output: &Output) -> Result<(), Failure> {
    if command.json {
        let shown =
            |template: &'static Template| json::Template { name: template.name, description: template.synopsis() };
        output.document(json::Templates { templates: Template::all().iter().map(shown).collect() });
        return Ok(());
    }
    output.line("Available templates:\n");
    for template in Template::all() {
        output.line(&format!("{} - {}", template.name, template.synopsis()));
    }
    output.line("\nTemplates are used via the 'init' command, e.g.:");
    output.line(&format!("\n  {program} init --template generic ./scripts"));
    Ok(())
}
