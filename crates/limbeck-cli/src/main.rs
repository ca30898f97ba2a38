//! The limbeck command line: Alembic's commands, options, listings and exit codes.

mod arguments;
mod blame;
mod commands;
mod differences;
mod failure;
mod format;
mod graph;
mod interrupt;
mod json;
mod output;
mod paint;
mod progress;

use std::process::ExitCode;

use limbeck::{Config, Migrator, logging};

use arguments::{Arguments, Command};
use failure::Failure;
use output::Output;

fn main() -> ExitCode {
    let name = program_name();
    let arguments = Arguments::parse_as(name);
    logging::install();
    let output = Output::new(arguments.quiet);
    match run(&arguments, name, &output) {
        Ok(()) => output.finish(),
        Err(failure) => failure.report(&arguments, &output),
    }
}

/// The name we were called by, without folders: a link named `alembic` is Alembic's command line.
fn program_name() -> &'static str {
    let path = std::env::args_os().next().unwrap_or_default();
    let stem = std::path::Path::new(&path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    match stem.as_deref() {
        Some("alembic") => "alembic",
        _ => "limbeck",
    }
}

fn run(arguments: &Arguments, name: &'static str, output: &Output) -> Result<(), Failure> {
    // Only a command about a project reads the project's files.
    let project = || -> Result<Migrator, Failure> {
        let config = Config::load(&arguments.config, arguments.name.as_deref(), &arguments.x)?;
        let migrator = Migrator::new(config);
        interrupt::listen(migrator.interrupt());
        Ok(migrator)
    };
    match &arguments.command {
        Command::Branches(command) => commands::branches::run(&project()?, command, output),
        Command::Check(command) => commands::check::run(&project()?, command, output),
        Command::Completions(command) => commands::completions::run(command, name, output),
        Command::Current(command) => commands::current::run(&project()?, command, output),
        Command::Downgrade(command) => commands::downgrade::run(project()?, command, output),
        Command::Edit(command) => commands::edit::run(&project()?, command),
        Command::EnsureVersion(command) => commands::ensure_version::run(&project()?, command),
        Command::Heads(command) => commands::heads::run(&project()?, command, output),
        Command::History(command) => commands::history::run(&project()?, command, output),
        Command::Init(command) => commands::init::run(&project()?, command, output),
        Command::ListTemplates(command) => commands::list_templates::run(name, command, output),
        Command::Man(command) => commands::man::run(command, name, output),
        Command::Merge(command) => commands::merge::run(&project()?, command, output),
        Command::Revision(command) => commands::revision::run(&project()?, command, output),
        Command::Show(command) => commands::show::run(&project()?, command, output),
        Command::Stamp(command) => commands::stamp::run(project()?, command),
        Command::Upgrade(command) => commands::upgrade::run(project()?, command, output),
    }
}
