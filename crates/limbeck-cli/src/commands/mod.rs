//! One file per command: its arguments and what it does.

pub mod branches;
pub mod check;
pub mod completions;
pub mod current;
pub mod downgrade;
pub mod edit;
pub mod ensure_version;
pub mod heads;
pub mod history;
pub mod init;
pub mod list_templates;
pub mod man;
pub mod merge;
pub mod revision;
pub mod run;
pub mod show;
pub mod stamp;
pub mod upgrade;

use std::io::{ErrorKind, Write};
use std::sync::{Arc, Mutex};

use limbeck::SharedWriter;

/// How a command that changes the database is run.
#[derive(Debug, clap::Args)]
pub struct Mode {
    /// Print the SQL instead of running it.
    #[arg(long)]
    pub sql: bool,

    /// A text for env.py, which reads it with context.get_tag_argument().
    #[arg(long)]
    pub tag: Option<String>,
}

/// Standard output for offline SQL.
fn stdout() -> SharedWriter {
    Arc::new(Mutex::new(Sql))
}

/// Standard output; a reader that has gone away ends the process. Offline there is nothing to undo.
struct Sql;

impl Sql {
    fn checked<T>(result: std::io::Result<T>) -> std::io::Result<T> {
        if result.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
            std::process::exit(1);
        }
        result
    }
}

impl Write for Sql {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Self::checked(std::io::stdout().write(bytes))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Self::checked(std::io::stdout().flush())
    }
}
