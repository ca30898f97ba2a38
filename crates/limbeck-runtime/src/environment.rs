//! The environment context: what a command wants, handed to env.py (or to what stands in for it), which configures a
//! migration context and tells it to run.

use std::cell::{Cell, RefCell};
use std::io::Write;
use std::rc::Rc;
use std::time::Duration;

use limbeck_core::revision::{self, Plan};
use limbeck_script::config::Config;
use limbeck_script::directory::Script;
use limbeck_script::history::History;

use crate::configure::{ConfigureOptions, RevisionDirective};
use crate::connection::SharedConnection;
use crate::error::RunError;
use crate::findings::Findings;
use crate::generate::Compared;
use crate::interrupt::Interrupt;
use crate::migration::MigrationContext;
use crate::progress::Progress;
use crate::rehearsal::{PlannedRun, Rehearsal};
use crate::rename::Rename;
use crate::report::{Direction, Report};
use crate::similar::AskSimilar;

/// What a command wants done once env.py calls `run_migrations()`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// `upgrade`
    Upgrade {
        /// Where to
        target: String,
    },
    /// `downgrade`
    Downgrade {
        /// Where to
        target: String,
    },
    /// `stamp`
    Stamp {
        /// The revisions
        targets: Vec<String>,
        /// Empty the version table first
        purge: bool,
    },
    /// Only reads the version table: `current`, `show current`, `history -i`
    Current,
    /// Compares the target metadata with a database that everything is applied to: `check`
    Check,
    /// Creates the version table when it is missing, and reads it
    EnsureVersion,
    /// Writes a new revision, which env.py may change: `revision` with `revision_environment`
    Revision,
    /// The same, filled with what makes up for the differences between models and database: `revision --autogenerate`
    Autogenerate,
    /// Needs env.py for its side effects only: `merge` with `revision_environment`
    Nothing,
}

impl Task {
    /// The revision argument of the command, as `context.get_revision_argument()` shows it.
    pub fn revision_argument(&self) -> Vec<String> {
        match self {
            Task::Upgrade { target } | Task::Downgrade { target } => vec![target.clone()],
            Task::Stamp { targets, .. } => targets.clone(),
            _ => Vec::new(),
        }
    }

    fn plan(&self, history: &History, heads: &[String]) -> Result<Plan, revision::ResolveError> {
        let map = history.map();
        match self {
            Task::Upgrade { target } => revision::upgrade_plan(map, heads, target),
            Task::Downgrade { target } => revision::downgrade_plan(map, heads, target),
            Task::Stamp { targets, .. } => revision::stamp_plan(map, heads, targets),
            _ => Ok(Plan::default()),
        }
    }

    fn creates_version_table(&self) -> bool {
        !matches!(self, Task::Current | Task::Check | Task::Autogenerate)
    }

    /// Whether models and database are compared.
    pub fn compares(&self) -> bool {
        matches!(self, Task::Check | Task::Autogenerate)
    }

    /// Whether a revision is written, which env.py may change.
    pub fn writes_revision(&self) -> bool {
        matches!(self, Task::Revision | Task::Autogenerate)
    }

    /// Whether it may run scripts or change rows.
    pub(crate) fn changes_database(&self) -> bool {
        matches!(self, Task::Upgrade { .. } | Task::Downgrade { .. } | Task::Stamp { .. })
    }

    /// Whether it may run scripts.
    pub(crate) fn runs_scripts(&self) -> bool {
        matches!(self, Task::Upgrade { .. } | Task::Downgrade { .. })
    }

    /// Whether it only changes what the version table says.
    pub(crate) fn is_stamp(&self) -> bool {
        matches!(self, Task::Stamp { .. })
    }

    /// Whether the version table is emptied first.
    pub(crate) fn purges(&self) -> bool {
        matches!(self, Task::Stamp { purge: true, .. })
    }
}

/// Runs env.py, or does what it would do.
pub trait Environment {
    /// Configures `context` and tells it to run.
    fn run(&self, context: &Rc<EnvironmentContext>) -> Result<(), RunError>;
}

/// Runs the scripts that cannot be read without running them.
pub trait DynamicScripts {
    /// Runs `upgrade()` or `downgrade()` of `script`, which hands its directives to `migration` one by one.
    fn run(&self, script: &Script, direction: Direction, migration: &Rc<MigrationContext>) -> Result<(), RunError>;
}

