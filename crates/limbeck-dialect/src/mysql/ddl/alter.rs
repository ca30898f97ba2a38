//! ALTER COLUMN: a default alone has a statement; everything else states the whole column anew.

use limbeck_core::operation::{AlterColumn, Change, ColumnDefault};
use limbeck_core::schema::ServerDefault;

use super::super::Mysql;
use super::table::default_text;
use super::{Text, Texts};
use crate::render::Style;
use crate::render::ddl::{alter_table, one};
use crate::render::kind::{self, Kind};
use crate::{Dialect, DialectError};

/// The statement of `alter_column`.
pub(super) fn column(dialect: Mysql, change: &AlterColumn) -> Texts {
    let table = alter_table(&dialect, &change.table);
    let column = dialect.quote(&change.column);
    let generated = [&change.default, &change.existing_default]
        .into_iter()
        .any(|d| matches!(d.value(), Some(ColumnDefault::Computed(_) | ColumnDefault::Identity(_))));
    if generated {
        return Err(DialectError::unsupported(
            "Adding or removing a \"computed\" construct or an identity, e.g. GENERATED ALWAYS AS, to or from an existing column is \
             not supported.",
            "drop the column and add it anew, or write the ALTER TABLE with op.execute(...)",
        ));
    }
    let sql_type = change.sql_type.as_ref().or(change.existing_type.as_ref());
    // A moment's default may be a function only where the whole column is stated; Alembic states it for every change but the
    // loss of its default.
    let moment = sql_type.is_some_and(|t| kind::of_type(t, dialect.name()) == Kind::DateTime)
        && change.default != Change::Set(ColumnDefault::None);
    if change.new_name.is_some() || moment {
        let new = dialect.quote(change.new_name.as_ref().unwrap_or(&change.column));
        return Ok(one(format!("{table} CHANGE {column} {new} {}", definition(dialect, change)?)));
    }
    let restated = change.nullable.is_some()
        || change.sql_type.is_some()
        || change.autoincrement.is_some()
        || change.comment.value().is_some();
    if restated {
        return Ok(one(format!("{table} MODIFY {column} {}", definition(dialect, change)?)));
    }
    Ok(match &change.default {
        Change::Keep => Vec::new(),
        Change::Set(ColumnDefault::Server(default)) => {
            let text = alone(dialect, default)?;
            one(format!("{table} ALTER COLUMN {column} SET DEFAULT {text}"))
        }
        Change::Set(_) => one(format!("{table} ALTER COLUMN {column} DROP DEFAULT")),
    })
}

/// Type, NULL, AUTO_INCREMENT, default and comment: what changes, and else what is there as far as the script says it.
fn definition(dialect: Mysql, change: &AlterColumn) -> Text {
    let Some(sql_type) = change.sql_type.as_ref().or(change.existing_type.as_ref()) else {
        return Err(DialectError::unsupported(
            "All MySQL CHANGE/MODIFY COLUMN operations require the existing type.",
            format!(
                "{} states the whole column anew: give existing_type=..., and existing_nullable, existing_server_default and \
                 existing_comment where they are to stay",
                dialect.database()
            ),
        ));
    };
    let mut out = dialect.type_text(sql_type).map_err(|e| e.of_column(&change.table.name, &change.column))?;
    let nullable = change.nullable.or(change.existing_nullable).unwrap_or(true);
    out.push_str(if nullable { " NULL" } else { " NOT NULL" });
    if change.autoincrement.or(change.existing_autoincrement) == Some(true) {
        out.push_str(" AUTO_INCREMENT");
    }
    if let Some(ColumnDefault::Server(default)) = change.default.value().or(change.existing_default.value()) {
        out.push_str(&format!(" DEFAULT {}", written(dialect, default, is_now)?));
    }
    let comment = match &change.comment {
        Change::Set(comment) => comment.as_ref(),
        Change::Keep => change.existing_comment.as_ref(),
    };
    if let Some(comment) = comment {
        out.push_str(&format!(" COMMENT {}", dialect.string(comment)));
    }
    Ok(out)
}

/// A default in a statement of its own, where MySQL takes a literal or parentheses and nothing else.
fn alone(dialect: Mysql, default: &ServerDefault) -> Text {
    if let ServerDefault::Expression(_) = default
        && !dialect.is_mariadb()
        && is_now(&default_text(dialect, default)?)
    {
        return Err(DialectError::unsupported(
            "MySQL takes the present moment as a default only where the whole column is stated",
            "give existing_type=sa.DateTime() (or what the column's type is), existing_nullable and existing_comment",
        ));
    }
    written(dialect, default, |_| false)
}

/// A default as Alembic writes it: without the parentheses that MySQL wants around a function.
fn written(dialect: Mysql, default: &ServerDefault, stands_alone: impl Fn(&str) -> bool) -> Text {
    let text = default_text(dialect, default)?;
    if matches!(default, ServerDefault::Expression(_))
        && !dialect.is_mariadb()
        && is_call(&text)
        && !stands_alone(&text)
    {
        return Err(DialectError::unsupported(
            format!("MySQL takes {text} as a default only in parentheses, which alter_column does not write"),
            format!("write them: server_default=sa.text(\"({text})\")"),
        ));
    }
    Ok(text)
}

/// `word(`...
fn is_call(text: &str) -> bool {
    let word = text.trim_start();
    let end = word.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(word.len());
    end > 0 && word[end..].trim_start().starts_with('(')
}

/// The present moment under one of its names, whatever follows.
fn is_now(text: &str) -> bool {
    let lower = text.trim_start().to_ascii_lowercase();
    let end = lower.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(lower.len());
    matches!(&lower[..end], "now" | "current_timestamp" | "localtime" | "localtimestamp")
}
