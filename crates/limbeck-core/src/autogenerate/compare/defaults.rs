//! Server defaults, and the expressions of generated columns, which nobody can change.

use super::{ColumnOf, Comparison, Rules};
use crate::autogenerate::Difference;
use crate::schema::Computed;

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn server_default(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<(), R::Error> {
        if !self.rules.compares_defaults() {
            return Ok(());
        }
        let (there, wanted) = (database.column, model.column);
        if there.computed.is_some() || wanted.computed.is_some() {
            let differs = match &wanted.computed {
                None => true,
                Some(computed) => self.normal(Some(computed))? != self.normal(there.computed.as_ref())?,
            };
            if differs {
                let text =
                    format!("Computed default on {}.{} cannot be modified", database.table.name.name, there.name);
                self.remark(true, text);
            }
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
            && self.rules.defaults_differ(database, model)?
        {
            self.add(Difference::ChangeDefault {
                table: database.table.name.clone(),
                column: there.clone(),
                default: wanted.server_default.clone(),
            });
        }
        Ok(())
    }

    /// Without what databases change when they keep an expression: case, spaces, parentheses and quotes.
    fn normal(&self, computed: Option<&Computed>) -> Result<String, R::Error> {
        let Some(computed) = computed else { return Ok(String::new()) };
        let text = self.rules.expression_text(&computed.expression)?;
        Ok(text.chars().filter(|c| !" ()'\"`[]\t\r\n".contains(*c)).flat_map(char::to_lowercase).collect())
    }
}
