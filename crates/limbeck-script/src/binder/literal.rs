//! Values that a script hands to the database.

use std::fmt::Write as _;

use limbeck_core::expression::{Literal, Parameters};
use limbeck_core::schema::SqlType;
use limbeck_core::source::{Location, SourceError};

use super::context::{Context, plain};
use super::signature::Arguments;
use crate::directive::{Call, Value};

/// A Python value as a literal: numbers, text, bytes, dates, `decimal.Decimal`, `uuid.UUID`, lists; a dict is JSON.
///
/// # Errors
/// When the value is no data, or would come from an import that cannot be resolved.
pub fn literal(value: &Value, at: &Location) -> Result<Literal, SourceError> {
    typed_literal(Context::new("a value", at), "value", value, None)
}

/// The parameters of an execution: none, one dict, or a list of dicts.
///
/// # Errors
/// When they are something else.
pub fn bind_parameters(value: &Value, at: &Location) -> Result<Vec<Parameters>, SourceError> {
    let at = Context::new("the parameters of a statement", at);
    let one = |value: &Value| -> Result<Parameters, SourceError> {
        let entries = at.entries("parameters", value)?;
        entries.into_iter().map(|(name, value)| Ok((name.clone(), typed_literal(at, &name, value, None)?))).collect()
    };
    match plain(value) {
        Value::None => Ok(Vec::new()),
        Value::Dict(_) => Ok(vec![one(value)?]),
        _ => at.items("parameters", value, "a dict or a list of dicts")?.iter().map(one).collect(),
    }
}

/// Whether values of the type are written as JSON.
fn is_json(sql_type: Option<&SqlType>) -> bool {
    match sql_type {
        Some(SqlType::Json) => true,
        Some(SqlType::Dialect { name, .. }) => name == "JSON" || name == "JSONB",
        Some(SqlType::Variant { base, .. }) => is_json(Some(base)),
        Some(SqlType::Custom(custom)) => is_json(Some(&custom.implementation)),
        _ => false,
    }
}

/// The value as it is handed over as `sql_type`.
pub(super) fn typed_literal(
    at: Context<'_>,
    argument: &str,
    value: &Value,
    sql_type: Option<&SqlType>,
) -> Result<Literal, SourceError> {
    let value = plain(value);
    if is_json(sql_type) && !matches!(value, Value::Absent(_)) {
        let mut text = String::new();
        json(at, argument, value, &mut text)?;
        return Ok(Literal::Json(text));
    }
    Ok(match value {
        Value::None => Literal::Null,
        Value::Bool(value) => Literal::Bool(*value),
        Value::Int(_) => Literal::Int(at.int(argument, value)?),
        Value::Float(number) => Literal::Float(*number),
        Value::Str(text) => Literal::Text(text.clone()),
        Value::Bytes(bytes) => Literal::Bytes(bytes.clone()),
        Value::List(items) | Value::Tuple(items) | Value::Set(items) => {
            let items: Result<_, _> = items.iter().map(|item| typed_literal(at, argument, item, None)).collect();
            Literal::List(items?)
        }
        Value::Dict(_) => {
            let mut text = String::new();
            json(at, argument, value, &mut text)?;
            Literal::Json(text)
        }
        Value::Call(call) => match call_literal(call)? {
            Some(literal) => literal,
            None => return Err(at.wrong(argument, value, "a plain value")),
        },
        Value::Name(_) | Value::Absent(_) => return Err(at.wrong(argument, value, "a plain value")),
    })
}

