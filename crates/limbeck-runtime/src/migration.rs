//! The migration context: the connection, the version table, and the run itself.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::time::Instant;

use limbeck_core::revision::{Plan, RowChange, Step, StepKind, VersionRows, offline_start};
use limbeck_core::source::Location;
use limbeck_database::{RunLock, TransactionKind};
use limbeck_dialect::{Dialect, Sql, TypeMemory};
use limbeck_script::binder::{BindState, Binder};
use limbeck_script::directive::Event;
use limbeck_script::directory::Script;
use limbeck_script::history::read_events;

use crate::configure::ConfigureOptions;
use crate::connection::SharedConnection;
use crate::environment::{CurrentHeads, EnvironmentContext, Task};
use crate::error::RunError;
use crate::progress::StepBegins;
use crate::report::{AppliedStep, DatabaseReport, Direction};
use crate::unfinished::Left;
use crate::version_apply::VersionApply;
use crate::version_table::{VersionTable, described, exists, lost_row, version_rows};

pub(crate) const LOG: &str = "alembic.runtime.migration";

/// What `context.configure()` makes: runs plans on one connection, or writes them as text.
pub struct MigrationContext {
    pub(crate) environment: Rc<EnvironmentContext>,
    pub(crate) connection: Option<SharedConnection>,
    pub(crate) dialect: Rc<dyn Dialect>,
    pub(crate) options: ConfigureOptions,
    pub(crate) binder: RefCell<Binder>,
    /// The connection was in a transaction when it came here: whoever began that one commits it.
    pub(crate) external_transaction: bool,
    /// We began a transaction.
    pub(crate) transaction: Cell<bool>,
    /// Steps that were run and are not committed yet, with the connection's commit count when the first one began.
    pub(crate) pending: RefCell<Vec<AppliedStep>>,
    /// The rows after the last step that was run.
    rows: RefCell<Vec<String>>,
    commits_before: Cell<u64>,
    /// Which entry of the report is about this database.
    report_at: Cell<usize>,
    /// What the scripts of the plan do, as far as they could be read, by revision.
    prepared: RefCell<HashMap<String, Vec<Event>>>,
    /// The named types that `create_table` has made.
    pub(crate) types: RefCell<TypeMemory>,
    /// Where the batch blocks that are open begin.
    pub(crate) blocks: RefCell<Vec<Location>>,
    /// The first step empties the version table.
    purge_first: Cell<bool>,
    /// While a rehearsal writes statements down: whether the database has a version table.
    pub(crate) version_table_is_there: Cell<bool>,
    /// Inside `run_migrations()`.
    pub(crate) running: Cell<bool>,
    /// Held while this run changes the database.
    pub(crate) run_lock: RefCell<Option<Box<dyn RunLock>>>,
    /// Inside `autocommit_block()`: whether statements were committed by themselves before it.
    pub(crate) autocommit_before: Cell<Option<bool>>,
    /// What an earlier run left of a revision that did not end.
    pub(crate) left: RefCell<Option<Left>>,
    /// What the enforcement of foreign keys was before a rebuild turned it off.
    pub(crate) foreign_keys_before: Cell<Option<bool>>,
}

