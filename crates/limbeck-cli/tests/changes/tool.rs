//! The two programs.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use limbeck_testkit::oracle;

use crate::case::path;
use crate::support::Project;

/// Something with Alembic's command line.
pub trait Tool {
    /// Runs it in a project's folder. The error is what it said.
    fn run(&mut self, project: &Project, arguments: &[&str]) -> Result<(), String>;
}

/// The program that is tested.
pub struct Limbeck;

impl Tool for Limbeck {
    fn run(&mut self, project: &Project, arguments: &[&str]) -> Result<(), String> {
        let outcome = project.run(arguments);
        match outcome.code {
            Some(0) => Ok(()),
            _ => Err(outcome.stderr.split("FAILED: ").last().unwrap_or_default().trim().to_owned()),
        }
    }
}

/// Real Alembic, in a process that waits for more.
pub struct Alembic {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Alembic {
    /// Whether there is one.
    pub fn is_there() -> bool {
        std::env::var_os("LIMBECK_ORACLE").is_some()
    }

    pub fn start() -> Self {
        let mut command = Command::new(oracle::program("python"));
        command.arg(path("alembic.py")).stdin(Stdio::piped()).stdout(Stdio::piped()).env_remove("ALEMBIC_CONFIG");
        let mut child = command.spawn().expect("Python starts");
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("it is piped"));
        Alembic { child, input, output: BufReader::new(output) }
    }
}

impl Tool for Alembic {
    fn run(&mut self, project: &Project, arguments: &[&str]) -> Result<(), String> {
        let folder = project.path("");
        let folder = folder.to_str().expect("a folder with a plain name").trim_end_matches('/');
        let words: Vec<&str> = [&[folder], arguments].concat();
        let input = self.input.as_mut().expect("it listens");
        writeln!(input, "{}", serde_json::json!(words)).expect("it listens");
        let mut answer = String::new();
        self.output.read_line(&mut answer).expect("it answers");
        match serde_json::from_str::<Option<String>>(&answer).expect("an answer in JSON") {
            None => Ok(()),
            Some(message) => Err(message.replace(folder, "PROJECT")),
        }
    }
}

/// It ends with its input.
impl Drop for Alembic {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }
}
