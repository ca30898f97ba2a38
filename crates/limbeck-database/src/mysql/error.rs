//! What a server answers when it refuses, in the form that PyMySQL and mysqlclient give it, and the DB-API kind.

use std::io;

use mysql_common::packets::ServerError;

use crate::{DatabaseError, ErrorKind};

/// Nothing but a comment.
pub(super) const EMPTY_QUERY: u16 = 1065;
/// The server chose this transaction and rolled it back.
const DEADLOCK: u16 = 1213;

/// The answer with its number before it: `(1146, "Table 'd.t' doesn't exist")`.
pub(super) fn refusal(error: &ServerError<'_>) -> DatabaseError {
    let number = error.error_code();
    let message = error.message_str();
    let quote = if message.contains('\'') && !message.contains('"') { '"' } else { '\'' };
    let shown = if quote == '\'' { message.replace('\'', "\\'") } else { message.into_owned() };
    let found = DatabaseError::new(kind(number), format!("({number}, {quote}{shown}{quote})"))
        .with_code(&error.sql_state_ref().map_or_else(String::new, |state| state.as_str().into_owned()));
    match help(number) {
        Some(help) => found.with_help(help),
        None => found,
    }
}

/// Whether the whole transaction is gone with the statement.
pub(super) fn rolls_back(number: u16) -> bool {
    number == DEADLOCK
}

/// As PyMySQL maps them, with the newer numbers beside their like.
fn kind(number: u16) -> ErrorKind {
    match number {
        1007 | 1064 | 1065 | 1102 | 1103 | 1110 | 1111 | 1112 | 1113 | 1146 | 1149 | 1166 | 1179 => {
            ErrorKind::Programming
        }
        1171 | 1230 | 1263 | 1264 | 1265 | 1366 | 1367 | 1406 | 1441 => ErrorKind::Data,
        1048 | 1062 | 1215 | 1216 | 1217 | 1451 | 1452 => ErrorKind::Integrity,
        1196 | 1235 | 1286 | 1289 => ErrorKind::NotSupported,
        number if number < 1000 => ErrorKind::Internal,
        _ => ErrorKind::Operational,
    }
}

fn help(number: u16) -> Option<&'static str> {
    Some(match number {
        1040 | 1203 => "the server has no connection left for us; see SHOW PROCESSLIST, then run again",
        1044 | 1045 | 1698 => {
            "are the user, the password and the database of the URL right, and may this user come from here?"
        }
        1049 => "create it first: CREATE DATABASE; limbeck creates tables, not databases",
        1205 => "somebody else holds the lock that the statement needs; see SHOW PROCESSLIST, then run again",
        DEADLOCK => "run again; the transaction that was chosen was rolled back",
        1290 | 1792 | 1836 => "this server is read-only (a replica?); connect to the primary",
        1927 | 1053 | 3169 | 4031 => LOST,
        _ => return None,
    })
}

const LOST: &str = "the server rolls back what was not committed, but a change of the schema is committed by itself; \
                    `limbeck current` tells where the database is";

/// A connection that failed, not a statement.
pub(super) fn broken(error: &io::Error) -> DatabaseError {
    DatabaseError::new(ErrorKind::Operational, format!("the connection to the server was lost: {error}"))
        .with_help(LOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_python_shows_them() {
        let shown = |number, text: &'static str| refusal(&ServerError::new(number, None, text.as_bytes())).message;
        assert_eq!(shown(1146, "Table 'd.t' doesn't exist"), "(1146, \"Table 'd.t' doesn't exist\")");
        assert_eq!(shown(1064, "near \"'x'\""), "(1064, 'near \"\\'x\\'\"')");
    }
}
