//! Values taken out of JSON: `t.c.data["key"].astext`.

use limbeck_core::expression::{BinaryOperator, Expression, Literal};
use limbeck_core::source::SourceError;

use super::context::{Context, plain};
use super::expression::expression;
use crate::directive::{Call, Value};

/// `column["key"].astext` is `column ->> 'key'`, and with several keys `column #>> '{a, b}'`. `None` for anything else: what `column["key"]`
/// is without `astext` depends on the column's type and the server's version.
pub(super) fn text(at: Context<'_>, call: &Call) -> Result<Option<Expression>, SourceError> {
    let (Some(Value::Call(item)), Some("astext")) = (call.args.first(), call.args.get(1).and_then(Value::as_str))
    else {
        return Ok(None);
    };
    let (Some(column), Some(key), "operator.getitem") = (item.args.first(), item.args.get(1), item.name.as_str())
    else {
        return Ok(None);
    };
    let (operator, key) = match plain(key) {
        Value::Str(key) => ("->>", Literal::Text(key.clone())),
        Value::Int(place) => match i64::try_from(*place) {
            Ok(place) => ("->>", Literal::Int(place)),
            Err(_) => return Ok(None),
        },
        Value::Tuple(keys) | Value::List(keys) => {
            let part = |key: &Value| match plain(key) {
                Value::Str(key) => Some(key.clone()),
                Value::Int(place) => Some(place.to_string()),
                _ => None,
            };
            let Some(parts) = keys.iter().map(part).collect::<Option<Vec<String>>>() else { return Ok(None) };
            ("#>>", Literal::Text(format!("{{{}}}", parts.join(", "))))
        }
        _ => return Ok(None),
    };
    let column = expression(at, "column", column)?;
    let key = Expression::Bind { value: key, sql_type: None };
    Ok(Some(Expression::binary(BinaryOperator::Custom(operator.into()), column, key)))
}
