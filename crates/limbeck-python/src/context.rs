//! `_limbeck`'s side of `alembic.context`.

use std::io::Write;
use std::rc::Rc;

use limbeck_core::autogenerate::take_late_keys;
use limbeck_core::operation::Operation;
use limbeck_core::schema::Constraint;
use limbeck_core::source::Location;
use limbeck_dialect::{BindMode, Dialect, TypeMemory};
use limbeck_runtime::{
    ConfigureOptions, MigrationContext, RenderItems, RunError, SharedConnection, VersionApply, refusal,
};
use limbeck_script::binder;
use limbeck_script::directive::{Call, Value};
use rustpython_vm::builtins::{PyDict, PyDictRef, PyStr, PyTupleRef};
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::elsewhere;
use crate::error::{imported, raise};
use crate::hooks::{HookRules, ItemFunction, process_revision};
use crate::interpreter::Python;
use crate::models::{Functions, Models, token_maker};
use crate::session::Session;
use crate::value::{from_value, to_value};

/// Does something with the migration context; its errors become exceptions.
pub(crate) fn with_migration<T>(
    vm: &VirtualMachine,
    action: impl FnOnce(&Rc<MigrationContext>) -> Result<T, RunError>,
) -> PyResult<T> {
    let session = Session::current(vm)?;
    let migration = session.environment.configured().map_err(|error| raise(error, vm))?;
    action(&migration).map_err(|error| raise(error, vm))
}

/// Strings as a Python tuple.
pub(crate) fn text_tuple(items: &[String], vm: &VirtualMachine) -> PyTupleRef {
    vm.ctx.new_tuple(items.iter().map(|item| vm.ctx.new_str(item.as_str()).into()).collect())
}

/// A dialect by its name.
pub(crate) fn dialect(name: &str, vm: &VirtualMachine) -> PyResult<Rc<dyn Dialect>> {
    limbeck_dialect::by_name(name)
        .ok_or_else(|| raise(RunError::command(format!("limbeck does not know the dialect \"{name}\"")), vm))
}

/// Kinds of registration that change what a script's text means, so that it must be run.
const CHANGES_MEANING: [&str; 3] = ["operation", "implementation", "compiles"];

/// `context.configure()`
pub(crate) fn configure(
    connection: Option<SharedConnection>,
    url: Option<String>,
    dialect_name: Option<String>,
    options: &PyDictRef,
    target_metadata: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let session = Session::current(vm)?;
    let fail = |error: RunError| raise(error, vm);
    let place = Location::file(session.environment.history.directory().env_py());
    let name = match (&connection, url, dialect_name) {
        (Some(_), _, _) => None,
        (None, Some(url), _) => {
            let url = limbeck_database::Url::parse(&url).map_err(|error| fail(RunError::command(error.to_string())))?;
            Some(url.backend().to_owned())
        }
        (None, None, name) => name,
    };
    session.configured.set(session.configured.get() + 1);
    let dialect_name = connection.as_ref().map(|connection| connection.dialect().name()).or(name.as_deref());
    let elsewhere = elsewhere::target_metadata(&session, dialect_name, vm)?;
    if let Some(found) = &elsewhere {
        elsewhere::put_in_place(target_metadata, found, options, vm)?;
    }
    let target_metadata = elsewhere.as_deref().unwrap_or(target_metadata);
    let mut values = Vec::new();
    let mut callbacks = Vec::new();
    let mut functions = Functions::default();
    let mut buffer: Option<Box<dyn Write>> = None;
    for (key, value) in options.items_vec() {
        let Some(key) = key.downcast_ref::<PyStr>().and_then(|key| key.to_str().map(str::to_owned)) else { continue };
        match key.as_str() {
            "on_version_apply" => callbacks = callback_list(&value, vm)?,
            // Functions that a comparison asks; they have no say in running a plan.
            "include_object" | "include_name" | "render_item" | "process_revision_directives" => {
                functions.add(&key, value, vm);
            }
            "output_buffer" if vm.is_none(&value) => {}
            "output_buffer" => buffer = Some(Box::new(OutputBuffer { object: value, python: session.python.clone() })),
            // Python objects that the template of a new revision sees.
            "template_args" => session.python.add_template_arguments(&value, vm)?,
            "compare_type" | "compare_server_default" if value.is_callable() => functions.add(&key, value, vm),
            _ => values.push((key, to_value(&value, &place, vm)?)),
        }
    }
    if let Some(convention) = naming_convention(target_metadata, &place, vm)? {
        values.push(("target_metadata".into(), convention));
    }
    let mut configured =
        ConfigureOptions::from_values(&values, &place).map_err(|error| fail(RunError::Source(error)))?;
    configured.naming_convention =
        configured.naming_convention.with_maker(token_maker(&session, target_metadata.to_owned()));
    if !callbacks.is_empty() {
        configured.on_version_apply.push(version_apply_callback(callbacks, session.clone()));
    }
    functions.asked(&mut configured);
    let task = &session.environment.task;
    if task.writes_revision() || task.compares() {
        let rules = HookRules {
            python: session.python.clone(),
            session: Rc::downgrade(&session),
            metadata: target_metadata.to_owned(),
            place: place.clone(),
        };
        let hook = functions.get("process_revision_directives").cloned();
        configured.process_revision = Some(process_revision(hook, rules.clone()));
        configured.render_item = functions
            .get("render_item")
            .map(|function| Rc::new(ItemFunction::new(function.clone(), rules)) as Rc<dyn RenderItems>);
    }
    if session.environment.task.compares() && !vm.is_none(target_metadata) {
        configured.target = Some(Rc::new(Models::new(&session, target_metadata.to_owned(), functions, place)));
    }
    let registered = session.registered.borrow();
    configured.static_reader = !registered.iter().any(|kind| CHANGES_MEANING.contains(&kind.as_str()));
    drop(registered);
    session.environment.redirect(buffer);
    session.environment.configure(connection, name.as_deref(), configured).map(drop).map_err(fail)
}

