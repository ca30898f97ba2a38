//! limbeck as a process that is watched, signalled and killed.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::Project;

/// Longer than any machine needs; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A limbeck that runs, and the pipe that its messages come through. A failed test leaves nothing running.
pub struct Running {
    child: Child,
    stderr: BufReader<ChildStderr>,
    seen: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    /// Starts it.
    pub fn start(project: &Project, arguments: &[&str]) -> Self {
        Self::start_command(&mut project.command(arguments))
    }

    /// Starts a command that was prepared.
    pub fn start_command(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("limbeck starts");
        let stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        Running { child, stderr, seen: String::new() }
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for a line of the log.
    pub fn line(&mut self, part: &str) -> String {
        loop {
            let mut line = String::new();
            assert!(self.stderr.read_line(&mut line).expect("a line") > 0, "ended before {part:?}: {}", self.seen);
            self.seen.push_str(&line);
            if line.contains(part) {
                return line;
            }
        }
    }

    /// Waits for a line of the log.
    pub fn until(&mut self, part: &str) -> &mut Self {
        self.line(part);
        self
    }

    /// Sends a signal by its short name.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        // A process that has ended meanwhile cannot be signalled: that is one of the points.
        let _ = Command::new("kill")
            .args([&format!("-{name}"), &self.child.id().to_string()])
            .stderr(Stdio::null())
            .status();
        self
    }

    /// Whether it has not ended.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("its state").is_none()
    }

    /// Kills it, and waits until it is gone.
    pub fn kill(mut self) -> String {
        self.child.kill().expect("SIGKILL");
        self.end().1
    }

    /// Waits for the end, which must come soon: the status, and all of standard error.
    pub fn end(mut self) -> (ExitStatus, String) {
        let end = Instant::now() + PATIENCE;
        let status = loop {
            match self.child.try_wait().expect("its state") {
                Some(status) => break status,
                None if Instant::now() > end => panic!("it did not stop: {}", self.seen),
                None => std::thread::sleep(Duration::from_millis(1)),
            }
        };
        self.stderr.read_to_string(&mut self.seen).expect("the rest");
        (status, std::mem::take(&mut self.seen))
    }
}
