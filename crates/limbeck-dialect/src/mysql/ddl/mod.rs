//! Operations as MySQL's statements, in Alembic's text.

mod alter;
mod index;
mod table;

use limbeck_core::operation::{Batch, Operation};
use limbeck_core::schema::{ConstraintKind, DialectOption, DialectOptions, Name, OptionValue, TableName};

use super::Mysql;
use crate::render::Style;
use crate::render::ddl::{self as shared, NewColumn, batch_in_place, common, finished, if_exists_text, one};
use crate::{BindMode, Dialect, DialectError, Sql, Step};

pub(super) use index::using;
pub(super) use table::suffix as table_suffix;

type Text = Result<String, DialectError>;
type Texts = Result<Vec<Sql>, DialectError>;

/// The statements of an operation.
pub(super) fn operation(dialect: Mysql, operation: &Operation, mode: BindMode) -> Texts {
    Ok(finished(written(dialect, operation, mode)?, mode))
}

/// A batch block: every change in place.
pub(super) fn batch(dialect: Mysql, batch: &Batch, mode: BindMode) -> Result<Vec<Step>, DialectError> {
    batch_in_place(dialect.database(), batch, |change| operation(dialect, change, mode))
}

fn written(dialect: Mysql, operation: &Operation, mode: BindMode) -> Texts {
    let alter_table = |table: &TableName| shared::alter_table(&dialect, table);
    Ok(match operation {
        Operation::CreateTable { table, if_not_exists } => table::create(dialect, table, *if_not_exists)?,
        Operation::DropTable { name, if_exists, .. } => {
            one(format!("DROP TABLE {}{}", if_exists_text(*if_exists), dialect.quote_table(name)))
        }
        Operation::RenameTable { name, new_name } => {
            let new = TableName { schema: name.schema.clone(), name: new_name.clone() };
            one(format!("{} RENAME TO {}", alter_table(name), dialect.quote_table(&new)))
        }
        Operation::AddColumn { table, column, if_not_exists, inline_references, inline_primary_key, .. } => {
            let (if_not_exists, inline_references, inline_primary_key) =
                (*if_not_exists, *inline_references, *inline_primary_key);
            has(dialect, if_not_exists, "ADD COLUMN IF NOT EXISTS", "get_columns")?;
            let new = NewColumn { table, column, if_not_exists, inline_references, inline_primary_key };
            table::add_column(dialect, new)?
        }
        Operation::DropColumn { table, column, if_exists, .. } => {
            has(dialect, *if_exists, "DROP COLUMN IF EXISTS", "get_columns")?;
            let column = dialect.quote(column);
            one(format!("{} DROP COLUMN {}{column}", alter_table(table), if_exists_text(*if_exists)))
        }
        Operation::AlterColumn(change) => alter::column(dialect, change)?,
        Operation::CreateIndex { index, if_not_exists } => {
            has(dialect, *if_not_exists, "CREATE INDEX IF NOT EXISTS", "get_indexes")?;
            one(index::create(dialect, index, *if_not_exists)?)
        }
        Operation::DropIndex { name, table, if_exists, .. } => {
            has(dialect, *if_exists, "DROP INDEX IF EXISTS", "get_indexes")?;
            one(index::drop(dialect, name, table.as_ref(), *if_exists)?)
        }
        Operation::DropConstraint { table, name, kind, .. } => {
            let name = dialect.constraint_name(&Name::finished(name.clone()))?;
            let what = match kind {
                Some(ConstraintKind::ForeignKey) => format!("FOREIGN KEY {name}"),
                Some(ConstraintKind::PrimaryKey) => "PRIMARY KEY".into(),
                Some(ConstraintKind::Unique) => format!("INDEX {name}"),
                Some(ConstraintKind::Check) if dialect.is_mariadb() => format!("CONSTRAINT {name}"),
                Some(ConstraintKind::Check) => format!("CHECK {name}"),
                None | Some(ConstraintKind::Exclude) => {
                    return Err(DialectError::unsupported(
                        "No generic 'DROP CONSTRAINT' in MySQL - please specify constraint type",
                        "say what it is: type_=\"foreignkey\", \"primary\", \"unique\" or \"check\"",
                    ));
                }
            };
            one(format!("{} DROP {what}", alter_table(table)))
        }
        Operation::TableComment { table, comment } => {
            let comment = dialect.string(comment.as_deref().unwrap_or_default());
            one(format!("{} COMMENT {comment}", alter_table(table)))
        }
        // The column's definition holds it.
        Operation::ColumnComment { .. } => Vec::new(),
        other => common(&dialect, other, mode)?,
    })
}

/// MariaDB asks whether something is there; Alembic writes that for MySQL too, which does not understand it.
fn has(dialect: Mysql, asked: bool, what: &str, question: &str) -> Result<(), DialectError> {
    if !asked || dialect.is_mariadb() {
        return Ok(());
    }
    let argument = if what.ends_with("NOT EXISTS") { "if_not_exists" } else { "if_exists" };
    Err(DialectError::unsupported(
        format!("MySQL has no {what}"),
        format!(
            "leave {argument} out, or look first with sa.inspect(op.get_bind()).{question}(...); for MariaDB, name it in the URL: mariadb://"
        ),
    ))
}

/// The dialect's own arguments. For MariaDB those of MySQL count as well, where it has none of that name.
fn options(dialect: Mysql, options: &DialectOptions) -> Vec<&DialectOption> {
    let own = |name: &str| options.0.iter().any(|o| o.dialect == dialect.name() && o.name.eq_ignore_ascii_case(name));
    let counts = |o: &DialectOption| {
        o.dialect == dialect.name() || dialect.name() == "mariadb" && o.dialect == "mysql" && !own(&o.name)
    };
    options.0.iter().filter(|o| counts(o)).collect()
}

/// One of them.
pub(super) fn option<'o>(dialect: Mysql, all: &'o DialectOptions, name: &str) -> Option<&'o OptionValue> {
    options(dialect, all).into_iter().find(|o| o.name == name).map(|o| &o.value)
}
