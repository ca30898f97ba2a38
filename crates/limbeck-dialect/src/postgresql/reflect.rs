//! Tables as PostgreSQL's catalogues describe them.

use limbeck_core::schema::{Table, TableName};

use crate::{Catalogue, DialectError};

pub(super) fn table_names(_live: &mut dyn Catalogue, _schema: Option<&str>) -> Result<Vec<String>, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}

pub(super) fn has_table(_live: &mut dyn Catalogue, _table: &TableName) -> Result<bool, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}

pub(super) fn table(_live: &mut dyn Catalogue, _name: &TableName) -> Result<Option<Table>, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}

pub(super) fn schema_names(_live: &mut dyn Catalogue) -> Result<Vec<String>, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}
