//! Options that come before the command, and the commands.

use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::commands::{
    branches, check, completions, current, downgrade, edit, ensure_version, heads, history, init, list_templates, man,
    merge, revision, show, stamp, upgrade,
};

/// The version, and the Alembic whose behaviour this is.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (Alembic 1.20.1)");
/// The same under the name `alembic`.
const ALEMBIC_VERSION: &str = concat!("1.20.1 (limbeck ", env!("CARGO_PKG_VERSION"), ")");

/// Database schema migrations.
#[derive(Debug, Parser)]
#[command(
    name = "limbeck",
    disable_version_flag = true,
    disable_help_subcommand = true,
    infer_long_args = true,
    args_override_self = true,
    max_term_width = 100
)]
pub struct Arguments {
    /// Configuration file: an ini file (by default $ALEMBIC_CONFIG, else alembic.ini), a pyproject.toml, or one of each.
    #[arg(short, long, value_name = "FILE")]
    pub config: Vec<PathBuf>,

    /// Section of the ini file to use in place of [alembic].
    #[arg(short, long, value_name = "SECTION")]
    pub name: Option<String>,

    /// An argument for env.py, which reads it with context.get_x_argument(). May be given several times.
    #[arg(short, value_name = "ARGUMENT", allow_hyphen_values = true)]
    pub x: Vec<String>,

    /// Show an error with everything that is known about it.
    #[arg(long)]
    pub raiseerr: bool,

    /// Print nothing on standard output.
    #[arg(short, long)]
    pub quiet: bool,

    /// Print the version.
    #[arg(long, action = clap::ArgAction::Version)]
    version: Option<bool>,

    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List revisions that several others come after.
    Branches(branches::Branches),
    /// Fail when models and database differ. Changes nothing.
    Check(check::Check),
    /// Print a script that completes this program's arguments in a shell.
    Completions(completions::Completions),
    /// Show what the database is at.
    Current(current::Current),
    /// Go back to an earlier revision.
    Downgrade(downgrade::Downgrade),
    /// Open version scripts in an editor.
    Edit(edit::Edit),
    /// Make the version table when it is missing.
    #[command(name = "ensure_version")]
    EnsureVersion(ensure_version::EnsureVersion),
    /// List revisions that no other comes after.
    Heads(heads::Heads),
    /// List revisions, newest first.
    History(history::History),
    /// Make the files of a new project.
    Init(init::Init),
    /// List the kinds of projects that init makes.
    #[command(name = "list_templates")]
    ListTemplates(list_templates::ListTemplates),
    /// Print the manual page, or write those of all commands.
    Man(man::ManPages),
    /// Join branches with a new revision.
    Merge(merge::Merge),
    /// Write a new version script.
    Revision(revision::Revision),
    /// Show a revision in full.
    Show(show::Show),
    /// Write revisions into the version table without running them.
    Stamp(stamp::Stamp),
    /// Go forward to a later revision.
    Upgrade(upgrade::Upgrade),
}

impl Arguments {
    /// The parser of a program of this name.
    pub fn command_as(name: &'static str) -> clap::Command {
        let version = if name == "alembic" { ALEMBIC_VERSION } else { VERSION };
        Self::command().name(name).bin_name(name).version(version)
    }

    /// Parses the process's arguments; wrong usage ends the process with 2.
    pub fn parse_as(name: &'static str) -> Self {
        let matches = Self::command_as(name).get_matches();
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

impl Command {
    /// `--json` is given.
    pub fn json(&self) -> bool {
        match self {
            Command::Branches(command) => command.json,
            Command::Check(command) => command.json,
            Command::Current(command) => command.json,
            Command::Downgrade(command) => command.options.json,
            Command::Heads(command) => command.json,
            Command::History(command) => command.json,
            Command::ListTemplates(command) => command.json,
            Command::Show(command) => command.json,
            Command::Upgrade(command) => command.options.json,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `docs/cli.md` is the parser's own account of itself; `UPDATE_DOCS=1` writes it anew.
    #[test]
    fn the_reference_is_what_the_parser_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/cli.md");
        let options = clap_markdown::MarkdownOptions::new()
            .title("The command line".into())
            .show_footer(false)
            .show_table_of_contents(false);
        let reference = clap_markdown::help_markdown_command_custom(&Arguments::command_as("limbeck"), &options);
        // It takes the flag of the version for an option with a value.
        let reference = reference.replace("\n  Possible values: `true`, `false`\n", "");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, &reference).unwrap();
        }
        let written = std::fs::read_to_string(path).unwrap_or_default();
        assert!(written == reference, "docs/cli.md is out of date: UPDATE_DOCS=1 cargo test --workspace the_reference");
    }

    #[test]
    fn the_parser_is_sound() {
        Arguments::command_as("limbeck").debug_assert();
    }
}
