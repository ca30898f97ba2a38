//! PostgreSQL.

mod compare;
mod ddl;
mod expression;
mod literal;
mod named;
mod quote;
mod reflect;
mod repeatable;
mod types;

use std::collections::BTreeSet;

use limbeck_core::autogenerate::{Conversion, Domain, ElementText, Kept, NamedType, TypeUser};
use limbeck_core::expression::{Expression, Parameters, Statement};
use limbeck_core::operation::{Batch, Operation};
use limbeck_core::schema::{Column, Constraint, Index, Sequence, ServerDefault, SqlType, Table, TableName};

use crate::render::{driver, insert};
use crate::{
    BindMode, Catalogue, Dialect, DialectError, DomainType, DriverParameters, EnumType, Names, Sql, Step, TypeMemory,
};

/// PostgreSQL's dialect. Values are bound on the client, as psycopg2 does: [`Sql::binds`] is always empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Postgresql;

impl Dialect for Postgresql {
    fn name(&self) -> &'static str {
        "postgresql"
    }

    fn implementation_name(&self) -> &'static str {
        "PostgresqlImpl"
    }

    fn transactional_ddl(&self) -> bool {
        true
    }

    fn max_identifier_length(&self) -> usize {
        63
    }

    fn quote(&self, identifier: &str) -> String {
        quote::quote(identifier)
    }

    fn type_text(&self, sql_type: &SqlType) -> Result<String, DialectError> {
        types::type_text(sql_type)
    }

    fn operation(&self, operation: &Operation, mode: BindMode) -> Result<Vec<Sql>, DialectError> {
        ddl::operation(operation, mode, &mut TypeMemory::default())
    }

    fn operation_of_run(
        &self,
        operation: &Operation,
        mode: BindMode,
        memory: &mut TypeMemory,
    ) -> Result<Vec<Sql>, DialectError> {
        ddl::operation(operation, mode, memory)
    }

    fn create_type(&self, sql_type: &SqlType, live: Option<&mut dyn Catalogue>) -> Result<Vec<Sql>, DialectError> {
        named::create(sql_type, live)
    }

    fn drop_type(&self, sql_type: &SqlType, live: Option<&mut dyn Catalogue>) -> Result<Vec<Sql>, DialectError> {
        named::drop(sql_type, live)
    }

    fn batch(&self, batch: &Batch, live: Option<&mut dyn Catalogue>) -> Result<Vec<Step>, DialectError> {
        ddl::batch(batch, if live.is_some() { BindMode::Driver } else { BindMode::Inline })
    }

    fn statement(
        &self,
        statement: &Statement,
        parameters: &[Parameters],
        mode: BindMode,
    ) -> Result<Vec<Sql>, DialectError> {
        insert::statements(self, statement, parameters, mode)
    }

    fn driver_statement(&self, text: &str, parameters: &DriverParameters<'_>) -> Result<Sql, DialectError> {
        Ok(Sql::new(driver::filled(self, text, parameters)?))
    }

    fn table_names(&self, live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Vec<String>, DialectError> {
        reflect::table_names(live, schema)
    }

    fn has_table(&self, live: &mut dyn Catalogue, table: &TableName) -> Result<bool, DialectError> {
        reflect::has_table(live, table)
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
        reflect::names(live, kind, schema).map(Some)
    }

    fn has_schema(&self, live: &mut dyn Catalogue, name: &str) -> Result<bool, DialectError> {
        reflect::has_schema(live, name)
    }

    fn view_definition(&self, live: &mut dyn Catalogue, view: &TableName) -> Result<Option<String>, DialectError> {
        reflect::view_definition(live, view)
    }

    fn constraint_indexes(&self, live: &mut dyn Catalogue, table: &TableName) -> Result<Vec<Index>, DialectError> {
        reflect::constraint_indexes(live, table)
    }

    fn enums(&self, live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Option<Vec<EnumType>>, DialectError> {
        reflect::enums(live, schema).map(Some)
    }

    fn keeps_sequences(&self) -> bool {
        true
    }

    fn sequences(&self, live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Option<Vec<Sequence>>, DialectError> {
        reflect::sequences(live, schema).map(Some)
    }

    fn domains(&self, live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Option<Vec<DomainType>>, DialectError> {
        reflect::domains(live, schema).map(Some)
    }

    fn types_differ(&self, database: &SqlType, model: &SqlType) -> Result<bool, DialectError> {
        compare::types_differ(database, model)
    }

    fn defaults_differ(
        &self,
        live: &mut dyn Catalogue,
        database: &Column,
        model: &Column,
    ) -> Result<bool, DialectError> {
        compare::defaults_differ(live, database, model)
    }

    fn settle(&self, database: &mut Table, model: Option<&mut Table>) {
        compare::settle(database, model);
    }

    fn default_text(&self, default: &ServerDefault) -> Result<String, DialectError> {
        compare::default_text(default)
    }

    fn keeps_comments(&self) -> bool {
        true
    }

    fn keeps_identities(&self) -> bool {
        true
    }

    fn index_elements(&self, index: &Index) -> Result<Option<Vec<ElementText>>, DialectError> {
        compare::index_elements(index).map(Some)
    }

    fn repeatable(&self, sql: String) -> String {
        repeatable::repeatable(&sql)
    }

    fn written_condition(&self, text: &str) -> String {
        compare::written_condition(text)
    }

    fn alike(&self, one: &Expression, other: &Expression, table: &TableName) -> Result<bool, DialectError> {
        compare::alike(one, other, &table.name)
    }

    fn kept(&self, live: &mut dyn Catalogue, database: &Table, model: &Table) -> Result<Kept, DialectError> {
        compare::kept(live, database, model)
    }

    fn index_options(&self, index: &Index) -> Result<Vec<(String, String)>, DialectError> {
        compare::index_options(index)
    }

    fn conversion(
        &self,
        live: &mut dyn Catalogue,
        database: &Column,
        model: &Column,
    ) -> Result<Conversion, DialectError> {
        compare::conversion(live, database, model)
    }

    fn named_type(&self, sql_type: &SqlType) -> Result<Option<NamedType>, DialectError> {
        named::named_type(sql_type)
    }

    fn type_users(&self, live: &mut dyn Catalogue, name: &TableName) -> Result<Vec<TypeUser>, DialectError> {
        compare::type_users(live, name)
    }

    fn kept_domain(
        &self,
        live: &mut dyn Catalogue,
        name: &TableName,
        model: &Domain,
    ) -> Result<Option<Domain>, DialectError> {
        compare::kept_domain(live, name, model)
    }

    fn adds_enum_values_apart(&self, live: &mut dyn Catalogue) -> Result<bool, DialectError> {
        compare::adds_values_apart(live)
    }

    fn primary_key_name(&self, table: &TableName) -> String {
        format!("{}_pkey", table.name)
    }

    fn server_name(&self, table: &Table, constraint: &Constraint, taken: &BTreeSet<String>) -> Option<String> {
        compare::server_name(table, constraint, taken)
    }
}
