//! SELECT, and UNION and the like.

use limbeck_core::expression::{Compound, Expression, FromItem, Join, Prefix, Query, Select, SetOperator};
use limbeck_core::source::SourceError;

use super::context::{Context, plain};
use super::expression::{column_or_expression, condition, expression, is_text, text_clause};
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
    ".fetch",
    ".prefix_with",
];

/// What puts queries together: a method of one, or a function of all.
const SET_OPERATORS: &[(&str, SetOperator)] = &[
    ("union", SetOperator::Union),
    ("union_all", SetOperator::UnionAll),
    ("intersect", SetOperator::Intersect),
    ("intersect_all", SetOperator::IntersectAll),
    ("except_", SetOperator::Except),
    ("except_all", SetOperator::ExceptAll),
];

fn set_operator(call: &Call) -> Option<SetOperator> {
    let name = canonical(&call.name);
    let word = name.strip_prefix('.').or_else(|| name.strip_prefix("sqlalchemy."))?;
    SET_OPERATORS.iter().find(|(name, _)| *name == word).map(|(_, operator)| *operator)
}

/// Whether the call is a query: SELECT, or several put together.
pub(super) fn is_query(call: &Call) -> bool {
    is_select(call) || is_compound(call)
}

/// Whether the call is several queries put together, or a chain that begins so.
fn is_compound(call: &Call) -> bool {
    let receiver = || match call.args.first().map(plain) {
        Some(Value::Call(receiver)) => Some(receiver),
        _ => None,
    };
    match set_operator(call) {
        // `.union_all` of a query of WITH is such a query again.
        Some(_) if call.name.starts_with('.') => receiver().is_some_and(|receiver| is_query(receiver)),
        Some(_) => true,
        None => METHODS.contains(&call.name.as_str()) && receiver().is_some_and(|receiver| is_compound(receiver)),
    }
}

/// A query and what its methods add.
pub(super) fn query(call: &Call) -> Result<Query, SourceError> {
    if is_select(call) { Ok(select(call)?.into()) } else { Ok(compound(call)?.into()) }
}

fn compound(call: &Call) -> Result<Compound, SourceError> {
    let at = Context::new("a union", &call.location);
    if let Some(operator) = set_operator(call) {
        let a = Arguments::of(call, "*selects")?;
        let mut members = Vec::new();
        for value in a.rest {
            match plain(value) {
                Value::Call(member) if is_query(member) => members.push(query(member)?),
                other => return Err(a.at().wrong("selects", other, "sa.select(...)")),
            }
        }
        if matches!(call.args.first().map(plain), Some(Value::Call(first)) if call.name.starts_with('.') && is_compound(first))
        {
            return Err(a
                .at()
                .fault("queries that are put together have no such method")
                .help("put them together with the function: sa.union(a, b)"));
        }
        if members.len() < 2 {
            return Err(a.at().fault("two queries or more are needed"));
        }
        return Ok(Compound { operator, members, order_by: Vec::new(), limit: None, offset: None });
    }
    let Some(Value::Call(receiver)) = call.args.first().map(plain) else {
        return Err(at.fault("a method without its object"));
    };
    let mut made = compound(receiver)?;
    match call.name.trim_start_matches('.') {
        "order_by" => columns_in_order(&mut made.order_by, &Arguments::of_method(call, "*clauses")?, &[])?,
        "limit" => made.limit = row_count(call)?,
        "offset" => made.offset = row_count(call)?,
        "scalar_subquery" | "as_scalar" | "execution_options" => {}
        other => {
            return Err(at
                .fault(format!(".{other}(...) is not read here"))
                .help("write the query as sa.text(\"...\")"));
        }
    }
    Ok(made)
}

