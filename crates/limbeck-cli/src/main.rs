//! The limbeck command line: Alembic's commands, options, listings and exit codes.

mod arguments;
mod commands;
mod failure;
mod format;
mod interrupt;
mod output;

use std::process::ExitCode;

use limbeck::{Config, Migrator, logging};

use arguments::{Arguments, Command};
use failure::Failure;
use output::Output;

fn main() -> ExitCode {
    let arguments = Arguments::parse_as(program_name());
    logging::install();
    let output = Output::new(arguments.quiet);
    match run(&arguments, &output) {
        Ok(()) => output.finish(),
        Err(failure) => failure.report(&arguments),
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

fn run(arguments: &Arguments, output: &Output) -> Result<(), Failure> {
    let config = Config::load(&arguments.config, arguments.name.as_deref(), &arguments.x)?;
    let migrator = Migrator::new(config);
    interrupt::listen(migrator.interrupt());
    match &arguments.command {
        Command::Upgrade(command) => commands::upgrade::run(migrator, command),
        Command::Downgrade(command) => commands::downgrade::run(migrator, command),
        Command::Stamp(command) => commands::stamp::run(migrator, command),
        Command::Current(command) => commands::current::run(&migrator, command, output),
        Command::History(command) => commands::history::run(&migrator, command, output),
        Command::Heads(command) => commands::heads::run(&migrator, command, output),
        Command::Branches(command) => commands::branches::run(&migrator, command, output),
        Command::Check(command) => commands::check::run(&migrator, command, output),
        Command::Show(command) => commands::show::run(&migrator, command, output),
        Command::Revision(command) => commands::revision::run(&migrator, command, output),
        Command::Merge(command) => commands::merge::run(&migrator, command, output),
    }
}
