//! What is known of a schema, as the values that a script would write for it: how Rust shows types, columns, tables and the steps of
//! a revision to Python, and how it reads the latter back.

mod read;
mod schema;
mod steps;
#[cfg(test)]
mod tests;
mod types;

use limbeck_core::expression::Expression;
use limbeck_core::schema::{DialectOptions, Name, OptionValue, ServerDefault};
use limbeck_core::source::Location;
use limbeck_dialect::Dialect;

pub use read::read_step;

use crate::directive::{Call, Value};

/// The name of the call that stands for an object which Python keeps: `(number,)`.
pub const OBJECT: &str = "limbeck.object";
/// How the calls that stand for steps begin: `alembic.ops.create_table`.
pub const STEP: &str = "alembic.ops.";

type Named = Vec<(String, Value)>;

/// Writes values. Expressions become text of this dialect.
#[derive(Clone, Copy)]
pub struct Trees<'d> {
    dialect: &'d dyn Dialect,
}

impl<'d> Trees<'d> {
    /// For expressions of `dialect`.
    pub fn new(dialect: &'d dyn Dialect) -> Self {
        Trees { dialect }
    }

    /// An expression, or nothing where the dialect has no text for it.
    fn expression(self, expression: &Expression) -> Value {
        match expression {
            Expression::Text(clause) => call("sqlalchemy.text", vec![Value::str(&clause.text)], Vec::new()),
            other => match self.dialect.default_text(&ServerDefault::Expression(other.clone())) {
                Ok(sql) => call("sqlalchemy.text", vec![Value::Str(sql.replace(':', "\\:"))], Vec::new()),
                Err(_) => Value::None,
            },
        }
    }

    /// The value of a dialect argument.
    fn option(self, value: &OptionValue) -> Value {
        match value {
            OptionValue::Bool(flag) => Value::Bool(*flag),
            OptionValue::Int(number) => Value::Int((*number).into()),
            OptionValue::Text(text) => Value::str(text),
            OptionValue::Expression(expression) => self.expression(expression),
            OptionValue::Type(sql_type) => types::tree(sql_type),
            OptionValue::List(values) => Value::List(values.iter().map(|value| self.option(value)).collect()),
            OptionValue::Map(entries) => {
                Value::Dict(entries.iter().map(|(key, value)| (Value::str(key), self.option(value))).collect())
            }
        }
    }

    /// `postgresql_using='gin'`; not what reflection has only observed.
    fn options(self, options: &DialectOptions) -> Named {
        let each = options.0.iter().filter(|option| !crate::rendering::is_observed(&option.name));
        each.map(|option| (format!("{}_{}", option.dialect, option.name), self.option(&option.value))).collect()
    }
}

pub use schema::sequence as sequence_tree;
pub use types::tree as type_tree;

fn call(name: &str, args: Vec<Value>, kwargs: Named) -> Value {
    let location = Location::file("<limbeck>");
    Value::Call(Box::new(Call { name: name.into(), args, kwargs, location }))
}

fn texts<'t>(items: impl IntoIterator<Item = &'t String>) -> Value {
    Value::List(items.into_iter().map(Value::str).collect())
}

/// A name that no convention may change is `op.f(...)`.
fn name(name: Option<&Name>) -> Value {
    match name {
        None => Value::None,
        Some(name) if name.is_final => call("alembic.op.f", vec![Value::str(&name.text)], Vec::new()),
        Some(name) => Value::str(&name.text),
    }
}

/// `name=value`, where there is one.
fn given(key: &str, value: Option<Value>) -> impl Iterator<Item = (String, Value)> {
    value.filter(|value| *value != Value::None).map(|value| (key.to_owned(), value)).into_iter()
}
