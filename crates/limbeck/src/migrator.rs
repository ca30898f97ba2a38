//! The operations.

use std::io::Write;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use limbeck_core::revision::{Bound, HistoryRange, RevisionRef, StepKind, split_offline_range, split_offline_stamp};
use limbeck_python::{Python, evaluate_header};
use limbeck_runtime::{
    AskSimilar, CurrentHeads, EnvironmentContext, Findings, Interrupt, Parts, PlannedRun, Progress, Rehearsal, Rename,
    Report, RunError, Similar, StepBegins, Task,
};
use limbeck_script::directory::ScriptDirectory;
use limbeck_script::history::History;

use crate::config::Config;
use crate::environment::{Chosen, Need, choose};
use crate::error::{Error, Inner};
use crate::revisions::Revision;

/// A place for text, shared with the thread that an operation runs on.
pub type SharedWriter = Arc<Mutex<dyn Write + Send>>;

/// Stack of the thread that an operation runs on: Python code and deeply nested scripts need more than a thread usually has.
const STACK: usize = 256 * 1024 * 1024;

/// Runs the operations of one project. Cheap to clone; each operation reads the files anew.
#[derive(Clone)]
pub struct Migrator {
    config: Config,
    interrupt: Interrupt,
    /// `None`: what the configuration says
    lock_wait: Option<Option<Duration>>,
    tag: Option<String>,
    progress: Option<Progress>,
    ask_similar: Option<AskSimilar>,
}

impl Migrator {
    /// For the project of `config`. A run waits for another one to finish as long as `lock_wait` there says, else up to five minutes.
    pub fn new(config: Config) -> Self {
        Migrator {
            config,
            interrupt: Interrupt::default(),
            lock_wait: None,
            tag: None,
            progress: None,
            ask_similar: None,
        }
    }

    /// How long a run waits for another one, whatever the configuration says; `None` does not lock at all.
    pub fn lock_wait(mut self, wait: Option<Duration>) -> Self {
        self.lock_wait = Some(wait);
        self
    }

    /// `--tag`: what env.py gets from `context.get_tag_argument()`.
    pub fn tag(mut self, tag: Option<String>) -> Self {
        self.tag = tag;
        self
    }

