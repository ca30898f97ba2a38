//! Reflection and comparison on a live PostgreSQL, held against what SQLAlchemy's inspector and Alembic say of the same database.
//! The goldens come from `goldens/regenerate.py`.

mod compare;
mod indexes;
mod inspector;
mod psql;
mod reflect;
mod types;

use std::path::PathBuf;

use limbeck_core::expression::Expression;
use serde_json::Value;

/// What reflection is tried on.
const SCHEMA: &str = include_str!("schema.sql");

fn golden(name: &str) -> Value {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/postgresql_reflect/goldens");
    let text = std::fs::read_to_string(folder.join(name)).expect("the golden");
    serde_json::from_str(&text).expect("JSON")
}

/// The text of an expression that came from the server.
fn sql(expression: &Expression) -> String {
    match expression {
        Expression::Text(text) => text.text.replace("\\:", ":"),
        Expression::Column { name, .. } => name.clone(),
        other => panic!("{other:?}"),
    }
}
