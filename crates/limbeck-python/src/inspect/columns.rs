//! `get_columns`.

use limbeck_core::schema::{Column, Identity, OptionValue, ServerDefault, SqlType, Table};
use limbeck_script::directive::Value;

use super::{Shape, dict, optional, show_type, sql};

/// `schema` is the one that was asked for.
pub(super) fn columns(table: &Table, schema: Option<&str>, shape: Shape) -> Value {
    Value::List(table.columns.iter().map(|column| show(column, table, schema, shape)).collect())
}

fn show(column: &Column, table: &Table, schema: Option<&str>, shape: Shape) -> Value {
    let default = default_text(column);
    let mut pairs = vec![
        ("name", Value::str(&column.name)),
        ("type", show_type(&column.sql_type)),
        ("nullable", Value::Bool(column.nullable)),
    ];
    match shape {
        Shape::Postgresql => {
            let sequence = default.as_deref().is_some_and(|text| text.contains("nextval('"));
            let counts = column.autoincrement == Some(true) || (sequence && is_whole(&column.sql_type));
            let default = default.map(|text| if sequence { with_schema(&text, schema) } else { text });
            pairs.push(("default", optional(default.as_deref())));
            pairs.push(("autoincrement", Value::Bool(counts)));
            pairs.push(("comment", optional(column.comment.as_deref())));
        }
        Shape::Sqlite => {
            let key = table.primary_key_columns();
            let position = key.iter().position(|name| *name == column.name).map_or(0, |at| at + 1);
            pairs.push(("default", optional(default.as_deref())));
            pairs.push(("primary_key", Value::Int(i128::try_from(position).unwrap_or(0))));
        }
        Shape::Mysql => {
            pairs.insert(2, ("default", optional(default.as_deref())));
            pairs.insert(3, ("comment", optional(column.comment.as_deref())));
            pairs.extend(column.autoincrement.map(|counts| ("autoincrement", Value::Bool(counts))));
        }
    }
    if let Some(computed) = &column.computed {
        let text = sql(&computed.expression).map_or(Value::None, Value::Str);
        let persisted = computed.persisted.map_or(Value::None, Value::Bool);
        pairs.push(("computed", dict(vec![("sqltext", text), ("persisted", persisted)])));
    }
    if let Some(identity) = &column.identity {
        pairs.push(("identity", show_identity(identity)));
    }
    dict(pairs)
}

fn default_text(column: &Column) -> Option<String> {
    match &column.server_default {
        // What makes a SERIAL column is an option of it.
        None => match column.options.get("postgresql", "serial") {
            Some(OptionValue::Text(text)) => Some(text.clone()),
            _ => None,
        },
        Some(ServerDefault::Literal(text)) => Some(format!("'{}'", text.replace('\'', "''"))),
        Some(ServerDefault::Expression(expression)) => sql(expression),
    }
}

fn is_whole(sql_type: &SqlType) -> bool {
    matches!(sql_type, SqlType::Literal { name, .. } if matches!(name.as_str(), "INTEGER" | "BIGINT" | "SMALLINT"))
}

/// The first sequence that is read says the schema that was asked for, where the server leaves it out.
fn with_schema(text: &str, schema: Option<&str>) -> String {
    let Some(schema) = schema else { return text.to_owned() };
    let Some((before, rest)) = text.split_once("nextval('") else { return text.to_owned() };
    let Some((name, _)) = rest.split_once('\'') else { return text.to_owned() };
    if name.is_empty() || name.contains('.') {
        return text.to_owned();
    }
    format!("{before}nextval('\"{schema}\".{rest}")
}

fn show_identity(identity: &Identity) -> Value {
    let number = |value: Option<i64>| value.map_or(Value::None, |number| Value::Int(number.into()));
    let options = &identity.options;
    dict(vec![
        ("always", Value::Bool(identity.always)),
        ("start", number(options.start)),
        ("increment", number(options.increment)),
        ("minvalue", number(options.minvalue)),
        ("maxvalue", number(options.maxvalue)),
        ("cache", number(options.cache)),
        ("cycle", options.cycle.map_or(Value::None, Value::Bool)),
    ])
}
