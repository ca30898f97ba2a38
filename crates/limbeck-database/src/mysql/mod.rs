//! MySQL and MariaDB, by their text protocol, with values bound on the client as PyMySQL and mysqlclient bind them.
//!
//! The packets and ways to log in are `mysql_common`'s (the crate under `mysql` and `mysql_async`), TLS is rustls's. The clients on top
//! were looked at: `mysql` hides the status that the server sends with every answer, and so whether a statement has just committed, which is
//! what matters most where DDL commits by itself; it also trusts a list of authorities of its own instead of the system's, and brings
//! `rustls-pemfile`, which nobody keeps any more. sqlx sets `sql_mode` and `time_zone` for every session, hides the same status, and brings
//! an asynchronous runtime. Kept for ourselves is little: to log in, and to read the rows of an answer.
//!
//! A session is left as SQLAlchemy's drivers leave it: `SET NAMES utf8mb4`, the server's own `sql_mode` and `time_zone`, and
//! `autocommit = 0` for as long as a transaction is wanted. With that, and not with BEGIN, what follows DDL is a transaction again.

mod error;
mod lock;
mod login;
mod option_file;
mod session;
mod settings;
mod tls;
mod value;
mod wire;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use limbeck_core::expression::Literal;
use limbeck_core::schema::TableName;
use limbeck_dialect::mysql::{Flavour, Mysql, Server};
use limbeck_dialect::{Catalogue, Dialect, DialectError, Sql};

use crate::{Connection, DatabaseError, ErrorKind, Outcome, RunLock, TransactionKind, Url};
use session::{Session, no_binds};
use settings::Settings;

/// SQLSTATE of a statement that was cancelled.
const CANCELLED: &str = "70100";

/// A connection to a MySQL or MariaDB server.
pub struct MysqlConnection {
    session: Rc<RefCell<Session>>,
    settings: Settings,
    url: Url,
    flavour: Flavour,
    server: Server,
    /// Somebody wants a transaction, which begins with the first statement
    begun: bool,
    stopped: Arc<AtomicBool>,
}

impl MysqlConnection {
    /// Connects.
    ///
    /// # Errors
    /// An option that is not known, a server that cannot be reached or trusted, or one that refuses.
    pub fn open(url: &Url) -> Result<Self, DatabaseError> {
        let settings = Settings::of(url)?;
        let session = Session::open(&settings)?;
        let flavour = match url.backend() {
            "mariadb" => Flavour::Mariadb,
            _ => Flavour::Mysql,
        };
        if flavour == Flavour::Mariadb && !session.is_mariadb() {
            let message = format!("the server is MySQL {}, and the URL says MariaDB", session.version());
            return Err(
                DatabaseError::new(ErrorKind::Programming, message).with_help("write mysql:// instead of mariadb://")
            );
        }
        let mut connection = MysqlConnection {
            server: server(&session),
            session: Rc::new(RefCell::new(session)),
            settings,
            url: url.clone(),
            flavour,
            begun: false,
            stopped: Arc::new(AtomicBool::new(false)),
        };
        if !connection.session.borrow().is_autocommit() {
            connection.run("SET autocommit = 1")?;
        }
        Ok(connection)
    }

    fn run(&mut self, text: &str) -> Result<Outcome, DatabaseError> {
        self.session.borrow_mut().query(text).map_err(|error| {
            let cancelled = error.code() == Some(CANCELLED) && self.stopped.load(Ordering::SeqCst);
            if cancelled { DatabaseError { kind: ErrorKind::Interrupted, ..error } } else { error }
        })
    }

    /// Runs a statement of somebody else's, who must not change how strings are written: what comes next is written already.
    fn run_foreign(&mut self, text: &str) -> Result<Outcome, DatabaseError> {
        let outcome = self.run(text)?;
        if self.session.borrow().backslash_escapes() == self.server.backslash_escapes {
            return Ok(outcome);
        }
        let message = "this changes NO_BACKSLASH_ESCAPES in the middle of a run, and so what its strings mean";
        Err(DatabaseError::new(ErrorKind::NotSupported, message)
            .with_statement(text)
            .with_help("set the mode where the session begins: add ?sql_mode=... to the URL"))
    }

    fn one_text(&mut self, sql: &str) -> Result<Option<String>, DatabaseError> {
        let found = self.run(sql)?;
        Ok(match found.rows.into_iter().next().and_then(|row| row.into_iter().next()) {
            Some(Literal::Text(text)) => Some(text),
            _ => None,
        })
    }

    /// Ends the transaction with `command`; statements are committed by themselves again.
    fn end(&mut self, command: &str) -> Result<(), DatabaseError> {
        self.run(command)?;
        if std::mem::take(&mut self.begun) {
            self.run("SET autocommit = 1")?;
        }
        Ok(())
    }
}

