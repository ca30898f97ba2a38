//! A connection that env.py, scripts and the migration context use in turn.

use std::cell::{Cell, RefCell, RefMut};
use std::rc::Rc;

use limbeck_database::{Connection, DatabaseError, Outcome, TransactionKind};
use limbeck_dialect::{Dialect, Sql};

use crate::error::RunError;
use crate::journal::Journal;
use crate::logging::{self, Level};
use crate::unfinished::Notes;

/// What is sent is logged where SQLAlchemy logs it, which an ini can ask for. Not for a program that embeds limbeck: see [`logging`].
fn echo(text: &str) {
    let (logger, level) = ("sqlalchemy.engine.Engine", Level(20));
    if logging::enabled(logger, level) {
        logging::record(logger, level, text);
    }
}

/// A shared handle. It knows how often it was committed, so that work which nobody committed is noticed.
#[derive(Clone)]
pub struct SharedConnection {
    inner: Rc<Inner>,
}

struct Inner {
    connection: RefCell<Box<dyn Connection>>,
    dialect: Rc<dyn Dialect>,
    commits: Cell<u64>,
    default_schema: RefCell<Option<String>>,
    autocommit: Cell<bool>,
    journal: RefCell<Journal>,
    notes: RefCell<Notes>,
}

impl SharedConnection {
    /// Shares `connection`.
    pub fn new(connection: Box<dyn Connection>) -> Self {
        let dialect = connection.dialect();
        SharedConnection {
            inner: Rc::new(Inner {
                connection: RefCell::new(connection),
                dialect,
                commits: Cell::new(0),
                default_schema: RefCell::default(),
                autocommit: Cell::new(false),
                journal: RefCell::default(),
                notes: RefCell::default(),
            }),
        }
    }

    /// The dialect at the other end.
    pub fn dialect(&self) -> Rc<dyn Dialect> {
        self.inner.dialect.clone()
    }

    /// The connection itself, for what is not offered here. Not to be kept while anything else runs.
    pub fn borrow(&self) -> RefMut<'_, Box<dyn Connection>> {
        self.inner.connection.borrow_mut()
    }

    /// Runs a statement.
    pub fn execute(&self, sql: &Sql) -> Result<Outcome, DatabaseError> {
        self.inner.journal.borrow_mut().tell();
        self.inner.notes.borrow_mut().before(self.borrow().as_mut(), &sql.text)?;
        self.execute_version_row(sql)
    }

    /// Runs the statement of a version row, right after the script. That one follows says nothing about the script.
    pub(crate) fn execute_version_row(&self, sql: &Sql) -> Result<Outcome, DatabaseError> {
        echo(&sql.text);
        let mut connection = self.borrow();
        let outcome = connection.execute(sql);
        let mut journal = self.inner.journal.borrow_mut();
        match &outcome {
            Ok(outcome) => journal.note(&sql.text, outcome, connection.can_roll_back()),
            Err(_) if self.inner.dialect.really_transactional_ddl() => {}
            // DDL commits what came before it also when it fails.
            Err(_) if connection.was_rolled_back() => journal.roll_back(),
            Err(_) if !connection.can_roll_back() => journal.commit(),
            Err(_) => {}
        }
        outcome
    }

    /// The statements of the running revision.
    pub(crate) fn journal(&self) -> RefMut<'_, Journal> {
        self.inner.journal.borrow_mut()
    }

    /// What is kept for the next run, should this one be killed.
    pub(crate) fn notes(&self) -> RefMut<'_, Notes> {
        self.inner.notes.borrow_mut()
    }

    /// Begins a transaction, unless env.py wants each statement committed by itself.
    pub fn begin(&self, kind: TransactionKind) -> Result<(), DatabaseError> {
        if self.is_autocommit() {
            return Ok(());
        }
        echo("BEGIN (implicit)");
        self.borrow().begin(kind)
    }

    /// Changes the isolation level of what follows.
    pub fn set_isolation_level(&self, level: &str) -> Result<(), DatabaseError> {
        self.borrow().set_isolation_level(level)?;
        self.set_autocommit(level.eq_ignore_ascii_case("AUTOCOMMIT"));
        Ok(())
    }

    /// Whether each statement is committed by itself from here on; returns what it was.
    pub(crate) fn set_autocommit(&self, on: bool) -> bool {
        self.inner.autocommit.replace(on)
    }

    /// Each statement is committed by itself: the isolation level that SQLAlchemy calls `AUTOCOMMIT`.
    pub fn is_autocommit(&self) -> bool {
        self.inner.autocommit.get()
    }

    /// Commits.
    pub fn commit(&self) -> Result<(), DatabaseError> {
        self.inner.notes.borrow_mut().before_commit(self.borrow().as_mut())?;
        echo("COMMIT");
        self.borrow().commit()?;
        self.journal().commit();
        self.inner.commits.set(self.inner.commits.get() + 1);
        Ok(())
    }

    /// Rolls back.
    pub fn rollback(&self) -> Result<(), DatabaseError> {
        echo("ROLLBACK");
        self.journal().roll_back();
        self.notes().rolled_back();
        self.borrow().rollback()
    }

    /// Does all of `work` or nothing, inside a transaction and outside of one: its script may go on after a failure.
    pub(crate) fn all_or_nothing(&self, work: impl FnOnce() -> Result<(), RunError>) -> Result<(), RunError> {
        let send = |text: &str| self.borrow().execute(&Sql::new(text)).map(drop).map_err(RunError::database);
        let mark = self.journal().mark();
        send("SAVEPOINT limbeck_batch")?;
        let result = work().and_then(|()| send("RELEASE limbeck_batch"));
        if result.is_err() {
            // Both fail where the database has taken everything back by itself; the first error is the one to show.
            let _ = send("ROLLBACK TO limbeck_batch");
            let _ = send("RELEASE limbeck_batch");
            self.journal().back_to(mark);
        } else if !self.in_transaction() {
            self.journal().commit();
        }
        result
    }

    /// Whether a transaction is open.
    pub fn in_transaction(&self) -> bool {
        self.borrow().in_transaction()
    }

    /// The schema that names without one are in: what env.py says it is, else what the database says.
    pub fn default_schema(&self) -> Result<Option<String>, DatabaseError> {
        match &*self.inner.default_schema.borrow() {
            Some(said) => Ok(Some(said.clone())),
            None => self.borrow().default_schema(),
        }
    }

    /// env.py's `connection.dialect.default_schema_name = ...`
    pub fn set_default_schema(&self, name: Option<String>) {
        *self.inner.default_schema.borrow_mut() = name;
    }

    /// How often it was committed.
    pub fn commits(&self) -> u64 {
        self.inner.commits.get()
    }

    /// Whether both are handles of one connection.
    pub fn is(&self, other: &SharedConnection) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}
