//! Server defaults. Texts decide where they are the same; where they are not, the server is asked whether both come to the same, as
//! Alembic does.

use limbeck_core::expression::Literal;
use limbeck_core::schema::{Column, OptionValue, ServerDefault, SqlType};

use super::default_text;
use super::text::{Meaning, meaning};
use crate::postgresql::reflect::literal;
use crate::{Catalogue, DialectError};

/// Whether the server defaults are not the same.
pub(in crate::postgresql) fn defaults_differ(
    live: &mut dyn Catalogue,
    database: &Column,
    model: &Column,
) -> Result<bool, DialectError> {
    let there = database.server_default.as_ref().map(default_text).transpose()?;
    // A SERIAL column has the default that it was made with, when a model writes that out.
    let serial = match (&there, &model.server_default, database.options.get("postgresql", "serial")) {
        (None, Some(_), Some(OptionValue::Text(text))) => Some(text.clone()),
        _ => None,
    };
    let there = there.or(serial);
    if counts_by_itself(database, model, there.as_deref()) {
        return Ok(false);
    }
    let meant = there.as_deref().map_or(Meaning::Null, meaning);
    let wanted = match &model.server_default {
        None => Meaning::Null,
        Some(ServerDefault::Literal(text)) => Meaning::Value(text.clone()),
        Some(default) => meaning(&default_text(default)?),
    };
    if meant == wanted || in_quotes(&model.server_default).is_some_and(|inside| meant == Meaning::Value(inside)) {
        return Ok(false);
    }
    let (Some(there), Some(default)) = (there, &model.server_default) else { return Ok(true) };
    if meant == Meaning::Null || wanted == Meaning::Null || meant.counts() || wanted.counts() {
        return Ok(true);
    }
    let wanted = match default {
        ServerDefault::Literal(text) => literal(text),
        other => default_text(other)?,
    };
    same(live, &database.sql_type, &there, &wanted).map(|same| !same)
}

/// Whether the model's column is the key that counts up by itself: whatever the database does for that is right.
fn counts_by_itself(database: &Column, model: &Column, there: Option<&str>) -> bool {
    let key = (model.primary_key || database.primary_key) && model.server_default.is_none();
    let sequence = there.is_none_or(|text| meaning(text).counts());
    match model.autoincrement {
        Some(asked) => key && asked,
        None => key && sequence && model.foreign_keys.is_empty() && model.sql_type.is_integer(),
    }
}

/// `server_default="'x'"` is taken for x, as Alembic does.
fn in_quotes(default: &Option<ServerDefault>) -> Option<String> {
    let Some(ServerDefault::Literal(text)) = default else { return None };
    Some(text.strip_prefix('\'')?.strip_suffix('\'')?.to_owned())
}

/// Asks the server. What it cannot work out or compare is not the same: the texts are not.
fn same(live: &mut dyn Catalogue, sql_type: &SqlType, there: &str, wanted: &str) -> Result<bool, DialectError> {
    // Numbers are compared as numbers of that kind, and JSON has an equality only as jsonb.
    let cast = match sql_type {
        SqlType::Literal { name, .. } if matches!(name.as_str(), "NUMERIC" | "REAL" | "DOUBLE PRECISION") => {
            Some(name.to_lowercase())
        }
        SqlType::Dialect { name, .. } if name == "JSON" => Some("jsonb".to_owned()),
        _ => None,
    };
    let side = |sql: &str| match &cast {
        Some(cast) => format!("CAST(({sql}\n) AS {cast})"),
        None => format!("({sql}\n)"),
    };
    let query = format!("SELECT {} IS NOT DISTINCT FROM {}", side(there), side(wanted));
    // An error must not end a transaction that is under way. There is none where there can be no savepoint.
    let savepoint = live.query("SAVEPOINT limbeck_default").is_ok();
    let answer = live.query(&query);
    if savepoint {
        live.query("ROLLBACK TO SAVEPOINT limbeck_default")?;
        live.query("RELEASE SAVEPOINT limbeck_default")?;
    } else if answer.is_err() {
        // It was the question that failed, not the connection.
        live.query("SELECT 1")?;
    }
    Ok(matches!(answer.as_deref(), Ok([row]) if row.first() == Some(&Literal::Bool(true))))
}
