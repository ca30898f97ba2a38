//! CREATE TABLE and ADD COLUMN.

use limbeck_core::schema::{Column, OptionValue, ServerDefault, SqlType, Table};

use super::super::Mysql;
use super::{Text, Texts, index, options};
use crate::render::ddl::{self, NewColumn, column_checks};
use crate::render::expression::ddl_text;
use crate::render::{Style, table};
use crate::{Dialect, DialectError, Sql};

/// The table and its indexes.
pub(super) fn create(dialect: Mysql, made: &Table, if_not_exists: bool) -> Texts {
    fits(dialect, &made.name.name)?;
    let counting = made.autoincrement_column().map(|c| c.name.as_str());
    let columns: Result<Vec<String>, DialectError> = made
        .columns
        .iter()
        .map(|column| {
            let text = column_text(dialect, column, counting == Some(column.name.as_str()))
                .and_then(|text| Ok(text + &column_checks(&dialect, column)?));
            text.map_err(|e| e.of_column(&made.name.name, &column.name))
        })
        .collect();
    let mut out = ddl::one(table::create(&dialect, made, &columns?, if_not_exists)?);
    for made in &made.indexes {
        out.push(Sql::new(index::create(dialect, made, false)?));
    }
    Ok(out)
}

/// The column, and what it brings along.
pub(super) fn add_column(dialect: Mysql, new: NewColumn<'_>) -> Texts {
    let NewColumn { table: name, column, .. } = new;
    // Older servers read such a reference and make no foreign key of it.
    if new.inline_references && !column.foreign_keys.is_empty() && !keeps_inline_references(dialect) {
        return Err(DialectError::unsupported(
            format!("{} reads a foreign key that is written with its column, and makes none", dialect.database()),
            "leave inline_references out: the foreign key is then a statement of its own",
        ));
    }
    let owner = Table { columns: vec![column.clone()], ..Table::new(name.clone()) };
    let counts = owner.autoincrement_column().is_some();
    let text = column_text(dialect, column, counts).map_err(|e| e.of_column(&name.name, &column.name))?;
    ddl::add_column(&dialect, new, &text, |made| index::create(dialect, made, false))
}

fn keeps_inline_references(dialect: Mysql) -> bool {
    dialect.since((9, 0, 0), (10, 5, 0), dialect.is_mariadb())
}

/// Names that are too long would be refused by the server.
fn fits(dialect: Mysql, name: &str) -> Result<(), DialectError> {
    let limit = dialect.max_identifier_length();
    if name.chars().count() <= limit {
        return Ok(());
    }
    Err(DialectError::unsupported(
        format!("Identifier '{name}' exceeds maximum length of {limit} characters"),
        "give a shorter name",
    ))
}

/// What SQLAlchemy writes with a column and MariaDB does not take there.
fn refuse_for_mariadb(column: &Column) -> Result<(), DialectError> {
    if column.checks.iter().any(|check| check.name.is_some()) {
        return Err(DialectError::unsupported(
            "MariaDB has no names for the CHECK of a column",
            "put the sa.CheckConstraint beside the columns, or leave its name out",
        ));
    }
    if column.computed.is_some() && !column.nullable {
        return Err(DialectError::unsupported(
            "MariaDB has no computed columns that are NOT NULL",
            "leave nullable=False out, or add a CHECK",
        ));
    }
    Ok(())
}

/// Name, type, computed expression, NOT NULL, comment, and AUTO_INCREMENT or the default.
fn column_text(dialect: Mysql, column: &Column, counts: bool) -> Text {
    fits(dialect, &column.name)?;
    if dialect.is_mariadb() {
        refuse_for_mariadb(column)?;
    }
    let mut out = format!("{} {}", dialect.column_name(column), dialect.type_text(&column.sql_type)?);
    if let Some(computed) = &column.computed {
        let kind = match computed.persisted {
            Some(true) => " STORED",
            Some(false) => " VIRTUAL",
            None => "",
        };
        out.push_str(&format!(" GENERATED ALWAYS AS ({}){kind}", ddl_text(&dialect, &computed.expression)?));
    }
    // Without a word a TIMESTAMP would not take NULL.
    if !column.nullable {
        out.push_str(" NOT NULL");
    } else if is_timestamp(dialect, &column.sql_type) {
        out.push_str(" NULL");
    }
    if let Some(comment) = &column.comment {
        out.push_str(&format!(" COMMENT {}", dialect.string(comment)));
    }
    match &column.server_default {
        None if counts => out.push_str(" AUTO_INCREMENT"),
        None => {}
        Some(default) => {
            let text = default_text(dialect, default)?;
            let grouped = dialect.since((8, 0, 13), (10, 2, 1), true) && needs_parentheses(&text);
            out.push_str(&if grouped { format!(" DEFAULT ({text})") } else { format!(" DEFAULT {text}") });
        }
    }
    Ok(out)
}

fn is_timestamp(dialect: Mysql, sql_type: &SqlType) -> bool {
    match sql_type.for_dialect(dialect.name()) {
        SqlType::Literal { name, .. } => name == "TIMESTAMP",
        SqlType::Dialect { dialect, name, .. } => name == "TIMESTAMP" && dialect != "mssql",
        _ => false,
    }
}

