//! Values as text: as SQLAlchemy's literal processors write them into offline text, and as psycopg2 puts them into what it sends.

use limbeck_core::expression::Literal;
use limbeck_core::schema::SqlType;

use super::types::type_text;
use crate::DialectError;
use crate::render::Origin;
use crate::render::kind::{self, Kind};
use crate::render::literal::float;
pub(super) use crate::render::literal::string;
use crate::render::value::{
    boolean, clock, decimal, epoch, has_zone, hex, is_not_a_number, json, moment, no_moment, plain_digits, wrong,
};

type Text = Result<String, DialectError>;

/// What a value's type means for the way it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Form<'t> {
    /// By the value alone.
    Plain,
    Boolean,
    Integer,
    Binary,
    /// A moment after 1970: an interval without the database's own type.
    Epoch,
    /// `JSON` or `JSONB`
    Json(&'t str),
    Uuid,
    /// 32 digits in a CHAR
    Digits,
    /// A range, by the name of its type
    Range(&'t str),
    /// The type of an element
    Array(&'t SqlType, &'t SqlType),
}

fn form(sql_type: &SqlType) -> Form<'_> {
    let sql_type = sql_type.for_dialect("postgresql");
    match sql_type {
        SqlType::Array { item, .. } => Form::Array(item, sql_type),
        SqlType::Uuid { native: false } => Form::Digits,
        SqlType::Interval { native: false, .. } => Form::Epoch,
        SqlType::Json => Form::Json("JSON"),
        SqlType::Dialect { dialect, name, .. } if dialect == "postgresql" => match name.as_str() {
            "JSON" | "JSONB" => Form::Json(name),
            "BYTEA" => Form::Binary,
            "INTERVAL" => Form::Plain,
            name if name.ends_with("RANGE") => Form::Range(name),
            _ => Form::Plain,
        },
        _ => match kind::of_type(sql_type, "postgresql") {
            Kind::Boolean => Form::Boolean,
            Kind::Integer => Form::Integer,
            Kind::Binary => Form::Binary,
            Kind::Uuid => Form::Uuid,
            Kind::Json => Form::Json("JSON"),
            _ => Form::Plain,
        },
    }
}

/// The form of a value that comes without a type.
fn form_of_value(value: &Literal) -> Form<'static> {
    if matches!(value, Literal::Uuid(_)) { Form::Uuid } else { Form::Plain }
}

/// A dict has a form of its own for JSON alone.
fn no_dict(sql_type: Option<&SqlType>) -> DialectError {
    let help = match sql_type.map(|t| t.for_dialect("postgresql")) {
        Some(SqlType::Dialect { name, .. }) if name == "HSTORE" => "hand it over as text: '\"key\"=>\"value\"'",
        _ => "hand it over as JSON: json.dumps(...), or with the type: bindparam(..., type_=sa.JSON)",
    };
    DialectError::unsupported("can't adapt type 'dict'", help)
}

fn no_nul(text: &str) -> Result<&str, DialectError> {
    if text.contains('\0') {
        let message = "A string literal cannot contain NUL (0x00) characters.";
        return Err(DialectError::unsupported(message, "PostgreSQL keeps no such text; a BYTEA column can"));
    }
    Ok(text)
}

