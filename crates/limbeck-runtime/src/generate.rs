//! What makes up for the differences between models and database: the texts of a new revision, and what `check` says.

use std::rc::Rc;

use limbeck_core::autogenerate::Difference;
use limbeck_core::source::Location;
use limbeck_dialect::Dialect;
use limbeck_script::rendering::{self, Block, RenderError, RenderItem, RenderOptions, blocks, blocks_back};

use crate::configure::{Body, RenderItems, RevisionCode, RevisionDirective};
use crate::environment::Task;
use crate::error::RunError;
use crate::execute::refusal;
use crate::findings::{Finding, Findings};
use crate::migration::MigrationContext;
use crate::rename::Renamed;

/// A database that a revision is for: how its code is written.
#[derive(Clone)]
pub struct Compared {
    /// Whose expressions and types the code has
    pub dialect: Rc<dyn Dialect>,
    /// `alembic_module_prefix` and its like
    pub rendering: RenderOptions,
    /// `render_item`
    pub items: Option<Rc<dyn RenderItems>>,
    /// What the script says of it beside the steps
    remarks: Option<Block>,
}

impl Compared {
    fn items(&self) -> Option<&dyn RenderItem> {
        self.items.as_deref().map(|items| items as &dyn RenderItem)
    }
}

impl MigrationContext {
    /// Lets env.py look at what was found, and writes it down: as texts of the revisions, or as what `check` says.
    pub(crate) fn generate(&self, found: &[Difference], renamed: &Renamed, heads: &[String]) -> Result<(), RunError> {
        let environment = &self.environment;
        let (forward, back) = blocks(found, self.dialect.as_ref())
            .and_then(|forward| Ok((forward, blocks_back(found, self.dialect.as_ref())?)))
            .map_err(|error| self.not_rendered(error.into()))?;
        let compared = Compared {
            dialect: self.dialect.clone(),
            rendering: self.options.rendering.clone(),
            items: self.options.render_item.clone(),
            remarks: renamed.remarks(),
        };
        let database = environment.compared.borrow().len();
        environment.compared.borrow_mut().push(compared);
        // Cloned: the function may ask for the command's options.
        let mut revisions = environment.revisions.borrow().clone();
        // None when env.py has taken them all away for a database before: then nothing is written.
        if let Some(last) = revisions.last_mut() {
            let (up, down) = self.options.tokens.clone();
            let upgrades = renamed.forward().into_iter().chain(forward).collect();
            last.upgrades.push(Body { token: up, blocks: upgrades, database });
            let downgrades = back.into_iter().chain(renamed.back()).collect();
            last.downgrades.push(Body { token: down, blocks: downgrades, database });
            if let Some(change) = &self.options.process_revision {
                change(&mut revisions, database, heads)?;
            }
        }
        match environment.task {
            Task::Check => self.note_findings(&revisions),
            _ => self.write_code(&mut revisions)?,
        }
        environment.revisions.replace(revisions);
        Ok(())
    }

    /// The code of all databases so far: env.py may have changed those before this one.
    fn write_code(&self, revisions: &mut [RevisionDirective]) -> Result<(), RunError> {
        let mut all = self.environment.compared.borrow().clone();
        for revision in revisions {
            let mut code = RevisionCode { texts: Vec::new(), imports: revision.imports.clone() };
            let ups = revision.upgrades.iter().map(|body| (body, true));
            for (body, is_up) in ups.chain(revision.downgrades.iter().map(|body| (body, false))) {
                let Some(database) = all.get_mut(body.database) else { continue };
                // Last, so that no hook has to know of it; and once.
                let remarks = if is_up { database.remarks.take() } else { None };
                let blocks: Vec<Block> = remarks.into_iter().chain(body.blocks.iter().cloned()).collect();
                let rendered =
                    rendering::render(&blocks, database.dialect.as_ref(), &database.rendering, database.items())
                        .map_err(|error| self.not_rendered(error))?;
                let asked_for = database.items.as_deref().map(RenderItems::imports).unwrap_or_default();
                code.texts.push((body.token.clone(), rendered.body));
                code.imports.extend(rendered.imports.into_iter().chain(asked_for));
            }
            code.imports.sort();
            code.imports.dedup();
            revision.code = Some(code);
        }
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

    fn note_findings(&self, revisions: &[RevisionDirective]) {
        let all = self.environment.compared.borrow().clone();
        let mut findings = Findings::default();
        for body in revisions.iter().flat_map(|revision| &revision.upgrades) {
            let Some(database) = all.get(body.database) else { continue };
            // Alembic's `check` writes no code. What cannot be written is not shown; `revision --autogenerate` says why.
            let options = RenderOptions { as_batch: false, ..database.rendering.clone() };
            for step in body.blocks.iter().flat_map(|block| &block.steps) {
                findings.found.extend(Finding::of(step));
                let block = Block { table: None, steps: vec![step.clone()] };
                let lines = rendering::statements(&[block], database.dialect.as_ref(), &options, database.items());
                let lines = lines.unwrap_or_default();
                findings.code.extend(lines.into_iter().map(|line| (step.action.sign(), line)));
            }
        }
        self.environment.findings.replace(findings);
    }
}
