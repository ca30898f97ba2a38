//! `postgresql.ENUM(...).create(bind)` and `.drop(bind)`: types that are objects of the database.

use limbeck_core::schema::SqlType;
use limbeck_core::source::Location;
use limbeck_dialect::{Catalogue, Dialect, DialectError, Sql};
use limbeck_runtime::{RunError, SharedConnection, refusal};
use limbeck_script::binder;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use crate::context::with_migration;
use crate::error::raise;
use crate::value::to_value;

/// What `change` says about a type is done; no connection is offline mode, where there is no database to look at first.
pub(crate) fn change(
    connection: Option<&SharedConnection>,
    named: &PyObject,
    check_first: bool,
    place: &Location,
    vm: &VirtualMachine,
    change: Change,
) -> PyResult<()> {
    let value = to_value(named, place, vm)?;
    let sql_type = binder::bind_type(&value, place).map_err(|error| raise(RunError::Source(error), vm))?;
    run(connection, check_first, place, vm, |dialect, live| match change {
        Change::Create => dialect.create_type(&sql_type, live),
        Change::Drop => dialect.drop_type(&sql_type, live),
    })
}

/// What is done to a type.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Change {
    Create,
    Drop,
}

/// Makes what the columns of a table need, unless it is there.
pub(crate) fn create_for(
    connection: &SharedConnection,
    types: &[&SqlType],
    place: &Location,
    vm: &VirtualMachine,
) -> PyResult<()> {
    types.iter().try_for_each(|sql_type| {
        run(Some(connection), true, place, vm, |dialect, live| dialect.create_type(sql_type, live))
    })
}

fn run(
    connection: Option<&SharedConnection>,
    check_first: bool,
    place: &Location,
    vm: &VirtualMachine,
    ask: impl Fn(&dyn Dialect, Option<&mut dyn Catalogue>) -> Result<Vec<Sql>, DialectError>,
) -> PyResult<()> {
    let fail = |error| raise(refusal(error, place), vm);
    let Some(connection) = connection else {
        return with_migration(vm, |migration| {
            let statements = ask(migration.dialect().as_ref(), None).map_err(|error| refusal(error, place))?;
            migration.send_all(&statements, place)
        });
    };
    let dialect = connection.dialect();
    let statements = if check_first {
        let mut live = connection.borrow();
        let catalogue: &mut dyn Catalogue = live.as_mut();
        ask(dialect.as_ref(), Some(catalogue))
    } else {
        ask(dialect.as_ref(), None)
    };
    for sql in statements.map_err(fail)? {
        connection.execute(&sql).map_err(|error| raise(RunError::database(error).at(place), vm))?;
    }
    Ok(())
}
