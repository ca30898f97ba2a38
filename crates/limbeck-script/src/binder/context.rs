//! Where a value is looked at, and the words in which a wrong one is refused.

use limbeck_core::schema::Name;
use limbeck_core::source::{Location, SourceError};

use super::names::canonical;
use crate::directive::{Absent, Call, Value};

/// The call whose arguments are looked at.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// As the user writes it: `op.create_table`, `sa.Column`
    pub what: &'a str,
    pub location: &'a Location,
}

impl<'a> Context<'a> {
    pub fn new(what: &'a str, location: &'a Location) -> Self {
        Context { what, location }
    }

    /// A fault of the call as a whole.
    pub fn fault(&self, message: impl AsRef<str>) -> SourceError {
        SourceError::new(self.location.clone(), format!("{}: {}", self.what, message.as_ref()))
    }

    /// A value that is not what the argument needs.
    pub fn wrong(&self, argument: &str, value: &Value, allowed: &str) -> SourceError {
        match plain(value) {
            Value::Absent(absent) => self.absent(argument, absent),
            Value::Call(call) => SourceError::new(
                call.location.clone(),
                format!("{}: `{argument}` must be {allowed}, not {}", self.what, describe(value)),
            ),
            _ => self.fault(format!("`{argument}` must be {allowed}, not {}", describe(value))),
        }
    }

    /// A value that an import which cannot be resolved would have given.
    pub fn absent(&self, argument: &str, absent: &Absent) -> SourceError {
        SourceError::new(
            absent.location.clone(),
            format!(
                "{}: `{argument}` needs the value of `{}`, and the module `{}` could not be imported",
                self.what, absent.expression, absent.module
            ),
        )
        .help(format!("make the module `{}` importable, or write the value itself into the script", absent.module))
    }

    /// Text: a str, a name made by `op.f`, a quoted name.
    pub fn text(&self, argument: &str, value: &Value) -> Result<String, SourceError> {
        Ok(self.name(argument, value)?.text)
    }

    /// A name, and whether `op.f` made it final.
    pub fn name(&self, argument: &str, value: &Value) -> Result<Name, SourceError> {
        match plain(value) {
            Value::Str(text) => Ok(Name::new(text)),
            Value::Call(call) => match (canonical(&call.name).as_ref(), call.args.first().map(plain)) {
                ("alembic.op.f" | "sqlalchemy.conv", Some(Value::Str(text))) => Ok(Name::finished(text)),
                ("sqlalchemy.quoted_name", Some(Value::Str(text))) => self.quoted(call, text),
                ("alembic.op.f" | "sqlalchemy.conv" | "sqlalchemy.quoted_name", Some(other)) => {
                    Err(self.wrong(argument, other, "a str"))
                }
                _ => Err(self.wrong(argument, value, "a str")),
            },
            _ => Err(self.wrong(argument, value, "a str")),
        }
    }

    /// `quoted_name(text, quote)`. Quoting is the dialect's decision here; only `quote=False` on a name that needs quotes differs.
    fn quoted(&self, call: &Call, text: &str) -> Result<Name, SourceError> {
        let quote = call.args.get(1).or_else(|| call.kwargs.iter().find(|(k, _)| k == "quote").map(|(_, v)| v));
        let plain_name = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        match quote.map(plain) {
            Some(Value::Bool(false)) if !plain_name => Err(SourceError::new(
                call.location.clone(),
                format!("{}: the name \"{text}\" cannot go without quotes", self.what),
            )),
            _ => Ok(Name::new(text)),
        }
    }

    pub fn bool(&self, argument: &str, value: &Value) -> Result<bool, SourceError> {
        match plain(value) {
            Value::Bool(value) => Ok(*value),
            _ => Err(self.wrong(argument, value, "True or False")),
        }
    }

    pub fn int(&self, argument: &str, value: &Value) -> Result<i64, SourceError> {
        match plain(value) {
            Value::Int(number) => {
                i64::try_from(*number).map_err(|_| self.fault(format!("`{argument}` is too large: {number}")))
            }
            _ => Err(self.wrong(argument, value, "an int")),
        }
    }

    /// Several names: a list or tuple of str.
    pub fn texts(&self, argument: &str, value: &Value) -> Result<Vec<String>, SourceError> {
        let items = self.items(argument, value, "a list of str")?;
        items.iter().map(|item| self.text(argument, item)).collect()
    }

    /// The items of a list, tuple or set.
    pub fn items<'v>(&self, argument: &str, value: &'v Value, allowed: &str) -> Result<&'v [Value], SourceError> {
        plain(value).as_items().ok_or_else(|| self.wrong(argument, value, allowed))
    }

    /// The entries of a dict whose keys are str.
    pub fn entries<'v>(&self, argument: &str, value: &'v Value) -> Result<Vec<(String, &'v Value)>, SourceError> {
        match plain(value) {
            Value::Dict(entries) => entries.iter().map(|(key, value)| Ok((self.text(argument, key)?, value))).collect(),
            _ => Err(self.wrong(argument, value, "a dict")),
        }
    }
}

/// The value itself where a reader wraps one that a user's type has converted.
pub(super) fn plain(value: &Value) -> &Value {
    match value {
        Value::Call(call) if call.name == "python.value" => call.args.first().map_or(&Value::None, plain),
        _ => value,
    }
}

/// The construct, when it is one of that canonical name; a name that is not called counts as called without arguments elsewhere.
pub(super) fn construct<'v>(value: &'v Value, name: &str) -> Option<&'v Call> {
    match plain(value) {
        Value::Call(call) if canonical(&call.name) == name => Some(call),
        _ => None,
    }
}

/// The value as a message shows it: `3`, `"abc"`, `sa.text(...)`.
pub(super) fn describe(value: &Value) -> String {
    const LONG: usize = 40;
    match plain(value) {
        Value::None => "None".into(),
        Value::Bool(true) => "True".into(),
        Value::Bool(false) => "False".into(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => format!("{number:?}"),
        Value::Str(text) if text.chars().count() > LONG => {
            format!("the str \"{}...\"", text.chars().take(LONG).collect::<String>())
        }
        Value::Str(text) => format!("the str \"{text}\""),
        Value::Name(name) => shown(name),
        Value::Call(call) => match call.name.as_str() {
            "getattr" => match call.args.get(1) {
                Some(Value::Str(name)) => format!("the attribute .{name}"),
                _ => "an attribute".into(),
            },
            name if name.starts_with('.') => format!("{name}(...)"),
            name if name.starts_with("operator.") => "an expression".into(),
            name => format!("{}(...)", shown(name)),
        },
        other => format!("a {}", other.type_name()),
    }
}

/// A canonical name as scripts write it: `sa.Column`, `postgresql.JSONB`, `op.f`.
pub(super) fn shown(name: &str) -> String {
    let name = canonical(name);
    for (prefix, short) in [("sqlalchemy.dialects.", ""), ("sqlalchemy.", "sa."), ("alembic.op.", "op.")] {
        if let Some(rest) = name.strip_prefix(prefix) {
            return format!("{short}{rest}");
        }
    }
    name.into_owned()
}

/// The name in `known` that was probably meant.
pub(super) fn nearest<'k>(given: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let best = known.into_iter().map(|k| (distance(given, k), k)).min_by_key(|(d, _)| *d)?;
    (best.0 <= (given.len() / 3).clamp(1, 3)).then_some(best.1)
}

/// Levenshtein's distance of two identifiers, by their first 64 characters.
fn distance(a: &str, b: &str) -> usize {
    let start = |text: &str| text.chars().take(64).collect::<String>();
    strsim::levenshtein(&start(a), &start(b))
}
