//! SQL expressions: functions and literals. Operators and methods are in `operators`.

use limbeck_core::expression::{Expression, InMembers, Literal, Select, TextBind, TextClause, UnaryOperator};
use limbeck_core::schema::{NullsOrder, SortOrder, SqlType};
use limbeck_core::source::{Location, SourceError};

use super::context::{Context, describe, plain};
use super::inline::inline;
use super::literal::{call_literal, typed_literal};
use super::names::canonical;
use super::operators;
use super::select::{is_query, query};
use super::sequence::next_value;
use super::signature::Arguments;
use super::source;
use super::types::bound_type;
use crate::directive::{Call, Value};

/// An SQL expression; a plain value becomes a bound one.
///
/// # Errors
/// When the value is no expression, or one that is not known here.
pub fn bind_expression(value: &Value, at: &Location) -> Result<Expression, SourceError> {
    expression(Context::new("an expression", at), "expression", value)
}

/// An expression of DDL, where a str is SQL text and every value is written into the text.
pub(super) fn ddl_expression(at: Context<'_>, argument: &str, value: &Value) -> Result<Expression, SourceError> {
    match plain(value) {
        Value::Str(text) => Ok(Expression::text(text)),
        _ => Ok(inline(expression(at, argument, value)?)),
    }
}

pub(super) fn expression(at: Context<'_>, argument: &str, value: &Value) -> Result<Expression, SourceError> {
    beside(at, argument, value, None)
}

/// An expression that stands beside one of type `sql_type`, which a plain value then takes.
pub(super) fn beside(
    at: Context<'_>,
    argument: &str,
    value: &Value,
    sql_type: Option<&SqlType>,
) -> Result<Expression, SourceError> {
    match plain(value) {
        Value::None => Ok(Expression::Null),
        Value::Call(call) => match call_literal(call)? {
            Some(value) => Ok(Expression::Bind { value, sql_type: sql_type.cloned() }),
            None => construct(at, argument, call),
        },
        Value::Name(_) => Err(at.wrong(argument, value, "an SQL expression").help("is it meant to be called?")),
        value => {
            Ok(Expression::Bind { value: typed_literal(at, argument, value, sql_type)?, sql_type: sql_type.cloned() })
        }
    }
}

/// Where a str is the name of a column: ORDER BY, GROUP BY, `desc("x")`, index elements.
pub(super) fn column_or_expression(at: Context<'_>, argument: &str, value: &Value) -> Result<Expression, SourceError> {
    match plain(value) {
        Value::Str(name) => Ok(Expression::column(name)),
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) => {
            Err(at.wrong(argument, value, "a column or an SQL expression"))
        }
        _ => expression(at, argument, value),
    }
}

/// The type of an expression, as far as it is known.
pub(super) fn type_of(expression: &Expression) -> Option<&SqlType> {
    match expression {
        Expression::Column { sql_type, .. }
        | Expression::Bind { sql_type, .. }
        | Expression::Parameter { sql_type, .. } => sql_type.as_ref().filter(|t| **t != SqlType::Null),
        Expression::Cast { sql_type, .. } => Some(sql_type),
        Expression::Label { operand, .. } | Expression::Collate { operand, .. } => type_of(operand),
        _ => None,
    }
}

