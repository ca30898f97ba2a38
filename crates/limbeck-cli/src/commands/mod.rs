//! One file per command: its arguments and what it does.

pub mod branches;
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

/// Standard output for offline SQL.
fn stdout() -> SharedWriter {
    Arc::new(Mutex::new(std::io::stdout()))
}
