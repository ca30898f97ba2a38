//! Types: their names, and the form in which values of them are kept.

use limbeck_core::expression::Literal;
use limbeck_core::schema::{DialectOptions, SqlType};

use super::quote::quote;
use crate::DialectError;
use crate::render::Origin;
use crate::render::argument::{number, values, word};
use crate::render::kind;
pub(super) use crate::render::kind::Kind;
use crate::render::literal::{date_and_time, epoch_plus, float, json_string, string, time};

/// A type as SQLAlchemy writes it for SQLite.
pub(super) fn type_text(sql_type: &SqlType) -> Result<String, DialectError> {
    Ok(match sql_type {
        SqlType::Null => return Err(kind::no_type()),
        SqlType::SmallInteger => "SMALLINT".into(),
        SqlType::Integer => "INTEGER".into(),
        SqlType::BigInteger => "BIGINT".into(),
        SqlType::Numeric { precision, scale } => numeric("NUMERIC", *precision, *scale),
        SqlType::Float { .. } => "FLOAT".into(),
        SqlType::Double { .. } => "DOUBLE".into(),
        SqlType::String { length, collation } => text("VARCHAR", *length, collation.as_deref()),
        SqlType::Text { length, collation } => text("TEXT", *length, collation.as_deref()),
        SqlType::Boolean { .. } => "BOOLEAN".into(),
        SqlType::Date => "DATE".into(),
        SqlType::Time { .. } => "TIME".into(),
        SqlType::DateTime { .. } | SqlType::Interval { .. } => "DATETIME".into(),
        SqlType::LargeBinary { .. } | SqlType::Pickle => "BLOB".into(),
        SqlType::Enum { values, length, .. } => {
            let longest = values.iter().map(|v| v.chars().count() as u32).max();
            text("VARCHAR", length.or(longest), None)
        }
        SqlType::Json => "JSON".into(),
        SqlType::Uuid { .. } => "CHAR(32)".into(),
        SqlType::Array { .. } => return Err(cannot_render("ARRAY")),
        SqlType::Literal { name, arguments, collation, .. } => literal(name, arguments, collation.as_deref()),
        SqlType::Verbatim(text) => text.clone(),
        SqlType::Variant { .. } | SqlType::Custom(_) => return type_text(sql_type.for_dialect("sqlite")),
        SqlType::Dialect { name, arguments, .. } => borrowed(name, arguments)?,
    })
}

fn text(word: &str, length: Option<u32>, collation: Option<&str>) -> String {
    let mut out = match length {
        Some(length) if length > 0 => format!("{word}({length})"),
        _ => word.to_owned(),
    };
    if let Some(collation) = collation.filter(|c| !c.is_empty()) {
        out.push_str(&format!(" COLLATE {}", quote(collation)));
    }
    out
}

fn numeric(word: &str, precision: Option<u32>, scale: Option<u32>) -> String {
    match (precision, scale) {
        (None, _) => word.to_owned(),
        (Some(p), None) => format!("{word}({p})"),
        (Some(p), Some(s)) => format!("{word}({p}, {s})"),
    }
}

fn literal(name: &str, arguments: &[u32], collation: Option<&str>) -> String {
    match name {
        "NUMERIC" | "DECIMAL" => numeric(name, arguments.first().copied(), arguments.get(1).copied()),
        "VARCHAR" | "CHAR" | "NVARCHAR" | "NCHAR" | "TEXT" | "BINARY" | "VARBINARY" => {
            text(name, arguments.first().copied(), collation)
        }
        "DOUBLE_PRECISION" => "DOUBLE PRECISION".into(),
        // The words of the standard; what they were given beside their name is not said on SQLite.
        "FLOAT" | "REAL" | "DOUBLE" | "DOUBLE PRECISION" | "INTEGER" | "INT" | "BIGINT" | "SMALLINT" | "BLOB"
        | "CLOB" | "NCLOB" | "DATE" | "TIME" | "DATETIME" | "TIMESTAMP" | "BOOLEAN" | "UUID" | "JSON" | "JSONB" => {
            name.to_owned()
        }
        _ if arguments.is_empty() => name.to_owned(),
        _ => {
            let texts: Vec<String> = arguments.iter().map(u32::to_string).collect();
            format!("{name}({})", texts.join(", "))
        }
    }
}

