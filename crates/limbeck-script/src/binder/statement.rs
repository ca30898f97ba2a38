//! Statements of data: text, SELECT, and the way to INSERT, UPDATE and DELETE.

use limbeck_core::expression::{Expression, Select, Statement, TextClause};
use limbeck_core::source::{Location, SourceError};

use super::context::{Context, plain};
use super::dml::{self, is_change};
use super::expression::{expression, is_text, text_clause};
use super::names::canonical;
use super::select::{is_select, select};
use crate::directive::{Call, Value};

/// A statement: a str or `text(...)`, `select`, `insert`, `update`, `delete` with their methods, a function call.
///
/// # Errors
/// When the value is no statement, or holds something that is not known here.
pub fn bind_statement(value: &Value, at: &Location) -> Result<Statement, SourceError> {
    statement(Context::new("a statement", at), "statement", value)
}

pub(super) fn statement(at: Context<'_>, argument: &str, value: &Value) -> Result<Statement, SourceError> {
    const ALLOWED: &str = "SQL as a str, sa.text(...), or a select, insert, update or delete";
    match plain(value) {
        Value::Str(text) => Ok(Statement::Text(TextClause::new(text))),
        Value::Call(call) if is_text(call) => Ok(Statement::Text(text_clause(call)?)),
        Value::Call(call) if is_select(call) => Ok(Statement::Select(Box::new(select(call)?))),
        Value::Call(call) if is_change(call) => dml::change(call),
        Value::Call(call) if canonical(&call.name).starts_with("sqlalchemy.func.") => {
            let columns = vec![expression(at, argument, value)?];
            Ok(Statement::Select(Box::new(Select { columns, ..Select::default() })))
        }
        Value::Call(call) => Err(refused(at, argument, value, call, ALLOWED)),
        _ => Err(at.wrong(argument, value, ALLOWED)),
    }
}

fn refused(at: Context<'_>, argument: &str, value: &Value, call: &Call, allowed: &str) -> SourceError {
    let fault = at.wrong(argument, value, allowed);
    match &*canonical(&call.name) {
        "sqlalchemy.CreateSequence" => fault.help("write it as SQL: op.execute(\"CREATE SEQUENCE ...\")"),
        "sqlalchemy.DropSequence" => fault.help("write it as SQL: op.execute(\"DROP SEQUENCE ...\")"),
        "sqlalchemy.CreateSchema" => fault.help("write it as SQL: op.execute(\"CREATE SCHEMA ...\")"),
        "sqlalchemy.DropSchema" => fault.help("write it as SQL: op.execute(\"DROP SCHEMA ...\")"),
        _ => fault,
    }
}

/// The expressions of `.returning(...)`.
pub(super) fn returning(at: Context<'_>, values: &[Value]) -> Result<Vec<Expression>, SourceError> {
    let mut found = Vec::new();
    for value in values {
        if let Value::Call(call) = plain(value)
            && let Some(table) = super::source::table(call)?
        {
            found.extend(table.columns.iter().map(|c| table.expression(c)));
        } else {
            found.push(expression(at, "columns", value)?);
        }
    }
    Ok(found)
}
