//! What PostgreSQL says in its own way in expressions and statements.

use limbeck_core::expression::{BinaryOperator, Literal};
use limbeck_core::schema::{DialectOptions, SqlType, Table};

use super::Postgresql;
use crate::DialectError;
use crate::render::{Origin, Style};

impl Style for Postgresql {
    fn placeholder(&self) -> &'static str {
        "%s"
    }

    fn bound(&self, value: &Literal, _sql_type: Option<&SqlType>, _origin: Origin) -> Result<Literal, DialectError> {
        Ok(value.clone())
    }

    fn inline(&self, _value: &Literal, _sql_type: Option<&SqlType>) -> Result<String, DialectError> {
        Err(DialectError::unsupported("not written yet", ""))
    }

    fn boolean(&self, value: bool) -> &'static str {
        if value { "true" } else { "false" }
    }

    fn native_boolean(&self) -> bool {
        true
    }

    fn native_enum(&self) -> bool {
        true
    }

    fn inline_primary_key<'t>(&self, _table: &'t Table) -> Option<&'t str> {
        None
    }

    fn function(&self, _name: &str, _arguments: &[String]) -> Option<String> {
        None
    }

    fn binary(&self, _operator: &BinaryOperator, _left: &str, _right: &str) -> Option<String> {
        None
    }

    fn empty_set(&self, _width: usize) -> String {
        String::new()
    }

    fn limit(
        &self,
        _limit: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        _offset: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        _number: &mut dyn FnMut(i64) -> Result<String, DialectError>,
    ) -> Result<String, DialectError> {
        Ok(String::new())
    }

    fn for_update(&self) -> &'static str {
        " FOR UPDATE"
    }

    fn update_from(&self) -> bool {
        true
    }

    fn constraint_suffix(&self, _options: &DialectOptions, _name: &str) -> Result<String, DialectError> {
        Ok(String::new())
    }

    fn table_suffix(&self, _table: &Table) -> Result<String, DialectError> {
        Ok(String::new())
    }
}
