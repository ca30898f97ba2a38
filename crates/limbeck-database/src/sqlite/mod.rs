//! SQLite through rusqlite, behaving as Python's `sqlite3` does under SQLAlchemy.

mod error;
mod lock;
mod open;
mod pragma;
mod value;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use limbeck_core::expression::Literal;
use limbeck_core::schema::TableName;
use limbeck_dialect::sqlite::Sqlite;
use limbeck_dialect::{Catalogue, Dialect, DialectError, Sql};
use rusqlite::Batch;
use rusqlite::config::DbConfig;
use rusqlite::fallible_iterator::FallibleIterator;

use crate::{Connection, DatabaseError, ErrorKind, Outcome, RunLock, TransactionKind, Url};

/// A connection to a SQLite database.
pub struct SqliteConnection {
    connection: rusqlite::Connection,
    url: Url,
    /// The file as SQLite names it; `None` for a database in memory.
    file: Option<PathBuf>,
    /// Whether names were kept from following a renamed table when the transaction began.
    legacy_rename: bool,
    /// A transaction was begun that nothing has been sent in yet.
    promised: Cell<bool>,
    /// Set once the run is to stop.
    stopped: Arc<AtomicBool>,
}

/// How many steps of SQLite's machine pass between two looks at whether to stop: about a millisecond.
const STEPS_BETWEEN_LOOKS: i32 = 10_000;

impl SqliteConnection {
    /// Opens the database of a URL. A relative path is taken from the process's working directory, as Python does; the file is
    /// made if it is not there.
    pub fn open(url: &Url) -> Result<Self, DatabaseError> {
        Self::open_at(url, None)
    }

    /// Like [`SqliteConnection::open`], with relative paths taken from `base`.
    pub fn open_in(url: &Url, base: &Path) -> Result<Self, DatabaseError> {
        Self::open_at(url, Some(base))
    }

    fn open_at(url: &Url, base: Option<&Path>) -> Result<Self, DatabaseError> {
        let target = open::Target::of(url, base)?;
        let connection = target.open()?;
        connection.busy_timeout(target.busy_timeout).map_err(|e| error::convert(e, None))?;
        // The bundled build enforces foreign keys by default, Python's does not: dropping or renaming a table would cascade.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false).map_err(|e| error::convert(e, None))?;
        let file = connection.path().filter(|p| !p.is_empty()).map(PathBuf::from);
        let stopped = Arc::new(AtomicBool::new(false));
        let seen = stopped.clone();
        // An interrupt is lost when it comes just before a statement begins; this look is not.
        connection
            .progress_handler(STEPS_BETWEEN_LOOKS, Some(move || seen.load(Ordering::SeqCst)))
            .map_err(|e| error::convert(e, None))?;
        Ok(SqliteConnection {
            connection,
            url: url.clone(),
            file,
            legacy_rename: false,
            promised: Cell::new(false),
            stopped,
        })
    }

