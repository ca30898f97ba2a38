//! Methods and attributes that templates may use.

use super::value::Value;
use crate::config::{Config, OptionValue, is_python_space};

type Outcome = Result<Value, String>;

/// `value.name`
pub(super) fn attribute(value: &Value, name: &str, config: &Config) -> Outcome {
    match (value, name) {
        (Value::Date(date), "year") => Ok(Value::Int(date.civil.year().into())),
        (Value::Date(date), "month") => Ok(Value::Int(date.civil.month().into())),
        (Value::Date(date), "day") => Ok(Value::Int(date.civil.day().into())),
        (Value::Date(date), "hour") => Ok(Value::Int(date.civil.hour().into())),
        (Value::Date(date), "minute") => Ok(Value::Int(date.civil.minute().into())),
        (Value::Date(date), "second") => Ok(Value::Int(date.civil.second().into())),
        (Value::Config, "config_ini_section") => Ok(config.section_name().into()),
        (Value::Config, "config_file_name") => {
            Ok(config.config_file_name().map_or(Value::None, |file| Value::Str(file.display().to_string())))
        }
        (Value::Undefined(name), _) => Err(format!("'{name}' is not defined")),
        _ => Err(format!("the attribute .{name} of {} is not supported in a template", value.kind())),
    }
}

/// `receiver.name(arguments)`
pub(super) fn call(receiver: &Value, name: &str, arguments: &[Value], config: &Config) -> Outcome {
    match receiver {
        Value::Str(text) => string(text, name, arguments),
        Value::Date(date) => match (name, arguments) {
            ("strftime", [Value::Str(format)]) => date.strftime(format).map(Value::Str),
            ("isoformat", []) => Ok(Value::Str(date.iso('T'))),
            ("date", []) => Ok(Value::Str(date.date())),
            ("timestamp", []) => Err("timestamp() is not supported in a template".to_owned()),
            _ => Err(no_method(receiver, name)),
        },
        Value::Config => configuration(config, name, arguments),
        Value::Re => match (name, arguments) {
            ("split", [Value::Str(pattern), Value::Str(text)]) => split(pattern, text),
            ("split", [Value::Str(_), other]) => Err(format!("re.split: expected a string, not {}", other.kind())),
            _ => Err(no_method(receiver, name)),
        },
        Value::Undefined(name) => Err(format!("'{name}' is not defined")),
        _ => Err(no_method(receiver, name)),
    }
}

fn no_method(receiver: &Value, name: &str) -> String {
    format!("{}.{name}() with these arguments is not supported in a template", receiver.kind())
}

fn configuration(config: &Config, name: &str, arguments: &[Value]) -> Outcome {
    let shown = |value: Option<String>, default: Option<&Value>| match value {
        Some(value) => Value::Str(value),
        None => default.cloned().unwrap_or(Value::None),
    };
    match (name, arguments) {
        ("get_main_option", [Value::Str(key), default @ ..]) if default.len() < 2 => {
            let value = config.get_main_option(key).map_err(|error| error.to_string())?;
            Ok(shown(value, default.first()))
        }
        ("get_section_option", [Value::Str(section), Value::Str(key), default @ ..]) if default.len() < 2 => {
            let value = config.get_section_option(section, key).map_err(|error| error.to_string())?;
            Ok(shown(value, default.first()))
        }
        ("get_alembic_option", [Value::Str(key), default @ ..]) if default.len() < 2 => {
            match config.get_alembic_option(key).map_err(|error| error.to_string())? {
                None => Ok(shown(None, default.first())),
                Some(OptionValue::Str(text)) => Ok(Value::Str(text)),
                Some(OptionValue::List(items)) => Ok(Value::List(items.into_iter().map(Value::Str).collect())),
                Some(OptionValue::Int(number)) => Ok(Value::Int(number)),
                Some(OptionValue::Bool(flag)) => Ok(Value::Bool(flag)),
                Some(_) => Err(format!("the option '{key}' is a table, which templates cannot use")),
            }
        }
        _ => Err(no_method(&Value::Config, name)),
    }
}

