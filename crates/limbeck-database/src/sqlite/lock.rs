//! The run lock: an advisory lock of the operating system on a file beside the database.
//!
//! The lock goes with its process, however that ends. The file is only a place to lock and to say who holds it; it is removed
//! when the lock is released. Another process may have opened it just before: after locking, everybody checks that the file it
//! locked is still the one of that name, and starts again when it is not.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::{DatabaseError, ErrorKind, RunLock, Taking};

/// The lock, held while there is a file.
pub(super) struct FileLock {
    file: Option<File>,
    path: PathBuf,
}

impl FileLock {
    /// The lock of a database file.
    pub(super) fn new(database: &Path) -> Self {
        let mut name = database.as_os_str().to_owned();
        name.push("-limbeck");
        FileLock { file: None, path: PathBuf::from(name) }
    }
}

impl RunLock for FileLock {
    fn try_take(&mut self) -> Result<Taking, DatabaseError> {
        loop {
            let mut file = open(&self.path)?;
            match file.try_lock() {
                Ok(()) if is_still_there(&file, &self.path) => {
                    // Who holds it is a courtesy; the lock holds without it.
                    let _ = sign(&mut file);
                    self.file = Some(file);
                    return Ok(Taking::Taken);
                }
                // Removed by the one who had it before: the lock is on a file that nobody else will find.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(Taking::HeldBy(holder(&mut file))),
                Err(TryLockError::Error(e)) => return Err(failed(&self.path, &e)),
            }
        }
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        let Some(file) = self.file.take() else { return };
        // Removed while the lock is held, so that whoever locks this file next finds that it is gone.
        if cfg!(unix) && is_still_there(&file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
        let _ = file.unlock();
    }
}

fn open(path: &Path) -> Result<File, DatabaseError> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(|e| failed(path, &e))
}

fn failed(path: &Path, cause: &std::io::Error) -> DatabaseError {
    DatabaseError::new(ErrorKind::Operational, format!("the run lock {} cannot be taken: {cause}", path.display()))
        .with_help("the directory of the database must be writable: SQLite itself needs that too")
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(ours), Ok(named)) => (ours.dev(), ours.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// Where an open file cannot be removed, it is not, and so it is always the one of that name.
#[cfg(not(unix))]
fn is_still_there(_file: &File, _path: &Path) -> bool {
    true
}

fn sign(file: &mut File) -> std::io::Result<()> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    file.set_len(0)?;
    file.rewind()?;
    write!(file, "pid {}\nsince {}\n", std::process::id(), utc(seconds))?;
    file.flush()
}

/// ` (process 123, since 2026-01-02 03:04:05 UTC)`, or nothing when it is not known.
fn holder(file: &mut File) -> String {
    let mut text = String::new();
    // Nobody writes more than a line or two here; a stranger's file is not read whole.
    if file.take(200).read_to_string(&mut text).is_err() {
        return String::new();
    }
    let field = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
    match (field("pid "), field("since ")) {
        (Some(pid), Some(since)) if pid.bytes().all(|b| b.is_ascii_digit()) => {
            format!(" (process {pid}, since {since})")
        }
        _ => String::new(),
    }
}

/// A moment as text. Days to dates by Howard Hinnant's `civil_from_days`.
fn utc(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let z = days + 719_468;
    let era = z / 146_097;
    let doe = z % 146_097;
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02} UTC", rest / 3600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        assert_eq!(utc(0), "1970-01-01 00:00:00 UTC");
        assert_eq!(utc(1_709_210_096), "2024-02-29 12:34:56 UTC");
        assert_eq!(utc(1_767_225_599), "2025-12-31 23:59:59 UTC");
    }
}
