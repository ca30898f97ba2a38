//! env.py, when it is a stock one: the whole module is evaluated, and what it would do is written down instead of done.
//!
//! The rule is the script's, but stricter: every statement must be understood, and every import known, because importing
//! project code may register types, listeners or operations that change what version scripts mean.

mod facts;
mod host;

pub use facts::{EnvironmentFacts, StaticFacts};

use super::evaluate::{Evaluator, Flow};
use super::{GaveUp, ParsedScript};
use crate::directive::Value;
use host::EnvironmentHost;
use limbeck_core::source::Location;

/// What a stock env.py does, in the present circumstances (offline or not, this configuration, these variables).
#[derive(Debug, Clone, PartialEq)]
pub struct EnvironmentTrace {
    /// What it does to logging, in order.
    pub logging: Vec<LoggingStep>,
    /// The engine that was made, with or without a connection in use.
    pub engine: Option<EngineFacts>,
    /// `context.configure(...)`
    pub configure: Configure,
    /// Whether `context.run_migrations()` stood inside `with context.begin_transaction():`.
    pub transaction: bool,
    /// `config.set_main_option(name, value)` and `set_section_option`: section, option, value without `%%`, in order.
    pub options: Vec<(String, String, String)>,
}

impl EnvironmentTrace {
    /// Whether `context.configure()` was given a `target_metadata` other than None.
    pub fn has_metadata(&self) -> bool {
        self.configure.kwargs.iter().any(|(name, value)| name == "target_metadata" && *value != Value::None)
    }
}

/// One change to logging.
#[derive(Debug, Clone, PartialEq)]
pub enum LoggingStep {
    /// `fileConfig(path, disable_existing_loggers=...)`
    File {
        /// The file.
        path: String,
        /// Python's default is true.
        disable_existing_loggers: bool,
    },
    /// `logging.basicConfig(...)` with `level`, `format`, `datefmt`, `force` in the order written; levels are numbers or names.
    Basic(Vec<(String, Value)>),
    /// `logging.getLogger(name).setLevel(level)`; the root logger's name is empty, the level a number or a name.
    Level {
        /// The logger.
        logger: String,
        /// The level.
        level: Value,
    },
}

/// `create_engine(...)` or `engine_from_config(...)`.
#[derive(Debug, Clone, PartialEq)]
pub struct EngineFacts {
    /// The URL as text. It may hold a password: keep it out of messages.
    pub url: String,
    /// Every other option: from the configuration as text and without the prefix, then the keyword arguments.
    pub options: Vec<(String, Value)>,
    /// The call.
    pub location: Location,
}

/// `context.configure(...)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Configure {
    /// Keyword arguments in the order written. `connection=` is a call `.connect` on a call of `sqlalchemy.create_engine` whose
    /// facts are the trace's `engine`.
    pub kwargs: Vec<(String, Value)>,
    /// The call.
    pub location: Location,
}

/// Reads a whole env.py.
///
/// # Errors
/// [`GaveUp`] where env.py does anything that is not understood; it has to be run then.
pub fn read_environment(module: &ParsedScript, facts: &dyn EnvironmentFacts) -> Result<EnvironmentTrace, GaveUp> {
    let mut evaluator = Evaluator::new(module, EnvironmentHost::new(facts));
    if !matches!(evaluator.block(module.body())?, Flow::Next) {
        return evaluator.machine.fail("`break` or `continue` in a module");
    }
    let Evaluator { machine, host, .. } = evaluator;
    host.finish(&machine)
}
