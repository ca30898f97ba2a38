//! Operations as SQLite's statements, in Alembic's text.

use limbeck_core::operation::{AlterColumn, Change, Operation};
use limbeck_core::schema::{Column, Constraint, Index, ServerDefault, Table, TableName};

use super::Sqlite;
use super::types::{Kind, kind};
use crate::render::ddl::{self, common, finished, if_exists_text, if_not_exists_text, index_name, one};
use crate::render::expression::ddl_text;
use crate::render::{Style, literal, table};
use crate::{BindMode, Dialect, DialectError, Sql};

type Texts = Result<Vec<Sql>, DialectError>;

/// The statements of an operation.
pub(super) fn operation(operation: &Operation, mode: BindMode) -> Texts {
    Ok(finished(written(operation, mode)?, mode))
}

fn written(operation: &Operation, mode: BindMode) -> Texts {
    let dialect = &Sqlite;
    let alter = |table: &TableName| format!("ALTER TABLE {}", dialect.quote_table(table));
    Ok(match operation {
        Operation::CreateTable { table, if_not_exists } => {
            let mut out = vec![Sql::new(create_table(table, *if_not_exists)?)];
            for index in &table.indexes {
                out.push(Sql::new(create_index(index, false)?));
            }
            out
        }
        Operation::DropTable { name, if_exists, .. } => {
            one(format!("DROP TABLE {}{}", if_exists_text(*if_exists), dialect.quote_table(name)))
        }
        Operation::RenameTable { name, new_name } => {
            one(format!("{} RENAME TO {}", alter(name), dialect.quote(new_name)))
        }
        Operation::AddColumn { table, column, if_not_exists, inline_references, inline_primary_key, .. } => {
            add_column(table, column, (*if_not_exists, *inline_references, *inline_primary_key))?
        }
        Operation::DropColumn { table, column, if_exists, .. } => {
            if *if_exists {
                return Err(DialectError::unsupported(
                    "SQLite has no DROP COLUMN IF EXISTS",
                    "leave if_exists out, or look first with sa.inspect(op.get_bind()).get_columns(...)",
                ));
            }
            let column = dialect.quote(column);
            one(format!("{} DROP COLUMN {column}", alter(table)))
        }
        Operation::AlterColumn(change) => alter_column(change)?,
        Operation::CreateIndex { index, if_not_exists } => one(create_index(index, *if_not_exists)?),
        Operation::DropIndex { name, schema, table, if_exists, .. } => {
            let schema = schema.clone().or_else(|| table.as_ref().and_then(|t| t.schema.clone()));
            let name = dialect.quote_table(&TableName { schema, name: name.clone() });
            one(format!("DROP INDEX {}{name}", if_exists_text(*if_exists)))
        }
        Operation::AddConstraint { .. } | Operation::DropConstraint { .. } => {
            return Err(no_alter(operation.directive()));
        }
        Operation::TableComment { .. } => {
            return Err(DialectError::unsupported(
                "SQLite has no comments on tables",
                "leave the directive out on SQLite: if op.get_bind().dialect.name != \"sqlite\"",
            ));
        }
        // As in SQLAlchemy, comments on columns are left out.
        Operation::ColumnComment { .. } => Vec::new(),
        other => common(dialect, other, mode)?,
    })
}

/// Alembic's refusal: SQLite cannot change the constraints of a table that is there.
pub(super) fn no_alter(directive: &str) -> DialectError {
    DialectError::unsupported(
        "No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode feature which allows for SQLite \
         migrations using a copy-and-move strategy.",
        format!("write it as: with op.batch_alter_table(...) as batch_op: batch_op.{directive}(...)"),
    )
}

/// The key column that is written `PRIMARY KEY AUTOINCREMENT`: the only one, an integer, without foreign key, in a table that
/// says `sqlite_autoincrement=True`.
pub(super) fn autoincrement_key(table: &Table) -> Option<&str> {
    if !table.options.flag("sqlite", "autoincrement") {
        return None;
    }
    let key = table.primary_key_columns();
    let [only] = key.as_slice() else { return None };
    let column = table.column(only)?;
    let refers = !column.foreign_keys.is_empty()
        || table.constraints.iter().any(|c| matches!(c, Constraint::ForeignKey(f) if f.columns.contains(&column.name)));
    (kind(&column.sql_type) == Kind::Integer && !refers).then_some(only)
}

