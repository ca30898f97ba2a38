//! Values as text: as SQLAlchemy's literal processors write them into offline text, and as PyMySQL puts them into what it sends.

use limbeck_core::expression::Literal;
use limbeck_core::schema::SqlType;

use super::Mysql;
use super::types::native_uuid;
use crate::render::kind::{self, Kind};
use crate::render::literal::float;
use crate::render::value::{
    boolean, clock, decimal, epoch, hex, is_not_a_number, json, moment, no_moment, plain_digits, wrong,
};
use crate::render::{Origin, literal};
use crate::{Dialect, DialectError};

type Text = Result<String, DialectError>;

/// `'it''s'`, backslashes doubled where they mean something.
pub(super) fn string(dialect: Mysql, text: &str) -> String {
    let quoted = literal::string(text);
    let escapes = dialect.server.is_none_or(|server| server.backslash_escapes);
    if escapes { quoted.replace('\\', "\\\\") } else { quoted }
}

fn kind_of(dialect: Mysql, sql_type: Option<&SqlType>) -> Option<Kind> {
    sql_type.map(|t| kind::of_type(t, dialect.name())).filter(|kind| *kind != Kind::Other)
}

/// A dict has a form of its own for JSON alone.
fn no_dict() -> DialectError {
    DialectError::unsupported(
        "dict can not be used as parameter",
        "hand it over as JSON: json.dumps(...), or with the type: bindparam(..., type_=sa.JSON)",
    )
}

fn no_list() -> DialectError {
    DialectError::unsupported(
        "MySQL has no type for several values",
        "after IN use bindparam(..., expanding=True); in a column, JSON",
    )
}

fn not_finite(text: &str) -> DialectError {
    wrong(format!("{text} can not be used with MySQL"))
}

/// Bytes that are plain text are written as SQLAlchemy writes them; others, which it cannot write so, by their digits.
fn blob(dialect: Mysql, bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.bytes().all(|b| (b' '..=b'~').contains(&b)) => string(dialect, text),
        _ => format!("X'{}'", hex(bytes)),
    }
}

/// A value written into offline text (`literal_binds=True`), as SQLAlchemy's literal processors do, and what they cannot write as
/// the same value would be sent.
pub(super) fn inline(dialect: Mysql, value: &Literal, sql_type: Option<&SqlType>) -> Text {
    let string = |text: &str| string(dialect, text);
    Ok(match (kind_of(dialect, sql_type), value) {
        (_, Literal::Null) => "NULL".into(),
        (Some(Kind::Json), value) => string(&json(value)?),
        (Some(Kind::Boolean), value) => boolean(value)?.to_string(),
        (Some(Kind::Integer), Literal::Text(text)) if text.trim().parse::<i64>().is_ok() => text.trim().to_owned(),
        (Some(Kind::Uuid), Literal::Text(text)) | (_, Literal::Uuid(text)) => string(&text.replace('-', "")),
        (Some(Kind::Uuid), _) => return Err(wrong("a Uuid column takes a UUID")),
        (Some(Kind::Binary), value) if !matches!(value, Literal::Bytes(_)) => {
            return Err(wrong("a column of bytes takes bytes"));
        }
        (_, Literal::Bool(flag)) => flag.to_string(),
        (_, Literal::Int(number)) => number.to_string(),
        (_, Literal::Float(number)) if !number.is_finite() => return Err(not_finite(&float(*number))),
        (_, Literal::Float(number)) => float(*number),
        (_, Literal::Decimal(text)) if is_not_a_number(text) => return Err(not_finite(text)),
        (_, Literal::Decimal(text)) => decimal(text)?.to_owned(),
        (_, Literal::Text(text)) => string(text),
        (_, Literal::Json(_)) => return Err(no_dict()),
        (_, Literal::Bytes(bytes)) => blob(dialect, bytes),
        (_, Literal::Date(text)) => string(plain_digits(text).ok_or_else(|| no_moment(text))?),
        (_, Literal::Time(text)) => string(&clock(text).ok_or_else(|| no_moment(text))?),
        (_, Literal::DateTime(text)) => string(&moment(text, ' ').ok_or_else(|| no_moment(text))?.0),
        (_, Literal::Interval(seconds)) => string(&epoch(*seconds)?),
        (_, Literal::List(_)) => return Err(no_list()),
    })
}

