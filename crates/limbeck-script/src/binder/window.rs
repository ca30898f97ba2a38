//! Window functions, and aggregates with a condition or an order.

use limbeck_core::expression::{Expression, FrameBound, Window};
use limbeck_core::source::SourceError;

use super::context::{Context, plain};
use super::expression::{column_or_expression, condition, expression};
use super::operators::junction;
use super::signature::Arguments;
use crate::directive::{Call, Value};

/// `function.over(...)`, or `over(function, ...)`
pub(super) fn over(call: &Call, is_method: bool) -> Result<Expression, SourceError> {
    let a = if is_method {
        Arguments::of_method(call, "*, partition_by?, order_by?, rows?, range_?, groups?, exclude?")?
    } else {
        Arguments::of(call, "element, partition_by?, order_by?, rows?, range_?, groups?, exclude?")?
    };
    let function = call.args.first().ok_or_else(|| a.at().fault("the function is missing"))?;
    let mut frame = None;
    for (argument, unit) in [("rows", "ROWS"), ("range_", "RANGE"), ("groups", "GROUPS")] {
        let Some(value) = a.get(argument) else { continue };
        if frame.is_some() {
            return Err(a.at().fault("`rows`, `range_` and `groups` exclude each other"));
        }
        let Some([start, end]) = plain(value).as_items() else {
            return Err(a.at().wrong(argument, value, "a tuple of two"));
        };
        frame = Some((unit, bound(a.at(), argument, start)?, bound(a.at(), argument, end)?));
    }
    if a.get("exclude").is_some() {
        return Err(a.at().fault("`exclude` is not read here").help("write the expression as sa.text(\"...\")"));
    }
    Ok(Expression::Over(Box::new(Window {
        function: expression(a.at(), "element", function)?,
        partition_by: list(&a, "partition_by")?,
        order_by: list(&a, "order_by")?,
        frame,
    })))
}

/// One column or expression, or several.
fn list(a: &Arguments<'_>, argument: &str) -> Result<Vec<Expression>, SourceError> {
    match a.get(argument).map(plain) {
        None => Ok(Vec::new()),
        Some(Value::List(items) | Value::Tuple(items)) => {
            items.iter().map(|item| column_or_expression(a.at(), argument, item)).collect()
        }
        Some(value) => Ok(vec![column_or_expression(a.at(), argument, value)?]),
    }
}

fn bound(at: Context<'_>, argument: &str, value: &Value) -> Result<FrameBound, SourceError> {
    let rows = match plain(value) {
        Value::None => return Ok(FrameBound::Unbounded),
        Value::Int(rows) => i64::try_from(*rows).ok(),
        _ => None,
    };
    rows.map(FrameBound::Rows).ok_or_else(|| at.wrong(argument, value, "a tuple of two, each an int or None"))
}

/// `.filter(...)`, `.within_group(...)`, or the functions of these names.
pub(super) fn modified(name: &str, call: &Call, is_method: bool) -> Result<Expression, SourceError> {
    let a = Arguments::of(call, "*clauses")?;
    let Some((function, clauses)) = a.rest.split_first() else {
        return Err(a.at().fault("the function is missing"));
    };
    let at = if is_method { a.at() } else { Context::new(name, &call.location) };
    let function = Box::new(expression(at, "element", function)?);
    if name == "within_group" {
        let order_by: Result<Vec<_>, _> = clauses.iter().map(|c| column_or_expression(at, "order_by", c)).collect();
        return Ok(Expression::WithinGroup { function, order_by: order_by? });
    }
    let members: Result<Vec<_>, _> = clauses.iter().map(|c| condition(at, "criterion", c)).collect();
    Ok(Expression::Filtered { function, filter: Box::new(junction(true, members?)) })
}