/// `.prefix_with("IGNORE", dialect="mysql")`
pub(super) fn add_prefixes(prefixes: &mut Vec<Prefix>, call: &Call) -> Result<(), SourceError> {
    let a = Arguments::of_method(call, "*prefixes, dialect?")?;
    let dialect = a.opt_text("dialect")?;
    for value in a.rest {
        let text = match plain(value) {
            Value::Call(text) if is_text(text) => text_clause(text)?.text,
            _ => a.at().text("prefixes", value)?,
        };
        // `*`: any
        prefixes.push(Prefix { text, dialect: dialect.clone().filter(|dialect| dialect != "*") });
    }
    Ok(())
}

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
pub(super) fn entity(made: &mut Select, at: Context<'_>, value: &Value) -> Result<(), SourceError> {
    match plain(value) {
        Value::Call(call) => {
            if let Some(table) = source::table(call)? {
                if table.columns.is_empty() {
                    return Err(at.fault(format!("the columns of \"{}\" are not known here", table.table.name)));
                }
                made.columns.extend(table.columns.iter().map(|c| table.expression(c)));
                note(&mut made.aliases, value);
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
    note(&mut made.aliases, value);
    Ok(())
}

/// Keeps what the aliases and subqueries stand for that a value speaks of: nothing else says it.
pub(super) fn note(aliases: &mut Vec<FromItem>, value: &Value) {
    let Value::Call(call) = plain(value) else {
        if let Some(items) = plain(value).as_items() {
            items.iter().for_each(|item| note(aliases, item));
        }
        return;
    };
    if is_query(call) {
        return; // It has its own FROM.
    }
    if let Ok(Some(table)) = source::table(call) {
        let item = table.as_from();
        if (table.alias.is_some() || table.derived.is_some()) && !aliases.contains(&item) {
            aliases.push(item);
        }
        return;
    }
    call.args.iter().chain(call.kwargs.iter().map(|(_, value)| value)).for_each(|arg| note(aliases, arg));
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
    found.ok_or_else(|| at.wrong(argument, value, "a table").help("a query is one as .subquery()"))
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
            a.rest.iter().for_each(|value| note(&mut made.aliases, value));
        }
        "order_by" | "group_by" => {
            let a = rest()?;
            let slot = if name == "order_by" { &mut made.order_by } else { &mut made.group_by };
            columns_in_order(slot, &a, &made.columns)?;
            a.rest.iter().for_each(|value| note(&mut made.aliases, value));
        }
        "limit" => made.limit = row_count(call)?,
        "offset" => made.offset = row_count(call)?,
        "distinct" => {
            let a = rest()?;
            made.distinct = true;
            for value in a.rest {
                made.distinct_on.push(column_or_expression(a.at(), "clauses", value)?);
            }
            a.rest.iter().for_each(|value| note(&mut made.aliases, value));
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
        "prefix_with" => add_prefixes(&mut made.prefixes, call)?,
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

/// The arguments of `order_by` or `group_by`; None takes away what was there. `columns` is the list of the SELECT.
fn columns_in_order(slot: &mut Vec<Expression>, a: &Arguments<'_>, columns: &[Expression]) -> Result<(), SourceError> {
    for value in a.rest {
        match plain(value) {
            Value::None => slot.clear(),
            _ => slot.push(resolved(columns, value, column_or_expression(a.at(), "clauses", value)?)),
        }
    }
    Ok(())
}

/// The argument of `limit` or `offset`.
fn row_count(call: &Call) -> Result<Option<Expression>, SourceError> {
    let a = Arguments::of_method(call, "value")?;
    a.get("value").map(|value| expression(a.at(), "value", value)).transpose()
}

/// A str in ORDER BY or GROUP BY, alone or in `desc("x")`, means the column of that name in the list of the SELECT.
fn resolved(columns: &[Expression], value: &Value, made: Expression) -> Expression {
    let is_text = match plain(value) {
        Value::Str(_) => true,
        Value::Call(call) => matches!(call.args.first().map(plain), Some(Value::Str(_))),
        _ => false,
    };
    match made {
        Expression::Ordered { operand, order, nulls } if is_text => {
            Expression::Ordered { operand: Box::new(named(columns, *operand)), order, nulls }
        }
        made if is_text => named(columns, made),
        made => made,
    }
}

fn named(columns: &[Expression], made: Expression) -> Expression {
    let Expression::Column { table: None, name: wanted, sql_type: None } = &made else { return made };
    let found = columns.iter().find(|column| matches!(column, Expression::Column { name, .. } if name == wanted));
    found.cloned().unwrap_or(made)
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
