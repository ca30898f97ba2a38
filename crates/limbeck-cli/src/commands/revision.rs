//! `revision`

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use limbeck::{Migrator, NewRevision, Rename, Similar, WriteStep};

use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Revision {
    /// What it does; goes into the docstring and the file's name.
    #[arg(short, long)]
    pub message: Option<String>,

    /// Fill it with what differs between models and database.
    #[arg(long)]
    pub autogenerate: bool,

    /// With --autogenerate: write nothing when nothing differs.
    #[arg(long, requires = "autogenerate")]
    pub skip_empty: bool,

    /// With --autogenerate: a table or column that the models call otherwise: old:new, or table.old:new. May be given several times.
    #[arg(long, requires = "autogenerate", value_name = "OLD:NEW", value_parser = Rename::parse)]
    pub rename: Vec<Rename>,

    /// Run env.py in offline mode; only with revision_environment.
    #[arg(long)]
    pub sql: bool,

    /// What it comes after: head, an identifier, label@head, or base for a new base.
    #[arg(long, default_value = "head", value_name = "REVISION")]
    pub head: String,

    /// Let it come after a revision that is no head.
    #[arg(long)]
    pub splice: bool,

    /// A label for the branch that it begins.
    #[arg(long, value_name = "LABEL")]
    pub branch_label: Option<String>,

    /// Which of several version locations its file goes to.
    #[arg(long, value_name = "FOLDER")]
    pub version_path: Option<PathBuf>,

    /// Its identifier; made up when not given.
    #[arg(long, value_name = "ID")]
    pub rev_id: Option<String>,

    /// A revision that it depends on. May be given several times.
    #[arg(long, value_name = "REVISION")]
    pub depends_on: Vec<String>,
}

pub fn run(migrator: &Migrator, command: &Revision, output: &Output) -> Result<(), Failure> {
    if command.autogenerate && command.sql {
        return Err(Failure::refusal("Using --sql with --autogenerate does not make any sense"));
    }
    if command.sql && !migrator.config().revision_environment()? {
        return Err(Failure::refusal(
            "Using --sql with the revision command when revision_environment is not configured does not make any sense",
        ));
    }
    let new = NewRevision {
        message: command.message.clone(),
        id: command.rev_id.clone(),
        heads: vec![command.head.clone()],
        splice: command.splice,
        branch_labels: command.branch_label.iter().cloned().collect(),
        depends_on: command.depends_on.clone(),
        version_path: command.version_path.clone(),
        autogenerate: command.autogenerate,
        renames: command.rename.clone(),
        skip_empty: command.skip_empty,
        offline: command.sql,
    };
    // Somebody can be asked where questions are seen and answers typed.
    let migrator = &match io::stdin().is_terminal() && io::stderr().is_terminal() {
        true => migrator.clone().on_similar(is_the_same),
        false => migrator.clone(),
    };
    migrator.revision_watched(new, &mut |step| announce(step, output))?;
    Ok(())
}

/// Asks on the terminal; anything but yes is no.
fn is_the_same(pair: &Similar) -> bool {
    eprint!("The {}. Is that its new name? [y/N] ", pair.question);
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

/// What Alembic prints while a file is written.
pub fn announce(step: &WriteStep, output: &Output) {
    output.line(&match step {
        WriteStep::Folder(path) => format!("Creating directory {} ...  done", path.display()),
        WriteStep::File(path) => format!("Generating {} ...  done", path.display()),
        WriteStep::Hook(name) => format!("Running post write hook '{name}' ..."),
        WriteStep::Skipped => "No new upgrade operations detected; no revision is written.".to_owned(),
        WriteStep::HookDone => "  done".to_owned(),
        WriteStep::HookFailed => "  FAILED".to_owned(),
    });
}
