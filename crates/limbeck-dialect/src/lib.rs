//! Text and catalogue queries, one folder a dialect with the same file names in each. No I/O of its own: a live database is
//! asked through [`Catalogue`].

mod error;
mod inspection;
mod kept;
pub mod mysql;
pub mod postgresql;
mod render;
mod row;
mod sql;
pub mod sqlite;
mod type_words;

use std::collections::BTreeSet;
use std::rc::Rc;

use limbeck_core::autogenerate::{Conversion, Domain, ElementText, Kept, NamedType, TypeUser};
use limbeck_core::expression::{Expression, Parameters, Statement};
use limbeck_core::operation::{Batch, Operation};
use limbeck_core::schema::{
    Column, Constraint, Counting, Index, Sequence, SequenceOptions, ServerDefault, SqlType, Table, TableName,
};

pub use error::DialectError;
pub use inspection::{DomainType, EnumType, Names};
pub use sql::{BindMode, Sql, Step, Trial};

/// Asks a live database about itself.
pub trait Catalogue {
    /// Runs a query without binds and returns its rows.
    fn query(&mut self, sql: &str) -> Result<Vec<Vec<limbeck_core::expression::Literal>>, DialectError>;
}

/// The named types that a run has made.
#[derive(Debug, Clone, Default)]
pub struct TypeMemory {
    made: std::collections::HashSet<TableName>,
    complete: bool,
}

impl TypeMemory {
    /// The memory of somebody who has made every type already.
    pub fn complete() -> Self {
        TypeMemory { complete: true, ..TypeMemory::default() }
    }

    /// Notes that a type of that name is made; false when it is noted already.
    pub fn note(&mut self, name: &TableName) -> bool {
        !self.complete && self.made.insert(name.clone())
    }
}

