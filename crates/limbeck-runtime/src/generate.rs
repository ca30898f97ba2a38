//! What makes up for the differences between models and database: the texts of a new revision, and what `check` says.

use limbeck_core::autogenerate::Difference;
use limbeck_core::source::Location;
use limbeck_script::rendering::{self, Block, RenderError, RenderItem, RenderOptions, Step, blocks, blocks_back};

use crate::configure::Steps;
use crate::environment::Task;
use crate::error::RunError;
use crate::execute::refusal;
use crate::findings::Finding;
use crate::migration::MigrationContext;
use crate::rename::Renamed;

impl MigrationContext {
    /// Lets env.py look at what was found, and writes it down: as texts of the revision, or as what `check` says.
    pub(crate) fn generate(&self, found: &[Difference], renamed: &Renamed, heads: &[String]) -> Result<(), RunError> {
        let environment = &self.environment;
        let tokens = self.options.tokens.clone();
        let (forward, back) = blocks(found, self.dialect.as_ref())
            .and_then(|forward| Ok((forward, blocks_back(found, self.dialect.as_ref())?)))
            .map_err(|error| self.not_rendered(error.into()))?;
        let upgrades = renamed.forward().into_iter().chain(forward).collect();
        let downgrades = back.into_iter().chain(renamed.back()).collect();
        let mut steps = Steps { tokens, upgrades, downgrades };
        if let Some(change) = &self.options.process_revision {
            // The function may ask the environment in turn.
            let mut revision = environment.revision.borrow().clone();
            change(&mut revision, &mut steps, heads)?;
            environment.revision.replace(revision);
        }
        if environment.task == Task::Check {
            self.note_findings(&steps.upgrades);
            return Ok(());
        }
        // Last, so that no hook has to know of it.
        if let Some(remarks) = renamed.remarks() {
            steps.upgrades.insert(0, remarks);
        }
        self.write_texts(&steps)
    }

    fn write_texts(&self, steps: &Steps) -> Result<(), RunError> {
        let items = self.options.render_item.as_deref();
        let rendered = rendering::render(
            &steps.upgrades,
            &steps.downgrades,
            self.dialect.as_ref(),
            &self.options.rendering,
            items.map(|items| items as &dyn RenderItem),
        )
        .map_err(|error| self.not_rendered(error))?;
        let mut revision = self.environment.revision.borrow_mut();
        revision.has_steps |= steps.upgrades.iter().chain(&steps.downgrades).any(|block| !block.steps.is_empty());
        let (upgrades, downgrades) = steps.tokens.clone();
        revision.texts.extend([(upgrades, rendered.upgrades), (downgrades, rendered.downgrades)]);
        let asked_for = items.map(|items| items.imports()).unwrap_or_default();
        for line in rendered.imports.into_iter().chain(asked_for) {
            if !revision.imports.contains(&line) {
                revision.imports.push(line);
            }
        }
        revision.imports.sort();
        Ok(())
    }

    fn not_rendered(&self, error: RenderError) -> RunError {
        match error {
            RenderError::Dialect(error) => {
                refusal(error, &Location::file(self.environment.history.directory().env_py()))
            }
            RenderError::Item(error) => match error.downcast::<RunError>() {
                Ok(error) => *error,
                Err(error) => RunError::command(error.to_string()),
            },
        }
    }

    fn note_findings(&self, upgrades: &[Block]) {
        let steps: Vec<&Step> = upgrades.iter().flat_map(|block| &block.steps).collect();
        let mut findings = self.environment.findings.borrow_mut();
        for step in steps {
            findings.found.extend(Finding::of(step));
            // Alembic's `check` writes no code. What cannot be written is not shown; `revision --autogenerate` says why.
            let options = RenderOptions { as_batch: false, ..self.options.rendering.clone() };
            let items = self.options.render_item.as_deref().map(|items| items as &dyn RenderItem);
            let block = Block { table: None, steps: vec![step.clone()] };
            let lines = rendering::statements(&[block], self.dialect.as_ref(), &options, items).unwrap_or_default();
            findings.code.extend(lines.into_iter().map(|line| (step.action.sign(), line)));
        }
    }
}
