//! MySQL and MariaDB.

mod compare;
mod ddl;
mod expression;
mod literal;
mod quote;
mod reflect;
mod types;

use std::collections::BTreeSet;

use limbeck_core::autogenerate::Kept;
use limbeck_core::expression::{Expression, Parameters, Statement};
use limbeck_core::operation::{Batch, Operation};
use limbeck_core::schema::{
    Column, Constraint, Counting, Index, Sequence, SequenceOptions, ServerDefault, SqlType, Table, TableName,
};

use crate::render::{self, driver, insert};
use crate::{BindMode, Catalogue, Dialect, DialectError, DriverParameters, Names, Sql, Step};

/// Which of the two a URL names; they share a dialect and differ in details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flavour {
    /// MySQL: `mysql://`
    #[default]
    Mysql,
    /// MariaDB: `mariadb://`
    Mariadb,
}

/// What a connection knows of its server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Server {
    /// Which of the two it is. A `mysql://` URL may well lead to MariaDB.
    pub flavour: Flavour,
    /// Its version: (10, 11, 6)
    pub version: (u32, u32, u32),
    /// Whether a backslash means something in a string: not with `NO_BACKSLASH_ESCAPES` in `sql_mode`.
    pub backslash_escapes: bool,
}

/// The dialect of MySQL and MariaDB. Values are bound on the client, as PyMySQL and mysqlclient do: [`Sql::binds`] is always empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mysql {
    /// What the URL says: the dialect's name, and the prefix of its arguments.
    pub flavour: Flavour,
    /// The server. Without one the text is what SQLAlchemy writes offline: for a server that is up to date.
    pub server: Option<Server>,
}

impl Mysql {
    /// MariaDB's dialect.
    pub fn mariadb() -> Self {
        Mysql { flavour: Flavour::Mariadb, server: None }
    }

    /// The same for that server.
    pub fn on(self, server: Server) -> Self {
        Mysql { server: Some(server), ..self }
    }

    /// Whether text is for MariaDB.
    pub fn is_mariadb(self) -> bool {
        self.server.map_or(self.flavour, |server| server.flavour) == Flavour::Mariadb
    }

    /// The database's name for messages.
    fn database(self) -> &'static str {
        if self.is_mariadb() { "MariaDB" } else { "MySQL" }
    }

    /// Whether the server is of that version or later, each of the two having its own; `unknown` without a server.
    fn since(self, mysql: (u32, u32, u32), mariadb: (u32, u32, u32), unknown: bool) -> bool {
        let least = if self.is_mariadb() { mariadb } else { mysql };
        self.server.map_or(unknown, |server| server.version >= least)
    }
}