/// A value written into offline text (`literal_binds=True`), as SQLAlchemy's literal processors do, and what they cannot write as
/// the same value would be sent.
pub(super) fn inline(value: &Literal, sql_type: Option<&SqlType>) -> Text {
    let form = sql_type.map_or_else(|| form_of_value(value), form);
    if let Form::Json(_) = form
        && *value != Literal::Null
    {
        return Ok(string(no_nul(&json(value)?)?));
    }
    Ok(match (form, value) {
        (_, Literal::Null) => "NULL".into(),
        (Form::Boolean, value) => boolean(value)?.to_string(),
        (Form::Integer, Literal::Text(text)) if text.trim().parse::<i64>().is_ok() => text.trim().to_owned(),
        (Form::Digits, Literal::Uuid(text) | Literal::Text(text)) => string(&text.replace('-', "")),
        (Form::Epoch, Literal::Interval(seconds)) => string(&epoch(*seconds)?),
        (Form::Binary, value) if !matches!(value, Literal::Bytes(_)) => {
            return Err(wrong("a column of bytes takes bytes"));
        }
        (Form::Array(item, whole), Literal::List(members)) => inline_array(members, item, whole)?,
        (_, Literal::Bool(flag)) => flag.to_string(),
        (_, Literal::Int(number)) => number.to_string(),
        (_, Literal::Float(number)) if !number.is_finite() => string(not_finite(*number)),
        (_, Literal::Float(number)) => float(*number),
        (_, Literal::Decimal(text)) if is_not_a_number(text) => string("NaN"),
        (_, Literal::Decimal(text)) => decimal(text)?.to_owned(),
        (_, Literal::Text(text) | Literal::Uuid(text)) => string(no_nul(text)?),
        (_, Literal::Json(_)) => return Err(no_dict(sql_type)),
        (_, Literal::Bytes(bytes)) => blob(bytes),
        (_, Literal::Date(text)) => string(plain_digits(text).ok_or_else(|| no_moment(text))?),
        (_, Literal::Time(text)) => string(&clock(text).ok_or_else(|| no_moment(text))?),
        (_, Literal::DateTime(text)) => string(&moment(text, ' ').ok_or_else(|| no_moment(text))?.0),
        (_, Literal::Interval(seconds)) => format!("make_interval(secs=>{})", float(*seconds)),
        (_, Literal::List(members)) => {
            let members: Result<Vec<String>, _> = members.iter().map(|m| inline(m, None)).collect();
            array(&members?, ", ")
        }
    })
}

fn array(members: &[String], separator: &str) -> String {
    if members.is_empty() { "'{}'".into() } else { format!("ARRAY[{}]", members.join(separator)) }
}

/// SQLAlchemy's text, with the type after it where PostgreSQL would take the elements for text.
fn inline_array(members: &[Literal], item: &SqlType, whole: &SqlType) -> Text {
    fn texts(members: &[Literal], item: &SqlType) -> Text {
        let one = |m: &Literal| match m {
            Literal::List(inner) => texts(inner, item),
            other => inline(other, Some(item)),
        };
        let written: Result<Vec<String>, _> = members.iter().map(one).collect();
        Ok(array(&written?, ", "))
    }
    let text = texts(members, item)?;
    let known = match kind::of_type(item, "postgresql") {
        Kind::Integer | Kind::Decimal | Kind::Float | Kind::Boolean => true,
        Kind::Text => super::named::of_type(item)?.is_none(),
        _ => false,
    };
    Ok(if known || members.is_empty() { text } else { format!("{text}::{}", type_text(whole)?) })
}

fn not_finite(number: f64) -> &'static str {
    match number {
        n if n.is_nan() => "NaN",
        n if n > 0.0 => "Infinity",
        _ => "-Infinity",
    }
}

/// Bytes that are plain text are written as SQLAlchemy writes them; others, which it cannot write so, by their digits.
fn blob(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.bytes().all(|b| (b' '..=b'~').contains(&b) && b != b'\\') => string(text),
        _ => format!("'\\x{}'", hex(bytes)),
    }
}

/// A value as psycopg2 puts it into the text that is sent, after what SQLAlchemy makes of it for its type.
pub(super) fn sent(value: &Literal, sql_type: Option<&SqlType>, origin: Origin) -> Text {
    let form = match (sql_type.filter(|t| **t != SqlType::Null), origin) {
        (Some(sql_type), _) => form(sql_type),
        (None, Origin::Expression) => form_of_value(value),
        (None, Origin::Execution) => Form::Plain,
    };
    Ok(match (form, value) {
        // JSON's own null comes as JSON text.
        (Form::Json(word), Literal::Null) => format!("NULL::{word}"),
        (Form::Json(word), value) => format!("{}::{word}", sent_string(&json(value)?)?),
        (Form::Uuid, Literal::Null | Literal::Uuid(_) | Literal::Text(_)) => format!("{}::UUID", adapted(value)?),
        (Form::Digits, Literal::Null) => "NULL".into(),
        (Form::Digits, Literal::Uuid(text) | Literal::Text(text)) => sent_string(&text.replace('-', ""))?,
        (Form::Uuid | Form::Digits, _) => return Err(wrong("a Uuid column takes a UUID")),
        (Form::Range(word), value) => format!("{}::{word}", adapted(value)?),
        (Form::Array(item, whole), value) => format!("{}::{}", sent_array(value, item)?, type_text(whole)?),
        (_, Literal::Null) => "NULL".into(),
        (_, Literal::Json(_)) => return Err(no_dict(sql_type)),
        (Form::Boolean, value) => boolean(value)?.to_string(),
        (Form::Binary, value) if !matches!(value, Literal::Bytes(_)) => {
            return Err(wrong("a column of bytes takes bytes"));
        }
        (Form::Epoch, Literal::Interval(seconds)) => format!("'{}'::timestamp", epoch(*seconds)?.replace(' ', "T")),
        (_, value) => adapted(value)?,
    })
}

