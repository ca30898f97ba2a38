//! What a bound value is called where values have names.

use limbeck_core::expression::Expression;

/// Where SQLAlchemy takes the name of a value from.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Hint {
    /// From nowhere: `param_1`
    #[default]
    None,
    /// From what it stands beside, counted: `id_1`
    Stem(String),
    /// From the column it is for: `id`
    Name(String),
}

/// A value beside a column is named after it.
pub(crate) fn column_hint(e: &Expression) -> Hint {
    match e {
        Expression::Column { name, .. } => Hint::Stem(name.clone()),
        _ => Hint::None,
    }
}
