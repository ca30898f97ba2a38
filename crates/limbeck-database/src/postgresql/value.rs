//! Values as text, typed as psycopg2 types them for a script.

use limbeck_core::expression::Literal;

use crate::{DatabaseError, ErrorKind};

/// Where the types of `pg_type.dat` are of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bool,
    Int,
    Float,
    Decimal,
    Bytes,
    Date,
    Time,
    DateTime,
    Interval,
    Json,
    Uuid,
    Text,
}

/// The kind of a type, and whether it is an array of it. What is not listed is text, as it is for psycopg2.
fn kind(oid: u32) -> (Kind, bool) {
    match oid {
        16 => (Kind::Bool, false),
        20 | 21 | 23 | 26 => (Kind::Int, false),
        700 | 701 => (Kind::Float, false),
        1700 => (Kind::Decimal, false),
        17 => (Kind::Bytes, false),
        1082 => (Kind::Date, false),
        1083 | 1266 => (Kind::Time, false),
        1114 | 1184 => (Kind::DateTime, false),
        1186 => (Kind::Interval, false),
        114 | 3802 => (Kind::Json, false),
        2950 => (Kind::Uuid, false),
        1000 => (Kind::Bool, true),
        1005 | 1006 | 1007 | 1016 | 1028 => (Kind::Int, true),
        1021 | 1022 => (Kind::Float, true),
        1231 => (Kind::Decimal, true),
        1001 => (Kind::Bytes, true),
        1182 => (Kind::Date, true),
        1183 | 1270 => (Kind::Time, true),
        1115 | 1185 => (Kind::DateTime, true),
        1187 => (Kind::Interval, true),
        199 | 3807 => (Kind::Json, true),
        2951 => (Kind::Uuid, true),
        // name, char, text, bpchar, varchar, cidr, inet, macaddr
        1002 | 1003 | 1009 | 1014 | 1015 | 651 | 1041 | 1040 => (Kind::Text, true),
        _ => (Kind::Text, false),
    }
}

/// A value of the type `oid` from its text.
pub(super) fn read(oid: u32, text: Option<&[u8]>) -> Result<Literal, DatabaseError> {
    let Some(bytes) = text else { return Ok(Literal::Null) };
    let text = std::str::from_utf8(bytes).map_err(|_| wrong("a value", "is not UTF-8"))?;
    match kind(oid) {
        (kind, false) => scalar(kind, text),
        (kind, true) => array(kind, text),
    }
}

fn wrong(text: &str, what: &str) -> DatabaseError {
    DatabaseError::new(ErrorKind::Data, format!("the server sent {text}, which {what}"))
}

fn scalar(kind: Kind, text: &str) -> Result<Literal, DatabaseError> {
    let owned = || text.to_owned();
    Ok(match kind {
        Kind::Text => Literal::Text(owned()),
        Kind::Bool => Literal::Bool(text == "t"),
        Kind::Int => Literal::Int(text.parse().map_err(|_| wrong(text, "is no integer"))?),
        Kind::Float => Literal::Float(match text {
            "Infinity" => f64::INFINITY,
            "-Infinity" => f64::NEG_INFINITY,
            "NaN" => f64::NAN,
            digits => digits.parse().map_err(|_| wrong(text, "is no number"))?,
        }),
        Kind::Decimal => Literal::Decimal(owned()),
        Kind::Bytes => Literal::Bytes(bytes(text)?),
        Kind::Date => Literal::Date(moment(text)?),
        Kind::DateTime => Literal::DateTime(moment(text)?),
        Kind::Time => Literal::Time(owned()),
        Kind::Interval => {
            Literal::Interval(interval(text).ok_or_else(|| wrong(text, "is no interval that limbeck can read"))?)
        }
        Kind::Json => Literal::Json(owned()),
        Kind::Uuid => Literal::Uuid(owned()),
    })
}

/// Python's dates go from the year 1 to 9999, and know no infinity.
fn moment(text: &str) -> Result<String, DatabaseError> {
    let year = text.split('-').next().unwrap_or_default();
    if text.ends_with(" BC") || text.ends_with("infinity") || year.len() != 4 {
        return Err(wrong(text, "no Python date can hold").with_help("cast it to text in the query"));
    }
    Ok(text.to_owned())
}

/// `\x` and hexadecimal digits.
fn bytes(text: &str) -> Result<Vec<u8>, DatabaseError> {
    let digits = text.strip_prefix("\\x").filter(|d| d.len() % 2 == 0 && d.is_ascii());
    let digits = digits.ok_or_else(|| {
        wrong("bytes", "are not in hexadecimal form")
            .with_help("set bytea_output to hex, which is PostgreSQL's default")
    })?;
    let pairs = (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16));
    pairs.collect::<Result<_, _>>().map_err(|_| wrong("bytes", "have a wrong digit"))
}

