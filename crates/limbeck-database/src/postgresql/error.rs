//! What a server answers when it refuses, in psql's form, and the DB-API kind that psycopg2 gives it.

use std::io;

use fallible_iterator::FallibleIterator;
use postgres_protocol::message::backend::ErrorFields;

use crate::{DatabaseError, ErrorKind};

/// The fields of an error or a notice.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Fields {
    pub severity: String,
    pub code: String,
    pub message: String,
    pub detail: Option<String>,
    pub hint: Option<String>,
    pub position: Option<usize>,
    pub internal_query: Option<String>,
    pub internal_position: Option<usize>,
    pub context: Option<String>,
}

impl Fields {
    pub fn read(mut fields: ErrorFields<'_>) -> Fields {
        let mut found = Fields::default();
        while let Ok(Some(field)) = fields.next() {
            // Before the encoding is settled, a server may speak its own.
            let text = String::from_utf8_lossy(field.value_bytes()).into_owned();
            match field.type_() {
                b'S' if found.severity.is_empty() => found.severity = text,
                // Never translated.
                b'V' => found.severity = text,
                b'C' => found.code = text,
                b'M' => found.message = text,
                b'D' => found.detail = Some(text),
                b'H' => found.hint = Some(text),
                b'P' => found.position = text.parse().ok(),
                b'q' => found.internal_query = Some(text),
                b'p' => found.internal_position = text.parse().ok(),
                b'W' => found.context = Some(text),
                _ => {}
            }
        }
        found
    }

    /// The message with everything that helps, as psql prints it.
    pub fn text(&self, statement: &str) -> String {
        let mut out = self.message.clone();
        let place = match (self.position, &self.internal_query, self.internal_position) {
            (Some(position), _, _) => excerpt(statement, position),
            (None, Some(query), Some(position)) => excerpt(query, position),
            _ => None,
        };
        if let Some(place) = place {
            out.push_str(&format!("\n{place}"));
        }
        let query = self.internal_query.as_ref().filter(|_| self.position.is_none());
        let more =
            [("DETAIL", &self.detail), ("HINT", &self.hint), ("QUERY", &query.cloned()), ("CONTEXT", &self.context)]
                .map(|(name, text)| text.as_ref().map(|text| format!("\n{name}:  {text}")));
        out.extend(more.into_iter().flatten());
        out
    }

    pub fn error(&self, statement: Option<&str>) -> DatabaseError {
        let error =
            DatabaseError::new(kind(&self.code), self.text(statement.unwrap_or_default())).with_code(&self.code);
        match help(&self.code).map(str::to_owned).or_else(|| self.help_with_type()) {
            Some(help) => error.with_help(help),
            None => error,
        }
    }

    /// A type that is missing, or left over: `type "mood" does not exist`.
    fn help_with_type(&self) -> Option<String> {
        let name = self.message.strip_prefix("type \"")?.split('"').next()?;
        let extension = match name {
            "citext" | "hstore" | "ltree" | "vector" => Some(name),
            "geometry" | "geography" => Some("postgis"),
            _ => None,
        };
        match self.code.as_str() {
            "42704" if extension.is_some() => Some(format!(
                "it comes with an extension: op.execute(\"CREATE EXTENSION IF NOT EXISTS {}\")",
                extension.unwrap_or_default()
            )),
            "42704" => Some(format!(
                "an enum is made first: sa.Enum(..., name=\"{name}\").create(op.get_bind(), checkfirst=True)"
            )),
            "42710" => Some(format!(
                "if a downgrade left it, drop it there: sa.Enum(name=\"{name}\").drop(op.get_bind(), checkfirst=True); if it is meant to be \
                 there, say create_type=False"
            )),
            _ => None,
        }
    }
}

/// How much of a line is shown on either side of its fault.
const AROUND: usize = 60;

/// `LINE 2: ...` with a mark below the fault; `position` counts characters from 1.
fn excerpt(statement: &str, position: usize) -> Option<String> {
    let before: String = statement.chars().take(position.checked_sub(1)?).collect();
    let rest = statement.get(before.len()..)?;
    let number = before.matches('\n').count() + 1;
    let start = before.rsplit('\n').next().unwrap_or_default();
    let end = rest.lines().next().unwrap_or_default();
    let from = start.chars().count().saturating_sub(AROUND);
    let shown: String = start.chars().skip(from).collect::<String>() + &end.chars().take(AROUND).collect::<String>();
    let shown = shown.replace('\t', " ");
    let (left, right) = (if from > 0 { "..." } else { "" }, if end.chars().count() > AROUND { "..." } else { "" });
    let head = format!("LINE {number}: {left}");
    let width = head.chars().count() + start.chars().count() - from;
    Some(format!("{head}{}{right}\n{}^", shown.trim_end(), " ".repeat(width)))
}

/// By the class of the SQLSTATE, as psycopg2 maps it.
fn kind(code: &str) -> ErrorKind {
    match code.get(..2).unwrap_or_default() {
        "0A" => ErrorKind::NotSupported,
        "20" | "21" | "3D" | "3F" | "42" | "44" => ErrorKind::Programming,
        "22" => ErrorKind::Data,
        "23" => ErrorKind::Integrity,
        "08" | "26" | "27" | "28" | "34" | "40" | "53" | "54" | "55" | "57" | "58" | "HV" => ErrorKind::Operational,
        "24" | "25" | "2B" | "2D" | "2F" | "38" | "39" | "3B" | "F0" | "P0" | "XX" => ErrorKind::Internal,
        _ => ErrorKind::Database,
    }
}

fn help(code: &str) -> Option<&'static str> {
    Some(match code {
        "25001" => {
            "this statement cannot run inside a transaction: put it into `with op.get_context().autocommit_block():`"
        }
        "55P03" => "somebody else holds the lock that the statement needs; see pg_stat_activity, then run again",
        "55P04" => {
            "a new enum value can be used after its ADD VALUE is committed: put that into an autocommit_block(), or into a revision of its own"
        }
        "40P01" => "run again; the transaction that was chosen was rolled back",
        "25006" => "this server is read-only (a replica?); connect to the primary",
        _ => return None,
    })
}

/// A connection that failed, not a statement.
pub(super) fn broken(error: &io::Error) -> DatabaseError {
    DatabaseError::new(ErrorKind::Operational, format!("the connection to the server was lost: {error}"))
        .with_help("the server has rolled back what was not committed; `limbeck current` tells where the database is")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_marked_in_its_line() {
        assert_eq!(excerpt("SELECT 1,\n  é FROM x", 13).unwrap(), "LINE 2:   é FROM x\n          ^");
        assert_eq!(excerpt("SELEC 1", 1).unwrap(), "LINE 1: SELEC 1\n        ^");
        assert_eq!(excerpt("SELECT", 7).unwrap(), "LINE 1: SELECT\n              ^");
        assert_eq!(excerpt("SELECT", 99), Some("LINE 1: SELECT\n              ^".into()));
        assert_eq!(excerpt("SELECT", 0), None);
        let long = format!("SELECT {} x {}", "a".repeat(90), "b".repeat(90));
        let shown = excerpt(&long, 99).unwrap();
        let (line, mark) = shown.split_once('\n').unwrap();
        assert_eq!(line.chars().nth(mark.len() - 1), Some('x'));
        assert!(line.len() < 150 && line.contains("..."));
    }
}
