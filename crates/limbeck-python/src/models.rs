//! env.py's `target_metadata`, and the functions that it wants asked when that is compared with a database.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::{Rc, Weak};

use limbeck_core::autogenerate::{ColumnOf, Item, ItemKind};
use limbeck_core::schema::{Sequence, Table, TableName, TokenMaker};
use limbeck_core::source::{Location, SourceError};
use limbeck_runtime::{ColumnQuestion, ConfigureOptions, RunError, TargetMetadata};
use limbeck_script::binder;
use limbeck_script::directive::{Call, Value};
use limbeck_script::trees::sequence_tree;
use rustpython_vm::builtins::{PyList, PyStr, PyTuple};
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::error::{imported, raise};
use crate::inspect::show_type;
use crate::interpreter::Python;
use crate::session::Session;
use crate::tree::table_tree;
use crate::value::{from_value, to_value};

/// Functions by the names that `configure()` takes them under.
#[derive(Default)]
pub(crate) struct Functions(Vec<(String, PyObjectRef)>);

impl Functions {
    pub fn add(&mut self, name: &str, function: PyObjectRef, vm: &VirtualMachine) {
        if !vm.is_none(&function) {
            self.0.push((name.to_owned(), function));
        }
    }

    pub fn get(&self, name: &str) -> Option<&PyObjectRef> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, function)| function)
    }

    /// A function that compares is asked.
    pub fn asked(&self, options: &mut ConfigureOptions) {
        options.compare_type |= self.get("compare_type").is_some();
        options.compare_server_default |= self.get("compare_server_default").is_some();
    }
}

/// What was registered that changes a comparison.
const CHANGES_COMPARISON: [&str; 1] = ["impl"];

/// The models, as the objects that env.py handed over; they are read when a comparison asks for them.
pub(crate) struct Models {
    /// Weak: the session's own environment holds this.
    session: Weak<Session>,
    python: Python,
    metadata: PyObjectRef,
    functions: Functions,
    place: Location,
    /// Columns whose default the database makes by itself (`FetchedValue`): there is nothing to compare it with.
    fetched: RefCell<HashSet<(TableName, String)>>,
}

impl Models {
    pub fn new(session: &Rc<Session>, metadata: PyObjectRef, functions: Functions, place: Location) -> Self {
        Models {
            session: Rc::downgrade(session),
            python: session.python.clone(),
            metadata,
            functions,
            place,
            fetched: RefCell::default(),
        }
    }

    fn enter<T>(&self, action: impl FnOnce(&Rc<Session>, &VirtualMachine) -> PyResult<T>) -> Result<T, RunError> {
        let session =
            self.session.upgrade().ok_or_else(|| RunError::command("the models are gone: env.py has ended"))?;
        self.python.enter(|vm| {
            let _entered = session.enter();
            action(&session, vm)
        })
    }

    fn fault(&self, message: impl Into<String>) -> SourceError {
        SourceError::new(self.place.clone(), message)
    }

    /// The MetaData, or several.
    fn each(&self) -> Vec<PyObjectRef> {
        match self.metadata.downcast_ref::<PyList>() {
            Some(several) => several.borrow_vec().to_vec(),
            None => vec![self.metadata.clone()],
        }
    }

