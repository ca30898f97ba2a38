//! `_limbeck`'s connections.

use std::cell::RefCell;

use limbeck_core::expression::{Literal, Parameters, Statement};
use limbeck_core::source::Location;
use limbeck_database::{DatabaseError, ErrorKind, Outcome, TransactionKind, Url};
use limbeck_dialect::{BindMode, DriverParameters, Sql};
use limbeck_runtime::{RunError, SharedConnection, refusal};
use limbeck_script::binder;
use limbeck_script::directive::Value;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyStr};
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::error::raise;
use crate::session::Session;
use crate::value::{from_literal, to_value};

/// What a native connection holds; empty once it is closed.
#[derive(Default)]
pub(crate) struct Held(RefCell<Option<SharedConnection>>);

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Held(..)")
    }
}

impl Held {
    pub fn new(connection: SharedConnection) -> Self {
        Held(RefCell::new(Some(connection)))
    }

    pub fn get(&self, vm: &VirtualMachine) -> PyResult<SharedConnection> {
        self.0.borrow().clone().ok_or_else(|| {
            let closed = DatabaseError::new(ErrorKind::Programming, "This Connection is closed");
            raise(RunError::database(closed), vm)
        })
    }

    pub fn is_closed(&self) -> bool {
        self.0.borrow().is_none()
    }

    /// Closing rolls back what nobody committed.
    pub fn close(&self, vm: &VirtualMachine) -> PyResult<()> {
        match self.0.take() {
            Some(connection) => connection.rollback().map_err(|error| raise(RunError::database(error), vm)),
            None => Ok(()),
        }
    }
}

/// Opens a connection.
pub(crate) fn connect(url: &str, vm: &VirtualMachine) -> PyResult<SharedConnection> {
    let fail = |error: RunError| raise(error, vm);
    let url = Url::parse(url).map_err(|error| fail(RunError::command(error.to_string())))?;
    let connection = limbeck_database::connect(&url).map_err(|error| fail(RunError::database(error)))?;
    let shared = SharedConnection::new(connection);
    if let Some(session) = Session::running() {
        session.environment.interrupt.on_pull(shared.borrow().interrupter());
    }
    Ok(shared)
}

pub(crate) fn begin(connection: &SharedConnection, vm: &VirtualMachine) -> PyResult<()> {
    let begun = connection.begin(TransactionKind::Deferred);
    begun.map_err(|error| raise(RunError::database(error), vm))
}

/// Runs a statement: text of the driver with its parameters, or a construct.
pub(crate) fn execute(
    connection: &SharedConnection,
    statement: &PyObject,
    parameters: &PyObject,
    place: &Location,
    vm: &VirtualMachine,
) -> PyResult<Outcome> {
    let fail = |error: RunError| raise(error.at(place), vm);
    let sql = match statement.downcast_ref::<PyStr>() {
        Some(text) => driver_statements(connection, text.to_str().unwrap_or_default(), parameters, place, vm)?,
        None => {
            let (statement, parameters) = bound(statement, parameters, place, vm)?;
            connection
                .dialect()
                .statement(&statement, &parameters, BindMode::Driver)
                .map_err(|error| raise(refusal(error, place), vm))?
        }
    };
    let several = sql.len() > 1;
    let mut affected = Some(0);
    let mut last = Outcome::default();
    for one in &sql {
        if Session::running().is_some_and(|session| session.environment.interrupt.is_pulled()) {
            return Err(fail(RunError::Interrupted));
        }
        last = connection.execute(one).map_err(|error| fail(RunError::database(error)))?;
        affected = affected.zip(last.affected).map(|(all, one)| all + one);
    }
    if several {
        last.affected = affected;
    }
    Ok(last)
}

