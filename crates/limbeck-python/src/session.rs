//! What native functions need while env.py or a script runs: the environment of the command, and errors on their way through Python.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::hooks::Crossed;
use crate::interpreter::Python;
use limbeck_runtime::{EnvironmentContext, RunError, SharedConnection};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

thread_local! {
    static CURRENT: RefCell<Option<Rc<Session>>> = const { RefCell::new(None) };
}

/// One run of env.py with all scripts that it leads to.
pub(crate) struct Session {
    pub environment: Rc<EnvironmentContext>,
    pub python: Python,
    /// `config.attributes`, once it was asked for
    attributes: OnceCell<PyObjectRef>,
    /// Keyword arguments of `run_migrations()` for the scripts.
    pub script_arguments: RefCell<Option<PyObjectRef>>,
    /// Version scripts that are loaded, by path.
    pub script_modules: RefCell<HashMap<String, PyObjectRef>>,
    /// Kinds of things that were registered and change what scripts mean.
    pub registered: RefCell<Vec<String>>,
    /// How often env.py has called `configure()`.
    pub configured: Cell<usize>,
    /// Whether a version script is running, and not env.py.
    pub in_script: Cell<bool>,
    /// Operations of the new revisions that went to Python, by their numbers there.
    pub crossed: RefCell<Vec<Crossed>>,
    /// Of how many databases.
    pub crossed_databases: Cell<usize>,
    /// Errors of ours that were raised as Python exceptions; the exception knows its place here.
    errors: RefCell<Vec<Option<RunError>>>,
    /// User exceptions that left Python and may come back.
    exceptions: RefCell<Vec<(String, PyBaseExceptionRef)>>,
    /// Connections that env.py and scripts opened.
    pub connections: RefCell<Vec<SharedConnection>>,
}

/// Makes a session current, and the one before it again when dropped: also when unwinding.
pub(crate) struct Entered(Option<Rc<Session>>);

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}

impl Session {
    pub fn new(environment: Rc<EnvironmentContext>, python: Python) -> Rc<Self> {
        Rc::new(Session {
            environment,
            python,
            attributes: OnceCell::new(),
            script_arguments: RefCell::default(),
            script_modules: RefCell::default(),
            registered: RefCell::default(),
            configured: Cell::default(),
            in_script: Cell::default(),
            crossed: RefCell::default(),
            crossed_databases: Cell::default(),
            errors: RefCell::default(),
            exceptions: RefCell::default(),
            connections: RefCell::default(),
        })
    }

    pub fn enter(self: &Rc<Self>) -> Entered {
        Entered(CURRENT.replace(Some(self.clone())))
    }

    /// The session that is running.
    pub fn current(vm: &VirtualMachine) -> PyResult<Rc<Session>> {
        Self::running().ok_or_else(|| {
            vm.new_runtime_error("alembic's context is only there while limbeck runs env.py or a version script")
        })
    }

    pub fn running() -> Option<Rc<Session>> {
        CURRENT.with_borrow(Clone::clone)
    }

    /// `config.attributes`
    pub fn attributes(&self, vm: &VirtualMachine) -> PyObjectRef {
        self.attributes.get_or_init(|| vm.ctx.new_dict().into()).clone()
    }

    /// Rolls back what nobody committed on connections that nobody closed.
    pub fn close_connections(&self) {
        for connection in self.connections.take() {
            // The connection is dropped next, which rolls back as well.
            let _ = connection.rollback();
        }
    }

    /// Keeps an error and says where.
    pub fn stash(&self, error: RunError) -> usize {
        let mut errors = self.errors.borrow_mut();
        errors.push(Some(error));
        errors.len() - 1
    }

    /// Takes an error back out.
    pub fn take(&self, at: usize) -> Option<RunError> {
        self.errors.borrow_mut().get_mut(at).and_then(Option::take)
    }

    /// Remembers a user exception by its traceback text.
    pub fn remember(&self, traceback: &str, exception: PyBaseExceptionRef) {
        self.exceptions.borrow_mut().push((traceback.to_owned(), exception));
    }

    /// The user exception of that traceback.
    pub fn recall(&self, traceback: &str) -> Option<PyBaseExceptionRef> {
        self.exceptions.borrow().iter().rev().find(|(text, _)| text == traceback).map(|(_, e)| e.clone())
    }
}
