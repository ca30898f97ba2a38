//! The static reader: what a version script or a stock env.py says, without running anything.
//!
//! A small pure evaluator walks the syntax tree. Whatever it evaluates has CPython's meaning; the moment it meets something
//! it does not fully understand it gives the *whole* function up with [`GaveUp`], and the dynamic reader takes over. Nothing
//! is half evaluated: a caller gets every event of a function, or none.
//!
//! Layers: [`ParsedScript`] (text and places), `machine` (objects and budgets), `evaluate` (expressions and statements),
//! `methods`, `builtins`, `format` (Python's own types), `construct` and `names` (SQLAlchemy as data), `module_level` (what a
//! module's own statements may do), and the two hosts `script` and `environment`, which say what `alembic` means there.

mod arguments;
mod arithmetic;
mod builtins;
mod compare;
mod construct;
mod data;
mod environment;
mod evaluate;
mod format;
mod host;
mod imports;
mod machine;
mod methods;
mod module_level;
mod names;
mod nesting;
mod object;
mod parse;
mod scope;
mod script;
mod text;
mod values;

#[cfg(test)]
mod tests;

pub use environment::{
    Configure, EngineFacts, EnvironmentFacts, EnvironmentTrace, LoggingStep, StaticFacts, read_environment,
};
pub use parse::ParsedScript;
pub use script::{Reading, read_function, read_variables};

use limbeck_core::source::Location;

/// Why the static reader leaves a function to the dynamic one. Not an error of the script.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{location}: not read statically: {reason}")]
pub struct GaveUp {
    /// The expression or statement that was not understood.
    pub location: Location,
    /// What it was, in a few words.
    pub reason: String,
}

/// What evaluating gives.
type Outcome<T> = Result<T, GaveUp>;
