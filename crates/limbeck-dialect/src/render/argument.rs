//! Arguments of a dialect's own types.

use limbeck_core::schema::{DialectOptions, OptionValue};

/// An argument of a type that is a number.
pub(crate) fn number(arguments: &DialectOptions, key: &str) -> Option<u32> {
    match argument(arguments, key)? {
        OptionValue::Int(n) => u32::try_from(*n).ok(),
        _ => None,
    }
}

/// An argument of a type that is text.
pub(crate) fn word<'a>(arguments: &'a DialectOptions, key: &str) -> Option<&'a str> {
    match argument(arguments, key)? {
        OptionValue::Text(text) => Some(text),
        _ => None,
    }
}

/// An argument of a type, whichever dialect's type it is.
pub(crate) fn argument<'a>(arguments: &'a DialectOptions, key: &str) -> Option<&'a OptionValue> {
    arguments.0.iter().find(|o| o.name == key).map(|o| &o.value)
}

/// Whether an argument of a type is set.
pub(crate) fn flag(arguments: &DialectOptions, key: &str) -> bool {
    matches!(argument(arguments, key), Some(OptionValue::Bool(true)))
}

/// The values of an ENUM or SET.
pub(crate) fn values(arguments: &DialectOptions) -> Vec<&str> {
    let listed = match argument(arguments, "values") {
        Some(OptionValue::List(values)) => values.as_slice(),
        _ => &[],
    };
    listed.iter().filter_map(|v| if let OptionValue::Text(text) = v { Some(text.as_str()) } else { None }).collect()
}
