//! `get_indexes`.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{Index, IndexElement, NullsOrder, OptionValue, SortOrder, Table};
use limbeck_core::source::Location;
use limbeck_script::directive::Value;

use super::keys::{self, included};
use super::{Shape, dict, optional, options, shown, sql};

/// By name; those that belong to a constraint say so. On MySQL every UNIQUE key is an index.
pub(super) fn indexes(table: &Table, of_constraints: &[Index], shape: Shape) -> Value {
    let uniques = if shape == Shape::Mysql { keys::unique_indexes(table) } else { Vec::new() };
    let own = table.indexes.iter().chain(&uniques);
    let own = own.filter_map(|index| Some((name(index), show(index, false, shape)?)));
    let others = of_constraints.iter().filter_map(|index| Some((name(index), show(index, true, shape)?)));
    let mut found: Vec<_> = own.chain(others).collect();
    found.sort_by_key(|(name, _)| *name);
    Value::List(found.into_iter().map(|(_, index)| index).collect())
}

fn name(index: &Index) -> &str {
    index.name.as_ref().map_or("", |name| &name.text)
}

fn is_column(element: &IndexElement) -> bool {
    matches!(element.expression, Expression::Column { .. })
}

fn show(index: &Index, of_constraint: bool, shape: Shape) -> Option<Value> {
    let plain = index.elements.iter().all(is_column);
    let columns = index.elements.iter().map(|element| match &element.expression {
        Expression::Column { name, .. } => Value::str(name),
        _ => Value::None,
    });
    let columns = ("column_names", Value::List(columns.collect()));
    let name_pair = ("name", optional(Some(name(index))));
    if shape == Shape::Mysql {
        let mut pairs = vec![name_pair, columns, ("unique", Value::Bool(index.unique))];
        pairs.extend(on_mysql(index).map(|options| ("dialect_options", options)));
        return Some(dict(pairs));
    }
    if shape == Shape::Sqlite {
        // SQLAlchemy leaves those with expressions out.
        let pairs = vec![
            name_pair,
            columns,
            ("unique", Value::Int(index.unique.into())),
            ("dialect_options", on_sqlite(index)),
        ];
        return plain.then(|| dict(pairs));
    }
    let mut pairs = vec![name_pair, ("unique", Value::Bool(index.unique)), columns];
    let text = |element: &IndexElement| sql(&element.expression).map_or(Value::None, Value::Str);
    if !plain {
        pairs.push(("expressions", Value::List(index.elements.iter().map(text).collect())));
    }
    let sorting: Vec<(Value, Value)> =
        index.elements.iter().filter_map(|element| Some((text(element), sorted(element)?))).collect();
    if !sorting.is_empty() {
        pairs.push(("column_sorting", Value::Dict(sorting)));
    }
    if of_constraint {
        pairs.push(("duplicates_constraint", optional(Some(name(index)))));
    }
    pairs.push(("dialect_options", on_postgresql(index)));
    Some(dict(pairs))
}

/// Only what is not the server's own choice.
fn sorted(element: &IndexElement) -> Option<Value> {
    let mut words = Vec::new();
    if element.order == Some(SortOrder::Descending) {
        words.push(Value::str("desc"));
    }
    words.extend(element.nulls.map(|n| Value::str(if n == NullsOrder::First { "nulls_first" } else { "nulls_last" })));
    (!words.is_empty()).then_some(Value::Tuple(words))
}

fn on_postgresql(index: &Index) -> Value {
    let mut found = Vec::new();
    for (name, value) in options(&index.options, "postgresql", &["ops", "with", "using", "where"]) {
        found.push((format!("postgresql_{name}"), value));
    }
    found.push(("postgresql_include".to_owned(), included(&index.options)));
    for (name, value) in options(&index.options, "postgresql", &["nulls_not_distinct", "invalid"]) {
        found.push((format!("postgresql_{name}"), value));
    }
    Value::Dict(found.into_iter().map(|(name, value)| (Value::Str(name), value)).collect())
}

/// Nothing where there is nothing to say.
fn on_mysql(index: &Index) -> Option<Value> {
    let all = index.options.0.iter();
    let pairs = all.map(|option| (Value::Str(format!("{}_{}", option.dialect, option.name)), shown(&option.value)));
    let pairs: Vec<_> = pairs.collect();
    (!pairs.is_empty()).then_some(Value::Dict(pairs))
}

/// The condition of a partial index is a `text()` there, and plain text on PostgreSQL.
fn on_sqlite(index: &Index) -> Value {
    let condition = index.options.get("sqlite", "where").map(|value| match value {
        OptionValue::Expression(Expression::Text(text)) => {
            Value::call("sqlalchemy.text", vec![Value::str(&text.text)], Location::file("<inspect>"))
        }
        other => shown(other),
    });
    dict(condition.map(|condition| ("sqlite_where", condition)).into_iter().collect())
}
