//! Constraints.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{
    Constraint, DialectOptions, ForeignKey, Index, IndexElement, Name, Table, UniqueConstraint,
};
use limbeck_script::directive::Value;
use rustpython_vm::{PyResult, VirtualMachine};

use super::{Shape, dict, optional, options, sql, texts};

fn name_of(name: Option<&Name>) -> Value {
    optional(name.map(|name| name.text.as_str()))
}

/// What PostgreSQL's keys say beside their columns: what they include, also when that is nothing.
fn key_options(all: &DialectOptions, unique: bool) -> Value {
    let mut found = vec![("postgresql_include", included(all))];
    if unique {
        let distinct = Value::Bool(all.flag("postgresql", "nulls_not_distinct"));
        found.push(("postgresql_nulls_not_distinct", distinct));
    }
    dict(found)
}

/// INCLUDE's columns.
pub(super) fn included(all: &DialectOptions) -> Value {
    options(all, "postgresql", &["include"]).pop().map_or_else(|| Value::List(Vec::new()), |(_, columns)| columns)
}

pub(super) fn primary_key(table: &Table, shape: Shape) -> Value {
    let Some(key) = table.primary_key().filter(|key| !key.columns.is_empty()) else {
        return dict(vec![("name", Value::None), ("constrained_columns", Value::List(Vec::new()))]);
    };
    let mut pairs = vec![("constrained_columns", texts(&key.columns)), ("name", name_of(key.name.as_ref()))];
    if shape == Shape::Postgresql {
        pairs.extend([("comment", Value::None), ("dialect_options", key_options(&key.options, false))]);
    }
    dict(pairs)
}

pub(super) fn foreign_keys(table: &Table, shape: Shape) -> Value {
    let keys = table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::ForeignKey(key) => Some(foreign_key(key, table, shape)),
        _ => None,
    });
    Value::List(keys.collect())
}

fn foreign_key(key: &ForeignKey, table: &Table, shape: Shape) -> Value {
    let word = |text: &Option<String>| text.as_ref().map(Value::str);
    let ondelete = ("ondelete", word(&key.options.ondelete));
    let onupdate = ("onupdate", word(&key.options.onupdate));
    let deferrable = ("deferrable", key.options.deferral.deferrable.map(Value::Bool));
    let initially = ("initially", word(&key.options.deferral.initially));
    let all = match shape {
        Shape::Postgresql => vec![onupdate, ondelete, initially, deferrable, ("match", word(&key.options.match_))],
        // SQLAlchemy does not read MATCH, which does nothing on SQLite.
        Shape::Sqlite => vec![ondelete, onupdate, deferrable, initially],
        Shape::Mysql => vec![onupdate, ondelete],
    };
    let options = all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    // A key never leaves its database on SQLite.
    let schema = if shape == Shape::Sqlite { &table.name.schema } else { &key.referred_table.schema };
    let mut pairs = vec![
        ("name", name_of(key.name.as_ref())),
        ("constrained_columns", texts(&key.columns)),
        ("referred_schema", optional(schema.as_deref())),
        ("referred_table", Value::str(&key.referred_table.name)),
        ("referred_columns", texts(&key.referred_columns)),
        ("options", dict(options)),
    ];
    if shape == Shape::Postgresql {
        pairs.push(("comment", Value::None));
    }
    dict(pairs)
}

pub(super) fn unique_constraints(table: &Table, shape: Shape) -> Value {
    if shape == Shape::Mysql {
        return duplicates(table);
    }
    let found = uniques(table).map(|unique| {
        let (name, columns) = (("name", name_of(unique.name.as_ref())), ("column_names", texts(&unique.columns)));
        dict(match shape {
            Shape::Postgresql => {
                vec![columns, name, ("comment", Value::None), ("dialect_options", key_options(&unique.options, true))]
            }
            _ => vec![name, columns],
        })
    });
    Value::List(found.collect())
}

fn uniques(table: &Table) -> impl Iterator<Item = &UniqueConstraint> {
    table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::Unique(unique) => Some(unique),
        _ => None,
    })
}

/// The indexes that UNIQUE constraints are.
pub(super) fn unique_indexes(table: &Table) -> Vec<Index> {
    let index = |unique: &UniqueConstraint| Index {
        name: unique.name.clone(),
        table: table.name.clone(),
        elements: unique.columns.iter().map(IndexElement::column).collect(),
        unique: true,
        options: unique.options.clone(),
    };
    uniques(table).map(index).collect()
}

/// MySQL's unique indexes once more, each as a constraint that says so; by name.
fn duplicates(table: &Table) -> Value {
    let mut all = unique_indexes(table);
    all.extend(table.indexes.iter().filter(|index| index.unique).cloned());
    all.sort_by(|a, b| a.name.as_ref().map(|name| &name.text).cmp(&b.name.as_ref().map(|name| &name.text)));
    let shown = all.iter().map(|index| {
        let columns = index.elements.iter().map(|element| match &element.expression {
            Expression::Column { name, .. } => Value::str(name),
            _ => Value::None,
        });
        let name = name_of(index.name.as_ref());
        let columns = Value::List(columns.collect());
        dict(vec![("name", name.clone()), ("column_names", columns), ("duplicates_index", name)])
    });
    Value::List(shown.collect())
}

pub(super) fn check_constraints(table: &Table, shape: Shape, vm: &VirtualMachine) -> PyResult<Value> {
    let mut found = Vec::new();
    for constraint in &table.constraints {
        let Constraint::Check(check) = constraint else { continue };
        // SQLAlchemy does not see those that MySQL and MariaDB keep with a column.
        if shape == Shape::Mysql && check.name.is_none() {
            continue;
        }
        let Some(text) = sql(&check.condition) else {
            return Err(vm.new_value_error(format!("a CHECK of table {} cannot be shown", table.name.name)));
        };
        let (name, text) = (("name", name_of(check.name.as_ref())), ("sqltext", Value::Str(text)));
        let mut pairs = match shape {
            Shape::Postgresql => vec![name, text, ("comment", Value::None)],
            Shape::Sqlite => vec![text, name],
            Shape::Mysql => vec![name, text],
        };
        if shape == Shape::Postgresql {
            let said = options(&check.options, "postgresql", &["not_valid", "no_inherit"]);
            if !said.is_empty() {
                pairs.push(("dialect_options", dict(said)));
            }
        }
        // Those without a name come last on SQLite; on PostgreSQL all have one, and are in its order already.
        found.push((check.name.as_ref().map_or("~", |name| &name.text), dict(pairs)));
    }
    if shape != Shape::Postgresql {
        found.sort_by_key(|(name, _)| *name);
    }
    Ok(Value::List(found.into_iter().map(|(_, check)| check).collect()))
}
