//! A session with the server through `psql`, as a [`Catalogue`].

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use limbeck_core::expression::Literal;
use limbeck_dialect::{Catalogue, DialectError};
use limbeck_testkit::postgres::Server;
use serde_json::Value;

const MARK: &str = "limbeck-end-of-answer";

/// One session.
pub struct Session {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    /// How many queries were asked.
    pub asked: usize,
}

impl Session {
    /// A session with a new database, after a script.
    pub fn with(script: &str) -> Self {
        let server = Server::shared();
        let database = server.database();
        database.psql(script);
        let mut command = server.client("psql");
        command
            .args(["-X", "-q", "-A", "-t", "-d", database.name()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().expect("psql starts");
        let (to, from) = (child.stdin.take().expect("its input"), child.stdout.take().expect("its output"));
        Session { child, to, from: BufReader::new(from), asked: 0 }
    }

    /// Runs a statement; its rows come as lines.
    pub fn run(&mut self, sql: &str) -> Result<Vec<String>, DialectError> {
        self.asked += 1;
        let failed = |error: std::io::Error| DialectError::Database(format!("psql: {error}"));
        writeln!(self.to, "{sql}\n;\n\\echo {MARK} :ERROR :LAST_ERROR_MESSAGE").map_err(failed)?;
        self.to.flush().map_err(failed)?;
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if self.from.read_line(&mut line).map_err(failed)? == 0 {
                return Err(DialectError::Database("psql has ended".into()));
            }
            let line = line.trim_end_matches('\n');
            match line.strip_prefix(MARK) {
                None => lines.push(line.to_owned()),
                Some(end) => {
                    return match end.trim_start().strip_prefix("true ") {
                        Some(message) => Err(DialectError::Database(message.to_owned())),
                        None => Ok(lines),
                    };
                }
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = writeln!(self.to, "\\q");
        let _ = self.child.wait();
    }
}

impl Catalogue for Session {
    fn query(&mut self, sql: &str) -> Result<Vec<Vec<Literal>>, DialectError> {
        if !(sql.starts_with("SELECT") || sql.starts_with("WITH")) {
            return self.run(sql).map(|_| Vec::new());
        }
        // Each row as an array, also where two columns have one name.
        let lines = self.run(&format!(
            "SELECT (SELECT pg_catalog.json_agg(e.value) FROM pg_catalog.json_each(pg_catalog.row_to_json(q)) e)::text FROM (\n{sql}\n) q"
        ))?;
        lines.iter().filter(|line| !line.is_empty()).map(|line| row(line)).collect()
    }
}

fn row(line: &str) -> Result<Vec<Literal>, DialectError> {
    let values: Vec<Value> =
        serde_json::from_str(line).map_err(|error| DialectError::Database(format!("{error}: {line}")))?;
    Ok(values.into_iter().map(value).collect())
}

fn value(value: Value) -> Literal {
    match value {
        Value::Null => Literal::Null,
        Value::Bool(value) => Literal::Bool(value),
        Value::Number(number) => number.as_i64().map_or_else(|| Literal::Decimal(number.to_string()), Literal::Int),
        Value::String(text) => Literal::Text(text),
        Value::Array(values) => Literal::List(values.into_iter().map(self::value).collect()),
        other => Literal::Json(other.to_string()),
    }
}
