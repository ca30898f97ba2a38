//! `batch_alter_table`: the arguments of the block.

use limbeck_core::operation::{Batch, Recreate};
use limbeck_core::schema::{Column, Constraint, DialectOption, DialectOptions, TableName};
use limbeck_core::source::SourceError;

use super::BindState;
use super::column_def::column;
use super::context::{construct, plain};
use super::options;
use super::signature::{Arguments, match_arguments};
use super::table_def::{constraint, settle_column, settle_constraint, table_of};
use crate::directive::{Directive, Value};

/// The block with nothing in it yet.
pub(super) fn begin(directive: &Directive, state: &BindState) -> Result<Batch, SourceError> {
    let a = match_arguments(
        "op.batch_alter_table",
        "table_name, schema?, recreate?, partial_reordering?, copy_from?, table_args?, table_kwargs?, reflect_args?, \
        reflect_kwargs?, naming_convention?",
        &directive.args,
        &directive.kwargs,
        &directive.location,
    )?;
    let recreate = match a.opt_text("recreate")?.as_deref() {
        None | Some("auto") => Recreate::Auto,
        Some("always") => Recreate::Always,
        Some("never") => Recreate::Never,
        Some(_) => return Err(a.at().wrong("recreate", a.required("recreate")?, "\"auto\", \"always\" or \"never\"")),
    };
    if let Some(value) = a.get("reflect_kwargs") {
        for (name, _) in a.at().entries("reflect_kwargs", value)? {
            if name != "resolve_fks" {
                return Err(a.at().fault(format!("`{name}` of `reflect_kwargs` is not read here")));
            }
        }
    }
    let table = TableName { schema: a.opt_text("schema")?, name: a.text("table_name")? };
    let copy_from =
        a.get("copy_from").map(|v| table_of(a.at(), "copy_from", v, (&state.dialect_name, None))).transpose()?;
    Ok(Batch {
        operations: Vec::new(),
        recreate,
        copy_from,
        reflect_columns: reflect_columns(&a, state, &table)?,
        table_args: table_args(&a, state, &table)?,
        table_options: table_options(&a)?,
        naming_convention: a.get("naming_convention").map(|v| super::convention(a.at(), v)).transpose()?,
        partial_reordering: match a.get("partial_reordering") {
            None => Vec::new(),
            Some(value) => {
                let groups = a.at().items("partial_reordering", value, "a list of tuples of columns")?;
                groups.iter().map(|group| a.at().texts("partial_reordering", group)).collect::<Result<_, _>>()?
            }
        },
        table,
    })
}

/// `reflect_args`: columns that take the place of the reflected ones.
fn reflect_columns(a: &Arguments<'_>, state: &BindState, table: &TableName) -> Result<Vec<Column>, SourceError> {
    let Some(value) = a.get("reflect_args") else { return Ok(Vec::new()) };
    let mut columns = Vec::new();
    for item in a.at().items("reflect_args", value, "a list of columns")? {
        let call =
            construct(item, "sqlalchemy.Column").ok_or_else(|| a.at().wrong("reflect_args", item, "a Column"))?;
        let mut made = column(call)?.column;
        settle_column(a.at(), (&state.naming_convention, &state.dialect_name), table, &mut made)?;
        columns.push(made);
    }
    Ok(columns)
}

/// `table_args`: further constraints. No naming convention applies to them, as in Alembic.
fn table_args(a: &Arguments<'_>, _state: &BindState, table: &TableName) -> Result<Vec<Constraint>, SourceError> {
    let Some(value) = a.get("table_args") else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for item in a.at().items("table_args", value, "a tuple of constraints")? {
        let made = match plain(item) {
            Value::Call(call) => constraint(call)?,
            _ => None,
        };
        let mut made = made.ok_or_else(|| a.at().wrong("table_args", item, "a constraint"))?;
        settle_constraint(a.at(), (&Default::default(), ""), table, &mut made)?;
        found.push(made);
    }
    Ok(found)
}

/// `table_kwargs`: dialect arguments of the new table.
fn table_options(a: &Arguments<'_>) -> Result<DialectOptions, SourceError> {
    let Some(value) = a.get("table_kwargs") else { return Ok(DialectOptions::default()) };
    let mut found: Vec<DialectOption> = Vec::new();
    for (name, value) in a.at().entries("table_kwargs", value)? {
        options::check(a.at(), "Table", &name, std::iter::empty())?;
        found.extend(options::bind(a.at(), &name, value)?);
    }
    Ok(DialectOptions(found))
}
