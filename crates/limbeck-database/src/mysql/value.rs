//! Values as text, typed as PyMySQL types them for a script.

use limbeck_core::expression::Literal;
use mysql_common::constants::ColumnType;
use mysql_common::packets::Column;

use crate::{DatabaseError, ErrorKind};

/// The number of the character set `binary`.
const BINARY: u16 = 63;

/// A value of a column from its text.
pub(super) fn read(column: &Column, bytes: &[u8]) -> Result<Literal, DatabaseError> {
    use ColumnType::*;
    let kind = column.column_type();
    let is_binary = column.character_set() == BINARY;
    match kind {
        MYSQL_TYPE_BIT | MYSQL_TYPE_GEOMETRY | MYSQL_TYPE_VECTOR => return Ok(Literal::Bytes(bytes.to_vec())),
        MYSQL_TYPE_TINY_BLOB
        | MYSQL_TYPE_MEDIUM_BLOB
        | MYSQL_TYPE_LONG_BLOB
        | MYSQL_TYPE_BLOB
        | MYSQL_TYPE_VAR_STRING
        | MYSQL_TYPE_VARCHAR
        | MYSQL_TYPE_STRING
            if is_binary =>
        {
            return Ok(Literal::Bytes(bytes.to_vec()));
        }
        _ => {}
    }
    let text = std::str::from_utf8(bytes).map_err(|_| wrong(column, "which is not UTF-8"))?;
    Ok(match kind {
        MYSQL_TYPE_TINY | MYSQL_TYPE_SHORT | MYSQL_TYPE_LONG | MYSQL_TYPE_LONGLONG | MYSQL_TYPE_INT24
        | MYSQL_TYPE_YEAR => match text.parse() {
            Ok(number) => Literal::Int(number),
            // BIGINT UNSIGNED reaches further than our integers.
            Err(_) if text.bytes().all(|b| b.is_ascii_digit()) => Literal::Decimal(text.to_owned()),
            Err(_) => return Err(wrong(column, "which is no integer")),
        },
        MYSQL_TYPE_FLOAT | MYSQL_TYPE_DOUBLE => {
            Literal::Float(text.parse().map_err(|_| wrong(column, "which is no number"))?)
        }
        MYSQL_TYPE_DECIMAL | MYSQL_TYPE_NEWDECIMAL => Literal::Decimal(text.to_owned()),
        // A date that Python's cannot hold stays text, as it does with PyMySQL.
        MYSQL_TYPE_DATE | MYSQL_TYPE_NEWDATE if is_date(text) => Literal::Date(text.to_owned()),
        MYSQL_TYPE_DATETIME | MYSQL_TYPE_TIMESTAMP if is_date(text.get(..10).unwrap_or_default()) => {
            Literal::DateTime(text.to_owned())
        }
        MYSQL_TYPE_TIME => interval(text).map_or_else(|| Literal::Text(text.to_owned()), Literal::Interval),
        _ => Literal::Text(text.to_owned()),
    })
}

fn wrong(column: &Column, what: &str) -> DatabaseError {
    DatabaseError::new(ErrorKind::Data, format!("the server sent a value for {}, {what}", column.name_str()))
}

/// `YYYY-MM-DD` with no part zero.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.len() == 3 && parts.iter().all(|part| part.parse::<u32>().is_ok_and(|number| number > 0))
}

/// Seconds of `[-]HHH:MM:SS[.ffffff]`.
fn interval(text: &str) -> Option<f64> {
    let (negative, clock) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let mut parts = clock.splitn(3, ':');
    let mut next = || parts.next()?.parse::<f64>().ok();
    let seconds = next()? * 3600.0 + next()? * 60.0 + next()?;
    Some(if negative { -seconds } else { seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(kind: ColumnType, charset: u16, text: &str) -> Literal {
        read(&Column::new(kind).with_character_set(charset), text.as_bytes()).unwrap()
    }

    #[test]
    fn every_kind() {
        use ColumnType::*;
        let text = |text: &str| Literal::Text(text.into());
        for (kind, charset, sent, expected) in [
            (MYSQL_TYPE_TINY, BINARY, "-1", Literal::Int(-1)),
            (MYSQL_TYPE_LONGLONG, BINARY, "18446744073709551615", Literal::Decimal("18446744073709551615".into())),
            (MYSQL_TYPE_DOUBLE, BINARY, "1e300", Literal::Float(1e300)),
            (MYSQL_TYPE_NEWDECIMAL, BINARY, "1.50", Literal::Decimal("1.50".into())),
            (MYSQL_TYPE_VAR_STRING, 45, "é", text("é")),
            (MYSQL_TYPE_BLOB, BINARY, "é", Literal::Bytes(vec![0xc3, 0xa9])),
            (MYSQL_TYPE_BLOB, 45, "{}", text("{}")),
            (MYSQL_TYPE_DATE, BINARY, "2020-01-02", Literal::Date("2020-01-02".into())),
            (MYSQL_TYPE_DATE, BINARY, "0000-00-00", text("0000-00-00")),
            (MYSQL_TYPE_DATETIME, BINARY, "2020-01-02 03:04:05.5", Literal::DateTime("2020-01-02 03:04:05.5".into())),
            (MYSQL_TYPE_TIMESTAMP, BINARY, "0000-00-00 00:00:00", text("0000-00-00 00:00:00")),
            (MYSQL_TYPE_TIME, BINARY, "-100:00:01.5", Literal::Interval(-360_001.5)),
            (MYSQL_TYPE_YEAR, BINARY, "2020", Literal::Int(2020)),
        ] {
            assert_eq!(value(kind, charset, sent), expected, "{kind:?} {sent}");
        }
        assert!(read(&Column::new(MYSQL_TYPE_VAR_STRING).with_character_set(45), &[0xff]).is_err());
    }
}
