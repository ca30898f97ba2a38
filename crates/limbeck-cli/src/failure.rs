//! What a failed command prints, and its exit code.

use std::process::ExitCode;

use limbeck::{Error, Fault};

use crate::arguments::Arguments;

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
    /// A refusal of the command line's own.
    Refusal(String),
    /// An option that is not there (yet) or does not go with another.
    Usage(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Operation(error)
    }
}

impl Failure {
    /// Prints `FAILED: ...` on standard error (not on standard output, where SQL may be going) and gives the exit code.
    pub fn report(&self, arguments: &Arguments) -> ExitCode {
        let (text, help, code) = match self {
            Failure::Refusal(text) => (text.clone(), None, REFUSED),
            Failure::Usage(text) => (text.clone(), None, USAGE),
            Failure::Operation(error) => {
                let code = match error.fault() {
                    Fault::Refused => REFUSED,
                    Fault::Raised => RAISED,
                    Fault::Interrupted => INTERRUPTED,
                };
                (error.to_string(), error.help(), code)
            }
        };
        if let Some(code) = self.exit_of_the_script() {
            // As Python does it: a number is the exit code, anything else is a message.
            return code;
        }
        if code == RAISED {
            // A traceback speaks for itself.
            eprintln!("{text}");
        } else {
            eprintln!("FAILED: {text}");
        }
        if let Some(help) = help {
            eprintln!("  help: {help}");
        }
        if arguments.raiseerr {
            eprintln!("{self:#?}");
        }
        ExitCode::from(code)
    }

    /// The exit code of a script or an env.py that ended with `sys.exit(number)` or `sys.exit("message")`. Zero is not taken over: what
    /// was asked for is not done.
    fn exit_of_the_script(&self) -> Option<ExitCode> {
        let Failure::Operation(error) = self else { return None };
        let (class, message) = error.exception()?;
        if class != "SystemExit" || message.is_empty() || message == "None" {
            return None;
        }
        match message.parse::<i64>() {
            Ok(number) => match number.rem_euclid(256) as u8 {
                0 => None,
                code => Some(ExitCode::from(code)),
            },
            Err(_) => {
                eprintln!("{message}");
                Some(ExitCode::from(RAISED))
            }
        }
    }
}
