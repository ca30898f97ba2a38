//! What an operation refuses or fails with.

use limbeck_core::source::SourceError;
use limbeck_runtime::{Report, RunError};
use limbeck_script::config::ConfigError;
use limbeck_script::directory::DirectoryError;
use limbeck_script::project::{ProjectError, Template};
use limbeck_script::template::TemplateError;

/// Why an operation stopped.
#[derive(Debug, thiserror::Error)]
#[error("{inner}")]
pub struct Error {
    #[source]
    inner: Inner,
    report: Option<Box<Report>>,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Inner {
    #[error(transparent)]
    Run(#[from] RunError),
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Graph(Vec<SourceError>),
    #[error("{0}")]
    Panic(String),
}

/// What kind of fault an [`Error`] is; it decides the exit code of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// limbeck refused or failed: a wrong argument, a fault in a file, an answer of the database.
    Refused,
    /// The project's own Python code raised an exception.
    Raised,
    /// The run was interrupted.
    Interrupted,
}

impl Error {
    pub(crate) fn from_inner(inner: Inner) -> Self {
        Error { inner, report: None }
    }

    /// The same error, and what was done before it.
    pub(crate) fn after(self, report: Report) -> Self {
        Error { report: Some(Box::new(report)), ..self }
    }

    /// What was done and committed before the error, when a run had begun.
    pub fn report(&self) -> Option<&Report> {
        self.report.as_deref()
    }

    /// What kind of fault it is.
    pub fn fault(&self) -> Fault {
        match &self.inner {
            Inner::Run(error) if error.is_users_exception() => Fault::Raised,
            Inner::Run(error) if error.is_interruption() => Fault::Interrupted,
            _ => Fault::Refused,
        }
    }

    /// The way out, when one is known and not part of the message.
    pub fn help(&self) -> Option<&str> {
        match &self.inner {
            Inner::Run(error) => error.help(),
            _ => None,
        }
    }

    /// Whether it is a refusal of a command or an argument, which Alembic calls a `CommandError`.
    pub fn is_command_error(&self) -> bool {
        matches!(&self.inner, Inner::Run(RunError::Command { .. }))
    }

    /// For an exception of the project's own code: its class and message.
    pub fn exception(&self) -> Option<(&str, &str)> {
        match &self.inner {
            Inner::Run(RunError::Exception { class, message, .. }) => Some((class, message)),
            _ => None,
        }
    }
}

impl From<RunError> for Error {
    fn from(error: RunError) -> Self {
        Error::from_inner(Inner::Run(error))
    }
}

impl From<SourceError> for Error {
    fn from(error: SourceError) -> Self {
        RunError::Source(error).into()
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        RunError::from(error).into()
    }
}

impl From<DirectoryError> for Error {
    fn from(error: DirectoryError) -> Self {
        match error {
            DirectoryError::Config(error) => error.into(),
            DirectoryError::Source(error) => error.into(),
            other => RunError::command(other.to_string()).into(),
        }
    }
}

impl From<TemplateError> for Error {
    fn from(error: TemplateError) -> Self {
        RunError::command(error.to_string()).into()
    }
}

impl From<ProjectError> for Error {
    fn from(error: ProjectError) -> Self {
        let message = error.to_string();
        match error {
            ProjectError::Source(error) => error.into(),
            ProjectError::NoTemplate(_) => {
                let names: Vec<&str> = Template::all().iter().map(|template| template.name).collect();
                RunError::Command { message, help: Some(format!("the templates are {}", names.join(", "))) }.into()
            }
            _ => RunError::command(message).into(),
        }
    }
}

impl From<limbeck_core::revision::ResolveError> for Error {
    fn from(error: limbeck_core::revision::ResolveError) -> Self {
        RunError::from(error).into()
    }
}