/// `CREATE TABLE`
pub(super) fn create_table(table: &Table, if_not_exists: bool) -> Result<String, DialectError> {
    let key: Vec<String> = table.primary_key_columns().into_iter().map(str::to_owned).collect();
    let columns: Result<Vec<String>, DialectError> = table
        .columns
        .iter()
        .map(|column| {
            let located = |e: DialectError| e.of_column(&table.name.name, &column.name);
            if column.autoincrement == Some(true) && key.len() > 1 && key.contains(&column.name) {
                return Err(located(DialectError::unsupported(
                    "SQLite does not support autoincrement for composite primary keys",
                    "leave autoincrement=True out",
                )));
            }
            let mut text = column_text(column).map_err(located)?;
            if autoincrement_key(table) == Some(column.name.as_str()) {
                let conflict = Sqlite.constraint_suffix(&column.options, "on_conflict_primary_key").map_err(located)?;
                text.push_str(&format!(" PRIMARY KEY{conflict} AUTOINCREMENT"));
            }
            text.push_str(&computed_text(column).map_err(located)?);
            text.push_str(&column_checks(column).map_err(located)?);
            Ok(text)
        })
        .collect();
    table::create(&Sqlite, table, &columns?, if_not_exists)
}

/// Name, type, default and NOT NULL of a column.
pub(super) fn column_text(column: &Column) -> Result<String, DialectError> {
    let mut out = format!("{} {}", Sqlite.column_name(column), Sqlite.type_text(&column.sql_type)?);
    if let Some(default) = &column.server_default {
        out.push_str(&format!(" DEFAULT {}", default_text(default)?));
    }
    if !column.nullable {
        out.push_str(" NOT NULL");
        out.push_str(&Sqlite.constraint_suffix(&column.options, "on_conflict_not_null")?);
    }
    Ok(out)
}

/// ` GENERATED ALWAYS AS (...)`
pub(super) fn computed_text(column: &Column) -> Result<String, DialectError> {
    let Some(computed) = &column.computed else { return Ok(String::new()) };
    let kind = match computed.persisted {
        Some(true) => " STORED",
        Some(false) => " VIRTUAL",
        None => "",
    };
    Ok(format!(" GENERATED ALWAYS AS ({}){kind}", ddl_text(&Sqlite, &computed.expression)?))
}

/// CHECKs that were written on a column.
pub(super) fn column_checks(column: &Column) -> Result<String, DialectError> {
    if column.checks.iter().any(|check| check.options.get("sqlite", "on_conflict").is_some()) {
        return Err(DialectError::unsupported(
            "SQLite does not support on conflict clause for column check constraint",
            "write the CHECK on the table",
        ));
    }
    ddl::column_checks(&Sqlite, column)
}

/// A default. What is more than a word or a number goes into parentheses.
pub(super) fn default_text(default: &ServerDefault) -> Result<String, DialectError> {
    let text = match default {
        ServerDefault::Literal(text) => literal::string(text),
        ServerDefault::Expression(expression) => ddl_text(&Sqlite, expression)?,
    };
    let opened = text.trim_start().starts_with(['\'', '"', '(']);
    let plain = text.chars().all(|c| c.is_alphanumeric() || c == '_');
    Ok(if opened || plain { text } else { format!("({text})") })
}

