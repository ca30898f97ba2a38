//! Which environment a project runs in: its env.py read without running it, its env.py run, or none.

use std::rc::Rc;

use limbeck_python::{Python, PythonEnvironment, PythonScripts};
use limbeck_runtime::{ConfiguredEnvironment, DynamicScripts, Environment, Interrupt, TracedEnvironment};
use limbeck_script::config::Config;
use limbeck_script::history::History;
use limbeck_script::reader::{EnvironmentFacts, ParsedScript, read_environment};

use crate::Error;

pub(crate) struct Chosen {
    pub environment: Box<dyn Environment>,
    pub dynamic: Rc<dyn DynamicScripts>,
    pub python: Python,
}

/// What a command needs of env.py besides a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nothing: to read it will do.
    Run,
    /// The models. It is run unless it says that there are none.
    Models,
    /// What it hands to templates, and its hooks. It is run.
    Objects,
}

/// Chooses by looking at env.py: one that is understood whole is not run.
///
/// What Python objects are needed for decides further; see [`Need`].
pub(crate) fn choose(
    config: &Config,
    history: &History,
    offline: bool,
    need: Need,
    interrupt: &Interrupt,
) -> Result<Chosen, Error> {
    let python = Python::new(config.prepend_sys_path()?, interrupt.clone());
    let dynamic = Rc::new(PythonScripts::new(python.clone()));
    let path = history.directory().env_py();
    let source = match std::fs::read_to_string(&path) {
        Ok(source) => source,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(Chosen { environment: Box::new(ConfiguredEnvironment), dynamic, python });
        }
        Err(error) => {
            return Err(limbeck_runtime::RunError::File { path: path.display().to_string(), error }.into());
        }
    };
    let parsed = ParsedScript::parse(path.into(), source.into())?;
    let environment: Box<dyn Environment> = match read_environment(&parsed, &Facts { config, offline }) {
        Ok(trace) if need == Need::Models && trace.has_metadata() => Box::new(PythonEnvironment::new(python.clone())),
        Ok(trace) if need != Need::Objects => Box::new(TracedEnvironment::new(trace)),
        Ok(_) => Box::new(PythonEnvironment::new(python.clone())),
        Err(reason) => {
            log::debug!(target: "limbeck", "env.py is run: {}: {}", reason.location, reason.reason);
            Box::new(PythonEnvironment::new(python.clone()))
        }
    };
    Ok(Chosen { environment, dynamic, python })
}

/// What env.py may ask while it is read.
struct Facts<'a> {
    config: &'a Config,
    offline: bool,
}

impl EnvironmentFacts for Facts<'_> {
    fn offline(&self) -> bool {
        self.offline
    }

    fn config_file_name(&self) -> Option<String> {
        self.config.config_file_name().map(|path| path.display().to_string())
    }

    fn ini_section(&self) -> String {
        self.config.section_name().to_owned()
    }

    fn option(&self, section: &str, option: &str) -> Result<Option<String>, String> {
        self.config.get_section_option(section, option).map_err(|error| error.to_string())
    }

    fn section(&self, section: &str) -> Result<Option<Vec<(String, String)>>, String> {
        self.config.get_section(section).map_err(|error| error.to_string())
    }

    fn is_referred_to(&self, section: &str, option: &str) -> bool {
        let ini = self.config.ini();
        let reference = format!("%({option})s");
        let keys = self.config.get_section(section).ok().flatten().unwrap_or_default();
        keys.iter().any(|(key, _)| ini.get_raw(section, key).is_some_and(|raw| raw.to_lowercase().contains(&reference)))
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn x_arguments(&self) -> Vec<String> {
        self.config.x_arguments().to_vec()
    }
}
