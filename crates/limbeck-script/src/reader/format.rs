//! Format specifications, `%` and `str.format`, as far as they are simple.

use std::fmt::Write as _;

use super::Outcome;
use super::arithmetic::integer;
use super::machine::Machine;
use super::object::{Arguments, Key, Object};

/// Wider fields than this are not meant.
const WIDEST: usize = 10_000;

/// `[[fill]align][sign][0][width][,][.precision][type]`
#[derive(Debug, Default, Clone, Copy)]
struct Spec {
    fill: Option<char>,
    align: Option<char>,
    sign: Option<char>,
    zero: bool,
    width: usize,
    grouping: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

impl Spec {
    fn parse(text: &str) -> Option<Self> {
        let chars: Vec<char> = text.chars().collect();
        let mut spec = Spec::default();
        let mut at = 0;
        let is_align = |c: Option<&char>| matches!(c, Some('<' | '>' | '^'));
        if is_align(chars.get(1)) {
            (spec.fill, spec.align, at) = (chars.first().copied(), chars.get(1).copied(), 2);
        } else if is_align(chars.first()) {
            (spec.align, at) = (chars.first().copied(), 1);
        }
        if let Some(sign @ ('+' | '-')) = chars.get(at) {
            (spec.sign, at) = (Some(*sign), at + 1);
        }
        if chars.get(at) == Some(&'0') {
            (spec.zero, at) = (true, at + 1);
        }
        let number = |at: &mut usize| {
            let from = *at;
            while chars.get(*at).is_some_and(char::is_ascii_digit) {
                *at += 1;
            }
            let digits: String = chars.get(from..*at)?.iter().collect();
            digits.parse::<usize>().ok().filter(|number| *number <= WIDEST)
        };
        if chars.get(at).is_some_and(char::is_ascii_digit) {
            spec.width = number(&mut at)?;
        }
        if let Some(grouping @ (',' | '_')) = chars.get(at) {
            (spec.grouping, at) = (Some(*grouping), at + 1);
        }
        if chars.get(at) == Some(&'.') {
            at += 1;
            spec.precision = Some(number(&mut at)?);
        }
        if let Some(kind) = chars.get(at) {
            (spec.kind, at) = (Some(*kind), at + 1);
        }
        (at == chars.len()).then_some(spec)
    }
}

impl Machine<'_> {
    /// `format(object, spec)`
    pub fn format(&mut self, object: &Object, spec: &str) -> Outcome<String> {
        if spec.is_empty() {
            return match object {
                _ if object.is_scalar() => self.str(object),
                Object::List(_) | Object::Tuple(_) | Object::Dict(_) => self.str(object),
                other => self.fail(format!("formatting {}", other.type_name())),
            };
        }
        let Some(parsed) = Spec::parse(spec) else {
            return self.fail(format!("the format `{spec}`"));
        };
        let text = match object {
            Object::Str(text) => string(text, parsed),
            Object::Int(value) => int(*value, parsed),
            Object::Float(value) => float(*value, parsed),
            _ => None,
        };
        match text {
            Some(text) => {
                self.charge(text.len())?;
                Ok(text)
            }
            None => self.fail(format!("the format `{spec}` of {}", object.type_name())),
        }
    }

