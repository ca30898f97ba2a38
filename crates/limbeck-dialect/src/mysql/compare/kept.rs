//! The model's table as this server would keep it: made as a temporary table, which commits nothing, and read from SHOW CREATE TABLE, because
//! the catalogue does not list such tables. The database's own table is read in the same way, so that both are in the same words.

use limbeck_core::autogenerate::Kept;
use limbeck_core::expression::Expression;
use limbeck_core::operation::Operation;
use limbeck_core::schema::{
    CheckConstraint, Column, Computed, Constraint, Deferral, DialectOptions, Name, ServerDefault, SqlType, Table,
    TableName,
};

use crate::mysql::{Mysql, ddl};
use crate::row::Row;
use crate::{BindMode, Catalogue, Dialect, DialectError};

/// The name of the temporary table, and what the names of its checks begin with: on MySQL those of a schema share their names.
const NAME: &str = "limbeck_scratch";
const PREFIX: &str = "limbeck__";

pub(in crate::mysql) fn kept(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    database: &Table,
    model: &Table,
) -> Result<Kept, DialectError> {
    let mut scratch = model.clone();
    scratch.name = TableName::new(NAME);
    scratch.prefixes = vec!["TEMPORARY".into()];
    scratch.indexes.clear();
    for constraint in &mut scratch.constraints {
        if let Constraint::Check(CheckConstraint { name: Some(name), .. }) = constraint {
            *name = Name::finished(format!("{PREFIX}{}", name.text));
        }
    }
    let drop = format!("DROP TEMPORARY TABLE IF EXISTS {}", dialect.quote_table(&scratch.name));
    live.query(&drop)?;
    let made = made(dialect, live, &scratch).and_then(|model| Ok((shown(dialect, live, &database.name)?, model)));
    live.query(&drop)?;
    Ok(match made {
        Ok((database, model)) => Kept::InOwnWords { database: Box::new(database), model: Box::new(model) },
        Err(error) => Kept::Unknown(error.to_string().lines().next().unwrap_or_default().to_owned()),
    })
}

fn made(dialect: Mysql, live: &mut dyn Catalogue, scratch: &Table) -> Result<Table, DialectError> {
    let operation = Operation::CreateTable { table: scratch.clone(), if_not_exists: false };
    for sql in ddl::operation(dialect, &operation, BindMode::Inline)? {
        live.query(&sql.text)?;
    }
    shown(dialect, live, &scratch.name)
}

/// The defaults, computed columns and checks of a table. A line of SHOW CREATE TABLE is one column or one constraint.
fn shown(dialect: Mysql, live: &mut dyn Catalogue, name: &TableName) -> Result<Table, DialectError> {
    let rows = live.query(&format!("SHOW CREATE TABLE {}", dialect.quote_table(name)))?;
    let text = rows.first().map(|row| Row(row).text(1)).transpose()?.unwrap_or_default();
    Ok(read(&text, name))
}

fn read(text: &str, name: &TableName) -> Table {
    let mut table = Table::new(name.clone());
    for line in text.lines().map(str::trim) {
        if let Some((column, rest)) = quoted(line) {
            let mut found = Column::new(column, SqlType::Null);
            if let Some(expression) = after(rest, " AS (") {
                found.computed = Some(Computed { expression, persisted: Some(!rest.contains(" VIRTUAL")) });
            }
            found.server_default = default(rest).map(ServerDefault::Expression);
            table.columns.push(found);
        } else if let Some((constraint, rest)) = line.strip_prefix("CONSTRAINT ").and_then(quoted)
            && rest.starts_with(" CHECK (")
            && let Some(condition) = after(rest, " CHECK (")
        {
            let constraint = constraint.strip_prefix(PREFIX).map(str::to_owned).unwrap_or(constraint);
            table.constraints.push(Constraint::Check(CheckConstraint {
                name: Some(Name::finished(constraint)),
                condition,
                deferral: Deferral::default(),
                options: DialectOptions::default(),
                of_type: None,
            }));
        }
    }
    table
}

/// The name in backticks that a text begins with, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('`')?;
    let mut at = 0;
    loop {
        at += inside.get(at..)?.find('`')?;
        if !inside[at + 1..].starts_with('`') {
            return Some((inside[..at].replace("``", "`"), &inside[at + 1..]));
        }
        at += 2;
    }
}

/// What stands after DEFAULT in a line about a column.
fn default(rest: &str) -> Option<Expression> {
    let text = &rest[rest.find(" DEFAULT ")? + " DEFAULT ".len()..];
    let end = [" COMMENT '", " CHECK ("].iter().filter_map(|word| text.find(word)).min().unwrap_or(text.len());
    Some(Expression::text(text[..end].trim_end_matches(',').replace(':', "\\:")))
}

/// The expression whose opening parenthesis `word` ends with, up to the one that closes it.
fn after(text: &str, word: &str) -> Option<Expression> {
    let rest = &text[text.find(word)? + word.len()..];
    let (mut depth, mut quote, mut escaped) = (1, None, false);
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some('\''), '\\') => escaped = true,
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"' | '`') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(Expression::text(rest[..at].replace(':', "\\:")));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_checks_are_read_from_what_the_server_shows() {
        let text = "CREATE TABLE `t` (\n  `a b` int(11) DEFAULT NULL,\n  `c` varchar(9) GENERATED ALWAYS AS (concat(`a b`,')')) STORED,\n  \
                    PRIMARY KEY (`a b`),\n  CONSTRAINT `limbeck__ck` CHECK (`a b` > 0 and (`c` <> 'it\\'s (')),\n  CONSTRAINT `f` FOREIGN KEY (`a b`) REFERENCES `u` (`id`)\n) ENGINE=InnoDB";
        let table = read(text, &TableName::new("t"));
        assert_eq!(table.columns.len(), 2);
        let computed = table.columns[1].computed.as_ref().map(|computed| &computed.expression);
        assert_eq!(computed, Some(&Expression::text("concat(`a b`,')')")));
        let [Constraint::Check(check)] = table.constraints.as_slice() else { panic!("{:?}", table.constraints) };
        assert_eq!(check.name.as_ref().map(|name| name.text.as_str()), Some("ck"));
        assert_eq!(check.condition, Expression::text("`a b` > 0 and (`c` <> 'it\\'s (')"));
        assert_eq!(quoted("`a``b` x"), Some(("a`b".into(), " x")));
        assert!(read("CREATE TABLE `t` (\n `a", &TableName::new("t")).columns.is_empty());
    }
}
