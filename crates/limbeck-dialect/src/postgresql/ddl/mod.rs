//! Operations as PostgreSQL's statements, in Alembic's text.

mod alter;
mod index;
mod table;

use limbeck_core::operation::{Batch, Operation};
use limbeck_core::schema::{Name, TableName};

use super::{Postgresql, literal};
use crate::render::Style;
use crate::render::ddl::{self as shared, NewColumn, batch_in_place, common, finished, if_exists_text, one};
use crate::{BindMode, Dialect, DialectError, Sql, Step, TypeMemory};

pub(super) use index::{exclude, include};
pub(super) use table::suffix as table_suffix;

type Texts = Result<Vec<Sql>, DialectError>;

/// The statements of an operation of a run that has `memory` of the types it has made.
pub(super) fn operation(operation: &Operation, mode: BindMode, memory: &mut TypeMemory) -> Texts {
    Ok(finished(written(operation, mode, memory)?, mode))
}

fn written(operation: &Operation, mode: BindMode, memory: &mut TypeMemory) -> Texts {
    let dialect = &Postgresql;
    Ok(match operation {
        Operation::CreateTable { table, if_not_exists } => table::create(table, *if_not_exists, mode, memory)?,
        Operation::DropTable { name, if_exists, .. } => {
            one(format!("DROP TABLE {}{}", if_exists_text(*if_exists), dialect.quote_table(name)))
        }
        Operation::RenameTable { name, new_name } => {
            one(format!("{} RENAME TO {}", alter_table(name), dialect.quote(new_name)))
        }
        Operation::AddColumn { table, column, if_not_exists, inline_references, inline_primary_key, .. } => {
            let (if_not_exists, inline_references, inline_primary_key) =
                (*if_not_exists, *inline_references, *inline_primary_key);
            table::add_column(NewColumn { table, column, if_not_exists, inline_references, inline_primary_key }, mode)?
        }
        Operation::DropColumn { table, column, if_exists, .. } => {
            let column = dialect.quote(column);
            one(format!("{} DROP COLUMN {}{column}", alter_table(table), if_exists_text(*if_exists)))
        }
        Operation::AlterColumn(change) => alter::column(change)?,
        Operation::CreateIndex { index, if_not_exists } => one(index::create(index, *if_not_exists)?),
        Operation::DropIndex { name, schema, table, if_exists, options } => {
            let schema = schema.as_ref().or_else(|| table.as_ref().and_then(|t| t.schema.as_ref()));
            one(index::drop(name, schema, *if_exists, options)?)
        }
        Operation::DropConstraint { table, name, if_exists, .. } => one(format!(
            "{} DROP CONSTRAINT {}{}",
            alter_table(table),
            if_exists_text(*if_exists),
            dialect.constraint_name(&Name::finished(name.clone()))?
        )),
        Operation::TableComment { table, comment } => one(comment_on("TABLE", &dialect.quote_table(table), comment)),
        Operation::ColumnComment { table, column, comment } => {
            one(column_comment(table, &dialect.quote(column), &Some(comment.clone())))
        }
        other => common(dialect, other, mode)?,
    })
}

/// A batch block: every change in place.
pub(super) fn batch(batch: &Batch, mode: BindMode) -> Result<Vec<Step>, DialectError> {
    let mut memory = TypeMemory::default();
    batch_in_place("PostgreSQL", batch, |change| operation(change, mode, &mut memory))
}

fn alter_table(table: &TableName) -> String {
    shared::alter_table(&Postgresql, table)
}

/// `COMMENT ON TABLE t IS '...'`
fn comment_on(what: &str, name: &str, comment: &Option<String>) -> String {
    let comment = comment.as_ref().map_or_else(|| "NULL".into(), |text| literal::string(text));
    format!("COMMENT ON {what} {name} IS {comment}")
}

/// `COMMENT ON COLUMN t.c IS '...'`, the column being text already.
fn column_comment(table: &TableName, column: &str, comment: &Option<String>) -> String {
    comment_on("COLUMN", &format!("{}.{column}", Postgresql.quote_table(table)), comment)
}
