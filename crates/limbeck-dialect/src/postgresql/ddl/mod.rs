//! Operations as PostgreSQL's statements, in Alembic's text.

mod alter;
mod index;
mod table;

use limbeck_core::operation::{Batch, Operation, Recreate};
use limbeck_core::schema::{Name, TableName};

use super::{Postgresql, literal};
use crate::render::{Style, insert, table as constraints};
use crate::{BindMode, Dialect, DialectError, Sql, Step, TypeMemory};

pub(super) use index::{exclude, include};
pub(super) use table::suffix as table_suffix;

type Texts = Result<Vec<Sql>, DialectError>;

/// The statements of an operation of a run that has `memory` of the types it has made.
pub(super) fn operation(operation: &Operation, mode: BindMode, memory: &mut TypeMemory) -> Texts {
    let mut statements = written(operation, mode, memory)?;
    if mode != BindMode::Driver {
        statements.iter_mut().for_each(|sql| sql.text = insert::offline(&sql.text));
    }
    Ok(statements)
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
            table::add_column(table, column, (*if_not_exists, *inline_references, *inline_primary_key), mode)?
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
        Operation::AddConstraint { table, constraint } => {
            let owner = limbeck_core::schema::Table::new(table.clone());
            let text = constraints::constraint(dialect, &owner, constraint)?;
            text.map(|text| Sql::new(format!("{} ADD {text}", alter_table(table)))).into_iter().collect()
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
        Operation::BulkInsert { table, rows, multiinsert } => insert::bulk(dialect, table, rows, *multiinsert, mode)?,
        Operation::Execute { statement, parameters } => {
            let sets = if parameters.is_empty() { vec![] } else { vec![parameters.clone()] };
            insert::statements(dialect, statement, &sets, mode)?
        }
        Operation::Batch(_) => {
            return Err(DialectError::unsupported("a batch block has steps, not statements", "use Dialect::batch"));
        }
    })
}

/// A batch block sends its changes as they are: PostgreSQL can make every one of them in place.
pub(super) fn batch(batch: &Batch, mode: BindMode) -> Result<Vec<Step>, DialectError> {
    if batch.recreate == Recreate::Always {
        return Err(DialectError::unsupported(
            format!(
                "recreate=\"always\" would copy {} into a new table, which is not done on PostgreSQL",
                batch.table.name
            ),
            "leave recreate out: every change of a batch block is a plain ALTER TABLE there",
        ));
    }
    let mut memory = TypeMemory::default();
    let mut steps = Vec::new();
    for change in &batch.operations {
        let placed = match change {
            Operation::AddColumn { place, .. } => place.is_some(),
            Operation::AlterColumn(change) => change.place.is_some(),
            _ => false,
        };
        if placed {
            return Err(DialectError::unsupported(
                "Can't specify insert_before or insert_after when using ALTER",
                "leave them out: PostgreSQL puts a new column last, and queries name the columns they want",
            ));
        }
        steps.extend(operation(change, mode, &mut memory)?.into_iter().map(Step::Sql));
    }
    Ok(steps)
}

fn one(text: String) -> Vec<Sql> {
    vec![Sql::new(text)]
}

fn if_exists_text(if_exists: bool) -> &'static str {
    if if_exists { "IF EXISTS " } else { "" }
}

fn alter_table(table: &TableName) -> String {
    format!("ALTER TABLE {}", Postgresql.quote_table(table))
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
