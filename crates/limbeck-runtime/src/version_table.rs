//! The version table: one row for every effective head of what is applied.

use limbeck_core::expression::{BinaryOperator, Delete, Expression, Insert, Literal, Statement, Update};
use limbeck_core::operation::Operation;
use limbeck_core::revision::RowChange;
use limbeck_core::schema::{Column, Constraint, Deferral, DialectOptions, Name, PrimaryKey, SqlType, Table, TableName};
use limbeck_dialect::{BindMode, Catalogue, Dialect, DialectError, Sql};

use crate::configure::ConfigureOptions;
use crate::connection::SharedConnection;
use crate::error::RunError;

/// The column that holds revision identifiers.
const COLUMN: &str = "version_num";
/// How long an identifier may be.
pub const MAX_REVISION_LENGTH: u32 = 32;

/// The statements about one version table.
pub(crate) struct VersionTable<'a> {
    name: &'a TableName,
    primary_key: bool,
    dialect: &'a dyn Dialect,
}

impl<'a> VersionTable<'a> {
    pub fn new(options: &'a ConfigureOptions, dialect: &'a dyn Dialect) -> Self {
        VersionTable { name: &options.version_table, primary_key: options.version_table_pk, dialect }
    }

    pub fn create(&self) -> Result<Vec<Sql>, DialectError> {
        let mut column = Column::new(COLUMN, SqlType::String { length: Some(MAX_REVISION_LENGTH), collation: None });
        column.nullable = false;
        let mut table = Table::new(self.name.clone());
        table.columns.push(column);
        if self.primary_key {
            table.constraints.push(Constraint::PrimaryKey(PrimaryKey {
                name: Some(Name::finished(format!("{}_pkc", self.name.name))),
                columns: vec![COLUMN.into()],
                deferral: Deferral::default(),
                options: DialectOptions::default(),
            }));
        }
        self.dialect.operation(&Operation::CreateTable { table, if_not_exists: false }, BindMode::Inline)
    }

    pub fn select(&self) -> Sql {
        Sql::new(format!("SELECT {COLUMN} FROM {}", self.dialect.quote_table(self.name)))
    }

    pub fn delete_all(&self) -> Sql {
        Sql::new(format!("DELETE FROM {}", self.dialect.quote_table(self.name)))
    }

    /// The statement of a row change. It changes exactly one row, or somebody else was here.
    pub fn change(&self, change: &RowChange) -> Result<Vec<Sql>, DialectError> {
        let value = |id: &str| Expression::Inline(Literal::Text(id.to_owned()));
        let is = |id: &str| {
            let column = Expression::Column { table: Some(self.name.clone()), name: COLUMN.into(), sql_type: None };
            Some(Expression::binary(BinaryOperator::Equal, column, value(id)))
        };
        let statement = match change {
            RowChange::Insert(id) => {
                let insert = Insert::values(self.name.clone(), vec![COLUMN.into()], vec![vec![value(id)]]);
                Statement::Insert(Box::new(insert))
            }
            RowChange::Update { from, to } => {
                let update = Update::new(self.name.clone(), vec![(COLUMN.into(), value(to))], is(from));
                Statement::Update(Box::new(update))
            }
            RowChange::Delete(id) => Statement::Delete(Box::new(Delete::new(self.name.clone(), is(id)))),
        };
        self.dialect.statement(&statement, &[], BindMode::Inline)
    }
}

/// What Alembic says when a version row is not as it was.
pub(crate) fn lost_row(change: &RowChange, table: &TableName, found: u64) -> String {
    let what = match change {
        RowChange::Insert(id) => format!("inserting '{id}' into"),
        RowChange::Update { from, to } => format!("updating '{from}' to '{to}' in"),
        RowChange::Delete(id) => format!("deleting '{id}' in"),
    };
    format!("Online migration expected to match one row when {what} '{}'; {found} found", table.name)
}

/// Whether the version table is there.
pub(crate) fn exists(connection: &SharedConnection, table: &TableName) -> Result<bool, RunError> {
    let dialect = connection.dialect();
    let mut live = connection.borrow();
    let catalogue: &mut dyn Catalogue = live.as_mut();
    dialect.has_table(catalogue, table).map_err(|error| RunError::Command {
        message: error.to_string(),
        // The first question that a database is asked, so the message should say which database that is.
        help: Some(format!("this is the answer of {}; is the URL right?", live.url())),
    })
}

/// The rows of a version table, sorted; none when it is not there.
pub fn version_rows(connection: &SharedConnection, options: &ConfigureOptions) -> Result<Vec<String>, RunError> {
    if !exists(connection, &options.version_table)? {
        return Ok(Vec::new());
    }
    let dialect = connection.dialect();
    let select = VersionTable::new(options, dialect.as_ref()).select();
    let outcome = connection.execute(&select).map_err(RunError::database)?;
    let mut heads = Vec::new();
    for row in outcome.rows {
        match row.into_iter().next() {
            Some(Literal::Text(id)) => heads.push(id),
            other => {
                let table = &options.version_table.name;
                return Err(RunError::command(format!(
                    "the version table {table} holds {other:?}, which is no revision"
                )));
            }
        }
    }
    heads.sort();
    Ok(heads)
}

/// The changes of one step as Alembic logs them, with Python's list and tuple.
pub(crate) fn described(changes: &[RowChange]) -> Option<String> {
    let quoted = |rows: &[&String]| rows.iter().map(|row| format!("'{row}'")).collect::<Vec<_>>().join(", ");
    let (mut inserted, mut deleted) = (Vec::new(), Vec::new());
    for change in changes {
        match change {
            RowChange::Insert(row) => inserted.push(row),
            RowChange::Delete(row) => deleted.push(row),
            RowChange::Update { from, to } => {
                return Some(match (&inserted[..], &deleted[..]) {
                    ([], []) => format!("update {from} to {to}"),
                    ([], rows) => format!("merge, delete [{}], update {from} to {to}", quoted(rows)),
                    ([row], _) => format!("unmerge, insert ('{row}',), update {from} to {to}"),
                    (rows, _) => format!("unmerge, insert ({}), update {from} to {to}", quoted(rows)),
                });
            }
        }
    }
    match (&inserted[..], &deleted[..]) {
        ([row, ..], _) => Some(format!("new branch insert {row}")),
        ([], [row, ..]) => Some(format!("branch delete {row}")),
        ([], []) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_changes_are_described_as_alembic_does() {
        let insert = |row: &str| RowChange::Insert(row.into());
        let delete = |row: &str| RowChange::Delete(row.into());
        let update = || RowChange::Update { from: "x".into(), to: "y".into() };
        let text = |changes: &[RowChange]| described(changes).unwrap_or_default();
        assert_eq!(text(&[insert("a")]), "new branch insert a");
        assert_eq!(text(&[delete("a")]), "branch delete a");
        assert_eq!(text(&[update()]), "update x to y");
        assert_eq!(text(&[delete("a"), delete("b"), update()]), "merge, delete ['a', 'b'], update x to y");
        assert_eq!(text(&[insert("a"), update()]), "unmerge, insert ('a',), update x to y");
        assert_eq!(text(&[insert("a"), insert("b"), update()]), "unmerge, insert ('a', 'b'), update x to y");
        assert_eq!(text(&[]), "");
    }
}