/// `CREATE INDEX`
pub(super) fn create_index(index: &Index, if_not_exists: bool) -> Result<String, DialectError> {
    if index.elements.iter().any(|element| element.nulls.is_some()) {
        return Err(DialectError::unsupported(
            "SQLite takes no NULLS FIRST or NULLS LAST in an index",
            "leave nulls_first() and nulls_last() out there: NULLs are lower than every value",
        ));
    }
    let name = index_name(index)?;
    let name = Sqlite.quote_table(&TableName { schema: index.table.schema.clone(), name: name.text.clone() });
    let mut out = format!(
        "CREATE {}INDEX {}{name} ON {} ({})",
        if index.unique { "UNIQUE " } else { "" },
        if_not_exists_text(if_not_exists),
        Sqlite.quote(&index.table.name),
        table::index_elements(&Sqlite, index)?
    );
    if let Some(condition) = index.options.get("sqlite", "where") {
        let text = match condition {
            limbeck_core::schema::OptionValue::Expression(e) => ddl_text(&Sqlite, e)?,
            limbeck_core::schema::OptionValue::Text(text) => {
                ddl_text(&Sqlite, &limbeck_core::expression::Expression::text(text.clone()))?
            }
            _ => return Err(DialectError::unsupported("sqlite_where is not an SQL expression", "use sa.text(...)")),
        };
        out.push_str(&format!(" WHERE {text}"));
    }
    Ok(out)
}

fn add_column(
    name: &TableName,
    column: &Column,
    (if_not_exists, inline_references, inline_primary_key): (bool, bool, bool),
) -> Texts {
    if if_not_exists {
        return Err(DialectError::unsupported(
            "SQLite has no ADD COLUMN IF NOT EXISTS",
            "leave if_not_exists out, or look first with sa.inspect(op.get_bind()).get_columns(...)",
        ));
    }
    let inline = inline_references && column.foreign_keys.len() == 1;
    // What would need a further ALTER is refused before the column is there.
    if column.unique && !column.index {
        return Err(no_alter("add_column"));
    }
    let leaves = |key: &limbeck_core::schema::ColumnForeignKey| key.target.table.schema != name.schema;
    if !inline && column.foreign_keys.iter().any(|key| !leaves(key)) {
        return Err(DialectError::Unsupported {
            help: Some("add_column(..., inline_references=True) writes the foreign key with the column; or use op.batch_alter_table".into()),
            message: no_alter("add_column").to_string(),
        });
    }
    let mut text = format!("ALTER TABLE {} ADD COLUMN ", Sqlite.quote_table(name));
    text.push_str(&column_text(column)?);
    text.push_str(&computed_text(column)?);
    if inline_primary_key && column.primary_key {
        text.push_str(" PRIMARY KEY");
    }
    if let Some(key) = column.foreign_keys.first().filter(|_| inline) {
        let target = key.target.column.clone().unwrap_or_else(|| column.name.clone());
        let references = table::references(&Sqlite, &key.target.table, &[target], &key.options)?;
        text.push_str(&format!(" {references}"));
    }
    text.push_str(&column_checks(column)?);
    let mut out = one(text);
    if let Some(index) = ddl::column_index(name, column) {
        out.push(Sql::new(create_index(&index, false)?));
    }
    Ok(out)
}

/// Of a column that is there, SQLite can change the name and nothing else. Alembic writes statements that SQLite refuses.
fn alter_column(change: &AlterColumn) -> Texts {
    let asks: Vec<&str> = [
        (change.nullable.is_some(), "nullable"),
        (change.default.value().is_some(), "server_default"),
        (change.sql_type.is_some(), "type_"),
        (matches!(change.comment, Change::Set(_)), "comment"),
    ]
    .into_iter()
    .filter_map(|(asked, word)| asked.then_some(word))
    .collect();
    if asks == ["comment"] && change.new_name.is_none() {
        return Err(DialectError::unsupported(
            "SQLite has no comments on columns",
            "leave the directive out on SQLite: if op.get_bind().dialect.name != \"sqlite\"",
        ));
    }
    if !asks.is_empty() {
        return Err(DialectError::unsupported(
            format!("SQLite cannot change {} of column \"{}\" in place", asks.join(", "), change.column),
            format!(
                "write it as: with op.batch_alter_table(\"{}\"{}) as batch_op: batch_op.alter_column(\"{}\", ...)",
                change.table.name,
                change.table.schema.as_ref().map(|schema| format!(", schema=\"{schema}\"")).unwrap_or_default(),
                change.column
            ),
        ));
    }
    Ok(match &change.new_name {
        Some(new) => one(format!(
            "ALTER TABLE {} RENAME COLUMN {} TO {}",
            Sqlite.quote_table(&change.table),
            Sqlite.quote(&change.column),
            Sqlite.quote(new)
        )),
        None => Vec::new(),
    })
}
