//! What goes into queries of the catalogues, and lists that come out of them.

use crate::DialectError;
pub(super) use crate::row::Row;

/// What lists are joined with: a character that no sensible name has.
pub(super) const SEPARATOR: char = '\u{1f}';

/// A text as a literal that means the same whatever `standard_conforming_strings` says.
pub(in crate::postgresql) fn literal(text: &str) -> String {
    let quoted = text.replace('\'', "''");
    if quoted.contains('\\') { format!("E'{}'", quoted.replace('\\', "\\\\")) } else { format!("'{quoted}'") }
}

/// `'{1,2}'::pg_catalog.oid[]`
pub(super) fn oids(all: impl Iterator<Item = i64>) -> String {
    let all: Vec<String> = all.map(|oid| oid.to_string()).collect();
    format!("'{{{}}}'::pg_catalog.oid[]", all.join(","))
}

/// Names joined by [`SEPARATOR`].
pub(super) fn list(row: Row<'_>, at: usize) -> Result<Vec<String>, DialectError> {
    let text = row.opt_text(at)?;
    Ok(text.map(|text| text.split(SEPARATOR).map(str::to_owned).collect()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_mean_what_they_say() {
        assert_eq!(literal("it's"), "'it''s'");
        assert_eq!(literal("a\\'b"), "E'a\\\\''b'");
        assert_eq!(oids([1, 2].into_iter()), "'{1,2}'::pg_catalog.oid[]");
    }
}