fn string(text: &str, name: &str, arguments: &[Value]) -> Outcome {
    let str = |text: String| Ok(Value::Str(text));
    let list = |parts: Vec<&str>| Ok(Value::List(parts.into_iter().map(Value::from).collect()));
    match (name, arguments) {
        ("strip", []) => str(text.trim_matches(is_python_space).to_owned()),
        ("lstrip", []) => str(text.trim_start_matches(is_python_space).to_owned()),
        ("rstrip", []) => str(text.trim_end_matches(is_python_space).to_owned()),
        ("strip", [Value::Str(set)]) => str(text.trim_matches(|c| set.contains(c)).to_owned()),
        ("lstrip", [Value::Str(set)]) => str(text.trim_start_matches(|c| set.contains(c)).to_owned()),
        ("rstrip", [Value::Str(set)]) => str(text.trim_end_matches(|c| set.contains(c)).to_owned()),
        ("upper", []) => str(text.to_uppercase()),
        ("lower", []) => str(text.to_lowercase()),
        ("capitalize", []) if text.is_ascii() => {
            let lower = text.to_ascii_lowercase();
            str(lower.get(..1).map_or(String::new(), str::to_ascii_uppercase) + lower.get(1..).unwrap_or_default())
        }
        ("replace", [Value::Str(from), Value::Str(to)]) => str(text.replace(from.as_str(), to)),
        ("startswith", [Value::Str(prefix)]) => Ok(Value::Bool(text.starts_with(prefix.as_str()))),
        ("endswith", [Value::Str(suffix)]) => Ok(Value::Bool(text.ends_with(suffix.as_str()))),
        ("split", []) => list(text.split(is_python_space).filter(|part| !part.is_empty()).collect()),
        ("split", [Value::Str(separator)]) if !separator.is_empty() => list(text.split(separator.as_str()).collect()),
        ("splitlines", [])
            if !text.contains(['\x0b', '\x0c', '\x1c', '\x1d', '\x1e', '\u{85}', '\u{2028}', '\u{2029}']) =>
        {
            let unified = text.replace("\r\n", "\n").replace('\r', "\n");
            list(unified.lines().collect())
        }
        ("join", [items]) => {
            let parts: Result<Vec<String>, String> = items
                .items()?
                .into_iter()
                .map(|item| match item {
                    Value::Str(part) => Ok(part),
                    other => Err(format!("join: {} is not a string", other.kind())),
                })
                .collect();
            str(parts?.join(text))
        }
        _ => Err(no_method(&Value::Str(String::new()), name)),
    }
}

/// `re.split`, for patterns that are a row of characters or `\s`, each with at most a `*`, `+` or `?`.
fn split(pattern: &str, text: &str) -> Outcome {
    let atoms =
        atoms(pattern).ok_or_else(|| format!("the pattern '{pattern}' is not supported in a template; `,\\s*` is"))?;
    let text: Vec<char> = text.chars().collect();
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        match matched(&atoms, &text[at..]) {
            Some(length) if length > 0 => {
                parts.push(Value::Str(text[start..at].iter().collect()));
                at += length;
                start = at;
            }
            _ => at += 1,
        }
    }
    parts.push(Value::Str(text[start..].iter().collect()));
    Ok(Value::List(parts))
}

struct Atom {
    /// `None` is `\s`.
    literal: Option<char>,
    optional: bool,
    many: bool,
}

fn atoms(pattern: &str) -> Option<Vec<Atom>> {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        let literal = match c {
            '\\' => match chars.next()? {
                's' => None,
                escaped if !escaped.is_alphanumeric() => Some(escaped),
                _ => return None,
            },
            '.' | '^' | '$' | '*' | '+' | '?' | '{' | '}' | '[' | ']' | '|' | '(' | ')' => return None,
            c => Some(c),
        };
        let (optional, many) = match chars.peek() {
            Some('*') => (true, true),
            Some('+') => (false, true),
            Some('?') => (true, false),
            _ => (false, false),
        };
        if optional || many {
            chars.next();
        }
        // A repeated atom takes all it can; what follows must not need any of it back.
        if let Some(last) = atoms.last()
            && (last.many || last.optional)
            && overlap(last.literal, literal)
        {
            return None;
        }
        atoms.push(Atom { literal, optional, many });
    }
    // A pattern that can match nothing splits between characters; nobody wants that.
    atoms.iter().any(|atom| !atom.optional).then_some(atoms)
}

fn overlap(left: Option<char>, right: Option<char>) -> bool {
    match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => left == right,
        (None, Some(c)) | (Some(c), None) => is_python_space(c),
    }
}

fn matched(atoms: &[Atom], text: &[char]) -> Option<usize> {
    let mut at = 0;
    for atom in atoms {
        let fits = |c: &char| atom.literal.map_or_else(|| is_python_space(*c), |literal| literal == *c);
        let run = text[at..].iter().take_while(|c| fits(c)).count();
        if run == 0 && !atom.optional {
            return None;
        }
        at += if atom.many { run } else { run.min(1) };
    }
    Some(at)
}