    /// Tells `progress` of each step that begins, on the thread of the run.
    pub fn on_step(mut self, progress: impl Fn(&StepBegins) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(progress));
        self
    }

    /// Asks whether a table or column that disappears is the new one beside it, on the thread of the run. Without this, or when the answer
    /// is false, it is dropped and the new one added.
    pub fn on_similar(mut self, ask: impl Fn(&Similar) -> bool + Send + Sync + 'static) -> Self {
        self.ask_similar = Some(Arc::new(ask));
        self
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The switch that stops an operation from another thread.
    pub fn interrupt(&self) -> Interrupt {
        self.interrupt.clone()
    }

    /// Upgrades to `target`: `head`, `heads`, `+1`, an identifier, ...
    ///
    /// # Errors
    /// A refusal before anything is done, or the failure of a revision, which is rolled back; those before it stay applied.
    pub fn upgrade(&self, target: &str) -> Result<Report, Error> {
        split_offline_range(StepKind::Upgrade, target, false)?;
        self.report(Task::Upgrade { target: target.into() })
    }

    /// Downgrades to `target`: `base`, `-1`, an identifier, ...
    ///
    /// # Errors
    /// As [`Migrator::upgrade`].
    pub fn downgrade(&self, target: &str) -> Result<Report, Error> {
        split_offline_range(StepKind::Downgrade, target, false)?;
        self.report(Task::Downgrade { target: target.into() })
    }

    /// What `upgrade(target)` would do now, for each database that env.py migrates. Nothing is changed. With `statements` also the SQL:
    /// what offline mode would write for a database that is where this one is.
    ///
    /// # Errors
    /// What would stop the upgrade before anything is done.
    pub fn plan_upgrade(&self, target: &str, statements: bool) -> Result<Vec<PlannedRun>, Error> {
        split_offline_range(StepKind::Upgrade, target, false)?;
        self.rehearse(Task::Upgrade { target: target.into() }, statements)
    }

    /// The same for `downgrade(target)`.
    ///
    /// # Errors
    /// As [`Migrator::plan_upgrade`].
    pub fn plan_downgrade(&self, target: &str, statements: bool) -> Result<Vec<PlannedRun>, Error> {
        split_offline_range(StepKind::Downgrade, target, false)?;
        self.rehearse(Task::Downgrade { target: target.into() }, statements)
    }

    /// Writes revisions into the version table without running them. `purge` empties it first.
    ///
    /// # Errors
    /// As [`Migrator::upgrade`].
    pub fn stamp(&self, targets: &[String], purge: bool) -> Result<Report, Error> {
        self.report(Task::Stamp { targets: targets.to_vec(), purge })
    }

    /// The SQL of an upgrade, without a database: `target` or `start:target`.
    ///
    /// # Errors
    /// A refusal; what was written until then is incomplete.
    pub fn upgrade_sql(&self, range: &str, output: &SharedWriter) -> Result<(), Error> {
        let (start, target) = split_offline_range(StepKind::Upgrade, range, true)?;
        self.offline(Task::Upgrade { target: target.into() }, start, output)
    }

    /// The SQL of a downgrade, without a database: `start:target`.
    ///
    /// # Errors
    /// As [`Migrator::upgrade_sql`].
    pub fn downgrade_sql(&self, range: &str, output: &SharedWriter) -> Result<(), Error> {
        let (start, target) = split_offline_range(StepKind::Downgrade, range, true)?;
        self.offline(Task::Downgrade { target: target.into() }, start, output)
    }

    /// The SQL of a stamp, without a database; each target may be `start:target`.
    ///
    /// # Errors
    /// As [`Migrator::upgrade_sql`].
    pub fn stamp_sql(&self, targets: &[String], purge: bool, output: &SharedWriter) -> Result<(), Error> {
        let (start, targets) = split_offline_stamp(targets)?;
        self.offline(Task::Stamp { targets, purge }, start.as_deref(), output)
    }

    /// Makes the version table when it is missing; no row is written.
    ///
    /// # Errors
    /// The database cannot be reached or refuses, or env.py fails.
    pub fn ensure_version(&self) -> Result<(), Error> {
        self.run(Task::EnsureVersion, Mode::Online, |_| Ok(()))
    }

    /// The SQL that makes the version table, without a database.
    ///
    /// # Errors
    /// A refusal.
    pub fn ensure_version_sql(&self, output: &SharedWriter) -> Result<(), Error> {
        self.offline(Task::EnsureVersion, None, output)
    }

    /// The rows of the version table, one entry for each database that env.py migrates.
    ///
    /// # Errors
    /// The database cannot be reached, or env.py fails.
    pub fn current_rows(&self) -> Result<Vec<CurrentHeads>, Error> {
        self.ask_database(|_, current| Ok(current))
    }

    /// What the database is at, for each database that env.py migrates: the tips of all that is applied.
    ///
    /// # Errors
    /// As [`Migrator::current_rows`], and rows that name no revision on disk.
    pub fn current(&self) -> Result<Vec<(CurrentHeads, Vec<Revision>)>, Error> {
        self.ask_database(|history, found| {
            let mut all = Vec::new();
            for current in found {
                let revisions = Revision::all(history.map().current(&current.heads)?, history);
                all.push((current, revisions));
            }
            Ok(all)
        })
    }

    /// What differs between the models and the database, in Alembic's order; empty when nothing does. Nothing is changed.
    ///
    /// # Errors
    /// A database that not everything is applied to, an env.py that gives no metadata, models that could not be read whole.
    pub fn check(&self) -> Result<Findings, Error> {
        self.check_renamed(&[])
    }

    /// [`Migrator::check`], where some tables and columns have other names in the models than in the database.
    ///
    /// # Errors
    /// As there, and renames of what is not there.
    pub fn check_renamed(&self, renames: &[Rename]) -> Result<Findings, Error> {
        on_big_stack(&self.interrupt, move || {
            let (context, chosen) = self.prepared(Task::Check, Mode::Online)?;
            context.renames.replace(renames.to_vec());
            context.run(chosen.environment.as_ref())?;
            Ok(context.findings.take())
        })
    }

    /// All revisions, or those of a range `[start]:[end]`, newest first. `current` in the range asks the database.
    ///
    /// # Errors
    /// A range that names nothing, or whose ends do not lie on one line.
    pub fn history(&self, range: Option<&str>) -> Result<Vec<Revision>, Error> {
        let Some(range) = range.map(str::to_owned) else {
            return self.read(|history| {
                let all = history.map().history(Bound::Name("base"), Bound::Name("heads"))?;
                Ok(Revision::all(all, history))
            });
        };
        let needs_rows = HistoryRange::parse(&range)?.needs_rows();
        let find = move |history: &History, rows: &[String]| {
            let (lower, upper) = HistoryRange::parse(&range)?.bounds(rows);
            Ok(Revision::all(history.map().history(lower, upper)?, history))
        };
        match needs_rows {
            true => self.ask_database(move |history, found| find(history, &all_heads(found))),
            false => self.read(move |history| find(history, &[])),
        }
    }

    /// The rows of all databases that env.py migrates.
    ///
    /// # Errors
    /// As [`Migrator::current_rows`].
    pub fn all_rows(&self) -> Result<Vec<String>, Error> {
        self.current_rows().map(all_heads)
    }

    /// Whether a database with these rows has everything applied. Unlike in Alembic's `--check-heads`, a head that another branch
    /// depends on counts as applied with that branch.
    ///
    /// # Errors
    /// Rows that name no revision on disk.
    pub fn is_up_to_date<'a>(&self, rows: impl IntoIterator<Item = &'a String>) -> Result<bool, Error> {
        let rows: Vec<String> = rows.into_iter().cloned().collect();
        self.read(move |history| Ok(history.map().is_up_to_date(&rows)?))
    }

    /// Heads by `down_revision`, or effective heads: what no other revision needs.
    ///
    /// # Errors
    /// A fault in the files.
    pub fn heads(&self, effective: bool) -> Result<Vec<Revision>, Error> {
        self.read(move |history| {
            let map = history.map();
            Ok(Revision::all(if effective { map.effective_heads() } else { map.heads() }, history))
        })
    }

    /// Revisions that several others come after, each with those others.
    ///
    /// # Errors
    /// A fault in the files.
    pub fn branches(&self) -> Result<Vec<(Revision, Vec<Revision>)>, Error> {
        self.read(|history| {
            let points = history.map().branch_points();
            let with_children =
                |point: RevisionRef<'_>| (Revision::new(point, history), Revision::all(point.children(), history));
            Ok(points.into_iter().map(with_children).collect())
        })
    }

    /// The revisions that an argument names; `current` asks the database.
    ///
    /// # Errors
    /// It names nothing.
    pub fn show(&self, argument: &str) -> Result<Vec<Revision>, Error> {
        if argument == "current" {
            return self.ask_database(|history, found| {
                Ok(Revision::all(history.map().resolve_rows(&all_heads(found))?, history))
            });
        }
        let argument = argument.to_owned();
        self.read(move |history| Ok(Revision::all(history.map().resolve(&argument)?, history)))
    }

    fn offline(&self, task: Task, start: Option<&str>, output: &SharedWriter) -> Result<(), Error> {
        let mode = Mode::Offline { start: start.map(str::to_owned), output: output.clone() };
        self.run(task, mode, |_| Ok(()))
    }

    fn report(&self, task: Task) -> Result<Report, Error> {
        self.run(task, Mode::Online, |context| Ok(context.report.take()))
    }

    fn rehearse(&self, task: Task, statements: bool) -> Result<Vec<PlannedRun>, Error> {
        self.run(task, Mode::Rehearsal(Rehearsal { statements }), |context| Ok(context.planned.take()))
    }

    fn ask_database<T: Send>(
        &self,
        ask: impl FnOnce(&History, Vec<CurrentHeads>) -> Result<T, Error> + Send,
    ) -> Result<T, Error> {
        self.run(Task::Current, Mode::Online, |context| ask(&context.history, context.current.take()))
    }

    fn run<T: Send>(
        &self,
        task: Task,
        mode: Mode,
        finish: impl FnOnce(&EnvironmentContext) -> Result<T, Error> + Send,
    ) -> Result<T, Error> {
        on_big_stack(&self.interrupt, move || {
            let (context, chosen) = self.prepared(task, mode)?;
            match context.run(chosen.environment.as_ref()) {
                Ok(()) => finish(&context),
                Err(error) => Err(Error::from(error).after(context.report.take())),
            }
        })
    }

    /// What a command knows, and the environment to run it in.
    pub(crate) fn prepared(&self, task: Task, mode: Mode) -> Result<(Rc<EnvironmentContext>, Chosen), Error> {
        let history = Rc::new(load(&self.config)?);
        let lock_wait = match self.lock_wait {
            Some(wait) => wait,
            None => self.config.inner.lock_wait()?,
        };
        let offline = matches!(mode, Mode::Offline { .. });
        let need = match task {
            Task::Check | Task::Autogenerate => Need::Models,
            Task::Revision | Task::Nothing => Need::Objects,
            _ => Need::Run,
        };
        let chosen = choose(&self.config.inner, &history, offline, need, &self.interrupt)?;
        let rehearsal = if let Mode::Rehearsal(rehearsal) = mode { Some(rehearsal) } else { None };
        let (starting_revision, output): (_, Box<dyn Write>) = match mode {
            Mode::Offline { start, output } => (start, Box::new(Forward(output))),
            Mode::Online | Mode::Rehearsal(_) => (None, Box::new(std::io::sink())),
        };
        let context = EnvironmentContext::new(Parts {
            config: self.config.inner.clone(),
            history,
            task,
            offline,
            starting_revision,
            tag: self.tag.clone(),
            output,
            interrupt: self.interrupt.clone(),
            lock_wait,
            rehearsal,
            progress: self.progress.clone(),
            ask_similar: self.ask_similar.clone(),
            dynamic: chosen.dynamic.clone(),
        });
        Ok((context, chosen))
    }

    pub(crate) fn on_big_stack<T: Send>(&self, work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
        on_big_stack(&self.interrupt, work)
    }

    /// Reads the files and asks them something.
    fn read<T: Send>(&self, ask: impl FnOnce(&History) -> Result<T, Error> + Send) -> Result<T, Error> {
        on_big_stack(&self.interrupt, || ask(&load(&self.config)?))
    }
}

