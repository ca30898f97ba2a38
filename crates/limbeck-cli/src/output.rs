//! Standard output: listings and SQL.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;

use crate::json::Document;
use crate::paint::Paint;

/// Prints lines unless `--quiet`. A reader that has gone away (`limbeck history | head -1`) ends the printing, not with an error.
pub struct Output {
    quiet: bool,
    broken: AtomicBool,
    /// Colours of a terminal
    pub paint: Paint,
}

impl Output {
    pub fn new(quiet: bool) -> Self {
        Output { quiet, broken: AtomicBool::new(false), paint: Paint::stdout() }
    }

    /// Prints text and a line end.
    pub fn line(&self, text: &str) {
        self.write(&format!("{text}\n"));
    }

    /// Prints the object of `--json`.
    pub fn document(&self, content: impl Serialize) {
        self.line(&Document::text(content));
    }

    /// Prints text as it is.
    pub fn write(&self, text: &str) {
        if self.quiet || self.broken.load(Ordering::Relaxed) {
            return;
        }
        let mut stdout = std::io::stdout().lock();
        if let Err(error) = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            self.broken.store(true, Ordering::Relaxed);
            if error.kind() != ErrorKind::BrokenPipe {
                eprintln!("FAILED: standard output: {error}");
            }
        }
    }

    pub fn finish(&self) -> ExitCode {
        if self.broken.load(Ordering::Relaxed) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
