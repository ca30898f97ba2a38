//! The two tools, and private copies of the example project to run them on.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A program that understands Alembic's command line.
#[derive(Clone, Debug)]
pub struct Tool {
    /// How messages of a failed test call it.
    pub name: &'static str,
    program: PathBuf,
}

impl Tool {
    /// The binary that this build made.
    pub fn limbeck() -> Self {
        Self { name: "limbeck", program: env!("CARGO_BIN_EXE_limbeck").into() }
    }

    /// Real Alembic.
    pub fn alembic() -> Self {
        Self { name: "alembic", program: oracle("alembic") }
    }
}

/// A program of the virtual environment that `make test` prepares.
pub fn oracle(program: &str) -> PathBuf {
    let folder = std::env::var_os("LIMBECK_ORACLE").expect(
        "LIMBECK_ORACLE must name a virtual environment with the pinned Alembic: run `make test`, which prepares one in .venv",
    );
    // Not canonicalised: bin/python is a link, and Python finds its virtual environment by the link's own place.
    let program = std::path::absolute(Path::new(&folder).join("bin").join(program)).expect("the path of a program");
    assert!(program.is_file(), "{} is not there: run `make test`, which prepares it", program.display());
    program
}

/// What a command did.
#[derive(Debug)]
pub struct Outcome {
    /// The exit code.
    pub code: Option<i32>,
    /// Standard output, the project's own folder written as `PROJECT`.
    pub stdout: String,
    /// Standard error, likewise.
    pub stderr: String,
}

/// A copy of the example in a temporary folder.
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// A fresh copy, without a database.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/claude-code-orchestrator");
        copy(&example, folder.path());
        Self { folder }
    }

    /// The database's file, which need not exist yet.
    pub fn database(&self) -> PathBuf {
        self.data().join("orchestrator.db")
    }

    /// The folder that the database is in.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs a command in the project's folder.
    pub fn run(&self, tool: &Tool, arguments: &[&str]) -> Outcome {
        self.command(&tool.program, arguments)
    }

    /// Runs a command that must succeed, and returns its standard output.
    pub fn succeed(&self, tool: &Tool, arguments: &[&str]) -> String {
        let outcome = self.run(tool, arguments);
        assert_eq!(outcome.code, Some(0), "{} {} failed: {outcome:#?}", tool.name, arguments.join(" "));
        outcome.stdout
    }

    /// Runs a Python program of the oracle, with the project's folder as its own.
    pub fn python(&self, code: &str) {
        let outcome = self.command(&oracle("python"), &["-c", code]);
        assert_eq!(outcome.code, Some(0), "Python failed: {outcome:#?}");
    }

    fn command(&self, program: &Path, arguments: &[&str]) -> Outcome {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("ALEMBIC_CONFIG")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .output()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        Outcome { code: output.status.code(), stdout: self.text(&output.stdout), stderr: self.text(&output.stderr) }
    }

    fn text(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_vec()).expect("output is UTF-8");
        let real = self.folder.path().canonicalize().expect("the project's folder exists");
        text.replace(&*real.to_string_lossy(), "PROJECT").replace(&*self.folder.path().to_string_lossy(), "PROJECT")
    }
}

/// Copies what the repository holds: no compiled Python, and no database that someone tried the example with.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder of the copy");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = entry.expect("an entry of the example").path();
        let name = path.file_name().expect("an entry has a name").to_owned();
        if path.is_dir() {
            if name == "data" {
                fs::create_dir(to.join(name)).expect("the data folder");
            } else if name != "__pycache__" {
                copy(&path, &to.join(name));
            }
        } else if path.extension() != Some(OsStr::new("pyc")) {
            fs::copy(&path, to.join(name)).expect("a file of the copy");
        }
    }
}
