//! `--rename`: what the models call otherwise than the database, which no comparison can know.
//!
//! The database is compared as if it had the new names already, so that whatever else differs is found too.

use std::fmt;

use limbeck_core::expression::Expression;
use limbeck_core::operation::AlterColumn;
use limbeck_core::schema::{Constraint, Index, Table, TableName};
use limbeck_script::rendering::{Action, Block, Step, unchanged};

use crate::error::RunError;
use crate::similar::Similar;

/// A table or column that has another name in the models.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// As written: `old`, `table.old`, `schema.table.old`
    from: Vec<String>,
    to: String,
}

impl Rename {
    /// Reads `old:new` for a table, `table.old:new` for a column.
    ///
    /// # Errors
    /// Text of another shape.
    pub fn parse(text: &str) -> Result<Self, RunError> {
        let wrong = || RunError::Command {
            message: format!("--rename takes old:new, and not '{text}'"),
            help: Some("a table is old:new, a column table.old:new".into()),
        };
        let (from, to) = text.split_once(':').ok_or_else(wrong)?;
        let from: Vec<String> = from.split('.').map(str::to_owned).collect();
        if from.len() > 3 || from.iter().any(String::is_empty) || to.is_empty() || to.contains([':', '.']) {
            return Err(wrong());
        }
        Ok(Rename { from, to: to.to_owned() })
    }

    /// A table.
    pub(crate) fn of_table(old: &TableName, new: &str) -> Self {
        Rename { from: old.schema.iter().chain([&old.name]).cloned().collect(), to: new.to_owned() }
    }

    /// A column of a table.
    pub(crate) fn of_column(table: &TableName, old: &str, new: &str) -> Self {
        let mut rename = Rename::of_table(table, new);
        rename.from.push(old.to_owned());
        rename
    }
}

/// As it is written after `--rename`.
impl fmt::Display for Rename {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.from.join("."), self.to)
    }
}

/// What is renamed, before anything else is done.
#[derive(Debug, Default)]
pub(crate) struct Renamed {
    tables: Vec<(TableName, String)>,
    columns: Vec<AlterColumn>,
    /// What looks like a rename, and nobody was asked
    pub unsure: Vec<Similar>,
}

/// Gives the tables of the database their new names.
///
/// # Errors
/// Something that the database does not have or the models do not have, or a new name that the database has already.
pub(crate) fn apply(renames: &[Rename], database: &mut [Table], models: &[Table]) -> Result<Renamed, RunError> {
    let mut done = Renamed::default();
    // Columns are named with their table's new name, or its old one.
    let mut columns = Vec::new();
    let before = &database.to_vec();
    for rename in renames {
        match column_of(rename, before, models) {
            Some(column) => columns.push((rename, column)),
            None => rename_table(rename, database, models, &mut done)?,
        }
    }
    for (rename, (table, column)) in columns {
        rename_column(rename, &table, &column, database, models, &mut done)?;
    }
    Ok(done)
}

fn missing(rename: &Rename) -> RunError {
    RunError::Command {
        message: format!("--rename: the database has no table or column {}", rename.from.join(".")),
        help: Some("a table is old:new, a column table.old:new".into()),
    }
}

fn find<'t>(tables: &'t [Table], name: &TableName) -> Option<&'t Table> {
    tables.iter().find(|table| table.name == *name)
}

/// The column that is meant, when a column is meant: its table is there, by its old name or its new one.
fn column_of(rename: &Rename, database: &[Table], models: &[Table]) -> Option<(TableName, String)> {
    let (table, column) = match rename.from.as_slice() {
        [table, column] => (TableName::new(table), column),
        [schema, table, column] => (TableName { schema: Some(schema.clone()), name: table.clone() }, column),
        _ => return None,
    };
    let is_known = find(database, &table).is_some() || find(models, &table).is_some();
    is_known.then(|| (table, column.clone()))
}

fn rename_table(rename: &Rename, database: &mut [Table], models: &[Table], done: &mut Renamed) -> Result<(), RunError> {
    let old = match rename.from.as_slice() {
        [table] => TableName::new(table),
        [schema, table] => TableName { schema: Some(schema.clone()), name: table.clone() },
        _ => return Err(missing(rename)),
    };
    let new = TableName { schema: old.schema.clone(), name: rename.to.clone() };
    require(find(database, &old).is_some(), || missing(rename))?;
    require(find(models, &new).is_some(), || not_in_models(rename))?;
    require(find(database, &new).is_none(), || taken(rename))?;
    for table in database {
        if table.name == old {
            table.name = new.clone();
            table.indexes.iter_mut().for_each(|index| index.table = new.clone());
        }
        for constraint in &mut table.constraints {
            if let Constraint::ForeignKey(key) = constraint
                && key.referred_table == old
            {
                key.referred_table = new.clone();
            }
        }
    }
    done.tables.push((old, rename.to.clone()));
    Ok(())
}

