//! `sqlalchemy.inspect(connection)`: reflection in the shapes that SQLAlchemy's Inspector gives.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{Column, Constraint, ForeignKey, Index, ServerDefault, SqlType, Table, TableName};
use limbeck_core::source::Location;
use limbeck_dialect::Catalogue;
use limbeck_runtime::{RunError, SharedConnection};
use limbeck_script::directive::{Call, Value};
use rustpython_vm::{PyResult, VirtualMachine};

use crate::connection::{named_error, table_names};
use crate::error::raise;

/// What an Inspector's method of that name (without `get_`) gives.
pub(crate) fn inspect(
    connection: &SharedConnection,
    what: &str,
    table: Option<String>,
    schema: Option<String>,
    vm: &VirtualMachine,
) -> PyResult<Value> {
    let named =
        |name: Option<String>| name.ok_or_else(|| vm.new_type_error(format!("get_{what}() needs a table's name")));
    match what {
        "table_names" => {
            table_names(connection, schema.as_deref(), vm).map(|names| texts(names.iter().map(String::as_str)))
        }
        "has_table" => {
            let name = named(table)?;
            Ok(Value::Bool(table_names(connection, schema.as_deref(), vm)?.contains(&name)))
        }
        "default_schema_name" => {
            let found = connection.default_schema().map_err(|error| raise(RunError::database(error), vm))?;
            Ok(found.map_or(Value::None, Value::Str))
        }
        "columns" | "pk_constraint" | "foreign_keys" | "indexes" | "unique_constraints" | "check_constraints"
        | "table_comment" | "table_options" => {
            let name = TableName { schema, name: named(table)? };
            let table = reflect(connection, &name, vm)?;
            Ok(match what {
                "columns" => Value::List(table.columns.iter().map(|column| show_column(column, &table)).collect()),
                "pk_constraint" => primary_key(&table),
                "foreign_keys" => foreign_keys(&table),
                "indexes" => Value::List(table.indexes.iter().map(show_index).collect()),
                "unique_constraints" => unique_constraints(&table),
                "check_constraints" => check_constraints(connection, &table, vm)?,
                "table_comment" => dict(vec![("text", table.comment.clone().map_or(Value::None, Value::Str))]),
                _ => Value::Dict(Vec::new()),
            })
        }
        other => Err(vm.new_not_implemented_error(format!(
            "limbeck's inspector has no get_{other}() on {}",
            connection.dialect().name()
        ))),
    }
}

fn reflect(connection: &SharedConnection, name: &TableName, vm: &VirtualMachine) -> PyResult<Table> {
    let dialect = connection.dialect();
    let mut live = connection.borrow();
    let catalogue: &mut dyn Catalogue = live.as_mut();
    let found = dialect.reflect_table(catalogue, name);
    drop(live);
    match found {
        Ok(Some(table)) => Ok(table),
        Ok(None) => Err(named_error("NoSuchTableError", &name.name, vm)),
        Err(error) => Err(raise(RunError::command(error.to_string()), vm)),
    }
}

fn texts<'a>(items: impl Iterator<Item = &'a str>) -> Value {
    Value::List(items.map(Value::str).collect())
}

fn dict(pairs: Vec<(&str, Value)>) -> Value {
    Value::Dict(pairs.into_iter().map(|(name, value)| (Value::str(name), value)).collect())
}

fn show_column(column: &Column, table: &Table) -> Value {
    let default = match &column.server_default {
        None => Value::None,
        Some(ServerDefault::Literal(text)) => Value::Str(format!("'{}'", text.replace('\'', "''"))),
        Some(ServerDefault::Expression(Expression::Text(text))) => Value::str(&text.text),
        Some(ServerDefault::Expression(other)) => Value::Str(format!("{other:?}")),
    };
    let key = table.primary_key_columns();
    let position = key.iter().position(|name| *name == column.name).map_or(0, |at| at + 1);
    dict(vec![
        ("name", Value::str(&column.name)),
        ("type", show_type(&column.sql_type)),
        ("nullable", Value::Bool(column.nullable)),
        ("default", default),
        ("primary_key", Value::Int(i128::try_from(position).unwrap_or(0))),
        ("comment", column.comment.clone().map_or(Value::None, Value::Str)),
    ])
}

