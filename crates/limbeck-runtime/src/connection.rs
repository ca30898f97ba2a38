//! A connection that env.py, scripts and the migration context use in turn.

use std::cell::{Cell, RefCell, RefMut};
use std::rc::Rc;

use limbeck_database::{Connection, DatabaseError, Outcome, TransactionKind};
use limbeck_dialect::{Dialect, Sql};

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
        self.borrow().execute(sql)
    }

    /// Begins a transaction.
    pub fn begin(&self, kind: TransactionKind) -> Result<(), DatabaseError> {
        self.borrow().begin(kind)
    }

    /// Commits.
    pub fn commit(&self) -> Result<(), DatabaseError> {
        self.borrow().commit()?;
        self.inner.commits.set(self.inner.commits.get() + 1);
        Ok(())
    }

    /// Rolls back.
    pub fn rollback(&self) -> Result<(), DatabaseError> {
        self.borrow().rollback()
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
