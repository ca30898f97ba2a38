//! A server's process and folder, kept by a shell script that outlives nobody.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Who runs the server when root runs the tests: servers refuse root.
const NOBODY: u32 = 65534;

/// The folder of a server that is to be started.
pub(crate) struct Folder {
    path: PathBuf,
    files: Vec<PathBuf>,
}

impl Folder {
    pub fn new(prefix: &str) -> Folder {
        let path = tempfile::Builder::new().prefix(prefix).tempdir().expect("a temporary folder").keep();
        Folder { files: vec![path.clone()], path }
    }

    pub fn shown(&self) -> String {
        self.path.display().to_string()
    }

    pub fn write(&mut self, name: &str, text: &str) {
        let path = self.path.join(name);
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        // Servers refuse a private key, or settings, that others may touch.
        fs::set_permissions(&path, PermissionsExt::from_mode(0o600)).expect("it is ours");
        self.files.push(path);
    }
}

/// A running server: a script that waits with it, stops it and removes its folder once the script's standard input ends, however this
/// process ends.
#[derive(Debug)]
pub(crate) struct Keeper {
    child: Child,
    said: Mutex<BufReader<ChildStdout>>,
    folder: PathBuf,
}

impl Keeper {
    /// Runs `script`, which is given the folder and `arguments`, and waits for its `ready`. The error is what it says instead.
    pub fn start(script: &str, folder: Folder, arguments: &[&OsStr]) -> Result<Keeper, String> {
        let mut child = as_ordinary_user(&folder.files, Path::new("sh"))
            // Whoever kills the tests with all their processes leaves it to clean up.
            .process_group(0)
            .args(["-c", script, "sh"])
            .arg(&folder.path)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("sh starts");
        let said = Mutex::new(BufReader::new(child.stdout.take().expect("it is piped")));
        let mut keeper = Keeper { child, said, folder: folder.path };
        let line = keeper.line();
        if line.trim() == "ready" {
            return Ok(keeper);
        }
        let mut rest = String::new();
        let _ = keeper.said.get_mut().unwrap_or_else(PoisonError::into_inner).read_to_string(&mut rest);
        Err(line + &rest)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Tells the script to do something, and waits until it says that it is done.
    pub fn tell(&self, command: &str) {
        let mut input = self.child.stdin.as_ref().expect("it is piped");
        writeln!(input, "{command}").expect("sh listens");
        assert_eq!(self.line().trim(), "done", "{command}");
    }

    /// Reading ends with the script, so there is nothing to wait for by the clock.
    fn line(&self) -> String {
        let mut line = String::new();
        self.said.lock().unwrap_or_else(PoisonError::into_inner).read_line(&mut line).expect("sh is read");
        line
    }
}

/// The script sees the end of its input, stops the server and removes the folder.
impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// A port that is free now.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port()
}

/// Tries again: another program may take the free port before the server does.
pub(crate) fn until_it_starts<S>(name: &str, start: impl Fn() -> Result<S, String>) -> S {
    let mut log = String::new();
    for _ in 0..5 {
        match start() {
            Ok(server) => return server,
            Err(text) => log = text,
        }
    }
    panic!("{name} does not start:\n{log}");
}

/// Runs `program` as somebody who is not root, and gives that user `files`.
pub(crate) fn as_ordinary_user(files: &[PathBuf], program: &Path) -> Command {
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    if !is_root {
        return Command::new(program);
    }
    for file in files {
        std::os::unix::fs::chown(file, Some(NOBODY), Some(NOBODY)).expect("root may give files away");
    }
    let mut command = Command::new("setpriv");
    let id = NOBODY.to_string();
    command.args([&format!("--reuid={id}"), &format!("--regid={id}"), "--clear-groups"]).arg(program).current_dir("/");
    command
}
