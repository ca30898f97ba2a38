//! Whether a column of the database and one of a model mean the same type and default: Alembic's rules.

use limbeck_core::schema::{ServerDefault, SqlType};

use super::Sqlite;
use super::types::type_text;
use crate::DialectError;
use crate::render::expression::ddl_text;
use crate::type_words;

/// The words of one type that are another's.
const SYNONYMS: &[[&str; 2]] = &[["numeric", "decimal"]];

pub(super) fn types_differ(database: &SqlType, model: &SqlType) -> Result<bool, DialectError> {
    Ok(type_words::differ(&type_text(database)?, &type_text(model)?, SYNONYMS))
}

/// A default as text: a literal without quotes, an expression as SQL.
pub(super) fn default_text(default: &ServerDefault) -> Result<String, DialectError> {
    match default {
        ServerDefault::Literal(text) => Ok(text.clone()),
        ServerDefault::Expression(expression) => ddl_text(&Sqlite, expression),
    }
}

/// Parentheses around an expression and quotes around a literal mean nothing here: SQLite adds and drops the former, and a model
/// says `"0"` for `'0'`.
pub(super) fn defaults_differ(
    database: Option<&ServerDefault>,
    model: Option<&ServerDefault>,
) -> Result<bool, DialectError> {
    let normal = |default: Option<&ServerDefault>| default.map(normal).transpose();
    Ok(normal(database)? != normal(model)?)
}

fn normal(default: &ServerDefault) -> Result<String, DialectError> {
    let text = default_text(default)?;
    if let ServerDefault::Literal(_) = default {
        return Ok(text);
    }
    let mut text = text.trim();
    while let Some(inside) = enclosed(text) {
        text = inside.trim();
    }
    Ok(unquoted(text).unwrap_or_else(|| text.to_owned()))
}

/// What stands inside parentheses that belong together.
fn enclosed(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    let (mut depth, mut quoted) = (0i32, false);
    for c in inside.chars() {
        match c {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    (depth == 0 && !quoted).then_some(inside)
}

/// The content of a text that is one literal.
fn unquoted(text: &str) -> Option<String> {
    let inside = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let content = inside.replace("''", "\u{0}");
    (!content.contains('\'')).then(|| content.replace('\u{0}', "'"))
}

#[cfg(test)]
mod tests {
    use limbeck_core::expression::Expression;

    use super::*;

    fn written(text: &str) -> SqlType {
        SqlType::Verbatim(text.into())
    }

    #[test]
    fn types_are_compared_by_their_words_and_arguments() {
        for (database, model, differ) in [
            ("VARCHAR(10)", "VARCHAR(20)", true),
            ("VARCHAR(10)", "VARCHAR", false),
            ("NUMERIC(10, 2)", "DECIMAL(10,2)", false),
            ("NUMERIC(10, 2)", "NUMERIC(10)", false),
            ("NUMERIC(10, 2)", "NUMERIC(10, 3)", true),
            ("INTEGER", "BIGINT", true),
            ("DOUBLE PRECISION", "DOUBLE", false),
            ("TEXT COLLATE a", "TEXT COLLATE b", true),
            ("TEXT", "TEXT COLLATE \"b\"", false),
            ("TEXT", "VARCHAR", true),
        ] {
            assert_eq!(types_differ(&written(database), &written(model)), Ok(differ), "{database} and {model}");
        }
        let boolean = SqlType::Boolean { name: None, create_constraint: true };
        assert_eq!(types_differ(&written("BOOLEAN"), &boolean), Ok(false));
    }

    #[test]
    fn what_cannot_be_said_on_sqlite_is_an_error() {
        let array = SqlType::Array { item: Box::new(SqlType::Integer), dimensions: 1 };
        assert!(types_differ(&written("TEXT"), &array).is_err());
    }

    #[test]
    fn defaults_are_compared_without_parentheses_and_quotes() {
        let sql = |text: &str| Some(ServerDefault::Expression(Expression::text(text)));
        let literal = |text: &str| Some(ServerDefault::Literal(text.into()));
        for (database, model, differ) in [
            (sql("'0'"), literal("0"), false),
            (sql("''"), literal(""), false),
            (sql("'it''s'"), literal("it's"), false),
            (sql("CURRENT_TIMESTAMP"), sql("(CURRENT_TIMESTAMP)"), false),
            (sql("(1) + (2)"), sql("((1) + (2))"), false),
            (sql("1"), sql("2"), true),
            (sql("'a'"), literal("b"), true),
            (None, literal("b"), true),
            (sql("1"), None, true),
        ] {
            assert_eq!(defaults_differ(database.as_ref(), model.as_ref()), Ok(differ), "{database:?} and {model:?}");
        }
    }
}
