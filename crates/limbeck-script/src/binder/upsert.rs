//! `on_conflict_do_nothing`, `on_conflict_do_update`, `on_duplicate_key_update`.

use limbeck_core::expression::{ConflictTarget, Expression, Upsert};
use limbeck_core::schema::TableName;
use limbeck_core::source::{Location, SourceError};

use super::context::{Context, plain};
use super::dml::assigned;
use super::expression::{column_or_expression, condition};
use super::signature::Arguments;
use super::source::Source;
use crate::directive::{Call, Value};

/// What the method says; `None` when it is another one.
pub(super) fn upsert(table: &Source, method: &Call) -> Result<Option<Upsert>, SourceError> {
    Ok(Some(match method.name.as_str() {
        ".on_conflict_do_nothing" => {
            let a = Arguments::of_method(method, "constraint?, index_elements?, index_where?")?;
            Upsert::Nothing { target: target(&a)? }
        }
        ".on_conflict_do_update" => {
            let a = Arguments::of_method(method, "constraint?, index_elements?, index_where?, set_, where?")?;
            let target = target(&a)?;
            if target.is_none() {
                return Err(a
                    .at()
                    .fault("it is not said which conflict is meant")
                    .help("give index_elements=[...], or constraint=\"...\""));
            }
            let values = in_table_order(table, pairs(&a, table, "set_", a.required("set_")?)?);
            let filter = a.get("where").map(|value| condition(a.at(), "where", value)).transpose()?;
            Upsert::Update { target, values, filter }
        }
        ".on_duplicate_key_update" => {
            let at = Context::new(".on_duplicate_key_update", &method.location);
            let values = match (method.args.get(1..).unwrap_or_default(), method.kwargs.as_slice()) {
                ([], kwargs) => {
                    let mut values = Vec::new();
                    for (key, value) in kwargs {
                        values.push(assignment(at, table, key, value)?);
                    }
                    in_table_order(table, values)
                }
                ([only], []) => {
                    let a = Arguments::of_method(method, "update")?;
                    let values = pairs(&a, table, "update", only)?;
                    // A list keeps its order.
                    if matches!(plain(only), Value::Dict(_)) { in_table_order(table, values) } else { values }
                }
                _ => return Err(at.fault("it takes a dict or list, or keyword arguments")),
            };
            if values.is_empty() {
                return Err(at.fault("it sets nothing").help("give the columns and their values"));
            }
            Upsert::DuplicateKey(values)
        }
        _ => return Ok(None),
    }))
}

/// `insert.excluded.name`, `insert.inserted.name`: what was to be inserted.
pub(super) fn new_row(insert: &Call, row: &str, key: &str, at: &Location) -> Result<Expression, SourceError> {
    let column = super::dml::table_of(insert)?.column(key, at)?;
    Ok(match column {
        Expression::Column { name, sql_type, .. } if row == "excluded" => {
            Expression::Column { table: Some(TableName::new("excluded")), name, sql_type }
        }
        Expression::Column { name, sql_type, .. } => Expression::Function {
            name: "VALUES".into(),
            arguments: vec![Expression::Column { table: None, name, sql_type }],
        },
        other => other,
    })
}

fn target(a: &Arguments<'_>) -> Result<Option<ConflictTarget>, SourceError> {
    let elements = match a.get("index_elements") {
        None => None,
        Some(value) => {
            let items = a.at().items("index_elements", value, "a list of columns")?;
            let items: Result<Vec<_>, _> =
                items.iter().map(|item| column_or_expression(a.at(), "index_elements", item)).collect();
            Some(items?)
        }
    };
    let filter = a.get("index_where").map(|value| condition(a.at(), "index_where", value)).transpose()?;
    match (a.get("constraint"), elements) {
        (Some(_), Some(_)) => Err(a.at().fault("`constraint` and `index_elements` exclude each other")),
        (Some(value), None) => match plain(value) {
            Value::Str(name) => Ok(Some(ConflictTarget::Constraint(name.clone()))),
            _ => Err(a
                .at()
                .wrong("constraint", value, "the name of a constraint")
                .help("or name the columns in index_elements")),
        },
        (None, Some(elements)) => Ok(Some(ConflictTarget::Elements { elements, filter })),
        (None, None) => Ok(None),
    }
}

/// Columns and values of a dict, or of a list of pairs.
fn pairs(
    a: &Arguments<'_>,
    table: &Source,
    argument: &str,
    value: &Value,
) -> Result<Vec<(String, Expression)>, SourceError> {
    let at = a.at();
    let wrong = || at.wrong(argument, value, "a dict of columns and values");
    let mut found = Vec::new();
    match plain(value) {
        Value::Dict(entries) => {
            for (key, value) in entries {
                found.push(assignment(at, table, &key_of(at, argument, key)?, value)?);
            }
        }
        Value::List(items) | Value::Tuple(items) => {
            for item in items {
                let Some([key, value]) = plain(item).as_items() else { return Err(wrong()) };
                found.push(assignment(at, table, &key_of(at, argument, key)?, value)?);
            }
        }
        _ => return Err(wrong()),
    }
    Ok(found)
}

fn key_of(at: Context<'_>, argument: &str, key: &Value) -> Result<String, SourceError> {
    match plain(key) {
        Value::Str(key) => Ok(key.clone()),
        Value::Call(_) => match column_or_expression(at, argument, key)? {
            Expression::Column { name, .. } => Ok(name),
            _ => Err(at.wrong(argument, key, "a column as a key")),
        },
        _ => Err(at.wrong(argument, key, "a column as a key")),
    }
}

fn assignment(at: Context<'_>, table: &Source, key: &str, value: &Value) -> Result<(String, Expression), SourceError> {
    let column = table.columns.iter().find(|column| column.name == key);
    let column = match column {
        Some(column) => column,
        None => table.find(key, at.location)?,
    };
    Ok((column.name.clone(), assigned(at, column, value)?))
}

/// SQLAlchemy sets them in the order of the table.
fn in_table_order(table: &Source, mut values: Vec<(String, Expression)>) -> Vec<(String, Expression)> {
    values.sort_by_key(|(name, _)| table.columns.iter().position(|column| column.name == *name));
    values
}
