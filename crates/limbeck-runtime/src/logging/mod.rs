//! Log lines as Python's `logging` would print them: levels by logger name, handlers, one format each.
//!
//! The command line installs [`install`] as the process's logger; env.py (or what stands in for it) then configures it, as
//! `logging.config.fileConfig` does for Alembic. A program that embeds limbeck keeps its own logger, and nothing here touches it.

mod format;
mod handler;
mod tree;

use std::path::{Path, PathBuf};
use std::sync::{OnceLock, RwLock, RwLockReadGuard};

use limbeck_core::source::{Location, SourceError};
use limbeck_script::config::logging::LoggingConfig;
use limbeck_script::config::{Config, ConfigError, Ini};
use log::{LevelFilter, Log, Metadata};

pub use format::Formatter;
pub use handler::{Handler, Target};
use tree::Tree;

static LOGGER: OnceLock<Logger> = OnceLock::new();

/// A level by Python's number: 10 DEBUG, 20 INFO, 30 WARNING, 40 ERROR, 50 CRITICAL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(pub u32);

impl Level {
    /// What the root logger has when nobody says otherwise.
    pub const WARNING: Level = Level(30);

    /// Its name as Python shows it.
    pub fn name(self) -> String {
        match self.0 {
            10 => "DEBUG".into(),
            20 => "INFO".into(),
            30 => "WARNING".into(),
            40 => "ERROR".into(),
            50 => "CRITICAL".into(),
            other => format!("Level {other}"),
        }
    }

    /// The level of that name.
    pub fn named(name: &str) -> Option<Level> {
        let number = match name {
            "NOTSET" => 0,
            "DEBUG" => 10,
            "INFO" => 20,
            "WARNING" | "WARN" => 30,
            "ERROR" => 40,
            "CRITICAL" | "FATAL" => 50,
            _ => return None,
        };
        Some(Level(number))
    }
}

struct Logger {
    tree: RwLock<Tree>,
}

/// A handler's file cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("logging cannot be set up: {}: {error}", path.display())]
pub struct LoggingError {
    pub(crate) location: Location,
    path: PathBuf,
    error: std::io::Error,
}

/// Makes this the process's logger. Until it is configured, warnings go to standard error as they are, as in Python.
pub fn install() {
    let logger = LOGGER.get_or_init(|| Logger { tree: RwLock::default() });
    if log::set_logger(logger).is_ok() {
        log::set_max_level(LevelFilter::Debug);
    }
}

/// The logging sections of a file, which usually is the configuration's own.
pub fn sections_of(path: &Path, config: &Config) -> Result<LoggingConfig, ConfigError> {
    if config.config_file_name() == Some(path) {
        return config.logging();
    }
    let full = config.cwd().join(path);
    let text = std::fs::read_to_string(&full)
        .map_err(|error| SourceError::new(Location::file(path), format!("logging cannot be set up: {error}")))?;
    let mut ini = Ini::empty(path);
    ini.parse(&text)?;
    Ok(LoggingConfig::from_ini(&ini)?)
}

/// `fileConfig()`. Without [`install`] it does nothing.
///
/// # Errors
/// The file of a handler cannot be written.
pub fn configure(config: &LoggingConfig, disable_existing: bool) -> Result<(), LoggingError> {
    change(|tree| tree.configure(config, disable_existing)).unwrap_or(Ok(()))
}

/// `basicConfig()`: gives the root a handler, and the level, unless it has one; with `force` in place of those it has.
pub fn basic_config(level: Option<Level>, formatter: Formatter, force: bool) {
    change(|tree| {
        if force {
            tree.clear_handlers("");
        }
        if !tree.has_handlers("") {
            let id = tree.keep(0, Handler { target: Target::Stderr, level: Level(0), formatter });
            tree.attach("", id);
            if let Some(level) = level {
                tree.set_level("", level);
            }
        }
    });
}

/// `getLogger(name)`: from here on there is such a logger.
pub fn touch(logger: &str) {
    change(|tree| tree.touch(logger));
}

/// `getLogger(name).setLevel(level)`; an empty name is the root.
pub fn set_level(logger: &str, level: Level) {
    change(|tree| tree.set_level(logger, level));
}

/// `propagate` and `disabled` of a logger.
pub fn set_flags(logger: &str, propagate: bool, disabled: bool) {
    change(|tree| tree.set_flags(logger, propagate, disabled));
}

/// Keeps a handler under a number, a new one for 0, to be attached to loggers.
pub fn keep_handler(id: u64, handler: Handler) -> u64 {
    change(|tree| tree.keep(id, handler)).unwrap_or(id)
}

/// `addHandler()`
pub fn attach(logger: &str, handler: u64) {
    change(|tree| tree.attach(logger, handler));
}

/// `removeHandler()`
pub fn detach(logger: &str, handler: u64) {
    change(|tree| tree.detach(logger, handler));
}

/// Takes all handlers from a logger.
pub fn clear_handlers(logger: &str) {
    change(|tree| tree.clear_handlers(logger));
}

/// Whether a logger has handlers of its own.
pub fn has_handlers(logger: &str) -> bool {
    LOGGER.get().is_some_and(|installed| installed.read().has_handlers(logger))
}

/// The names of all loggers but the root.
pub fn names() -> Vec<String> {
    LOGGER.get().map(|installed| installed.read().names()).unwrap_or_default()
}

/// What a new configuration does with the loggers that it does not name; `children` are those of `names` that are below one it names.
pub fn leave_behind(names: &[String], children: &[String], disable: bool) {
    change(|tree| tree.leave_behind(names, children, disable));
}

/// `logging.disable(level)`
pub fn mute(level: Level) {
    change(|tree| tree.mute(level));
}

fn change<T>(action: impl FnOnce(&mut Tree) -> T) -> Option<T> {
    let logger = LOGGER.get()?;
    let mut tree = logger.tree.write().unwrap_or_else(|poisoned| poisoned.into_inner());
    Some(action(&mut tree))
}

/// Whether a record of this level and logger would be taken.
pub fn enabled(logger: &str, level: Level) -> bool {
    LOGGER.get().is_some_and(|installed| installed.read().is_enabled(logger, level))
}

/// Logs a record.
pub fn record(logger: &str, level: Level, message: &str) {
    if let Some(installed) = LOGGER.get() {
        installed.read().write(logger, level, message);
    }
}

impl Logger {
    fn read(&self) -> RwLockReadGuard<'_, Tree> {
        self.tree.read().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::Level::Debug
    }

    fn log(&self, record: &log::Record<'_>) {
        let level = match record.level() {
            log::Level::Error => Level(40),
            log::Level::Warn => Level(30),
            log::Level::Info => Level(20),
            log::Level::Debug | log::Level::Trace => Level(10),
        };
        // Loggers are named; a Rust module path is some library speaking to its own developers.
        if record.target().contains("::") {
            return;
        }
        self.read().write(record.target(), level, &record.args().to_string());
    }

    fn flush(&self) {}
}
