//! Operations as PostgreSQL's statements, in Alembic's text.

use limbeck_core::operation::{Batch, Operation};

use crate::{BindMode, Catalogue, DialectError, Sql, Step};

pub(super) fn operation(_operation: &Operation, _mode: BindMode) -> Result<Vec<Sql>, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}

pub(super) fn batch(_batch: &Batch, _live: Option<&mut dyn Catalogue>) -> Result<Vec<Step>, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}
