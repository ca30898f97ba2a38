//! Running the project's interpreter.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str =
    concat!(include_str!("environment.py"), "\n", include_str!("tables.py"), "\n", include_str!("answer.py"));

/// Why there are no models.
pub(super) enum Problem {
    /// It does not start
    Missing(std::io::Error),
    /// It stopped with this status, and these are its last words.
    Failed { status: String, last: String },
    /// It answered something else; the beginning of it.
    Nonsense(String),
    /// SQLAlchemy is not installed there.
    NoSqlalchemy(String),
    /// env.py did not come to the `configure()`.
    NotConfigured,
    /// `configure()` was given no target metadata.
    NoMetadata,
    /// It was given something else, of this class.
    NotMetadata(String),
}

impl Problem {
    /// One sentence.
    pub fn message(&self, python: &Path) -> String {
        let python = python.display();
        match self {
            Problem::Missing(error) => format!("the models cannot be loaded: {python} does not start: {error}"),
            Problem::Failed { status, last } => {
                format!("the models cannot be loaded: {python} ended with {status}: {last}")
            }
            Problem::Nonsense(text) => {
                format!("the models cannot be loaded: {python} did not answer as a Python would, but with {text:?}")
            }
            Problem::NoSqlalchemy(text) => format!("the models cannot be loaded: {python} has no SQLAlchemy ({text})"),
            Problem::NotConfigured => {
                format!("env.py, run by {python}, does not come to the context.configure() that it comes to in limbeck")
            }
            Problem::NoMetadata => format!("env.py, run by {python}, gives no target_metadata"),
            Problem::NotMetadata(class) => {
                format!(
                    "env.py, run by {python}, gives a {class} as target_metadata, which is no MetaData or list of them"
                )
            }
        }
    }

    /// The way out.
    pub fn help(&self) -> String {
        match self {
            Problem::Missing(_) | Problem::Nonsense(_) => {
                "`python` must name the interpreter of the environment that the project runs in: .venv/bin/python"
            }
            Problem::Failed { .. } => {
                "what it printed is above; env.py must run there as it does under Alembic, up to context.configure()"
            }
            Problem::NoSqlalchemy(_) => {
                "name the interpreter of the environment that the project is installed in: .venv/bin/python"
            }
            Problem::NotConfigured => "env.py must do the same in both; limbeck tells it that the run is online",
            Problem::NoMetadata | Problem::NotMetadata(_) => {
                "hand the MetaData of the models to context.configure(target_metadata=...)"
            }
        }
        .to_owned()
    }
}

/// Runs env.py there, and gives what comes back. What the project prints goes to standard error.
///
/// The question may hold the database's password, so that it is no argument: those can be seen by everyone on the machine.
pub(super) fn ask(python: &Path, folder: &Path, question: &str) -> Result<String, Problem> {
    let mut command = Command::new(python);
    command.args(["-c", PROGRAM]).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(Problem::Missing)?;
    let input = child.stdin.take();
    let output = std::thread::scope(|scope| {
        scope.spawn(|| {
            // One that does not read has ended, or will say something else.
            if let Some(mut input) = input {
                let _ = input.write_all(question.as_bytes());
            }
        });
        child.wait_with_output()
    })
    .map_err(Problem::Missing)?;
    // Nobody is left to tell when standard error is closed.
    let _ = std::io::stderr().write_all(&output.stderr);
    let Output { status, stdout, stderr } = output;
    if !status.success() {
        let said = String::from_utf8_lossy(&stderr);
        let last = said.lines().rev().map(str::trim).find(|line| !line.is_empty());
        return Err(Problem::Failed {
            status: status.to_string(),
            last: last.unwrap_or("it printed nothing").to_owned(),
        });
    }
    String::from_utf8(stdout)
        .map_err(|error| Problem::Nonsense(String::from_utf8_lossy(error.as_bytes()).chars().take(60).collect()))
}
