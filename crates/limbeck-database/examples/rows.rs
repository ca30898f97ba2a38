//! Shows the rows of a query on a SQLite file, for `make demo`: a machine need not have the sqlite3 command.
//!
//! `rows FILE QUERY`; nothing is written, and a file that does not exist is an error.

use std::process::ExitCode;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, query] = arguments.as_slice() else {
        eprintln!("usage: rows FILE QUERY");
        return ExitCode::from(2);
    };
    match table(file, query) {
        Ok(lines) => {
            print!("{lines}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("rows: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The result as text: a line of column names, a rule, then one line a row.
fn table(file: &str, query: &str) -> rusqlite::Result<String> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut statement = connection.prepare(query)?;
    let names: Vec<String> = statement.column_names().iter().map(|name| (*name).to_owned()).collect();
    let mut lines = vec![names.clone()];
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        lines.push((0..names.len()).map(|column| row.get_ref(column).map(shown)).collect::<Result<_, _>>()?);
    }

    let widths: Vec<usize> = (0..names.len())
        .map(|column| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0))
        .collect();
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect();
    lines.insert(1, rule);
    Ok(lines
        .iter()
        .map(|line| {
            let cells: Vec<String> =
                line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}", width = *width)).collect();
            format!("{}\n", cells.join("  ").trim_end())
        })
        .collect())
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "NULL".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}
