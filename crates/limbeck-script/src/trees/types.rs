//! Types.

use limbeck_core::schema::{DialectOptions, OptionValue, SqlType};

use super::{Named, OBJECT, call, given};
use crate::directive::Value;

fn number(key: &str, value: Option<u32>) -> impl Iterator<Item = (String, Value)> + use<> {
    given(key, value.map(|value| Value::Int(value.into()))).collect::<Vec<_>>().into_iter()
}

fn text(key: &str, value: Option<&String>) -> impl Iterator<Item = (String, Value)> + use<> {
    given(key, value.map(Value::str)).collect::<Vec<_>>().into_iter()
}

/// A flag that differs from what it is when nobody says it.
fn flag(key: &str, value: bool, usual: bool) -> impl Iterator<Item = (String, Value)> + use<> {
    given(key, (value != usual).then_some(Value::Bool(value))).collect::<Vec<_>>().into_iter()
}

/// The type as a script writes it: `sa.String(length=20)`. A type of the project's own is the object that Python keeps.
pub fn tree(sql_type: &SqlType) -> Value {
    let generic = |name: &str, kwargs: Named| call(&format!("sqlalchemy.{name}"), Vec::new(), kwargs);
    match sql_type {
        SqlType::Custom(custom) => match custom.object {
            Some(number) => call(OBJECT, vec![Value::Int(number.into())], Vec::new()),
            None => tree(&custom.implementation),
        },
        // The object has its variants by itself.
        SqlType::Variant { base, .. } if matches!(&**base, SqlType::Custom(custom) if custom.object.is_some()) => {
            tree(base)
        }
        SqlType::Variant { base, variants } => variants.iter().fold(tree(base), |base, (dialect, variant)| {
            call(".with_variant", vec![base, tree(variant), Value::str(dialect)], Vec::new())
        }),
        SqlType::Null => generic("NullType", vec![]),
        // SQLAlchemy has no such type; reflection gives it NullType.
        SqlType::Verbatim(sql) => call("limbeck.sql", vec![Value::str(sql)], Vec::new()),
        SqlType::SmallInteger => generic("SmallInteger", vec![]),
        SqlType::Integer => generic("Integer", vec![]),
        SqlType::BigInteger => generic("BigInteger", vec![]),
        SqlType::Numeric { precision, scale } => {
            generic("Numeric", number("precision", *precision).chain(number("scale", *scale)).collect())
        }
        SqlType::Float { precision } => generic("Float", number("precision", *precision).collect()),
        SqlType::Double { precision } => generic("Double", number("precision", *precision).collect()),
        SqlType::String { length, collation } => {
            generic("String", number("length", *length).chain(text("collation", collation.as_ref())).collect())
        }
        SqlType::Text { length, collation } => {
            generic("Text", number("length", *length).chain(text("collation", collation.as_ref())).collect())
        }
        SqlType::Boolean { name, create_constraint } => {
            let constraint = flag("create_constraint", *create_constraint, false);
            generic("Boolean", constraint.chain(text("name", name.as_ref())).collect())
        }
        SqlType::Date => generic("Date", vec![]),
        SqlType::Time { timezone } => generic("Time", flag("timezone", *timezone, false).collect()),
        SqlType::DateTime { timezone } => generic("DateTime", flag("timezone", *timezone, false).collect()),
        SqlType::Interval { native, second_precision } => {
            let native = flag("native", *native, true);
            generic("Interval", native.chain(number("second_precision", *second_precision)).collect())
        }
        SqlType::LargeBinary { length } => generic("LargeBinary", number("length", *length).collect()),
        SqlType::Enum { values, name, schema, native, create_type, create_constraint, length } => {
            let kwargs = text("name", name.as_ref())
                .chain(text("schema", schema.as_ref()))
                .chain(flag("native_enum", *native, true))
                .chain(flag("create_type", *create_type, true))
                .chain(flag("create_constraint", *create_constraint, false))
                .chain(number("length", *length));
            call("sqlalchemy.Enum", values.iter().map(Value::str).collect(), kwargs.collect())
        }
        SqlType::Json => generic("JSON", vec![]),
        SqlType::Uuid { native } => generic("Uuid", flag("native_uuid", *native, true).collect()),
        SqlType::Array { item, dimensions, generic } => call(
            if *generic { "sqlalchemy.ARRAY" } else { "sqlalchemy.dialects.postgresql.ARRAY" },
            vec![tree(item)],
            number("dimensions", Some(*dimensions).filter(|n| *n > 1)).collect(),
        ),
        SqlType::Pickle => generic("PickleType", vec![]),
        SqlType::Literal { name, arguments, timezone, collation } => {
            let arguments = arguments.iter().map(|n| Value::Int((*n).into())).collect();
            let kwargs = flag("timezone", *timezone, false).chain(text("collation", collation.as_ref()));
            call(&format!("sqlalchemy.{}", name.replace(' ', "_")), arguments, kwargs.collect())
        }
        SqlType::Dialect { dialect, name, arguments } => of_dialect(dialect, name, arguments),
    }
}

fn of_dialect(dialect: &str, name: &str, arguments: &DialectOptions) -> Value {
    let mut args = Vec::new();
    let mut kwargs = Named::new();
    for option in &arguments.0 {
        match (name, option.name.as_str(), &option.value) {
            ("ENUM" | "SET", "values", OptionValue::List(values)) => args.extend(values.iter().map(plain)),
            ("DOMAIN", "name", value) => args.insert(0, plain(value)),
            ("DOMAIN", "data_type", OptionValue::Type(base)) => args.push(tree(base)),
            (_, key, value) => kwargs.push((key.to_owned(), plain(value))),
        }
    }
    call(&format!("sqlalchemy.dialects.{dialect}.{name}"), args, kwargs)
}

fn plain(value: &OptionValue) -> Value {
    match value {
        OptionValue::Bool(flag) => Value::Bool(*flag),
        OptionValue::Int(number) => Value::Int((*number).into()),
        OptionValue::Text(text) => Value::str(text),
        OptionValue::Type(sql_type) => tree(sql_type),
        OptionValue::List(values) => Value::List(values.iter().map(plain).collect()),
        OptionValue::Map(_) | OptionValue::Expression(_) => Value::None,
    }
}
