//! Between Python objects and the values that the binder understands.

use limbeck_core::expression::Literal;
use limbeck_core::source::Location;
use limbeck_script::directive::{Absent, Call, Value};
use rustpython_vm::builtins::{PyBytes, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PySet, PyStr, PyTuple, PyType};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

/// How deep values may nest before it must be a cycle.
const MAX_DEPTH: usize = 200;

/// A Python object as a value. What is neither data nor a construct becomes [`Value::Name`] `python.opaque.CLASS`, which the binder
/// refuses where it would matter.
pub(crate) fn to_value(object: &PyObject, place: &Location, vm: &VirtualMachine) -> PyResult<Value> {
    convert(object, place, 0, vm)
}

fn convert(object: &PyObject, place: &Location, depth: usize, vm: &VirtualMachine) -> PyResult<Value> {
    if depth > MAX_DEPTH {
        return Err(vm.new_recursion_error("a value that is handed to the database contains itself"));
    }
    let inner = |object: &PyObjectRef| convert(object, place, depth + 1, vm);
    let all = |items: Vec<PyObjectRef>| items.iter().map(inner).collect::<PyResult<Vec<_>>>();
    let class = object.class();
    if vm.is_none(object) {
        return Ok(Value::None);
    }
    // Exact classes of plain data first: that is nearly everything.
    if class.is(vm.ctx.types.str_type) {
        return text(object, vm).map(Value::Str);
    }
    if class.is(vm.ctx.types.bool_type) {
        return object.to_owned().is_true(vm).map(Value::Bool);
    }
    if class.is(vm.ctx.types.int_type) {
        return integer(object, vm);
    }
    if let Some(tuple) = object.downcast_ref_if_exact::<PyTuple>(vm) {
        return all(tuple.as_slice().to_vec()).map(Value::Tuple);
    }
    if let Some(list) = object.downcast_ref_if_exact::<PyList>(vm) {
        let items = list.borrow_vec().to_vec();
        return all(items).map(Value::List);
    }
    if let Some(class) = object.downcast_ref::<PyType>() {
        return class_value(class.as_object(), place, depth, vm);
    }
    if let Some(method) = vm.get_attribute_opt(object.to_owned(), "__limbeck__")? {
        let tree = method.call((), vm)?;
        return construct(&tree, place, depth, vm);
    }
    if let Some(dict) = object.downcast_ref::<PyDict>() {
        let pairs = dict.items_vec();
        return pairs.iter().map(|(k, v)| Ok((inner(k)?, inner(v)?))).collect::<PyResult<_>>().map(Value::Dict);
    }
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        return Ok(Value::Float(float.to_f64()));
    }
    if let Some(bytes) = object.downcast_ref::<PyBytes>() {
        return Ok(Value::Bytes(bytes.as_bytes().to_vec()));
    }
    if let Some(value) = standard_library_value(object, place, depth, vm)? {
        return Ok(value);
    }
    if object.downcast_ref::<PyStr>().is_some() {
        return text(object, vm).map(Value::Str);
    }
    if object.downcast_ref::<PyInt>().is_some() {
        return integer(object, vm);
    }
    if object.downcast_ref::<PyTuple>().is_some() {
        return vm.extract_elements_with(object, Ok).and_then(all).map(Value::Tuple);
    }
    if object.downcast_ref::<PyList>().is_some() {
        return vm.extract_elements_with(object, Ok).and_then(all).map(Value::List);
    }
    if object.downcast_ref::<PySet>().is_some() || object.downcast_ref::<PyFrozenSet>().is_some() {
        return vm.extract_elements_with(object, Ok).and_then(all).map(Value::Set);
    }
    Ok(Value::Name(format!("python.opaque.{}", class.name())))
}

fn text(object: &PyObject, vm: &VirtualMachine) -> PyResult<String> {
    let text = object.downcast_ref::<PyStr>().ok_or_else(|| vm.new_type_error("a str is needed here"))?;
    // Half a surrogate pair has no UTF-8; no database takes it.
    text.to_str()
        .map(str::to_owned)
        .ok_or_else(|| vm.new_value_error("a string with lone surrogates cannot be handed to a database"))
}

fn integer(object: &PyObject, vm: &VirtualMachine) -> PyResult<Value> {
    let text = object.str(vm)?;
    text.to_str()
        .and_then(|digits| digits.parse().ok())
        .map(Value::Int)
        .ok_or_else(|| vm.new_overflow_error("an integer is too large for any database"))
}

