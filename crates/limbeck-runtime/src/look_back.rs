//! When notes of unfinished revisions are read, kept and dropped.

use limbeck_core::revision::{Plan, Step, VersionRows};
use limbeck_dialect::Sql;

use crate::connection::SharedConnection;
use crate::error::RunError;
use crate::migration::{MigrationContext, direction};
use crate::report::Direction;
use crate::unfinished::{self, Left};

impl MigrationContext {
    /// Says first what an earlier run left, where DDL is not part of transactions. Whether there are notes.
    pub(crate) fn look_back(&self, heads: &[String], plan: &Plan) -> Result<bool, RunError> {
        let Some(connection) = self.live().filter(|_| !self.dialect.really_transactional_ddl()) else {
            return Ok(false);
        };
        let table = unfinished::table_name(&self.options.version_table, self.dialect.as_ref());
        let (is_there, left) = unfinished::read(connection.borrow().as_mut(), self.dialect.as_ref(), &table)
            .map_err(RunError::database)?;
        let task = &self.environment.task;
        // Somebody has brought the revision to its end, or back, and said so in the version table.
        let stale = |left: &Left| !task.purges() && left.heads != unfinished::heads_text(heads);
        let Some(left) = left.filter(|left| !stale(left)) else { return Ok(is_there) };
        let (from, to) = (if left.heads.is_empty() { "base" } else { &left.heads }, &left.revision);
        let done = if left.direction == Direction::Upgrade.as_str() { to.as_str() } else { "the revision before it" };
        let advice =
            format!("finish it by hand and `limbeck stamp {done}`, or undo it by hand and `limbeck stamp {from}`");
        if task.runs_scripts() && !plan.steps.is_empty() && left.changed_data() {
            return Err(RunError::Command {
                message: format!("{}\n  to run it again would change data a second time", left.describe()),
                help: Some(advice),
            });
        }
        // A stamp is the answer to it.
        if !task.is_stamp() {
            log::warn!(target: "limbeck", "{}\n  {advice}", left.describe());
        }
        *self.left.borrow_mut() = Some(left);
        Ok(is_there)
    }

    /// From here on, what a killed run would leave is noted for the next one.
    pub(crate) fn keep_notes(&self, connection: &SharedConnection, plan: &Plan, is_there: bool) {
        let task = &self.environment.task;
        let wanted = is_there || (task.runs_scripts() && !plan.steps.is_empty());
        if self.dialect.really_transactional_ddl() || !task.changes_database() || !wanted {
            return;
        }
        let table = unfinished::table_name(&self.options.version_table, self.dialect.as_ref());
        let kept = connection.notes().keep(connection.borrow().as_mut(), self.dialect.clone(), table, is_there);
        if let Err(error) = kept {
            let message = "limbeck cannot note what it does for a run that comes after a killed one";
            log::warn!(target: "limbeck", "{message}: {}", error.message);
        }
    }

    /// Ends the notes, and drops their table when it says nothing or a stamp has settled what it says.
    pub(crate) fn tidy(&self) {
        let Some(connection) = self.live() else { return };
        let Some(table) = connection.notes().end() else { return };
        let mut live = connection.borrow();
        // DROP would commit what somebody else has begun; the next run finds the table empty.
        if live.can_roll_back() {
            return;
        }
        let settled = self.environment.task.is_stamp() && self.pending.borrow().is_empty();
        let count = Sql::new(format!("SELECT 1 FROM {} LIMIT 1", self.dialect.quote_table(&table)));
        let empty = live.execute(&count).is_ok_and(|found| found.rows.is_empty());
        if (settled || empty)
            && let Err(error) = unfinished::drop_table(live.as_mut(), self.dialect.as_ref(), &table)
        {
            log::warn!(target: "limbeck", "the table {} is empty and could not be dropped: {}", table.name, error.message);
        }
    }

    /// What an earlier run noted of this very step stays until it ends.
    pub(crate) fn begin_notes(&self, connection: &SharedConnection, step: &Step, rows: &VersionRows) {
        let direction = direction(step).as_str();
        let left = self.left.take();
        let same = left.filter(|left| left.revision == step.revision && left.direction == direction);
        let earlier = same.map_or(0, |left| left.applied.len() + usize::from(left.running.is_some()));
        connection.notes().begin(&step.revision, direction, rows.as_slice(), earlier);
    }
}