    /// The database file, when it is in one.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    fn run(&self, sql: &Sql) -> Result<Outcome, DatabaseError> {
        if sql.text.contains('\0') {
            return Err(DatabaseError::new(ErrorKind::Programming, "the query contains a null character"));
        }
        let mut batch = Batch::new(&self.connection, &sql.text);
        let mut outcome = Outcome::default();
        let mut count = 0;
        while let Some(mut statement) = batch.next().map_err(|e| error::convert(e, Some(&self.file)))? {
            count += 1;
            if count > 1 && !sql.binds.is_empty() {
                let message = "a text with several statements cannot have bound values";
                return Err(DatabaseError::new(ErrorKind::Programming, message));
            }
            outcome = self.run_one(&mut statement, &sql.binds)?;
        }
        if count == 0 && !sql.binds.is_empty() {
            return Err(wrong_count(0, sql.binds.len()));
        }
        Ok(outcome)
    }

    fn run_one(&self, statement: &mut rusqlite::Statement<'_>, binds: &[Literal]) -> Result<Outcome, DatabaseError> {
        let convert = |e| error::convert(e, Some(&self.file));
        if statement.parameter_count() != binds.len() {
            return Err(wrong_count(statement.parameter_count(), binds.len()));
        }
        for (index, bind) in binds.iter().enumerate() {
            let value = value::to_sqlite(bind, index + 1)?;
            statement.raw_bind_parameter(index + 1, value).map_err(convert)?;
        }
        let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let text = statement.expanded_sql().unwrap_or_default();
        let word = value::first_word(&text);
        if self.promised.get() && !pragma::stands_outside(&word) {
            self.simple("BEGIN")?;
            self.promised.set(false);
        }
        let width = columns.len();
        let mut rows = Vec::new();
        let mut cursor = statement.raw_query();
        while let Some(row) = cursor.next().map_err(convert)? {
            let values = (0..width).map(|i| row.get_ref(i).map_err(convert).and_then(value::from_sqlite));
            rows.push(values.collect::<Result<_, _>>()?);
        }
        drop(cursor);
        // Python's sqlite3 sends it before its transaction begins; in a real one, SQLite would pass over it in silence.
        if let Some(on) = pragma::foreign_keys(&text).filter(|_| !self.connection.is_autocommit()) {
            self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, on).map_err(convert)?;
        }
        let changes = matches!(word.as_str(), "INSERT" | "UPDATE" | "DELETE" | "REPLACE");
        let inserts = matches!(word.as_str(), "INSERT" | "REPLACE");
        Ok(Outcome {
            columns,
            rows,
            affected: changes.then(|| self.connection.changes()),
            last_insert_id: inserts.then(|| self.connection.last_insert_rowid()),
        })
    }

    fn simple(&self, text: &str) -> Result<(), DatabaseError> {
        self.connection.execute_batch(text).map_err(|e| error::convert(e, Some(&self.file)).with_statement(text))
    }
}

fn wrong_count(wanted: usize, given: usize) -> DatabaseError {
    let message = format!(
        "Incorrect number of bindings supplied. The current statement uses {wanted}, and there are {given} supplied."
    );
    DatabaseError::new(ErrorKind::Programming, message)
}

impl Catalogue for SqliteConnection {
    fn query(&mut self, sql: &str) -> Result<Vec<Vec<Literal>>, DialectError> {
        let outcome = self.run(&Sql::new(sql)).map_err(|e| DialectError::Database(e.to_string()))?;
        Ok(outcome.rows)
    }
}

impl Connection for SqliteConnection {
    fn dialect(&self) -> Rc<dyn Dialect> {
        Rc::new(Sqlite)
    }

    fn url(&self) -> &Url {
        &self.url
    }

    fn server_version(&self) -> Vec<u32> {
        rusqlite::version().split('.').filter_map(|part| part.parse().ok()).collect()
    }

    fn execute(&mut self, sql: &Sql) -> Result<Outcome, DatabaseError> {
        self.run(sql).map_err(|e| if e.statement.is_none() { e.with_statement(sql.text.clone()) } else { e })
    }