/// A class that is not called: a type by its name, or by the instance it stands for.
fn class_value(class: &PyObject, place: &Location, depth: usize, vm: &VirtualMachine) -> PyResult<Value> {
    if let Some(method) = vm.get_attribute_opt(class.to_owned(), "__limbeck_class__")? {
        let tree = method.call((), vm)?;
        return construct(&tree, place, depth, vm);
    }
    if let Some(name) = vm.get_attribute_opt(class.to_owned(), "__limbeck_name__")? {
        return text(&name, vm).map(Value::Name);
    }
    let name = class.get_attr("__name__", vm)?;
    Ok(Value::Name(format!("python.opaque.{}", text(&name, vm)?)))
}

/// `(name, args, kwargs)`
fn construct(tree: &PyObject, place: &Location, depth: usize, vm: &VirtualMachine) -> PyResult<Value> {
    let wrong = || vm.new_type_error("__limbeck__() must give (name, args, kwargs)");
    let tuple = tree.downcast_ref::<PyTuple>().ok_or_else(wrong)?;
    let [name, args, kwargs] = tuple.as_slice() else { return Err(wrong()) };
    let name = text(name, vm)?;
    let args: Vec<PyObjectRef> = vm.extract_elements_with(args, Ok)?;
    let kwargs = kwargs.downcast_ref::<PyDict>().ok_or_else(wrong)?;
    let mut values = Vec::with_capacity(args.len());
    for argument in &args {
        values.push(convert(argument, place, depth + 1, vm)?);
    }
    let mut named = Vec::new();
    for (key, value) in kwargs.items_vec() {
        named.push((text(&key, vm)?, convert(&value, place, depth + 1, vm)?));
    }
    if name == "python.value" {
        return values.into_iter().next().ok_or_else(wrong);
    }
    if name == "limbeck.absent" {
        let part = |at: usize| values.get(at).and_then(Value::as_str).unwrap_or_default().to_owned();
        return Ok(Value::Absent(Box::new(Absent { expression: part(0), module: part(1), location: place.clone() })));
    }
    Ok(Value::Call(Box::new(Call { name, args: values, kwargs: named, location: place.clone() })))
}

/// Dates, decimals, UUIDs and enum members, as the calls that would make them.
fn standard_library_value(
    object: &PyObject,
    place: &Location,
    depth: usize,
    vm: &VirtualMachine,
) -> PyResult<Option<Value>> {
    let class = object.class();
    let module = class.as_object().get_attr("__module__", vm)?;
    let module = module.downcast_ref::<PyStr>().and_then(|m| m.to_str()).unwrap_or_default().to_owned();
    let isoformat = |name: &str| -> PyResult<Option<Value>> {
        let iso = text(&*vm.call_method(object, "isoformat", ())?, vm)?;
        Ok(Some(Value::call(name, vec![Value::Str(iso)], place.clone())))
    };
    let plain = |name: &str| -> PyResult<Option<Value>> {
        let shown = object.str(vm)?;
        Ok(Some(Value::call(name, vec![Value::Str(text(shown.as_object(), vm)?)], place.clone())))
    };
    match (module.as_str(), &*class.name()) {
        ("datetime" | "_pydatetime" | "_datetime", "datetime") => isoformat("datetime.datetime"),
        ("datetime" | "_pydatetime" | "_datetime", "date") => isoformat("datetime.date"),
        ("datetime" | "_pydatetime" | "_datetime", "time") => isoformat("datetime.time"),
        ("datetime" | "_pydatetime" | "_datetime", "timedelta") => {
            let seconds = vm.call_method(object, "total_seconds", ())?;
            let seconds = convert(&seconds, place, depth + 1, vm)?;
            Ok(Some(Value::call("datetime.timedelta", vec![Value::Int(0), seconds], place.clone())))
        }
        ("decimal" | "_pydecimal" | "_decimal", "Decimal") => plain("decimal.Decimal"),
        ("uuid", "UUID") => plain("uuid.UUID"),
        _ => enum_member(object, place, depth, vm),
    }
}

/// A member of an `enum.Enum` by its value when that is data, else by its name.
fn enum_member(object: &PyObject, place: &Location, depth: usize, vm: &VirtualMachine) -> PyResult<Option<Value>> {
    if vm.get_attribute_opt(object.class().to_owned().into(), "__members__")?.is_none() {
        return Ok(None);
    }
    let value = object.get_attr("value", vm)?;
    let is_data = object.downcast_ref::<PyStr>().is_some() || object.downcast_ref::<PyInt>().is_some();
    let chosen = if is_data { value } else { object.get_attr("name", vm)? };
    convert(&chosen, place, depth + 1, vm).map(Some)
}

