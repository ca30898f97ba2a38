//! The two tools, and private copies of the example projects to run them on.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use limbeck_testkit::oracle;
use tempfile::TempDir;

use crate::Example;
use crate::content::Content;
use crate::database::{Database, Kind};

/// A program that understands Alembic's command line.
#[derive(Clone, Debug)]
pub struct Tool {
    /// How messages of a failed test call it.
    pub name: &'static str,
    /// The file.
    pub program: PathBuf,
}

impl Tool {
    /// The binary that this build made.
    pub fn limbeck() -> Self {
        Self { name: "limbeck", program: env!("CARGO_BIN_EXE_limbeck").into() }
    }

    /// Real Alembic.
    pub fn alembic() -> Self {
        Self { name: "alembic", program: oracle::alembic() }
    }
}

/// What a command did.
#[derive(Debug)]
pub struct Outcome {
    /// The exit code.
    pub code: Option<i32>,
    /// Standard output, the project's own folder written as `PROJECT` and its database as `SERVER/DATABASE`.
    pub stdout: String,
    /// Standard error, likewise.
    pub stderr: String,
}

impl Outcome {
    /// Which revisions were run, in their order: the log lines that say so.
    pub fn steps(&self) -> Vec<&str> {
        let lines = self.stderr.lines();
        lines.filter(|line| line.starts_with("INFO  [alembic.runtime.migration] Running ")).collect()
    }
}

/// A copy of an example in a temporary folder, with an empty database of its own.
pub struct Project {
    folder: TempDir,
    database: Database,
    environment: Vec<(String, String)>,
}

impl Project {
    /// A fresh copy.
    pub fn new(example: &Example, kind: Kind) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(example.name);
        copy(&source, folder.path());
        // The orchestrator's URL is in its ini; the others take theirs from the environment.
        let own = folder.path().join("data");
        let file = if own.is_dir() { own.join("orchestrator.db") } else { folder.path().join("example.db") };
        let database = Database::new(kind, &file);
        let driver = match (kind, example.name) {
            (Kind::Sqlite, _) => "aiosqlite",
            (Kind::Postgresql, "clawbot-coordinator") => "asyncpg",
            (Kind::Postgresql, _) => "psycopg2",
        };
        let mut environment = vec![("DATABASE_URL".to_owned(), database.url(driver))];
        if kind == Kind::Postgresql {
            environment.push(("PSQL_URL".to_owned(), database.postgresql().url()));
        }
        Self { folder, database, environment }
    }

    /// Its database.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// What its database holds.
    #[track_caller]
    pub fn content(&self) -> Content {
        self.database.content()
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Sets the environment of every command that follows, instead of `DATABASE_URL`.
    pub fn set_environment(&mut self, variables: &[(&str, &str)]) {
        self.environment = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    }

    /// Runs a command in the project's folder.
    pub fn run(&self, tool: &Tool, arguments: &[&str]) -> Outcome {
        let mut command = Command::new(&tool.program);
        command.args(arguments);
        self.outcome(command)
    }

    /// Runs a command that must succeed.
    #[track_caller]
    pub fn succeed(&self, tool: &Tool, arguments: &[&str]) -> Outcome {
        let outcome = self.run(tool, arguments);
        assert_eq!(outcome.code, Some(0), "{} {} failed: {outcome:#?}", tool.name, arguments.join(" "));
        outcome
    }

    /// Runs a Python program of the oracle, with the project's folder as its own.
    #[track_caller]
    pub fn python(&self, code: &str) -> String {
        let mut command = Command::new(oracle::program("python"));
        command.args(["-c", code]);
        let outcome = self.outcome(command);
        assert_eq!(outcome.code, Some(0), "Python failed: {outcome:#?}");
        outcome.stdout
    }

    /// Runs a line of shell, in which `limbeck` is the tool and `python` is the oracle's.
    pub fn shell(&self, tool: &Tool, line: &str) -> Outcome {
        let bin = self.folder.path().join(".bin");
        if !bin.is_dir() {
            fs::create_dir(&bin).expect("a folder for programs");
        }
        for (name, target) in [("limbeck", tool.program.clone()), ("cargo", cargo(&bin))] {
            let link = bin.join(name);
            let _ = fs::remove_file(&link);
            std::os::unix::fs::symlink(target, link).expect("a link to a program");
        }
        let python = oracle::program("python");
        let mut path = vec![bin, python.parent().expect("a program is in a folder").to_owned()];
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let mut command = Command::new("sh");
        command.args(["-c", line]).env("PATH", std::env::join_paths(path).expect("folders of programs"));
        self.outcome(command)
    }

    fn outcome(&self, mut command: Command) -> Outcome {
        for name in ["ALEMBIC_CONFIG", "ALEMBIC_DATABASE_URL", "ALEMBIC", "DATABASE_URL"] {
            command.env_remove(name);
        }
        for name in ["DB_USER", "DB_PASSWORD", "DB_HOST", "DB_PORT", "DB_NAME", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"] {
            command.env_remove(name);
        }
        let output = command
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(self.folder.path())
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        Outcome { code: output.status.code(), stdout: self.text(&output.stdout), stderr: self.text(&output.stderr) }
    }

    fn text(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_vec()).expect("output is UTF-8");
        let real = self.folder.path().canonicalize().expect("the project's folder exists");
        let text = text.replace(&*real.to_string_lossy(), "PROJECT");
        self.database.hide(&text.replace(&*self.folder.path().to_string_lossy(), "PROJECT"))
    }
}

/// What README commands find as `cargo`: the copy of the example is outside the workspace, and the program is built already.
fn cargo(bin: &Path) -> PathBuf {
    let built = Path::new(env!("CARGO_BIN_EXE_limbeck")).with_file_name("myagent");
    let script = format!(
        "#!/bin/sh\ncase \"$*\" in\n\
         \"run --package myagent\") exec '{}' ;;\n\
         \"test --package myagent\") ;; # a test program of its own, which runs beside this one\n\
         *) echo \"cargo $*: not known here\" >&2; exit 1 ;;\nesac\n",
        built.display()
    );
    let file = bin.join("cargo.sh");
    fs::write(&file, script).expect("a script");
    fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("a script that can be run");
    file
}

/// Runs a command with a text as its input; it must succeed.
#[track_caller]
pub fn feed(command: &mut Command, input: &str) {
    let mut child =
        command.stdin(Stdio::piped()).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("a program starts");
    child.stdin.take().expect("it is piped").write_all(input.as_bytes()).expect("the input is read");
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success(), "{command:?}: {}\n{input}", String::from_utf8_lossy(&output.stderr));
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
