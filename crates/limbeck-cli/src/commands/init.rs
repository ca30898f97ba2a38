//! `init`

use std::path::PathBuf;

use limbeck::{Migrator, ProjectStep};

use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Init {
    /// The folder for env.py and the version scripts.
    pub directory: PathBuf,

    /// What kind of project: see list_templates.
    #[arg(short, long, default_value = "generic", value_name = "NAME")]
    pub template: String,

    /// Make the folders Python packages.
    #[arg(long)]
    pub package: bool,
}

pub fn run(migrator: &Migrator, command: &Init, output: &Output) -> Result<(), Failure> {
    let project = migrator.init(&command.directory, &command.template, command.package)?;
    for step in &project.steps {
        output.line(&match step {
            ProjectStep::Folder(path) => format!("Creating directory {} ...  done", path.display()),
            ProjectStep::File(path) => format!("Generating {} ...  done", path.display()),
            ProjectStep::Section(path) => format!("Appending to existing {} ...  done", path.display()),
            ProjectStep::Package(path) => format!("Adding {} ...  done", path.display()),
            ProjectStep::IniKept(path) => format!("File {} already exists, skipping", path.display()),
            ProjectStep::SectionKept(path) => {
                format!("File {} already exists and already has a [tool.alembic] section, skipping", path.display())
            }
        });
    }
    let ini = project.ini.display();
    output.line(&match &project.pyproject {
        Some(pyproject) => format!(
            "Please edit configuration settings in {} and configuration/connection/logging settings in {ini} before proceeding.",
            pyproject.display()
        ),
        None => format!("Please edit configuration/connection/logging settings in {ini} before proceeding."),
    });
    Ok(())
}
