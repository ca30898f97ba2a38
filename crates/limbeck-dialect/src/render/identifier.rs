//! When an identifier needs quotes, and what becomes of one that is too long: SQLAlchemy's rules.

use limbeck_core::schema::Name;
use md5::{Digest, Md5};

use super::Style;
use crate::DialectError;

/// The identifier, between quotes where it needs them.
pub(crate) fn quoted_where_needed(identifier: &str, quote: char, is_reserved: impl Fn(&str) -> bool) -> String {
    match needs_quotes(identifier, is_reserved) {
        true => quoted(identifier, quote),
        false => identifier.to_owned(),
    }
}

/// Reserved, starting with a digit or `$`, or anything but lower-case letters, digits, `_` and `$`.
fn needs_quotes(identifier: &str, is_reserved: impl Fn(&str) -> bool) -> bool {
    let lower = identifier.to_lowercase();
    let legal = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    identifier.is_empty()
        || lower != identifier
        || identifier.starts_with(|c: char| c.is_ascii_digit() || c == '$')
        || !identifier.chars().all(legal)
        || is_reserved(&lower)
}

/// The identifier between two quotes, quotes in it doubled.
pub(crate) fn quoted(identifier: &str, quote: char) -> String {
    let doubled = identifier.replace(quote, &format!("{quote}{quote}"));
    format!("{quote}{doubled}{quote}")
}

/// The name of a constraint or index. One that was made by a convention, or by `op.f`, is shortened, with a hash of the whole; one that
/// the script gives is not.
pub(crate) fn constraint_name(style: &(impl Style + ?Sized), name: &Name) -> Result<String, DialectError> {
    let limit = style.max_identifier_length();
    if name.text.chars().count() <= limit {
        return Ok(style.quote(&name.text));
    }
    if !name.is_final {
        return Err(DialectError::unsupported(
            format!("Identifier '{}' exceeds maximum length of {limit} characters", name.text),
            "give a shorter name",
        ));
    }
    let hash: String = Md5::digest(name.text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    let start: String = name.text.chars().take(limit - 8).collect();
    Ok(style.quote(&format!("{start}_{}", &hash[hash.len() - 4..])))
}
