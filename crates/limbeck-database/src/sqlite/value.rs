//! Values both ways, as Python's `sqlite3` hands them over.

use limbeck_core::expression::Literal;
use rusqlite::types::{Value, ValueRef};

use crate::{DatabaseError, ErrorKind};

/// The value to bind. Where a column's type is known, the dialect has already written the value in that type's form; what
/// arrives here is handed over as `sqlite3`'s own adapters do. Types without an adapter are refused, as there.
pub(super) fn to_sqlite(value: &Literal, position: usize) -> Result<Value, DatabaseError> {
    let unsupported = |name: &str| {
        let message = format!("Error binding parameter {position}: type '{name}' is not supported");
        Err(DatabaseError::new(ErrorKind::Programming, message)
            .with_help("convert the value first, or give the parameter a type with bindparam(..., type_=...)"))
    };
    Ok(match value {
        Literal::Null => Value::Null,
        Literal::Bool(flag) => Value::Integer(i64::from(*flag)),
        Literal::Int(number) => Value::Integer(*number),
        Literal::Float(number) => Value::Real(*number),
        Literal::Text(text) | Literal::Json(text) | Literal::Date(text) | Literal::DateTime(text) => {
            Value::Text(text.clone())
        }
        Literal::Bytes(bytes) => Value::Blob(bytes.clone()),
        Literal::Decimal(_) => return unsupported("decimal.Decimal"),
        Literal::Time(_) => return unsupported("datetime.time"),
        Literal::Uuid(_) => return unsupported("UUID"),
        Literal::List(_) => return unsupported("list"),
        Literal::Interval(_) => return unsupported("datetime.timedelta"),
    })
}

/// A value of a row.
pub(super) fn from_sqlite(value: ValueRef<'_>) -> Result<Literal, DatabaseError> {
    Ok(match value {
        ValueRef::Null => Literal::Null,
        ValueRef::Integer(number) => Literal::Int(number),
        ValueRef::Real(number) => Literal::Float(number),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Literal::Text(text.to_owned()),
            Err(_) => {
                let message = format!("Could not decode to UTF-8: {:?}", String::from_utf8_lossy(bytes));
                return Err(DatabaseError::new(ErrorKind::Operational, message));
            }
        },
        ValueRef::Blob(bytes) => Literal::Bytes(bytes.to_vec()),
    })
}

/// The first word of a statement, in capitals.
pub(super) fn first_word(sql: &str) -> String {
    after_comments(sql).chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_uppercase()
}

/// A statement without the comments before it.
pub(super) fn after_comments(sql: &str) -> &str {
    let mut rest = sql.trim_start();
    loop {
        if let Some(after) = rest.strip_prefix("--") {
            rest = after.split_once('\n').map_or("", |(_, r)| r).trim_start();
        } else if let Some(after) = rest.strip_prefix("/*") {
            rest = after.split_once("*/").map_or("", |(_, r)| r).trim_start();
        } else {
            return rest;
        }
    }
}
