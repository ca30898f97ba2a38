//! Identifiers.

/// An identifier, quoted only where that is needed.
pub(super) fn quote(identifier: &str) -> String {
    format!("\"{}\"", identifier.replace('"', "\"\""))
}
