//! Server defaults, and the expressions of generated columns.

use super::{ColumnOf, Comparison, Kept, Rules, Same};
use crate::autogenerate::Difference;
use crate::expression::Expression;
use crate::schema::{Constraint, Table};

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn server_default(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<(), R::Error> {
        if !self.rules.compares_defaults() {
            return Ok(());
        }
        let (there, wanted) = (database.column, model.column);
        if there.computed.is_some() || wanted.computed.is_some() {
            return Ok(());
        }
        if self.rules.compares_identities() && (there.identity.is_some() || wanted.identity.is_some()) {
            self.identity(database, model);
            return Ok(());
        }
        if there.identity.is_some() || wanted.identity.is_some() {
            return Ok(());
        }
        if (there.server_default.is_some() || wanted.server_default.is_some())
            && (self.is_converted(database) || self.rules.defaults_differ(database, model)?)
            && !self.same_default(database, model)?
        {
            self.add(Difference::ChangeDefault {
                table: database.table.name.clone(),
                column: there.clone(),
                default: wanted.server_default.clone(),
            });
        }
        Ok(())
    }

    /// Whether the column's type changes so much that its default is dropped meanwhile: `false` equals 0, but is no number.
    fn is_converted(&self, database: ColumnOf<'_>) -> bool {
        let column = database.column;
        matches!(self.differences.last(), Some(Difference::ChangeType { column: changed, conversion, .. })
            if changed.name == column.name && column.server_default.is_some() && conversion.there.is_some())
    }

    /// Whether the server writes both defaults in the same words.
    fn same_default(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<bool, R::Error> {
        let name = &database.column.name;
        if database.column.server_default.is_none() || model.column.server_default.is_none() {
            return Ok(false);
        }
        let kept = self.kept(database.table, model.table)?;
        let Kept::InOwnWords { database, model } = &*kept else { return Ok(false) };
        let default = |table: &Table| table.column(name).and_then(|column| column.server_default.clone());
        Ok(default(database).is_some() && default(database) == default(model))
    }

    /// Whether the column is computed in another way, or on one side only, and can be changed as a whole: it is dropped and made anew, because
    /// its values are made from others; those of one that becomes computed are lost, which the script says.
    pub(super) fn computed(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<bool, R::Error> {
        if !self.rules.compares_defaults() || (database.column.computed.is_none() && model.column.computed.is_none()) {
            return Ok(false);
        }
        let name = &database.column.name;
        let (Some(there), Some(wanted)) = (&database.column.computed, &model.column.computed) else {
            return Ok(self.change_computed(database, model));
        };
        let stored = wanted.persisted.is_some_and(|stored| Some(stored) != there.persisted);
        let expression = |table: &Table| Some(table.column(name)?.computed.as_ref()?.expression.clone());
        let same =
            self.same(database.table, model.table, (&there.expression, &wanted.expression), &|database, kept| {
                Some((expression(database)?, expression(kept)?))
            })?;
        match same {
            Same::Yes if !stored => Ok(false),
            Same::Unknown if !stored => {
                self.cannot_change(database, "its expression cannot be compared".into());
                Ok(false)
            }
            _ => Ok(self.change_computed(database, model)),
        }
    }

    fn change_computed(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> bool {
        if !self.rules.adds_computed_columns() || is_used(database.table, &database.column.name) {
            self.cannot_change(database, "indexes or constraints are made of it, or the database cannot add it".into());
            return false;
        }
        let (from, to) = (Box::new(database.column.clone()), Box::new(model.column.clone()));
        self.add(Difference::ChangeComputed { table: database.table.name.clone(), from, to });
        true
    }

    fn cannot_change(&mut self, column: ColumnOf<'_>, why: String) {
        let text = format!("Computed default on {}.{} cannot be modified", column.table.name.name, column.column.name);
        self.remark(true, text.clone());
        self.add(Difference::CannotChange { table: column.table.name.clone(), text: format!("{text}: {why}") });
    }
}

/// Whether indexes or constraints name the column, which would go with it.
fn is_used(table: &Table, column: &str) -> bool {
    let named = |columns: &[String]| columns.iter().any(|name| name == column);
    let says = |expression: &Expression| match expression {
        Expression::Column { name, .. } => name == column,
        Expression::Text(text) => text.text.contains(column),
        _ => true,
    };
    table.indexes.iter().any(|index| index.elements.iter().any(|element| says(&element.expression)))
        || table.constraints.iter().any(|constraint| match constraint {
            Constraint::PrimaryKey(key) => named(&key.columns),
            Constraint::Unique(unique) => named(&unique.columns),
            Constraint::ForeignKey(key) => named(&key.columns),
            Constraint::Check(check) => says(&check.condition),
            Constraint::Exclude(exclude) => exclude.elements.iter().any(|element| says(&element.expression)),
        })
}
