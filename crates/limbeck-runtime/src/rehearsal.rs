//! `--plan`: what a run would do to this database, found out without doing it.

use std::path::PathBuf;
use std::rc::Rc;

use limbeck_core::revision::{Plan, Step, VersionRows};

use crate::error::RunError;
use crate::migration::{MigrationContext, direction};
use crate::report::Direction;
use crate::version_table::exists;

/// A run that only says what it would do. No lock is taken and nothing is changed, the version table included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rehearsal {
    /// Also write down the statements, as offline mode does for a database that is where this one is.
    pub statements: bool,
}

/// What a run would do on one database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRun {
    /// The database, without its password.
    pub url: String,
    /// The rows of the version table.
    pub heads_before: Vec<String>,
    /// The rows after the run.
    pub heads_after: Vec<String>,
    /// The steps, in order.
    pub steps: Vec<PlannedStep>,
    /// With [`Rehearsal::statements`]: the text of the whole run.
    pub sql: Option<String>,
}

/// A step that would be run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedStep {
    /// The way it would go.
    pub direction: Direction,
    /// The revision whose script would run.
    pub revision: String,
    /// Revisions before the step.
    pub from: Vec<String>,
    /// Revisions after it.
    pub to: Vec<String>,
    /// The first paragraph of the script's docstring.
    pub doc: String,
    /// The script.
    pub path: PathBuf,
    /// With [`Rehearsal::statements`]: what the step would send, version rows included.
    pub sql: Option<String>,
}

impl MigrationContext {
    /// Notes what `plan` would do from the rows `heads`.
    pub(crate) fn rehearse(
        self: &Rc<Self>,
        plan: &Plan,
        heads: &[String],
        rehearsal: Rehearsal,
    ) -> Result<(), RunError> {
        let mut steps: Vec<PlannedStep> = plan.steps.iter().map(|step| self.planned(step)).collect();
        let sql = match rehearsal.statements {
            true => Some(self.write_down(plan, heads, &mut steps)?),
            false => None,
        };
        self.environment.planned.borrow_mut().push(PlannedRun {
            url: self.url(),
            heads_before: heads.to_vec(),
            heads_after: plan.final_rows(),
            steps,
            sql,
        });
        Ok(())
    }

    fn planned(&self, step: &Step) -> PlannedStep {
        let script = self.script_of(step);
        PlannedStep {
            direction: direction(step),
            revision: step.revision.clone(),
            from: step.from.clone(),
            to: step.to.clone(),
            doc: script.map(|script| script.doc.clone()).unwrap_or_default(),
            path: script.map(|script| script.path.to_path_buf()).unwrap_or_default(),
            sql: None,
        }
    }

    /// Runs the plan as offline mode would, and catches the text. The connection stays as it is.
    fn write_down(
        self: &Rc<Self>,
        plan: &Plan,
        heads: &[String],
        steps: &mut [PlannedStep],
    ) -> Result<String, RunError> {
        let has_table = match self.live() {
            Some(connection) => exists(connection, &self.options.version_table)?,
            None => false,
        };
        self.version_table_is_there.set(has_table);
        let outer = self.transaction.replace(false);
        self.environment.catch_text();
        let written = self.write_steps(plan, heads, steps);
        self.environment.release_text();
        self.transaction.set(outer);
        written
    }

    fn write_steps(
        self: &Rc<Self>,
        plan: &Plan,
        heads: &[String],
        steps: &mut [PlannedStep],
    ) -> Result<String, RunError> {
        if plan.steps.is_empty() {
            return Ok(String::new());
        }
        let opened = self.begin_transaction(false)?;
        let mut text = self.environment.take_text();
        let mut rows = VersionRows::new(heads);
        for (step, planned) in plan.steps.iter().zip(steps) {
            self.run_step(step, &mut rows)?;
            let sql = self.environment.take_text();
            text.push_str(&sql);
            planned.sql = Some(sql);
        }
        if opened {
            self.end_transaction(false)?;
        }
        text.push_str(&self.environment.take_text());
        Ok(text)
    }
}
