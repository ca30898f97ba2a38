//! `completions`

use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell.
    pub shell: Shell,
}

pub fn run(command: &Completions, name: &'static str, output: &Output) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Arguments::command_as(name), name, &mut script);
    output.write(&String::from_utf8_lossy(&script));
    Ok(())
}