/// The rows of a version table, and whose they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrentHeads {
    /// The database, without its password.
    pub url: String,
    /// The rows.
    pub heads: Vec<String>,
}

/// Everything a command knows, for env.py to ask and for the migration context to use.
pub struct EnvironmentContext {
    /// The configuration; env.py may change it.
    pub config: RefCell<Config>,
    /// The revisions on disk.
    pub history: Rc<History>,
    /// What is to be done.
    pub task: Task,
    /// `--sql`, as env.py is told; see [`EnvironmentContext::is_offline`] for what scripts are told
    pub offline: bool,
    /// The start that `--sql` was given: `a` of `a:b`
    pub starting_revision: Option<String>,
    /// `--tag`
    pub tag: Option<String>,
    /// Stops the run.
    pub interrupt: Interrupt,
    /// How long to wait for another run; `None` does not lock at all.
    pub lock_wait: Option<Duration>,
    /// Runs what cannot be read.
    pub dynamic: Rc<dyn DynamicScripts>,
    /// `--plan`: nothing is to be done.
    pub rehearsal: Option<Rehearsal>,
    /// Is told of each step that begins.
    pub progress: Option<Progress>,
    /// Asked whether something is renamed.
    pub ask_similar: Option<AskSimilar>,
    /// What was done.
    pub report: RefCell<Report>,
    /// What would be done, one entry a `run_migrations()`.
    pub planned: RefCell<Vec<PlannedRun>>,
    /// What was found in version tables, one entry a `run_migrations()`.
    pub current: RefCell<Vec<CurrentHeads>>,
    /// What the models call otherwise than the database.
    pub renames: RefCell<Vec<Rename>>,
    /// What [`Task::Check`] found.
    pub findings: RefCell<Findings>,
    /// What [`Task::Revision`] or [`Task::Autogenerate`] is to write: one revision, unless env.py has made none or several of it.
    pub revisions: RefCell<Vec<RevisionDirective>>,
    /// The databases that those are for, one entry a `run_migrations()`.
    pub compared: RefCell<Vec<Compared>>,
    output: RefCell<Box<dyn Write>>,
    /// The `output_buffer` of `context.configure()`, which goes first.
    buffer: RefCell<Option<Box<dyn Write>>>,
    migration: RefCell<Option<Rc<MigrationContext>>>,
    /// Those before it: of other databases, which env.py may commit all together at its end.
    earlier: RefCell<Vec<Rc<MigrationContext>>>,
    ran: Cell<bool>,
    /// Text that a rehearsal catches instead of statements that would be sent.
    caught: RefCell<Option<String>>,
}

/// What [`EnvironmentContext::new`] takes.
pub struct Parts {
    /// The configuration.
    pub config: Config,
    /// The revisions on disk.
    pub history: Rc<History>,
    /// What is to be done.
    pub task: Task,
    /// `--sql`
    pub offline: bool,
    /// The start that `--sql` was given.
    pub starting_revision: Option<String>,
    /// `--tag`
    pub tag: Option<String>,
    /// Where offline text goes.
    pub output: Box<dyn Write>,
    /// Stops the run.
    pub interrupt: Interrupt,
    /// How long to wait for another run.
    pub lock_wait: Option<Duration>,
    /// `--plan`
    pub rehearsal: Option<Rehearsal>,
    /// Is told of each step that begins.
    pub progress: Option<Progress>,
    /// Asked whether something is renamed.
    pub ask_similar: Option<AskSimilar>,
    /// Runs what cannot be read.
    pub dynamic: Rc<dyn DynamicScripts>,
}

impl EnvironmentContext {
    /// A context for one command.
    pub fn new(parts: Parts) -> Rc<Self> {
        Rc::new(EnvironmentContext {
            config: RefCell::new(parts.config),
            history: parts.history,
            task: parts.task,
            offline: parts.offline,
            starting_revision: parts.starting_revision,
            tag: parts.tag,
            interrupt: parts.interrupt,
            lock_wait: parts.lock_wait,
            dynamic: parts.dynamic,
            rehearsal: parts.rehearsal,
            progress: parts.progress,
            ask_similar: parts.ask_similar,
            report: RefCell::default(),
            planned: RefCell::default(),
            current: RefCell::default(),
            renames: RefCell::default(),
            findings: RefCell::default(),
            revisions: RefCell::new(vec![RevisionDirective::default()]),
            compared: RefCell::default(),
            output: RefCell::new(parts.output),
            buffer: RefCell::default(),
            migration: RefCell::new(None),
            earlier: RefCell::default(),
            ran: Cell::new(false),
            caught: RefCell::new(None),
        })
    }

