//! `execute`, `bulk_insert`.

use limbeck_core::operation::Operation;
use limbeck_core::schema::{Column, Table};
use limbeck_core::source::SourceError;

use super::Scope;
use super::context::plain;
use super::dml::{assigned, fill};
use super::literal::call_literal;
use super::source;
use super::statement::statement;
use crate::directive::{Directive, Value};

/// Execution options that say how a statement is executed, not what it does.
const HARMLESS_OPTIONS: &[&str] = &[
    "autocommit",
    "stream_results",
    "no_parameters",
    "yield_per",
    "max_row_buffer",
    "compiled_cache",
    "insertmanyvalues_page_size",
];

pub(super) fn execute(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let signature = "sqltext, *, execution_options?";
    let a = scope.arguments(directive, signature, signature)?;
    if let Some(options) = a.get("execution_options") {
        for (name, _) in a.at().entries("execution_options", options)? {
            if !HARMLESS_OPTIONS.contains(&name.as_str()) {
                let fault = a.at().fault(format!("the execution option `{name}` is not read here"));
                return Err(match name.as_str() {
                    "isolation_level" => fault.help("use `with op.get_context().autocommit_block():`"),
                    _ => fault,
                });
            }
        }
    }
    let statement = statement(a.at(), "sqltext", a.required("sqltext")?)?;
    Ok(vec![Operation::Execute { statement, parameters: Vec::new() }])
}

pub(super) fn bulk_insert(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(directive, "table, rows, *, multiinsert?", "")?;
    let value = a.required("table")?;
    let found = match plain(value) {
        Value::Call(call) => source::table(call)?.filter(|t| t.alias.is_none()),
        _ => None,
    };
    let source = found.ok_or_else(|| a.at().wrong("table", value, "a table: sa.table(\"name\", sa.column(...))"))?;
    let rows = a.required("rows")?;
    let Value::List(items) = plain(rows) else { return Err(a.at().wrong("rows", rows, "a list of dicts")) };
    let mut bound = Vec::with_capacity(items.len());
    for item in items {
        let Value::Dict(_) = plain(item) else { return Err(a.at().wrong("rows", item, "a list of dicts")) };
        let mut row = Vec::new();
        for (key, value) in a.at().entries("rows", item)? {
            let column = source.find(&key, a.location)?;
            let is_sql = match plain(value) {
                Value::Call(call) => call_literal(call)?.is_none() && call.name != "alembic.op.inline_literal",
                _ => false,
            };
            if is_sql {
                return Err(a
                    .at()
                    .wrong(&key, value, "a plain value")
                    .help("SQL in values is written op.execute(table.insert().values(...))"));
            }
            row.push((column.name.clone(), assigned(a.at(), column, value)?));
        }
        fill(a.at(), &source, &mut row, |c| c.default.as_ref(), "default")?;
        bound.push(row);
    }
    let multiinsert = a.opt_bool("multiinsert")?.unwrap_or(true);
    if bound.is_empty() {
        return Ok(Vec::new());
    }
    let mut table = Table::new(source.table);
    table.columns = source.columns.into_iter().map(|c| Column::new(c.name, c.sql_type)).collect();
    Ok(vec![Operation::BulkInsert { table, rows: bound, multiinsert }])
}
