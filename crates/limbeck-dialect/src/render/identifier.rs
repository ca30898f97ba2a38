//! When an identifier needs quotes: SQLAlchemy's rule.

/// The identifier, between double quotes where it needs them; `reserved` words are sorted.
pub(crate) fn quoted_where_needed(identifier: &str, reserved: &[&str]) -> String {
    match needs_quotes(identifier, |word| reserved.binary_search(&word).is_ok()) {
        true => quoted(identifier, '"'),
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
