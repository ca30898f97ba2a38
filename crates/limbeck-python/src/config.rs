//! `_limbeck`'s side of `context.config`.

use limbeck_runtime::{RunError, Task};
use limbeck_script::directive::Value;
use rustpython_vm::builtins::PyStr;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::error::raise;
use crate::session::Session;
use crate::value::from_value;

/// `get_section_option(section, name)`; in the main section also what pyproject.toml says.
pub(crate) fn get(section: &str, name: &str, vm: &VirtualMachine) -> PyResult<Option<String>> {
    let session = Session::current(vm)?;
    let config = session.environment.config.borrow();
    config.get_section_option(section, name).map_err(|error| raise(error.into(), vm))
}

/// `get_section(section)`
pub(crate) fn section(section: &str, vm: &VirtualMachine) -> PyResult {
    let session = Session::current(vm)?;
    let config = session.environment.config.borrow();
    let found = config.get_section(section).map_err(|error| raise(error.into(), vm))?;
    Ok(match found {
        None => vm.ctx.none(),
        Some(pairs) => {
            let pairs = pairs.into_iter().map(|(name, value)| (Value::Str(name), Value::Str(value))).collect();
            from_value(&Value::Dict(pairs), vm)
        }
    })
}

/// `set_section_option(section, name, value)`; `None` removes it.
pub(crate) fn set(section: &str, name: &str, value: Option<&str>, vm: &VirtualMachine) -> PyResult<()> {
    let session = Session::current(vm)?;
    let mut config = session.environment.config.borrow_mut();
    let set = match value {
        Some(value) => config.set_section_option(section, name, value),
        None => {
            config.remove_section_option(section, name);
            Ok(())
        }
    };
    set.map_err(|error| vm.new_value_error(error.to_string()))
}

/// `config.cmd_opts`: the options that env.py files ask for.
pub(crate) fn command_options(vm: &VirtualMachine) -> PyResult {
    let session = Session::current(vm)?;
    let environment = &session.environment;
    let config = environment.config.borrow();
    let x = Value::List(config.x_arguments().iter().map(Value::str).collect());
    let mut pairs = vec![
        (Value::str("x"), x),
        (Value::str("sql"), Value::Bool(environment.offline)),
        (Value::str("tag"), environment.tag.as_ref().map_or(Value::None, Value::str)),
        (Value::str("autogenerate"), Value::Bool(environment.task == Task::Autogenerate)),
    ];
    if environment.task.writes_revision()
        && let Some(revision) = environment.revisions.borrow().first()
    {
        let text = |value: Option<&String>| value.map_or(Value::None, Value::str);
        let default = |value: &String| ["", "head"].contains(&value.as_str());
        let depends_on = revision.depends_on.iter().map(Value::str).collect::<Vec<_>>();
        pairs.extend([
            (Value::str("rev_id"), text(Some(&revision.id).filter(|_| revision.id_given))),
            (Value::str("message"), text(revision.message.as_ref())),
            (Value::str("head"), text(Some(&revision.head).filter(|head| !default(head)))),
            (Value::str("splice"), Value::Bool(revision.splice)),
            (Value::str("branch_label"), text(revision.branch_labels.first())),
            (Value::str("version_path"), text(revision.version_path.as_ref())),
            (Value::str("depends_on"), if depends_on.is_empty() { Value::None } else { Value::List(depends_on) }),
        ]);
    }
    if let Some(target) = environment.task.revision_argument().first() {
        pairs.push((Value::str("revision"), Value::str(target)));
    }
    Ok(from_value(&Value::Dict(pairs), vm))
}

/// What `context.script` shows of the script directory.
pub(crate) fn script_info(what: &str, argument: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let session = Session::current(vm)?;
    let history = &session.environment.history;
    let texts = |ids: Vec<&str>| Value::Tuple(ids.into_iter().map(Value::str).collect());
    let map = history.map();
    let value = match what {
        "dir" => Value::Str(history.directory().dir().display().to_string()),
        "heads" => texts(map.heads().iter().map(|r| r.id()).collect()),
        "bases" => texts(map.bases().iter().map(|r| r.id()).collect()),
        "current_head" => match map.heads().as_slice() {
            [] => Value::None,
            [one] => Value::str(one.id()),
            _ => {
                return Err(raise(
                    RunError::command(
                        "The script directory has multiple heads (due to branching).Please use get_heads(), or merge the branches using \
                         alembic merge.",
                    ),
                    vm,
                ));
            }
        },
        "revision" => {
            let id = argument.as_ref().and_then(|id| id.downcast_ref::<PyStr>()).and_then(|id| id.to_str());
            match id.and_then(|id| map.get(id)) {
                None => Value::None,
                Some(revision) => {
                    let script = history.script(revision.id());
                    let list = |items: &[String]| Value::Tuple(items.iter().map(Value::str).collect());
                    let entry = |name: &str, value: Value| (Value::str(name), value);
                    Value::Dict(vec![
                        entry("revision", Value::str(revision.id())),
                        entry("down_revision", list(revision.down_revisions())),
                        entry("dependencies", list(revision.depends_on())),
                        entry("branch_labels", texts(revision.branch_labels())),
                        entry("doc", Value::str(script.map_or("", |script| script.doc.as_str()))),
                        entry("path", Value::str(script.map_or(String::new(), |s| s.path.display().to_string()))),
                        entry("is_head", Value::Bool(revision.is_head())),
                        entry("is_base", Value::Bool(revision.is_base())),
                    ])
                }
            }
        }
        other => return Err(vm.new_value_error(format!("nothing is known of \"{other}\" here"))),
    };
    Ok(from_value(&value, vm))
}