    /// A MetaData as values.
    fn read(&self, metadata: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Call> {
        let refuse = |error: SourceError| raise(RunError::Source(error), vm);
        let keep = imported("sqlalchemy._trees", "keep", vm)?;
        keep.call((true,), vm)?;
        let value = to_value(metadata, &self.place, vm);
        keep.call((false,), vm)?;
        match value? {
            Value::Call(call) if call.name == "sqlalchemy.MetaData" => Ok(*call),
            Value::Absent(absent) => {
                let message = format!(
                    "target_metadata depends on {}, and module {} could not be imported",
                    absent.expression, absent.module
                );
                let help = importable(&absent.module);
                Err(refuse(self.fault(message).help(help)))
            }
            _ => Err(refuse(self.fault("target_metadata must be a MetaData, or a list of them"))),
        }
    }

    fn tables_of(&self, metadata: &PyObjectRef, dialect: &str, vm: &VirtualMachine) -> PyResult<Vec<Table>> {
        let refuse = |error: SourceError| raise(RunError::Source(error), vm);
        let call = self.read(metadata, vm)?;
        self.require_whole(metadata, vm)?;
        let convention: Vec<_> = call.kwargs.iter().filter(|(name, _)| name == "naming_convention").cloned().collect();
        let maker = self.session.upgrade().map(|session| token_maker(&session, metadata.clone()));
        let mut tables = Vec::new();
        for mut table in call.args {
            let fetched = fetched_columns(&table);
            if let Value::Call(table) = &mut table
                && !convention.is_empty()
            {
                let metadata = Call {
                    name: "sqlalchemy.MetaData".into(),
                    args: Vec::new(),
                    kwargs: convention.clone(),
                    location: self.place.clone(),
                };
                table.kwargs.push(("metadata".into(), Value::Call(Box::new(metadata))));
            }
            let table = binder::bind_table(&table, dialect, maker.as_ref(), &self.place).map_err(refuse)?;
            self.fetched.borrow_mut().extend(fetched.into_iter().map(|column| (table.name.clone(), column)));
            tables.push(table);
        }
        Ok(tables)
    }

    /// Refuses a table of a class that has a base class or an attribute from a module that is not there: columns may be missing.
    fn require_whole(&self, metadata: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let tables = metadata.get_attr("tables", vm)?;
        let values = vm.call_method(&tables, "values", ())?;
        let tables: Vec<PyObjectRef> = vm.extract_elements_with(&values, Ok)?;
        for table in tables {
            let Some(absent) = vm.get_attribute_opt(table, "_limbeck_absent")? else { continue };
            let parts: Vec<String> = absent
                .downcast_ref::<PyTuple>()
                .map(|parts| parts.as_slice().iter().map(text_of).collect())
                .unwrap_or_default();
            let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
            let (class, what, expression, module) = (part(0), part(1), part(2), part(3));
            let message = format!(
                "the model {class} cannot be compared with the database: its {what} is {expression}, and module {module} could not be imported"
            );
            let help = importable(&module);
            return Err(raise(RunError::Source(self.fault(message).help(help)), vm));
        }
        Ok(())
    }

    /// Calls a hook of the facade with a function of env.py. Hooks about objects are given specs, which are looked up in the metadata.
    fn ask(
        &self,
        hook: &'static str,
        function: &PyObjectRef,
        arguments: &[Value],
        about_objects: bool,
    ) -> Result<Option<bool>, RunError> {
        self.enter(|_, vm| {
            let hook = imported("alembic._hooks", hook, vm)?;
            let mut all = vec![function.clone()];
            all.extend(arguments.iter().map(|argument| from_value(argument, vm)));
            if about_objects {
                all.push(self.metadata.clone());
            }
            let answer = hook.call(all, vm)?;
            if vm.is_none(&answer) { Ok(None) } else { answer.try_to_bool(vm).map(Some) }
        })
    }
}

/// Calls the functions of a naming convention. They are given tables and constraints of `metadata`, where it has them.
pub(crate) fn token_maker(session: &Rc<Session>, metadata: PyObjectRef) -> TokenMaker {
    let (python, session) = (session.python.clone(), Rc::downgrade(session));
    TokenMaker::new(move |number, subject| {
        let Some(session) = session.upgrade() else { return Err("env.py has ended".into()) };
        let table = |table: &TableName| Value::Tuple(vec![optional(table.schema.as_deref()), Value::str(&table.name)]);
        let texts = |items: &[String]| Value::List(items.iter().map(Value::str).collect());
        let about = Value::Tuple(vec![
            Value::Int(number as i128),
            Value::str(subject.kind),
            table(subject.table),
            texts(subject.columns),
            subject.referred_table.map_or(Value::None, table),
            texts(subject.referred_columns),
            optional(subject.given),
        ]);
        let made = python.enter(|vm| {
            let _entered = session.enter();
            let hook = imported("alembic._hooks", "name_token", vm)?;
            let made = hook.call((from_value(&about, vm), metadata.clone()), vm)?;
            Ok(text_of(&made.str(vm)?.into()))
        });
        made.map_err(|error: RunError| error.to_string())
    })
}

fn importable(module: &str) -> String {
    format!(
        "make {module} importable (prepend_sys_path in alembic.ini), or let the project's own Python load the models ([limbeck] python)"
    )
}

/// The names of a table's columns with a `FetchedValue`.
fn fetched_columns(table: &Value) -> Vec<String> {
    let is_fetched = |value: &Value| match value {
        Value::Call(call) => call.name == "sqlalchemy.FetchedValue",
        Value::Name(name) => name == "sqlalchemy.FetchedValue",
        _ => false,
    };
    let Value::Call(table) = table else { return Vec::new() };
    let columns = table.args.iter().filter_map(|item| match item {
        Value::Call(call) if call.name == "sqlalchemy.Column" => Some(call),
        _ => None,
    });
    let fetched = columns.filter(|column| {
        column.args.iter().any(is_fetched)
            || column.kwargs.iter().any(|(name, value)| name == "server_default" && is_fetched(value))
    });
    fetched.filter_map(|column| column.args.first().and_then(Value::as_str).map(str::to_owned)).collect()
}

fn text_of(object: &PyObjectRef) -> String {
    object.downcast_ref::<PyStr>().and_then(|text| text.to_str()).unwrap_or_default().to_owned()
}

fn optional(text: Option<&str>) -> Value {
    text.map_or(Value::None, Value::str)
}

/// How the facade is told which object is meant.
fn spec(item: &Item<'_>) -> Value {
    let (source, what) = match item.reflected {
        true => ("reflected", table_tree(item.table)),
        false => ("model", Value::Str(item.table.name.full_name())),
    };
    let columns = Value::List(item.columns.iter().map(Value::str).collect());
    Value::Tuple(vec![Value::str(source), what, Value::str(item.kind.as_str()), optional(item.name), columns])
}

fn column_spec(column: ColumnOf<'_>, reflected: bool) -> Value {
    spec(&Item {
        kind: ItemKind::Column,
        name: Some(&column.column.name),
        columns: &[],
        table: column.table,
        reflected,
    })
}

/// Packages that env.py imports for what they add to a comparison.
fn warn_of_absent_extensions(vm: &VirtualMachine) -> PyResult<()> {
    let names = imported("_limbeck_absent", "of_autogenerate", vm)?.call((), vm)?;
    for name in vm.extract_elements_with(&names, |name| name.try_into_value::<String>(vm))? {
        log::warn!(target: "limbeck", "{name} could not be imported: what it compares with the database is not compared");
    }
    Ok(())
}

impl TargetMetadata for Models {
    fn tables(&self, dialect: &str) -> Result<Vec<Vec<Table>>, RunError> {
        self.enter(|session, vm| {
            if let Some(kind) =
                session.registered.borrow().iter().find(|kind| CHANGES_COMPARISON.contains(&kind.as_str()))
            {
                let message =
                    format!("env.py changes how models and database are compared ({kind}), which limbeck cannot do");
                return Err(raise(RunError::Source(self.fault(message)), vm));
            }
            warn_of_absent_extensions(vm)?;
            self.each().iter().map(|metadata| self.tables_of(metadata, dialect, vm)).collect()
        })
    }

