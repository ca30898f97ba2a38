//! Identifiers.

use crate::render::identifier::{quoted, quoted_where_needed};

/// The words that SQLAlchemy quotes on SQLite, and two more that SQLite does not take as names: `nothing` and `returning`.
const RESERVED: &[&str] = &[
    "add",
    "after",
    "all",
    "alter",
    "analyze",
    "and",
    "as",
    "asc",
    "attach",
    "autoincrement",
    "before",
    "begin",
    "between",
    "by",
    "cascade",
    "case",
    "cast",
    "check",
    "collate",
    "column",
    "commit",
    "conflict",
    "constraint",
    "create",
    "cross",
    "current_date",
    "current_time",
    "current_timestamp",
    "database",
    "default",
    "deferrable",
    "deferred",
    "delete",
    "desc",
    "detach",
    "distinct",
    "drop",
    "each",
    "else",
    "end",
    "escape",
    "except",
    "exclusive",
    "exists",
    "explain",
    "fail",
    "false",
    "for",
    "foreign",
    "from",
    "full",
    "glob",
    "group",
    "having",
    "if",
    "ignore",
    "immediate",
    "in",
    "index",
    "indexed",
    "initially",
    "inner",
    "insert",
    "instead",
    "intersect",
    "into",
    "is",
    "isnull",
    "join",
    "key",
    "left",
    "like",
    "limit",
    "match",
    "natural",
    "not",
    "nothing",
    "notnull",
    "null",
    "of",
    "offset",
    "on",
    "or",
    "order",
    "outer",
    "plan",
    "pragma",
    "primary",
    "query",
    "raise",
    "references",
    "reindex",
    "rename",
    "replace",
    "restrict",
    "returning",
    "right",
    "rollback",
    "row",
    "select",
    "set",
    "table",
    "temp",
    "temporary",
    "then",
    "to",
    "transaction",
    "trigger",
    "true",
    "union",
    "unique",
    "update",
    "using",
    "vacuum",
    "values",
    "view",
    "virtual",
    "when",
    "where",
];

/// An identifier, quoted where SQLAlchemy quotes it.
pub(super) fn quote(identifier: &str) -> String {
    quoted_where_needed(identifier, '"', |word| RESERVED.binary_search(&word).is_ok())
}

/// An identifier in quotes.
pub(super) fn always(identifier: &str) -> String {
    quoted(identifier, '"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_where_sqlalchemy_quotes() {
        assert!(RESERVED.is_sorted());
        for plain in ["a", "a_1", "user", "a$", "_x", "name", "value", "rowid"] {
            assert_eq!(quote(plain), plain);
        }
        for (name, text) in [
            ("order", "\"order\""),
            ("Order", "\"Order\""),
            ("a b", "\"a b\""),
            ("1a", "\"1a\""),
            ("$a", "\"$a\""),
            ("a\"b", "\"a\"\"b\""),
            ("é", "\"é\""),
            ("a.b", "\"a.b\""),
            ("", "\"\""),
        ] {
            assert_eq!(quote(name), text);
        }
    }
}
