//! Whether what the database has is what the model says.

use limbeck_core::autogenerate::ElementText;
use limbeck_core::schema::{Column, Index, ServerDefault, SqlType};

use super::{Mysql, not_yet};
use crate::{Catalogue, DialectError};

pub(super) fn types_differ(_: Mysql, _: &SqlType, _: &SqlType) -> Result<bool, DialectError> {
    Err(not_yet())
}

pub(super) fn defaults_differ(_: Mysql, _: &mut dyn Catalogue, _: &Column, _: &Column) -> Result<bool, DialectError> {
    Err(not_yet())
}

pub(super) fn default_text(_: Mysql, _: &ServerDefault) -> Result<String, DialectError> {
    Err(not_yet())
}

pub(super) fn index_elements(_: Mysql, _: &Index) -> Result<Option<Vec<ElementText>>, DialectError> {
    Err(not_yet())
}
