//! Who made a file last, from git when the file is in a repository.

use std::path::Path;
use std::process::{Command, Stdio};

/// `by NAME on DATE`, or `not committed`; `None` without git and outside of a repository.
pub fn last_author(file: &Path) -> Option<String> {
    let folder = file.parent()?;
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["log", "-1", "--format=by %an on %as", "--"])
        .arg(file)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Some(if text.is_empty() { "not committed".into() } else { text })
}