/// Positional and keyword arguments.
pub(crate) type Arguments = (Vec<Value>, Vec<(String, Value)>);

/// The arguments of a directive as values.
pub(crate) fn arguments(
    args: &PyObject,
    kwargs: &PyObject,
    place: &Location,
    vm: &VirtualMachine,
) -> PyResult<Arguments> {
    let args: Vec<PyObjectRef> = vm.extract_elements_with(args, Ok)?;
    let args = args.iter().map(|value| to_value(value, place, vm)).collect::<PyResult<_>>()?;
    Ok((args, keywords(kwargs, place, vm)?))
}

/// A dict with string keys as named values.
pub(crate) fn keywords(dict: &PyObject, place: &Location, vm: &VirtualMachine) -> PyResult<Vec<(String, Value)>> {
    let Some(dict) = dict.downcast_ref::<PyDict>() else { return Ok(Vec::new()) };
    dict.items_vec().iter().map(|(key, value)| Ok((text(key, vm)?, to_value(value, place, vm)?))).collect()
}

/// A plain value as a Python object: what configuration, reflection and the like give back.
pub(crate) fn from_value(value: &Value, vm: &VirtualMachine) -> PyObjectRef {
    let all = |items: &[Value]| items.iter().map(|item| from_value(item, vm)).collect::<Vec<_>>();
    match value {
        Value::None => vm.ctx.none(),
        Value::Bool(flag) => vm.ctx.new_bool(*flag).into(),
        Value::Int(number) => vm.ctx.new_int(*number).into(),
        Value::Float(number) => vm.ctx.new_float(*number).into(),
        Value::Str(text) | Value::Name(text) => vm.ctx.new_str(text.as_str()).into(),
        Value::Bytes(bytes) => vm.ctx.new_bytes(bytes.clone()).into(),
        Value::List(items) | Value::Set(items) => vm.ctx.new_list(all(items)).into(),
        Value::Tuple(items) => vm.ctx.new_tuple(all(items)).into(),
        Value::Dict(pairs) => {
            let dict = vm.ctx.new_dict();
            for (key, value) in pairs {
                // Keys are strings and numbers here, which always hash.
                let _ = dict.set_item(from_value(key, vm).as_object(), from_value(value, vm), vm);
            }
            dict.into()
        }
        Value::Call(call) => {
            let kwargs = vm.ctx.new_dict();
            for (name, value) in &call.kwargs {
                let _ = kwargs.set_item(name.as_str(), from_value(value, vm), vm);
            }
            let args = vm.ctx.new_tuple(all(&call.args)).into();
            vm.ctx.new_tuple(vec![vm.ctx.new_str(call.name.as_str()).into(), args, kwargs.into()]).into()
        }
        Value::Absent(_) => vm.ctx.none(),
    }
}

/// A value that the database gave, as the driver would hand it to a script.
pub(crate) fn from_literal(literal: &Literal, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
    let made = |module: &'static str, class: &'static str, method: Option<&'static str>, text: &str| {
        let class = vm.import(module, 0)?.get_attr(class, vm)?;
        match method {
            Some(method) => vm.call_method(&class, method, (text.to_owned(),)),
            None => class.call((text.to_owned(),), vm),
        }
    };
    Ok(match literal {
        Literal::Null => vm.ctx.none(),
        Literal::Bool(flag) => vm.ctx.new_bool(*flag).into(),
        Literal::Int(number) => vm.ctx.new_int(*number).into(),
        Literal::Float(number) => vm.ctx.new_float(*number).into(),
        Literal::Text(text) => vm.ctx.new_str(text.as_str()).into(),
        Literal::Bytes(bytes) => vm.ctx.new_bytes(bytes.clone()).into(),
        Literal::Decimal(text) => made("decimal", "Decimal", None, text)?,
        Literal::Uuid(text) => made("uuid", "UUID", None, text)?,
        Literal::Date(text) => made("datetime", "date", Some("fromisoformat"), text)?,
        Literal::Time(text) => made("datetime", "time", Some("fromisoformat"), text)?,
        Literal::DateTime(text) => made("datetime", "datetime", Some("fromisoformat"), text)?,
        Literal::Json(text) => vm.call_method(&*vm.import("json", 0)?, "loads", (text.clone(),))?,
        Literal::Interval(seconds) => {
            let class = vm.import("datetime", 0)?.get_attr("timedelta", vm)?;
            class.call((0, *seconds), vm)?
        }
        Literal::List(items) => {
            let items = items.iter().map(|item| from_literal(item, vm)).collect::<PyResult<Vec<_>>>()?;
            vm.ctx.new_list(items).into()
        }
    })
}
