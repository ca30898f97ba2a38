//! Headers of version scripts that are not plain data.

use limbeck_core::source::SourceError;
use limbeck_script::directive::Value;
use limbeck_script::directory::{DynamicScript, EvaluatedHeader};
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use crate::environment::load;
use crate::interpreter::Python;
use crate::value::to_value;

/// Loads the script to see what its `revision`, `down_revision`, `branch_labels` and `depends_on` are.
///
/// # Errors
/// The script raises an exception, or a variable is neither None, a string nor a collection of strings.
pub fn evaluate_header(python: &Python, script: &DynamicScript) -> Result<EvaluatedHeader, SourceError> {
    let found = python.enter(|vm| {
        let path = script.path.display().to_string();
        let module = load("version", &path, &script.source, vm)?;
        let read = |name: &'static str| variable(&module, name, script, vm);
        Ok([read("revision")?, read("down_revision")?, read("branch_labels")?, read("depends_on")?, read("__doc__")?])
    });
    let [revision, down_revision, branch_labels, depends_on, doc] = found.map_err(|error| {
        SourceError::new(script.location.clone(), format!("`{}` could not be evaluated: {error}", script.name))
    })?;
    let docstring = doc.as_ref().and_then(Value::as_str).map(str::to_owned);
    let names = |name: &str, value: Option<Value>| match value {
        None => Ok(None),
        Some(value) => names_of(&value).map(Some).ok_or_else(|| {
            let message = format!("`{name}` must be None, a string or a tuple of strings, not {}", value.type_name());
            SourceError::new(script.location.clone(), message)
        }),
    };
    Ok(EvaluatedHeader {
        revision: names("revision", revision)?.and_then(|names| names.into_iter().next()),
        down_revision: names("down_revision", down_revision)?,
        doc: docstring,
        branch_labels: names("branch_labels", branch_labels)?.unwrap_or_default(),
        depends_on: names("depends_on", depends_on)?.unwrap_or_default(),
    })
}

fn variable(
    module: &PyObject,
    name: &'static str,
    script: &DynamicScript,
    vm: &VirtualMachine,
) -> PyResult<Option<Value>> {
    let found = vm.get_attribute_opt(module.to_owned(), name)?;
    found.map(|value| to_value(&value, &script.location, vm)).transpose()
}

fn names_of(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::None => Some(Vec::new()),
        Value::Str(one) => Some(vec![one.clone()]),
        other => other.as_items()?.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
    }
}
