//! env.py as an environment, and version scripts that must be run.

use std::panic::AssertUnwindSafe;
use std::rc::Rc;

use limbeck_runtime::{Direction, DynamicScripts, Environment, EnvironmentContext, MigrationContext, RunError};
use limbeck_script::directory::Script;
use rustpython_vm::builtins::{PyDict, PyStr};
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::interpreter::Python;
use crate::session::Session;

/// The project's env.py, run in the embedded Python.
pub struct PythonEnvironment {
    python: Python,
}

impl PythonEnvironment {
    /// env.py run by `python`.
    pub fn new(python: Python) -> Self {
        PythonEnvironment { python }
    }
}

impl Environment for PythonEnvironment {
    fn run(&self, context: &Rc<EnvironmentContext>) -> Result<(), RunError> {
        let path = context.history.directory().env_py();
        let source = read(&path)?;
        let session = Session::new(context.clone(), self.python.clone());
        let _entered = session.enter();
        let result = guarded(&session, || {
            self.python.enter(|vm| {
                begin_run(vm)?;
                load("env", &path.display().to_string(), &source, vm).map(drop)
            })
        });
        session.close_connections();
        flush();
        result
    }
}

/// Version scripts run in the embedded Python, inside env.py or without one.
pub struct PythonScripts {
    python: Python,
}

impl PythonScripts {
    /// Scripts run by `python`.
    pub fn new(python: Python) -> Self {
        PythonScripts { python }
    }
}

impl DynamicScripts for PythonScripts {
    fn run(&self, script: &Script, direction: Direction, migration: &Rc<MigrationContext>) -> Result<(), RunError> {
        if let Some(session) = Session::running() {
            session.in_script.set(true);
            let result = self.python.enter(|vm| run_function(script, direction, vm));
            session.in_script.set(false);
            return result;
        }
        // The environment was not Python's: it is now, for this script.
        let session = Session::new(migration.environment().clone(), self.python.clone());
        let _entered = session.enter();
        let result = guarded(&session, || {
            self.python.enter(|vm| {
                begin_run(vm)?;
                run_function(script, direction, vm)
            })
        });
        session.close_connections();
        flush();
        result
    }
}

/// The interpreter cannot raise KeyboardInterrupt between the halves of an instruction, and panics there. What is open is rolled back
/// all the same, and the panic is the interruption that it comes from.
fn guarded(session: &Session, action: impl FnOnce() -> Result<(), RunError>) -> Result<(), RunError> {
    std::panic::catch_unwind(AssertUnwindSafe(action)).unwrap_or_else(|panic| {
        session.environment.abandon();
        session.close_connections();
        match session.environment.interrupt.is_pulled() {
            true => Err(RunError::Interrupted),
            false => std::panic::resume_unwind(panic),
        }
    })
}

/// Shows what scripts have printed without a line end.
fn flush() {
    // Nobody is left to tell when standard output is closed.
    let _ = std::io::Write::flush(&mut std::io::stdout());
}

/// Forgets what the run before has left behind.
fn begin_run(vm: &VirtualMachine) -> PyResult<()> {
    crate::error::imported("alembic._state", "begin_run", vm)?.call((), vm).map(drop)
}

fn read(path: &std::path::Path) -> Result<String, RunError> {
    std::fs::read_to_string(path).map_err(|error| RunError::File { path: path.display().to_string(), error })
}

/// Runs a file as a module of its own, as Alembic loads env.py and version scripts.
pub(crate) fn load(name: &str, path: &str, source: &str, vm: &VirtualMachine) -> PyResult {
    let module = vm.new_module(name, vm.ctx.new_dict(), None);
    module.set_attr("__file__", vm.ctx.new_str(path), vm)?;
    let code = crate::imports::compile(source, path, vm)?;
    let scope = rustpython_vm::scope::Scope::with_builtins(None, module.dict(), vm);
    let code = code.downcast().map_err(|_| vm.new_type_error("compile() gave no code"))?;
    vm.run_code_obj(code, scope)?;
    Ok(module.into())
}

fn run_function(script: &Script, direction: Direction, vm: &VirtualMachine) -> PyResult<()> {
    let session = Session::current(vm)?;
    let path = script.path.display().to_string();
    let loaded = session.script_modules.borrow().get(&path).cloned();
    let module = match loaded {
        Some(module) => module,
        None => {
            let stem = script.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let name: String = stem.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '_' }).collect();
            let module = load(&name, &path, &script.source, vm)?;
            session.script_modules.borrow_mut().insert(path, module.clone());
            module
        }
    };
    let function = module.get_attr(direction.as_str(), vm)?;
    let arguments = session.script_arguments.borrow().clone();
    function.call(keyword_arguments(arguments), vm).map(drop)
}

fn keyword_arguments(arguments: Option<PyObjectRef>) -> FuncArgs {
    let pairs = arguments
        .as_ref()
        .and_then(|arguments| arguments.downcast_ref::<PyDict>())
        .map(|dict| dict.items_vec())
        .unwrap_or_default();
    let named = pairs.into_iter().filter_map(|(key, value)| {
        let key = key.downcast_ref::<PyStr>()?.to_str()?.to_owned();
        Some((key, value))
    });
    FuncArgs::from(KwArgs::new(named.collect()))
}
