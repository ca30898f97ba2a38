//! Operators and methods of SQL expressions.

use limbeck_core::expression::{BinaryOperator, Expression, InMembers, Literal, Query, UnaryOperator};
use limbeck_core::schema::SqlType;
use limbeck_core::source::SourceError;

use super::context::{Context, plain};
use super::expression::{
    attribute, beside, cast_to, condition, expression, in_members, is_text, ordered, text_clause, type_of,
};
use super::select::{is_query, query};
use super::signature::Arguments;
use crate::directive::{Call, Value};

/// An operator, a method call or an attribute.
pub(super) fn method(at: Context<'_>, argument: &str, call: &Call) -> Result<Expression, SourceError> {
    if let Some(operator) = call.name.strip_prefix("operator.") {
        return python_operator(at, operator, call);
    }
    if call.name == "getattr" {
        return attribute(at, call);
    }
    if is_text(call) {
        return Ok(Expression::Text(text_clause(call)?));
    }
    let Some(receiver) = call.args.first() else { return Err(at.fault("a method without its object")) };
    let name = call.name.trim_start_matches('.');
    let operand = || expression(at, argument, receiver);
    // Methods of queries
    if let Value::Call(made) = receiver
        && is_query(made)
    {
        match name {
            "scalar_subquery" | "as_scalar" => return Ok(Expression::Subquery(Box::new(query(made)?))),
            "exists" => return Ok(Expression::Exists { query: Box::new(query(made)?), negated: false }),
            _ => {}
        }
    }
    if matches!(name, "where" | "select_from" | "correlate") {
        return exists_method(at, argument, name, call);
    }
    if let Some(found) = matches!(name, "asc" | "desc" | "nulls_first" | "nullsfirst" | "nulls_last" | "nullslast")
        .then(|| operand().map(|e| ordered(name, e)))
    {
        return Ok(found?.unwrap_or(Expression::Null));
    }
    match name {
        "__call__" => custom(at, call),
        "label" => {
            let a = Arguments::of_method(call, "name, type_?")?;
            Ok(Expression::Label { operand: Box::new(operand()?), name: a.text("name")? })
        }
        "cast" => cast_to(&Arguments::of_method(call, "type_")?, receiver),
        "collate" => {
            let a = Arguments::of_method(call, "collation")?;
            Ok(Expression::Collate { operand: Box::new(operand()?), collation: a.text("collation")? })
        }
        "distinct" => {
            Arguments::of_method(call, "")?;
            Ok(Expression::Distinct(Box::new(operand()?)))
        }
        "in_" | "not_in" | "notin_" => {
            let a = Arguments::of_method(call, "other")?;
            let operand = operand()?;
            let members = in_members(a.at(), a.required("other")?, type_of(&operand))?;
            Ok(Expression::In { operand: Box::new(operand), members, negated: name != "in_" })
        }
        "between" => {
            let a = Arguments::of_method(call, "cleft, cright, symmetric?")?;
            between(&a, receiver, "cleft", "cright")
        }
        "is_" | "is_not" | "isnot" => {
            let a = Arguments::of_method(call, "other")?;
            let other = constant(&a, "other")?;
            let operator = if name == "is_" { BinaryOperator::Is } else { BinaryOperator::IsNot };
            Ok(Expression::binary(operator, operand()?, other))
        }
        "like" | "not_like" | "notlike" | "ilike" | "not_ilike" | "notilike" => {
            let a = Arguments::of_method(call, "other, escape?")?;
            let operator = match name {
                "like" => BinaryOperator::Like,
                "ilike" => BinaryOperator::ILike,
                "not_like" | "notlike" => BinaryOperator::NotLike,
                _ => BinaryOperator::NotILike,
            };
            let operand = operand()?;
            let other = beside(a.at(), "other", a.required("other")?, type_of(&operand))?;
            Ok(escaped(Expression::binary(operator, operand, other), a.opt_text("escape")?))
        }
        "startswith" | "endswith" | "contains" | "istartswith" | "iendswith" | "icontains" => {
            let a = Arguments::of_method(call, "other, escape?, autoescape?")?;
            let mut escape = a.opt_text("escape")?;
            let mut other = expression(a.at(), "other", a.required("other")?)?;
            if a.get("autoescape").is_some() && a.flag("autoescape")? {
                let escape = escape.get_or_insert_with(|| "/".to_owned());
                let Expression::Bind { value: Literal::Text(text), .. } = &mut other else {
                    return Err(a.at().fault("`autoescape` is for text alone").help("escape the pattern yourself"));
                };
                for special in [escape.as_str(), "%", "_"] {
                    *text = text.replace(special, &format!("{escape}{special}"));
                }
            }
            Ok(escaped(affix(name, operand()?, other)?, escape))
        }
        "concat" => {
            let a = Arguments::of_method(call, "other")?;
            let operand = operand()?;
            let other = beside(a.at(), "other", a.required("other")?, type_of(&operand))?;
            Ok(Expression::binary(BinaryOperator::Concatenate, operand, other))
        }
        "is_distinct_from" | "is_not_distinct_from" | "isnot_distinct_from" => {
            let a = Arguments::of_method(call, "other")?;
            let operator = if name == "is_distinct_from" {
                BinaryOperator::IsDistinctFrom
            } else {
                BinaryOperator::IsNotDistinctFrom
            };
            let operand = operand()?;
            let other = beside(a.at(), "other", a.required("other")?, type_of(&operand))?;
            Ok(Expression::binary(operator, operand, other))
        }
        "over" => super::window::over(call, true),
        "filter" | "within_group" => super::window::modified(name, call, true),
        "self_group" => operand(),
        _ => Err(SourceError::new(
            call.location.clone(),
            format!("{}: .{name}(...) of an expression is not read here", at.what),
        )
        .help("write the expression as sa.text(\"...\")")),
    }
}

