//! A script read, bound and written as `upgrade --sql` does it, in this process.

use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;
use std::sync::Arc;

use limbeck_core::source::{Location, SourceError};
use limbeck_runtime::{
    ConfigureOptions, Direction, DynamicScripts, EnvironmentContext, Interrupt, MigrationContext, Parts, RunError, Task,
};
use limbeck_script::binder::bind_metadata_convention;
use limbeck_script::config::Config;
use limbeck_script::directory::{Script, ScriptDirectory};
use limbeck_script::history::History;
use limbeck_script::reader::{ParsedScript, Reading, read_function, read_variables};

use crate::case::Case;

/// What limbeck makes of a script.
pub enum Answer {
    /// SQL
    Text(String),
    /// An error, at a line and column of the case's body
    Refused(String),
    /// An error that does not say where
    Lost(String),
}

/// Runs cases.
pub struct Runner {
    history: Rc<History>,
    config: Config,
    _folder: tempfile::TempDir,
}

struct NobodyRuns;

impl DynamicScripts for NobodyRuns {
    fn run(&self, _: &Script, _: Direction, _: &Rc<MigrationContext>) -> Result<(), RunError> {
        Err(RunError::command("nothing is run here"))
    }
}

/// Text as it is written.
#[derive(Clone, Default)]
struct Written(Rc<RefCell<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Runner {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("versions")).unwrap();
        let mut config = Config::in_memory(folder.path());
        config.set_main_option("script_location", &folder.path().display().to_string()).unwrap();
        let history = History::new(ScriptDirectory::open(&config).unwrap()).unwrap_or_else(|_| panic!("no scripts"));
        Runner { history: Rc::new(history), config, _folder: folder }
    }

    /// What limbeck writes for a case, or why not. `Err` when the script cannot be read without running it.
    pub fn answer(&self, case: &Case, dialect: &str) -> Result<Answer, String> {
        let source: Arc<str> = case.script().into();
        let script = ParsedScript::parse(std::path::PathBuf::from("versions/1_x.py").into(), source)
            .map_err(|e| e.to_string())?;
        let events = match read_function(&script, "upgrade").map_err(|reason| reason.to_string())? {
            Reading::Events(events) => events,
            Reading::Missing => return Err("no upgrade()".into()),
        };
        let written = Written::default();
        let migration = self.configured(case, dialect, written.clone());
        let run = || -> Result<(), RunError> {
            let opened = case.options.contains_key("transaction") && migration.begin_transaction(false)?;
            events.iter().try_for_each(|event| migration.handle(event))?;
            if opened { migration.end_transaction(false) } else { Ok(()) }
        };
        Ok(match run() {
            Ok(()) => Answer::Text(String::from_utf8(written.0.borrow().clone()).unwrap().trim().to_owned()),
            Err(RunError::Source(error)) if error.location.column > 0 => Answer::Refused(in_body(case, &error)),
            Err(other) => Answer::Lost(other.to_string()),
        })
    }

    fn configured(&self, case: &Case, dialect: &str, written: Written) -> Rc<MigrationContext> {
        let environment = EnvironmentContext::new(Parts {
            config: self.config.clone(),
            history: self.history.clone(),
            task: Task::Upgrade { target: "head".into() },
            offline: true,
            starting_revision: None,
            tag: None,
            output: Box::new(written),
            interrupt: Interrupt::default(),
            lock_wait: None,
            rehearsal: None,
            progress: None,
            ask_similar: None,
            dynamic: Rc::new(NobodyRuns),
        });
        let mut options = ConfigureOptions {
            literal_binds: !case.options.contains_key("placeholders"),
            ..ConfigureOptions::default()
        };
        if let Some(convention) = case.options.get("convention") {
            let module: Arc<str> = format!("convention = {convention}\n").into();
            let parsed = ParsedScript::parse(std::path::PathBuf::from("env.py").into(), module).unwrap();
            let value = read_variables(&parsed, &["convention"]).unwrap().pop().flatten().unwrap();
            options.naming_convention = bind_metadata_convention(&value, &Location::file("env.py")).unwrap();
        }
        environment.configure(None, Some(dialect), options).unwrap_or_else(|e| panic!("{}: {e}", case.name))
    }
}

/// An error with its place in the case's body, which does not change with what stands before it.
fn in_body(case: &Case, error: &SourceError) -> String {
    let is_module = case.options.contains_key("module");
    let head = format!("{}\n{}", case.preamble, if is_module { "" } else { "def upgrade():\n" });
    let before = u32::try_from(head.lines().count()).unwrap();
    let line = error.location.line.checked_sub(before).unwrap_or_else(|| panic!("{}: {error}", case.name));
    let help = error.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
    format!("{line}:{}: {}{help}", error.location.column.saturating_sub(if is_module { 0 } else { 4 }), error.message)
}