fn construct(at: Context<'_>, argument: &str, call: &Call) -> Result<Expression, SourceError> {
    let name = canonical(&call.name);
    if name.starts_with('.') || name.starts_with("operator.") || name == "getattr" {
        if is_query(call) {
            return Ok(Expression::Subquery(Box::new(query(call)?)));
        }
        return match next_value(at, call)? {
            Some(found) => Ok(found),
            None => operators::method(at, argument, call),
        };
    }
    if let Some(function) = name.strip_prefix("sqlalchemy.func.") {
        return self::function(function, call);
    }
    let unknown = || at.wrong(argument, &Value::Call(Box::new(call.clone())), "an SQL expression");
    let Some(name) = name.strip_prefix("sqlalchemy.") else {
        return match &*name {
            "alembic.op.inline_literal" => {
                let a = Arguments::of(call, "value, type_?")?;
                let sql_type = opt_type(&a, "type_")?;
                Ok(Expression::Inline(typed_literal(a.at(), "value", a.required("value")?, sql_type.as_ref())?))
            }
            "limbeck.sql" => Ok(Expression::text(
                Context::new(&call.name, &call.location).text("text", call.args.first().unwrap_or(&Value::None))?,
            )),
            _ => Err(unknown()),
        };
    };
    match name {
        "text" => Ok(Expression::Text(text_clause(call)?)),
        "literal_column" => {
            let a = Arguments::of(call, "text, type_?")?;
            Ok(Expression::text(escape_binds(&a.text("text")?)))
        }
        "column" => {
            let a = Arguments::of(call, "text, type_?, is_literal?")?;
            if a.flag("is_literal")? {
                return Ok(Expression::text(escape_binds(&a.text("text")?)));
            }
            Ok(Expression::Column { table: None, name: a.text("text")?, sql_type: opt_type(&a, "type_")? })
        }
        "Column" => {
            let column = super::column_def::column(call)?;
            Ok(Expression::Column { table: None, name: column.column.name, sql_type: Some(column.column.sql_type) })
        }
        "literal" => {
            let a = Arguments::of(call, "value, type_?, literal_execute?")?;
            let sql_type = opt_type(&a, "type_")?;
            let value = typed_literal(a.at(), "value", a.required("value")?, sql_type.as_ref())?;
            Ok(Expression::Bind { value, sql_type })
        }
        "bindparam" => bindparam(call),
        "null" => Arguments::of(call, "").map(|_| Expression::Null),
        "true" => Arguments::of(call, "").map(|_| Expression::True),
        "false" => Arguments::of(call, "").map(|_| Expression::False),
        "and_" | "or_" => {
            let a = Arguments::of(call, "*clauses")?;
            let members: Result<Vec<_>, _> = a.rest.iter().map(|v| condition(a.at(), "clauses", v)).collect();
            Ok(operators::junction(name == "and_", members?))
        }
        "not_" => {
            let a = Arguments::of(call, "clause")?;
            Ok(operators::negate(condition(a.at(), "clause", a.required("clause")?)?))
        }
        "case" => case(call),
        "cast" | "try_cast" if name == "cast" => cast(call),
        "type_coerce" => {
            let a = Arguments::of(call, "expression, type_")?;
            let sql_type = bound_type(a.at(), "type_", a.required("type_")?)?.sql_type;
            beside(a.at(), "expression", a.required("expression")?, Some(&sql_type))
        }
        "exists" => exists(call),
        "tuple_" => {
            let a = Arguments::of(call, "*clauses, types?")?;
            let members: Result<Vec<_>, _> = a.rest.iter().map(|v| expression(a.at(), "clauses", v)).collect();
            Ok(Expression::Tuple(members?))
        }
        "distinct" => {
            let a = Arguments::of(call, "expr")?;
            Ok(Expression::Distinct(Box::new(column_or_expression(a.at(), "expr", a.required("expr")?)?)))
        }
        "any_" | "all_" => {
            let a = Arguments::of(call, "expr")?;
            let operand = expression(a.at(), "expr", a.required("expr")?)?;
            let operator = if name == "any_" { UnaryOperator::Any } else { UnaryOperator::All };
            Ok(Expression::Unary { operator, operand: Box::new(operand) })
        }
        "asc" | "desc" | "nulls_first" | "nullsfirst" | "nulls_last" | "nullslast" => {
            let a = Arguments::of(call, "column")?;
            Ok(ordered(name, column_or_expression(a.at(), "column", a.required("column")?)?)
                .unwrap_or(Expression::Null))
        }
        "collate" => {
            let a = Arguments::of(call, "expression, collation")?;
            let operand = Box::new(expression(a.at(), "expression", a.required("expression")?)?);
            Ok(Expression::Collate { operand, collation: a.text("collation")? })
        }
        "between" => {
            let a = Arguments::of(call, "expr, lower_bound, upper_bound, symmetric?")?;
            operators::between(&a, a.required("expr")?, "lower_bound", "upper_bound")
        }
        "label" => {
            let a = Arguments::of(call, "name, element, type_?")?;
            let operand = Box::new(expression(a.at(), "element", a.required("element")?)?);
            Ok(Expression::Label { operand, name: a.text("name")? })
        }
        _ if is_query(call) => Ok(Expression::Subquery(Box::new(query(call)?))),
        "over" => super::window::over(call, false),
        "funcfilter" | "within_group" => super::window::modified(name, call, false),
        _ => Err(unknown()),
    }
}

