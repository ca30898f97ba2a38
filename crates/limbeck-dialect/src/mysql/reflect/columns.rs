//! Columns.

use std::collections::BTreeMap;

use limbeck_core::schema::{Column, Computed, ServerDefault};

use super::names::Relation;
use super::types::sql_type;
use super::{Asked, by_table, plain};
use crate::mysql::Mysql;
use crate::render::kind::{self, Kind};
use crate::row::Row;
use crate::{Catalogue, DialectError};

/// The columns of tables, by table, in order.
pub(super) fn columns(
    asked: &Asked<'_>,
    relations: &BTreeMap<String, Relation>,
    live: &mut dyn Catalogue,
) -> Result<BTreeMap<String, Vec<Column>>, DialectError> {
    // The server puts the database's name before a sequence's, and no other database is meant.
    let default = "CASE WHEN COLUMN_DEFAULT LIKE 'nextval(%' THEN COALESCE(REPLACE(COLUMN_DEFAULT, CONCAT('nextval(`', \
                   REPLACE(DATABASE(), '`', '``'), '`.'), 'nextval('), COLUMN_DEFAULT) ELSE COLUMN_DEFAULT END";
    let query = format!(
        "SELECT TABLE_NAME, COLUMN_NAME, {default}, IS_NULLABLE, COLUMN_TYPE, CHARACTER_SET_NAME, COLLATION_NAME, EXTRA, \
         COLUMN_COMMENT, GENERATION_EXPRESSION FROM information_schema.COLUMNS WHERE {} ORDER BY TABLE_NAME, ORDINAL_POSITION",
        asked.condition("TABLE_SCHEMA", "TABLE_NAME")
    );
    let mut found: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    for row in by_table(&live.query(&query)?) {
        let (table, row) = row?;
        if let Some(relation) = relations.get(&table) {
            found.entry(table).or_default().push(column(asked.dialect, row, relation)?);
        }
    }
    Ok(found)
}

fn column(dialect: Mysql, row: Row<'_>, relation: &Relation) -> Result<Column, DialectError> {
    let collation = row.opt_text(6)?;
    // What the table says is not said again; a view says nothing of it.
    let own = collation.filter(|collation| !relation.is_view && Some(collation) != relation.collation.as_ref());
    let charset = if own.is_some() { row.opt_text(5)? } else { None };
    let text = row.text(4)?;
    let mut column = Column::new(row.text(1)?, sql_type(&text, charset.as_deref(), own.as_deref()));
    // SQLAlchemy does not say it of views.
    column.nullable = relation.is_view || row.text(3)? == "YES";
    column.comment = row.opt_text(8)?.filter(|comment| !comment.is_empty());
    let extra = row.text(7)?;
    let said = extra.to_ascii_lowercase();
    if said.contains("auto_increment") {
        column.autoincrement = Some(true);
    } else if kind::of_type(&column.sql_type, "mysql") == Kind::Integer {
        column.autoincrement = Some(false);
    }
    let generated = row.opt_text(9)?.filter(|text| !text.is_empty());
    if let Some(expression) = generated {
        let persisted = Some(said.contains("stored") || said.contains("persistent"));
        column.computed =
            Some(Computed { expression: plain(&format!("({})", unescaped(dialect, &expression))), persisted });
        return Ok(column);
    }
    if let Some(text) = default_text(dialect, row.opt_text(2)?, &said, &text) {
        let on_update = said.find("on update ").map(|at| format!(" ON UPDATE {}", &extra[at + "on update ".len()..]));
        column.server_default =
            Some(ServerDefault::Expression(plain(&format!("{text}{}", on_update.unwrap_or_default()))));
    }
    Ok(column)
}

/// A default as SHOW CREATE TABLE writes it. MariaDB's catalogue has it so since 10.2.7; MySQL's has literals without their quotes.
fn default_text(dialect: Mysql, default: Option<String>, extra: &str, column_type: &str) -> Option<String> {
    let text = default?;
    if dialect.is_mariadb() && dialect.since((0, 0, 0), (10, 2, 7), true) {
        return (text != "NULL").then_some(text);
    }
    let word = text.to_ascii_uppercase();
    let of_time = column_type.starts_with("timestamp") || column_type.starts_with("datetime");
    let is_now = of_time && word.starts_with("CURRENT_TIMESTAMP");
    Some(match extra.contains("default_generated") {
        _ if is_now => text,
        true => format!("({})", unescaped(dialect, &text)),
        false if word.starts_with("B'") && column_type.starts_with("bit") => text,
        false => format!("'{}'", text.replace('\'', "''")),
    })
}

/// MySQL's catalogue escapes the quotes in expressions, which SHOW CREATE TABLE does not.
fn unescaped(dialect: Mysql, text: &str) -> String {
    if dialect.is_mariadb() { text.to_owned() } else { text.replace("\\'", "'") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mysql::{Flavour, Server};

    #[test]
    fn defaults_as_each_server_keeps_them() {
        let on = |flavour, version| Mysql::default().on(Server { flavour, version, backslash_escapes: true });
        let text =
            |dialect, default: &str, extra: &str, kind: &str| default_text(dialect, Some(default.into()), extra, kind);
        let mariadb = on(Flavour::Mariadb, (10, 11, 6));
        assert_eq!(text(mariadb, "'it''s'", "", "text").as_deref(), Some("'it''s'"));
        assert_eq!(text(mariadb, "NULL", "", "text"), None);
        assert_eq!(text(mariadb, "current_timestamp()", "", "datetime").as_deref(), Some("current_timestamp()"));
        let mysql = on(Flavour::Mysql, (8, 4, 0));
        assert_eq!(text(mysql, "it's", "", "varchar(9)").as_deref(), Some("'it''s'"));
        assert_eq!(text(mysql, "1", "", "int").as_deref(), Some("'1'"));
        assert_eq!(text(mysql, "b'101'", "", "bit(3)").as_deref(), Some("b'101'"));
        assert_eq!(text(mysql, "rand()", "default_generated", "double").as_deref(), Some("(rand())"));
        assert_eq!(text(mysql, "_utf8mb4\\'x\\'", "default_generated", "text").as_deref(), Some("(_utf8mb4'x')"));
        assert_eq!(
            text(mysql, "CURRENT_TIMESTAMP(3)", "default_generated", "datetime(3)").as_deref(),
            Some("CURRENT_TIMESTAMP(3)")
        );
        assert_eq!(default_text(mysql, None, "", "int"), None);
    }
}
