//! The configuration of a project: alembic.ini, `[tool.alembic]` of pyproject.toml, and what the command line adds.
//!
//! The ini's main section wins over pyproject.toml, key by key. No environment variable is read besides the one that names the
//! file (`ALEMBIC_CONFIG`), and that one is passed in.

mod error;
mod ini;
mod interpolate;
mod locations;
pub mod logging;
mod options;
mod pyproject;
pub(crate) mod text;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use limbeck_core::source::Location;

pub use error::ConfigError;
pub(crate) use ini::is_python_space;
pub use ini::{Ini, IniError, IniErrorKind};
pub(crate) use locations::normal;
pub use options::{HookConfig, Setting};
pub use pyproject::OptionValue;

use ini::Entry;
use pyproject::Pyproject;

/// The ini's section, and the table of pyproject.toml, for what only limbeck knows.
const OWN: &str = "limbeck";

/// What decides where the configuration comes from.
#[derive(Debug, Clone, Default)]
pub struct ConfigInput {
    /// `-c`, at most two: one pyproject.toml and one other file.
    pub files: Vec<PathBuf>,
    /// `-n`, the ini's main section; `alembic` when not given. Not applied to pyproject.toml.
    pub section: Option<String>,
    /// The value of the environment variable `ALEMBIC_CONFIG`.
    pub env: Option<String>,
    /// The folder that relative paths start from.
    pub cwd: PathBuf,
    /// `-x`, in order.
    pub x_args: Vec<String>,
}

/// A project's configuration.
#[derive(Debug, Clone)]
pub struct Config {
    ini: Ini,
    pyproject: Pyproject,
    /// `[tool.limbeck]`
    own: Pyproject,
    ini_name: Option<PathBuf>,
    pyproject_name: Option<PathBuf>,
    missing: Vec<String>,
    section: String,
    cwd: PathBuf,
    here: String,
    x_args: Vec<String>,
}

impl Config {
    /// Finds and reads both files. A file that does not exist is empty, as in Alembic; one that cannot be read or parsed is an error.
    pub fn load(input: ConfigInput) -> Result<Config, ConfigError> {
        let (ini_name, pyproject_name) = choose_files(&input)?;
        let section = input.section.unwrap_or_else(|| "alembic".to_owned());
        let mut missing = Vec::new();

        let here = folder_of(&input.cwd, &ini_name);
        let mut ini = Ini::empty(&ini_name);
        ini.set_here(&here);
        match text::read_if_exists(&input.cwd.join(&ini_name), &ini_name)? {
            Some(text) => ini.parse(&text)?,
            None => missing.push(ini_name.display().to_string()),
        }

        let [pyproject, own] = match text::read_if_exists(&input.cwd.join(&pyproject_name), &pyproject_name)? {
            Some(text) => {
                let here = folder_of(&input.cwd, &pyproject_name);
                Pyproject::parse(&pyproject_name, &here, &text, ["alembic", OWN]).map_err(ConfigError::Source)?
            }
            None => {
                missing.push(pyproject_name.display().to_string());
                [Pyproject::empty(&pyproject_name), Pyproject::empty(&pyproject_name)]
            }
        };
        Ok(Config {
            ini,
            pyproject,
            own,
            ini_name: Some(ini_name),
            pyproject_name: Some(pyproject_name),
            missing,
            section,
            cwd: input.cwd,
            here,
            x_args: input.x_args,
        })
    }

    /// A configuration without files, to be filled with [`Config::set_main_option`].
    pub fn in_memory(cwd: impl Into<PathBuf>) -> Config {
        let section = "alembic".to_owned();
        let mut ini = Ini::empty("<configuration>");
        ini.set_here(".");
        ini.section_mut(&section);
        Config {
            ini,
            pyproject: Pyproject::empty("pyproject.toml"),
            own: Pyproject::empty("pyproject.toml"),
            ini_name: None,
            pyproject_name: None,
            missing: Vec::new(),
            section,
            cwd: cwd.into(),
            here: ".".to_owned(),
            x_args: Vec::new(),
        }
    }

    /// The ini's name as given or found by default, whether or not it exists; `None` for a configuration without files.
    pub fn config_file_name(&self) -> Option<&Path> {
        self.ini_name.as_deref()
    }

    /// The name of pyproject.toml as given or found by default, whether or not it exists.
    pub fn toml_file_name(&self) -> Option<&Path> {
        self.pyproject_name.as_deref()
    }

    /// The ini's main section.
    pub fn section_name(&self) -> &str {
        &self.section
    }

    /// What `%(here)s` means in the ini: the absolute path of its folder; `.` without a file.
    pub fn here(&self) -> &str {
        &self.here
    }

    /// The folder that relative paths start from.
    pub fn cwd(&self) -> &Path {
        &self.cwd
    }

    /// The `-x` arguments, in order.
    pub fn x_arguments(&self) -> &[String] {
        &self.x_args
    }

    /// The parsed ini.
    pub fn ini(&self) -> &Ini {
        &self.ini
    }

