//! Types as the goldens say them: class and arguments.

use limbeck_core::schema::{DialectOption, DialectOptions, OptionValue, SqlType};
use serde_json::{Map, Value, json};

/// The arguments of an upper-case type, in order.
fn keys(name: &str) -> &'static [&'static str] {
    match name {
        "NUMERIC" | "DECIMAL" => &["precision", "scale"],
        "FLOAT" => &["precision"],
        _ => &["length"],
    }
}

/// A type as the goldens say it.
pub fn tree(sql_type: &SqlType) -> Value {
    match sql_type {
        SqlType::Literal { name, arguments, timezone, collation } => {
            // SQLAlchemy's reflected types are those of its PostgreSQL module wherever that has one of its own.
            let mut out = Map::new();
            out.insert("class".into(), json!(name.replace(' ', "_")));
            out.insert("dialect".into(), json!(false));
            for (key, number) in keys(name).iter().zip(arguments) {
                out.insert((*key).into(), json!(number));
            }
            if *timezone {
                out.insert("timezone".into(), json!(true));
            }
            if let Some(collation) = collation {
                out.insert("collation".into(), json!(collation));
            }
            Value::Object(out)
        }
        SqlType::String { length: None, collation: None } => json!({"class": "String", "dialect": false}),
        // SQLAlchemy does not know it.
        SqlType::Verbatim(_) => json!({"class": "NullType"}),
        SqlType::Array { item, dimensions, .. } => {
            json!({"class": "ARRAY", "item": tree(item), "dimensions": dimensions})
        }
        SqlType::Dialect { name, arguments, .. } => {
            let mut out = Map::new();
            out.insert("class".into(), json!(name));
            out.insert("dialect".into(), json!(true));
            for option in &arguments.0 {
                out.insert(option.name.clone(), value(&option.value));
            }
            Value::Object(out)
        }
        other => json!({"unexpected": format!("{other:?}")}),
    }
}

/// An option as the goldens say it.
pub fn value(option: &OptionValue) -> Value {
    match option {
        OptionValue::Bool(value) => json!(value),
        OptionValue::Int(value) => json!(value),
        OptionValue::Text(text) => json!(text),
        OptionValue::Type(sql_type) => tree(sql_type),
        OptionValue::List(values) => Value::Array(values.iter().map(value).collect()),
        OptionValue::Map(pairs) => Value::Object(pairs.iter().map(|(key, v)| (key.clone(), value(v))).collect()),
        OptionValue::Expression(expression) => json!(crate::sql(expression)),
    }
}

/// The type of a model, in the form that a script or a model has it.
pub fn model(tree: &Value) -> SqlType {
    let number = |key: &str| tree[key].as_u64().map(|number| number as u32);
    let text = |key: &str| tree[key].as_str().map(str::to_owned);
    let (length, precision, scale, collation) =
        (number("length"), number("precision"), number("scale"), text("collation"));
    let timezone = tree["timezone"] == json!(true);
    let values = || -> Vec<String> {
        let all = tree["values"].as_array().cloned().unwrap_or_default();
        all.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
    };
    let class = tree["class"].as_str().expect("a class");
    if tree["dialect"] == json!(true) {
        let mut arguments = Vec::new();
        for (name, value) in tree.as_object().expect("an object") {
            let value = match (name.as_str(), value) {
                ("class" | "dialect", _) => continue,
                ("data_type", value) => OptionValue::Type(Box::new(model(value))),
                ("values", _) => OptionValue::List(values().into_iter().map(OptionValue::Text).collect()),
                (_, Value::Bool(value)) => OptionValue::Bool(*value),
                (_, Value::Number(value)) => OptionValue::Int(value.as_i64().expect("a whole number")),
                (_, Value::String(value)) => OptionValue::Text(value.clone()),
                (name, value) => panic!("{name}: {value}"),
            };
            arguments.push(DialectOption { dialect: "postgresql".into(), name: name.clone(), value });
        }
        return SqlType::Dialect {
            dialect: "postgresql".into(),
            name: class.into(),
            arguments: DialectOptions(arguments),
        };
    }
    match class {
        "Verbatim" => SqlType::Verbatim(text("text").expect("its text")),
        "ARRAY" => SqlType::Array {
            item: Box::new(model(&tree["item"])),
            dimensions: number("dimensions").expect("its dimensions"),
            generic: false,
        },
        "Integer" => SqlType::Integer,
        "SmallInteger" => SqlType::SmallInteger,
        "BigInteger" => SqlType::BigInteger,
        "Numeric" => SqlType::Numeric { precision, scale },
        "Float" => SqlType::Float { precision },
        "Double" => SqlType::Double { precision },
        "String" | "Unicode" => SqlType::String { length, collation },
        "Text" | "UnicodeText" => SqlType::Text { length, collation },
        "Boolean" | "BOOLEAN" => SqlType::Boolean { name: None, create_constraint: false },
        "Date" => SqlType::Date,
        "Time" => SqlType::Time { timezone },
        "DateTime" => SqlType::DateTime { timezone },
        "Interval" => SqlType::Interval { native: true, second_precision: number("second_precision") },
        "LargeBinary" => SqlType::LargeBinary { length },
        "PickleType" => SqlType::Pickle,
        "JSON" => SqlType::Json,
        "Uuid" => SqlType::Uuid { native: true },
        "Enum" => SqlType::Enum {
            values: values(),
            name: text("name"),
            schema: text("schema"),
            native: tree["native_enum"] != json!(false),
            create_type: true,
            create_constraint: false,
            length: None,
        },
        name => {
            let arguments = keys(name).iter().filter_map(|key| number(key)).collect();
            SqlType::Literal { name: name.replace('_', " "), arguments, timezone, collation }
        }
    }
}
