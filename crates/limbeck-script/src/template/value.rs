//! The values that templates compute with, and how Python would show them.

use super::date::CreateDate;

/// A value in a template.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A name that nobody gave a value; false, and an error when written.
    Undefined(String),
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// A whole number
    Int(i64),
    /// A string
    Str(String),
    /// A list
    List(Vec<Value>),
    /// A tuple
    Tuple(Vec<Value>),
    /// `create_date`
    Date(CreateDate),
    /// `config`
    Config,
    /// Mako's `context`
    Context,
    /// The module `re`
    Re,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Str(text.to_owned())
    }
}

impl Value {
    /// What Alembic hands to templates for some ids: nothing is None, one is itself, several are a tuple.
    pub(super) fn scalar_or(ids: &[String], several: fn(Vec<Value>) -> Value) -> Value {
        match ids {
            [] => Value::None,
            [one] => Value::Str(one.clone()),
            many => several(many.iter().map(|id| Value::Str(id.clone())).collect()),
        }
    }

    /// Python's `bool(value)`.
    pub(super) fn truth(&self) -> bool {
        match self {
            Value::Undefined(_) | Value::None => false,
            Value::Bool(flag) => *flag,
            Value::Int(number) => *number != 0,
            Value::Str(text) => !text.is_empty(),
            Value::List(items) | Value::Tuple(items) => !items.is_empty(),
            Value::Date(_) | Value::Config | Value::Context | Value::Re => true,
        }
    }

    /// Python's `str(value)`.
    pub(super) fn to_text(&self) -> Result<String, String> {
        match self {
            Value::Str(text) => Ok(text.clone()),
            Value::Date(date) => Ok(date.to_string()),
            other => other.repr(),
        }
    }

    /// Python's `repr(value)`.
    pub(super) fn repr(&self) -> Result<String, String> {
        let items =
            |items: &[Value]| Ok::<_, String>(items.iter().map(Value::repr).collect::<Result<Vec<_>, _>>()?.join(", "));
        Ok(match self {
            Value::None => "None".to_owned(),
            Value::Bool(true) => "True".to_owned(),
            Value::Bool(false) => "False".to_owned(),
            Value::Int(number) => number.to_string(),
            Value::Str(text) => repr_str(text),
            Value::List(list) => format!("[{}]", items(list)?),
            Value::Tuple(tuple) if tuple.len() == 1 => format!("({},)", items(tuple)?),
            Value::Tuple(tuple) => format!("({})", items(tuple)?),
            Value::Undefined(name) => return Err(format!("'{name}' is not defined")),
            other => return Err(format!("{} has no text", other.kind())),
        })
    }

    /// The type's name, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::Undefined(_) => "an undefined name",
            Value::None => "None",
            Value::Bool(_) => "bool",
            Value::Int(_) => "int",
            Value::Str(_) => "str",
            Value::List(_) => "list",
            Value::Tuple(_) => "tuple",
            Value::Date(_) => "datetime",
            Value::Config => "config",
            Value::Context => "context",
            Value::Re => "the module re",
        }
    }

    /// The items to loop over.
    pub(super) fn items(&self) -> Result<Vec<Value>, String> {
        match self {
            Value::List(items) | Value::Tuple(items) => Ok(items.clone()),
            Value::Str(text) => Ok(text.chars().map(|c| Value::Str(c.to_string())).collect()),
            Value::Undefined(name) => Err(format!("'{name}' is not defined")),
            other => Err(format!("{} cannot be looped over", other.kind())),
        }
    }
}

/// Python's `repr` of a string.
pub(crate) fn repr_str(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            c if is_printable(c) => out.push(c),
            c => out.push_str(&match u32::from(c) {
                code @ 0..=0xff => format!("\\x{code:02x}"),
                code @ 0x100..=0xffff => format!("\\u{code:04x}"),
                code => format!("\\U{code:08x}"),
            }),
        }
    }
    out.push(quote);
    out
}

/// Python's `str.isprintable`: not a control, format, surrogate, private, unassigned or separator character, and the blank.
fn is_printable(c: char) -> bool {
    // `str::escape_debug` escapes exactly those, and combining characters only at the beginning.
    c == '\'' || c == '"' || c == '\\' || format!("a{c}").escape_debug().eq(['a', c])
}
