//! The embedded interpreter: started once, when it is needed.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::path::PathBuf;
use std::rc::Rc;

use limbeck_runtime::{Interrupt, RunError};
use rustpython_compiler_core::frozen::FrozenLib;
use rustpython_vm::signal::UserSignalSender;
use rustpython_vm::{Interpreter, PyObjectRef, PyResult, Settings, VirtualMachine, py_freeze};

use crate::error::from_exception;

/// Our own `alembic` and `sqlalchemy`.
const FACADE: &FrozenLib = py_freeze!(dir = "facade");
/// Slim modules in place of the standard library's, and the importer.
const SLIM: &FrozenLib = py_freeze!(dir = "slim");

/// An interpreter that starts when it is first entered. Cheap to clone.
#[derive(Clone)]
pub struct Python {
    inner: Rc<Inner>,
}

struct Inner {
    search_path: Vec<PathBuf>,
    interrupt: Interrupt,
    /// What env.py leaves behind for whoever comes after it. Before the interpreter, which must outlive its objects.
    left: RefCell<Left>,
    interpreter: OnceCell<Interpreter>,
}

/// What env.py gave for new revisions.
#[derive(Default)]
struct Left {
    /// `configure(template_args=...)`, and hooks that were registered by name.
    template_arguments: Option<PyObjectRef>,
    write_hooks: HashMap<String, PyObjectRef>,
}

impl Python {
    /// An interpreter that finds modules below `search_path` (`prepend_sys_path`), and stops when `interrupt` is pulled.
    pub fn new(search_path: Vec<PathBuf>, interrupt: Interrupt) -> Self {
        Python {
            inner: Rc::new(Inner { search_path, interrupt, left: RefCell::default(), interpreter: OnceCell::new() }),
        }
    }

    /// Adds the items of a dict to what templates see.
    pub(crate) fn add_template_arguments(&self, given: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        if vm.is_none(given) {
            return Ok(());
        }
        let arguments = self.template_arguments(vm);
        vm.call_method(&arguments, "update", (given.clone(),)).map(drop)
    }

    /// All that env.py gave to templates: a dict.
    pub(crate) fn template_arguments(&self, vm: &VirtualMachine) -> PyObjectRef {
        self.inner.left.borrow_mut().template_arguments.get_or_insert_with(|| vm.ctx.new_dict().into()).clone()
    }

    pub(crate) fn has_template_arguments(&self) -> bool {
        self.inner.left.borrow().template_arguments.is_some()
    }

    /// `@write_hooks.register(name)`
    pub(crate) fn add_write_hook(&self, name: String, function: PyObjectRef) {
        self.inner.left.borrow_mut().write_hooks.insert(name, function);
    }

    /// The hook of that name.
    pub(crate) fn write_hook(&self, name: &str) -> Option<PyObjectRef> {
        self.inner.left.borrow().write_hooks.get(name).cloned()
    }

    /// Runs something in the interpreter; an exception that comes out of it is an error.
    pub(crate) fn enter<T>(&self, action: impl FnOnce(&VirtualMachine) -> PyResult<T>) -> Result<T, RunError> {
        let interpreter = match self.inner.interpreter.get() {
            Some(interpreter) => interpreter,
            None => {
                let (started, sender) = start();
                started.enter(|vm| boot(&self.inner.search_path, vm).map_err(|e| from_exception(e, vm)))?;
                raise_on_pull(&self.inner.interrupt, sender);
                if self.inner.interrupt.is_pulled() {
                    return Err(RunError::Interrupted);
                }
                self.inner.interpreter.get_or_init(|| started)
            }
        };
        interpreter.enter(|vm| action(vm).map_err(|exception| from_exception(exception, vm)))
    }
}

fn start() -> (Interpreter, UserSignalSender) {
    let mut settings = Settings::default();
    settings.install_signal_handlers = false;
    settings.import_site = false;
    settings.user_site_directory = false;
    settings.ignore_environment = true;
    settings.write_bytecode = false;
    let builder = Interpreter::builder(settings);
    let mut natives = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
    natives.push(crate::native::module_def(&builder.ctx));
    let (sender, receiver) = rustpython_vm::signal::user_signal_channel();
    let interpreter = builder
        .add_native_modules(&natives)
        .add_frozen_modules(rustpython_pylib::FROZEN_STDLIB)
        .add_frozen_modules(FACADE)
        .add_frozen_modules(SLIM)
        .init_hook(move |vm| vm.set_user_signal_channel(receiver))
        .build();
    (interpreter, sender)
}

/// Ctrl-C raises KeyboardInterrupt from now on. Not before: an interpreter that is interrupted while it starts panics.
fn raise_on_pull(interrupt: &Interrupt, sender: UserSignalSender) {
    let sender = std::sync::Mutex::new(sender);
    interrupt.on_pull(Box::new(move || {
        let sender = sender.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        // An interpreter that is gone needs no signal.
        let _ =
            sender.send(Box::new(|vm| Err(vm.new_exception_empty(vm.ctx.exceptions.keyboard_interrupt.to_owned()))));
    }));
}

fn boot(search_path: &[PathBuf], vm: &VirtualMachine) -> PyResult<()> {
    let path: Vec<_> = search_path.iter().map(|p| vm.ctx.new_str(p.display().to_string()).into()).collect();
    vm.sys_module.set_attr("path", vm.ctx.new_list(path), vm)?;
    // A run is short: what it leaves behind goes with the process. The collector would cost a third of the start.
    let gc = vm.import("gc", 0)?;
    vm.call_method(&gc, "disable", ())?;
    // Frozen modules of the standard library take these for granted.
    vm.import("encodings", 0)?;
    vm.import("encodings.latin_1", 0)?;
    vm.import("_limbeck_boot", 0)?;
    let time = vm.import("time", 0)?;
    let native = vm.import("_limbeck", 0)?;
    time.set_attr("sleep", native.get_attr("sleep", vm)?, vm)?;
    Ok(())
}