/// Parameters of a statement in the driver's own words.
#[derive(Debug, Clone, Copy)]
pub enum DriverParameters<'p> {
    /// None: the text goes as it is
    None,
    /// By their places
    Positional(&'p [limbeck_core::expression::Literal]),
    /// By their names
    Named(&'p Parameters),
}

/// What one kind of database writes and understands.
pub trait Dialect {
    /// As scripts name it: `sqlite`.
    fn name(&self) -> &'static str;

    /// As Alembic's log line names it: `SQLiteImpl`.
    fn implementation_name(&self) -> &'static str;

    /// Alembic's answer to "is DDL transactional": it decides its log line, and `BEGIN`/`COMMIT` in offline text.
    fn transactional_ddl(&self) -> bool;

    /// Whether DDL of a revision really goes with its transaction on this database.
    fn really_transactional_ddl(&self) -> bool {
        self.transactional_ddl()
    }

    /// The longest identifier, in characters.
    fn max_identifier_length(&self) -> usize;

    /// An identifier as text, quoted only where that is needed.
    fn quote(&self, identifier: &str) -> String;

    /// A table's name as text.
    fn quote_table(&self, table: &TableName) -> String {
        match &table.schema {
            Some(schema) => format!("{}.{}", self.quote(schema), self.quote(&table.name)),
            None => self.quote(&table.name),
        }
    }

    /// A type as text.
    fn type_text(&self, sql_type: &SqlType) -> Result<String, DialectError>;

    /// The statements of an operation other than a batch block. What the database cannot do is an error, before anything is sent.
    fn operation(&self, operation: &Operation, mode: BindMode) -> Result<Vec<Sql>, DialectError>;

    /// The same as a part of a run, which makes a named type only once however many tables use it: SQLAlchemy keeps such a memory
    /// for the life of a migration context.
    fn operation_of_run(
        &self,
        operation: &Operation,
        mode: BindMode,
        _memory: &mut TypeMemory,
    ) -> Result<Vec<Sql>, DialectError> {
        self.operation(operation, mode)
    }

    /// What makes a named type (an enum, a domain), as `enum.create(bind, checkfirst=...)` does. With `live` the database is asked first,
    /// and nothing is to be done when it has the type. Nothing for other types, and where the database has none that are named.
    fn create_type(&self, _sql_type: &SqlType, _live: Option<&mut dyn Catalogue>) -> Result<Vec<Sql>, DialectError> {
        Ok(Vec::new())
    }

    /// What drops a named type, as `enum.drop(bind, checkfirst=...)` does; with `live` nothing when the database does not have it.
    fn drop_type(&self, _sql_type: &SqlType, _live: Option<&mut dyn Catalogue>) -> Result<Vec<Sql>, DialectError> {
        Ok(Vec::new())
    }

    /// The steps of a batch block. `live` is `None` in offline mode.
    fn batch(&self, batch: &Batch, live: Option<&mut dyn Catalogue>) -> Result<Vec<Step>, DialectError>;

    /// A statement of data with its parameters. Several parameter sets give a statement each, the same text for all where possible.
    fn statement(
        &self,
        statement: &Statement,
        parameters: &[Parameters],
        mode: BindMode,
    ) -> Result<Vec<Sql>, DialectError>;

    /// A statement in the driver's own words (`exec_driver_sql`, a raw cursor) with its parameters: one set.
    fn driver_statement(&self, text: &str, parameters: &DriverParameters<'_>) -> Result<Sql, DialectError> {
        match parameters {
            DriverParameters::None => Ok(Sql::new(text)),
            DriverParameters::Positional(values) => Ok(Sql { text: text.to_owned(), binds: values.to_vec() }),
            DriverParameters::Named(values) => {
                let clause = Statement::Text(limbeck_core::expression::TextClause::new(text));
                let sql = self.statement(&clause, &[(*values).clone()], BindMode::Driver)?;
                Ok(sql.into_iter().next().unwrap_or_else(|| Sql::new(text)))
            }
        }
    }

    /// Tables of a schema by name, in alphabetical order.
    fn table_names(&self, live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Vec<String>, DialectError>;

    /// Whether there is a table of that name.
    fn has_table(&self, live: &mut dyn Catalogue, table: &TableName) -> Result<bool, DialectError> {
        Ok(self.table_names(live, table.schema.as_deref())?.contains(&table.name))
    }

    /// Tables and views of one schema as the database has them, by name, in a number of queries that does not depend on how many there
    /// are. Names that the schema does not have are left out.
    fn reflect_tables(
        &self,
        live: &mut dyn Catalogue,
        schema: Option<&str>,
        names: &[String],
    ) -> Result<Vec<Table>, DialectError>;

    /// A table or view as the database has it, or `None` when it has none of that name.
    fn reflect_table(&self, live: &mut dyn Catalogue, table: &TableName) -> Result<Option<Table>, DialectError> {
        Ok(self.reflect_tables(live, table.schema.as_deref(), std::slice::from_ref(&table.name))?.pop())
    }

    /// Schemas beside the default one, in alphabetical order.
    fn schema_names(&self, live: &mut dyn Catalogue) -> Result<Vec<String>, DialectError>;

    /// Names of a kind, in alphabetical order; without a schema those of the default one. `None` where databases have none of that kind.
    fn names(
        &self,
        live: &mut dyn Catalogue,
        kind: Names,
        schema: Option<&str>,
    ) -> Result<Option<Vec<String>>, DialectError>;

    /// Whether there is a schema of that name.
    fn has_schema(&self, live: &mut dyn Catalogue, name: &str) -> Result<bool, DialectError> {
        let all = self.names(live, Names::Schemas, None)?;
        Ok(all.is_some_and(|all| all.iter().any(|schema| schema == name)))
    }

    /// The text that a view was made of, as the database tells it, or `None` when it has no view of that name.
    fn view_definition(&self, live: &mut dyn Catalogue, view: &TableName) -> Result<Option<String>, DialectError>;

    /// The indexes of a table that its UNIQUE and EXCLUDE constraints brought along, each named as its constraint is. Where the
    /// database does not tell them apart there are none.
    fn constraint_indexes(&self, _live: &mut dyn Catalogue, _table: &TableName) -> Result<Vec<Index>, DialectError> {
        Ok(Vec::new())
    }

    /// Enum types of a schema (`*`: of all), by name. `None` where types have no names.
    fn enums(&self, _live: &mut dyn Catalogue, _schema: Option<&str>) -> Result<Option<Vec<EnumType>>, DialectError> {
        Ok(None)
    }

    /// Sequences of a schema, by name, with how they count in full, and what uses them. `None` where databases have none.
    fn sequences(
        &self,
        _live: &mut dyn Catalogue,
        _schema: Option<&str>,
    ) -> Result<Option<Vec<Sequence>>, DialectError> {
        Ok(None)
    }

    /// Whether databases have sequences.
    fn keeps_sequences(&self) -> bool {
        false
    }

    /// How a sequence counts where nothing is said.
    fn counting(&self, sequence: &Sequence) -> Counting {
        Counting::of_integers(sequence.data_type.as_ref().unwrap_or(&SqlType::BigInteger))
    }

    /// Options of a sequence as they stand in CREATE and ALTER SEQUENCE.
    fn counter_text(&self, options: &SequenceOptions) -> String {
        render::definition::sequence_options(options)
    }

    /// Domains of a schema (`*`: of all), by name. `None` where types have no names.
    fn domains(
        &self,
        _live: &mut dyn Catalogue,
        _schema: Option<&str>,
    ) -> Result<Option<Vec<DomainType>>, DialectError> {
        Ok(None)
    }

    /// Whether a reflected type and a model's are not the same. Neither is [`SqlType::Null`].
    fn types_differ(&self, database: &SqlType, model: &SqlType) -> Result<bool, DialectError>;

    /// Whether the server defaults of a reflected column and a model's are not the same. The database may be asked what two texts mean.
    fn defaults_differ(
        &self,
        live: &mut dyn Catalogue,
        database: &Column,
        model: &Column,
    ) -> Result<bool, DialectError>;

    /// Before two tables are compared: what the database keeps in one way and a model may say in two becomes what the model says. `model`
    /// is `None` for a table that the models do not have.
    fn settle(&self, _database: &mut Table, _model: Option<&mut Table>) {}

    /// A server default as text: a literal without quotes, an expression as SQL.
    fn default_text(&self, default: &ServerDefault) -> Result<String, DialectError>;

    /// Whether comments of tables and columns can be compared.
    fn keeps_comments(&self) -> bool {
        false
    }

    /// Whether identity columns can be compared.
    fn keeps_identities(&self) -> bool {
        false
    }

    /// The elements of an index as they are compared. `None`: only plain columns can be.
    fn index_elements(&self, _index: &Index) -> Result<Option<Vec<ElementText>>, DialectError> {
        Ok(None)
    }

    /// An expression as text.
    fn comparable_text(&self, expression: &Expression) -> Result<String, DialectError> {
        self.default_text(&ServerDefault::Expression(expression.clone()))
    }

    /// A server default as it stands after DEFAULT.
    fn default_sql(&self, default: &ServerDefault) -> Result<String, DialectError> {
        match default {
            ServerDefault::Literal(text) => Ok(render::literal::string(text)),
            expression => self.default_text(expression),
        }
    }

    /// Whether two expressions of a table are the same as they are written.
    fn same_text(&self, one: &Expression, other: &Expression, _table: &TableName) -> Result<bool, DialectError> {
        Ok(kept::plain(&self.comparable_text(one)?) == kept::plain(&self.comparable_text(other)?))
    }

    /// Whether two expressions may be the same, one of them being in the server's own words: a rough answer for when it cannot be asked.
    fn alike(&self, one: &Expression, other: &Expression, table: &TableName) -> Result<bool, DialectError> {
        self.same_text(one, other, table)
    }

    /// The model's table as this server would keep it: made in a place of its own and taken back. `model` has nothing that needs other
    /// tables. The database's table is looked at and nothing more.
    ///
    /// # Errors
    /// The place cannot be left. That the table cannot be made there is [`Kept::Unknown`].
    fn kept(&self, _live: &mut dyn Catalogue, _database: &Table, _model: &Table) -> Result<Kept, DialectError> {
        Ok(Kept::AsWritten)
    }

    /// The options of an index that are compared, by name, as text.
    fn index_options(&self, _index: &Index) -> Result<Vec<(String, String)>, DialectError> {
        Ok(Vec::new())
    }

    /// What has to be said for the database to convert the values of a column whose type changes.
    fn conversion(
        &self,
        _live: &mut dyn Catalogue,
        _database: &Column,
        _model: &Column,
    ) -> Result<Conversion, DialectError> {
        Ok(Conversion::default())
    }

    /// The enum type or domain that a type is, where those have a name.
    fn named_type(&self, _sql_type: &SqlType) -> Result<Option<NamedType>, DialectError> {
        Ok(None)
    }

    /// A model's domain in the server's words; `None` when it does not make it.
    fn kept_domain(
        &self,
        _live: &mut dyn Catalogue,
        _name: &TableName,
        model: &Domain,
    ) -> Result<Option<Domain>, DialectError> {
        Ok(Some(model.clone()))
    }

    /// What makes a domain.
    fn domain_text(&self, name: &TableName, domain: &Domain) -> String {
        let mut words = vec![format!("CREATE DOMAIN {} AS {}", self.quote_table(name), domain.base)];
        words.extend(domain.collation.as_ref().map(|collation| format!("COLLATE {collation}")));
        words.extend(domain.default.as_ref().map(|default| format!("DEFAULT {default}")));
        words.extend(domain.not_null.then(|| "NOT NULL".to_owned()));
        for (name, condition) in &domain.checks {
            words.extend(name.as_ref().map(|name| format!("CONSTRAINT {}", self.quote(name))));
            words.push(format!("CHECK ({condition})"));
        }
        words.join(" ")
    }

    /// All columns of an enum type or a domain, with their defaults.
    fn type_users(&self, _live: &mut dyn Catalogue, _name: &TableName) -> Result<Vec<TypeUser>, DialectError> {
        Ok(Vec::new())
    }

    /// Whether the server adds a value to an enum type only outside of transactions.
    fn adds_enum_values_apart(&self, _live: &mut dyn Catalogue) -> Result<bool, DialectError> {
        Ok(false)
    }

    /// Whether a foreign key can be added to a table that is there, other than by making the table anew.
    fn adds_foreign_keys(&self) -> bool {
        true
    }

    /// The name of a primary key that has none.
    fn primary_key_name(&self, table: &TableName) -> String {
        format!("pk_{}", table.name)
    }

    /// The name that the server gives to a constraint of `table` that has none; `taken` are the others of that table. `None` where the rule is
    /// not known, or the constraint has no name there.
    fn server_name(&self, _table: &Table, _constraint: &Constraint, _taken: &BTreeSet<String>) -> Option<String> {
        None
    }

    /// Whether CHECKs are kept, so that they can be compared.
    fn keeps_checks(&self) -> bool {
        true
    }

    /// What the model says of a table as a whole and the database says otherwise: name, the database's value, the model's.
    fn table_options(&self, _database: &Table, _model: &Table) -> Vec<(String, String, String)> {
        Vec::new()
    }

    /// A condition in the server's words in those that it was made of, so that the server says the same again when it is given them.
    fn written_condition(&self, text: &str) -> String {
        text.to_owned()
    }

    /// SQL of an expression such that the server shows the same again when it is given what it has shown.
    fn repeatable(&self, sql: String) -> String {
        sql
    }

    /// What changes a primary key that counts up by itself in one statement, where dropping it first is impossible.
    fn replaced_primary_key(&self, _table: &TableName, _columns: &[String]) -> Option<String> {
        None
    }
}

/// The dialect of that name, when there is one.
pub fn by_name(name: &str) -> Option<Rc<dyn Dialect>> {
    match name {
        "postgresql" => Some(Rc::new(postgresql::Postgresql)),
        "sqlite" => Some(Rc::new(sqlite::Sqlite)),
        "mysql" => Some(Rc::new(mysql::Mysql::default())),
        "mariadb" => Some(Rc::new(mysql::Mysql::mariadb())),
        _ => None,
    }
}