/// `exists(...).where(...)`, and the same on scalar subqueries.
fn exists_method(at: Context<'_>, argument: &str, name: &str, call: &Call) -> Result<Expression, SourceError> {
    let receiver = call.args.first().unwrap_or(&Value::None);
    match expression(at, argument, receiver)? {
        Expression::Exists { query, negated } => {
            Ok(Expression::Exists { query: changed(at, query, name, call)?, negated })
        }
        Expression::Subquery(query) => Ok(Expression::Subquery(changed(at, query, name, call)?)),
        _ => Err(at.wrong(argument, receiver, "a query")),
    }
}

fn changed(at: Context<'_>, mut query: Box<Query>, name: &str, call: &Call) -> Result<Box<Query>, SourceError> {
    match &mut *query {
        Query::Select(select) => super::select::apply(select, name, call)?,
        Query::Compound(_) => {
            return Err(at
                .fault(format!(".{name}(...) of several queries put together is not read here"))
                .help("make a .subquery() of them, and select from that"));
        }
    }
    Ok(query)
}

/// `.op("->>")(other)`
fn custom(at: Context<'_>, call: &Call) -> Result<Expression, SourceError> {
    let (Some(Value::Call(op)), Some(other), 2) = (call.args.first(), call.args.get(1), call.args.len()) else {
        return Err(at.fault("an operator needs one operand"));
    };
    if !matches!(op.name.as_str(), ".op" | ".bool_op") {
        return Err(at.wrong("operator", &call.args[0], "an operator"));
    }
    let a = Arguments::of_method(op, "opstring, precedence?, is_comparison?, return_type?, python_impl?")?;
    let left = expression(at, "operand", op.args.first().unwrap_or(&Value::None))?;
    let right = beside(at, "other", other, type_of(&left))?;
    Ok(Expression::binary(BinaryOperator::Custom(a.text("opstring")?), left, right))
}

