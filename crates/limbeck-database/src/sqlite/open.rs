//! From a URL to an open database, by the rules of SQLAlchemy's pysqlite dialect.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::OpenFlags;

use super::error;
use crate::{DatabaseError, ErrorKind, Url};

/// Options that Python's `sqlite3.connect` takes; the others belong to SQLite's own `file:` URI.
const CONNECT_OPTIONS: [&str; 6] =
    ["uri", "timeout", "isolation_level", "detect_types", "check_same_thread", "cached_statements"];

/// Python's `sqlite3.connect` waits this long for a lock unless told otherwise.
const DEFAULT_TIMEOUT: f64 = 5.0;

/// What is to be opened, and how.
pub(super) struct Target {
    name: Name,
    pub(super) busy_timeout: Duration,
}

enum Name {
    Memory,
    File(PathBuf),
    Uri(String),
}

impl Target {
    pub(super) fn of(url: &Url, base: Option<&Path>) -> Result<Target, DatabaseError> {
        if url.host().is_some() || url.username().is_some() || url.port().is_some() {
            let help =
                "valid forms are sqlite:// (in memory), sqlite:///relative/path.db and sqlite:////absolute/path.db";
            let message = format!("Invalid SQLite URL: {url}");
            return Err(DatabaseError::new(ErrorKind::Programming, message).with_help(help));
        }
        let seconds = match url.query_value("timeout") {
            Some(text) => text.parse::<f64>().ok().filter(|s| (0.0..1e6).contains(s)).ok_or_else(|| {
                let message = "the option timeout of the SQLite URL is not a number of seconds";
                DatabaseError::new(ErrorKind::Programming, message)
            })?,
            None => DEFAULT_TIMEOUT,
        };
        let database = url.database().unwrap_or("");
        let name = if url.query_value("uri").is_some_and(truth) {
            Name::Uri(uri(url, database, base))
        } else if database.is_empty() || database == ":memory:" {
            Name::Memory
        } else {
            ignored_options(url);
            Name::File(base.map_or_else(|| PathBuf::from(database), |base| base.join(database)))
        };
        Ok(Target { name, busy_timeout: Duration::from_secs_f64(seconds) })
    }

    pub(super) fn open(&self) -> Result<rusqlite::Connection, DatabaseError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        match &self.name {
            Name::Memory => rusqlite::Connection::open_in_memory().map_err(|e| error::convert(e, None)),
            Name::File(path) => {
                rusqlite::Connection::open_with_flags(path, flags).map_err(|e| cannot_open(e, Some(path)))
            }
            Name::Uri(uri) => rusqlite::Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)
                .map_err(|e| cannot_open(e, None)),
        }
    }
}

/// SQLAlchemy's reading of a true value in a URL.
fn truth(text: &str) -> bool {
    matches!(text.trim().to_ascii_lowercase().as_str(), "true" | "t" | "yes" | "on" | "y" | "1")
}

/// The `file:` URI with the options that are SQLite's own.
fn uri(url: &Url, database: &str, base: Option<&Path>) -> String {
    let mut out = match (database.strip_prefix("file:"), base) {
        (Some(rest), Some(base)) if !rest.starts_with('/') && !rest.starts_with(":memory:") => {
            format!("file:{}", base.join(rest).display())
        }
        _ => database.to_owned(),
    };
    let mut options: Vec<_> = url.query().iter().filter(|(k, _)| !CONNECT_OPTIONS.contains(&k.as_str())).collect();
    options.sort();
    for (index, (key, value)) in options.into_iter().enumerate() {
        out.push(if index == 0 { '?' } else { '&' });
        out.push_str(&format!("{key}={value}"));
    }
    out
}

fn ignored_options(url: &Url) {
    for (key, _) in url.query().iter().filter(|(k, _)| !CONNECT_OPTIONS.contains(&k.as_str())) {
        log::warn!("the option {key} of the SQLite URL has no effect without uri=true");
    }
}

/// SQLite only says "unable to open database file"; what is in the way can be seen.
fn cannot_open(cause: rusqlite::Error, path: Option<&Path>) -> DatabaseError {
    let found = error::convert(cause, None);
    let Some(path) = path else { return found };
    // rusqlite adds the path to the message; SQLAlchemy's message is SQLite's own.
    let found = DatabaseError { message: "unable to open database file".into(), ..found };
    match obstacle(path) {
        Some(help) => found.with_help(help),
        None => found,
    }
}

fn obstacle(path: &Path) -> Option<String> {
    if path.is_dir() {
        return Some(format!("{} is a directory; name a file in it", path.display()));
    }
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match std::fs::metadata(parent) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            Some(format!("the directory {} does not exist; make it first", parent.display()))
        }
        Err(e) => Some(format!("the directory {} cannot be reached: {e}", parent.display())),
        Ok(found) if !found.is_dir() => Some(format!("{} is not a directory", parent.display())),
        Ok(_) => match std::fs::File::open(path) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                Some(format!("the database {} cannot be made: its directory cannot be written", path.display()))
            }
            Err(e) => Some(format!("{}: {e}", path.display())),
            Ok(_) => None,
        },
    }
}