/// Seconds of an interval in PostgreSQL's own style; a month counts 30 days and a year 365, as for psycopg2.
fn interval(text: &str) -> Option<f64> {
    let mut seconds = 0.0;
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if let Some((hours, rest)) = word.split_once(':') {
            let (minutes, rest) = rest.split_once(':').unwrap_or((rest, "0"));
            let clock = hours.trim_start_matches(['-', '+']).parse::<f64>().ok()? * 3600.0
                + minutes.parse::<f64>().ok()? * 60.0
                + rest.parse::<f64>().ok()?;
            seconds += if hours.starts_with('-') { -clock } else { clock };
            continue;
        }
        let number: f64 = word.parse().ok()?;
        let days = match words.next()?.trim_end_matches('s') {
            "year" => 365.0,
            "mon" => 30.0,
            "day" => 1.0,
            _ => return None,
        };
        seconds += number * days * 86_400.0;
    }
    Some(seconds)
}

/// `{1,2,NULL,{...}}`, perhaps with `[2:4]=` before it.
fn array(kind: Kind, text: &str) -> Result<Literal, DatabaseError> {
    let body = text.find('{').map_or(text, |at| &text[at..]);
    let mut rest = body.chars().peekable();
    let found = members(kind, &mut rest)?;
    if rest.next().is_some() { Err(wrong(text, "is no array")) } else { Ok(found) }
}

fn members(kind: Kind, rest: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Result<Literal, DatabaseError> {
    let broken = || wrong("an array", "ends too early");
    rest.next();
    let mut found = Vec::new();
    loop {
        match rest.peek().ok_or_else(broken)? {
            '}' => {
                rest.next();
                return Ok(Literal::List(found));
            }
            ',' => {
                rest.next();
            }
            '{' => found.push(members(kind, rest)?),
            '"' => {
                rest.next();
                let mut word = String::new();
                loop {
                    match rest.next().ok_or_else(broken)? {
                        '"' => break,
                        '\\' => word.push(rest.next().ok_or_else(broken)?),
                        c => word.push(c),
                    }
                }
                found.push(scalar(kind, &word)?);
            }
            _ => {
                let mut word = String::new();
                while let Some(c) = rest.next_if(|c| !matches!(c, ',' | '}')) {
                    word.push(c);
                }
                found.push(if word == "NULL" { Literal::Null } else { scalar(kind, &word)? });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(oid: u32, value: &str) -> Literal {
        read(oid, Some(value.as_bytes())).unwrap()
    }

    #[test]
    fn arrays() {
        let words = |list: &[&str]| Literal::List(list.iter().map(|w| Literal::Text((*w).into())).collect());
        assert_eq!(text(1009, r#"{a,"b,c","d\"e\\",""}"#), words(&["a", "b,c", "d\"e\\", ""]));
        assert_eq!(text(1007, "{}"), Literal::List(vec![]));
        assert_eq!(text(1007, "[2:3]={1,NULL}"), Literal::List(vec![Literal::Int(1), Literal::Null]));
        let row = |a, b| Literal::List(vec![Literal::Int(a), Literal::Int(b)]);
        assert_eq!(text(1007, "{{1,2},{3,4}}"), Literal::List(vec![row(1, 2), row(3, 4)]));
        assert_eq!(text(1009, "{\"NULL\",NULL}"), Literal::List(vec![Literal::Text("NULL".into()), Literal::Null]));
        for broken in ["{", "{1", "{\"a", "{1}x"] {
            assert!(read(1007, Some(broken.as_bytes())).is_err(), "{broken}");
        }
    }

    #[test]
    fn intervals() {
        for (shown, seconds) in [
            ("00:00:00", 0.0),
            ("1 day", 86_400.0),
            ("-1 days +02:03:04.5", -86_400.0 + 7_384.5),
            ("1 year 2 mons 3 days 04:05:06", (365.0 + 60.0 + 3.0) * 86_400.0 + 14_706.0),
            ("-00:00:01", -1.0),
        ] {
            assert_eq!(interval(shown), Some(seconds), "{shown}");
        }
        assert_eq!(interval("P1D"), None);
    }

    #[test]
    fn scalars() {
        assert_eq!(text(17, "\\x00ff"), Literal::Bytes(vec![0, 255]));
        assert!(read(17, Some(b"\\000")).is_err());
        assert!(matches!(text(701, "NaN"), Literal::Float(n) if n.is_nan()));
        assert_eq!(text(1184, "2020-01-02 03:04:05.6+00"), Literal::DateTime("2020-01-02 03:04:05.6+00".into()));
        for outside in ["infinity", "0044-03-15 BC", "10000-01-01", "-infinity"] {
            assert!(read(1082, Some(outside.as_bytes())).is_err(), "{outside}");
        }
        assert_eq!(read(23, None), Ok(Literal::Null));
    }
}
