//! Models that the project's own Python loads, as `[limbeck] python` says.
//!
//! It runs env.py up to `configure()` and writes what SQLAlchemy knows of the target metadata as the values that the binder understands.
//! The facade makes a MetaData of them, which takes the place of env.py's: all that follows is as if it had been loaded here.

mod answer;
mod child;

use std::rc::Rc;

use limbeck_core::source::SourceError;
use limbeck_runtime::RunError;
use limbeck_script::directive::Value;
use rustpython_vm::builtins::{PyDict, PyDictRef};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};
use serde_json::json;

use crate::error::{imported, raise};
use crate::session::Session;
use crate::value::from_value;

/// Whether env.py is running whose models come from elsewhere.
pub(crate) fn is_configured() -> bool {
    let Some(session) = Session::running() else { return false };
    // A fault in the setting is reported where the models are asked for.
    !session.in_script.get() && !matches!(session.environment.config.borrow().python(), Ok(None))
}

/// The target metadata of the `configure()` that is running, when models are compared and come from elsewhere.
pub(crate) fn target_metadata(
    session: &Rc<Session>,
    dialect: Option<&str>,
    vm: &VirtualMachine,
) -> PyResult<Option<PyObjectRef>> {
    let environment = &session.environment;
    let fail = |error: RunError| raise(error, vm);
    if !environment.task.compares() {
        return Ok(None);
    }
    let python = environment.config.borrow().python().map_err(|error| fail(error.into()))?;
    let (Some(python), Some(dialect)) = (python, dialect) else { return Ok(None) };
    let question = question(session, dialect).map_err(fail)?;
    let fault = |message: String, help: String| SourceError::new(python.location.clone(), message).help(help);
    let reply = child::ask(&python.value, environment.config.borrow().cwd(), &question);
    if environment.interrupt.is_pulled() {
        return Err(fail(RunError::Interrupted));
    }
    let found = reply
        .and_then(|text| answer::read(&text, &python.location))
        .map_err(|problem| fail(fault(problem.message(&python.value), problem.help()).into()))?;
    let build = imported("sqlalchemy._elsewhere", "metadata", vm)?;
    let mut made = Vec::with_capacity(found.metadata.len());
    for metadata in &found.metadata {
        made.push(build.call((from_value(metadata, vm),), vm)?);
    }
    Ok(Some(match (found.several, made.pop()) {
        (false, Some(one)) => one,
        (_, last) => {
            made.extend(last);
            vm.ctx.new_list(made).into()
        }
    }))
}

/// What the project's Python has to know to run env.py.
fn question(session: &Session, dialect: &str) -> Result<String, RunError> {
    let environment = &session.environment;
    let config = environment.config.borrow();
    let ini = config.ini();
    let sections: Vec<_> = std::iter::once("DEFAULT")
        .chain(ini.section_names())
        .map(|name| (name, ini.raw_items(name).filter(|(key, _)| *key != "here").collect::<Vec<_>>()))
        .collect();
    let shown = |path: &std::path::Path| path.display().to_string();
    let search_path: Vec<_> = config.prepend_sys_path()?.iter().map(|path| shown(path)).collect();
    let heads: Vec<_> = environment.history.map().heads().iter().map(|head| head.id().to_owned()).collect();
    let question = json!({
        "dialect": dialect,
        "number": session.configured.get(),
        "env_py": shown(&config.cwd().join(environment.history.directory().env_py())),
        "search_path": search_path,
        "config_file_name": config.config_file_name().map(shown),
        "section": config.section_name(),
        "here": config.here(),
        "sections": sections,
        "x_arguments": config.x_arguments(),
        "heads": heads,
    });
    Ok(question.to_string())
}

/// Functions of env.py that speak of its target metadata (`name in target_metadata.tables`) mean the one that was found.
pub(crate) fn put_in_place(
    given: &PyObject,
    found: &PyObjectRef,
    options: &PyDictRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if vm.is_none(given) {
        return Ok(());
    }
    for (_, value) in options.items_vec() {
        let Some(globals) = vm.get_attribute_opt(value, "__globals__")? else { continue };
        let Some(globals) = globals.downcast_ref::<PyDict>() else { continue };
        for (name, value) in globals.to_owned().items_vec() {
            if value.is(given) {
                globals.set_item(name.as_object(), found.clone(), vm)?;
            }
        }
    }
    Ok(())
}

/// What came back: the trees of each MetaData.
struct Found {
    /// Whether env.py gave a list.
    several: bool,
    metadata: Vec<Value>,
}
