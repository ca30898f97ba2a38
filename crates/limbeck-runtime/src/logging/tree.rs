//! The loggers by name, as Python keeps them.

use std::collections::{BTreeMap, HashMap};

use limbeck_script::config::logging::{HandlerConfig, HandlerTarget, LoggerConfig, LoggingConfig};

use super::format::{Formatter, Record};
use super::handler::{Handler, Target};
use super::{Level, LoggingError};

/// Loggers that Alembic's modules have made when env.py begins. `fileConfig()` disables those that the file says nothing about.
const EXISTING: [&str; 20] = [
    "alembic.autogenerate.api",
    "alembic.autogenerate.compare",
    "alembic.autogenerate.compare.comments",
    "alembic.autogenerate.compare.constraints",
    "alembic.autogenerate.compare.schema",
    "alembic.autogenerate.compare.server_defaults",
    "alembic.autogenerate.compare.tables",
    "alembic.autogenerate.compare.types",
    "alembic.config",
    "alembic.ddl.impl",
    "alembic.ddl.postgresql",
    "alembic.ext.checkconstraint_byname",
    "alembic.runtime.migration",
    "alembic.runtime.plugins",
    "alembic.script.base",
    "alembic.util.messaging",
    "asyncio",
    "concurrent.futures",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.pool",
];

/// What is limbeck's own to say (that it waits for another run, say) cannot be switched off by accident.
fn is_own(name: &str) -> bool {
    name == "limbeck" || name.starts_with("limbeck.")
}

#[derive(Debug, Clone, Default)]
struct Node {
    /// `None` is NOTSET.
    level: Option<Level>,
    stops: bool,
    disabled: bool,
    handlers: Vec<u64>,
}

/// The loggers; an empty name is the root.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: BTreeMap<String, Node>,
    handlers: HashMap<u64, Handler>,
    next_handler: u64,
    /// `logging.disable(level)`: this level and those below.
    muted: Level,
}

impl Default for Tree {
    fn default() -> Self {
        let mut tree = Tree { nodes: BTreeMap::new(), handlers: HashMap::new(), next_handler: 1, muted: Level(0) };
        EXISTING.into_iter().for_each(|name| tree.touch(name));
        tree.set_level("", Level::WARNING);
        tree.set_level("sqlalchemy", Level::WARNING);
        // As in Alembic: without any configuration its records are not for the handler of last resort.
        let nowhere =
            tree.keep(0, Handler { target: Target::Nowhere, level: Level(0), formatter: Formatter::default() });
        tree.attach("alembic", nowhere);
        tree
    }
}

/// A logger's name and those above it, up to the root.
fn line(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(key(name)), |name| match name.rfind('.') {
        _ if name.is_empty() => None,
        Some(dot) => Some(&name[..dot]),
        None => Some(""),
    })
}

fn key(name: &str) -> &str {
    if name == "root" { "" } else { name }
}

impl Tree {
    fn node(&mut self, name: &str) -> &mut Node {
        self.nodes.entry(key(name).to_owned()).or_default()
    }

    /// Keeps a handler, under a new number when `id` is 0.
    pub fn keep(&mut self, id: u64, handler: Handler) -> u64 {
        let id = if id == 0 { self.next_handler } else { id };
        self.next_handler = self.next_handler.max(id + 1);
        self.handlers.insert(id, handler);
        id
    }

    pub fn touch(&mut self, logger: &str) {
        self.node(logger);
    }

    pub fn set_level(&mut self, logger: &str, level: Level) {
        self.node(logger).level = (level.0 > 0).then_some(level);
    }

    pub fn set_flags(&mut self, logger: &str, propagate: bool, disabled: bool) {
        let node = self.node(logger);
        (node.stops, node.disabled) = (!propagate, disabled);
    }

    pub fn attach(&mut self, logger: &str, handler: u64) {
        let handlers = &mut self.node(logger).handlers;
        if !handlers.contains(&handler) {
            handlers.push(handler);
        }
    }

    pub fn detach(&mut self, logger: &str, handler: u64) {
        self.node(logger).handlers.retain(|own| *own != handler);
    }

    pub fn clear_handlers(&mut self, logger: &str) {
        self.node(logger).handlers.clear();
    }

    /// Whether the logger has handlers of its own.
    pub fn has_handlers(&self, logger: &str) -> bool {
        self.nodes.get(key(logger)).is_some_and(|node| !node.handlers.is_empty())
    }

    pub fn mute(&mut self, level: Level) {
        self.muted = level;
    }

    /// `fileConfig()`. Nothing is changed when a file cannot be opened.
    pub fn configure(&mut self, config: &LoggingConfig, disable_existing: bool) -> Result<(), LoggingError> {
        let made = config.handlers.iter().map(handler).collect::<Result<Vec<_>, _>>()?;
        let ids: HashMap<&str, u64> = config
            .handlers
            .iter()
            .map(|handler| handler.name.as_str())
            .zip(made.into_iter().map(|h| self.keep(0, h)))
            .collect();
        let mut left: Vec<String> = self.nodes.keys().filter(|name| !name.is_empty()).cloned().collect();
        let mut children = Vec::new();
        self.configure_one(&config.root, &ids);
        for logger in &config.loggers {
            // Only those that existed before have children to think of, as in Python.
            if left.contains(&logger.qualname) {
                let prefix = format!("{}.", logger.qualname);
                children.extend(left.iter().filter(|name| name.starts_with(&prefix)).cloned());
                left.retain(|name| *name != logger.qualname);
            }
            self.configure_one(logger, &ids);
        }
        self.leave_behind(&left, &children, disable_existing);
        Ok(())
    }

