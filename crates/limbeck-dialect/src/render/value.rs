//! Values before they are text: what Python's types and SQLAlchemy's make of them, the same on every server that gets values as text.

use limbeck_core::expression::Literal;

use super::literal::{epoch_plus, float, json_string};
use crate::DialectError;

type Text = Result<String, DialectError>;

/// A value that is not of its type.
pub(crate) fn wrong(message: impl Into<String>) -> DialectError {
    DialectError::unsupported(message, "hand over a value of the column's type")
}

/// The number or truth that a value of a boolean column is.
pub(crate) fn boolean(value: &Literal) -> Result<bool, DialectError> {
    match value {
        Literal::Bool(flag) => Ok(*flag),
        Literal::Int(number @ (0 | 1)) => Ok(*number == 1),
        _ => Err(wrong("Not a boolean value")),
    }
}

/// JSON text of a value for a JSON column.
pub(crate) fn json(value: &Literal) -> Result<String, DialectError> {
    Ok(match value {
        Literal::Json(text) => text.clone(),
        Literal::Null => "null".into(),
        Literal::Bool(flag) => flag.to_string(),
        Literal::Int(number) => number.to_string(),
        Literal::Float(number) if number.is_finite() => float(*number),
        Literal::Text(text) => json_string(text),
        Literal::List(members) => {
            let members: Result<Vec<String>, _> = members.iter().map(json).collect();
            format!("[{}]", members?.join(", "))
        }
        _ => return Err(wrong("the value cannot be kept as JSON")),
    })
}

/// `2020-01-02 03:04:05+00:00` with that sign between day and time, and whether it has a zone. A day alone is its midnight.
pub(crate) fn moment(text: &str, between: char) -> Option<(String, bool)> {
    let (date, time) = match text.get(..10).zip(text.get(10..)) {
        Some((date, "")) => (date, "00:00:00"),
        Some((date, rest)) => (date, rest.strip_prefix([' ', 'T'])?),
        None => return None,
    };
    plain_digits(date)?;
    let time = clock(time)?;
    Some((format!("{date}{between}{time}"), has_zone(&time)))
}

/// A time as Python's `isoformat` writes it: six digits of fraction or none.
pub(crate) fn clock(text: &str) -> Option<String> {
    let text = plain_digits(text)?.replace('Z', "+00:00");
    let Some((whole, rest)) = text.split_once('.') else { return Some(text) };
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (fraction, zone) = rest.split_at(end);
    let fraction = if fraction.bytes().all(|b| b == b'0') { String::new() } else { format!(".{fraction:0<6}") };
    Some(format!("{whole}{fraction}{zone}"))
}

/// The text, when it is made of what dates and times are made of.
pub(crate) fn plain_digits(text: &str) -> Option<&str> {
    text.chars().all(|c| c.is_ascii_digit() || "-:+.Z".contains(c)).then_some(text)
}

/// Whether a time says its zone.
pub(crate) fn has_zone(time: &str) -> bool {
    time.contains(['+', '-'])
}

/// A text that is no date or time.
pub(crate) fn no_moment(text: &str) -> DialectError {
    wrong(format!("\"{text}\" is no date or time in ISO format"))
}

/// A number's text, when it is one.
pub(crate) fn decimal(text: &str) -> Result<&str, DialectError> {
    let digits = text.chars().all(|c| c.is_ascii_digit() || "+-.eE".contains(c));
    if digits && text.parse::<f64>().is_ok() { Ok(text) } else { Err(wrong(format!("\"{text}\" is no number"))) }
}

/// Whether a number is none, or not finite.
pub(crate) fn is_not_a_number(text: &str) -> bool {
    let word = text.trim_start_matches(['+', '-']).to_ascii_lowercase();
    matches!(word.as_str(), "nan" | "snan" | "inf" | "infinity")
}

/// Bytes by their digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// An interval as a moment after 1970.
pub(crate) fn epoch(seconds: f64) -> Text {
    let moment = epoch_plus(seconds).ok_or_else(|| wrong("the interval is too long to be kept as a moment"))?;
    Ok(moment.strip_suffix(".000000").unwrap_or(&moment).to_owned())
}