/// A value as PyMySQL puts it into the text that is sent, after what SQLAlchemy makes of it for its type.
pub(super) fn sent(dialect: Mysql, value: &Literal, sql_type: Option<&SqlType>, origin: Origin) -> Text {
    let string = |text: &str| string(dialect, text);
    let known = kind_of(dialect, sql_type);
    Ok(match (known, value) {
        (_, Literal::Null) => "NULL".into(),
        (Some(Kind::Json), value) => string(&json(value)?),
        (Some(Kind::Boolean), value) => i64::from(boolean(value)?).to_string(),
        (Some(Kind::Binary), value) if !matches!(value, Literal::Bytes(_)) => {
            return Err(wrong("a column of bytes takes bytes"));
        }
        (Some(Kind::Uuid), Literal::Uuid(text) | Literal::Text(text)) => string(&uuid(dialect, text, sql_type)),
        (Some(Kind::Uuid), _) => return Err(wrong("a Uuid column takes a UUID")),
        (None, Literal::Uuid(text)) if origin == Origin::Expression => string(&uuid(dialect, text, None)),
        (Some(Kind::Interval), Literal::Interval(seconds)) => string(&epoch(*seconds)?),
        (None, Literal::Interval(seconds)) if origin == Origin::Expression => string(&epoch(*seconds)?),
        (_, Literal::Bool(flag)) => flag.to_string(),
        // A minus next to another one would begin a comment.
        (_, Literal::Int(number)) => spaced(number.to_string()),
        (_, Literal::Float(number)) if !number.is_finite() => return Err(not_finite(&float(*number))),
        // Without an exponent the number would be a decimal.
        (_, Literal::Float(number)) => {
            let text = float(*number);
            spaced(if text.contains('e') { text } else { format!("{text}e0") })
        }
        (_, Literal::Decimal(text)) if is_not_a_number(text) => return Err(not_finite(text)),
        (_, Literal::Decimal(text)) => spaced(decimal(text)?.to_owned()),
        (_, Literal::Text(text) | Literal::Uuid(text)) => string(text),
        (_, Literal::Bytes(bytes)) => format!("X'{}'", hex(bytes)),
        (_, Literal::Date(text)) => string(plain_digits(text).ok_or_else(|| no_moment(text))?),
        (_, Literal::Time(text)) => string(zoneless(&clock(text).ok_or_else(|| no_moment(text))?)),
        (_, Literal::DateTime(text)) => {
            let (text, _) = moment(text, ' ').ok_or_else(|| no_moment(text))?;
            let (date, time) = text.split_at(10.min(text.len()));
            string(&format!("{date}{}", zoneless(time)))
        }
        (_, Literal::Interval(seconds)) => string(&interval(*seconds)?),
        (_, Literal::Json(_)) => return Err(no_dict()),
        (_, Literal::List(_)) => return Err(no_list()),
    })
}

fn spaced(text: String) -> String {
    if text.starts_with('-') { format!(" {text}") } else { text }
}

/// A UUID with its dashes for MariaDB's own type, as 32 digits elsewhere.
fn uuid(dialect: Mysql, text: &str, sql_type: Option<&SqlType>) -> String {
    let kept = match sql_type.map(|t| t.for_dialect(dialect.name())) {
        Some(SqlType::Uuid { native }) => *native,
        _ => true,
    };
    if kept && native_uuid(dialect) { text.to_owned() } else { text.replace('-', "") }
}

/// A time without its zone: MySQL's types have none, and its drivers leave it out.
fn zoneless(time: &str) -> &str {
    &time[..time.find(['+', '-']).unwrap_or(time.len())]
}

/// A timedelta as a TIME: hours, which may be more than a day's.
fn interval(seconds: f64) -> Text {
    let micros = (seconds * 1e6).round();
    if !micros.is_finite() || micros.abs() > 9e18 {
        return Err(wrong("the interval is too long"));
    }
    let sign = if micros < 0.0 { "-" } else { "" };
    let micros = micros.abs() as i64;
    let (whole, rest) = (micros / 1_000_000, micros % 1_000_000);
    let fraction = if rest == 0 { String::new() } else { format!(".{rest:06}") };
    Ok(format!("{sign}{:02}:{:02}:{:02}{fraction}", whole / 3600, whole / 60 % 60, whole % 60))
}
