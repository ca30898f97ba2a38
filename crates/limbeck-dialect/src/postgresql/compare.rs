//! Whether the database and a model mean the same.

use limbeck_core::schema::{Column, ServerDefault, SqlType};

use crate::{Catalogue, DialectError};

pub(super) fn types_differ(_database: &SqlType, _model: &SqlType) -> Result<bool, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}

pub(super) fn defaults_differ(
    _live: &mut dyn Catalogue,
    _database: &Column,
    _model: &Column,
) -> Result<bool, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}

pub(super) fn default_text(_default: &ServerDefault) -> Result<String, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}