/// A condition of WHERE and the like: an expression, True or False.
pub(super) fn condition(at: Context<'_>, argument: &str, value: &Value) -> Result<Expression, SourceError> {
    match plain(value) {
        Value::Bool(true) => Ok(Expression::True),
        Value::Bool(false) => Ok(Expression::False),
        Value::Call(_) | Value::Name(_) | Value::Absent(_) => expression(at, argument, value),
        other => Err(at.wrong(argument, other, "an SQL condition").help("SQL as text is written sa.text(\"...\")")),
    }
}

/// `e ASC`, `e NULLS LAST`, ...; `None` for other names.
pub(super) fn ordered(name: &str, expression: Expression) -> Option<Expression> {
    let (operand, mut order, mut nulls) = match expression {
        Expression::Ordered { operand, order, nulls } => (operand, order, nulls),
        other => (Box::new(other), None, None),
    };
    match name {
        "asc" => order = Some(SortOrder::Ascending),
        "desc" => order = Some(SortOrder::Descending),
        "nulls_first" | "nullsfirst" => nulls = Some(NullsOrder::First),
        "nulls_last" | "nullslast" => nulls = Some(NullsOrder::Last),
        _ => return None,
    }
    Some(Expression::Ordered { operand, order, nulls })
}

pub(super) fn opt_type(a: &Arguments<'_>, name: &str) -> Result<Option<SqlType>, SourceError> {
    a.get(name).map(|value| Ok(bound_type(a.at(), name, value)?.sql_type)).transpose()
}

/// `text("...")` and what `.bindparams(...)` and `.columns(...)` add to it.
pub(super) fn text_clause(call: &Call) -> Result<TextClause, SourceError> {
    match (&*canonical(&call.name), call.args.first()) {
        ("sqlalchemy.text", _) => Ok(TextClause::new(Arguments::of(call, "text")?.text("text")?)),
        ("sqlalchemy.DDL", _) => ddl_text(call),
        ("limbeck.sql", Some(text)) => {
            Ok(TextClause::new(Context::new(&call.name, &call.location).text("text", text)?))
        }
        (".bindparams", Some(Value::Call(receiver))) => {
            let mut clause = text_clause(receiver)?;
            add_binds(&mut clause, call)?;
            Ok(clause)
        }
        // They say how rows are read, which nobody does here.
        (".columns" | ".execution_options", Some(Value::Call(receiver))) => text_clause(receiver),
        _ => Err(Context::new("op.execute", &call.location).wrong(
            "text",
            &Value::Call(Box::new(call.clone())),
            "sa.text(...)",
        )),
    }
}

/// Whether the call is `text(...)`, or a chain that begins with it.
pub(super) fn is_text(call: &Call) -> bool {
    match (&*canonical(&call.name), call.args.first()) {
        ("sqlalchemy.text" | "sqlalchemy.DDL" | "limbeck.sql", _) => true,
        (".bindparams" | ".columns" | ".execution_options", Some(Value::Call(receiver))) => is_text(receiver),
        _ => false,
    }
}

/// `DDL("...")`: `%` is doubled and `:name` is no bind there.
fn ddl_text(call: &Call) -> Result<TextClause, SourceError> {
    let a = Arguments::of(call, "statement, context?")?;
    let text = a.text("statement")?;
    if a.get("context").is_some() || text.replace("%%", "").contains('%') {
        return Err(a.at().fault("a DDL with `%` substitutions is not read").help("write the whole text"));
    }
    Ok(TextClause::new(escape_binds(&text.replace("%%", "%"))))
}

fn add_binds(clause: &mut TextClause, call: &Call) -> Result<(), SourceError> {
    let at = Context::new("sa.text(...).bindparams", &call.location);
    let mut binds = Vec::new();
    for value in call.args.iter().skip(1) {
        match super::context::construct(value, "sqlalchemy.bindparam") {
            Some(bind) => binds.push(text_bind(bind)?),
            None => return Err(at.wrong("binds", value, "sa.bindparam(...)")),
        }
    }
    for (name, value) in &call.kwargs {
        let value = Some(typed_literal(at, name, value, None)?);
        binds.push(TextBind { name: name.clone(), value, sql_type: None, expanding: false });
    }
    for bind in binds {
        if !bind_names(&clause.text).any(|name| name == bind.name) {
            return Err(at.fault(format!("the text has no bind `:{}`", bind.name)));
        }
        clause.binds.retain(|b| b.name != bind.name);
        clause.binds.push(bind);
    }
    Ok(())
}

