//! Types from the text that `format_type` gives.

use limbeck_core::schema::{OptionValue, SqlType};

use super::named_types::NamedTypes;
use super::options;

/// A type as the catalogue has it.
pub(super) struct Written {
    /// What `format_type` says: `character varying(20)[]`
    pub(super) text: String,
    /// Dimensions of an array, as far as the catalogue knows.
    pub(super) dimensions: i64,
    /// The type's oid, or that of an array's element.
    pub(super) element: i64,
}

/// The types of PostgreSQL's own that SQLAlchemy has a class of its own for, and which take no arguments.
const PLAIN: &[&str] = &[
    "json",
    "jsonb",
    "hstore",
    "inet",
    "cidr",
    "macaddr",
    "macaddr8",
    "money",
    "oid",
    "regclass",
    "regconfig",
    "tsvector",
    "tsquery",
    "jsonpath",
    "bytea",
    "int4range",
    "int8range",
    "numrange",
    "daterange",
    "tsrange",
    "tstzrange",
    "int4multirange",
    "int8multirange",
    "nummultirange",
    "datemultirange",
    "tsmultirange",
    "tstzmultirange",
];

/// The type that SQLAlchemy makes of it. One that it does not know stays as it is written.
pub(super) fn sql_type(written: &Written, collation: Option<String>, named: &NamedTypes) -> SqlType {
    let item = written.text.trim_end_matches("[]");
    let element = match named.get(written.element) {
        Some(found) => named.sql_type(found, collation),
        None => known(item, collation).unwrap_or_else(|| SqlType::Verbatim(item.to_owned())),
    };
    if item.len() == written.text.len() {
        return element;
    }
    // Not kept for every table: one made by CREATE TABLE AS says 0.
    let dimensions = u32::try_from(written.dimensions).unwrap_or(1).max(1);
    SqlType::Array { item: Box::new(element), dimensions, generic: false }
}

fn known(text: &str, collation: Option<String>) -> Option<SqlType> {
    let (base, arguments) = parts(text)?;
    let written = |name: &str, collation| {
        Some(SqlType::Literal { name: name.into(), arguments: arguments.clone(), timezone: false, collation })
    };
    let only = arguments.first().map(|number| OptionValue::Int(i64::from(*number)));
    let fields = base.strip_prefix("interval ").map(|fields| OptionValue::Text(fields.to_owned()));
    let yes = |word: &str| base.contains(word).then_some(OptionValue::Bool(true));
    let dialect = |name: &str, arguments| {
        Some(SqlType::Dialect { dialect: "postgresql".into(), name: name.into(), arguments: options(arguments) })
    };
    match base.as_str() {
        "integer" => written("INTEGER", None),
        "bigint" => written("BIGINT", None),
        "smallint" => written("SMALLINT", None),
        "real" => written("REAL", None),
        "double precision" => written("DOUBLE PRECISION", None),
        "numeric" => written("NUMERIC", None),
        "boolean" => written("BOOLEAN", None),
        "date" => written("DATE", None),
        "uuid" => written("UUID", None),
        "character varying" => written("VARCHAR", collation),
        "character" => written("CHAR", collation),
        "text" => written("TEXT", collation),
        "\"char\"" | "name" => Some(SqlType::String { length: None, collation }),
        "citext" => dialect("CITEXT", vec![("collation", collation.map(OptionValue::Text))]),
        "bit" | "bit varying" => dialect("BIT", vec![("length", only), ("varying", yes("varying"))]),
        "timestamp with time zone" | "timestamp without time zone" => {
            dialect("TIMESTAMP", vec![("timezone", yes("with time")), ("precision", only)])
        }
        "time with time zone" | "time without time zone" => {
            dialect("TIME", vec![("timezone", yes("with time")), ("precision", only)])
        }
        _ if base == "interval" || fields.is_some() => {
            dialect("INTERVAL", vec![("precision", only), ("fields", fields)])
        }
        other if PLAIN.contains(&other) && arguments.is_empty() => dialect(&other.to_uppercase(), vec![]),
        _ => None,
    }
}

/// The words, and the numbers in parentheses wherever those stand: `timestamp(3) with time zone`. `None` where something else than
/// numbers stands there.
fn parts(text: &str) -> Option<(String, Vec<u32>)> {
    let Some((before, rest)) = text.split_once('(') else { return Some((text.to_owned(), Vec::new())) };
    let (inside, after) = rest.split_once(')')?;
    let arguments = inside.split(',').map(|number| number.trim().parse().ok()).collect::<Option<Vec<u32>>>()?;
    Some((format!("{before}{after}"), arguments))
}

#[cfg(test)]
mod tests {
    use limbeck_core::autogenerate::type_repr;

    use super::*;

    fn shown(text: &str, dimensions: i64) -> String {
        let written = Written { text: text.into(), dimensions, element: 0 };
        match sql_type(&written, None, &NamedTypes::default()) {
            SqlType::Verbatim(text) => format!("as it is: {text}"),
            SqlType::Array { item, dimensions, .. } => format!("{dimensions} of {}", type_repr(&item)),
            other => type_repr(&other),
        }
    }

    #[test]
    fn texts_of_the_server_become_types() {
        for (text, wanted) in [
            ("integer", "INTEGER()"),
            ("character varying(20)", "VARCHAR(length=20)"),
            ("numeric(10,2)", "NUMERIC(precision=10, scale=2)"),
            ("numeric(2,-3)", "as it is: numeric(2,-3)"),
            ("timestamp(3) with time zone", "TIMESTAMP(timezone=True, precision=3)"),
            ("timestamp without time zone", "TIMESTAMP()"),
            ("time without time zone", "TIME()"),
            ("interval second(3)", "INTERVAL(precision=3, fields='second')"),
            ("interval year to month", "INTERVAL(fields='year to month')"),
            ("bit varying(5)", "BIT(length=5, varying=True)"),
            ("bit(3)", "BIT(length=3)"),
            ("jsonb", "JSONB(astext_type=Text())"),
            ("\"char\"", "String()"),
            ("public.vector(3)", "as it is: public.vector(3)"),
            ("geometry(Point,4326)", "as it is: geometry(Point,4326)"),
            ("xml", "as it is: xml"),
            ("\"Odd \"\"type\"", "as it is: \"Odd \"\"type\""),
        ] {
            assert_eq!(shown(text, 0), wanted, "{text}");
        }
        assert_eq!(shown("character varying(5)[]", 2), "2 of VARCHAR(length=5)");
        assert_eq!(shown("timestamp(3) with time zone[]", 0), "1 of TIMESTAMP(timezone=True, precision=3)");
    }
}
