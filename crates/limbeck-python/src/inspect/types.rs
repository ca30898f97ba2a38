//! Types.

use limbeck_core::schema::{DialectOptions, OptionValue, SqlType};
use limbeck_core::source::Location;
use limbeck_script::directive::{Call, Value};

type Named = Vec<(String, Value)>;

fn call(name: &str, args: Vec<Value>, kwargs: Named) -> Value {
    let location = Location::file("<inspect>");
    Value::Call(Box::new(Call { name: format!("sqlalchemy.{name}"), args, kwargs, location }))
}

/// A reflected type as the tree that makes it: `("sqlalchemy.VARCHAR", (20,), {})`. One that SQLAlchemy does not know is `NullType`.
pub(crate) fn show_type(sql_type: &SqlType) -> Value {
    show(sql_type, None)
}

/// `collation` is what a domain says of the type below it.
fn show(sql_type: &SqlType, collation: Option<&str>) -> Value {
    let collated = |own: &Option<String>| {
        let collation = own.as_deref().or(collation);
        collation.map(|name| ("collation".to_owned(), Value::str(name))).into_iter().collect::<Named>()
    };
    match sql_type {
        SqlType::Literal { name, arguments, timezone, collation } => {
            // SQLAlchemy says how precise PostgreSQL's is.
            let arguments: &[u32] = if name == "DOUBLE PRECISION" { &[53] } else { arguments };
            let arguments = arguments.iter().map(|n| Value::Int((*n).into())).collect();
            let mut kwargs = collated(collation);
            if *timezone {
                kwargs.push(("timezone".to_owned(), Value::Bool(true)));
            }
            call(
                if name.is_empty() { "NullType".to_owned() } else { name.replace(' ', "_") }.as_str(),
                arguments,
                kwargs,
            )
        }
        SqlType::String { length, collation } => {
            call("String", length.iter().map(|n| Value::Int((*n).into())).collect(), collated(collation))
        }
        SqlType::Array { item, .. } => call("dialects.postgresql.ARRAY", vec![show(item, collation)], Vec::new()),
        SqlType::Dialect { dialect, name, .. } if dialect == "sqlite" && name == "JSON" => {
            call("JSON", Vec::new(), Vec::new())
        }
        SqlType::Dialect { dialect, name, arguments } => of_dialect(dialect, name, arguments),
        _ => call("NullType", Vec::new(), Vec::new()),
    }
}

fn of_dialect(dialect: &str, name: &str, arguments: &DialectOptions) -> Value {
    // SQLAlchemy has the class, and does not use it for what it reflects.
    if matches!(name, "JSONPATH" | "INET4" | "INET6") {
        return call("NullType", Vec::new(), Vec::new());
    }
    let mut args = Vec::new();
    let mut kwargs = Named::new();
    let collation = match arguments.get(dialect, "collation") {
        Some(OptionValue::Text(collation)) => Some(collation.as_str()),
        _ => None,
    };
    for option in &arguments.0 {
        match (name, option.name.as_str(), &option.value) {
            ("ENUM" | "SET", "values", OptionValue::List(values)) => args.extend(values.iter().map(super::shown)),
            ("DOMAIN", "name", value) => args.insert(0, super::shown(value)),
            ("DOMAIN", "data_type", OptionValue::Type(base)) => args.push(show(base, collation)),
            (_, key, value) => kwargs.push((key.to_owned(), super::shown(value))),
        }
    }
    if name == "DOMAIN" {
        kwargs.push(("create_type".to_owned(), Value::Bool(false)));
    }
    call(&format!("dialects.{dialect}.{name}"), args, kwargs)
}
