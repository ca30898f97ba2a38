//! What stands in for running env.py: a stock one that was read without running it, or none at all.

use std::path::Path;
use std::rc::Rc;

use limbeck_core::source::SourceError;
use limbeck_database::Url;
use limbeck_script::directive::Value;
use limbeck_script::reader::{EnvironmentTrace, LoggingStep};

use crate::configure::ConfigureOptions;
use crate::connection::SharedConnection;
use crate::environment::{Environment, EnvironmentContext};
use crate::error::RunError;
use crate::logging::{self, Formatter, Level};
use crate::migration::MigrationContext;

/// A project without env.py: the ini's `sqlalchemy.url` and its logging sections, and Alembic's defaults for everything else.
pub struct ConfiguredEnvironment;

impl Environment for ConfiguredEnvironment {
    fn run(&self, context: &Rc<EnvironmentContext>) -> Result<(), RunError> {
        if context.config.borrow().ini().has_section("loggers") {
            logging::configure(&context.config.borrow().logging()?, true)?;
        }
        let url = context.config.borrow().get_main_option("sqlalchemy.url")?;
        let url = url.ok_or_else(|| RunError::Command {
            message: "there is no env.py and no sqlalchemy.url, so limbeck does not know the database".into(),
            help: Some("set sqlalchemy.url in alembic.ini".into()),
        })?;
        let options = ConfigureOptions { literal_binds: context.offline, ..ConfigureOptions::default() };
        run(context, &url, options, true)
    }
}

/// An env.py that was understood without running it.
pub struct TracedEnvironment {
    trace: EnvironmentTrace,
}

impl TracedEnvironment {
    /// An env.py read as `trace`.
    pub fn new(trace: EnvironmentTrace) -> Self {
        TracedEnvironment { trace }
    }
}

impl Environment for TracedEnvironment {
    fn run(&self, context: &Rc<EnvironmentContext>) -> Result<(), RunError> {
        for step in &self.trace.logging {
            apply(step, context)?;
        }
        let configure = &self.trace.configure;
        let options = ConfigureOptions::from_values(&configure.kwargs, &configure.location)?;
        let text =
            |key: &str| configure.kwargs.iter().find(|(name, _)| name == key).and_then(|(_, value)| value.as_str());
        let given = text("url");
        let engine = self.trace.engine.as_ref().map(|engine| engine.url.as_str());
        let url = if context.offline { given.or(engine) } else { engine.or(given) };
        // Text needs no database, only its dialect.
        if let (None, Some(dialect), true) = (url, text("dialect_name"), context.offline) {
            let migration = context.configure(None, Some(dialect), options)?;
            return run_migrations(&migration, self.trace.transaction);
        }
        let url = url.ok_or_else(|| {
            SourceError::new(configure.location.clone(), "context.configure() is given neither a connection nor a url")
        })?;
        run(context, url, options, self.trace.transaction)
    }
}

fn apply(step: &LoggingStep, context: &EnvironmentContext) -> Result<(), RunError> {
    match step {
        LoggingStep::File { path, disable_existing_loggers } => {
            let sections = logging::sections_of(Path::new(path), &context.config.borrow())?;
            logging::configure(&sections, *disable_existing_loggers)?;
        }
        LoggingStep::Basic(arguments) => {
            let argument = |name: &str| arguments.iter().find(|(key, _)| key == name).map(|(_, value)| value);
            let text = |name: &str| argument(name).and_then(Value::as_str).map(str::to_owned);
            let formatter = Formatter::basic(text("format"), text("datefmt"), '%');
            logging::basic_config(
                argument("level").and_then(level),
                formatter,
                argument("force") == Some(&Value::Bool(true)),
            );
        }
        LoggingStep::Level { logger, level: value } => {
            if let Some(level) = level(value) {
                logging::set_level(logger, level);
            }
        }
    }
    Ok(())
}

fn level(value: &Value) -> Option<Level> {
    match value {
        Value::Int(number) => u32::try_from(*number).ok().map(Level),
        Value::Str(name) => Level::named(name),
        _ => None,
    }
}

fn run(
    context: &Rc<EnvironmentContext>,
    url: &str,
    options: ConfigureOptions,
    begin_transaction: bool,
) -> Result<(), RunError> {
    let url = Url::parse(url).map_err(|error| RunError::command(error.to_string()))?;
    let connection = match context.offline {
        true => None,
        false => Some(SharedConnection::new(limbeck_database::connect(&url).map_err(RunError::database)?)),
    };
    let migration = context.configure(connection, Some(url.backend()), options)?;
    run_migrations(&migration, begin_transaction)
}

fn run_migrations(migration: &Rc<MigrationContext>, begin_transaction: bool) -> Result<(), RunError> {
    let opened = begin_transaction && migration.begin_transaction(false)?;
    let result = migration.run_migrations(false);
    if opened {
        let ended = migration.end_transaction(result.is_err());
        return result.and(ended);
    }
    result
}
