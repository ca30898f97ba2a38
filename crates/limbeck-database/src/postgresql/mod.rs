//! PostgreSQL, by its simple query protocol, with values bound on the client as psycopg2 binds them.
//!
//! The messages, passwords and SCRAM are `postgres-protocol`'s (the crate under rust-postgres), TLS is rustls's. The clients on top of that crate and
//! sqlx were tried: the one names no types in simple queries; the other sets `TimeZone` and `DateStyle` for every session, which changes what
//! `ALTER COLUMN ... TYPE timestamptz` does to data, and hides the key that a statement is cancelled with.

mod error;
mod lock;
mod passfile;
mod service;
mod session;
mod settings;
mod tls;
mod value;
mod wire;

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use limbeck_core::expression::Literal;
use limbeck_core::schema::TableName;
use limbeck_dialect::postgresql::Postgresql;
use limbeck_dialect::{Catalogue, Dialect, DialectError, Sql};

use crate::{Connection, DatabaseError, ErrorKind, Outcome, RunLock, TransactionKind, Url};
use session::Session;
use settings::Settings;

/// SQLSTATE of a statement that was cancelled.
const CANCELLED: &str = "57014";

/// The first version that looks for its client while it runs a statement.
const LOOKS_FOR_ITS_CLIENT: u32 = 14;

/// A connection to a PostgreSQL server.
pub struct PostgresqlConnection {
    session: Session,
    settings: Settings,
    url: Url,
    isolation: Option<String>,
    stopped: Arc<AtomicBool>,
}

impl PostgresqlConnection {
    /// Connects.
    ///
    /// # Errors
    /// An option that is not known, a server that cannot be reached or trusted, or one that refuses.
    pub fn open(url: &Url) -> Result<Self, DatabaseError> {
        let settings = Settings::of(url)?;
        let session = Session::open(&settings)?;
        let stopped = Arc::new(AtomicBool::new(false));
        let mut connection = PostgresqlConnection { session, settings, url: url.clone(), isolation: None, stopped };
        connection.prepare()?;
        Ok(connection)
    }

    fn prepare(&mut self) -> Result<(), DatabaseError> {
        // As psycopg2 does: dates are read in this form alone. The order of day and month stays the server's.
        if !self.session.parameter("DateStyle").is_some_and(|style| style.starts_with("ISO")) {
            self.session.query("SET datestyle TO 'ISO'")?;
        }
        if self.session.server_version().first().is_some_and(|major| *major >= LOOKS_FOR_ITS_CLIENT) {
            // A statement whose client was killed must not go on. Where the system cannot look, the server refuses, and that is all right.
            let _ = self.session.query("SET client_connection_check_interval TO '1s'");
        }
        Ok(())
    }

    fn run(&mut self, text: &str) -> Result<Outcome, DatabaseError> {
        self.session.query(text).map_err(|error| {
            let cancelled = error.code() == Some(CANCELLED) && self.stopped.load(Ordering::SeqCst);
            if cancelled { DatabaseError { kind: ErrorKind::Interrupted, ..error } } else { error }
        })
    }

    fn one_text(&mut self, sql: &str) -> Result<Option<String>, DatabaseError> {
        let found = self.run(sql)?;
        Ok(match found.rows.into_iter().next().and_then(|row| row.into_iter().next()) {
            Some(Literal::Text(text)) => Some(text),
            _ => None,
        })
    }
}

impl Catalogue for PostgresqlConnection {
    fn query(&mut self, sql: &str) -> Result<Vec<Vec<Literal>>, DialectError> {
        self.run(sql).map(|outcome| outcome.rows).map_err(|error| DialectError::Database(error.to_string()))
    }
}

impl Connection for PostgresqlConnection {
    fn dialect(&self) -> Rc<dyn Dialect> {
        Rc::new(Postgresql)
    }

    fn url(&self) -> &Url {
        &self.url
    }

    fn server_version(&self) -> Vec<u32> {
        self.session.server_version()
    }

    fn execute(&mut self, sql: &Sql) -> Result<Outcome, DatabaseError> {
        if !sql.binds.is_empty() {
            let message = "values for PostgreSQL are written into the statement before it is sent";
            return Err(DatabaseError::new(ErrorKind::NotSupported, message).with_statement(sql.text.clone()));
        }
        self.run(&sql.text)
    }

    fn begin(&mut self, _kind: TransactionKind) -> Result<(), DatabaseError> {
        match &self.isolation {
            Some(level) => self.run(&format!("BEGIN ISOLATION LEVEL {level}")),
            None => self.run("BEGIN"),
        }
        .map(drop)
    }

    fn commit(&mut self) -> Result<(), DatabaseError> {
        if !self.session.in_transaction() {
            return Ok(());
        }
        // The server answers COMMIT after a failed statement with a rollback, and calls that a success.
        if self.session.has_failed() {
            self.run("ROLLBACK")?;
            let message = "a statement of this transaction had failed, so nothing of it was committed";
            return Err(DatabaseError::new(ErrorKind::Internal, message)
                .with_help("catch errors around a savepoint: with connection.begin_nested(): ..."));
        }
        self.run("COMMIT").map(drop)
    }

    fn rollback(&mut self) -> Result<(), DatabaseError> {
        if self.session.in_transaction() { self.run("ROLLBACK").map(drop) } else { Ok(()) }
    }

    fn in_transaction(&self) -> bool {
        self.session.in_transaction()
    }

    /// There is no switch: they are always enforced.
    fn enforce_foreign_keys(&mut self, _on: bool) -> Result<bool, DatabaseError> {
        Ok(true)
    }

    fn foreign_key_violations(&mut self, _table: &TableName) -> Result<Vec<String>, DatabaseError> {
        Ok(Vec::new())
    }

    fn run_lock(&mut self) -> Result<Option<Box<dyn RunLock>>, DatabaseError> {
        Ok(Some(Box::new(lock::AdvisoryLock::new(&self.settings)?)))
    }

    fn isolation_level(&mut self) -> Result<String, DatabaseError> {
        match &self.isolation {
            Some(level) => Ok(level.clone()),
            None => Ok(self.one_text("SHOW transaction_isolation")?.unwrap_or_default().to_uppercase()),
        }
    }

    fn set_isolation_level(&mut self, level: &str) -> Result<(), DatabaseError> {
        match level.to_ascii_uppercase().replace('_', " ").as_str() {
            "AUTOCOMMIT" => {}
            level @ ("READ COMMITTED" | "READ UNCOMMITTED" | "REPEATABLE READ" | "SERIALIZABLE") => {
                self.isolation = Some(level.to_owned());
            }
            other => {
                return Err(DatabaseError::new(
                    ErrorKind::NotSupported,
                    format!("PostgreSQL has no isolation level \"{other}\""),
                )
                .with_help("it has AUTOCOMMIT, READ UNCOMMITTED, READ COMMITTED, REPEATABLE READ and SERIALIZABLE"));
            }
        }
        Ok(())
    }

    fn interrupter(&self) -> Box<dyn Fn() + Send + Sync> {
        let canceller = self.session.canceller();
        let stopped = self.stopped.clone();
        Box::new(move || {
            stopped.store(true, Ordering::SeqCst);
            canceller.cancel();
        })
    }

    fn default_schema(&mut self) -> Result<Option<String>, DatabaseError> {
        self.one_text("SELECT current_schema()::text")
    }
}