/// A type as the tree that makes it: `("sqlalchemy.VARCHAR", (20,), {})`.
pub(crate) fn show_type(sql_type: &SqlType) -> Value {
    let call = |name: &str, args: Vec<Value>| {
        let location = Location::file("<inspect>");
        Value::Call(Box::new(Call { name: format!("sqlalchemy.{name}"), args, kwargs: Vec::new(), location }))
    };
    let (word, arguments) = match sql_type {
        SqlType::Literal { name, arguments, .. } => (name.clone(), arguments.clone()),
        SqlType::Verbatim(text) => split_type(text),
        SqlType::Dialect { name, .. } if name == "JSON" => (name.clone(), Vec::new()),
        _ => return call("NullType", Vec::new()),
    };
    let arguments = arguments.into_iter().map(|n| Value::Int(n.into())).collect();
    call(if word.is_empty() { "NullType" } else { &word }, arguments)
}

/// `VARCHAR(20)` in parts.
fn split_type(text: &str) -> (String, Vec<u32>) {
    let (word, rest) = text.split_once('(').unwrap_or((text, ""));
    let arguments = rest.trim_end_matches(')').split(',').filter_map(|n| n.trim().parse().ok()).collect();
    (word.trim().replace(' ', "_").to_ascii_uppercase(), arguments)
}

fn name_of(constraint: Option<&limbeck_core::schema::Name>) -> Value {
    constraint.map_or(Value::None, |name| Value::str(&name.text))
}

fn columns_of(names: &[String]) -> Value {
    texts(names.iter().map(String::as_str))
}

fn primary_key(table: &Table) -> Value {
    let name = table.primary_key().and_then(|key| key.name.as_ref());
    dict(vec![("constrained_columns", texts(table.primary_key_columns().into_iter())), ("name", name_of(name))])
}

fn foreign_keys(table: &Table) -> Value {
    let show = |key: &ForeignKey| {
        let mut options = Vec::new();
        let mut option =
            |name: &str, value: Option<Value>| options.extend(value.map(|value| (Value::str(name), value)));
        option("ondelete", key.options.ondelete.as_ref().map(Value::str));
        option("onupdate", key.options.onupdate.as_ref().map(Value::str));
        option("deferrable", key.options.deferral.deferrable.map(Value::Bool));
        option("initially", key.options.deferral.initially.as_ref().map(Value::str));
        dict(vec![
            ("name", name_of(key.name.as_ref())),
            ("constrained_columns", columns_of(&key.columns)),
            ("referred_schema", key.referred_table.schema.clone().map_or(Value::None, Value::Str)),
            ("referred_table", Value::str(&key.referred_table.name)),
            ("referred_columns", columns_of(&key.referred_columns)),
            ("options", Value::Dict(options)),
        ])
    };
    let keys = table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::ForeignKey(key) => Some(show(key)),
        _ => None,
    });
    Value::List(keys.collect())
}

fn show_index(index: &Index) -> Value {
    let columns = index.elements.iter().map(|element| match &element.expression {
        Expression::Column { name, .. } => Value::str(name),
        _ => Value::None,
    });
    dict(vec![
        ("name", name_of(index.name.as_ref())),
        ("column_names", Value::List(columns.collect())),
        ("unique", Value::Int(index.unique.into())),
        ("dialect_options", Value::Dict(Vec::new())),
    ])
}

fn unique_constraints(table: &Table) -> Value {
    let found = table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::Unique(unique) => {
            Some(dict(vec![("name", name_of(unique.name.as_ref())), ("column_names", columns_of(&unique.columns))]))
        }
        _ => None,
    });
    Value::List(found.collect())
}

fn check_constraints(connection: &SharedConnection, table: &Table, vm: &VirtualMachine) -> PyResult<Value> {
    let mut found = Vec::new();
    for constraint in &table.constraints {
        if let Constraint::Check(check) = constraint {
            let text = match &check.condition {
                Expression::Text(text) => text.text.clone(),
                _ => {
                    return Err(
                        vm.new_value_error(format!("a CHECK of {} cannot be shown", connection.dialect().name()))
                    );
                }
            };
            found.push(dict(vec![("name", name_of(check.name.as_ref())), ("sqltext", Value::Str(text))]));
        }
    }
    Ok(Value::List(found))
}
