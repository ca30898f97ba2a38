//! Types as PostgreSQL names them.

use limbeck_core::schema::SqlType;

use crate::DialectError;

pub(super) fn type_text(_sql_type: &SqlType) -> Result<String, DialectError> {
    Err(DialectError::unsupported("not written yet", ""))
}
