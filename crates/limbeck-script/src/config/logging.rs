//! The logging sections of an ini, by the rules of Python's `logging.config.fileConfig`.

use std::path::PathBuf;

use limbeck_core::source::{Location, SourceError};
use ruff_python_ast::Expr;

use super::ini::Ini;

/// A level; the numbers are Python's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 0: the parent's level; on the root logger and on handlers everything passes.
    NotSet = 0,
    /// 10
    Debug = 10,
    /// 20
    Info = 20,
    /// 30
    Warning = 30,
    /// 40
    Error = 40,
    /// 50
    Critical = 50,
}

/// What `fileConfig` would set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggingConfig {
    /// The root logger; its name is empty.
    pub root: LoggerConfig,
    /// The others, in the order of `[loggers] keys`.
    pub loggers: Vec<LoggerConfig>,
    /// All handlers, in the order of `[handlers] keys`.
    pub handlers: Vec<HandlerConfig>,
}

/// One `[logger_NAME]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggerConfig {
    /// `qualname`: the logger's dotted name.
    pub qualname: String,
    /// `level`; `None` leaves it as it was (the root's is WARNING, others have none).
    pub level: Option<Level>,
    /// Whether records go to the parent's handlers too.
    pub propagate: bool,
    /// Names of its handlers.
    pub handlers: Vec<String>,
}

/// Where a handler writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandlerTarget {
    /// `StreamHandler(sys.stderr)`, also without arguments
    Stderr,
    /// `StreamHandler(sys.stdout)`
    Stdout,
    /// `NullHandler`
    Null,
    /// `FileHandler(path)`: appends, or truncates with mode `w`
    File {
        /// The path as written.
        path: PathBuf,
        /// Whether the file is kept.
        append: bool,
    },
    /// Another class, or arguments that are not constants; the text of both.
    Other(String),
}

/// One `[handler_NAME]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandlerConfig {
    /// NAME
    pub name: String,
    /// Where it writes.
    pub target: HandlerTarget,
    /// Records below do not pass; `None` lets all pass.
    pub level: Option<Level>,
    /// How it writes; `None` is `%(message)s`.
    pub formatter: Option<FormatterConfig>,
    /// Where its class is named.
    pub location: Location,
}

/// One `[formatter_NAME]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatterConfig {
    /// NAME
    pub name: String,
    /// `format`, not interpolated; `None` is the style's `message`.
    pub format: Option<String>,
    /// `datefmt`, for `strftime`.
    pub datefmt: Option<String>,
    /// `style`: `%`, `{` or `$`.
    pub style: char,
    /// `class`, when it is not `logging.Formatter`.
    pub class: Option<String>,
}

impl LoggingConfig {
    /// Reads the three lists and the sections they name. What `fileConfig` would trip over is an error with the place and the cure.
    pub fn from_ini(ini: &Ini) -> Result<LoggingConfig, SourceError> {
        let reader = Reader { ini };
        let formatters =
            reader.keys("formatters")?.iter().map(|name| reader.formatter(name)).collect::<Result<Vec<_>, _>>()?;
        let handlers = reader
            .keys("handlers")?
            .iter()
            .map(|name| reader.handler(name, &formatters))
            .collect::<Result<Vec<_>, _>>()?;
        let mut names = reader.keys("loggers")?;
        let Some(root) = names.iter().position(|name| name == "root") else {
            return Err(reader
                .fault("loggers", "keys", "[loggers] keys does not name root")
                .help("write `keys = root, ...`"));
        };
        names.remove(root);
        let root = reader.logger("root", &handlers)?;
        let loggers = names.iter().map(|name| reader.logger(name, &handlers)).collect::<Result<Vec<_>, _>>()?;
        Ok(LoggingConfig { root, loggers, handlers })
    }
}

struct Reader<'a> {
    ini: &'a Ini,
}

