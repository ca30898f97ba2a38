//! What a failed command prints, and its exit code.

use std::process::ExitCode;

use limbeck::{Error, Fault, Findings};

use crate::arguments::Arguments;
use crate::differences;
use crate::json;
use crate::output::Output;
use crate::paint::{FAILED, HELP, Paint};

/// Every error that limbeck reports.
const REFUSED: u8 = 255;
/// An exception of the user's own code.
const RAISED: u8 = 1;
/// Wrong usage.
const USAGE: u8 = 2;
/// Ctrl-C.
const INTERRUPTED: u8 = 130;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// An operation failed.
    Operation(Error),
    /// A refusal of the command line's own, and the way out.
    Refusal { message: String, help: Option<String> },
    /// `check` has found differences.
    Differences(Findings),
    /// An option that is not there (yet) or does not go with another.
    Usage(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Operation(error)
    }
}

impl Failure {
    /// A refusal without more to say.
    pub fn refusal(message: impl Into<String>) -> Self {
        Failure::Refusal { message: message.into(), help: None }
    }

    /// Prints `FAILED: ...` on standard error (not on standard output, where SQL may be going) and gives the exit code.
    pub fn report(&self, arguments: &Arguments, output: &Output) -> ExitCode {
        let (message, help, code) = match self {
            Failure::Refusal { message, help } => (message.clone(), help.as_deref(), REFUSED),
            Failure::Usage(text) => (text.clone(), None, USAGE),
            Failure::Differences(findings) => (differences::detected(findings), None, REFUSED),
            Failure::Operation(error) => {
                let code = match error.fault() {
                    Fault::Refused => REFUSED,
                    Fault::Raised => RAISED,
                    Fault::Interrupted => INTERRUPTED,
                };
                (error.to_string(), error.help(), code)
            }
        };
        let exit = self.exit_of_the_script();
        let exit_code = exit.as_ref().map_or(code, |exit| exit.code);
        if arguments.command.json() {
            output.document(json::Failed {
                error: json::Error { message: &message, help, exit_code },
                checked: self.findings().map(json::Checked::new),
                databases: self.done().map(|report| report.databases.iter().map(Into::into).collect()),
            });
        }
        if let Some(exit) = exit {
            // As Python does it: a number is the exit code, anything else is a message.
            if let Some(message) = exit.message {
                eprintln!("{message}");
            }
            return ExitCode::from(exit_code);
        }
        let paint = Paint::stderr();
        if code == RAISED {
            // A traceback speaks for itself.
            eprintln!("{message}");
        } else {
            if self.is_command_error() {
                log::error!(target: "alembic.util.messaging", "{message}");
            }
            eprintln!("{} {message}", paint.paint(FAILED, "FAILED:"));
        }
        if let Some(findings) = self.findings() {
            differences::code(findings, paint).iter().for_each(|line| eprintln!("{line}"));
        }
        if let Some(help) = help {
            eprintln!("  {} {help}", paint.paint(HELP, "help:"));
        }
        if arguments.raiseerr {
            eprintln!("{self:#?}");
        }
        ExitCode::from(exit_code)
    }

    fn findings(&self) -> Option<&Findings> {
        match self {
            Failure::Differences(findings) => Some(findings),
            _ => None,
        }
    }

    /// What a run had done before it failed.
    fn done(&self) -> Option<&limbeck::Report> {
        match self {
            Failure::Operation(error) => error.report(),
            _ => None,
        }
    }

    /// A refusal for which Alembic has a `CommandError`: that is a record of the log too, so that a log file has it.
    fn is_command_error(&self) -> bool {
        match self {
            Failure::Operation(error) => error.is_command_error(),
            Failure::Refusal { .. } | Failure::Differences(_) => true,
            Failure::Usage(_) => false,
        }
    }

    /// The exit of a script or an env.py that ended with `sys.exit(number)` or `sys.exit("message")`. Zero is not taken over: what
    /// was asked for is not done.
    fn exit_of_the_script(&self) -> Option<ScriptExit<'_>> {
        let Failure::Operation(error) = self else { return None };
        let (class, message) = error.exception()?;
        if class != "SystemExit" || message.is_empty() || message == "None" {
            return None;
        }
        match message.parse::<i64>() {
            Ok(number) => match number.rem_euclid(256) as u8 {
                0 => None,
                code => Some(ScriptExit { code, message: None }),
            },
            Err(_) => Some(ScriptExit { code: RAISED, message: Some(message) }),
        }
    }
}

struct ScriptExit<'a> {
    code: u8,
    message: Option<&'a str>,
}