/// A construct and its parameter sets.
pub(crate) fn bound(
    statement: &PyObject,
    parameters: &PyObject,
    place: &Location,
    vm: &VirtualMachine,
) -> PyResult<(Statement, Vec<Parameters>)> {
    let fail = |error| raise(RunError::Source(error), vm);
    let statement = binder::bind_statement(&to_value(statement, place, vm)?, place).map_err(fail)?;
    let parameters = match to_value(parameters, place, vm)? {
        Value::None => Vec::new(),
        value => binder::bind_parameters(&value, place).map_err(fail)?,
    };
    Ok((statement, parameters))
}

/// `exec_driver_sql` and raw cursors: the driver's own text, one statement a parameter set.
fn driver_statements(
    connection: &SharedConnection,
    text: &str,
    parameters: &PyObject,
    place: &Location,
    vm: &VirtualMachine,
) -> PyResult<Vec<Sql>> {
    let fail = |error| raise(RunError::Source(error), vm);
    let dialect = connection.dialect();
    let written = |parameters: &DriverParameters<'_>| {
        dialect.driver_statement(text, parameters).map_err(|error| raise(refusal(error, place), vm))
    };
    if vm.is_none(parameters) {
        return Ok(vec![written(&DriverParameters::None)?]);
    }
    let value = to_value(parameters, place, vm)?;
    let is_dict = |value: &Value| matches!(value, Value::Dict(_));
    let items = value.as_items().unwrap_or_default();
    if is_dict(&value) || (!items.is_empty() && items.iter().all(is_dict)) {
        let sets = binder::bind_parameters(&value, place).map_err(fail)?;
        return sets.iter().map(|set| written(&DriverParameters::Named(set))).collect();
    }
    let many = !items.is_empty() && items.iter().all(|item| matches!(item, Value::Tuple(_) | Value::List(_)));
    let sets: Vec<&[Value]> = match many {
        true => items.iter().filter_map(Value::as_items).collect(),
        false => vec![items],
    };
    sets.into_iter()
        .map(|set| {
            let values = set
                .iter()
                .map(|value| binder::literal(value, place))
                .collect::<Result<Vec<Literal>, _>>()
                .map_err(fail)?;
            written(&DriverParameters::Positional(&values))
        })
        .collect()
}

/// `(columns, rows, rowcount, lastrowid)`
pub(crate) fn outcome_object(outcome: &Outcome, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
    let columns: PyObjectRef = if outcome.columns.is_empty() {
        vm.ctx.none()
    } else {
        vm.ctx.new_list(outcome.columns.iter().map(|name| vm.ctx.new_str(name.as_str()).into()).collect()).into()
    };
    let mut rows = Vec::with_capacity(outcome.rows.len());
    for row in &outcome.rows {
        let values = row.iter().map(|value| from_literal(value, vm)).collect::<PyResult<Vec<_>>>()?;
        rows.push(vm.ctx.new_tuple(values).into());
    }
    let count = outcome.affected.map_or(-1, |n| i64::try_from(n).unwrap_or(i64::MAX));
    let last: PyObjectRef = outcome.last_insert_id.map_or_else(|| vm.ctx.none(), |id| vm.ctx.new_int(id).into());
    Ok(vm.ctx.new_tuple(vec![columns, vm.ctx.new_list(rows).into(), vm.ctx.new_int(count).into(), last]).into())
}

/// A savepoint command.
pub(crate) fn savepoint(connection: &SharedConnection, command: &str, name: &str, vm: &VirtualMachine) -> PyResult<()> {
    let quoted = connection.dialect().quote(name);
    let ran = connection.execute(&Sql::new(format!("{command} {quoted}")));
    ran.map(drop).map_err(|error| raise(RunError::database(error), vm))
}

/// An exception of `sqlalchemy.exc` by its name.
pub(crate) fn named_error(kind: &str, message: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let made = crate::error::imported("sqlalchemy.exc", "from_native", vm)
        .and_then(|make| make.call((kind.to_owned(), message.to_owned()), vm))
        .and_then(|exception| exception.try_into_value(vm));
    made.unwrap_or_else(|problem| problem)
}
