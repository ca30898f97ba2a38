//! Whether what the database has is what the model says: Alembic's rules.

mod defaults;
mod indexes;
mod kept;
mod names;
mod options;
mod settle;
mod types;

use limbeck_core::schema::ServerDefault;

use super::Mysql;
use crate::DialectError;
use crate::render::expression::ddl_text;

pub(super) use defaults::defaults_differ;
pub(super) use indexes::index_options;
pub(super) use kept::kept;
pub(super) use names::server_name;
pub(super) use options::table_options;
pub(super) use settle::settle;
pub(super) use types::types_differ;

/// A default as text: a literal without quotes, an expression as SQL.
pub(super) fn default_text(dialect: Mysql, default: &ServerDefault) -> Result<String, DialectError> {
    match default {
        ServerDefault::Literal(text) => Ok(text.clone()),
        ServerDefault::Expression(expression) => ddl_text(&dialect, expression),
    }
}
