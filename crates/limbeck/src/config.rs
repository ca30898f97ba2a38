//! The configuration of a project.

use std::path::{Path, PathBuf};

use limbeck_script::config::{self, ConfigInput};

use crate::Error;

/// Where a project's migrations are and how they are run: alembic.ini, pyproject.toml, or values set by a program.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) inner: config::Config,
}

impl Config {
    /// The files that the command line would read: `-c` (up to twice, none for the default), `-n`, and `ALEMBIC_CONFIG`.
    ///
    /// # Errors
    /// Two files of a kind, or one that cannot be read or parsed. A file that does not exist is empty, as in Alembic.
    pub fn load(files: &[PathBuf], section: Option<&str>, x_arguments: &[String]) -> Result<Self, Error> {
        let input = ConfigInput {
            files: files.to_vec(),
            section: section.map(str::to_owned),
            env: std::env::var("ALEMBIC_CONFIG").ok(),
            cwd: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            x_args: x_arguments.to_vec(),
        };
        Ok(Config { inner: config::Config::load(input)? })
    }

    /// One ini file, and the pyproject.toml of the current directory.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_ini(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::load(&[path.as_ref().to_owned()], None, &[])
    }

    /// No file: a script directory and a database URL. Without env.py in that directory, the URL is all there is to know.
    ///
    /// # Errors
    /// None at present: percent signs in the URL are taken as they are.
    pub fn in_memory(script_location: impl AsRef<Path>, url: &str) -> Result<Self, Error> {
        let cwd = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        let mut config = Config { inner: config::Config::in_memory(cwd) };
        config.set_main_option("script_location", &escape(&script_location.as_ref().display().to_string()))?;
        config.set_main_option("sqlalchemy.url", &escape(url))?;
        Ok(config)
    }

    /// Sets an option of the main section over what the file says; `%%` is a percent sign.
    ///
    /// # Errors
    /// A stray percent sign.
    pub fn set_main_option(&mut self, name: &str, value: &str) -> Result<(), Error> {
        Ok(self.inner.set_main_option(name, value)?)
    }

    /// An option of the main section.
    ///
    /// # Errors
    /// The section is not there, or the value has a stray percent sign.
    pub fn main_option(&self, name: &str) -> Result<Option<String>, Error> {
        Ok(self.inner.get_main_option(name)?)
    }

    /// Whether env.py is run when a revision is written.
    ///
    /// # Errors
    /// The option is neither true nor false.
    pub fn revision_environment(&self) -> Result<bool, Error> {
        Ok(self.inner.revision_environment()?)
    }

    /// The ini file's name, whether or not it exists.
    pub fn file_name(&self) -> Option<&Path> {
        self.inner.config_file_name()
    }
}

fn escape(value: &str) -> String {
    value.replace('%', "%%")
}