fn all_heads(found: Vec<CurrentHeads>) -> Vec<String> {
    found.into_iter().flat_map(|current| current.heads).collect()
}

/// How a task is run.
pub(crate) enum Mode {
    Online,
    /// `--sql`
    Offline {
        /// Where it begins
        start: Option<String>,
        /// Where the text goes
        output: SharedWriter,
    },
    /// `--plan`
    Rehearsal(Rehearsal),
}

struct Forward(SharedWriter);

impl Write for Forward {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).flush()
    }
}

/// Reads the version scripts.
pub(crate) fn load(config: &Config) -> Result<History, Error> {
    let python = Python::new(config.inner.prepend_sys_path()?, Interrupt::default());
    let directory = ScriptDirectory::open_with(&config.inner, &mut |script| evaluate_header(&python, script))?;
    for warning in directory.warnings() {
        log::warn!(target: "limbeck", "{warning}");
    }
    History::new(directory).map_err(|faults| Error::from_inner(Inner::Graph(faults)))
}

fn on_big_stack<T: Send>(interrupt: &Interrupt, work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("limbeck".into())
            .stack_size(STACK)
            .spawn_scoped(scope, work)
            .map_err(|error| RunError::File { path: "a thread".into(), error })?;
        thread.join().unwrap_or_else(|panic| {
            // The embedded Python cannot raise KeyboardInterrupt between the halves of an instruction, and panics there. The run
            // has ended all the same, and what it had not committed is rolled back with its connection.
            if interrupt.is_pulled() {
                return Err(RunError::Interrupted.into());
            }
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            let text = text.unwrap_or_else(|| "unknown".into());
            Err(Error::from_inner(Inner::Panic(format!("this is a fault of limbeck's own, please report it: {text}"))))
        })
    })
}
