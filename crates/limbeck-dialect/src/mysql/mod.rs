//! MySQL and MariaDB.

mod compare;
mod reflect;

use limbeck_core::autogenerate::ElementText;
use limbeck_core::expression::{Parameters, Statement};
use limbeck_core::operation::{Batch, Operation};
use limbeck_core::schema::{Column, Index, ServerDefault, SqlType, Table, TableName};

use crate::{BindMode, Catalogue, Dialect, DialectError, Names, Sql, Step};

/// Which of the two servers; they share a dialect and differ in details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flavour {
    /// MySQL: `mysql://`
    #[default]
    Mysql,
    /// MariaDB: `mariadb://`
    Mariadb,
}

/// The dialect of MySQL and MariaDB. Values are bound on the client, as PyMySQL and mysqlclient do: [`Sql::binds`] is always empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mysql {
    /// Which of the two.
    pub flavour: Flavour,
}

impl Mysql {
    /// MariaDB's dialect.
    pub fn mariadb() -> Self {
        Mysql { flavour: Flavour::Mariadb }
    }

    /// Whether it is MariaDB's.
    pub fn is_mariadb(self) -> bool {
        self.flavour == Flavour::Mariadb
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
        format!("`{identifier}`")
    }

    fn type_text(&self, _sql_type: &SqlType) -> Result<String, DialectError> {
        Err(not_yet())
    }

    fn operation(&self, _operation: &Operation, _mode: BindMode) -> Result<Vec<Sql>, DialectError> {
        Err(not_yet())
    }

    fn batch(&self, _batch: &Batch, _live: Option<&mut dyn Catalogue>) -> Result<Vec<Step>, DialectError> {
        Err(not_yet())
    }

    fn statement(
        &self,
        _statement: &Statement,
        _parameters: &[Parameters],
        _mode: BindMode,
    ) -> Result<Vec<Sql>, DialectError> {
        Err(not_yet())
    }

    fn table_names(&self, live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Vec<String>, DialectError> {
        reflect::table_names(*self, live, schema)
    }

    fn has_table(&self, live: &mut dyn Catalogue, table: &TableName) -> Result<bool, DialectError> {
        reflect::has_table(*self, live, table)
    }

    fn reflect_table(&self, live: &mut dyn Catalogue, table: &TableName) -> Result<Option<Table>, DialectError> {
        reflect::table(*self, live, table)
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

    fn view_definition(&self, live: &mut dyn Catalogue, view: &TableName) -> Result<Option<String>, DialectError> {
        reflect::view_definition(*self, live, view)
    }

    fn types_differ(&self, database: &SqlType, model: &SqlType) -> Result<bool, DialectError> {
        compare::types_differ(*self, database, model)
    }

    fn defaults_differ(
        &self,
        live: &mut dyn Catalogue,
        database: &Column,
        model: &Column,
    ) -> Result<bool, DialectError> {
        compare::defaults_differ(*self, live, database, model)
    }

    fn default_text(&self, default: &ServerDefault) -> Result<String, DialectError> {
        compare::default_text(*self, default)
    }

    fn keeps_comments(&self) -> bool {
        true
    }

    fn index_elements(&self, index: &Index) -> Result<Option<Vec<ElementText>>, DialectError> {
        compare::index_elements(*self, index)
    }
}

/// What is not written yet.
pub(crate) fn not_yet() -> DialectError {
    DialectError::unsupported("not yet on MySQL", "")
}
