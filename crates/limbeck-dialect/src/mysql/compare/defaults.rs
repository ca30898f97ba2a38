//! Server defaults.

use limbeck_core::schema::{Column, ServerDefault};

use super::default_text;
use crate::DialectError;
use crate::mysql::Mysql;
use crate::render::kind::{self, Kind};

/// A default as it is compared: SQL text, a literal with its quotes.
fn text(dialect: Mysql, default: Option<&ServerDefault>) -> Result<Option<String>, DialectError> {
    let text = |default: &ServerDefault| {
        let text = default_text(dialect, default)?;
        Ok(match default {
            ServerDefault::Literal(_) => format!("'{}'", text.replace('\'', "''")),
            ServerDefault::Expression(_) => text,
        })
    };
    default.map(text).transpose()
}

pub(in crate::mysql) fn defaults_differ(
    dialect: Mysql,
    database: &Column,
    model: &Column,
) -> Result<bool, DialectError> {
    let there = text(dialect, database.server_default.as_ref())?;
    // DEFAULT NULL says what no default says.
    let wanted = text(dialect, model.server_default.as_ref())?.filter(|wanted| !wanted.eq_ignore_ascii_case("null"));
    let (Some(there), Some(wanted)) = (&there, &wanted) else {
        // MySQL gave key columns a default of zero that nobody had asked for.
        let own_zero = kind::of_type(&model.sql_type, "mysql") == Kind::Integer
            && database.primary_key
            && database.autoincrement != Some(true)
            && there.as_deref() == Some("'0'");
        return Ok(there.is_some() != wanted.is_some() && !own_zero);
    };
    let is_number = matches!(kind::of_type(&database.sql_type, "mysql"), Kind::Integer | Kind::Decimal | Kind::Float);
    if is_number && without_wrapping(there) == without_wrapping(wanted) {
        return Ok(false);
    }
    let is_text = kind::of_type(&model.sql_type, "mysql") == Kind::Text;
    if is_text && let (Some(one), Some(other)) = (literal(there), literal(wanted)) {
        return Ok(one != other);
    }
    let ((there, there_update), (wanted, wanted_update)) = (split(there), split(wanted));
    Ok(normal(&there) != normal(&wanted) || there_update != wanted_update)
}

/// The content of a text that is one literal.
fn literal(text: &str) -> Option<String> {
    let inside = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let content = inside.replace("''", "\u{0}");
    (!content.contains('\'')).then(|| content.replace('\u{0}', "'"))
}

/// MySQL puts quotes around numbers, and parentheses around those with a point.
fn without_wrapping(text: &str) -> &str {
    let text = text.trim();
    let inside = |open, close| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    inside('\'', '\'').or_else(|| inside('(', ')')).unwrap_or(text)
}

/// The default and its `ON UPDATE`, in lower case; `()` after the latter means nothing.
fn split(text: &str) -> (String, Option<String>) {
    let text = text.to_lowercase();
    match text.find(" on update ") {
        Some(at) => {
            let update = text[at..].trim();
            (text[..at].to_owned(), Some(update.strip_suffix("()").unwrap_or(update).to_owned()))
        }
        None => (text, None),
    }
}

/// MySQL shows an expression in parentheses and MariaDB without; MariaDB alone shows `()` after `current_timestamp`.
fn normal(text: &str) -> &str {
    let text = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    text.strip_suffix("()").unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use limbeck_core::expression::Expression;
    use limbeck_core::schema::SqlType;

    use super::*;

    fn column(sql_type: SqlType, default: Option<ServerDefault>) -> Column {
        Column { server_default: default, ..Column::new("c", sql_type) }
    }

    #[test]
    fn defaults() {
        let sql = |text: &str| Some(ServerDefault::Expression(Expression::text(text)));
        let word = |text: &str| Some(ServerDefault::Literal(text.into()));
        let string = || SqlType::String { length: Some(9), collation: None };
        let now = || SqlType::DateTime { timezone: false };
        for (sql_type, there, wanted, differ) in [
            (SqlType::Integer, sql("0"), word("0"), false),
            (SqlType::Integer, sql("'0'"), sql("0"), false),
            (SqlType::Integer, sql("0"), word("1"), true),
            (SqlType::Float { precision: None }, sql("(2.5)"), sql("2.5"), false),
            (string(), sql("'it''s'"), word("it's"), false),
            (string(), sql("'a'"), word("b"), true),
            (string(), sql("'A'"), word("a"), true),
            (string(), sql("uuid()"), sql("(UUID())"), false),
            (string(), None, word("b"), true),
            (string(), sql("'b'"), None, true),
            (string(), None, None, false),
            (now(), sql("current_timestamp()"), sql("CURRENT_TIMESTAMP"), false),
            (now(), sql("current_timestamp()"), sql("now()"), true),
            (
                now(),
                sql("current_timestamp() ON UPDATE current_timestamp()"),
                sql("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"),
                false,
            ),
            (now(), sql("current_timestamp() ON UPDATE current_timestamp()"), sql("CURRENT_TIMESTAMP"), true),
            (now(), sql("current_timestamp()"), sql("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"), true),
        ] {
            let (database, model) = (column(sql_type.clone(), there.clone()), column(sql_type, wanted.clone()));
            assert_eq!(defaults_differ(Mysql::default(), &database, &model), Ok(differ), "{there:?} {wanted:?}");
        }
    }
}