/// An object of env.py with a method `write`.
struct OutputBuffer {
    object: PyObjectRef,
    python: Python,
}

impl Write for OutputBuffer {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let written = self.python.enter(|vm| vm.call_method(&self.object, "write", (text,)).map(drop));
        written.map(|()| bytes.len()).map_err(|error| std::io::Error::other(error.to_string()))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn callback_list(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    if vm.is_none(value) {
        Ok(Vec::new())
    } else if value.is_callable() {
        Ok(vec![value.clone()])
    } else {
        vm.extract_elements_with(value, Ok)
    }
}

/// Only the convention of a single MetaData is asked for; handing over all its tables would be work for nothing.
fn naming_convention(metadata: &PyObject, place: &Location, vm: &VirtualMachine) -> PyResult<Option<Value>> {
    if vm.is_none(metadata) || metadata.downcast_ref::<rustpython_vm::builtins::PyList>().is_some() {
        return Ok(None);
    }
    if let Value::Absent(absent) = to_value_if_absent(metadata, place, vm)? {
        return Ok(Some(Value::Absent(absent)));
    }
    let Some(convention) = vm.get_attribute_opt(metadata.to_owned(), "_convention")? else { return Ok(None) };
    let convention = to_value(&*convention.call((), vm)?, place, vm)?;
    let call = Call {
        name: "sqlalchemy.MetaData".into(),
        args: Vec::new(),
        kwargs: vec![("naming_convention".into(), convention)],
        location: place.clone(),
    };
    Ok(Some(Value::Call(Box::new(call))))
}

fn to_value_if_absent(object: &PyObject, place: &Location, vm: &VirtualMachine) -> PyResult<Value> {
    match &*object.class().name() {
        "Absent" | "AbsentModule" => to_value(object, place, vm),
        _ => Ok(Value::None),
    }
}

fn version_apply_callback(functions: Vec<PyObjectRef>, session: Rc<Session>) -> limbeck_runtime::VersionApplyCallback {
    let python = session.python.clone();
    Rc::new(move |applied: &VersionApply| {
        let python = python.clone();
        python.enter(|vm| {
            let _entered = session.enter();
            let hook = imported("alembic._hooks", "on_version_apply", vm)?;
            let info = from_value(&version_info(applied), vm);
            let functions = vm.ctx.new_list(functions.clone());
            hook.call((functions, info), vm).map(drop)
        })
    })
}

fn version_info(applied: &VersionApply) -> Value {
    let texts = |items: &[String]| Value::Tuple(items.iter().map(|item| Value::Str(item.clone())).collect());
    let is_stamp = applied.direction == limbeck_runtime::Direction::Stamp;
    let entry = |name: &str, value: Value| (Value::str(name), value);
    Value::Dict(vec![
        entry("up_revision_id", applied.up_revisions.first().map_or(Value::None, Value::str)),
        entry("up_revision_ids", texts(&applied.up_revisions)),
        entry("down_revision_ids", texts(&applied.down_revisions)),
        entry("source_revision_ids", texts(&applied.from)),
        entry("destination_revision_ids", texts(&applied.to)),
        entry("is_upgrade", Value::Bool(applied.is_upgrade)),
        entry("is_stamp", Value::Bool(is_stamp)),
        entry("heads", texts(&applied.heads)),
        entry("doc", Value::Str(applied.doc.clone())),
        entry("run_args", Value::Dict(Vec::new())),
    ])
}

/// `context.run_migrations(**kwargs)`
pub(crate) fn run_migrations(kwargs: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let session = Session::current(vm)?;
    let given = kwargs.downcast_ref::<PyDict>().is_some_and(|dict| !dict.is_empty());
    *session.script_arguments.borrow_mut() = given.then_some(kwargs);
    with_migration(vm, |migration| migration.run_migrations(given))
}

/// `context.execute()`, and what a mock connection is given.
pub(crate) fn execute(statement: &PyObject, place: &Location, vm: &VirtualMachine) -> PyResult<()> {
    let statement = match statement.downcast_ref::<PyStr>() {
        Some(text) => limbeck_core::expression::Statement::Text(limbeck_core::expression::TextClause::new(
            text.to_str().unwrap_or_default(),
        )),
        None => crate::connection::bound(statement, &vm.ctx.none(), place, vm)?.0,
    };
    with_migration(vm, |migration| migration.execute(&statement, &[], place).map(drop))
}

/// `str(construct.compile(...))`
pub(crate) fn compile(construct: &PyObject, name: &str, literal_binds: bool, vm: &VirtualMachine) -> PyResult<String> {
    let place = Location::file("<compile>");
    let dialect = dialect(name, vm)?;
    let value = to_value(construct, &place, vm)?;
    let fail = |error| raise(refusal(error, &place), vm);
    if let Ok(sql_type) = binder::bind_type(&value, &place) {
        return dialect.type_text(&sql_type).map_err(fail);
    }
    let statement = binder::bind_statement(&value, &place).map_err(|error| raise(RunError::Source(error), vm))?;
    let mode = if literal_binds { BindMode::Inline } else { BindMode::Placeholder };
    let sql = dialect.statement(&statement, &[], mode).map_err(fail)?;
    Ok(sql.into_iter().map(|one| one.text).collect::<Vec<_>>().join(";\n"))
}

/// `MetaData.create_all()`
pub(crate) fn create_all(
    connection: &SharedConnection,
    declarations: &PyObject,
    checkfirst: bool,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let place = Location::file("<metadata>");
    let mut tables = Vec::new();
    for table in declared(declarations, connection.dialect().name(), vm)? {
        if !checkfirst || !has_table(connection, &table.name, vm)? {
            tables.push(table);
        }
    }
    let late = if connection.dialect().adds_foreign_keys() { take_late_keys(&mut tables) } else { Vec::new() };
    for table in tables {
        let types: Vec<_> = table.columns.iter().map(|column| column.sql_type.element()).collect();
        crate::named_type::create_for(connection, &types, &place, vm)?;
        perform(connection, &Operation::CreateTable { table, if_not_exists: false }, vm)?;
    }
    for (table, key) in late {
        perform(connection, &Operation::AddConstraint { table, constraint: Constraint::ForeignKey(key) }, vm)?;
    }
    Ok(())
}

/// `MetaData.drop_all()`
pub(crate) fn drop_all(
    connection: &SharedConnection,
    declarations: &PyObject,
    checkfirst: bool,
    vm: &VirtualMachine,
) -> PyResult<()> {
    for table in declared(declarations, connection.dialect().name(), vm)? {
        if !checkfirst || has_table(connection, &table.name, vm)? {
            let options = Default::default();
            perform(connection, &Operation::DropTable { name: table.name, if_exists: false, options }, vm)?;
        }
    }
    Ok(())
}

fn has_table(
    connection: &SharedConnection,
    table: &limbeck_core::schema::TableName,
    vm: &VirtualMachine,
) -> PyResult<bool> {
    let dialect = connection.dialect();
    let mut live = connection.borrow();
    let catalogue: &mut dyn limbeck_dialect::Catalogue = live.as_mut();
    dialect.has_table(catalogue, table).map_err(|error| raise(refusal(error, &Location::file("<metadata>")), vm))
}

fn declared(declarations: &PyObject, dialect: &str, vm: &VirtualMachine) -> PyResult<Vec<limbeck_core::schema::Table>> {
    let place = Location::file("<metadata>");
    let objects: Vec<PyObjectRef> = vm.extract_elements_with(declarations, Ok)?;
    let bind = |object: &PyObjectRef| {
        let value = to_value(object, &place, vm)?;
        let maker = Session::running().map(|session| token_maker(&session, vm.ctx.none()));
        binder::bind_table(&value, dialect, maker.as_ref(), &place).map_err(|error| raise(RunError::Source(error), vm))
    };
    objects.iter().map(bind).collect()
}

fn perform(connection: &SharedConnection, operation: &Operation, vm: &VirtualMachine) -> PyResult<()> {
    let place = Location::file("<metadata>");
    let statements = connection
        .dialect()
        .operation_of_run(operation, BindMode::Driver, &mut TypeMemory::complete())
        .map_err(|error| raise(refusal(error, &place), vm))?;
    for sql in &statements {
        connection.execute(sql).map_err(|error| raise(RunError::database(error), vm))?;
    }
    Ok(())
}

/// What `context.get_context()` shows of itself.
pub(crate) fn info(what: &str, vm: &VirtualMachine) -> PyResult {
    let session = Session::current(vm)?;
    let environment = &session.environment;
    if what == "as_sql" {
        return Ok(vm.ctx.new_bool(environment.is_offline()).into());
    }
    let migration = environment.configured().map_err(|error| raise(error, vm))?;
    let table = &migration.options().version_table;
    let text = |text: &str| -> PyObjectRef { vm.ctx.new_str(text).into() };
    Ok(match what {
        "dialect_name" => text(migration.dialect().name()),
        "transactional_ddl" => vm.ctx.new_bool(migration.transactional_ddl()).into(),
        "version_table" => text(&table.name),
        "version_table_schema" => table.schema.as_deref().map_or_else(|| vm.ctx.none(), text),
        "opts" => vm.ctx.new_dict().into(),
        other => return Err(vm.new_value_error(format!("nothing is known of \"{other}\" here"))),
    })
}

/// The revision that the command was given, as Alembic shows it: a string, or a tuple for several.
pub(crate) fn revision_argument(vm: &VirtualMachine) -> PyResult {
    let session = Session::current(vm)?;
    let targets = session.environment.task.revision_argument();
    Ok(match targets.as_slice() {
        [] => vm.ctx.none(),
        [one] => vm.ctx.new_str(one.as_str()).into(),
        several => text_tuple(several, vm).into(),
    })
}

/// The rows of a version table outside of a run.
pub(crate) fn migration_heads(
    connection: &SharedConnection,
    options: &PyDictRef,
    vm: &VirtualMachine,
) -> PyResult<Vec<String>> {
    let place = Location::file("<MigrationContext>");
    let mut values = Vec::new();
    for (key, value) in options.items_vec() {
        if let Some(key) = key.downcast_ref::<PyStr>().and_then(|key| key.to_str()) {
            values.push((key.to_owned(), to_value(&value, &place, vm)?));
        }
    }
    let options = ConfigureOptions::from_values(&values, &place).map_err(|error| raise(RunError::Source(error), vm))?;
    limbeck_runtime::version_rows(connection, &options).map_err(|error| raise(error, vm))
}

/// `execution_options(isolation_level=...)`
pub(crate) fn set_isolation_level(connection: &SharedConnection, level: &str, vm: &VirtualMachine) -> PyResult<()> {
    if connection.in_transaction() {
        return Err(crate::connection::named_error(
            "InvalidRequestError",
            "This connection is in a transaction; isolation_level may not be altered unless rollback() or commit() is called first.",
            vm,
        ));
    }
    let set = connection.set_isolation_level(level);
    set.map_err(|error| raise(RunError::database(error), vm))
}
