//! Sharing the terminal with a progress line.

use std::sync::OnceLock;

/// Takes the progress line away, calls what it is given, and brings the line back.
pub type Around = fn(&mut dyn FnMut());

static AROUND: OnceLock<Around> = OnceLock::new();

/// From here on, what this process writes to its terminal is written inside `around`. The first call counts.
pub fn share(around: Around) {
    let _ = AROUND.set(around);
}

/// Writes something to standard output or standard error.
pub fn write(write: impl FnOnce()) {
    let Some(around) = AROUND.get() else { return write() };
    let mut write = Some(write);
    around(&mut || {
        if let Some(write) = write.take() {
            write();
        }
    });
}
