//! Types from the text that a table declares.

use limbeck_core::schema::{DialectOptions, SqlType};

/// The type that SQLAlchemy makes of a declared one: the words it knows, else by SQLite's rules of affinity.
pub(in crate::sqlite) fn reflected_type(declared: &str) -> SqlType {
    let upper = declared.to_uppercase();
    let end = upper.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ' ')).unwrap_or(upper.len());
    let (word, rest) = upper.split_at(end);
    let inside = rest.strip_prefix('(').and_then(|r| r.split_once(')')).map_or("", |(inside, _)| inside);
    let numbers: Vec<u32> =
        inside.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let (name, wanted) = match word {
        "VARCHAR" | "CHAR" | "NVARCHAR" | "NCHAR" | "TEXT" | "FLOAT" | "BLOB" => (word, 1),
        "NUMERIC" | "DECIMAL" => (word, 2),
        "BIGINT" | "BOOLEAN" | "DATE" | "DATETIME" | "DOUBLE" | "INTEGER" | "REAL" | "SMALLINT" | "TIME"
        | "TIMESTAMP" => (word, 0),
        "BOOL" => ("BOOLEAN", 0),
        "INT" => ("INTEGER", 0),
        "DATE_CHAR" => ("DATE", 0),
        "DATETIME_CHAR" => ("DATETIME", 0),
        "TIME_CHAR" => ("TIME", 0),
        "JSON" | "JSONB" => {
            let arguments = DialectOptions::default();
            return SqlType::Dialect { dialect: "sqlite".into(), name: word.into(), arguments };
        }
        _ if word.contains("INT") => ("INTEGER", 0),
        _ if ["CHAR", "CLOB", "TEXT"].iter().any(|w| word.contains(w)) => ("TEXT", 1),
        _ if word.contains("BLOB") || word.is_empty() => return SqlType::Null,
        _ if ["REAL", "FLOA", "DOUB"].iter().any(|w| word.contains(w)) => ("REAL", 0),
        _ => ("NUMERIC", 2),
    };
    let arguments = if numbers.len() <= wanted { numbers } else { Vec::new() };
    SqlType::Literal { name: name.into(), arguments, timezone: false, collation: None }
}