    fn begin(&mut self, kind: TransactionKind) -> Result<(), DatabaseError> {
        let convert = |e| error::convert(e, Some(&self.file));
        self.legacy_rename =
            self.connection.db_config(DbConfig::SQLITE_DBCONFIG_LEGACY_ALTER_TABLE).map_err(convert)?;
        match kind {
            // As in Python's sqlite3, it really begins with the first statement that is more than a look: some PRAGMAs and VACUUM
            // work outside of a transaction only.
            TransactionKind::Deferred => self.promised.set(true),
            TransactionKind::Write => self.simple("BEGIN IMMEDIATE")?,
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), DatabaseError> {
        self.promised.set(false);
        if self.in_transaction() { self.simple("COMMIT") } else { Ok(()) }
    }

    fn rollback(&mut self) -> Result<(), DatabaseError> {
        self.promised.set(false);
        if !self.in_transaction() {
            return Ok(());
        }
        self.simple("ROLLBACK")?;
        // Making a table anew turns this on for a moment, and a failure in that moment does not turn it off again.
        let switch = DbConfig::SQLITE_DBCONFIG_LEGACY_ALTER_TABLE;
        self.connection.set_db_config(switch, self.legacy_rename).map_err(|e| error::convert(e, Some(&self.file)))?;
        Ok(())
    }

    fn in_transaction(&self) -> bool {
        self.promised.get() || !self.connection.is_autocommit()
    }

    /// The PRAGMA does nothing inside a transaction; the configuration switch does.
    fn enforce_foreign_keys(&mut self, on: bool) -> Result<bool, DatabaseError> {
        let convert = |e| error::convert(e, Some(&self.file));
        let before = self.connection.db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY).map_err(convert)?;
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, on).map_err(convert)?;
        Ok(before)
    }

    fn foreign_key_violations(&mut self, table: &TableName) -> Result<Vec<String>, DatabaseError> {
        let schema = table.schema.as_deref().unwrap_or("main");
        let (name, schema) = (Literal::Text(table.name.clone()), Literal::Text(schema.to_owned()));
        let catalogue = match table.schema.as_deref() {
            Some(schema) if schema.eq_ignore_ascii_case("temp") => "sqlite_temp_schema".to_owned(),
            Some(schema) => format!("\"{}\".sqlite_schema", schema.replace('"', "\"\"")),
            None => "main.sqlite_schema".to_owned(),
        };
        let text = format!(
            "SELECT DISTINCT m.name FROM {catalogue} m LEFT JOIN pragma_foreign_key_list(m.name, ?) f \
             WHERE m.type = 'table' AND (lower(f.\"table\") = lower(?) OR lower(m.name) = lower(?)) ORDER BY m.name"
        );
        let tables = self.run(&Sql { text, binds: vec![schema.clone(), name.clone(), name] })?;
        let mut found = Vec::new();
        for row in &tables.rows {
            let check = "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check(?, ?)";
            let binds = row.iter().cloned().chain([schema.clone()]).collect();
            let checked = match self.run(&Sql { text: check.into(), binds }) {
                // The columns that are referred to are no key: a violation too, and perhaps one that was there before.
                Err(error) if error.message.starts_with("foreign key mismatch") => {
                    found.push(format!("no foreign key works here: {}", error.message));
                    continue;
                }
                checked => checked?,
            };
            for violation in checked.rows {
                if let [Literal::Text(child), rowid, Literal::Text(parent)] = violation.as_slice() {
                    let row = if let Literal::Int(row) = rowid { format!("row {row}") } else { "a row".into() };
                    found.push(format!("{row} of {child} refers to a row of {parent} that does not exist"));
                }
            }
        }
        Ok(found)
    }

    fn run_lock(&mut self) -> Result<Option<Box<dyn RunLock>>, DatabaseError> {
        Ok(self.file.as_deref().map(|file| Box::new(lock::FileLock::new(file)) as Box<dyn RunLock>))
    }

    fn isolation_level(&mut self) -> Result<String, DatabaseError> {
        let found = self.run(&Sql::new("PRAGMA read_uncommitted"))?;
        let uncommitted = matches!(found.rows.first().map(Vec::as_slice), Some([Literal::Int(1)]));
        Ok(if uncommitted { "READ UNCOMMITTED" } else { "SERIALIZABLE" }.to_owned())
    }

    fn set_isolation_level(&mut self, level: &str) -> Result<(), DatabaseError> {
        match level.to_ascii_uppercase().replace('_', " ").as_str() {
            "AUTOCOMMIT" => Ok(()),
            "SERIALIZABLE" => self.simple("PRAGMA read_uncommitted = 0"),
            "READ UNCOMMITTED" => self.simple("PRAGMA read_uncommitted = 1"),
            other => {
                Err(DatabaseError::new(ErrorKind::NotSupported, format!("SQLite has no isolation level \"{other}\""))
                    .with_help("it has AUTOCOMMIT, READ UNCOMMITTED and SERIALIZABLE"))
            }
        }
    }

    fn interrupter(&self) -> Box<dyn Fn() + Send + Sync> {
        let handle = self.connection.get_interrupt_handle();
        let stopped = self.stopped.clone();
        Box::new(move || {
            stopped.store(true, Ordering::SeqCst);
            handle.interrupt();
        })
    }
}
