//! The model's table as this server would keep it. Servers write expressions in words of their own; two of them are the same when the server
//! writes both in the same way.

use std::rc::Rc;

use super::{Comparison, Rules, checks, excludes};
use crate::autogenerate::python_repr;
use crate::expression::Expression;
use crate::schema::{CheckConstraint, Column, Constraint, DialectOptions, ExcludeConstraint, Name, SqlType, Table};

/// A table of the models in the words of the server.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// The server keeps what it is given: texts decide.
    AsWritten,
    /// What the server makes of it
    InOwnWords {
        /// The database's table, read in the same way
        database: Box<Table>,
        /// The model's table
        model: Box<Table>,
    },
    /// The server could not be asked, and why.
    Unknown(String),
}

impl Kept {
    /// The model's table, where the server has words of its own for it.
    pub(super) fn model(&self) -> Option<&Table> {
        match self {
            Kept::InOwnWords { model, .. } => Some(model),
            _ => None,
        }
    }
}

/// Whether two things are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Same {
    Yes,
    No,
    /// The server could not be asked.
    Unknown,
}

/// Finds two expressions in the database's table and in the model's, as the server keeps both.
pub(super) type Pick<'p> = dyn Fn(&Table, &Table) -> Option<(Expression, Expression)> + 'p;

impl<R: Rules> Comparison<'_, R> {
    /// Asked at most once a table, and only when some text differs.
    pub(super) fn kept(&mut self, table: &Table, model: &Table) -> Result<Rc<Kept>, R::Error> {
        if let Some(known) = self.kept.get(&table.name) {
            return Ok(known.clone());
        }
        let kept = self.rules.kept(table, &scratch(model))?;
        if let Kept::Unknown(reason) = &kept {
            let table = python_repr(&table.name.name);
            self.remark(
                false,
                format!("Expressions of table {table} are compared by their texts, because the server cannot be asked: {reason}"),
            );
        }
        let kept = Rc::new(kept);
        self.kept.insert(table.name.clone(), kept.clone());
        Ok(kept)
    }

    /// Whether two expressions, the database's and the model's, are the same. `pick` finds both in the tables as the server keeps them.
    pub(super) fn same(
        &mut self,
        table: &Table,
        model: &Table,
        (there, wanted): (&Expression, &Expression),
        pick: &Pick<'_>,
    ) -> Result<Same, R::Error> {
        if self.rules.same_text(there, wanted, &table.name)? {
            return Ok(Same::Yes);
        }
        let kept = self.kept(table, model)?;
        let (there, wanted) = match &*kept {
            Kept::AsWritten => return Ok(Same::No),
            Kept::Unknown(_) => (there.clone(), wanted.clone()),
            Kept::InOwnWords { database, model } => match pick(database, model) {
                Some((there, wanted)) => {
                    let same = self.rules.same_text(&there, &wanted, &table.name)?;
                    return Ok(if same { Same::Yes } else { Same::No });
                }
                None => (there.clone(), wanted.clone()),
            },
        };
        let alike = self.rules.alike(&there, &wanted, &table.name)?;
        Ok(if alike { Same::Yes } else { Same::Unknown })
    }
}

/// What is made to see how the server keeps it: nothing that needs other tables, counters or what is said of tables as a whole.
fn scratch(model: &Table) -> Table {
    let mut table = model.clone();
    table.comment = None;
    table.options = DialectOptions::default();
    table.constraints.clear();
    for (at, check) in checks::checks(model).enumerate() {
        let name = check.name.clone().or_else(|| Some(Name::finished(checks::scratch_name(at))));
        table.constraints.push(Constraint::Check(CheckConstraint { name, of_type: None, ..check.clone() }));
    }
    for (at, exclude) in excludes::excludes(model).enumerate() {
        let name = exclude.name.clone().or_else(|| Some(Name::finished(excludes::scratch_name(at))));
        table.constraints.push(Constraint::Exclude(ExcludeConstraint { name, ..exclude.clone() }));
    }
    for column in &mut table.columns {
        let plain = Column::new(column.name.clone(), column.sql_type.clone());
        let (server_default, computed) = (column.server_default.take(), column.computed.take());
        let quote = column.quote;
        *column = Column { server_default, computed, quote, autoincrement: Some(false), ..plain };
        if let SqlType::Boolean { create_constraint, .. } | SqlType::Enum { create_constraint, .. } =
            &mut column.sql_type
        {
            *create_constraint = false;
        }
    }
    table
}