/// What the dialect has to know of a server. MariaDB puts `5.5.5-` before its version, for the sake of old clients.
fn server(session: &Session) -> Server {
    let flavour = if session.is_mariadb() { Flavour::Mariadb } else { Flavour::Mysql };
    let text = session.version();
    let text = if session.is_mariadb() { text.strip_prefix("5.5.5-").unwrap_or(text) } else { text };
    let number = text.split(['-', '+', ' ']).next().unwrap_or_default();
    let mut parts = number.split('.').map(|part| part.parse().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    Server { flavour, version: (next(), next(), next()), backslash_escapes: session.backslash_escapes() }
}

impl Catalogue for MysqlConnection {
    fn query(&mut self, sql: &str) -> Result<Vec<Vec<Literal>>, DialectError> {
        self.run(sql).map(|outcome| outcome.rows).map_err(|error| DialectError::Database(error.to_string()))
    }
}

impl Connection for MysqlConnection {
    fn dialect(&self) -> Rc<dyn Dialect> {
        Rc::new(Mysql { flavour: self.flavour, server: Some(self.server) })
    }

    fn url(&self) -> &Url {
        &self.url
    }

    fn server_version(&self) -> Vec<u32> {
        let (major, minor, patch) = self.server.version;
        vec![major, minor, patch]
    }

    fn execute(&mut self, sql: &Sql) -> Result<Outcome, DatabaseError> {
        if sql.binds.is_empty() { self.run_foreign(&sql.text) } else { Err(no_binds(&sql.text)) }
    }

    fn begin(&mut self, _kind: TransactionKind) -> Result<(), DatabaseError> {
        self.run("SET autocommit = 0")?;
        self.begun = true;
        Ok(())
    }

    fn commit(&mut self) -> Result<(), DatabaseError> {
        if self.in_transaction() { self.end("COMMIT") } else { Ok(()) }
    }

    fn rollback(&mut self) -> Result<(), DatabaseError> {
        if self.in_transaction() { self.end("ROLLBACK") } else { Ok(()) }
    }

    fn in_transaction(&self) -> bool {
        self.begun || self.can_roll_back()
    }

    fn can_roll_back(&self) -> bool {
        self.session.borrow().in_transaction()
    }

    fn was_rolled_back(&self) -> bool {
        self.session.borrow().rolled_back()
    }

    /// There is a switch (`foreign_key_checks`), and it is the script's.
    fn enforce_foreign_keys(&mut self, _on: bool) -> Result<bool, DatabaseError> {
        Ok(true)
    }

    fn foreign_key_violations(&mut self, _table: &TableName) -> Result<Vec<String>, DatabaseError> {
        Ok(Vec::new())
    }

    fn run_lock(&mut self) -> Result<Option<Box<dyn RunLock>>, DatabaseError> {
        let database = self.default_schema()?.unwrap_or_default();
        Ok(Some(Box::new(lock::NamedLock::new(self.session.clone(), &database))))
    }

    fn isolation_level(&mut self) -> Result<String, DatabaseError> {
        // MySQL 8 has only the one name, MariaDB before 11.1 only the other.
        let name = if self.server.flavour == Flavour::Mariadb { "tx_isolation" } else { "transaction_isolation" };
        Ok(self.one_text(&format!("SELECT @@{name}"))?.unwrap_or_default().replace('-', " ").to_uppercase())
    }

    fn set_isolation_level(&mut self, level: &str) -> Result<(), DatabaseError> {
        match level.to_ascii_uppercase().replace('_', " ").as_str() {
            "AUTOCOMMIT" => Ok(()),
            level @ ("READ COMMITTED" | "READ UNCOMMITTED" | "REPEATABLE READ" | "SERIALIZABLE") => {
                self.run(&format!("SET SESSION TRANSACTION ISOLATION LEVEL {level}")).map(drop)
            }
            other => {
                Err(DatabaseError::new(ErrorKind::NotSupported, format!("MySQL has no isolation level \"{other}\""))
                    .with_help("it has AUTOCOMMIT, READ UNCOMMITTED, READ COMMITTED, REPEATABLE READ and SERIALIZABLE"))
            }
        }
    }

    fn interrupter(&self) -> Box<dyn Fn() + Send + Sync> {
        let canceller = self.session.borrow().canceller(&self.settings);
        let stopped = self.stopped.clone();
        Box::new(move || {
            stopped.store(true, Ordering::SeqCst);
            canceller.cancel();
        })
    }

    fn default_schema(&mut self) -> Result<Option<String>, DatabaseError> {
        self.one_text("SELECT DATABASE()")
    }
}