impl Reader<'_> {
    fn fault(&self, section: &str, key: &str, message: impl Into<String>) -> SourceError {
        SourceError::new(self.ini.option_location(section, key), message)
    }

    fn get(&self, section: &str, key: &str) -> Result<Option<String>, SourceError> {
        self.need_section(section)?;
        Ok(self.ini.get(section, key)?)
    }

    fn need_section(&self, section: &str) -> Result<(), SourceError> {
        if self.ini.has_section(section) {
            return Ok(());
        }
        let message = format!("logging cannot be set up: there is no section [{section}]");
        let help = "add the logging sections, or take fileConfig() out of env.py";
        Err(SourceError::new(self.ini.location().clone(), message).help(help))
    }

    fn need(&self, section: &str, key: &str) -> Result<String, SourceError> {
        self.get(section, key)?.ok_or_else(|| {
            let message = format!("logging cannot be set up: [{section}] has no `{key}`");
            SourceError::new(self.ini.location().clone(), message)
        })
    }

    fn keys(&self, section: &str) -> Result<Vec<String>, SourceError> {
        Ok(names(&self.need(section, "keys")?))
    }

    fn level(&self, section: &str) -> Result<Option<Level>, SourceError> {
        let Some(text) = self.get(section, "level")? else { return Ok(None) };
        Ok(Some(match text.as_str() {
            "NOTSET" => Level::NotSet,
            "DEBUG" => Level::Debug,
            "INFO" => Level::Info,
            "WARNING" | "WARN" => Level::Warning,
            "ERROR" => Level::Error,
            "CRITICAL" | "FATAL" => Level::Critical,
            _ => {
                return Err(self
                    .fault(section, "level", format!("Unknown level: '{text}'"))
                    .help("levels are NOTSET, DEBUG, INFO, WARNING, ERROR and CRITICAL"));
            }
        }))
    }

    fn formatter(&self, name: &str) -> Result<FormatterConfig, SourceError> {
        let section = format!("formatter_{name}");
        self.need_section(&section)?;
        let raw = |key| self.ini.get_raw(&section, key).map(str::to_owned);
        let style = match raw("style").as_deref() {
            None | Some("%") => '%',
            Some("{") => '{',
            Some("$") => '$',
            Some(_) => return Err(self.fault(&section, "style", "Style must be one of: %,{,$")),
        };
        let class = self.get(&section, "class")?.filter(|class| !class.is_empty() && class != "logging.Formatter");
        let format = raw("format");
        if format.as_deref().is_some_and(|format| !format.is_empty() && !has_field(format, style)) {
            let message = format!("Invalid format '{}' for '{style}' style", format.unwrap_or_default());
            return Err(self.fault(&section, "format", message).help("write `%(message)s` where the message goes"));
        }
        Ok(FormatterConfig { name: name.to_owned(), format, datefmt: raw("datefmt"), style, class })
    }

    fn handler(&self, name: &str, formatters: &[FormatterConfig]) -> Result<HandlerConfig, SourceError> {
        let section = format!("handler_{name}");
        let class = self.need(&section, "class")?;
        let args = self.get(&section, "args")?.unwrap_or_else(|| "()".to_owned());
        let kwargs = self.get(&section, "kwargs")?.filter(|text| text != "{}");
        let target = match (&kwargs, arguments(&args)) {
            (None, Some(args)) => target(&class, &args),
            _ => None,
        };
        let target = target.unwrap_or_else(|| HandlerTarget::Other(format!("{class}{args}")));
        let formatter = match self.get(&section, "formatter")?.filter(|name| !name.is_empty()) {
            None => None,
            Some(wanted) => Some(formatters.iter().find(|f| f.name == wanted).cloned().ok_or_else(|| {
                self.fault(&section, "formatter", format!("[formatters] keys does not name the formatter '{wanted}'"))
            })?),
        };
        let location = self.ini.option_location(&section, "class");
        Ok(HandlerConfig { name: name.to_owned(), target, level: self.level(&section)?, formatter, location })
    }

    fn logger(&self, name: &str, handlers: &[HandlerConfig]) -> Result<LoggerConfig, SourceError> {
        let section = format!("logger_{name}");
        let is_root = name == "root";
        let qualname = if is_root { String::new() } else { self.need(&section, "qualname")? };
        let propagate = match self.get(&section, "propagate")?.filter(|_| !is_root) {
            None => true,
            Some(text) => match text.trim().parse::<i64>() {
                Ok(number) => number != 0,
                Err(_) => return Err(self.fault(&section, "propagate", "propagate is not a whole number")),
            },
        };
        let own = names(&self.need(&section, "handlers")?);
        if let Some(unknown) = own.iter().find(|own| !handlers.iter().any(|h| &h.name == *own)) {
            return Err(self.fault(
                &section,
                "handlers",
                format!("[handlers] keys does not name the handler '{unknown}'"),
            ));
        }
        Ok(LoggerConfig { qualname, level: self.level(&section)?, propagate, handlers: own })
    }
}