fn escaped(like: Expression, escape: Option<String>) -> Expression {
    match escape {
        Some(escape) => Expression::Escaped { operand: Box::new(like), escape },
        None => like,
    }
}

/// What IS and `==` compare with: NULL, true and false are words of SQL, not values.
fn constant(a: &Arguments<'_>, name: &str) -> Result<Expression, SourceError> {
    match plain(a.required(name)?) {
        Value::Bool(true) => Ok(Expression::True),
        Value::Bool(false) => Ok(Expression::False),
        other => expression(a.at(), name, other),
    }
}

/// `.startswith(x)` is `LIKE x || '%'`; the names with `i` compare in lower case.
fn affix(name: &str, operand: Expression, other: Expression) -> Result<Expression, SourceError> {
    let percent = || Expression::Inline(Literal::Text("%".into()));
    let join = |left, right| Expression::binary(BinaryOperator::Concatenate, left, right);
    let lower = |e| Expression::Function { name: "lower".into(), arguments: vec![e] };
    let (operand, other, name) = match name.strip_prefix('i') {
        Some(name) => (lower(operand), lower(other), name),
        None => (operand, other, name),
    };
    let pattern = match name {
        "startswith" => join(other, percent()),
        "endswith" => join(percent(), other),
        _ => join(join(percent(), other), percent()),
    };
    Ok(Expression::binary(BinaryOperator::LikeAffix, operand, pattern))
}

pub(super) fn between(a: &Arguments<'_>, operand: &Value, low: &str, high: &str) -> Result<Expression, SourceError> {
    if a.get("symmetric").is_some() && a.flag("symmetric")? {
        return Err(a.at().fault("`symmetric` is not read here").help("write the condition as sa.text(\"...\")"));
    }
    let operand = expression(a.at(), "operand", operand)?;
    let low = beside(a.at(), low, a.required(low)?, type_of(&operand))?;
    let high = beside(a.at(), high, a.required(high)?, type_of(&operand))?;
    Ok(Expression::Between { operand: Box::new(operand), low: Box::new(low), high: Box::new(high), negated: false })
}

/// `a == b`, `a & b`, `~a`, `-a`, `t.c["x"]`
fn python_operator(at: Context<'_>, operator: &str, call: &Call) -> Result<Expression, SourceError> {
    let at = Context::new(at.what, &call.location);
    if operator == "getitem" {
        return attribute(at, call);
    }
    let Some(first) = call.args.first() else { return Err(at.fault("an operator needs an operand")) };
    match (operator, call.args.get(1)) {
        ("inv" | "invert" | "not_", None) => return Ok(negate(condition(at, "operand", first)?)),
        ("neg", None) => {
            let operand = Box::new(expression(at, "operand", first)?);
            return Ok(Expression::Unary { operator: UnaryOperator::Negate, operand });
        }
        _ => {}
    }
    let Some(second) = call.args.get(1) else { return Err(at.fault("an operator needs two operands")) };
    if matches!(operator, "and_" | "or_") {
        let members = vec![condition(at, "operand", first)?, condition(at, "operand", second)?];
        return Ok(junction(operator == "and_", members));
    }
    // The side that is an expression gives its type to the other.
    let (left, right) = if matches!(plain(first), Value::Call(_)) {
        let left = expression(at, "operand", first)?;
        let right = side(at, operator, second, &left)?;
        (left, right)
    } else {
        let right = expression(at, "operand", second)?;
        (side(at, operator, first, &right)?, right)
    };
    let operator = match operator {
        "eq" if is_word(&right) && right == Expression::Null => BinaryOperator::Is,
        "ne" if is_word(&right) && right == Expression::Null => BinaryOperator::IsNot,
        "eq" => BinaryOperator::Equal,
        "ne" => BinaryOperator::NotEqual,
        "lt" => BinaryOperator::Less,
        "le" => BinaryOperator::LessEqual,
        "gt" => BinaryOperator::Greater,
        "ge" => BinaryOperator::GreaterEqual,
        "add" if is_textual(&left) || is_textual(&right) => BinaryOperator::Concatenate,
        "add" => BinaryOperator::Add,
        "sub" => BinaryOperator::Subtract,
        "mul" => BinaryOperator::Multiply,
        "truediv" => BinaryOperator::Divide,
        "mod" => BinaryOperator::Modulo,
        other => {
            return Err(at
                .fault(format!("Python's operator `{other}` on an SQL expression is not read here"))
                .help("write the expression as sa.text(\"...\")"));
        }
    };
    Ok(Expression::binary(operator, left, right))
}