impl MigrationContext {
    pub(crate) fn new(
        environment: Rc<EnvironmentContext>,
        connection: Option<SharedConnection>,
        dialect_name: Option<&str>,
        options: ConfigureOptions,
    ) -> Result<Self, RunError> {
        let dialect = match (&connection, dialect_name) {
            (Some(connection), _) => connection.dialect(),
            (None, Some(name)) => limbeck_dialect::by_name(name).ok_or_else(|| RunError::Command {
                message: format!("limbeck does not know the dialect \"{name}\""),
                help: Some("this version knows: postgresql, mysql, mariadb, sqlite".into()),
            })?,
            (None, None) => return Err(RunError::command("Connection, url, or dialect_name is required.")),
        };
        if connection.is_some() && options.starting_revision.is_some() && !environment.offline {
            return Err(RunError::command("Can't specify current_rev to context when using a database connection"));
        }
        let bind_state = bind_state(dialect.as_ref(), &options);
        let migration = MigrationContext {
            external_transaction: connection.as_ref().is_some_and(SharedConnection::in_transaction),
            commits_before: Cell::new(connection.as_ref().map_or(0, SharedConnection::commits)),
            binder: RefCell::new(Binder::new(bind_state)),
            environment,
            connection,
            dialect,
            options,
            transaction: Cell::new(false),
            pending: RefCell::default(),
            rows: RefCell::default(),
            report_at: Cell::new(0),
            prepared: RefCell::default(),
            types: RefCell::default(),
            blocks: RefCell::default(),
            purge_first: Cell::new(false),
            version_table_is_there: Cell::new(false),
            running: Cell::new(false),
            run_lock: RefCell::new(None),
            autocommit_before: Cell::new(None),
            left: RefCell::new(None),
            foreign_keys_before: Cell::new(None),
        };
        if let Some(connection) = &migration.connection {
            migration.environment.interrupt.on_pull(connection.borrow().interrupter());
        }
        log::info!(target: LOG, "Context impl {}.", migration.dialect.implementation_name());
        if migration.environment.offline {
            log::info!(target: LOG, "Generating static SQL");
        }
        let adjective = if migration.transactional_ddl() { "transactional" } else { "non-transactional" };
        log::info!(target: LOG, "Will assume {adjective} DDL.");
        Ok(migration)
    }

    pub(crate) fn bind_state(&self) -> BindState {
        bind_state(self.dialect.as_ref(), &self.options)
    }

    /// The dialect.
    pub fn dialect(&self) -> &Rc<dyn Dialect> {
        &self.dialect
    }

    /// The connection; `None` in offline mode.
    pub fn connection(&self) -> Option<&SharedConnection> {
        self.connection.as_ref()
    }

    /// The environment it belongs to.
    pub fn environment(&self) -> &Rc<EnvironmentContext> {
        &self.environment
    }

    /// What `configure()` decided.
    pub fn options(&self) -> &ConfigureOptions {
        &self.options
    }

    /// Whether this context writes text instead of running statements.
    pub fn is_offline(&self) -> bool {
        self.environment.is_offline()
    }

    /// Alembic's idea of whether DDL is part of transactions here.
    pub fn transactional_ddl(&self) -> bool {
        self.options.transactional_ddl.unwrap_or(self.dialect.transactional_ddl())
    }