fn borrowed(name: &str, arguments: &DialectOptions) -> Result<String, DialectError> {
    if name == "ENUM" {
        let longest = values(arguments).iter().map(|v| v.chars().count() as u32).max();
        return Ok(text("VARCHAR", longest, None));
    }
    if !kind::BORROWED.contains(&name) {
        return Err(cannot_render(name));
    }
    let first = number(arguments, "length").or(number(arguments, "precision"));
    let numbers: Vec<u32> = match name {
        "NUMERIC" | "DECIMAL" => first.into_iter().chain(number(arguments, "scale")).collect(),
        _ => first.into_iter().collect(),
    };
    Ok(literal(name, &numbers, word(arguments, "collation")))
}

fn cannot_render(name: &str) -> DialectError {
    DialectError::unsupported(
        format!("SQLite has no type for {name}: can't render element of type {name}"),
        format!(
            "give the column another type there: {name}(...).with_variant(sa.Text(), \"sqlite\"), or run the script on the database it is for"
        ),
    )
}

/// The kind of a type on SQLite.
pub(super) fn kind(sql_type: &SqlType) -> Kind {
    kind::of_type(sql_type, "sqlite")
}

/// A value as SQLAlchemy hands it to `sqlite3` for a column of that type.
pub(super) fn bound(value: &Literal, sql_type: Option<&SqlType>, origin: Origin) -> Result<Literal, DialectError> {
    let known = sql_type.map(kind).filter(|k| *k != Kind::Other);
    let kind = match (known, origin) {
        (Some(kind), _) => kind,
        (None, Origin::Expression) => kind::of_value(value),
        (None, Origin::Execution) => return Ok(adapted(value)),
    };
    keep(value, kind)
}

/// `sqlite3`'s own adapters: a moment without its fraction when that is zero.
fn adapted(value: &Literal) -> Literal {
    match value {
        Literal::DateTime(text) => Literal::DateTime(text.replacen('T', " ", 1)),
        other => other.clone(),
    }
}

fn keep(value: &Literal, kind: Kind) -> Result<Literal, DialectError> {
    let wrong = |message: &str| {
        let help = "hand over a value of the column's type";
        Err(DialectError::unsupported(message.to_owned(), help))
    };
    Ok(match (kind, value) {
        (Kind::Json, Literal::Json(text)) => Literal::Text(text.clone()),
        // JSON's own null comes as JSON text.
        (Kind::Json, Literal::Null) => Literal::Null,
        (Kind::Json, Literal::Bool(flag)) => Literal::Text(flag.to_string()),
        (Kind::Json, Literal::Int(number)) => Literal::Text(number.to_string()),
        (Kind::Json, Literal::Float(number)) => Literal::Text(float(*number)),
        (Kind::Json, Literal::Text(text)) => Literal::Text(json_string(text)),
        (Kind::Json, _) => return wrong("the value cannot be kept as JSON"),
        (_, Literal::Null) => Literal::Null,
        (Kind::Boolean, Literal::Bool(flag)) => Literal::Int(i64::from(*flag)),
        (Kind::Boolean, Literal::Int(n @ (0 | 1))) => Literal::Int(*n),
        (Kind::Boolean, _) => return wrong("Not a boolean value"),
        (Kind::Decimal | Kind::Float, Literal::Int(n)) => Literal::Float(*n as f64),
        (Kind::Decimal | Kind::Float, Literal::Bool(b)) => Literal::Float(f64::from(u8::from(*b))),
        (Kind::Decimal | Kind::Float, Literal::Float(n)) => Literal::Float(*n),
        (Kind::Decimal | Kind::Float, Literal::Decimal(text) | Literal::Text(text)) => match text.trim().parse() {
            Ok(number) => Literal::Float(number),
            Err(_) => return wrong(&format!("could not convert string to float: '{text}'")),
        },
        (Kind::Date, Literal::Date(text) | Literal::DateTime(text)) => match date_and_time(text) {
            Some((date, _)) => Literal::Text(date),
            None => return wrong("SQLite Date type only accepts Python date objects as input."),
        },
        (Kind::Date, _) => return wrong("SQLite Date type only accepts Python date objects as input."),
        (Kind::DateTime, Literal::Date(text) | Literal::DateTime(text)) => match date_and_time(text) {
            Some((date, clock)) => Literal::Text(format!("{date} {clock}")),
            None => return wrong("SQLite DateTime type only accepts Python datetime and date objects as input."),
        },
        (Kind::DateTime, _) => {
            return wrong("SQLite DateTime type only accepts Python datetime and date objects as input.");
        }
        (Kind::Time, Literal::Time(text)) => match time(text) {
            Some(clock) => Literal::Text(clock),
            None => return wrong("SQLite Time type only accepts Python time objects as input."),
        },
        (Kind::Time, _) => return wrong("SQLite Time type only accepts Python time objects as input."),
        (Kind::Interval, Literal::Interval(seconds)) => match epoch_plus(*seconds) {
            Some(moment) => Literal::Text(moment),
            None => return wrong("the interval is too long to be kept as a moment after 1970-01-01"),
        },
        (Kind::Interval, _) => return wrong("an Interval column takes a timedelta"),
        (Kind::Uuid, Literal::Uuid(text) | Literal::Text(text)) => Literal::Text(text.replace('-', "")),
        (Kind::Uuid, _) => return wrong("a Uuid column takes a UUID"),
        (Kind::Binary, Literal::Bytes(bytes)) => Literal::Bytes(bytes.clone()),
        (Kind::Binary, _) => return wrong("memoryview: a bytes-like object is required"),
        (_, Literal::Bool(flag)) => Literal::Int(i64::from(*flag)),
        (_, other) => other.clone(),
    })
}