fn side(at: Context<'_>, operator: &str, value: &Value, other: &Expression) -> Result<Expression, SourceError> {
    match (operator, plain(value)) {
        ("eq" | "ne", Value::Bool(true)) => Ok(Expression::True),
        ("eq" | "ne", Value::Bool(false)) => Ok(Expression::False),
        (_, value) => beside(at, "operand", value, type_of(other)),
    }
}

fn is_word(expression: &Expression) -> bool {
    matches!(expression, Expression::Null | Expression::True | Expression::False)
}

/// Whether `+` with it joins text.
fn is_textual(expression: &Expression) -> bool {
    match expression {
        Expression::Bind { value: Literal::Text(_), sql_type: None } | Expression::Inline(Literal::Text(_)) => true,
        Expression::Binary { operator: BinaryOperator::Concatenate, .. } => true,
        other => match type_of(other) {
            Some(SqlType::String { .. } | SqlType::Text { .. } | SqlType::Enum { .. }) => true,
            Some(SqlType::Literal { name, .. }) => name.ends_with("CHAR") || name == "TEXT",
            _ => false,
        },
    }
}

/// AND or OR of several conditions: nested ones of the same kind are one, and what cannot decide is left out, as SQLAlchemy does.
pub(super) fn junction(all: bool, members: Vec<Expression>) -> Expression {
    let (neutral, decisive) =
        if all { (Expression::True, Expression::False) } else { (Expression::False, Expression::True) };
    let mut flat = Vec::new();
    for member in members {
        match member {
            Expression::Junction { all: inner, members } if inner == all => flat.extend(members),
            other if other == neutral => {}
            other => flat.push(other),
        }
    }
    if flat.contains(&decisive) {
        return decisive;
    }
    match flat.len() {
        0 => neutral,
        1 => flat.remove(0),
        _ => Expression::Junction { all, members: flat },
    }
}

/// NOT, moved into the operator where that has an opposite.
pub(super) fn negate(expression: Expression) -> Expression {
    match expression {
        Expression::Binary { operator, left, right } => match operator.negated() {
            Some(operator) => Expression::Binary { operator, left, right },
            None => {
                let operand = Box::new(Expression::Binary { operator, left, right });
                Expression::Unary { operator: UnaryOperator::Not, operand }
            }
        },
        Expression::In { operand, members, negated } => Expression::In { operand, members, negated: !negated },
        Expression::Between { operand, low, high, negated } => {
            Expression::Between { operand, low, high, negated: !negated }
        }
        Expression::Exists { query, negated } => Expression::Exists { query, negated: !negated },
        Expression::Escaped { operand, escape } => Expression::Escaped { operand: Box::new(negate(*operand)), escape },
        Expression::Unary { operator: UnaryOperator::Not, operand } => *operand,
        Expression::True => Expression::False,
        Expression::False => Expression::True,
        other => Expression::Unary { operator: UnaryOperator::Not, operand: Box::new(other) },
    }
}

/// The members of IN, for those who walk expressions.
pub(super) fn members_mut(members: &mut InMembers) -> &mut [Expression] {
    match members {
        InMembers::List(items) => items,
        InMembers::Query(_) => &mut [],
    }
}
