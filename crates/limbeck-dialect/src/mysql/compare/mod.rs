//! Whether what the database has is what the model says: Alembic's rules.

mod defaults;
mod kept;
mod options;
mod settle;

use std::collections::BTreeSet;

use limbeck_core::autogenerate::ElementText;
use limbeck_core::schema::{Index, ServerDefault, SqlType};

use super::Mysql;
use super::types::type_text;
use crate::DialectError;
use crate::render::argument;
use crate::render::expression::ddl_text;
use crate::type_words;

pub(super) use defaults::defaults_differ;
pub(super) use kept::kept;
pub(super) use options::table_options;
pub(super) use settle::settle;

/// The words of one type that are another's.
const SYNONYMS: &[[&str; 2]] = &[["numeric", "decimal"], ["bool", "tinyint"], ["json", "longtext"]];

/// Enums by their values in whatever order; others by their words.
pub(super) fn types_differ(dialect: Mysql, database: &SqlType, model: &SqlType) -> Result<bool, DialectError> {
    let model = model.for_dialect(super::Dialect::name(&dialect));
    if let (Some(there), Some(wanted)) = (labels(database), labels(model)) {
        return Ok(there != wanted);
    }
    let (there, wanted) = (type_text(dialect, database)?, type_text(dialect, model)?);
    if type_words::differ(&there, &wanted, SYNONYMS) {
        return Ok(true);
    }
    // A character set or collation counts where both sides say one.
    let (there, wanted) = (there.to_lowercase(), wanted.to_lowercase());
    Ok(["character set ", "collate "].iter().any(|key| match (said(&there, key), said(&wanted, key)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }))
}

fn said<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    text.split_once(key)?.1.split_whitespace().next()
}

/// The values of an ENUM.
fn labels(sql_type: &SqlType) -> Option<BTreeSet<&str>> {
    match sql_type {
        SqlType::Enum { values, .. } => Some(values.iter().map(String::as_str).collect()),
        SqlType::Dialect { name, arguments, .. } if name == "ENUM" => {
            Some(argument::values(arguments).into_iter().collect())
        }
        _ => None,
    }
}

/// A default as text: a literal without quotes, an expression as SQL.
pub(super) fn default_text(dialect: Mysql, default: &ServerDefault) -> Result<String, DialectError> {
    match default {
        ServerDefault::Literal(text) => Ok(text.clone()),
        ServerDefault::Expression(expression) => ddl_text(&dialect, expression),
    }
}

/// Names of columns are compared, and nothing else.
pub(super) fn index_elements(_: Mysql, _: &Index) -> Result<Option<Vec<ElementText>>, DialectError> {
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types() {
        let text = |text: &str| SqlType::Verbatim(text.into());
        for (database, model, differ) in [
            ("TINYINT(1)", "BOOL", false),
            ("LONGTEXT", "JSON", false),
            ("INTEGER(11)", "INTEGER", false),
            ("INTEGER(11)", "BIGINT", true),
            ("VARCHAR(20)", "VARCHAR(30)", true),
            ("DECIMAL(10, 2)", "NUMERIC(10, 2)", false),
            ("BIGINT(20) UNSIGNED", "BIGINT", false),
            ("DATETIME", "DATETIME(6)", false),
            ("VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin", "VARCHAR(9) COLLATE utf8mb4_bin", true),
            ("VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin", "VARCHAR(9)", false),
        ] {
            assert_eq!(types_differ(Mysql::default(), &text(database), &text(model)), Ok(differ), "{database} {model}");
        }
        let labels = |values: &[&str]| SqlType::Enum {
            values: values.iter().map(|v| (*v).to_owned()).collect(),
            name: None,
            schema: None,
            native: true,
            create_type: true,
            create_constraint: false,
            length: None,
        };
        assert_eq!(types_differ(Mysql::default(), &labels(&["a", "b"]), &labels(&["b", "a"])), Ok(false));
        assert_eq!(types_differ(Mysql::default(), &labels(&["a", "b"]), &labels(&["a"])), Ok(true));
    }
}
