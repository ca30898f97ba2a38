//! Values as text, in the forms that Python and SQLAlchemy give them.

/// `'it''s'`
pub(crate) fn string(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A float as Python's `repr` writes it: the shortest digits that read back, an exponent from 1e16 up and below 1e-4.
pub(crate) fn float(value: f64) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let scientific = format!("{value:e}");
    let Some((digits, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if value != 0.0 && !(-4..16).contains(&exponent) {
        return format!("{digits}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs());
    }
    let plain = format!("{value}");
    if plain.contains('.') { plain } else { format!("{plain}.0") }
}

/// A JSON string as Python's `json.dumps` writes it: everything outside ASCII escaped.
pub(crate) fn json_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(c),
            _ => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    out.push('"');
    out
}

/// The parts of a moment written as `YYYY-MM-DD[ HH:MM:SS[.ffffff][+HH:MM]]`; what is not there is zero.
pub(crate) fn date_and_time(text: &str) -> Option<(String, String)> {
    let date = text.get(..10).filter(|d| d.bytes().filter(|b| *b == b'-').count() == 2)?;
    let rest = text[10..].trim_start_matches([' ', 'T']);
    Some((date.to_owned(), if rest.is_empty() { "00:00:00.000000".to_owned() } else { time(rest)? }))
}

/// A time with six digits of fraction and without its zone.
pub(crate) fn time(text: &str) -> Option<String> {
    let end = text.char_indices().skip(1).find(|(_, c)| matches!(c, '+' | '-' | 'Z')).map_or(text.len(), |(i, _)| i);
    let (whole, fraction) = text[..end].split_once('.').unwrap_or((&text[..end], ""));
    let mut parts: Vec<&str> = whole.split(':').collect();
    if parts.len() == 2 {
        parts.push("00");
    }
    let good = parts.len() == 3 && parts.iter().all(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()));
    let good = good && fraction.len() <= 6 && fraction.bytes().all(|b| b.is_ascii_digit());
    good.then(|| format!("{}.{fraction:0<6}", parts.join(":")))
}

/// The moment that many seconds after 1970: how an interval is kept where there is no type for it.
pub(crate) fn epoch_plus(seconds: f64) -> Option<String> {
    let micros = (seconds * 1e6).round();
    if !micros.is_finite() || micros.abs() > 2.5e17 {
        return None;
    }
    let micros = micros as i64;
    let (days, rest) = (micros.div_euclid(86_400_000_000), micros.rem_euclid(86_400_000_000));
    // Days to dates by Howard Hinnant's `civil_from_days`.
    let z = days + 719_468;
    let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    let (seconds, micros) = (rest / 1_000_000, rest % 1_000_000);
    let clock = format!("{:02}:{:02}:{:02}.{micros:06}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    (1..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02} {clock}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_pythons() {
        for (value, text) in [
            (1.0, "1.0"),
            (-0.0, "-0.0"),
            (0.1, "0.1"),
            (1.5e300, "1.5e+300"),
            (1e16, "1e+16"),
            (123456789012345.0, "123456789012345.0"),
            (1234567890123456.0, "1234567890123456.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(float(value), text);
        }
    }

    #[test]
    fn moments_have_six_digits_of_fraction_and_no_zone() {
        let both = |t: &str| date_and_time(t).map(|(d, t)| format!("{d} {t}"));
        assert_eq!(both("2020-01-02").as_deref(), Some("2020-01-02 00:00:00.000000"));
        assert_eq!(both("2020-01-02 03:04:05.5+02:00").as_deref(), Some("2020-01-02 03:04:05.500000"));
        assert_eq!(both("x"), None);
        assert_eq!(time("01:02").as_deref(), Some("01:02:00.000000"));
        assert_eq!(time("1:2:3"), None);
        assert_eq!(epoch_plus(86_400.5).as_deref(), Some("1970-01-02 00:00:00.500000"));
        assert_eq!(epoch_plus(-1.0).as_deref(), Some("1969-12-31 23:59:59.000000"));
        assert_eq!(epoch_plus(f64::NAN), None);
    }

    #[test]
    fn json_strings_are_ascii() {
        assert_eq!(json_string("a\"é\n😀"), r#""a\"\u00e9\n\ud83d\ude00""#);
    }
}
