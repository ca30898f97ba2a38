//! Constraints.

use limbeck_core::schema::{Constraint, DialectOptions, ForeignKey, Name, Table};
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
    if shape.postgresql {
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
    let all = if shape.postgresql {
        vec![onupdate, ondelete, initially, deferrable, ("match", word(&key.options.match_))]
    } else {
        // SQLAlchemy does not read MATCH, which does nothing on SQLite.
        vec![ondelete, onupdate, deferrable, initially]
    };
    let options = all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    // A key never leaves its database on SQLite.
    let schema = if shape.postgresql { &key.referred_table.schema } else { &table.name.schema };
    let mut pairs = vec![
        ("name", name_of(key.name.as_ref())),
        ("constrained_columns", texts(&key.columns)),
        ("referred_schema", optional(schema.as_deref())),
        ("referred_table", Value::str(&key.referred_table.name)),
        ("referred_columns", texts(&key.referred_columns)),
        ("options", dict(options)),
    ];
    if shape.postgresql {
        pairs.push(("comment", Value::None));
    }
    dict(pairs)
}

pub(super) fn unique_constraints(table: &Table, shape: Shape) -> Value {
    let found = table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::Unique(unique) => {
            let (name, columns) = (("name", name_of(unique.name.as_ref())), ("column_names", texts(&unique.columns)));
            Some(dict(match shape.postgresql {
                true => vec![
                    columns,
                    name,
                    ("comment", Value::None),
                    ("dialect_options", key_options(&unique.options, true)),
                ],
                false => vec![name, columns],
            }))
        }
        _ => None,
    });
    Value::List(found.collect())
}

pub(super) fn check_constraints(table: &Table, shape: Shape, vm: &VirtualMachine) -> PyResult<Value> {
    let mut found = Vec::new();
    for constraint in &table.constraints {
        let Constraint::Check(check) = constraint else { continue };
        let Some(text) = sql(&check.condition) else {
            return Err(vm.new_value_error(format!("a CHECK of table {} cannot be shown", table.name.name)));
        };
        let (name, text) = (("name", name_of(check.name.as_ref())), ("sqltext", Value::Str(text)));
        let mut pairs = if shape.postgresql { vec![name, text, ("comment", Value::None)] } else { vec![text, name] };
        if shape.postgresql {
            let said = options(&check.options, "postgresql", &["not_valid", "no_inherit"]);
            if !said.is_empty() {
                pairs.push(("dialect_options", dict(said)));
            }
        }
        // Those without a name come last on SQLite; on PostgreSQL all have one, and are in its order already.
        found.push((check.name.as_ref().map_or("~", |name| &name.text), dict(pairs)));
    }
    if !shape.postgresql {
        found.sort_by_key(|(name, _)| *name);
    }
    Ok(Value::List(found.into_iter().map(|(_, check)| check).collect()))
}
