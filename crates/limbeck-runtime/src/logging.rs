//! Log lines as Python's `logging` would print them: levels by logger name, handlers, one format each.
//!
//! The command line installs [`install`] as the process's logger; env.py (or what stands in for it) then configures it, as
//! `logging.config.fileConfig` does for Alembic. A program that embeds limbeck keeps its own logger, and nothing here touches it.

use std::collections::HashMap;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{OnceLock, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::terminal;
use limbeck_core::source::{Location, SourceError};
use limbeck_script::config::logging::{HandlerConfig, HandlerTarget, LoggerConfig, LoggingConfig};
use limbeck_script::config::{Config, ConfigError, Ini};
use log::{LevelFilter, Log, Metadata, Record};

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

/// Where a handler writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Standard error
    Stderr,
    /// Standard output
    Stdout,
    /// Appended to a file
    File(PathBuf),
    /// Nowhere
    Nowhere,
}

/// Takes records of a level and up, and writes them.
#[derive(Debug, Clone)]
pub struct Handler {
    /// Where to.
    pub target: Target,
    /// From which level on.
    pub level: Level,
    /// `%(levelname)-5.5s [%(name)s] %(message)s`
    pub format: String,
    /// For `%(asctime)s`; Python's own when absent.
    pub date_format: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct Node {
    level: Option<Level>,
    stops: bool,
    handlers: Vec<Handler>,
}

/// The loggers that were configured; an empty name is the root.
#[derive(Debug, Default)]
struct Tree {
    nodes: HashMap<String, Node>,
}

struct Logger {
    tree: RwLock<Tree>,
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

/// `fileConfig`: replaces what was configured before. Without [`install`] it does nothing.
pub fn configure(config: &LoggingConfig) {
    change(|tree| {
        tree.nodes.clear();
        let handlers = |logger: &LoggerConfig| {
            let named = |name: &String| config.handlers.iter().find(|h| h.name == *name).map(handler);
            logger.handlers.iter().filter_map(named).collect()
        };
        for logger in std::iter::once(&config.root).chain(&config.loggers) {
            let level = logger.level.map(|level| Level(level as u32)).filter(|level| level.0 > 0);
            let node = Node { level, stops: !logger.propagate, handlers: handlers(logger) };
            tree.nodes.insert(logger.qualname.clone(), node);
        }
    });
}

fn handler(config: &HandlerConfig) -> Handler {
    let formatter = config.formatter.as_ref();
    Handler {
        target: match &config.target {
            HandlerTarget::Stdout => Target::Stdout,
            HandlerTarget::Null => Target::Nowhere,
            HandlerTarget::File { path, .. } => Target::File(path.clone()),
            HandlerTarget::Stderr | HandlerTarget::Other(_) => Target::Stderr,
        },
        level: Level(config.level.map_or(0, |level| level as u32)),
        format: formatter.and_then(|f| f.format.clone()).unwrap_or_else(|| "%(message)s".into()),
        date_format: formatter.and_then(|f| f.datefmt.clone()),
    }
}

/// `basicConfig`: gives the root a handler, unless it has one.
pub fn basic_config(level: Option<Level>, format: Option<String>, date_format: Option<String>, target: Target) {
    change(|tree| {
        let root = tree.nodes.entry(String::new()).or_default();
        if root.handlers.is_empty() {
            let format = format.unwrap_or_else(|| "%(levelname)s:%(name)s:%(message)s".into());
            root.handlers.push(Handler { target, level: Level(0), format, date_format });
            root.level = level.or(root.level);
        }
    });
}

/// `getLogger(name).setLevel(level)`; an empty name is the root.
pub fn set_level(logger: &str, level: Level) {
    change(|tree| tree.nodes.entry(logger.to_owned()).or_default().level = (level.0 > 0).then_some(level));
}

fn change(action: impl FnOnce(&mut Tree)) {
    if let Some(logger) = LOGGER.get() {
        let mut tree: RwLockWriteGuard<'_, Tree> = logger.tree.write().unwrap_or_else(|p| p.into_inner());
        action(&mut tree);
    }
}

/// Whether a record of this level and logger would be taken.
pub fn enabled(logger: &str, level: Level) -> bool {
    LOGGER.get().is_some_and(|installed| installed.read().effective_level(logger) <= level)
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

/// A logger's name and those above it, up to the root.
fn line(name: &str) -> impl Iterator<Item = &str> {
    let name = if name == "root" { "" } else { name };
    std::iter::successors(Some(name), |name| match name.rfind('.') {
        _ if name.is_empty() => None,
        Some(dot) => Some(&name[..dot]),
        None => Some(""),
    })
}

impl Tree {
    fn effective_level(&self, name: &str) -> Level {
        let set = line(name).find_map(|name| self.nodes.get(name).and_then(|node| node.level));
        set.unwrap_or(Level::WARNING)
    }

    fn write(&self, name: &str, level: Level, message: &str) {
        if level < self.effective_level(name) {
            return;
        }
        let mut found = false;
        for node in line(name).filter_map(|name| self.nodes.get(name)) {
            for handler in &node.handlers {
                found = true;
                if level >= handler.level {
                    handler.write(name, level, message);
                }
            }
            if node.stops {
                return;
            }
        }
        // Python's handler of last resort.
        if !found && level >= Level::WARNING {
            terminal::write(|| drop(writeln!(std::io::stderr().lock(), "{message}")));
        }
    }
}

impl Handler {
    /// A stream that cannot be written to must not stop a migration.
    fn write(&self, name: &str, level: Level, message: &str) {
        let line = self.format(name, level, message);
        terminal::write(|| drop(self.put(&line)));
    }

    fn put(&self, line: &str) -> std::io::Result<()> {
        match &self.target {
            Target::Stderr => writeln!(std::io::stderr().lock(), "{line}"),
            Target::Stdout => writeln!(std::io::stdout().lock(), "{line}"),
            Target::File(path) => {
                OpenOptions::new().create(true).append(true).open(path).and_then(|mut file| writeln!(file, "{line}"))
            }
            Target::Nowhere => Ok(()),
        }
    }

    fn format(&self, name: &str, level: Level, message: &str) -> String {
        let mut out = String::new();
        let mut rest = self.format.as_str();
        while let Some(start) = rest.find('%') {
            out.push_str(&rest[..start]);
            rest = &rest[start + 1..];
            if let Some(after) = rest.strip_prefix('%') {
                out.push('%');
                rest = after;
            } else if let Some((field, after)) = rest.strip_prefix('(').and_then(|r| r.split_once(')')) {
                let end = after.find(|c: char| c.is_ascii_alphabetic()).map_or(after.len(), |at| at + 1);
                out.push_str(&pad(&self.field(field, name, level, message), &after[..end]));
                rest = &after[end..];
            } else {
                out.push('%');
            }
        }
        out.push_str(rest);
        out
    }

    fn field(&self, field: &str, name: &str, level: Level, message: &str) -> String {
        match field {
            "message" => message.into(),
            "name" => name.into(),
            "levelname" => level.name(),
            "levelno" => level.0.to_string(),
            "process" => std::process::id().to_string(),
            "asctime" => self.time(),
            "threadName" => "MainThread".into(),
            "processName" => "MainProcess".into(),
            "module" => name.rsplit('.').next().unwrap_or(name).into(),
            _ => String::new(),
        }
    }

    fn time(&self) -> String {
        let now = jiff::Zoned::now();
        match &self.date_format {
            Some(format) => jiff::fmt::strtime::format(format, &now).unwrap_or_else(|_| now.to_string()),
            None => format!("{},{:03}", now.strftime("%Y-%m-%d %H:%M:%S"), now.millisecond()),
        }
    }
}

/// `-5.5s`: left, at least and at most five characters.
fn pad(text: &str, spec: &str) -> String {
    let spec = spec.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let (left, spec) = spec.strip_prefix('-').map_or((false, spec), |rest| (true, rest));
    let (width, precision) = spec.split_once('.').unwrap_or((spec, ""));
    let text: String = match precision.parse() {
        Ok(most) => text.chars().take(most).collect(),
        Err(_) => text.to_owned(),
    };
    let width = width.parse().unwrap_or(0);
    if left { format!("{text:<width$}") } else { format!("{text:>width$}") }
}

impl Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::Level::Debug
    }

    fn log(&self, record: &Record<'_>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_formatted_as_python_does() {
        let handler = Handler {
            target: Target::Nowhere,
            level: Level(0),
            format: "%(levelname)-5.5s [%(name)s] %(message)s 100%%".into(),
            date_format: None,
        };
        assert_eq!(handler.format("alembic.x", Level(30), "m"), "WARNI [alembic.x] m 100%");
        assert_eq!(handler.format("a", Level(20), "m"), "INFO  [a] m 100%");
    }

    #[test]
    fn levels_come_from_the_nearest_logger_above() {
        let mut tree = Tree::default();
        tree.nodes.insert("alembic".into(), Node { level: Some(Level(20)), ..Node::default() });
        assert_eq!(tree.effective_level("alembic.runtime.migration"), Level(20));
        assert_eq!(tree.effective_level("alembicx"), Level::WARNING);
        assert_eq!(line("a.b").collect::<Vec<_>>(), ["a.b", "a", ""]);
    }
}