    fn configure_one(&mut self, config: &LoggerConfig, ids: &HashMap<&str, u64>) {
        let node = self.node(&config.qualname);
        if let Some(level) = config.level {
            node.level = Some(Level(level as u32)).filter(|level| level.0 > 0);
        }
        node.stops = !config.propagate;
        node.disabled = false;
        node.handlers = config.handlers.iter().filter_map(|name| ids.get(name.as_str()).copied()).collect();
    }

    /// What becomes of the loggers that a new configuration does not name: below a logger that it names they begin anew, others are
    /// disabled.
    pub fn leave_behind(&mut self, names: &[String], children: &[String], disable: bool) {
        for name in names.iter().filter(|name| !is_own(name)) {
            let node = self.node(name);
            if children.contains(name) {
                *node = Node { disabled: node.disabled, ..Node::default() };
            } else {
                node.disabled = disable;
            }
        }
    }

    /// The names of all loggers but the root.
    pub fn names(&self) -> Vec<String> {
        self.nodes.keys().filter(|name| !name.is_empty()).cloned().collect()
    }

    pub fn effective_level(&self, name: &str) -> Level {
        line(name).find_map(|name| self.nodes.get(name).and_then(|node| node.level)).unwrap_or(Level(0))
    }

    pub fn is_enabled(&self, name: &str, level: Level) -> bool {
        let disabled = self.nodes.get(key(name)).is_some_and(|node| node.disabled);
        !disabled && (self.muted.0 == 0 || level > self.muted || is_own(name)) && self.effective_level(name) <= level
    }

    pub fn write(&self, name: &str, level: Level, message: &str) {
        if !self.is_enabled(name, level) {
            return;
        }
        let record = Record { name, level, message };
        let mut found = false;
        for node in line(name).filter_map(|name| self.nodes.get(name)) {
            for handler in node.handlers.iter().filter_map(|id| self.handlers.get(id)) {
                found = true;
                handler.write(&record);
            }
            if node.stops {
                break;
            }
        }
        // Python's handler of last resort.
        if !found && level >= Level::WARNING {
            let last = Handler { target: Target::Stderr, level, formatter: Formatter::default() };
            last.write(&record);
        }
    }
}

fn handler(config: &HandlerConfig) -> Result<Handler, LoggingError> {
    let target = match &config.target {
        HandlerTarget::Stdout => Target::Stdout,
        HandlerTarget::Null => Target::Nowhere,
        HandlerTarget::File { path, append } => Target::file(path, *append).map_err(|error| LoggingError {
            location: config.location.clone(),
            path: path.clone(),
            error,
        })?,
        // What goes to a place that is not known here is not lost.
        HandlerTarget::Stderr | HandlerTarget::Other(_) => Target::Stderr,
    };
    let formatter = match &config.formatter {
        Some(own) => Formatter::new(own.format.clone(), own.datefmt.clone(), own.style),
        None => Formatter::default(),
    };
    Ok(Handler { target, level: Level(config.level.map_or(0, |level| level as u32)), formatter })
}

#[cfg(test)]
mod tests {
    use limbeck_script::config::Ini;

    use super::*;

    fn configured(loggers: &str, disable: bool) -> Tree {
        let mut ini = Ini::empty("alembic.ini");
        ini.parse(&format!("{loggers}\n[handlers]\nkeys =\n[formatters]\nkeys =\n")).expect("an ini");
        let mut tree = Tree::default();
        tree.touch("project");
        tree.touch("limbeck");
        tree.configure(&LoggingConfig::from_ini(&ini).expect("sections"), disable).expect("no files");
        tree
    }

    const ROOT: &str = "[loggers]\nkeys = root\n[logger_root]\nlevel = INFO\nhandlers =\n";
    const INFO: Level = Level(20);

    #[test]
    fn levels_come_from_the_nearest_logger_above() {
        let mut tree = Tree::default();
        tree.set_level("alembic", INFO);
        assert_eq!(tree.effective_level("alembic.runtime.migration"), INFO);
        assert_eq!(tree.effective_level("alembicx"), Level::WARNING);
        tree.set_level("", Level(0));
        assert_eq!(tree.effective_level("alembicx"), Level(0), "with NOTSET at the root all passes");
        assert_eq!(line("a.b").collect::<Vec<_>>(), ["a.b", "a", ""]);
    }

    #[test]
    fn what_the_file_does_not_name_is_disabled() {
        let tree = configured(ROOT, true);
        assert!(!tree.is_enabled("alembic.runtime.migration", Level(50)));
        assert!(!tree.is_enabled("project", Level(50)));
        assert!(tree.is_enabled("project.made_later", INFO), "Python disables a logger, not those below it");
        assert!(tree.is_enabled("limbeck", INFO));
        assert!(configured(ROOT, false).is_enabled("alembic.runtime.migration", INFO));
    }

    #[test]
    fn below_a_named_logger_all_begins_anew() {
        let alembic = ROOT.replace("keys = root", "keys = root,alembic")
            + "[logger_alembic]\nlevel = ERROR\nhandlers =\nqualname = alembic\npropagate = 0\n";
        let tree = configured(&alembic, true);
        assert!(!tree.is_enabled("alembic.runtime.migration", INFO));
        assert!(tree.is_enabled("alembic.runtime.migration", Level(40)));
        assert!(tree.nodes["alembic"].stops && !tree.nodes["alembic.runtime.migration"].stops);
        assert!(!tree.has_handlers("alembic"));
    }

    #[test]
    fn a_muted_level() {
        let mut tree = Tree::default();
        tree.mute(Level(40));
        assert!(!tree.is_enabled("alembic", Level(40)) && tree.is_enabled("alembic", Level(50)));
    }
}
