//! SQLite.

mod compare;
mod ddl;
mod definition;
mod expression;
mod live;
mod names;
mod order;
mod quote;
mod rebuild;
mod reflect;
mod swap;
mod tokens;
mod types;
mod working;

use limbeck_core::autogenerate::ElementText;
use limbeck_core::expression::{Expression, Parameters, Statement};
use limbeck_core::operation::{Batch, Operation};
use limbeck_core::schema::{Column, Index, ServerDefault, SqlType, Table, TableName};

use crate::render::insert;
use crate::{BindMode, Catalogue, Dialect, DialectError, Names, Sql, Step};

/// SQLite's dialect.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sqlite;

impl Dialect for Sqlite {
    fn name(&self) -> &'static str {
        "sqlite"
    }

    fn implementation_name(&self) -> &'static str {
        "SQLiteImpl"
    }

    /// Alembic says no, for the sake of Python's driver.
    fn transactional_ddl(&self) -> bool {
        false
    }

    fn really_transactional_ddl(&self) -> bool {
        true
    }

    /// SQLite has no limit; SQLAlchemy's default is this.
    fn max_identifier_length(&self) -> usize {
        9999
    }

    fn quote(&self, identifier: &str) -> String {
        quote::quote(identifier)
    }

    fn type_text(&self, sql_type: &SqlType) -> Result<String, DialectError> {
        types::type_text(sql_type)
    }

    fn operation(&self, operation: &Operation, mode: BindMode) -> Result<Vec<Sql>, DialectError> {
        ddl::operation(operation, mode)
    }

    fn batch(&self, batch: &Batch, live: Option<&mut dyn Catalogue>) -> Result<Vec<Step>, DialectError> {
        rebuild::batch(batch, live)
    }

    fn statement(
        &self,
        statement: &Statement,
        parameters: &[Parameters],
        mode: BindMode,
    ) -> Result<Vec<Sql>, DialectError> {
        insert::statements(self, statement, parameters, mode)
    }

    fn table_names(&self, live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Vec<String>, DialectError> {
        reflect::table_names(live, schema)
    }

    fn has_table(&self, live: &mut dyn Catalogue, table: &TableName) -> Result<bool, DialectError> {
        Ok(live::find(live, table)?.is_some())
    }

    fn reflect_tables(
        &self,
        live: &mut dyn Catalogue,
        schema: Option<&str>,
        names: &[String],
    ) -> Result<Vec<Table>, DialectError> {
        reflect::tables(live, schema, names)
    }

    fn schema_names(&self, live: &mut dyn Catalogue) -> Result<Vec<String>, DialectError> {
        reflect::schema_names(live)
    }

    fn names(
        &self,
        live: &mut dyn Catalogue,
        kind: Names,
        schema: Option<&str>,
    ) -> Result<Option<Vec<String>>, DialectError> {
        names::names(live, kind, schema)
    }

    fn view_definition(&self, live: &mut dyn Catalogue, view: &TableName) -> Result<Option<String>, DialectError> {
        Ok(live::find(live, view)?.filter(|found| found.is_view).map(|found| found.sql))
    }

    fn types_differ(&self, database: &SqlType, model: &SqlType) -> Result<bool, DialectError> {
        compare::types_differ(database, model)
    }

    fn defaults_differ(
        &self,
        _live: &mut dyn Catalogue,
        database: &Column,
        model: &Column,
    ) -> Result<bool, DialectError> {
        compare::defaults_differ(database.server_default.as_ref(), model.server_default.as_ref())
    }

    fn default_text(&self, default: &ServerDefault) -> Result<String, DialectError> {
        compare::default_text(default)
    }

    fn same_text(&self, one: &Expression, other: &Expression, table: &TableName) -> Result<bool, DialectError> {
        compare::same_text(one, other, table)
    }

    fn index_elements(&self, index: &Index) -> Result<Option<Vec<ElementText>>, DialectError> {
        compare::index_elements(index).map(Some)
    }

    fn index_options(&self, index: &Index) -> Result<Vec<(String, String)>, DialectError> {
        compare::index_options(index)
    }

    /// A table may be made before the one that its key points at.
    fn adds_foreign_keys(&self) -> bool {
        false
    }
}
