//! SQLite's result codes as Python's `sqlite3` names them.

use std::path::PathBuf;

use rusqlite::ffi;

use crate::{DatabaseError, ErrorKind};

/// The error with its DB-API kind, SQLite's own message, and the way out where one is known. `file` is the database's file
/// (`None` inside: in memory) when it is open.
pub(super) fn convert(error: rusqlite::Error, file: Option<&Option<PathBuf>>) -> DatabaseError {
    let (code, message) = match &error {
        rusqlite::Error::SqliteFailure(failure, message) => (failure.extended_code, message.clone()),
        rusqlite::Error::SqlInputError { error, msg, .. } => (error.extended_code, Some(msg.clone())),
        other => return DatabaseError::new(ErrorKind::Programming, other.to_string()),
    };
    let message = message.unwrap_or_else(|| ffi::code_to_str(code).to_owned());
    let found = DatabaseError::new(kind(code & 0xff), message);
    match help(code & 0xff, file) {
        Some(help) => found.with_help(help),
        None => found,
    }
}

/// CPython's `_sqlite/util.c`, `get_exception_class`.
fn kind(code: i32) -> ErrorKind {
    match code {
        ffi::SQLITE_INTERRUPT => ErrorKind::Interrupted,
        ffi::SQLITE_ERROR
        | ffi::SQLITE_PERM
        | ffi::SQLITE_ABORT
        | ffi::SQLITE_BUSY
        | ffi::SQLITE_LOCKED
        | ffi::SQLITE_READONLY
        | ffi::SQLITE_IOERR
        | ffi::SQLITE_FULL
        | ffi::SQLITE_CANTOPEN
        | ffi::SQLITE_PROTOCOL
        | ffi::SQLITE_EMPTY
        | ffi::SQLITE_SCHEMA
        | ffi::SQLITE_NOMEM => ErrorKind::Operational,
        ffi::SQLITE_TOOBIG => ErrorKind::Data,
        ffi::SQLITE_CONSTRAINT | ffi::SQLITE_MISMATCH => ErrorKind::Integrity,
        ffi::SQLITE_MISUSE | ffi::SQLITE_RANGE => ErrorKind::Programming,
        _ => ErrorKind::Database,
    }
}

fn help(code: i32, file: Option<&Option<PathBuf>>) -> Option<String> {
    let name = || match file {
        Some(Some(path)) => path.display().to_string(),
        _ => "the database".to_owned(),
    };
    Some(match code {
        ffi::SQLITE_NOTADB => format!("{} is not a SQLite database; check the path of the URL", name()),
        ffi::SQLITE_BUSY => format!(
            "another process is writing to {}; wait for it to end, or add ?timeout=SECONDS to the URL to wait longer",
            name()
        ),
        ffi::SQLITE_READONLY => format!("{} or its directory cannot be written", name()),
        ffi::SQLITE_FULL => format!("there is no room left where {} is", name()),
        ffi::SQLITE_CORRUPT => format!("{} is damaged; restore it from a backup", name()),
        _ => return None,
    })
}
