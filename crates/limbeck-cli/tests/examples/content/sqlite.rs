//! A SQLite database, line by line.
//!
//! Structure is read through PRAGMAs and not from the text in `sqlite_master`: one table can be written in many ways.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

/// `object ...` for indexes, triggers and views, and `TABLE column ...`, `TABLE row ...` and the like. Fails the test when SQLite
/// finds the file damaged or a foreign key points nowhere.
pub fn parts_of_file(file: &Path) -> Vec<String> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    parts(&connection)
}

/// Runs SQL text on an empty database, and reads what it made.
pub fn parts_of_script(sql: &str) -> Vec<String> {
    let connection = Connection::open_in_memory().expect("a database in memory");
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .and_then(|()| connection.execute_batch(sql))
        .unwrap_or_else(|error| panic!("the offline SQL does not run: {error}\n{sql}"));
    parts(&connection)
}

fn parts(connection: &Connection) -> Vec<String> {
    assert_eq!(query(connection, "PRAGMA integrity_check"), ["'ok'"]);
    assert_eq!(query(connection, "PRAGMA foreign_key_check"), Vec::<String>::new());

    let mut lines = Vec::new();
    // Indexes, triggers and views have no PRAGMA that tells all, so their text counts, with single spaces.
    for line in query(
        connection,
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL",
    ) {
        lines.push(format!("object {}", line.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'";
    for quoted in query(connection, tables) {
        let name = quoted.trim_matches('\'').replace("''", "'");
        table(connection, &name, &mut lines);
    }
    lines
}

fn table(connection: &Connection, name: &str, lines: &mut Vec<String>) {
    let literal = format!("'{}'", name.replace('\'', "''"));
    let mut put = |kind: &str, sql: &str| {
        for line in query(connection, sql) {
            lines.push(format!("{name} {kind} {line}"));
        }
    };
    put("table", &format!("SELECT ncol, wr, strict FROM pragma_table_list({literal})"));
    put(
        "column",
        &format!("SELECT cid, name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo({literal})"),
    );
    // SQLite numbers foreign keys in an order of its own, so a key is told apart by what it says.
    put(
        "foreign key",
        &format!(
            "SELECT \"table\", group_concat(\"from\" || '>' || coalesce(\"to\", '')), on_update, on_delete, \"match\" \
             FROM (SELECT * FROM pragma_foreign_key_list({literal}) ORDER BY id, seq) GROUP BY id"
        ),
    );
    // An index that a constraint made has a generated name, which says nothing.
    put(
        "index",
        &format!(
            "SELECT iif(l.origin = 'c', l.name, ''), l.\"unique\", l.origin, l.partial, \
             (SELECT group_concat(coalesce(x.name, '(expression)') || ' ' || x.\"desc\" || ' ' || x.coll) \
              FROM (SELECT * FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno) AS x) \
             FROM pragma_index_list({literal}) AS l"
        ),
    );
    put("row", &format!("SELECT * FROM \"{}\"", name.replace('"', "\"\"")));
}

/// Each row as SQL literals, so that 1, 1.0, '1' and NULL stay apart.
fn query(connection: &Connection, sql: &str) -> Vec<String> {
    let read = || -> rusqlite::Result<Vec<String>> {
        let mut statement = connection.prepare(sql)?;
        let columns = statement.column_count();
        statement
            .query_map([], |row| {
                let cells: rusqlite::Result<Vec<String>> =
                    (0..columns).map(|column| row.get::<_, Value>(column).map(literal)).collect();
                Ok(cells?.join(", "))
            })?
            .collect()
    };
    read().unwrap_or_else(|error| panic!("{sql}: {error}"))
}

fn literal(value: Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => format!("{number:?}"),
        Value::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Blob(bytes) => format!("x'{bytes:02x?}'"),
    }
}