const BINDPARAM: &str =
    "key, value?, type_?, unique?, required?, quote?, callable_?, expanding?, isoutparam?, literal_execute?";

fn text_bind(call: &Call) -> Result<TextBind, SourceError> {
    let a = Arguments::of(call, BINDPARAM)?;
    let sql_type = opt_type(&a, "type_")?;
    let value = a.given("value").map(|v| typed_literal(a.at(), "value", v, sql_type.as_ref())).transpose()?;
    Ok(TextBind { name: a.text("key")?, value, sql_type, expanding: a.flag("expanding")? })
}

fn bindparam(call: &Call) -> Result<Expression, SourceError> {
    let a = Arguments::of(call, BINDPARAM)?;
    let sql_type = opt_type(&a, "type_")?;
    let value = a.given("value").map(|v| typed_literal(a.at(), "value", v, sql_type.as_ref())).transpose()?;
    if a.get("callable_").is_some() {
        return Err(a.at().fault("`callable_` is not read").help("give the value"));
    }
    match (a.opt_text("key")?, value) {
        (None, Some(value)) => Ok(Expression::Bind { value, sql_type }),
        (None, None) => Err(a.at().fault("it has neither a name nor a value")),
        (Some(name), value) => Ok(Expression::Parameter { name, value, sql_type }),
    }
}

/// The places of `:name` in a text, as SQLAlchemy finds them: not after a word, a colon or a backslash, not before a colon.
fn bind_spans(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(':').filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + 1..];
        let name = &rest[..rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())];
        let free = before.is_none_or(|c| !is_word(c) && c != ':' && c != '\\');
        (free && !name.is_empty() && !rest[name.len()..].starts_with(':')).then_some((at, name))
    })
}

fn bind_names(text: &str) -> impl Iterator<Item = &str> {
    bind_spans(text).map(|(_, name)| name)
}

/// Text in which nothing is a bind.
pub(super) fn escape_binds(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in bind_spans(text) {
        out.push_str(&text[done..at]);
        out.push('\\');
        done = at;
    }
    out.push_str(&text[done..]);
    out
}

/// `sa.func.NAME(...)`
fn function(name: &str, call: &Call) -> Result<Expression, SourceError> {
    let at = Context::new(&call.name, &call.location);
    match name {
        "cast" => return cast(call),
        "extract" => return Err(at.fault("is not read").help("write it as sa.text(\"EXTRACT(...)\")")),
        _ => {}
    }
    if let Some((unknown, _)) = call.kwargs.iter().find(|(k, _)| k != "type_") {
        return Err(at.fault(format!("there is no argument `{unknown}`")));
    }
    let arguments: Result<Vec<_>, _> = call.args.iter().map(|value| expression(at, "arguments", value)).collect();
    let mut arguments = arguments?;
    if name.eq_ignore_ascii_case("count") && arguments.is_empty() {
        arguments.push(Expression::Star);
    }
    Ok(Expression::Function { name: name.into(), arguments })
}

fn cast(call: &Call) -> Result<Expression, SourceError> {
    let a = Arguments::of(call, "expression, type_")?;
    cast_to(&a, a.required("expression")?)
}

/// `CAST(value AS type_)`
pub(super) fn cast_to(a: &Arguments<'_>, value: &Value) -> Result<Expression, SourceError> {
    let sql_type = bound_type(a.at(), "type_", a.required("type_")?)?.sql_type;
    let operand = match beside(a.at(), "expression", value, Some(&sql_type))? {
        // Text is text until the database casts it; SQLAlchemy takes the text of an integer for one.
        Expression::Bind { value: Literal::Text(text), .. } => {
            let integer = sql_type.is_integer() && text.trim().parse::<i64>().is_ok();
            Expression::Bind { value: Literal::Text(text), sql_type: integer.then(|| sql_type.clone()) }
        }
        other => other,
    };
    Ok(Expression::Cast { operand: Box::new(operand), sql_type })
}

