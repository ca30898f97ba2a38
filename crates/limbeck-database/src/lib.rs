//! Connections to databases: URLs, values, transactions, run lock. One folder a driver.

mod error;
pub mod mysql;
pub mod postgresql;
pub mod sqlite;
mod transport;
mod url;

use std::rc::Rc;

use limbeck_core::expression::Literal;
use limbeck_core::schema::TableName;
use limbeck_dialect::{Catalogue, Dialect, Sql};

pub use error::{DatabaseError, ErrorKind};
pub use url::{Url, UrlError};

/// What a statement gave back.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// Column names; empty when the statement returns no rows.
    pub columns: Vec<String>,
    /// Rows, one value a column.
    pub rows: Vec<Vec<Literal>>,
    /// How many rows were changed; `None` when the database does not say.
    pub affected: Option<u64>,
    /// The key of the row inserted last, where the database has one.
    pub last_insert_id: Option<i64>,
}

/// A connection to a database. Not shared between threads; Ctrl-C reaches it through [`Connection::interrupter`].
pub trait Connection: Catalogue {
    /// The kind of database at the other end.
    fn dialect(&self) -> Rc<dyn Dialect>;

    /// Where it is connected to.
    fn url(&self) -> &Url;

    /// The version of the database, most significant number first.
    fn server_version(&self) -> Vec<u32>;

    /// Runs one statement with its binds, or several statements in one text without binds (the outcome is the last one's).
    fn execute(&mut self, sql: &Sql) -> Result<Outcome, DatabaseError>;

    /// Begins a transaction. One that writes takes its lock now rather than in the middle.
    fn begin(&mut self, kind: TransactionKind) -> Result<(), DatabaseError>;

    /// Commits the transaction.
    fn commit(&mut self) -> Result<(), DatabaseError>;

    /// Rolls the transaction back. Without one it does nothing.
    fn rollback(&mut self) -> Result<(), DatabaseError>;

    /// Whether a transaction is open.
    fn in_transaction(&self) -> bool;

    /// Whether a rollback would take back what was sent last. Where DDL commits by itself, an open transaction need not hold it any more.
    fn can_roll_back(&self) -> bool {
        self.in_transaction()
    }

    /// Whether the last error took everything back that was not committed.
    fn was_rolled_back(&self) -> bool {
        false
    }

    /// Turns the enforcement of foreign keys off or on, also inside a transaction; returns what it was. Only where the database has such a switch.
    fn enforce_foreign_keys(&mut self, on: bool) -> Result<bool, DatabaseError>;

    /// Rows of `table`, and of the tables that refer to it, that point at nothing; one sentence each, the first few. Only where
    /// enforcement can be switched off.
    fn foreign_key_violations(&mut self, table: &TableName) -> Result<Vec<String>, DatabaseError>;

    /// The lock that lets one run at a time change this database, not taken yet. `None`: this database needs no lock (in memory).
    fn run_lock(&mut self) -> Result<Option<Box<dyn RunLock>>, DatabaseError>;

    /// A switch that another thread may use to stop the statement that is running.
    fn interrupter(&self) -> Box<dyn Fn() + Send + Sync>;

    /// The isolation level by its SQL name.
    fn isolation_level(&mut self) -> Result<String, DatabaseError>;

    /// Changes the isolation level of what follows. `AUTOCOMMIT` changes nothing here: whoever asks for it begins no transaction.
    fn set_isolation_level(&mut self, level: &str) -> Result<(), DatabaseError>;

    /// The schema a name without one is in, where there are schemas.
    fn default_schema(&mut self) -> Result<Option<String>, DatabaseError> {
        Ok(None)
    }
}

/// Held while a run changes a database; released when dropped, and without our help when the process dies.
pub trait RunLock {
    /// Takes the lock, unless somebody else has it. It does not wait.
    fn try_take(&mut self) -> Result<Taking, DatabaseError>;
}

/// Whether a lock was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taking {
    /// It is ours.
    Taken,
    /// Somebody else has it: ` (who, since when)`, empty when that is not known.
    HeldBy(String),
}

/// What a transaction is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransactionKind {
    /// Reading first; a write lock is taken when something is written.
    Deferred,
    /// Writing: the lock is taken at once.
    Write,
}

/// Opens a connection. The URL's driver suffix (`+psycopg2`) does not matter.
pub fn connect(url: &Url) -> Result<Box<dyn Connection>, DatabaseError> {
    match url.backend() {
        "mysql" | "mariadb" => Ok(Box::new(mysql::MysqlConnection::open(url)?)),
        "postgresql" | "postgres" => Ok(Box::new(postgresql::PostgresqlConnection::open(url)?)),
        "sqlite" => Ok(Box::new(sqlite::SqliteConnection::open(url)?)),
        other => Err(DatabaseError::unsupported_backend(other)),
    }
}