/// Values of Python's standard library; `None` for other constructs.
pub(super) fn call_literal(call: &Call) -> Result<Option<Literal>, SourceError> {
    Ok(Some(match call.name.as_str() {
        // JSON that is text already.
        "limbeck.json" => Literal::Json(call.args.first().and_then(Value::as_str).unwrap_or_default().to_owned()),
        "alembic.op.f" | "sqlalchemy.quoted_name" | "sqlalchemy.conv" => {
            let value = Value::Call(Box::new(call.clone()));
            Literal::Text(Context::new(&call.name, &call.location).text("name", &value)?)
        }
        "datetime.datetime" => {
            let a =
                Arguments::of(call, "year, month?, day?, hour?, minute?, second?, microsecond?, tzinfo?, *, fold?")?;
            Literal::DateTime(match iso(&a, "year")? {
                Some(text) => text.replacen('T', " ", 1),
                None => format!("{} {}{}", date(&a)?, time(&a)?, zone(&a)?),
            })
        }
        "datetime.date" => {
            let a = Arguments::of(call, "year, month?, day?")?;
            Literal::Date(match iso(&a, "year")? {
                Some(text) => text,
                None => date(&a)?,
            })
        }
        "datetime.time" => {
            let a = Arguments::of(call, "hour?, minute?, second?, microsecond?, tzinfo?, *, fold?")?;
            Literal::Time(match iso(&a, "hour")? {
                Some(text) => text,
                None => format!("{}{}", time(&a)?, zone(&a)?),
            })
        }
        "datetime.timedelta" => Literal::Interval(seconds(call)?),
        "decimal.Decimal" => {
            let a = Arguments::of(call, "value?, context?")?;
            match a.get("value").map(plain) {
                None => Literal::Decimal("0".into()),
                Some(Value::Int(number)) => Literal::Decimal(number.to_string()),
                Some(Value::Str(text)) if is_decimal(text.trim()) => Literal::Decimal(text.trim().into()),
                Some(other) => return Err(a.at().wrong("value", other, "a number as a str, or an int")),
            }
        }
        "uuid.UUID" => {
            let a = Arguments::of(call, "hex?, bytes?, bytes_le?, fields?, int?, version?")?;
            let number = match (a.get("hex").map(plain), a.get("int").map(plain)) {
                (Some(Value::Str(text)), None) => {
                    let text = text.trim_start_matches("urn:").trim_start_matches("uuid:");
                    uuid::Uuid::parse_str(text).map_err(|_| a.at().fault(format!("\"{text}\" is not a UUID")))?
                }
                (None, Some(Value::Int(number))) => match u128::try_from(*number) {
                    Ok(number) => uuid::Uuid::from_u128(number),
                    Err(_) => return Err(a.at().fault(format!("{number} is not a UUID"))),
                },
                _ => return Err(a.at().fault("give the UUID as text")),
            };
            Literal::Uuid(number.hyphenated().to_string())
        }
        _ => return Ok(None),
    }))
}

/// The value as ISO text, when it is handed over so.
fn iso(a: &Arguments<'_>, first: &str) -> Result<Option<String>, SourceError> {
    match a.get(first).map(plain) {
        Some(Value::Str(text)) => {
            let shape = text.chars().all(|c| c.is_ascii_digit() || "-:+. TZ".contains(c));
            if shape {
                Ok(Some(text.clone()))
            } else {
                Err(a.at().fault(format!("\"{text}\" is not a date or time in ISO format")))
            }
        }
        _ => Ok(None),
    }
}

/// An int argument between its limits.
fn part(a: &Arguments<'_>, name: &str, low: i64, high: i64) -> Result<i64, SourceError> {
    match a.opt_int(name)? {
        Some(number) if (low..=high).contains(&number) => Ok(number),
        Some(number) => Err(a.at().fault(format!("`{name}` must be in {low}..{high}, not {number}"))),
        None if low == 0 => Ok(0),
        None => Err(a.at().fault(format!("the argument `{name}` is missing"))),
    }
}

fn date(a: &Arguments<'_>) -> Result<String, SourceError> {
    let (year, month, day) = (part(a, "year", 1, 9999)?, part(a, "month", 1, 12)?, part(a, "day", 1, 31)?);
    jiff::civil::Date::new(year as i16, month as i8, day as i8)
        .map_err(|_| a.at().fault(format!("there is no day {year:04}-{month:02}-{day:02}")))?;
    Ok(format!("{year:04}-{month:02}-{day:02}"))
}

