//! Dialect arguments: which dialects take which, and their values. What they mean is the dialect's business.

use limbeck_core::schema::{DialectOption, OptionValue};
use limbeck_core::source::SourceError;

use super::context::{Context, nearest, plain};
use super::expression::ddl_expression;
use crate::directive::Value;

/// What each dialect of SQLAlchemy 2.1.9 takes for a construct; `*` is anything. The last ones are Alembic's own.
const KNOWN: &[(&str, &str, &str)] = &[
    ("postgresql", "Index", "using include where ops concurrently with tablespace nulls_not_distinct"),
    ("postgresql", "Table", "ignore_search_path tablespace partition_by with_oids with on_commit inherits using"),
    ("postgresql", "CheckConstraint", "not_valid"),
    ("postgresql", "ForeignKeyConstraint", "not_valid"),
    ("postgresql", "PrimaryKeyConstraint", "include"),
    ("postgresql", "UniqueConstraint", "include nulls_not_distinct"),
    ("mysql", "Table", "*"),
    ("mysql", "PrimaryKeyConstraint", "using"),
    ("mysql", "Index", "using length prefix with_parser"),
    ("mariadb", "Table", "*"),
    ("mariadb", "PrimaryKeyConstraint", "using"),
    ("mariadb", "Index", "using length prefix with_parser"),
    ("sqlite", "Table", "autoincrement with_rowid strict"),
    ("sqlite", "Index", "where"),
    ("sqlite", "Column", "on_conflict_primary_key on_conflict_not_null on_conflict_unique"),
    ("sqlite", "CheckConstraint", "on_conflict"),
    ("sqlite", "ForeignKeyConstraint", "on_conflict"),
    ("sqlite", "PrimaryKeyConstraint", "on_conflict"),
    ("sqlite", "UniqueConstraint", "on_conflict"),
    ("mssql", "PrimaryKeyConstraint", "clustered"),
    ("mssql", "UniqueConstraint", "clustered"),
    ("mssql", "Index", "clustered include where columnstore"),
    ("mssql", "Column", "identity_start identity_increment"),
    ("oracle", "Table", "resolve_synonyms on_commit compress tablespace"),
    ("oracle", "Index", "bitmap compress vector"),
    ("oracle", "Sequence", "order"),
    ("oracle", "Identity", "order on_null"),
    ("postgresql", "alter_column", "using"),
    ("mssql", "alter_column", "drop_default drop_check drop_foreign_key"),
    ("mssql", "drop_column", "drop_default drop_check drop_foreign_key"),
];

/// Constructs whose dialects need not all be known: SQLAlchemy takes those of other dialects with a warning.
const OTHERS: &[&str] =
    &["redshift", "snowflake", "bigquery", "cockroachdb", "clickhouse", "databricks", "duckdb", "starrocks"];

/// Whether `construct` takes `name`; `others` are its plain arguments, for what may have been meant.
pub(super) fn check<'k>(
    at: Context<'_>,
    construct: &str,
    name: &str,
    others: impl Iterator<Item = &'k str>,
) -> Result<(), SourceError> {
    let (dialect, argument) = split(name);
    if OTHERS.contains(&dialect) {
        return Ok(());
    }
    if !KNOWN.iter().any(|(d, ..)| *d == dialect) {
        let fault = at.fault(format!("there is no argument `{name}`, and no dialect `{dialect}`"));
        let dialects = KNOWN.iter().map(|(d, ..)| *d).chain(OTHERS.iter().copied());
        return Err(match (nearest(name, others), nearest(dialect, dialects)) {
            (Some(meant), _) => fault.help(format!("did you mean `{meant}`?")),
            (None, Some(meant)) => fault.help(format!("did you mean `{meant}_{argument}`?")),
            (None, None) => {
                fault.help("arguments of dialects begin with postgresql_, mysql_, mariadb_, sqlite_, mssql_ or oracle_")
            }
        });
    }
    let known = KNOWN.iter().find(|(d, c, _)| *d == dialect && *c == construct).map_or("", |(.., names)| *names);
    // MySQL's own words may be written in capitals: mysql_ENGINE.
    if known == "*" || known.split(' ').any(|k| k == argument) {
        return Ok(());
    }
    let fault = at.fault(format!("the dialect `{dialect}` takes no `{name}` here"));
    Err(match nearest(argument, known.split(' ')) {
        Some(meant) if !meant.is_empty() => fault.help(format!("did you mean `{dialect}_{meant}`?")),
        _ if known.is_empty() => fault.help("it takes none of its own"),
        _ => fault.help(format!(
            "it takes: {}",
            known.split(' ').map(|k| format!("{dialect}_{k}")).collect::<Vec<_>>().join(", ")
        )),
    })
}

fn split(name: &str) -> (&str, &str) {
    name.split_once('_').unwrap_or((name, ""))
}

/// The option, or none when its value is None, which is every argument's default.
pub(super) fn bind(at: Context<'_>, name: &str, value: &Value) -> Result<Option<DialectOption>, SourceError> {
    let (dialect, argument) = split(name);
    let option = |value| DialectOption { dialect: dialect.into(), name: argument.into(), value };
    Ok(option_value(at, name, value)?.map(option))
}

/// A value as an option keeps it.
pub(super) fn option_value(at: Context<'_>, name: &str, value: &Value) -> Result<Option<OptionValue>, SourceError> {
    Ok(Some(match plain(value) {
        Value::None => return Ok(None),
        Value::Bool(value) => OptionValue::Bool(*value),
        Value::Int(_) => OptionValue::Int(at.int(name, value)?),
        Value::Float(number) => OptionValue::Text(format!("{number:?}")),
        Value::Str(text) => OptionValue::Text(text.clone()),
        Value::List(items) | Value::Tuple(items) | Value::Set(items) => {
            let bound: Result<Vec<_>, _> = items.iter().map(|item| option_value(at, name, item)).collect();
            OptionValue::List(bound?.into_iter().flatten().collect())
        }
        Value::Dict(_) => {
            let mut bound = Vec::new();
            for (key, value) in at.entries(name, value)? {
                if let Some(value) = option_value(at, name, value)? {
                    bound.push((key, value));
                }
            }
            OptionValue::Map(bound)
        }
        Value::Absent(absent) => return Err(at.absent(name, absent)),
        Value::Call(call) if call.name == "alembic.op.f" => OptionValue::Text(at.text(name, value)?),
        Value::Bytes(_) => return Err(at.wrong(name, value, "a str, a number, a list, a dict or an SQL expression")),
        Value::Name(_) | Value::Call(_) => OptionValue::Expression(ddl_expression(at, name, value)?),
    }))
}
