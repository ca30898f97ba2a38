//! DDL has no parameters: its values are written into the text.

use limbeck_core::expression::{Expression, Literal};
use limbeck_core::schema::SqlType;

use super::operators::members_mut;

/// The expression with every bound value written out.
pub(super) fn inline(mut expression: Expression) -> Expression {
    walk(&mut expression);
    expression
}

fn walk(expression: &mut Expression) {
    match expression {
        Expression::Bind { value, sql_type } => {
            *expression = written(std::mem::replace(value, Literal::Null), sql_type.as_ref());
        }
        Expression::Parameter { value, sql_type, .. } => {
            if let Some(value) = value.take() {
                *expression = written(value, sql_type.as_ref());
            }
        }
        Expression::Function { arguments: many, .. }
        | Expression::Junction { members: many, .. }
        | Expression::Tuple(many) => many.iter_mut().for_each(walk),
        Expression::Binary { left, right, .. } => {
            walk(left);
            walk(right);
        }
        Expression::Unary { operand, .. }
        | Expression::Cast { operand, .. }
        | Expression::Escaped { operand, .. }
        | Expression::Label { operand, .. }
        | Expression::Collate { operand, .. }
        | Expression::Ordered { operand, .. }
        | Expression::Distinct(operand) => walk(operand),
        Expression::Over(window) => {
            walk(&mut window.function);
            window.partition_by.iter_mut().chain(&mut window.order_by).for_each(walk);
        }
        Expression::Filtered { function, filter } => {
            walk(function);
            walk(filter);
        }
        Expression::WithinGroup { function, order_by } => {
            walk(function);
            order_by.iter_mut().for_each(walk);
        }
        Expression::In { operand, members, .. } => {
            walk(operand);
            members_mut(members).iter_mut().for_each(walk);
        }
        Expression::Between { operand, low, high, .. } => [operand, low, high].into_iter().for_each(|e| walk(e)),
        Expression::Case { operand, branches, otherwise } => {
            operand.iter_mut().for_each(|e| walk(e));
            for (test, result) in branches {
                walk(test);
                walk(result);
            }
            otherwise.iter_mut().for_each(|e| walk(e));
        }
        // In DDL a column is one of the table that is spoken of.
        Expression::Column { table, .. } => *table = None,
        Expression::Text(_)
        | Expression::Inline(_)
        | Expression::Null
        | Expression::True
        | Expression::False
        | Expression::Exists { .. }
        | Expression::Subquery(_)
        | Expression::Star
        | Expression::NextValue(_) => {}
    }
}

/// The value as it is written for its type.
fn written(value: Literal, sql_type: Option<&SqlType>) -> Expression {
    let number = match &value {
        Literal::Text(text) if sql_type.is_some_and(SqlType::is_integer) => text.trim().parse().ok(),
        _ => None,
    };
    match number.map_or(value, Literal::Int) {
        Literal::Null => Expression::Null,
        Literal::Bool(true) => Expression::True,
        Literal::Bool(false) => Expression::False,
        value => Expression::Inline(value),
    }
}
