//! SELECT.

use limbeck_core::expression::{Expression, FromItem, Join, Select};
use limbeck_core::source::SourceError;

use super::context::{Context, plain};
use super::expression::{column_or_expression, condition, expression};
use super::names::canonical;
use super::operators::junction;
use super::signature::Arguments;
use super::source::{self, Source};
use crate::directive::{Call, Value};

/// Methods that a SELECT has and whose result is a SELECT.
const METHODS: &[&str] = &[
    ".where",
    ".filter",
    ".select_from",
    ".join",
    ".outerjoin",
    ".order_by",
    ".group_by",
    ".having",
    ".limit",
    ".offset",
    ".distinct",
    ".add_columns",
    ".with_only_columns",
    ".with_for_update",
    ".correlate",
    ".execution_options",
    ".scalar_subquery",
    ".as_scalar",
    ".union",
    ".union_all",
    ".fetch",
    ".prefix_with",
];

/// Whether the call is `select(...)`, or a chain that begins with it.
pub(super) fn is_select(call: &Call) -> bool {
    match (&*canonical(&call.name), call.args.first().map(plain)) {
        ("sqlalchemy.select", _) => true,
        (".select", Some(Value::Call(receiver))) => source::table(receiver).is_ok_and(|t| t.is_some()),
        (name, Some(Value::Call(receiver))) => METHODS.contains(&name) && is_select(receiver),
        _ => false,
    }
}

/// `select(...)` and what its methods add.
pub(super) fn select(call: &Call) -> Result<Select, SourceError> {
    let receiver = || match call.args.first().map(plain) {
        Some(Value::Call(receiver)) => Ok(receiver),
        _ => Err(Context::new("sa.select", &call.location).fault("a method without its object")),
    };
    match &*canonical(&call.name) {
        "sqlalchemy.select" => {
            let a = Arguments::of(call, "*entities")?;
            let mut made = Select::default();
            for value in a.rest {
                entity(&mut made, a.at(), value)?;
            }
            Ok(made)
        }
        ".select" => {
            let mut made = Select::default();
            let at = Context::new(".select", &call.location);
            entity(&mut made, at, call.args.first().unwrap_or(&Value::None))?;
            Ok(made)
        }
        name => {
            let mut made = select(receiver()?)?;
            apply(&mut made, name.trim_start_matches('.'), call)?;
            Ok(made)
        }
    }
}

/// What is selected: a table's columns, a column, an expression.
fn entity(made: &mut Select, at: Context<'_>, value: &Value) -> Result<(), SourceError> {
    match plain(value) {
        Value::Call(call) => {
            if let Some(table) = source::table(call)? {
                if table.columns.is_empty() {
                    return Err(at.fault(format!("the columns of \"{}\" are not known here", table.table.name)));
                }
                made.columns.extend(table.columns.iter().map(|c| table.expression(c)));
                note(made, value);
                return Ok(());
            }
        }
        Value::Str(text) => {
            return Err(at
                .fault(format!("the text \"{text}\" is neither a column nor SQL"))
                .help(format!("write sa.column(\"{text}\") or sa.text(\"{text}\")")));
        }
        Value::List(_) | Value::Tuple(_) => {
            return Err(at.wrong("entities", value, "given one by one: select(a, b)"));
        }
        _ => {}
    }
    made.columns.push(expression(at, "entities", value)?);
    note(made, value);
    Ok(())
}

/// Puts the aliased tables that a value speaks of into FROM: nothing else says what their aliases stand for.
fn note(made: &mut Select, value: &Value) {
    let Value::Call(call) = plain(value) else {
        if let Some(items) = plain(value).as_items() {
            items.iter().for_each(|item| note(made, item));
        }
        return;
    };
    if is_select(call) {
        return; // It has its own FROM.
    }
    if let Ok(Some(table)) = source::table(call) {
        if table.alias.is_some() {
            add_from(made, table.as_from());
        }
        return;
    }
    call.args.iter().for_each(|arg| note(made, arg));
}

fn add_from(made: &mut Select, item: FromItem) {
    if !made.from.contains(&item) && !made.joins.iter().any(|j| j.table == item) {
        made.from.push(item);
    }
}

fn source_of(at: Context<'_>, argument: &str, value: &Value) -> Result<Source, SourceError> {
    let found = match plain(value) {
        Value::Call(call) => source::table(call)?,
        _ => None,
    };
    found.ok_or_else(|| at.wrong(argument, value, "a table").help("subqueries in FROM are written as sa.text(\"...\")"))
}