fn time(a: &Arguments<'_>) -> Result<String, SourceError> {
    let mut text =
        format!("{:02}:{:02}:{:02}", part(a, "hour", 0, 23)?, part(a, "minute", 0, 59)?, part(a, "second", 0, 59)?);
    let micro = part(a, "microsecond", 0, 999_999)?;
    if micro != 0 {
        let _ = write!(text, ".{micro:06}");
    }
    Ok(text)
}

fn zone(a: &Arguments<'_>) -> Result<String, SourceError> {
    let Some(value) = a.get("tzinfo") else { return Ok(String::new()) };
    let offset = match plain(value) {
        Value::Name(name) if name == "datetime.timezone.utc" || name == "datetime.UTC" => 0.0,
        Value::Call(call) if call.name == "datetime.timezone" => match call.args.first().map(plain) {
            Some(Value::Call(delta)) if delta.name == "datetime.timedelta" => seconds(delta)?,
            _ => return Err(a.at().wrong("tzinfo", value, "datetime.timezone.utc or a fixed offset")),
        },
        Value::Call(call) if call.name == "getattr" && call.args.get(1).and_then(Value::as_str) == Some("utc") => 0.0,
        _ => return Err(a.at().wrong("tzinfo", value, "datetime.timezone.utc or a fixed offset")),
    };
    let minutes = (offset.abs() / 60.0).round() as i64;
    Ok(format!("{}{:02}:{:02}", if offset < 0.0 { '-' } else { '+' }, minutes / 60, minutes % 60))
}

/// The length of a `datetime.timedelta` in seconds.
fn seconds(call: &Call) -> Result<f64, SourceError> {
    let a = Arguments::of(call, "days?, seconds?, microseconds?, milliseconds?, minutes?, hours?, weeks?")?;
    let units = [
        ("days", 86400.0),
        ("seconds", 1.0),
        ("microseconds", 1e-6),
        ("milliseconds", 1e-3),
        ("minutes", 60.0),
        ("hours", 3600.0),
        ("weeks", 604_800.0),
    ];
    let mut total = 0.0;
    for (name, unit) in units {
        total += match a.get(name).map(plain) {
            None => 0.0,
            Some(Value::Int(number)) => *number as f64 * unit,
            Some(Value::Float(number)) => number * unit,
            Some(other) => return Err(a.at().wrong(name, other, "a number")),
        };
    }
    Ok(total)
}

fn is_decimal(text: &str) -> bool {
    let digits = text.trim_start_matches(['+', '-']);
    text.parse::<f64>().is_ok() && digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// The JSON text that Python's `json.dumps` gives.
fn json(at: Context<'_>, argument: &str, value: &Value, out: &mut String) -> Result<(), SourceError> {
    match plain(value) {
        Value::None => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Int(number) => out.push_str(&number.to_string()),
        Value::Float(number) if number.is_finite() => {
            let _ = write!(out, "{number:?}");
        }
        Value::Str(text) => json_text(text, out),
        Value::List(items) | Value::Tuple(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { "" });
                json(at, argument, item, out)?;
            }
            out.push(']');
        }
        Value::Dict(entries) => {
            out.push('{');
            for (i, (key, value)) in entries.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { "" });
                match plain(key) {
                    Value::Str(text) => json_text(text, out),
                    Value::Int(number) => json_text(&number.to_string(), out),
                    other => return Err(at.wrong(argument, other, "a str as a key of JSON")),
                }
                out.push_str(": ");
                json(at, argument, value, out)?;
            }
            out.push('}');
        }
        other => return Err(at.wrong(argument, other, "a value that JSON has")),
    }
    Ok(())
}

fn json_text(text: &str, out: &mut String) {
    out.push('"');
    for unit in text.encode_utf16() {
        match unit {
            0x22 => out.push_str("\\\""),
            0x5c => out.push_str("\\\\"),
            0x0a => out.push_str("\\n"),
            0x0d => out.push_str("\\r"),
            0x09 => out.push_str("\\t"),
            0x08 => out.push_str("\\b"),
            0x0c => out.push_str("\\f"),
            0x20..=0x7e => out.push(char::from(unit as u8)),
            _ => {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out.push('"');
}
