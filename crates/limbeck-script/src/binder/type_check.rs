//! The CHECK that `Boolean` and `Enum` bring along with `create_constraint=True`.

use limbeck_core::expression::{Expression, InMembers, Literal};
use limbeck_core::schema::{CheckConstraint, Deferral, DialectOptions, Name, SqlType};

/// The CHECK of a column of that type on `dialect`, where the dialect has no such type itself.
pub(super) fn type_check(
    column: &str,
    sql_type: &SqlType,
    name_is_final: bool,
    dialect: &str,
) -> Option<CheckConstraint> {
    let (name, members) = match sql_type.for_dialect(dialect) {
        SqlType::Boolean { name, create_constraint: true } if !matches!(dialect, "postgresql" | "oracle" | "mssql") => {
            (name, vec![Literal::Int(0), Literal::Int(1)])
        }
        SqlType::Enum { values, name, native, create_constraint: true, .. }
            if !(*native && matches!(dialect, "postgresql" | "mysql" | "mariadb")) =>
        {
            (name, values.iter().cloned().map(Literal::Text).collect())
        }
        _ => return None,
    };
    let members = members.into_iter().map(Expression::Inline).collect();
    let condition = Expression::In {
        operand: Box::new(Expression::column(column)),
        members: InMembers::List(members),
        negated: false,
    };
    Some(CheckConstraint {
        name: name.clone().map(|text| Name { text, is_final: name_is_final }),
        condition,
        deferral: Deferral::default(),
        options: DialectOptions::default(),
        of_type: Some(column.into()),
    })
}