/// Whether a format has a place for something, which Python asks for.
fn has_field(format: &str, style: char) -> bool {
    match style {
        '%' => format.split("%(").skip(1).any(|rest| {
            let conversion = rest
                .split_once(')')
                .map(|(_, after)| after.trim_start_matches(|c: char| "#0+ -.*".contains(c) || c.is_ascii_digit()));
            conversion.is_some_and(|rest| rest.starts_with(|c: char| "diouxefgcrsaEFGX%".contains(c)))
        }),
        '{' => format.contains('{'),
        _ => format.contains('$'),
    }
}

/// A comma list; blank is empty, as in `fileConfig`.
fn names(list: &str) -> Vec<String> {
    if list.is_empty() { Vec::new() } else { list.split(',').map(|name| name.trim().to_owned()).collect() }
}

/// A handler's argument, as far as it is a constant.
enum Argument {
    Stdout,
    Stderr,
    Text(String),
    Other,
}

fn arguments(text: &str) -> Option<Vec<Argument>> {
    // A longer text is no list of constants, and could nest deeper than the stack.
    if text.len() > 500 {
        return None;
    }
    let parsed = ruff_python_parser::parse_expression(text).ok()?;
    let Expr::Tuple(tuple) = &*parsed.syntax().body else { return None };
    tuple
        .elts
        .iter()
        .map(|item| match item {
            Expr::StringLiteral(text) => Some(Argument::Text(text.value.to_str().to_owned())),
            Expr::Attribute(attribute) => match (&*attribute.value, attribute.attr.as_str()) {
                (Expr::Name(module), "stdout") if module.id.as_str() == "sys" => Some(Argument::Stdout),
                (Expr::Name(module), "stderr") if module.id.as_str() == "sys" => Some(Argument::Stderr),
                _ => None,
            },
            Expr::NumberLiteral(_) | Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) => Some(Argument::Other),
            _ => None,
        })
        .collect()
}

fn target(class: &str, args: &[Argument]) -> Option<HandlerTarget> {
    match (class.strip_prefix("logging.").unwrap_or(class), args) {
        ("StreamHandler", [] | [Argument::Stderr]) => Some(HandlerTarget::Stderr),
        ("StreamHandler", [Argument::Stdout]) => Some(HandlerTarget::Stdout),
        ("NullHandler", []) => Some(HandlerTarget::Null),
        // A file that would be rotated is written to all the same.
        (
            "handlers.RotatingFileHandler" | "handlers.TimedRotatingFileHandler" | "handlers.WatchedFileHandler",
            [Argument::Text(path), ..],
        ) => Some(HandlerTarget::File { path: path.into(), append: true }),
        ("FileHandler", [Argument::Text(path)]) => Some(HandlerTarget::File { path: path.into(), append: true }),
        ("FileHandler", [Argument::Text(path), Argument::Text(mode)]) if mode == "a" || mode == "w" => {
            Some(HandlerTarget::File { path: path.into(), append: mode == "a" })
        }
        _ => None,
    }
}
