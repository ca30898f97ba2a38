//! script.py.mako and write hooks, where they take Python.

use std::rc::Rc;

use limbeck_core::source::SourceError;
use limbeck_runtime::{EnvironmentContext, RunError};
use limbeck_script::directive::Value;
use limbeck_script::template::{CreateDate, DynamicTemplate, TemplateRunner, Value as Name};
use rustpython_vm::builtins::PyTuple;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::error::imported;
use crate::interpreter::Python;
use crate::session::Session;
use crate::value::from_value;

/// Runs templates and hooks with what env.py has left behind.
pub struct PythonTemplates {
    python: Python,
    context: Rc<EnvironmentContext>,
}

impl PythonTemplates {
    /// After `context` was run by `python`, or without any env.py.
    pub fn new(python: Python, context: Rc<EnvironmentContext>) -> Self {
        PythonTemplates { python, context }
    }

    fn enter<T>(&self, action: impl FnOnce(&VirtualMachine) -> PyResult<T>) -> Result<T, RunError> {
        let session = Session::new(self.context.clone(), self.python.clone());
        let _entered = session.enter();
        let result = self.python.enter(|vm| {
            imported("alembic._state", "begin_run", vm)?.call((), vm)?;
            action(vm)
        });
        session.close_connections();
        result
    }

    /// Whether env.py has registered a hook of that type.
    pub fn has_hook(&self, kind: &str) -> bool {
        self.python.write_hook(kind).is_some()
    }

    /// Calls the hook that env.py registered.
    ///
    /// # Errors
    /// The exception that it raised.
    pub fn run_hook(&self, kind: &str, file: &str, options: &[(String, String)]) -> Result<(), RunError> {
        let Some(function) = self.python.write_hook(kind) else {
            return Err(RunError::command(format!("No formatter with name '{kind}' registered")));
        };
        let options = options.iter().map(|(name, value)| (Value::str(name), Value::str(value))).collect();
        self.enter(|vm| {
            let options = from_value(&Value::Dict(options), vm);
            function.call((vm.ctx.new_str(file), options), vm).map(drop)
        })
    }
}

impl TemplateRunner for PythonTemplates {
    fn required(&self) -> bool {
        self.python.has_template_arguments()
    }

    fn run(&self, template: &DynamicTemplate) -> Result<String, SourceError> {
        let rendered = self.enter(|vm| render(&self.python, template, vm));
        let fault = |line: u32, message: String| SourceError::new(template.file.at(line, 0), message);
        match rendered {
            Ok((Some(text), ..)) => Ok(text),
            Ok((None, message, line)) => Err(fault(line, message.unwrap_or_default())),
            Err(RunError::Source(error)) => Err(error),
            Err(error) => Err(fault(0, error.to_string())),
        }
    }
}

type Rendered = (Option<String>, Option<String>, u32);

fn render(python: &Python, template: &DynamicTemplate, vm: &VirtualMachine) -> PyResult<Rendered> {
    let file = template.file.path.display().to_string();
    let mut names = Vec::new();
    let mut date = vm.ctx.none();
    for (name, value) in &template.names {
        match value {
            Name::Date(value) => date = date_parts(value, vm),
            value => names.push((Value::str(name), plain(value))),
        }
    }
    let lines: Vec<PyObjectRef> = template.lines.iter().map(|line| vm.ctx.new_int(*line).into()).collect();
    let arguments = (
        vm.ctx.new_str(template.source.as_str()),
        vm.ctx.new_str(file),
        vm.ctx.new_list(lines),
        from_value(&Value::Dict(names), vm),
        date,
        python.template_arguments(vm),
    );
    let rendered = imported("_limbeck_mako", "render", vm)?.call(arguments, vm)?;
    Ok((
        rendered.get_item(&0, vm)?.try_into_value(vm)?,
        rendered.get_item(&1, vm)?.try_into_value(vm)?,
        rendered.get_item(&2, vm)?.try_into_value(vm)?,
    ))
}

/// A template's value as a directive's.
fn plain(value: &Name) -> Value {
    let all = |items: &[Name]| items.iter().map(plain).collect();
    match value {
        Name::Bool(flag) => Value::Bool(*flag),
        Name::Int(number) => Value::Int((*number).into()),
        Name::Str(text) => Value::str(text),
        Name::List(items) => Value::List(all(items)),
        Name::Tuple(items) => Value::Tuple(all(items)),
        // Objects that Python has its own of.
        Name::None | Name::Undefined(_) | Name::Date(_) | Name::Config | Name::Context | Name::Re => Value::None,
    }
}

/// Numbers, offset, name of the zone.
fn date_parts(date: &CreateDate, vm: &VirtualMachine) -> PyObjectRef {
    let parts = date.parts().iter().map(|part| vm.ctx.new_int(*part).into()).collect();
    let (offset, zone) = match date.offset() {
        Some((seconds, zone)) => (vm.ctx.new_int(seconds).into(), vm.ctx.new_str(zone).into()),
        None => (vm.ctx.none(), vm.ctx.none()),
    };
    PyTuple::new_ref(vec![vm.ctx.new_tuple(parts).into(), offset, zone], &vm.ctx).into()
}