    /// Runs `environment` and makes sure that what it ran is kept.
    ///
    /// # Errors
    /// Whatever stops the run; also an env.py that never called `run_migrations()`, or whose connection was closed
    /// before anybody committed.
    pub fn run(self: &Rc<Self>, environment: &dyn Environment) -> Result<(), RunError> {
        environment.run(self).inspect_err(|_| {
            if let Some(migration) = self.migration() {
                migration.tidy();
            }
        })?;
        if !self.ran.get() && !matches!(self.task, Task::Revision | Task::Nothing) {
            return Err(RunError::Command {
                message: "env.py did not call context.run_migrations(), so nothing was done".into(),
                help: Some("call it inside `with context.begin_transaction():`".into()),
            });
        }
        self.earlier.borrow().iter().chain(&self.migration()).try_for_each(|migration| migration.require_committed())
    }

    /// `context.configure()`: from here on there is a migration context.
    ///
    /// # Errors
    /// Neither connection nor dialect, or a dialect that limbeck does not know.
    pub fn configure(
        self: &Rc<Self>,
        connection: Option<SharedConnection>,
        dialect_name: Option<&str>,
        options: ConfigureOptions,
    ) -> Result<Rc<MigrationContext>, RunError> {
        let migration = Rc::new(MigrationContext::new(self.clone(), connection, dialect_name, options)?);
        self.earlier.borrow_mut().extend(self.migration.replace(Some(migration.clone())));
        Ok(migration)
    }

    /// The migration context, once there is one.
    pub fn migration(&self) -> Option<Rc<MigrationContext>> {
        self.migration.borrow().clone()
    }

    /// The migration context.
    ///
    /// # Errors
    /// `context.configure()` was not called yet.
    pub fn configured(&self) -> Result<Rc<MigrationContext>, RunError> {
        self.migration().ok_or_else(|| {
            RunError::command("No context has been configured yet. Call context.configure() in env.py first.")
        })
    }

    /// Ends a run whose code can no longer end it: rolls back and lets others run.
    pub fn abandon(&self) {
        self.earlier.borrow().iter().chain(&self.migration()).for_each(|migration| migration.abandon());
    }

    /// The plan from `heads`, and its warnings logged.
    pub(crate) fn plan(&self, heads: &[String]) -> Result<Plan, RunError> {
        Ok(self.task.plan(&self.history, heads)?)
    }

    pub(crate) fn creates_version_table(&self) -> bool {
        self.task.creates_version_table()
    }

    /// Whether scripts may run and rows may change.
    pub(crate) fn changes_database(&self) -> bool {
        self.task.changes_database() && self.rehearsal.is_none()
    }

    /// `--sql`, or a rehearsal that is writing statements down: what scripts ask for becomes text.
    pub fn is_offline(&self) -> bool {
        self.offline || self.caught.borrow().is_some()
    }

    /// From here on, text is caught and statements become text.
    pub(crate) fn catch_text(&self) {
        *self.caught.borrow_mut() = Some(String::new());
    }

    /// What was caught since the last call.
    pub(crate) fn take_text(&self) -> String {
        self.caught.borrow_mut().as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Statements are statements again.
    pub(crate) fn release_text(&self) {
        *self.caught.borrow_mut() = None;
    }

    pub(crate) fn mark_ran(&self) {
        self.ran.set(true);
    }

    /// Offline text goes to `buffer` from here on; `None` is where the command wants it.
    pub fn redirect(&self, buffer: Option<Box<dyn Write>>) {
        *self.buffer.borrow_mut() = buffer;
    }

    /// Writes offline text as it is.
    pub fn write(&self, text: &str) -> Result<(), RunError> {
        if let Some(caught) = &mut *self.caught.borrow_mut() {
            caught.push_str(text);
            return Ok(());
        }
        let (mut buffer, mut output) = (self.buffer.borrow_mut(), self.output.borrow_mut());
        let output = buffer.as_mut().unwrap_or(&mut *output);
        output
            .write_all(text.as_bytes())
            .and_then(|()| output.flush())
            .map_err(|error| RunError::File { path: "output".into(), error })
    }
}
