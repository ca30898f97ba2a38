//! Whether a column of the database and one of a model mean the same type and default: Alembic's rules.

use limbeck_core::autogenerate::ElementText;
use limbeck_core::expression::Expression;
use limbeck_core::schema::{Index, IndexElement, OptionValue, ServerDefault, SortOrder, SqlType, TableName};

use super::Sqlite;
use super::tokens::{Kind, tokens};
use super::types::type_text;
use crate::DialectError;
use crate::kept::{enclosed, plain};
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

/// The content of a text that is one literal.
fn unquoted(text: &str) -> Option<String> {
    let inside = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let content = inside.replace("''", "\u{0}");
    (!content.contains('\'')).then(|| content.replace('\u{0}', "'"))
}

/// An expression in tokens: letters of words, quotes of names, spaces and the name of the table do not tell two of them apart.
fn tokens_of(text: &str, table: &str) -> String {
    let all = tokens(plain(text));
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = all.get(at) {
        let qualifies = all.get(at + 1).is_some_and(|next| next.is("."));
        if token.names(table) && qualifies {
            at += 2;
            continue;
        }
        out.push(match token.kind {
            Kind::String | Kind::Symbol => token.text.to_owned(),
            Kind::Word | Kind::Quoted => token.name().unwrap_or_default().to_lowercase(),
        });
        at += 1;
    }
    out.join(" ")
}

pub(super) fn same_text(one: &Expression, other: &Expression, table: &TableName) -> Result<bool, DialectError> {
    Ok(tokens_of(&ddl_text(&Sqlite, one)?, &table.name) == tokens_of(&ddl_text(&Sqlite, other)?, &table.name))
}

/// The elements of an index, which SQLite keeps as they were written.
pub(super) fn index_elements(index: &Index) -> Result<Vec<ElementText>, DialectError> {
    let text = |element: &IndexElement| {
        let mut text = match &element.expression {
            Expression::Column { name, .. } => name.to_lowercase(),
            other => tokens_of(&ddl_text(&Sqlite, other)?, &index.table.name),
        };
        if element.order == Some(SortOrder::Descending) {
            text.push_str(" desc");
        }
        let text = text.strip_suffix(" asc").map(str::to_owned).unwrap_or(text);
        Ok(ElementText { shown: text.clone(), normal: text })
    };
    index.elements.iter().map(text).collect()
}

pub(super) fn index_options(index: &Index) -> Result<Vec<(String, String)>, DialectError> {
    let filter = match index.options.get("sqlite", "where") {
        Some(OptionValue::Expression(filter)) => Some(ddl_text(&Sqlite, filter)?),
        Some(OptionValue::Text(filter)) => Some(filter.clone()),
        _ => None,
    };
    let filter = filter.map(|filter| ("where".to_owned(), tokens_of(&filter, &index.table.name)));
    Ok(filter.into_iter().collect())
}

#[cfg(test)]
mod tests {
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
        let array = SqlType::Array { item: Box::new(SqlType::Integer), dimensions: 1, generic: true };
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