impl Dialect for Mysql {
    fn name(&self) -> &'static str {
        match self.flavour {
            Flavour::Mysql => "mysql",
            Flavour::Mariadb => "mariadb",
        }
    }

    fn implementation_name(&self) -> &'static str {
        match self.flavour {
            Flavour::Mysql => "MySQLImpl",
            Flavour::Mariadb => "MariaDBImpl",
        }
    }

    /// Every statement of DDL commits.
    fn transactional_ddl(&self) -> bool {
        false
    }

    fn max_identifier_length(&self) -> usize {
        64
    }

    fn quote(&self, identifier: &str) -> String {
        quote::quote(*self, identifier)
    }

    fn type_text(&self, sql_type: &SqlType) -> Result<String, DialectError> {
        types::type_text(*self, sql_type)
    }

    fn operation(&self, operation: &Operation, mode: BindMode) -> Result<Vec<Sql>, DialectError> {
        ddl::operation(*self, operation, mode)
    }

    fn batch(&self, batch: &Batch, live: Option<&mut dyn Catalogue>) -> Result<Vec<Step>, DialectError> {
        ddl::batch(*self, batch, if live.is_some() { BindMode::Driver } else { BindMode::Inline })
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
        reflect::table_names(*self, live, schema)
    }

    fn has_table(&self, live: &mut dyn Catalogue, table: &TableName) -> Result<bool, DialectError> {
        reflect::has_table(*self, live, table)
    }

    fn reflect_tables(
        &self,
        live: &mut dyn Catalogue,
        schema: Option<&str>,
        names: &[String],
    ) -> Result<Vec<Table>, DialectError> {
        reflect::tables(*self, live, schema, names)
    }

    fn schema_names(&self, live: &mut dyn Catalogue) -> Result<Vec<String>, DialectError> {
        reflect::schema_names(*self, live)
    }

    fn names(
        &self,
        live: &mut dyn Catalogue,
        kind: Names,
        schema: Option<&str>,
    ) -> Result<Option<Vec<String>>, DialectError> {
        reflect::names(*self, live, kind, schema)
    }

    fn sequences(&self, live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Option<Vec<Sequence>>, DialectError> {
        reflect::sequences(*self, live, schema)
    }

    /// MariaDB has them.
    fn keeps_sequences(&self) -> bool {
        self.is_mariadb()
    }

    fn counting(&self, _: &Sequence) -> Counting {
        Counting { lowest: i64::MIN + 1, highest: i64::MAX - 1, cache: 1000 }
    }

    fn counter_text(&self, options: &SequenceOptions) -> String {
        render::Style::sequence_options(self, render::definition::sequence_options(options))
    }

    fn view_definition(&self, live: &mut dyn Catalogue, view: &TableName) -> Result<Option<String>, DialectError> {
        reflect::view_definition(*self, live, view)
    }

    fn types_differ(&self, database: &SqlType, model: &SqlType) -> Result<bool, DialectError> {
        compare::types_differ(*self, database, model)
    }

    fn defaults_differ(
        &self,
        _live: &mut dyn Catalogue,
        database: &Column,
        model: &Column,
    ) -> Result<bool, DialectError> {
        compare::defaults_differ(*self, database, model)
    }

    fn settle(&self, database: &mut Table, model: Option<&mut Table>) {
        compare::settle(*self, database, model);
    }

    fn default_text(&self, default: &ServerDefault) -> Result<String, DialectError> {
        compare::default_text(*self, default)
    }

    fn kept(&self, live: &mut dyn Catalogue, database: &Table, model: &Table) -> Result<Kept, DialectError> {
        compare::kept(*self, live, database, model)
    }

    fn server_name(&self, table: &Table, constraint: &Constraint, taken: &BTreeSet<String>) -> Option<String> {
        compare::server_name(*self, table, constraint, taken)
    }

    /// Older servers read a CHECK and forget it, or do not tell of it.
    fn keeps_checks(&self) -> bool {
        self.since((8, 0, 16), (10, 3, 10), true)
    }

    fn table_options(&self, database: &Table, model: &Table) -> Vec<(String, String, String)> {
        compare::table_options(self.name(), database, model)
    }

    /// A column that counts up by itself must be part of a key at any time.
    fn replaced_primary_key(&self, table: &TableName, columns: &[String]) -> Option<String> {
        let columns: Vec<String> = columns.iter().map(|column| self.quote(column)).collect();
        let table = self.quote_table(table);
        Some(format!("ALTER TABLE {table} DROP PRIMARY KEY, ADD PRIMARY KEY ({})", columns.join(", ")))
    }

    fn same_text(&self, one: &Expression, other: &Expression, _table: &TableName) -> Result<bool, DialectError> {
        let text = |expression: &Expression| {
            let text = self.comparable_text(expression)?;
            Ok::<_, DialectError>(crate::kept::plain(&text).to_owned())
        };
        Ok(text(one)? == text(other)?)
    }

    fn keeps_comments(&self) -> bool {
        true
    }

    fn index_options(&self, index: &Index) -> Result<Vec<(String, String)>, DialectError> {
        Ok(compare::index_options(*self, index))
    }
}