    /// `template % values`
    pub fn percent(&mut self, template: &str, values: &Object) -> Outcome<String> {
        let positional: Vec<Object> = match values {
            Object::Tuple(items) => items.to_vec(),
            other => vec![other.clone()],
        };
        let mut next = positional.iter();
        let (mut mapped, mut unnamed) = (false, false);
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(at) = rest.find('%') {
            out.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let mut named = None;
            if let Some(inner) = rest.strip_prefix('(') {
                let Some((name, after)) = inner.split_once(')') else {
                    return self.fail("an incomplete `%` format");
                };
                if name.contains('(') {
                    return self.fail("a `%` format with parentheses in a name");
                }
                let Object::Dict(id) = values else {
                    return self.fail("a named `%` format without a dict");
                };
                let Some(value) = self.dict(*id).get(&Key::Str(name.into())).cloned() else {
                    return self.fail(format!("a `%` format of the missing name `{name}`"));
                };
                (mapped, rest, named) = (true, after, Some(value));
            }
            let end = rest.find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.')).unwrap_or(rest.len());
            let Some(kind) = rest[end..].chars().next() else {
                return self.fail("an incomplete `%` format");
            };
            let flags = &rest[..end];
            rest = &rest[end + kind.len_utf8()..];
            if kind == '%' {
                if !flags.is_empty() || named.is_some() {
                    return self.fail("a `%` format with flags");
                }
                out.push('%');
                continue;
            }
            let is_named = named.is_some();
            let Some(value) = named.or_else(|| next.next().cloned()) else {
                return self.fail("too few values for a `%` format");
            };
            if !is_named {
                unnamed = true;
            }
            if mapped && unnamed {
                return self.fail("a `%` format with named and other values");
            }
            let text = self.percent_item(flags, kind, &value)?;
            out.push_str(&text);
            self.charge(text.len())?;
        }
        out.push_str(rest);
        if next.next().is_some()
            && !mapped
            && !(matches!(values, Object::Dict(_) | Object::List(_)) && positional.len() == 1)
        {
            return self.fail("too many values for a `%` format");
        }
        self.charge(out.len())?;
        Ok(out)
    }

    fn percent_item(&mut self, flags: &str, kind: char, value: &Object) -> Outcome<String> {
        let (left, digits) = match flags.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, flags),
        };
        // `%-05d`, `%+d` and the like are left to Python.
        let Some(mut spec) = Spec::parse(digits).filter(|spec| spec.sign.is_none() && !(left && spec.zero)) else {
            return self.fail("the flags of a `%` format");
        };
        let padded = |text: String, spec: Spec| pad(text, Spec { align: Some(if left { '<' } else { '>' }), ..spec });
        let text = match (kind, value) {
            ('s' | 'r', _) => {
                if spec.zero {
                    return self.fail("a `%` format of text with zeros");
                }
                match value {
                    Object::Construct(_) | Object::Name(_) | Object::Handle(_) => None,
                    _ => {
                        let text = if kind == 's' { self.str(value)? } else { self.repr(value)? };
                        let text = match spec.precision {
                            Some(precision) => text.chars().take(precision).collect(),
                            None => text,
                        };
                        padded(text, spec)
                    }
                }
            }
            ('d' | 'i' | 'x' | 'X' | 'o', _) if integer(value).is_some() && spec.precision.is_none() => {
                let value = integer(value).unwrap_or_default();
                spec.kind = Some(if kind == 'i' { 'd' } else { kind });
                if left {
                    spec.align = Some('<')
                }
                int(value, spec)
            }
            ('f', Object::Int(_) | Object::Float(_)) => {
                spec.kind = Some('f');
                if left {
                    spec.align = Some('<')
                }
                match value {
                    Object::Int(value) => int(*value, spec),
                    Object::Float(value) => float(*value, spec),
                    _ => None,
                }
            }
            _ => None,
        };
        match text {
            Some(text) => Ok(text),
            None => self.fail(format!("`%{flags}{kind}` of {}", value.type_name())),
        }
    }

    /// `template.format(...)`
    pub fn format_method(&mut self, template: &str, arguments: &Arguments) -> Outcome<String> {
        let mut out = String::with_capacity(template.len());
        let mut next = 0;
        let mut numbered = false;
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if rest.starts_with(brace) {
                out.push_str(brace);
                rest = &rest[1..];
                continue;
            }
            let Some((field, after)) = rest.split_once('}').filter(|_| brace == "{") else {
                return self.fail("a single brace in a format");
            };
            rest = after;
            let (name, spec) = field.split_once(':').unwrap_or((field, ""));
            let (name, conversion) = match name.split_once('!') {
                Some((name, conversion)) => (name, conversion),
                None => (name, ""),
            };
            if field.contains(['{', '[']) || name.contains('.') || (!name.is_empty() && !name.is_ascii()) {
                return self.fail("a format field that is not simple");
            }
            let value = if name.is_empty() {
                next += 1;
                arguments.args.get(next - 1)
            } else if name.bytes().all(|byte| byte.is_ascii_digit()) {
                numbered = true;
                name.parse::<usize>().ok().and_then(|at| arguments.args.get(at))
            } else {
                arguments.kwargs.iter().find(|(key, _)| **key == *name).map(|(_, value)| value)
            };
            let Some(value) = value else {
                return self.fail(format!("a format field `{name}` without a value"));
            };
            let text = match conversion {
                "" => self.format(value, spec)?,
                "s" | "r" => {
                    let text = if conversion == "s" { self.str(value)? } else { self.repr(value)? };
                    self.format(&Object::str(text), spec)?
                }
                _ => return self.fail("a format conversion"),
            };
            out.push_str(&text);
        }
        out.push_str(rest);
        if numbered && next > 0 {
            return self.fail("a format with numbered and automatic fields");
        }
        self.charge(out.len())?;
        Ok(out)
    }
}

