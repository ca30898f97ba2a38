//! Python's `text % values`, for strings and whole numbers.

use super::value::Value;

/// What stands to the right of the `%`.
pub(super) enum Arguments<'a> {
    /// `text % {...}`: every directive names its value.
    Named(&'a dyn Fn(&str) -> Option<Value>),
    /// `text % (...)`: in order.
    Positional(&'a [Value]),
}

/// Formats `text`. Errors are one sentence.
pub(super) fn format(text: &str, arguments: &Arguments) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut next = 0;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            out.push('%');
            rest = after;
            continue;
        }
        let mut value = None;
        if let Arguments::Named(lookup) = arguments {
            let named = rest.strip_prefix('(').and_then(|inner| inner.split_once(')'));
            let Some((name, after)) = named else {
                return Err("a percent sign is followed by neither %% nor (name)".to_owned());
            };
            value = Some(lookup(name).ok_or_else(|| format!("there is no value named '{name}'"))?);
            rest = after;
        }
        let (spec, after) = Spec::parse(rest)?;
        rest = after;
        let value = match (value, arguments) {
            (Some(value), _) => value,
            (None, Arguments::Positional(values)) => {
                let value = values.get(next).cloned().ok_or("not enough arguments for format string")?;
                next += 1;
                value
            }
            (None, Arguments::Named(_)) => return Err("format requires a mapping".to_owned()),
        };
        spec.write(&value, &mut out)?;
    }
    out.push_str(rest);
    match arguments {
        Arguments::Positional(values) if next < values.len() => {
            Err("not all arguments converted during string formatting".to_owned())
        }
        _ => Ok(out),
    }
}

/// Longer fields than this are a mistake.
const MAX_WIDTH: usize = 1000;

/// `[flags][width][.precision]conversion`
#[derive(Default)]
struct Spec {
    left: bool,
    zero: bool,
    plus: bool,
    blank: bool,
    width: usize,
    precision: Option<usize>,
    conversion: char,
}

impl Spec {
    fn parse(text: &str) -> Result<(Spec, &str), String> {
        let mut spec = Spec::default();
        let mut rest = text;
        loop {
            match rest.chars().next() {
                Some('-') => spec.left = true,
                Some('0') => spec.zero = true,
                Some('+') => spec.plus = true,
                Some(' ') => spec.blank = true,
                Some('#') => {}
                _ => break,
            }
            rest = &rest[1..];
        }
        (spec.width, rest) = number(rest)?;
        if let Some(after) = rest.strip_prefix('.') {
            let (precision, after) = number(after)?;
            spec.precision = Some(precision);
            rest = after;
        }
        // C's length modifiers mean nothing in Python.
        rest = rest.strip_prefix(['h', 'l', 'L']).unwrap_or(rest);
        match rest.chars().next() {
            Some(c @ ('s' | 'r' | 'd' | 'i' | 'u')) => {
                spec.conversion = c;
                Ok((spec, &rest[1..]))
            }
            Some(other) => Err(format!("the format character '{other}' is not supported; s, r and d are")),
            None => Err("incomplete format".to_owned()),
        }
    }

    fn write(&self, value: &Value, out: &mut String) -> Result<(), String> {
        let (sign, body, zero) = match self.conversion {
            's' | 'r' => {
                let text = if self.conversion == 's' { value.to_text()? } else { value.repr()? };
                let text = match self.precision {
                    Some(precision) => text.chars().take(precision).collect(),
                    None => text,
                };
                ("", text, false)
            }
            _ => {
                let number = match value {
                    Value::Int(number) => *number,
                    Value::Bool(flag) => i64::from(*flag),
                    other => return Err(format!("%d format: a real number is required, not {}", other.kind())),
                };
                let sign = match () {
                    () if number < 0 => "-",
                    () if self.plus => "+",
                    () if self.blank => " ",
                    () => "",
                };
                let digits = number.unsigned_abs().to_string();
                (sign, format!("{digits:0>width$}", width = self.precision.unwrap_or(0)), self.zero && !self.left)
            }
        };
        let fill = self.width.saturating_sub(sign.len() + body.chars().count());
        match (self.left, zero) {
            (true, _) => out.push_str(&format!("{sign}{body}{}", " ".repeat(fill))),
            (false, true) => out.push_str(&format!("{sign}{}{body}", "0".repeat(fill))),
            (false, false) => out.push_str(&format!("{}{sign}{body}", " ".repeat(fill))),
        }
        Ok(())
    }
}

fn number(text: &str) -> Result<(usize, &str), String> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if end == 0 {
        return Ok((0, text));
    }
    match text[..end].parse() {
        Ok(number) if number <= MAX_WIDTH => Ok((number, &text[end..])),
        _ => Err(format!("the width {} is too large", &text[..end])),
    }
}
