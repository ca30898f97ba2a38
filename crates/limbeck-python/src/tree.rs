//! A reflected table as the tree that the facade builds a `Table` from.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{Column, Constraint, ForeignKeyOptions, Index, Name, ServerDefault, Table};
use limbeck_core::source::Location;
use limbeck_script::directive::{Call, Value};

use crate::inspect::show_type;

type Named = Vec<(String, Value)>;

fn call(name: &str, args: Vec<Value>, kwargs: Named) -> Value {
    let location = Location::file("<reflection>");
    Value::Call(Box::new(Call { name: format!("sqlalchemy.{name}"), args, kwargs, location }))
}

fn texts(items: &[String]) -> Value {
    Value::List(items.iter().map(Value::str).collect())
}

fn named(name: Option<&Name>) -> Named {
    name.map(|name| ("name".to_owned(), Value::str(&name.text))).into_iter().collect()
}

fn text(sql: &str) -> Value {
    call("text", vec![Value::str(sql)], Vec::new())
}

/// `("sqlalchemy.Table", (name, Column..., constraint...), {"schema": s})`
pub(crate) fn table_tree(table: &Table) -> Value {
    let mut args = vec![Value::str(&table.name.name)];
    args.extend(table.columns.iter().map(column));
    args.extend(table.constraints.iter().filter_map(constraint));
    args.extend(table.indexes.iter().map(index));
    let schema = table.name.schema.as_ref().map(|schema| ("schema".to_owned(), Value::str(schema)));
    call("Table", args, schema.into_iter().collect())
}

fn column(column: &Column) -> Value {
    let mut kwargs = vec![
        ("nullable".to_owned(), Value::Bool(column.nullable)),
        ("primary_key".to_owned(), Value::Bool(column.primary_key)),
    ];
    let default = match &column.server_default {
        Some(ServerDefault::Literal(text)) => Some(Value::str(text)),
        Some(ServerDefault::Expression(Expression::Text(sql))) => Some(text(&sql.text)),
        _ => None,
    };
    kwargs.extend(default.map(|default| ("server_default".to_owned(), default)));
    call("Column", vec![Value::str(&column.name), show_type(&column.sql_type)], kwargs)
}

fn constraint(constraint: &Constraint) -> Option<Value> {
    Some(match constraint {
        // Columns say it themselves.
        Constraint::PrimaryKey(_) | Constraint::Exclude(_) => return None,
        Constraint::Unique(unique) => {
            call("UniqueConstraint", unique.columns.iter().map(Value::str).collect(), named(unique.name.as_ref()))
        }
        Constraint::Check(check) => {
            let Expression::Text(sql) = &check.condition else { return None };
            call("CheckConstraint", vec![text(&sql.text)], named(check.name.as_ref()))
        }
        Constraint::ForeignKey(key) => {
            let table = key.referred_table.full_name();
            let referred: Vec<String> = key.referred_columns.iter().map(|column| format!("{table}.{column}")).collect();
            let mut kwargs = named(key.name.as_ref());
            kwargs.extend(actions(&key.options));
            call("ForeignKeyConstraint", vec![texts(&key.columns), texts(&referred)], kwargs)
        }
    })
}

fn actions(options: &ForeignKeyOptions) -> Named {
    let word = |name: &str, value: &Option<String>| value.as_ref().map(|value| (name.to_owned(), Value::str(value)));
    let deferrable = options.deferral.deferrable.map(|flag| ("deferrable".to_owned(), Value::Bool(flag)));
    [
        word("ondelete", &options.ondelete),
        word("onupdate", &options.onupdate),
        word("initially", &options.deferral.initially),
        deferrable,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn index(index: &Index) -> Value {
    let mut args = vec![index.name.as_ref().map_or(Value::None, |name| Value::str(&name.text))];
    args.extend(index.elements.iter().filter_map(|element| match &element.expression {
        Expression::Column { name, .. } => Some(Value::str(name)),
        Expression::Text(sql) => Some(text(&sql.text)),
        _ => None,
    }));
    call("Index", args, vec![("unique".to_owned(), Value::Bool(index.unique))])
}
