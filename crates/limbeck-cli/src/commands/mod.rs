//! One file per command: its arguments and what it does.

pub mod branches;
pub mod check;
pub mod current;
pub mod downgrade;
pub mod heads;
pub mod history;
pub mod merge;
pub mod revision;
pub mod show;
pub mod stamp;
pub mod upgrade;

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
    Arc::new(Mutex::new(std::io::stdout()))
}
