//! Who begins and commits what: Alembic's rules, and really transactional revisions on SQLite.

use std::time::{Duration, Instant};

use limbeck_database::{Taking, TransactionKind};

use crate::error::RunError;
use crate::migration::MigrationContext;

/// How often the run lock of another run is looked at; Ctrl-C waits no longer than this.
const LOOK: Duration = Duration::from_millis(50);

impl MigrationContext {
    /// `context.begin_transaction()` (for the run) or the one around each step. Whether a block was opened, which then has to be
    /// closed by [`MigrationContext::end_transaction`].
    ///
    /// With transactional DDL there is one block for the run, or one a step with `transaction_per_migration`. Without it there is one
    /// a step; offline that one is not written.
    pub fn begin_transaction(&self, per_migration: bool) -> Result<bool, RunError> {
        let external = self.external_transaction && !self.is_offline();
        if external || self.transaction.get() {
            return Ok(false);
        }
        let transactional = self.transactional_ddl();
        let now = match transactional {
            true => per_migration == self.options.transaction_per_migration,
            false => per_migration,
        };
        if !now {
            return Ok(false);
        }
        match self.live() {
            None if transactional => self.static_output("BEGIN;")?,
            None => return Ok(false),
            Some(connection) => {
                // The lock comes first: a transaction that waits for it would keep others waiting, and they time out.
                if !per_migration && self.environment.changes_database() && self.has_work()? {
                    self.take_run_lock()?;
                }
                // A transaction that is open here was begun by our own reading; it holds nothing.
                if connection.in_transaction() {
                    connection.rollback().map_err(RunError::database)?;
                }
                connection.begin(TransactionKind::Write).map_err(RunError::database)?;
            }
        }
        self.transaction.set(true);
        Ok(true)
    }

    /// Ends a block that was opened: commits, or rolls back when it failed.
    pub fn end_transaction(&self, failed: bool) -> Result<(), RunError> {
        self.transaction.set(false);
        let result = match self.live() {
            None if failed => Ok(()),
            None => self.static_output("COMMIT;"),
            Some(connection) if failed => connection.rollback().map_err(RunError::database),
            Some(connection) => connection.commit().map_err(|error| {
                let _ = connection.rollback();
                RunError::database(error)
            }),
        };
        if result.is_ok() && !failed {
            self.flush_pending();
        }
        // The end of a step is not the end of the run.
        if !self.running.get() {
            self.release_run_lock();
        }
        result
    }

    /// Whether there is anything to run, as far as can be seen without the lock: who has nothing to do need not wait.
    fn has_work(&self) -> Result<bool, RunError> {
        if self.environment.task.purges() {
            return Ok(true);
        }
        let plan = self.environment.plan(&self.current_heads()?)?;
        Ok(!plan.steps.is_empty())
    }

    /// Waits until no other run changes this database. Holding the lock already, it does nothing.
    pub(crate) fn take_run_lock(&self) -> Result<(), RunError> {
        let (Some(connection), Some(wait)) = (self.live(), self.environment.lock_wait) else { return Ok(()) };
        if self.run_lock.borrow().is_some() {
            return Ok(());
        }
        // What we read so far must not keep others waiting while we wait ourselves.
        if connection.in_transaction() && !self.external_transaction && !self.transaction.get() {
            connection.rollback().map_err(RunError::database)?;
        }
        let made = connection.borrow().run_lock().map_err(RunError::database)?;
        let Some(mut lock) = made else { return Ok(()) };
        let started = Instant::now();
        let mut told = false;
        loop {
            if self.environment.interrupt.is_pulled() {
                return Err(RunError::Interrupted);
            }
            let Taking::HeldBy(holder) = lock.try_take().map_err(RunError::database)? else {
                *self.run_lock.borrow_mut() = Some(lock);
                return Ok(());
            };
            if !std::mem::replace(&mut told, true) {
                log::warn!(target: "limbeck", "waiting for another run on this database{holder}");
            }
            let left = wait.saturating_sub(started.elapsed());
            if left.is_zero() {
                return Err(RunError::Command {
                    message: format!("another run is changing this database{holder}"),
                    help: Some("wait for it to end; the lock goes with its process".into()),
                });
            }
            std::thread::sleep(LOOK.min(left));
        }
    }

    /// Rolls back whatever is open and releases the lock.
    pub(crate) fn abandon(&self) {
        self.transaction.set(false);
        if let Some(connection) = self.live() {
            // The connection is dropped next, which rolls back as well.
            let _ = connection.rollback();
        }
        self.release_run_lock();
    }

    pub(crate) fn release_run_lock(&self) {
        self.run_lock.take();
    }

    /// `autocommit_block()` begins: what came before is committed, what follows commits statement by statement.
    pub(crate) fn begin_autocommit(&self) -> Result<(), RunError> {
        match self.live() {
            None if self.transactional_ddl() => self.static_output("COMMIT;"),
            None => Ok(()),
            Some(_) if self.external_transaction => Err(RunError::Command {
                message:
                    "autocommit_block() needs a transaction of its own, and env.py had begun one before configure()"
                        .into(),
                help: Some("call connection.commit() before context.configure()".into()),
            }),
            Some(connection) => {
                if self.transaction.get() {
                    connection.commit().map_err(RunError::database)?;
                }
                self.autocommit_before.set(Some(connection.set_autocommit(true)));
                Ok(())
            }
        }
    }

    /// `autocommit_block()` ends: the transaction goes on.
    pub(crate) fn end_autocommit(&self) -> Result<(), RunError> {
        match self.live() {
            None if self.transactional_ddl() => self.static_output("BEGIN;"),
            None => Ok(()),
            Some(connection) => {
                self.leave_autocommit();
                if self.transaction.get() {
                    connection.begin(TransactionKind::Write).map_err(RunError::database)?;
                }
                Ok(())
            }
        }
    }

    /// Statements are committed as before the block.
    pub(crate) fn leave_autocommit(&self) {
        if let (Some(before), Some(connection)) = (self.autocommit_before.take(), self.live()) {
            connection.set_autocommit(before);
        }
    }
}
