//! Statements in the driver's own words: `%s` and `%(name)s`, as drivers that bind on the client fill them in.

use limbeck_core::expression::Literal;

use super::text_clause::ends_with_in;
use super::{Origin, Style};
use crate::{DialectError, DriverParameters};

/// The text with its parameters written into it. Without parameters it stays as it is, `%` included.
pub(crate) fn filled(style: &dyn Style, text: &str, parameters: &DriverParameters<'_>) -> Result<String, DialectError> {
    let (positional, named) = match parameters {
        DriverParameters::None => return Ok(text.to_owned()),
        DriverParameters::Positional(values) => (*values, None),
        DriverParameters::Named(values) => (&[][..], Some(*values)),
    };
    let mut out = String::with_capacity(text.len());
    let mut values = positional.iter();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        if let Some(after) = after.strip_prefix('%') {
            out.push('%');
            rest = after;
        } else if let Some(after) = after.strip_prefix('s').filter(|_| named.is_none()) {
            let value = values.next().ok_or_else(|| wrong("the statement has more %s than values".into()))?;
            out.push_str(&written(style, &out, value)?);
            rest = after;
        } else if let Some((name, after)) = after.strip_prefix('(').and_then(|a| a.split_once(")s")) {
            let found = named.and_then(|values| values.iter().find(|(n, _)| n == name));
            let (_, value) =
                found.ok_or_else(|| wrong(format!("the statement asks for '{name}', which has no value")))?;
            out.push_str(&written(style, &out, value)?);
            rest = after;
        } else {
            let next: String = after.chars().take(1).collect();
            return Err(wrong(format!("unsupported format character '{next}' after %")));
        }
    }
    if values.next().is_some() {
        return Err(wrong("not all values have a place in the statement".into()));
    }
    out.push_str(rest);
    Ok(out)
}

fn wrong(message: String) -> DialectError {
    DialectError::unsupported(message, "values are marked %s or %(name)s, and a percent sign beside them is %%")
}

/// A tuple after IN is a list in parentheses; elsewhere a list is what the driver makes of it.
fn written(style: &dyn Style, before: &str, value: &Literal) -> Result<String, DialectError> {
    let sent = |value: &Literal| match style.client_text(value, None, Origin::Execution) {
        Some(text) => text,
        None => style.inline(value, None),
    };
    match value {
        Literal::List(members) if ends_with_in(before) && !members.is_empty() => {
            let members: Result<Vec<String>, _> = members.iter().map(sent).collect();
            Ok(format!("({})", members?.join(", ")))
        }
        value => sent(value),
    }
}