/// Adds one method to a SELECT.
pub(super) fn apply(made: &mut Select, name: &str, call: &Call) -> Result<(), SourceError> {
    let location = &call.location;
    let rest = || Arguments::of_method(call, "*clauses");
    match name {
        "where" | "filter" | "having" => {
            let a = rest()?;
            let slot = if name == "having" { &mut made.having } else { &mut made.filter };
            let mut members: Vec<Expression> = slot.take().into_iter().collect();
            for value in a.rest {
                members.push(condition(a.at(), "clauses", value)?);
            }
            *slot = (!members.is_empty()).then(|| junction(true, members));
            a.rest.iter().for_each(|value| note(made, value));
        }
        "order_by" | "group_by" => {
            let a = rest()?;
            let slot = if name == "order_by" { &mut made.order_by } else { &mut made.group_by };
            for value in a.rest {
                match plain(value) {
                    Value::None => slot.clear(),
                    _ => slot.push(column_or_expression(a.at(), "clauses", value)?),
                }
            }
        }
        "limit" | "offset" => {
            let a = Arguments::of_method(call, "value")?;
            let value = match a.get("value") {
                Some(value) => Some(expression(a.at(), "value", value)?),
                None => None,
            };
            *(if name == "limit" { &mut made.limit } else { &mut made.offset }) = value;
        }
        "distinct" => {
            let a = rest()?;
            if !a.rest.is_empty() {
                return Err(a.at().fault("DISTINCT ON is not read here").help("write the query as sa.text(\"...\")"));
            }
            made.distinct = true;
        }
        "add_columns" | "with_only_columns" => {
            let a = rest()?;
            if name == "with_only_columns" {
                made.columns.clear();
            }
            for value in a.rest {
                entity(made, a.at(), value)?;
            }
        }
        "select_from" => {
            let a = rest()?;
            for value in a.rest {
                from(made, a.at(), value)?;
            }
        }
        "join" | "outerjoin" => {
            let a = Arguments::of_method(call, "target, onclause?, *, isouter?, full?")?;
            join(made, &a, name == "outerjoin")?;
        }
        "with_for_update" => {
            let a = Arguments::of_method(call, "")?;
            let _ = a;
            made.for_update = true;
        }
        // Correlation is found without being told; execution options say how, not what.
        "correlate" | "execution_options" | "scalar_subquery" | "as_scalar" => {}
        other => {
            return Err(Context::new("sa.select", location)
                .fault(format!(".{other}(...) is not read here"))
                .help("write the query as sa.text(\"...\")"));
        }
    }
    Ok(())
}

/// FROM a table, or a join of tables.
fn from(made: &mut Select, at: Context<'_>, value: &Value) -> Result<(), SourceError> {
    match plain(value) {
        Value::Call(call) if matches!(call.name.as_str(), ".join" | ".outerjoin") => {
            from(made, at, call.args.first().unwrap_or(&Value::None))?;
            let a = Arguments::of_method(call, "target, onclause?, isouter?, full?")?;
            join(made, &a, call.name == ".outerjoin")
        }
        Value::Call(call) if matches!(&*canonical(&call.name), "sqlalchemy.join" | "sqlalchemy.outerjoin") => {
            let a = Arguments::of(call, "left, target, onclause?, isouter?, full?")?;
            from(made, at, a.required("left")?)?;
            join(made, &a, canonical(&call.name) == "sqlalchemy.outerjoin")
        }
        _ => {
            let table = source_of(at, "clauses", value)?;
            add_from(made, table.as_from());
            Ok(())
        }
    }
}

fn join(made: &mut Select, a: &Arguments<'_>, outer: bool) -> Result<(), SourceError> {
    if a.get("full").is_some() && a.flag("full")? {
        return Err(a.at().fault("a FULL JOIN is not read here").help("write the query as sa.text(\"...\")"));
    }
    let table = source_of(a.at(), "target", a.required("target")?)?.as_from();
    let condition = match a.get("onclause") {
        Some(value) => condition(a.at(), "onclause", value)?,
        None => {
            return Err(a
                .at()
                .fault("the argument `onclause` is missing")
                .help("SQLAlchemy derives it from foreign keys; write the condition here"));
        }
    };
    made.from.retain(|item| *item != table);
    made.joins.push(Join { table, condition: Some(condition), outer: outer || a.flag("isouter")? });
    Ok(())
}