    /// An option of the ini's main section. pyproject.toml is not looked at. No such section is an error, no such option is `None`.
    pub fn get_main_option(&self, name: &str) -> Result<Option<String>, ConfigError> {
        self.get_section_option(&self.section, name)
    }

    /// An option of an ini section. No such section is an error, no such option is `None`.
    pub fn get_section_option(&self, section: &str, name: &str) -> Result<Option<String>, ConfigError> {
        if !self.ini.has_section(section) {
            let file = self.ini_name.as_deref().unwrap_or(Path::new("None")).display().to_string();
            return Err(ConfigError::NoSection { file, section: section.to_owned() });
        }
        Ok(self.ini.get(section, name)?)
    }

    /// All options of an ini section, those of `[DEFAULT]` and `here` included; `None` when there is no such section.
    pub fn get_section(&self, name: &str) -> Result<Option<Vec<(String, String)>>, ConfigError> {
        Ok(self.ini.items(name)?)
    }

    /// An option of the ini's main section, else of `[tool.alembic]`.
    pub fn get_alembic_option(&self, name: &str) -> Result<Option<OptionValue>, ConfigError> {
        match self.ini.get(&self.section, name)? {
            Some(value) => Ok(Some(OptionValue::Str(value))),
            None => Ok(self.pyproject.get(name)?),
        }
    }

    /// A strict flag of Alembic's: in the ini the exact text `true`, in pyproject.toml a boolean.
    pub fn get_alembic_boolean_option(&self, name: &str) -> Result<bool, ConfigError> {
        if let Some(value) = self.ini.get(&self.section, name)? {
            return Ok(value == "true");
        }
        match self.pyproject.get(name)? {
            None => Ok(false),
            Some(OptionValue::Bool(flag)) => Ok(flag),
            Some(_) => {
                let message = format!("boolean value expected for TOML parameter '{name}'");
                Err(limbeck_core::source::SourceError::new(self.pyproject.location(name), message).into())
            }
        }
    }

    /// Where an option stands, in whichever file it is found; the ini file when in none.
    pub fn option_location(&self, name: &str) -> Location {
        if !self.ini.has_option(&self.section, name) && self.pyproject.location(name).line > 0 {
            return self.pyproject.location(name);
        }
        self.ini.option_location(&self.section, name)
    }

    /// Sets an option of the ini's main section, over what the file says. Percent signs in it mean what they mean in the file.
    pub fn set_main_option(&mut self, name: &str, value: &str) -> Result<(), ConfigError> {
        let section = self.section.clone();
        self.set_section_option(&section, name, value)
    }

    /// Sets an option of an ini section, which is made when missing.
    pub fn set_section_option(&mut self, section: &str, name: &str, value: &str) -> Result<(), ConfigError> {
        if let Some(position) = interpolate::stray_percent(value) {
            return Err(ConfigError::StrayPercent { name: name.to_owned(), position });
        }
        let entry = Entry { value: value.to_owned(), lines: Vec::new(), literal: false };
        self.ini.section_mut(section).set(&name.to_lowercase(), entry);
        Ok(())
    }

    /// Removes an option of the ini's main section; whether it was there.
    pub fn remove_main_option(&mut self, name: &str) -> bool {
        let section = self.section.clone();
        self.remove_section_option(&section, name)
    }

    /// Removes an option of an ini section; whether it was there.
    pub fn remove_section_option(&mut self, section: &str, name: &str) -> bool {
        self.ini.has_section(section) && self.ini.section_mut(section).remove(&name.to_lowercase())
    }

    /// The logging sections of the ini, by the rules of Python's `logging.config.fileConfig`.
    pub fn logging(&self) -> Result<logging::LoggingConfig, ConfigError> {
        Ok(logging::LoggingConfig::from_ini(&self.ini)?)
    }
}

/// The names of the ini and the toml file.
fn choose_files(input: &ConfigInput) -> Result<(PathBuf, PathBuf), ConfigError> {
    let is_pyproject = |path: &Path| path.file_name() == Some(OsStr::new("pyproject.toml"));
    let mut ini = None;
    let mut pyproject = None;
    for file in &input.files {
        if is_pyproject(file) {
            if pyproject.replace(file.clone()).is_some() {
                return Err(ConfigError::TwoPyprojects);
            }
        } else if ini.replace(file.clone()).is_some() {
            return Err(ConfigError::TwoInis);
        }
    }
    if let Some(env) = input.env.as_deref().filter(|env| !env.is_empty()).map(PathBuf::from) {
        let slot = if is_pyproject(&env) { &mut pyproject } else { &mut ini };
        slot.get_or_insert(env);
    }
    Ok((ini.unwrap_or_else(|| "alembic.ini".into()), pyproject.unwrap_or_else(|| "pyproject.toml".into())))
}

/// The absolute path of the folder that holds `file`; `..` stays, as in Python's `Path.absolute`.
fn folder_of(cwd: &Path, file: &Path) -> String {
    let absolute: PathBuf = cwd.join(file).components().collect();
    absolute.parent().unwrap_or(&absolute).display().to_string()
}

#[cfg(test)]
mod tests;