    fn version_table(&self) -> VersionTable<'_> {
        VersionTable::new(&self.options, self.dialect.as_ref())
    }

    /// The rows of the version table, sorted; offline, the start that the command was given.
    pub fn current_heads(&self) -> Result<Vec<String>, RunError> {
        match self.live() {
            Some(connection) => version_rows(connection, &self.options),
            None => {
                let start = self.options.starting_revision.as_ref().or(self.environment.starting_revision.as_ref());
                Ok(offline_start(self.environment.history.map(), start.map(String::as_str))?)
            }
        }
    }

    /// The connection when this is not offline mode.
    pub(crate) fn live(&self) -> Option<&SharedConnection> {
        if self.is_offline() { None } else { self.connection.as_ref() }
    }

    fn ensure_version_table(&self, connection: &SharedConnection, purge: bool) -> Result<(), RunError> {
        if !purge && exists(connection, &self.options.version_table)? {
            return Ok(());
        }
        // Inside somebody's transaction it belongs to that; otherwise it is committed at once, as Alembic does.
        if connection.in_transaction() {
            return self.make_version_table(connection, purge);
        }
        connection.begin(TransactionKind::Write).map_err(RunError::database)?;
        match self.make_version_table(connection, purge) {
            Ok(()) => connection.commit().map_err(RunError::database),
            Err(error) => {
                let _ = connection.rollback();
                Err(error)
            }
        }
    }

    /// Creates the version table, unless it is there (by now); then `purge` empties it.
    fn make_version_table(&self, connection: &SharedConnection, purge: bool) -> Result<(), RunError> {
        let statements = match exists(connection, &self.options.version_table)? {
            true if purge => vec![self.version_table().delete_all()],
            true => Vec::new(),
            false => self.version_table().create().map_err(|error| RunError::command(error.to_string()))?,
        };
        statements.iter().try_for_each(|sql| connection.execute(sql).map(drop).map_err(RunError::database))
    }

    /// `context.run_migrations()`. With `with_arguments`, scripts are called with keyword arguments, which only running them can do.
    pub fn run_migrations(self: &Rc<Self>, with_arguments: bool) -> Result<(), RunError> {
        self.running.set(true);
        let result = self.run_plan(with_arguments);
        self.running.set(false);
        // Inside a transaction for the whole run, or one of env.py's, the lock is held until that ends.
        if !self.transaction.get() && !self.external_transaction {
            self.tidy();
            self.release_run_lock();
        }
        result
    }

    fn run_plan(self: &Rc<Self>, with_arguments: bool) -> Result<(), RunError> {
        let environment = self.environment.clone();
        environment.mark_ran();
        let purge = environment.task.purges();
        if purge && environment.offline {
            return Err(RunError::command("Can't use --purge with --sql mode"));
        }
        let mut heads = if purge { Vec::new() } else { self.current_heads()? };
        let mut plan = environment.plan(&heads)?;
        if let Some(rehearsal) = environment.rehearsal {
            self.prepare(&plan, with_arguments)?;
            warn(&plan);
            return self.rehearse(&plan, &heads, rehearsal);
        }
        if self.live().is_some() && (!plan.steps.is_empty() || purge) {
            self.take_run_lock()?;
            // Another run may have been at work while we waited.
            heads = if purge { Vec::new() } else { self.current_heads()? };
            plan = environment.plan(&heads)?;
        }
        let has_notes = self.look_back(&heads, &plan)?;
        self.prepare(&plan, with_arguments)?;
        if let Some(connection) = self.live() {
            self.keep_notes(connection, &plan, has_notes);
            if purge || (heads.is_empty() && environment.creates_version_table()) {
                // Old rows go with the first step, so that a killed run leaves either the old ones or the new ones.
                self.purge_first.set(purge && !plan.steps.is_empty());
                self.ensure_version_table(connection, purge && plan.steps.is_empty())?;
            }
            self.commits_before.set(connection.commits());
        } else if environment.task == Task::EnsureVersion {
            self.write_version_table()?;
        }
        warn(&plan);
        self.note_current(&heads);
        let (found, renamed) = if environment.task.compares() { self.compare(&heads)? } else { Default::default() };
        self.report_at.set(environment.report.borrow().databases.len());
        environment.report.borrow_mut().databases.push(DatabaseReport {
            url: self.url(),
            heads_before: heads.clone(),
            heads_after: heads.clone(),
            steps: Vec::new(),
        });
        if environment.task.writes_revision() || environment.task.compares() {
            self.generate(&found, &renamed, &heads)?;
        }
        let mut rows = VersionRows::new(&heads);
        for (at, step) in plan.steps.iter().enumerate() {
            self.tell_progress(step, at + 1, plan.steps.len());
            self.run_step(step, &mut rows)?;
        }
        Ok(())
    }

    fn note_current(&self, heads: &[String]) {
        self.environment.current.borrow_mut().push(CurrentHeads { url: self.url(), heads: heads.to_vec() });
    }

    /// The database, without its password; empty in offline mode.
    pub(crate) fn url(&self) -> String {
        self.connection.as_ref().map_or_else(String::new, |c| c.borrow().url().render(true))
    }

    fn tell_progress(&self, step: &Step, number: usize, of: usize) {
        if let Some(progress) = &self.environment.progress {
            progress(&StepBegins {
                number,
                of,
                direction: direction(step),
                revision: step.revision.clone(),
                doc: self.script_of(step).map(|script| script.doc.clone()).unwrap_or_default(),
            });
        }
    }

    /// Reads all scripts of the plan that can be read, so that a fault in the last one is found before the first one runs.
    fn prepare(&self, plan: &Plan, with_arguments: bool) -> Result<(), RunError> {
        if with_arguments || !self.options.static_reader {
            return Ok(());
        }
        for step in &plan.steps {
            if let Some(script) = self.script_of(step)
                && let Some(events) = read_events(script, direction(step).as_str())?
            {
                self.check(&events)?;
                self.prepared.borrow_mut().insert(step.revision.clone(), events);
            }
        }
        Ok(())
    }

    pub(crate) fn script_of(&self, step: &Step) -> Option<&Script> {
        match step.kind {
            StepKind::Stamp => None,
            _ => self.environment.history.script(&step.revision),
        }
    }

    pub(crate) fn run_step(self: &Rc<Self>, step: &Step, rows: &mut VersionRows) -> Result<(), RunError> {
        if self.environment.interrupt.is_pulled() {
            return Err(RunError::Interrupted);
        }
        let started = Instant::now();
        let opened = self.begin_transaction(true)?;
        if let Some(connection) = self.live() {
            let expected = connection.is_autocommit() || !self.dialect.really_transactional_ddl();
            connection.journal().begin(&step.revision, expected);
            self.begin_notes(connection, step, rows);
        }
        let result = self.run_step_body(step, rows);
        let result = match result {
            Ok(()) => {
                if self.environment.rehearsal.is_none() {
                    self.pending.borrow_mut().push(self.applied(step, started));
                    *self.rows.borrow_mut() = rows.as_slice().to_vec();
                }
                if opened { self.end_transaction(false) } else { Ok(()) }
            }
            Err(error) => {
                self.restore_foreign_keys();
                self.leave_autocommit();
                if opened {
                    // The first error is the one to show; a failed rollback leaves the transaction to the closing connection.
                    let _ = self.end_transaction(true);
                }
                Err(error)
            }
        };
        self.flush_pending();
        result.map_err(|error| self.name_what_stays(step, error)).inspect(|()| {
            if let Some(connection) = self.live() {
                connection.journal().end();
            }
        })
    }

    fn run_step_body(self: &Rc<Self>, step: &Step, rows: &mut VersionRows) -> Result<(), RunError> {
        if self.is_offline() && rows.is_empty() && !self.version_table_is_there.get() {
            self.write_version_table()?;
        }
        let doc = self.script_of(step).map_or("", |script| script.doc.as_str());
        let short = step.short_log();
        if self.environment.rehearsal.is_none() {
            let comma = if doc.is_empty() { "" } else { ", " };
            log::info!(target: LOG, "Running {short}{comma}{doc}");
        }
        if self.is_offline() {
            self.static_output(&format!("-- Running {short}"))?;
        }
        if let Some(script) = self.script_of(step) {
            self.run_script(script, step)?;
        }
        if let (true, Some(connection)) = (self.purge_first.take(), self.live()) {
            connection.execute(&self.version_table().delete_all()).map_err(RunError::database)?;
        }
        if let Some(text) = described(&step.changes) {
            log::debug!(target: LOG, "{text}");
        }
        for change in &step.changes {
            self.change_row(change)?;
            rows.apply(change);
        }
        if let Some(connection) = self.live()
            && let Some(sql) = connection.notes().clear()
        {
            connection.borrow().execute(&sql).map_err(RunError::database)?;
        }
        self.call_back(step, rows, doc)
    }

    /// Offline: the statement that makes the version table.
    fn write_version_table(&self) -> Result<(), RunError> {
        let statements = self.version_table().create().map_err(|error| RunError::command(error.to_string()))?;
        statements.iter().try_for_each(|sql| self.write_statement(sql))
    }

    fn run_script(self: &Rc<Self>, script: &Script, step: &Step) -> Result<(), RunError> {
        let prepared = self.prepared.borrow_mut().remove(&step.revision);
        if let Some(events) = prepared {
            for event in &events {
                self.handle(event)?;
            }
            return Ok(());
        }
        self.environment.dynamic.clone().run(script, direction(step), self)
    }

    fn change_row(&self, change: &RowChange) -> Result<(), RunError> {
        for sql in self.version_table().change(change).map_err(|error| RunError::command(error.to_string()))? {
            match self.live() {
                None => self.write_statement(&sql)?,
                Some(connection) => {
                    let outcome = connection.execute_version_row(&sql).map_err(RunError::database)?;
                    if let Some(found) = outcome.affected.filter(|n| *n != 1) {
                        return Err(RunError::Command {
                            message: lost_row(change, &self.options.version_table, found),
                            help: Some(
                                "something else changed the version table meanwhile; see `limbeck current`".into(),
                            ),
                        });
                    }
                }
            }
        }
        Ok(())
    }

    fn call_back(&self, step: &Step, rows: &VersionRows, doc: &str) -> Result<(), RunError> {
        // The functions of env.py may write to its connection, which a rehearsal must not.
        if self.options.on_version_apply.is_empty() || self.environment.rehearsal.is_some() {
            return Ok(());
        }
        let info = VersionApply {
            direction: direction(step),
            is_upgrade: step.is_upgrade,
            up_revisions: step.up_revisions.clone(),
            down_revisions: step.down_revisions.clone(),
            from: step.from.clone(),
            to: step.to.clone(),
            heads: rows.as_slice().to_vec(),
            doc: doc.to_owned(),
        };
        for callback in &self.options.on_version_apply {
            callback(&info)?;
        }
        Ok(())
    }

    fn applied(&self, step: &Step, started: Instant) -> AppliedStep {
        AppliedStep {
            direction: direction(step),
            revision: step.revision.clone(),
            from: step.from.clone(),
            to: step.to.clone(),
            duration: started.elapsed(),
        }
    }

    /// Moves the steps that are committed by now into the report.
    pub(crate) fn flush_pending(&self) {
        let committed = match self.live() {
            None => true,
            Some(connection) => !self.transaction.get() && connection.commits() > self.commits_before.get(),
        };
        let mut pending = self.pending.borrow_mut();
        if committed
            && !pending.is_empty()
            && let Some(report) = self.environment.report.borrow_mut().databases.get_mut(self.report_at.get())
        {
            report.steps.append(&mut pending);
            report.heads_after = self.rows.borrow().clone();
        }
        if let Some(connection) = self.live() {
            self.commits_before.set(connection.commits());
        }
    }

    /// Refuses to call work done that was rolled back when its connection was closed.
    pub(crate) fn require_committed(&self) -> Result<(), RunError> {
        self.flush_pending();
        if self.external_transaction {
            self.tidy();
            self.release_run_lock();
        }
        let pending = self.pending.borrow();
        if pending.is_empty() {
            return Ok(());
        }
        let steps: Vec<&str> = pending.iter().map(|step| step.revision.as_str()).collect();
        Err(RunError::Command {
            message: format!("nobody committed what was run, so it was rolled back: {}", steps.join(", ")),
            help: Some(
                "env.py used the connection before context.configure(), which began a transaction; call connection.commit() \
                 before configure(), or after run_migrations()"
                    .into(),
            ),
        })
    }

    /// An error after part of a revision was committed says what stays.
    fn name_what_stays(&self, step: &Step, error: RunError) -> RunError {
        let Some(connection) = self.live() else { return error };
        let applied = connection.journal().end();
        if connection.notes().are_kept() && !connection.borrow().can_roll_back() {
            // When the connection is lost, what was noted before each statement stays.
            let _ = connection.notes().settle(connection.borrow().as_mut(), &applied);
        }
        if applied.is_empty() {
            return error;
        }
        let revision = step.revision.clone();
        RunError::PartlyApplied { revision, applied, source: Box::new(error) }
    }

    /// Offline text of one statement: four spaces for a tab, a semicolon and an empty line after it.
    pub(crate) fn write_statement(&self, sql: &Sql) -> Result<(), RunError> {
        let text = sql.text.replace('\t', "    ");
        self.static_output(&format!("{};", text.trim()))
    }

    /// `context.static_output(text)`: the text and an empty line.
    pub fn static_output(&self, text: &str) -> Result<(), RunError> {
        self.environment.write(&format!("{text}\n\n"))
    }
}

fn bind_state(dialect: &dyn Dialect, options: &ConfigureOptions) -> BindState {
    BindState { dialect_name: dialect.name().to_owned(), naming_convention: options.naming_convention.clone() }
}

fn warn(plan: &Plan) {
    for warning in &plan.warnings {
        log::warn!(target: "limbeck", "{warning}");
    }
}

pub(crate) fn direction(step: &Step) -> Direction {
    match step.kind {
        StepKind::Upgrade => Direction::Upgrade,
        StepKind::Downgrade => Direction::Downgrade,
        StepKind::Stamp => Direction::Stamp,
    }
}
