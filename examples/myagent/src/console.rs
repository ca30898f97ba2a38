//! Log lines on standard error, limbeck's among them.

use log::{LevelFilter, Log, Metadata, Record};

struct Console;

impl Log for Console {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        eprintln!("{:<5} [{}] {}", record.level(), record.target(), record.args());
    }

    fn flush(&self) {}
}

/// Shows everything from INFO upwards. A second call changes nothing.
pub fn init() {
    if log::set_logger(&Console).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}
