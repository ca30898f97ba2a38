//! Whether a column of the database and one of a model mean the same type and default: Alembic's rules.

use limbeck_core::schema::{ServerDefault, SqlType};

use super::Sqlite;
use super::types::type_text;
use crate::DialectError;
use crate::render::expression::ddl_text;

/// A type's text in parts.
#[derive(Debug, Default, PartialEq)]
struct Parts {
    words: Vec<String>,
    arguments: Vec<String>,
}

/// Words, and what stands in the last parentheses.
fn parts(text: &str) -> Parts {
    let text = text.to_lowercase();
    let mut parts = Parts::default();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        if let Some((inside, after)) = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
            let arguments = inside.split([',', '(']).map(str::trim).filter(|argument| !argument.is_empty());
            // What is said with a name (`name=value`) is not compared.
            parts.arguments = arguments.filter(|argument| !argument.contains('=')).map(str::to_owned).collect();
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
        if end > 0 {
            parts.words.push(rest[..end].to_owned());
            rest = &rest[end..];
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    parts
}

/// The first words must be the same or synonyms. What follows is compared only where both sides say equally much: VARCHAR(10)
/// is VARCHAR, and not VARCHAR(20).
pub(super) fn types_differ(database: &SqlType, model: &SqlType) -> Result<bool, DialectError> {
    let (there, wanted) = (parts(&type_text(database)?), parts(&type_text(model)?));
    let numeric = |word: &str| matches!(word, "numeric" | "decimal");
    let same_word = match (there.words.first(), wanted.words.first()) {
        (Some(a), Some(b)) => a == b || numeric(a) && numeric(b),
        (a, b) => a.is_none() == b.is_none(),
    };
    let differ = |a: &[String], b: &[String]| a.len() == b.len() && a != b;
    let after = |parts: &Parts| parts.words.get(1..).unwrap_or_default().to_vec();
    Ok(!same_word || differ(&after(&there), &after(&wanted)) || differ(&there.arguments, &wanted.arguments))
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