/// The elements are made what their type makes of them, without its cast.
fn sent_array(value: &Literal, item: &SqlType) -> Text {
    match (value, form(item)) {
        (Literal::List(members), _) => {
            let members: Result<Vec<String>, _> = members.iter().map(|m| sent_array(m, item)).collect();
            Ok(array(&members?, ","))
        }
        (Literal::Null, _) => Ok("NULL".into()),
        (value, Form::Json(_)) => sent_string(&json(value)?),
        (value, Form::Boolean) => Ok(boolean(value)?.to_string()),
        (value, _) => adapted(value),
    }
}

/// psycopg2's adapters.
fn adapted(value: &Literal) -> Text {
    // A minus next to another one would begin a comment.
    let spaced = |text: String| if text.starts_with('-') { format!(" {text}") } else { text };
    Ok(match value {
        Literal::Null => "NULL".into(),
        Literal::Bool(flag) => flag.to_string(),
        Literal::Int(number) => spaced(number.to_string()),
        Literal::Float(number) if !number.is_finite() => format!("'{}'::float", not_finite(*number)),
        Literal::Float(number) => spaced(float(*number)),
        Literal::Decimal(text) if is_not_a_number(text) => "'NaN'::numeric".into(),
        Literal::Decimal(text) => spaced(decimal(text)?.to_owned()),
        Literal::Text(text) => sent_string(text)?,
        Literal::Bytes(bytes) => format!("'\\x{}'::bytea", hex(bytes)),
        Literal::Date(text) => format!("'{}'::date", plain_digits(text).ok_or_else(|| no_moment(text))?),
        Literal::Time(text) => {
            let text = clock(text).ok_or_else(|| no_moment(text))?;
            format!("'{text}'::{}", if has_zone(&text) { "timetz" } else { "time" })
        }
        Literal::DateTime(text) => {
            let (text, zoned) = moment(text, 'T').ok_or_else(|| no_moment(text))?;
            format!("'{text}'::{}", if zoned { "timestamptz" } else { "timestamp" })
        }
        Literal::Uuid(text) => format!("'{}'::uuid", text.replace('\'', "''")),
        Literal::Json(_) => return Err(no_dict(None)),
        Literal::List(members) => {
            let members: Result<Vec<String>, _> = members.iter().map(adapted).collect();
            array(&members?, ",")
        }
        Literal::Interval(seconds) => interval(*seconds)?,
    })
}

/// A timedelta: whole days, which may be negative, and what is left of a day.
fn interval(seconds: f64) -> Text {
    const DAY: i64 = 86_400_000_000;
    let micros = (seconds * 1e6).round();
    if !micros.is_finite() || micros.abs() > 9e18 {
        return Err(wrong("the interval is too long"));
    }
    let micros = micros as i64;
    let (days, rest) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
    Ok(format!("'{days} days {}.{:06} seconds'::interval", rest / 1_000_000, rest % 1_000_000))
}

/// `'it''s'`, and `E'a\\b'` where there is a backslash, whatever `standard_conforming_strings` says.
pub(super) fn sent_string(text: &str) -> Text {
    let quoted = string(no_nul(text)?);
    Ok(if text.contains('\\') { format!("E{}", quoted.replace('\\', "\\\\")) } else { quoted })
}