/// A server default as it stands after DEFAULT.
pub(super) fn default_text(dialect: Mysql, default: &ServerDefault) -> Text {
    match default {
        ServerDefault::Literal(text) => Ok(dialect.string(text)),
        ServerDefault::Expression(expression) => ddl_text(&dialect, expression),
    }
}

/// SQLAlchemy's rule for a default: more than a word, no literal, nothing that stands there without parentheses.
fn needs_parentheses(text: &str) -> bool {
    let opened = text.trim_start().starts_with(['\'', '"', '(']);
    let word = text.chars().all(|c| c.is_alphanumeric() || c == '_');
    !opened && !word && !on_update(text) && !is_precise_now(text)
}

/// Whether ` ON UPDATE ` is in it.
fn on_update(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.match_indices("on ").any(|(at, _)| lower[at + 2..].trim_start_matches(' ').starts_with("update"))
}

/// `now(6)`, `CURRENT_TIMESTAMP(6)`
fn is_precise_now(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = ["now(", "current_timestamp("].iter().find_map(|word| lower.strip_prefix(word));
    let Some((digits, _)) = rest.and_then(|rest| rest.split_once(')')) else { return false };
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Options that SQLAlchemy writes with a space in place of the underscore.
const TWO_WORDS: &[&str] = &[
    "DATA_DIRECTORY",
    "INDEX_DIRECTORY",
    "DEFAULT_CHARACTER_SET",
    "CHARACTER_SET",
    "DEFAULT_CHARSET",
    "DEFAULT_COLLATE",
];

/// Options that take no `=`.
const WITHOUT_SIGN: &[&str] = &["TABLESPACE", "DEFAULT CHARACTER SET", "CHARACTER SET", "COLLATE"];

/// Options whose value is a string.
const STRINGS: &[&str] = &["COMMENT", "PASSWORD", "CONNECTION"];

/// How partitions are spoken of, in this order; they follow everything else.
const PARTITIONS: &[&str] = &["PARTITION_BY", "PARTITIONS", "SUBPARTITION_BY", "SUBPARTITIONS"];

/// What follows the closing parenthesis: ENGINE, CHARSET, COMMENT, PARTITION BY, ...
pub(in super::super) fn suffix(dialect: Mysql, made: &Table) -> Text {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut put = |name: String, value: String| match found.iter_mut().find(|(n, _)| *n == name) {
        Some((_, old)) => *old = value,
        None => found.push((name, value)),
    };
    for option in options(dialect, &made.options) {
        let name = option.name.to_ascii_uppercase();
        let value = match &option.value {
            OptionValue::Text(text) => text.clone(),
            OptionValue::Int(number) => number.to_string(),
            OptionValue::Expression(e) => ddl_text(&dialect, e)?,
            _ => {
                return Err(DialectError::unsupported(
                    format!("{}_{} is no text", option.dialect, option.name),
                    format!("write the value as it is to stand in SQL: {}_{}=\"...\"", option.dialect, option.name),
                ));
            }
        };
        put(name, value);
    }
    if let Some(comment) = &made.comment {
        put("COMMENT".into(), comment.clone());
    }
    // A collation has to follow its character set.
    let has_charset = found.iter().any(|(name, _)| {
        matches!(name.as_str(), "DEFAULT_CHARSET" | "DEFAULT_CHARACTER_SET" | "CHARSET" | "CHARACTER_SET")
    });
    let rank = |name: &str| match PARTITIONS.iter().position(|p| *p == name) {
        Some(place) => 2 + place,
        None => usize::from(name == "COLLATE" && has_charset),
    };
    found.sort_by_key(|(name, _)| rank(name));
    let texts: Vec<String> = found
        .iter()
        .map(|(name, value)| {
            let is_partition = PARTITIONS.contains(&name.as_str());
            let value = if STRINGS.contains(&name.as_str()) { dialect.string(value) } else { value.clone() };
            let split = is_partition || TWO_WORDS.contains(&name.as_str());
            let name = if split { name.replace('_', " ") } else { name.clone() };
            let sign = if is_partition || WITHOUT_SIGN.contains(&name.as_str()) { " " } else { "=" };
            format!("{name}{sign}{value}")
        })
        .collect();
    Ok(texts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parentheses_go_where_sqlalchemy_puts_them() {
        for plain in [
            "0",
            "'x'",
            "CURRENT_TIMESTAMP",
            "NULL",
            "(uuid())",
            " \"x\"",
            "now(6)",
            "CURRENT_TIMESTAMP(3)",
            "CURRENT_TIMESTAMP ON  UPDATE CURRENT_TIMESTAMP",
            "now() on update now()",
        ] {
            assert!(!needs_parentheses(plain), "{plain}");
        }
        for more in ["now()", "-1", "0.5", "uuid()", "a + 1", "x'00'", "now(x)"] {
            assert!(needs_parentheses(more), "{more}");
        }
    }
}
