//! What the catalogue says.

use limbeck_core::schema::{Table, TableName};

use super::{Mysql, not_yet};
use crate::{Catalogue, DialectError, Names};

pub(super) fn table_names(_: Mysql, _: &mut dyn Catalogue, _: Option<&str>) -> Result<Vec<String>, DialectError> {
    Err(not_yet())
}

pub(super) fn has_table(_: Mysql, _: &mut dyn Catalogue, _: &TableName) -> Result<bool, DialectError> {
    Err(not_yet())
}

pub(super) fn table(_: Mysql, _: &mut dyn Catalogue, _: &TableName) -> Result<Option<Table>, DialectError> {
    Err(not_yet())
}

pub(super) fn schema_names(_: Mysql, _: &mut dyn Catalogue) -> Result<Vec<String>, DialectError> {
    Err(not_yet())
}

pub(super) fn names(
    _: Mysql,
    _: &mut dyn Catalogue,
    _: Names,
    _: Option<&str>,
) -> Result<Option<Vec<String>>, DialectError> {
    Err(not_yet())
}

pub(super) fn view_definition(_: Mysql, _: &mut dyn Catalogue, _: &TableName) -> Result<Option<String>, DialectError> {
    Err(not_yet())
}
