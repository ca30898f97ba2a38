//! `man`

use std::path::{Path, PathBuf};

use clap_mangen::Man;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
pub struct ManPages {
    /// Write the pages of all commands to this folder, such as ~/.local/share/man/man1.
    pub folder: Option<PathBuf>,
}

pub fn run(command: &ManPages, name: &'static str, output: &Output) -> Result<(), Failure> {
    let parser = Arguments::command_as(name).disable_help_subcommand(true);
    match &command.folder {
        Some(folder) => write_all(parser, folder),
        None => {
            let mut page = Vec::new();
            Man::new(parser).render(&mut page).map_err(|error| Failure::refusal(error.to_string()))?;
            output.write(&String::from_utf8_lossy(&page));
            Ok(())
        }
    }
}

/// `limbeck.1`, `limbeck-upgrade.1`, ...
fn write_all(parser: clap::Command, folder: &Path) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::refusal(format!("{}: {error}", folder.display()));
    std::fs::create_dir_all(folder).map_err(failed)?;
    clap_mangen::generate_to(parser, folder).map_err(failed)
}
