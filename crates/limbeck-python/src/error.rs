//! Errors on their way through Python: ours become exceptions that a script may catch, and are found again when nobody did.

use limbeck_core::source::{Location, SourceError};
use limbeck_database::{DatabaseError, ErrorKind};
use limbeck_runtime::RunError;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyInt, PyStr};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use crate::session::Session;

/// The attribute that says where the error behind an exception is kept.
const MARK: &str = "_limbeck_error";

/// Raises an error of ours as the exception that Alembic or SQLAlchemy would raise.
pub(crate) fn raise(error: RunError, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let Some(session) = Session::running() else { return vm.new_runtime_error(error.to_string()) };
    if let RunError::Exception { traceback, .. } = &error
        && let Some(original) = session.recall(traceback)
    {
        return original;
    }
    let made = exception_for(&error, vm);
    let exception = made.unwrap_or_else(|problem| problem);
    let at = session.stash(error);
    // An exception whose class has no room for attributes still says what happened.
    let _ = exception.as_object().set_attr(MARK, vm.ctx.new_int(at), vm);
    exception
}

fn exception_for(error: &RunError, vm: &VirtualMachine) -> PyResult<PyBaseExceptionRef> {
    let made: PyObjectRef = match error {
        RunError::Database { error, .. } if error.kind == ErrorKind::Interrupted => {
            return Ok(vm.new_exception_empty(vm.ctx.exceptions.keyboard_interrupt.to_owned()));
        }
        RunError::Interrupted => return Ok(vm.new_exception_empty(vm.ctx.exceptions.keyboard_interrupt.to_owned())),
        RunError::Database { error, .. } => from_native(error, vm)?,
        RunError::Command { message, .. } => {
            let class = imported("alembic.util", "CommandError", vm)?;
            class.call((message.clone(),), vm)?
        }
        // Not an Exception: `except Exception` in a script must not hide that it was misunderstood.
        other => {
            let class = imported("alembic.util", "Refusal", vm)?;
            class.call((other.to_string(),), vm)?
        }
    };
    made.try_into_value(vm)
}

fn from_native(error: &DatabaseError, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
    let kind = match error.kind {
        ErrorKind::Integrity => "IntegrityError",
        ErrorKind::Operational | ErrorKind::Interrupted => "OperationalError",
        ErrorKind::Programming => "ProgrammingError",
        ErrorKind::Data => "DataError",
        ErrorKind::Database => "DatabaseError",
        ErrorKind::NotSupported => "NotSupportedError",
        ErrorKind::Internal => "InternalError",
    };
    let make = imported("sqlalchemy.exc", "from_native", vm)?;
    make.call(
        (kind, error.message.clone(), error.statement.clone(), vm.ctx.none(), error.code().map(str::to_owned)),
        vm,
    )
}

/// An attribute of a module, which is imported when it is not there yet.
pub(crate) fn imported(module: &str, name: &'static str, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
    vm.import(vm.ctx.intern_str(module), 0)?;
    let modules = vm.sys_module.get_attr("modules", vm)?;
    modules.get_item(module, vm)?.get_attr(name, vm)
}

/// What an exception that nobody caught means.
pub(crate) fn from_exception(exception: PyBaseExceptionRef, vm: &VirtualMachine) -> RunError {
    let session = Session::running();
    let kept = vm.get_attribute_opt(exception.as_object().to_owned(), MARK).ok().flatten();
    if let (Some(session), Some(at)) = (&session, kept)
        && let Some(at) = at.downcast_ref::<PyInt>().and_then(|at| at.try_to_primitive::<usize>(vm).ok())
        && let Some(error) = session.take(at)
    {
        return error;
    }
    if exception.fast_isinstance(vm.ctx.exceptions.keyboard_interrupt) {
        return RunError::Interrupted;
    }
    if let Some(refusal) = absent_value(&exception, vm) {
        return refusal;
    }
    if &*exception.class().name() == "NotKnownHere" {
        let text = exception.as_object().str(vm).ok().and_then(|text| text.to_str().map(str::to_owned));
        return RunError::command(text.unwrap_or_else(|| "a construct of a settings library is not known here".into()));
    }
    // As in Alembic, its message is the answer.
    let is_command_error = imported("alembic.util", "CommandError", vm)
        .is_ok_and(|class| exception.as_object().is_instance(&class, vm).unwrap_or(false));
    if is_command_error {
        let text = exception.as_object().str(vm).ok().and_then(|text| text.to_str().map(str::to_owned));
        return RunError::command(text.unwrap_or_default());
    }
    let mut traceback = String::new();
    if vm.write_exception(&mut traceback, &exception).is_err() {
        traceback = format!("{}: (its traceback cannot be shown)", exception.class().name());
    }
    let class = exception.class().name().to_string();
    let message =
        exception.as_object().str(vm).ok().and_then(|text| text.to_str().map(str::to_owned)).unwrap_or_default();
    if exception.fast_isinstance(vm.ctx.exceptions.key_error) {
        // RustPython's traceback shows the key bare; Python shows what `str()` makes of it, which is its `repr()`.
        let args = exception.args();
        if let [key] = args.as_slice()
            && let Ok(key) = key.str(vm)
            && let Some(before) = traceback.trim_end().strip_suffix(&format!("{class}: {key}"))
        {
            traceback = format!("{before}{class}: {message}");
        }
    }
    if let Some(session) = session {
        session.remember(traceback.trim_end(), exception);
    }
    RunError::Exception { class, message, traceback: traceback.trim_end().to_owned() }
}

/// A value that could not be imported was asked to decide something.
fn absent_value(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Option<RunError> {
    let attribute = |name: &'static str| {
        let value = vm.get_attribute_opt(exception.as_object().to_owned(), name).ok().flatten()?;
        value.downcast_ref::<PyStr>().and_then(|text| text.to_str().map(str::to_owned))
    };
    let number = |name: &'static str| {
        let value = vm.get_attribute_opt(exception.as_object().to_owned(), name).ok().flatten()?;
        value.downcast_ref::<PyInt>().and_then(|n| n.try_to_primitive::<u32>(vm).ok())
    };
    let expression = attribute("_limbeck_absent")?;
    let module = attribute("_limbeck_module").unwrap_or_default();
    let location =
        Location::file(attribute("_limbeck_file").unwrap_or_default()).at(number("_limbeck_line").unwrap_or(0), 0);
    let used_for = attribute("_limbeck_use").unwrap_or_else(|| "decide something".into());
    Some(RunError::Source(
        SourceError::new(location, format!("{expression} is needed to {used_for}, but module {module} could not be imported"))
            .help(format!(
                "make {module} importable (prepend_sys_path in alembic.ini), or give the value without it, for example from os.environ"
            )),
    ))
}
