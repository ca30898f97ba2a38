//! The texts of a new revision: none, or what makes up for the differences between models and database.

use limbeck_core::autogenerate::Difference;
use limbeck_core::source::Location;
use limbeck_script::rendering::render;

use crate::error::RunError;
use crate::execute::refusal;
use crate::migration::MigrationContext;

impl MigrationContext {
    /// Writes the texts for this database, and lets env.py look at the revision.
    pub(crate) fn fill_revision(&self, found: &[Difference], heads: &[String]) -> Result<(), RunError> {
        let env_py = Location::file(self.environment.history.directory().env_py());
        let rendered =
            render(found, self.dialect.as_ref(), &self.options.rendering).map_err(|error| refusal(error, &env_py))?;
        let mut revision = self.environment.revision.borrow_mut();
        let (upgrades, downgrades) = self.options.tokens.clone();
        revision.texts.extend([(upgrades, rendered.upgrades), (downgrades, rendered.downgrades)]);
        for line in rendered.imports {
            if !revision.imports.contains(&line) {
                revision.imports.push(line);
            }
        }
        revision.imports.sort();
        match &self.options.process_revision {
            Some(change) => change(&mut revision, heads, found),
            None => Ok(()),
        }
    }
}