fn case(call: &Call) -> Result<Expression, SourceError> {
    let a = Arguments::of(call, "*whens, value?, else_?")?;
    let operand = a.get("value").map(|v| expression(a.at(), "value", v)).transpose()?;
    let mut branches = Vec::new();
    for when in a.rest {
        match plain(when) {
            Value::Tuple(pair) => {
                let [test, result] = pair.as_slice() else {
                    return Err(a.at().wrong("whens", when, "pairs of a condition and a value"));
                };
                let test = if operand.is_some() {
                    expression(a.at(), "whens", test)
                } else {
                    condition(a.at(), "whens", test)
                };
                branches.push((test?, expression(a.at(), "whens", result)?));
            }
            Value::Dict(entries) => {
                for (test, result) in entries {
                    branches.push((expression(a.at(), "whens", test)?, expression(a.at(), "whens", result)?));
                }
            }
            Value::List(_) => {
                return Err(a
                    .at()
                    .wrong("whens", when, "given one by one: case((a, b), (c, d))")
                    .help("SQLAlchemy 2 takes no list here"));
            }
            _ => return Err(a.at().wrong("whens", when, "pairs of a condition and a value")),
        }
    }
    if branches.is_empty() {
        return Err(a.at().fault("at least one condition is needed"));
    }
    let otherwise = a.given("else_").map(|v| expression(a.at(), "else_", v)).transpose()?;
    Ok(Expression::Case { operand: operand.map(Box::new), branches, otherwise: otherwise.map(Box::new) })
}

fn exists(call: &Call) -> Result<Expression, SourceError> {
    let a = Arguments::of(call, "query?")?;
    match a.get("query").map(plain) {
        Some(Value::Call(made)) if is_query(made) => {
            Ok(Expression::Exists { query: Box::new(query(made)?), negated: false })
        }
        // EXISTS of a subquery selects all of it.
        Some(value @ Value::Call(made)) if source::table(made)?.is_some() => {
            let mut select = Select::default();
            super::select::entity(&mut select, a.at(), value)?;
            Ok(Expression::Exists { query: Box::new(select.into()), negated: false })
        }
        Some(other) => Err(a.at().wrong("query", other, "sa.select(...)")),
        None => Ok(Expression::Exists { query: Box::default(), negated: false }),
    }
}

/// The members of `.in_(...)`.
pub(super) fn in_members(at: Context<'_>, value: &Value, sql_type: Option<&SqlType>) -> Result<InMembers, SourceError> {
    match plain(value) {
        Value::List(items) | Value::Tuple(items) | Value::Set(items) => {
            let items: Result<_, _> = items.iter().map(|item| beside(at, "other", item, sql_type)).collect();
            Ok(InMembers::List(items?))
        }
        Value::Call(call) if is_query(call) => Ok(InMembers::Query(Box::new(query(call)?))),
        Value::Call(call) if canonical(&call.name) == "sqlalchemy.bindparam" => {
            Ok(InMembers::List(vec![bindparam(call)?]))
        }
        _ => Err(at.wrong("other", value, "a list or sa.select(...)")),
    }
}

/// What an attribute or item of a construct is: a column of a table.
pub(super) fn attribute(at: Context<'_>, call: &Call) -> Result<Expression, SourceError> {
    if let Some(text) = super::json::text(at, call)? {
        return Ok(text);
    }
    let refuse = || {
        let fault = SourceError::new(
            call.location.clone(),
            format!("{}: {} is not read here", at.what, describe(&Value::Call(Box::new(call.clone())))),
        );
        fault.help("columns are written t.c.name or sa.column(\"name\")")
    };
    let (Some(Value::Call(columns)), Some(Value::Str(key))) = (call.args.first(), call.args.get(1).map(plain)) else {
        return Err(refuse());
    };
    if let (Some(Value::Call(insert)), Some(row)) = (columns.args.first(), columns.args.get(1).and_then(Value::as_str))
        && matches!(row, "excluded" | "inserted")
    {
        return super::upsert::new_row(insert, row, key, &call.location);
    }
    let is_columns = columns.name == "getattr"
        && matches!(columns.args.get(1).and_then(Value::as_str), Some("c" | "columns" | "exported_columns"));
    let Some(Value::Call(table)) = columns.args.first().filter(|_| is_columns) else { return Err(refuse()) };
    match source::table(table)? {
        Some(table) => table.column(key, &call.location),
        None => Err(refuse()),
    }
}