fn string(text: &str, spec: Spec) -> Option<String> {
    if spec.sign.is_some() || spec.grouping.is_some() || spec.zero || !matches!(spec.kind, None | Some('s')) {
        return None;
    }
    let text = match spec.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text.to_owned(),
    };
    pad(text, Spec { align: spec.align.or(Some('<')), ..spec })
}

fn int(value: i128, spec: Spec) -> Option<String> {
    let magnitude = value.unsigned_abs();
    let digits = match spec.kind {
        Some('f') => return if magnitude <= 1 << 53 { float(value as f64, spec) } else { None },
        _ if spec.precision.is_some() => return None,
        None | Some('d') => magnitude.to_string(),
        Some('x') => format!("{magnitude:x}"),
        Some('X') => format!("{magnitude:X}"),
        Some('o') => format!("{magnitude:o}"),
        Some('b') => format!("{magnitude:b}"),
        _ => return None,
    };
    if spec.grouping.is_some() && !matches!(spec.kind, None | Some('d')) {
        return None;
    }
    number(value < 0, &digits, "", spec)
}

fn float(value: f64, spec: Spec) -> Option<String> {
    if !value.is_finite() || spec.kind != Some('f') {
        return None;
    }
    let precision = spec.precision.unwrap_or(6);
    if precision > 100 {
        return None;
    }
    let text = format!("{:.precision$}", value.abs());
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, _)) => text.split_at(whole.len()),
        None => (text.as_str(), ""),
    };
    number(value.is_sign_negative(), whole, fraction, spec)
}

/// Sign, groups and padding of a number.
fn number(negative: bool, whole: &str, fraction: &str, spec: Spec) -> Option<String> {
    let mut digits = String::new();
    match spec.grouping {
        Some(separator) => {
            if spec.zero {
                return None;
            }
            for (at, digit) in whole.chars().enumerate() {
                if at > 0 && (whole.len() - at).is_multiple_of(3) {
                    digits.push(separator);
                }
                digits.push(digit);
            }
        }
        None => digits.push_str(whole),
    }
    digits.push_str(fraction);
    let sign = match (negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        _ => "",
    };
    if spec.zero {
        if spec.align.is_some() {
            return None;
        }
        let mut out = String::new();
        let zeros = spec.width.saturating_sub(sign.len() + digits.len());
        let _ = write!(out, "{sign}{}{digits}", "0".repeat(zeros));
        return Some(out);
    }
    pad(format!("{sign}{digits}"), Spec { align: spec.align.or(Some('>')), ..spec })
}

fn pad(text: String, spec: Spec) -> Option<String> {
    let missing = spec.width.saturating_sub(text.chars().count());
    if missing == 0 {
        return Some(text);
    }
    let left = match spec.align {
        Some('<') => 0,
        Some('>') => missing,
        Some('^') => missing / 2,
        _ => return None,
    };
    let fill = spec.fill.unwrap_or(' ');
    let run = |count| std::iter::repeat_n(fill, count);
    Some(run(left).chain(text.chars()).chain(run(missing - left)).collect())
}