/// A value written into the text, as SQLAlchemy's literal processors write it.
pub(super) fn inline(value: &Literal, sql_type: Option<&SqlType>) -> Result<String, DialectError> {
    let kind = sql_type.map(kind).filter(|k| *k != Kind::Other).unwrap_or_else(|| kind::of_value(value));
    Ok(match (kind, value) {
        (Kind::Decimal | Kind::Float, Literal::Decimal(text)) => text.clone(),
        (Kind::Decimal | Kind::Float, Literal::Int(number)) => number.to_string(),
        (Kind::Integer, Literal::Text(text)) if text.trim().parse::<i64>().is_ok() => text.trim().to_owned(),
        (Kind::Text | Kind::Other | Kind::Integer, _) => match value {
            Literal::Null => "NULL".into(),
            Literal::Bool(flag) => i64::from(*flag).to_string(),
            Literal::Int(number) => number.to_string(),
            Literal::Float(number) => float(*number),
            Literal::Decimal(text) => text.clone(),
            Literal::Bytes(bytes) => blob(bytes),
            Literal::Text(text)
            | Literal::Json(text)
            | Literal::Date(text)
            | Literal::Time(text)
            | Literal::DateTime(text) => string(text),
            Literal::Uuid(text) => string(&text.replace('-', "")),
            Literal::Interval(_) => return inline_kept(&keep(value, Kind::Interval)?),
            Literal::List(_) => {
                return Err(DialectError::unsupported(
                    "a list of values cannot be written into SQL text for SQLite",
                    "use bindparam(..., expanding=True)",
                ));
            }
        },
        (kind, value) => return inline_kept(&keep(value, kind)?),
    })
}

fn inline_kept(value: &Literal) -> Result<String, DialectError> {
    Ok(match value {
        Literal::Null => "NULL".into(),
        Literal::Int(number) => number.to_string(),
        Literal::Float(number) => float(*number),
        Literal::Bytes(bytes) => blob(bytes),
        Literal::Text(text) => string(text),
        _ => return Err(DialectError::unsupported("the value cannot be written into SQL text", "bind it instead")),
    })
}

/// Bytes that are text are written as SQLAlchemy writes them; others, which it cannot write, as SQLite's blob literal.
fn blob(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => string(text),
        Err(_) => format!("X'{}'", bytes.iter().map(|b| format!("{b:02X}")).collect::<String>()),
    }
}
