//! Names and types as Python's `repr()` shows them, because Alembic's log lines do.

use crate::schema::{DialectOptions, OptionValue, SqlType};

/// A string as Python writes it.
pub fn python_repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// Names as a Python tuple: `('a',)`.
pub(super) fn names_repr(names: &[String]) -> String {
    match names {
        [one] => format!("({},)", python_repr(one)),
        several => format!("({})", several.iter().map(|name| python_repr(name)).collect::<Vec<_>>().join(", ")),
    }
}

/// A type as SQLAlchemy's `repr()` shows it: `String(length=80)`.
pub fn type_repr(sql_type: &SqlType) -> String {
    let number = |key: &str, value: &Option<u32>| value.map(|value| format!("{key}={value}"));
    let text = |key: &str, value: &Option<String>| value.as_ref().map(|value| format!("{key}={}", python_repr(value)));
    let flag = |key: &str, value: bool| value.then(|| format!("{key}=True"));
    let (name, arguments): (&str, Vec<Option<String>>) = match sql_type {
        SqlType::Null => ("NullType", vec![]),
        SqlType::SmallInteger => ("SmallInteger", vec![]),
        SqlType::Integer => ("Integer", vec![]),
        SqlType::BigInteger => ("BigInteger", vec![]),
        SqlType::Numeric { precision, scale } => {
            ("Numeric", vec![number("precision", precision), number("scale", scale)])
        }
        SqlType::Float { precision } => ("Float", vec![number("precision", precision)]),
        SqlType::Double { precision } => ("Double", vec![number("precision", precision)]),
        SqlType::String { length, collation } => {
            ("String", vec![number("length", length), text("collation", collation)])
        }
        SqlType::Text { length, collation } => ("Text", vec![number("length", length), text("collation", collation)]),
        SqlType::Boolean { name, create_constraint } => {
            ("Boolean", vec![flag("create_constraint", *create_constraint), text("name", name)])
        }
        SqlType::Date => ("Date", vec![]),
        SqlType::Time { timezone } => ("Time", vec![flag("timezone", *timezone)]),
        SqlType::DateTime { timezone } => ("DateTime", vec![flag("timezone", *timezone)]),
        SqlType::Interval { second_precision, .. } => ("Interval", vec![number("second_precision", second_precision)]),
        SqlType::LargeBinary { length } => ("LargeBinary", vec![number("length", length)]),
        SqlType::Enum { values, name, schema, native, length, .. } => {
            let values = values.iter().map(|value| Some(python_repr(value)));
            let native = (!native).then(|| "native_enum=False".to_owned());
            let length = number("length", length);
            ("Enum", values.chain([text("name", name), text("schema", schema), native, length]).collect())
        }
        SqlType::Json => ("JSON", vec![]),
        SqlType::Uuid { .. } => ("Uuid", vec![]),
        SqlType::Array { item, dimensions, .. } => {
            ("ARRAY", vec![Some(type_repr(item)), number("dimensions", &Some(*dimensions).filter(|n| *n > 1))])
        }
        SqlType::Pickle => ("PickleType", vec![]),
        // SQLAlchemy says how precise PostgreSQL's is.
        SqlType::Literal { name, arguments, .. } if name == "DOUBLE PRECISION" && arguments.is_empty() => {
            ("DOUBLE_PRECISION", vec![Some("precision=53".to_owned())])
        }
        SqlType::Literal { name, arguments, timezone, collation } => {
            let keys: &[&str] = match name.as_str() {
                "NUMERIC" | "DECIMAL" => &["precision", "scale"],
                "FLOAT" | "REAL" | "DOUBLE" | "DOUBLE_PRECISION" => &["precision"],
                _ => &["length"],
            };
            let numbers = keys.iter().zip(arguments).map(|(key, value)| Some(format!("{key}={value}")));
            let rest = [flag("timezone", *timezone), text("collation", collation)];
            (name.as_str(), numbers.chain(rest).collect())
        }
        SqlType::Verbatim(text) => return text.clone(),
        SqlType::Variant { base, .. } => return type_repr(base),
        SqlType::Custom(custom) => return custom.repr.clone(),
        SqlType::Dialect { dialect, name, arguments } => (name.as_str(), dialect_arguments(dialect, name, arguments)),
    };
    format!("{name}({})", arguments.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// The arguments that SQLAlchemy shows of a type of one dialect.
fn dialect_arguments(dialect: &str, name: &str, arguments: &DialectOptions) -> Vec<Option<String>> {
    // What a class of MySQL's has in common with others comes last.
    let is_common = |name: &str| dialect == "mysql" && ["length", "precision", "scale"].contains(&name);
    let (common, own): (Vec<_>, Vec<_>) = arguments.0.iter().partition(|option| is_common(&option.name));
    let shown = own.into_iter().chain(common).filter_map(|option| match (name, option.name.as_str(), &option.value) {
        ("DOMAIN", "name", OptionValue::Text(name)) => Some(python_repr(name)),
        ("DOMAIN", "data_type", OptionValue::Type(base)) => Some(type_repr(base)),
        ("DOMAIN", ..) => None,
        (_, _, OptionValue::Int(value)) => Some(format!("{}={value}", option.name)),
        (_, _, OptionValue::Text(value)) => Some(format!("{}={}", option.name, python_repr(value))),
        ("ENUM", "create_type", OptionValue::Bool(false)) => Some("create_type=False".to_owned()),
        (_, _, OptionValue::Bool(true)) => Some(format!("{}=True", option.name)),
        (_, "values", OptionValue::List(values)) => {
            let values = values.iter().filter_map(|value| match value {
                OptionValue::Text(value) => Some(python_repr(value)),
                _ => None,
            });
            Some(values.collect::<Vec<_>>().join(", ")).filter(|values| !values.is_empty())
        }
        _ => None,
    });
    // The type of what is taken out of a value; limbeck has no other.
    let inner = match (dialect, name) {
        ("postgresql", "JSON" | "JSONB") => Some("astext_type=Text()".to_owned()),
        ("postgresql", "HSTORE") => Some("text_type=Text()".to_owned()),
        _ => None,
    };
    shown.chain(inner).map(Some).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted_as_python_quotes_them() {
        assert_eq!(python_repr("t"), "'t'");
        assert_eq!(python_repr("it's"), "\"it's\"");
        assert_eq!(python_repr("'\""), "'\\'\"'");
        assert_eq!(names_repr(&["a".into()]), "('a',)");
        assert_eq!(names_repr(&["a".into(), "b".into()]), "('a', 'b')");
        assert_eq!(names_repr(&[]), "()");
    }

    #[test]
    fn types_show_what_was_given() {
        assert_eq!(type_repr(&SqlType::Integer), "Integer()");
        assert_eq!(type_repr(&SqlType::String { length: Some(10), collation: None }), "String(length=10)");
        let decimal =
            SqlType::Literal { name: "DECIMAL".into(), arguments: vec![10, 2], timezone: false, collation: None };
        assert_eq!(type_repr(&decimal), "DECIMAL(precision=10, scale=2)");
    }
}