    fn sequences(&self, dialect: &str) -> Result<Vec<Sequence>, RunError> {
        self.enter(|_, vm| {
            let mut found: Vec<Sequence> = Vec::new();
            for metadata in self.each() {
                let call = self.read(&metadata, vm)?;
                let all = binder::bind_sequences(&call, dialect).map_err(|error| raise(RunError::Source(error), vm))?;
                let known = |sequence: &Sequence| found.iter().any(|other| other.name == sequence.name);
                let new: Vec<Sequence> = all.into_iter().filter(|sequence| !known(sequence)).collect();
                found.extend(new);
            }
            Ok(found)
        })
    }

    fn include_sequence(
        &self,
        sequence: &Sequence,
        reflected: bool,
        other: Option<&Sequence>,
    ) -> Result<bool, RunError> {
        let Some(function) = self.functions.get("include_object") else { return Ok(true) };
        let spec = |sequence: &Sequence, reflected: bool| {
            let source = if reflected { "reflected" } else { "model" };
            Value::Tuple(vec![
                Value::str(source),
                sequence_tree(sequence),
                Value::str("sequence"),
                Value::str(&sequence.name.name),
            ])
        };
        let other = other.map_or(Value::None, |other| spec(other, true));
        let (name, kind) = (Value::str(&sequence.name.name), Value::str("sequence"));
        let arguments = [spec(sequence, reflected), name, kind, Value::Bool(reflected), other];
        self.ask("include_object", function, &arguments, true).map(|answer| answer.unwrap_or(false))
    }

    fn include_name(
        &self,
        kind: &str,
        name: Option<&str>,
        parents: &[(&str, Option<String>)],
    ) -> Result<bool, RunError> {
        let Some(function) = self.functions.get("include_name") else { return Ok(true) };
        let parents = parents.iter().map(|(name, value)| (Value::str(*name), optional(value.as_deref()))).collect();
        let arguments = [optional(name), Value::str(kind), Value::Dict(parents)];
        self.ask("include_name", function, &arguments, false).map(|answer| answer.unwrap_or(false))
    }

    fn include_object(&self, item: Item<'_>, other: Option<Item<'_>>) -> Result<bool, RunError> {
        let Some(function) = self.functions.get("include_object") else { return Ok(true) };
        let other = other.as_ref().map_or(Value::None, spec);
        let arguments =
            [spec(&item), optional(item.name), Value::str(item.kind.as_str()), Value::Bool(item.reflected), other];
        self.ask("include_object", function, &arguments, true).map(|answer| answer.unwrap_or(false))
    }

    fn compare_type(&self, question: &ColumnQuestion<'_>) -> Result<Option<bool>, RunError> {
        let Some(function) = self.functions.get("compare_type") else { return Ok(None) };
        let inspected = show_type(&question.database.column.sql_type);
        let arguments = [column_spec(question.database, true), column_spec(question.model, false), inspected];
        self.ask("compare_type", function, &arguments, true)
    }

    fn compare_server_default(&self, question: &ColumnQuestion<'_>) -> Result<Option<bool>, RunError> {
        let model = (question.model.table.name.clone(), question.model.column.name.clone());
        let Some(function) = self.functions.get("compare_server_default") else {
            return Ok(self.fetched.borrow().contains(&model).then_some(false));
        };
        let arguments = [
            column_spec(question.database, true),
            column_spec(question.model, false),
            optional(question.database_default.as_deref()),
            optional(question.model_default.as_deref()),
        ];
        self.ask("compare_server_default", function, &arguments, true)
    }
}
