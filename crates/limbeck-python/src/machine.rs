//! What scripts may see of the machine: the environment, the clock, files to read. And logging.

use std::path::Path;
use std::time::{Duration, Instant};

use limbeck_runtime::RunError;
use limbeck_runtime::logging::{self, Formatter, Handler, Level, Target};
use rustpython_vm::builtins::PyDictRef;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::error::raise;
use crate::session::Session;

pub(crate) fn log(logger: &str, level: u32, message: &str) {
    logging::record(logger, Level(level), message);
}

pub(crate) fn log_enabled(logger: &str, level: u32) -> bool {
    logging::enabled(logger, Level(level))
}

/// An empty name is the root logger.
pub(crate) fn log_set_level(logger: &str, level: u32) {
    logging::set_level(logger, Level(level));
}

/// Keeps a handler of Python's for limbeck's loggers: under its number, or under a new one, which is returned. The file is opened when the
/// handler is new.
pub(crate) fn log_handler(id: u64, handler: PythonHandler, vm: &VirtualMachine) -> PyResult<u64> {
    let target = match handler.target.split_once(':').unwrap_or((&handler.target, "")) {
        ("stdout", _) => Target::Stdout,
        ("null", _) => Target::Nowhere,
        (kind @ ("file" | "append"), file) => {
            let append = kind == "append" || id != 0;
            Target::file(Path::new(file), append).map_err(|error| os_error(&error, file, vm))?
        }
        _ => Target::Stderr,
    };
    let formatter = Formatter::new(handler.format, handler.datefmt, handler.style);
    Ok(logging::keep_handler(id, Handler { target, level: Level(handler.level), formatter }))
}

/// A handler as the Python side describes it.
pub(crate) struct PythonHandler {
    /// `stderr`, `stdout`, `file:PATH` (which begins empty), `append:PATH` or `null`
    pub target: String,
    pub level: u32,
    pub format: Option<String>,
    pub datefmt: Option<String>,
    pub style: char,
}

/// `logging.config.fileConfig()`
pub(crate) fn log_file_config(file: &str, disable_existing: bool, vm: &VirtualMachine) -> PyResult<()> {
    let session = Session::current(vm)?;
    let config = logging::sections_of(Path::new(file), &session.environment.config.borrow());
    let config = config.map_err(|error| raise(error.into(), vm))?;
    logging::configure(&config, disable_existing).map_err(|error| raise(error.into(), vm))
}

pub(crate) fn environ(vm: &VirtualMachine) -> PyResult<PyDictRef> {
    let dict = vm.ctx.new_dict();
    for (name, value) in std::env::vars_os() {
        if let (Some(name), Some(value)) = (name.to_str(), value.to_str()) {
            dict.set_item(name, vm.ctx.new_str(value).into(), vm)?;
        }
    }
    Ok(dict)
}

pub(crate) fn getcwd() -> String {
    std::env::current_dir().map_or_else(|_| ".".into(), |path| path.display().to_string())
}

fn os_error(error: &std::io::Error, path: &str, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let number = error.raw_os_error().unwrap_or(0);
    let class = match error.kind() {
        std::io::ErrorKind::NotFound => vm.ctx.exceptions.file_not_found_error,
        std::io::ErrorKind::PermissionDenied => vm.ctx.exceptions.permission_error,
        std::io::ErrorKind::IsADirectory => vm.ctx.exceptions.is_a_directory_error,
        std::io::ErrorKind::NotADirectory => vm.ctx.exceptions.not_a_directory_error,
        _ => vm.ctx.exceptions.os_error,
    };
    let text = error.to_string();
    let reason = text.split(" (os error").next().unwrap_or(&text);
    let args: Vec<PyObjectRef> =
        vec![vm.ctx.new_int(number).into(), vm.ctx.new_str(reason).into(), vm.ctx.new_str(path).into()];
    let made = rustpython_vm::AsObject::as_object(class).call(args, vm).and_then(|made| made.try_into_value(vm));
    made.unwrap_or_else(|problem| problem)
}

pub(crate) fn read_file(path: &str, vm: &VirtualMachine) -> PyResult {
    let bytes = std::fs::read(path).map_err(|error| os_error(&error, path, vm))?;
    Ok(vm.ctx.new_bytes(bytes).into())
}

/// Writes a whole file, under `--sql` alone: an env.py may put the text of each database into a file of its own.
pub(crate) fn write_file(path: &str, text: &str, vm: &VirtualMachine) -> PyResult<()> {
    if !Session::current(vm)?.environment.offline {
        return Err(vm.new_runtime_error("files are written under --sql only"));
    }
    std::fs::write(path, text).map_err(|error| os_error(&error, path, vm))
}

/// Names in a folder, sorted: the order must not depend on the file system.
pub(crate) fn list_dir(path: &str, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    let entries = std::fs::read_dir(path).map_err(|error| os_error(&error, path, vm))?;
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().to_str().map(str::to_owned)).collect();
    names.sort();
    Ok(names.into_iter().map(|name| vm.ctx.new_str(name).into()).collect())
}

pub(crate) fn path_kind(path: &str) -> Option<&'static str> {
    let metadata = std::fs::metadata(path).ok()?;
    Some(if metadata.is_dir() { "directory" } else { "file" })
}

/// The absolute path without symbolic links; of a file that is not there, as far as its folders are.
pub(crate) fn real_path(path: &str) -> String {
    let path = Path::new(path);
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for ancestor in absolute.ancestors() {
        if let (Ok(real), Ok(rest)) = (ancestor.canonicalize(), absolute.strip_prefix(ancestor)) {
            return real.join(rest).display().to_string().trim_end_matches('/').to_owned();
        }
    }
    absolute.display().to_string()
}

/// `os.urandom`
pub(crate) fn urandom(size: usize, vm: &VirtualMachine) -> PyResult {
    let mut bytes = vec![0; size.min(1 << 20)];
    getrandom::fill(&mut bytes).map_err(|error| vm.new_os_error(error.to_string()))?;
    Ok(vm.ctx.new_bytes(bytes).into())
}

/// `time.sleep`, which Ctrl-C ends.
pub(crate) fn sleep(seconds: f64, vm: &VirtualMachine) -> PyResult<()> {
    let wait =
        Duration::try_from_secs_f64(seconds).map_err(|_| vm.new_value_error("sleep length must be non-negative"))?;
    let end = Instant::now() + wait;
    loop {
        if Session::running().is_some_and(|session| session.environment.interrupt.is_pulled()) {
            return Err(raise(RunError::Interrupted, vm));
        }
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(());
        }
        std::thread::sleep(left.min(Duration::from_millis(50)));
    }
}