fn rename_column(
    rename: &Rename,
    table: &TableName,
    old: &str,
    database: &mut [Table],
    models: &[Table],
    done: &mut Renamed,
) -> Result<(), RunError> {
    // The table may have been named by its old name.
    let renamed = done.tables.iter().find(|(before, _)| before == table);
    let name = match renamed {
        Some((before, to)) => TableName { schema: before.schema.clone(), name: to.clone() },
        None => table.clone(),
    };
    let model = find(models, &name).ok_or_else(|| not_in_models(rename))?;
    require(model.column(&rename.to).is_some(), || not_in_models(rename))?;
    let there = find(database, &name).ok_or_else(|| missing(rename))?;
    let column = there.column(old).ok_or_else(|| missing(rename))?;
    require(there.column(&rename.to).is_none(), || taken(rename))?;
    done.columns.push(AlterColumn { new_name: Some(rename.to.clone()), ..unchanged(&name, column) });
    let change = |column: &mut String| {
        if column == old {
            column.clone_from(&rename.to);
        }
    };
    for table in database {
        let own = table.name == name;
        if own {
            table.columns.iter_mut().for_each(|column| change(&mut column.name));
            table.indexes.iter_mut().for_each(|index| rename_in_index(index, old, &rename.to));
        }
        for constraint in &mut table.constraints {
            match constraint {
                Constraint::PrimaryKey(key) if own => key.columns.iter_mut().for_each(change),
                Constraint::Unique(unique) if own => unique.columns.iter_mut().for_each(change),
                Constraint::ForeignKey(key) => {
                    if own {
                        key.columns.iter_mut().for_each(change);
                    }
                    if key.referred_table == name {
                        key.referred_columns.iter_mut().for_each(change);
                    }
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// Expressions are text, which the server would show with the new name; the comparison then offers to make the index anew.
fn rename_in_index(index: &mut Index, old: &str, new: &str) {
    for element in &mut index.elements {
        if let Expression::Column { name, .. } = &mut element.expression
            && name == old
        {
            *name = new.to_owned();
        }
    }
}

fn require(holds: bool, otherwise: impl Fn() -> RunError) -> Result<(), RunError> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

fn not_in_models(rename: &Rename) -> RunError {
    RunError::command(format!(
        "--rename: the models have no {}, which {} would become",
        rename.to,
        rename.from.join(".")
    ))
}

fn taken(rename: &Rename) -> RunError {
    RunError::command(format!("--rename: the database has a {} already, beside {}", rename.to, rename.from.join(".")))
}

impl Renamed {
    /// Adds what is renamed after this.
    pub fn extend(&mut self, more: Renamed) {
        self.tables.extend(more.tables);
        self.columns.extend(more.columns);
    }

    /// What goes before everything else on the way up.
    pub fn forward(&self) -> Vec<Block> {
        let tables = self.tables.iter().map(|(table, new_name)| {
            log::info!(target: "alembic.autogenerate.compare.tables", "Renamed table '{}' to '{new_name}'", table.name);
            let action = Action::RenameTable { table: table.clone(), new_name: new_name.clone() };
            Block { table: None, steps: vec![Step::from(action)] }
        });
        let columns = self.columns.iter().map(|alter| {
            let (table, new_name) = (&alter.table, alter.new_name.as_deref().unwrap_or_default());
            log::info!(
                target: "alembic.autogenerate.compare.tables",
                "Renamed column '{}.{}' to '{new_name}'", table.name, alter.column
            );
            Block { table: Some(table.clone()), steps: vec![Step::from(Action::Alter(Box::new(alter.clone())))] }
        });
        tables.chain(columns).collect()
    }

    /// Comments about what may be a rename, and was not asked about.
    pub fn remarks(&self) -> Option<Block> {
        let lines: Vec<String> = self
            .unsure
            .iter()
            .flat_map(|pair| {
                let Similar { question, rename } = pair;
                log::warn!(
                    target: "alembic.autogenerate.compare.tables",
                    "{question}, and is dropped; if that is its new name, say --rename {rename}"
                );
                [
                    format!("# NOTE: {question}, and is dropped with all it holds. If that is its new name,"),
                    format!("# write this revision again with --rename {rename}"),
                ]
            })
            .collect();
        (!lines.is_empty()).then(|| Block { table: None, steps: vec![Step::from(Action::Code(lines))] })
    }

    /// What goes after everything else on the way down.
    pub fn back(&self) -> Vec<Block> {
        let columns = self.columns.iter().rev().map(|alter| {
            let mut back = alter.clone();
            if let Some(new_name) = back.new_name.replace(alter.column.clone()) {
                back.column = new_name;
            }
            Block { table: Some(alter.table.clone()), steps: vec![Step::from(Action::Alter(Box::new(back)))] }
        });
        let tables = self.tables.iter().rev().map(|(table, new_name)| {
            let now = TableName { schema: table.schema.clone(), name: new_name.clone() };
            let action = Action::RenameTable { table: now, new_name: table.name.clone() };
            Block { table: None, steps: vec![Step::from(action)] }
        });
        columns.chain(tables).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Rename;

    #[test]
    fn a_table_or_a_column() {
        let parts = |text: &str| Rename::parse(text).map(|rename| (rename.from, rename.to)).ok();
        assert_eq!(parts("a:b"), Some((vec!["a".into()], "b".into())));
        assert_eq!(parts("t.a:b"), Some((vec!["t".into(), "a".into()], "b".into())));
        assert_eq!(parts("s.t.a:b"), Some((vec!["s".into(), "t".into(), "a".into()], "b".into())));
        for wrong in ["a", "a:", ":b", "t.:b", "a:b:c", "a.b.c.d:e", "t.a:t.b"] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }
}
