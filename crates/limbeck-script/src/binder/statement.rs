//! Statements of data: text, SELECT, and the way to INSERT, UPDATE and DELETE.

use limbeck_core::expression::{Expression, Select, Statement, TextClause};
use limbeck_core::source::{Location, SourceError};

use super::context::{Context, plain};
use super::dml::{self, is_change};
use super::expression::{expression, is_text, text_clause};
use super::names::canonical;
use super::select::{is_query, query};
use super::sequence::definition;
use crate::directive::Value;

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
        Value::Call(call) if is_query(call) => Ok(Statement::Query(Box::new(query(call)?))),
        Value::Call(call) if is_change(call) => dml::change(call),
        Value::Call(call) if canonical(&call.name).starts_with("sqlalchemy.func.") => {
            let columns = vec![expression(at, argument, value)?];
            Ok(Statement::Query(Box::new(Select { columns, ..Select::default() }.into())))
        }
        Value::Call(call) => match definition(call)? {
            Some(made) => Ok(Statement::Definition(Box::new(made))),
            None => Err(at.wrong(argument, value, ALLOWED)),
        },
        _ => Err(at.wrong(argument, value, ALLOWED)),
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
