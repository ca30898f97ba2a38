//! The values that version scripts and env.py hand over, whichever reader read them.

use limbeck_core::source::Location;

/// What a reader found where Python has a value.
///
/// Plain data stands for itself. A SQLAlchemy construct is a [`Call`] that keeps what the script wrote;
/// the binder, not the reader, knows what it means.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// An integer. Python's are unbounded; a reader refuses what does not fit.
    Int(i128),
    /// A float
    Float(f64),
    /// A string
    Str(String),
    /// A bytes string
    Bytes(Vec<u8>),
    /// A list
    List(Vec<Value>),
    /// A tuple
    Tuple(Vec<Value>),
    /// A set, in the order of its text
    Set(Vec<Value>),
    /// A dict, in insertion order
    Dict(Vec<(Value, Value)>),
    /// A class or function of a known package that is not called: `sa.Integer`. The canonical dotted name.
    Name(String),
    /// A call, method call, attribute or operator on constructs.
    Call(Box<Call>),
    /// Something an import that cannot be resolved would have given.
    Absent(Box<Absent>),
}

/// A construct, as written: `sa.Column("id", sa.Integer())`.
///
/// `name` is one of
/// * a canonical dotted name: `sqlalchemy.Column`, `sqlalchemy.dialects.postgresql.JSONB`, `sqlalchemy.func.now`, `datetime.datetime`;
/// * `.method`: a method call, the receiver is `args[0]`: `t.update()` is `.update(t)`;
/// * `getattr`: an attribute, `args = [receiver, Str(name)]`: `t.c.id` is `getattr(getattr(t, "c"), "id")`;
/// * `operator.NAME`: a Python operator by its name in the `operator` module (`eq ne lt le gt ge add sub mul truediv mod and_ or_ inv
///   neg getitem`).
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// See the type's documentation.
    pub name: String,
    /// Positional arguments.
    pub args: Vec<Value>,
    /// Keyword arguments in the order written.
    pub kwargs: Vec<(String, Value)>,
    /// Where the script wrote it.
    pub location: Location,
}

/// Stands for a value that an unresolved import would have given. It may be passed about; deciding something real by it is an error.
#[derive(Debug, Clone, PartialEq)]
pub struct Absent {
    /// The expression: `settings.database_url`.
    pub expression: String,
    /// The module that could not be imported: `app.core.config`.
    pub module: String,
    /// Where the expression stands.
    pub location: Location,
}

impl Value {
    /// A string value.
    pub fn str(text: impl Into<String>) -> Self {
        Value::Str(text.into())
    }

    /// A call without keyword arguments.
    pub fn call(name: impl Into<String>, args: Vec<Value>, location: Location) -> Self {
        Value::Call(Box::new(Call { name: name.into(), args, kwargs: Vec::new(), location }))
    }

    /// What Python's `type(value).__name__` would say, for messages.
    pub fn type_name(&self) -> &str {
        match self {
            Value::None => "None",
            Value::Bool(_) => "bool",
            Value::Int(_) => "int",
            Value::Float(_) => "float",
            Value::Str(_) => "str",
            Value::Bytes(_) => "bytes",
            Value::List(_) => "list",
            Value::Tuple(_) => "tuple",
            Value::Set(_) => "set",
            Value::Dict(_) => "dict",
            Value::Name(name) => name.rsplit('.').next().unwrap_or(name),
            Value::Call(call) => call.name.rsplit('.').next().unwrap_or(&call.name),
            Value::Absent(_) => "value that could not be imported",
        }
    }

    /// The text, when it is a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list, tuple or set.
    pub fn as_items(&self) -> Option<&[Value]> {
        match self {
            Value::List(items) | Value::Tuple(items) | Value::Set(items) => Some(items),
            _ => None,
        }
    }
}
