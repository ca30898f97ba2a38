//! Where lines go.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use super::Level;
use super::format::{Formatter, Record};
use crate::terminal;

/// Where a handler writes.
#[derive(Debug, Clone)]
pub enum Target {
    /// Standard error
    Stderr,
    /// Standard output
    Stdout,
    /// A file
    File(Arc<Mutex<File>>),
    /// Nowhere
    Nowhere,
}

impl Target {
    /// Opens a file, which begins empty unless its lines are to be kept.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn file(path: &Path, append: bool) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let file =
            if append { options.append(true) } else { options.write(true).truncate(true) }.create(true).open(path)?;
        Ok(Target::File(Arc::new(Mutex::new(file))))
    }
}

/// Takes records of a level and up, and writes them.
#[derive(Debug, Clone)]
pub struct Handler {
    /// Where to.
    pub target: Target,
    /// From which level on.
    pub level: Level,
    /// As what.
    pub formatter: Formatter,
}

impl Handler {
    /// A stream that cannot be written to must not stop a migration.
    pub(super) fn write(&self, record: &Record<'_>) {
        if record.level < self.level {
            return;
        }
        let line = || format!("{}\n", self.formatter.line(record));
        let put = |mut stream: Box<dyn Write>| {
            let line = line();
            terminal::write(|| drop(stream.write_all(line.as_bytes()).and_then(|()| stream.flush())));
        };
        match &self.target {
            Target::Stderr => put(Box::new(io::stderr())),
            Target::Stdout => put(Box::new(io::stdout())),
            Target::File(file) => {
                let mut file = file.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                let _ = file.write_all(line().as_bytes());
            }
            Target::Nowhere => {}
        }
    }
}
