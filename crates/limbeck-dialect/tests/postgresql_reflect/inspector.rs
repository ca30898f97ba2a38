//! A reflected table in the shapes that SQLAlchemy's inspector gives.

use limbeck_core::expression::Expression;
use limbeck_core::schema::*;
use serde_json::{Map, Value, json};

use crate::sql;
use crate::types::{tree, value};

/// A table as the goldens say it.
pub fn described(table: &Table) -> Value {
    let of = |kind: ConstraintKind| -> Vec<Value> {
        table.constraints.iter().filter(|c| c.kind() == kind).map(constraint).collect()
    };
    let nothing = json!({"name": null, "constrained_columns": []});
    let mut options = with_prefix(&table.options);
    options.remove("postgresql_partition_by");
    if let Some(parent) = options.remove("postgresql_partition_of") {
        options.insert("postgresql_inherits".into(), json!([parent]));
    }
    json!({
        "schema": table.name.schema,
        "name": table.name.name,
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        "primary_key": of(ConstraintKind::PrimaryKey).pop().unwrap_or(nothing),
        "foreign_keys": of(ConstraintKind::ForeignKey),
        "uniques": of(ConstraintKind::Unique),
        "checks": of(ConstraintKind::Check),
        "indexes": table.indexes.iter().map(index).collect::<Vec<_>>(),
        "comment": table.comment,
        "options": options,
    })
}

fn column(column: &Column) -> Value {
    let serial = column.options.get("postgresql", "serial").map(value);
    let default = match &column.server_default {
        None => serial.unwrap_or(Value::Null),
        Some(ServerDefault::Expression(default)) => json!(sql(default)),
        Some(ServerDefault::Literal(text)) => panic!("a literal: {text}"),
    };
    let counts = column.autoincrement == Some(true) || default.as_str().is_some_and(|text| text.contains("nextval('"));
    let mut out = json!({
        "name": column.name,
        "type": tree(&column.sql_type),
        "nullable": column.nullable,
        "default": default,
        "autoincrement": counts,
        "comment": column.comment,
    });
    if let Some(computed) = &column.computed {
        out["computed"] = json!({"sqltext": sql(&computed.expression), "persisted": computed.persisted});
    }
    if let Some(Identity { always, options, .. }) = &column.identity {
        out["identity"] = json!({
            "always": always, "start": options.start, "increment": options.increment, "minvalue": options.minvalue,
            "maxvalue": options.maxvalue, "cache": options.cache, "cycle": options.cycle,
        });
    }
    out
}

fn with_prefix(options: &DialectOptions) -> Map<String, Value> {
    options.0.iter().map(|option| (format!("postgresql_{}", option.name), value(&option.value))).collect()
}

/// What the inspector says of a key that includes nothing as well.
fn key_options(options: &DialectOptions, unique: bool) -> Value {
    let mut out = with_prefix(options);
    // The inspector does not tell what a partition has from its parent.
    out.remove("postgresql_partition_of");
    out.entry("postgresql_include").or_insert(json!([]));
    if unique {
        out.entry("postgresql_nulls_not_distinct").or_insert(json!(false));
    }
    Value::Object(out)
}

fn constraint(constraint: &Constraint) -> Value {
    let name = constraint.name().map(|name| name.text.clone());
    match constraint {
        Constraint::PrimaryKey(key) => json!({
            "name": name, "constrained_columns": key.columns, "comment": null, "dialect_options": key_options(&key.options, false),
        }),
        Constraint::Unique(unique) => json!({
            "name": name, "column_names": unique.columns, "comment": null, "dialect_options": key_options(&unique.options, true),
        }),
        Constraint::ForeignKey(key) => {
            let mut options = Map::new();
            let ForeignKeyOptions { ondelete, onupdate, match_, deferral, .. } = &key.options;
            for (name, text) in
                [("ondelete", ondelete), ("onupdate", onupdate), ("match", match_), ("initially", &deferral.initially)]
            {
                options.extend(text.as_ref().map(|text| (name.to_owned(), json!(text))));
            }
            options.extend(deferral.deferrable.map(|value| ("deferrable".to_owned(), json!(value))));
            json!({
                "name": name, "constrained_columns": key.columns, "referred_schema": key.referred_table.schema,
                "referred_table": key.referred_table.name, "referred_columns": key.referred_columns, "options": options,
                "comment": null,
            })
        }
        Constraint::Check(check) => {
            let mut out = json!({"name": name, "sqltext": sql(&check.condition), "comment": null});
            if !check.options.0.is_empty() {
                let options = check.options.0.iter().map(|option| (option.name.clone(), value(&option.value)));
                out["dialect_options"] = Value::Object(options.collect());
            }
            out
        }
        Constraint::Exclude(_) => Value::Null,
    }
}

fn index(index: &Index) -> Value {
    let is_column = |element: &IndexElement| matches!(element.expression, Expression::Column { .. });
    let names = index.elements.iter().map(|e| if is_column(e) { json!(sql(&e.expression)) } else { Value::Null });
    let mut out = json!({
        "name": index.name.as_ref().map(|name| name.text.clone()),
        "unique": index.unique,
        "column_names": names.collect::<Vec<_>>(),
    });
    if !index.elements.iter().all(is_column) {
        out["expressions"] = index.elements.iter().map(|element| json!(sql(&element.expression))).collect();
    }
    let mut sorting = Map::new();
    for element in &index.elements {
        let mut words = Vec::new();
        words.extend(element.order.map(|order| if order == SortOrder::Descending { "desc" } else { "asc" }));
        words.extend(element.nulls.map(|n| if n == NullsOrder::First { "nulls_first" } else { "nulls_last" }));
        if !words.is_empty() {
            sorting.insert(sql(&element.expression), json!(words));
        }
    }
    if !sorting.is_empty() {
        out["column_sorting"] = Value::Object(sorting);
    }
    out["dialect_options"] = key_options(&index.options, false);
    out
}
