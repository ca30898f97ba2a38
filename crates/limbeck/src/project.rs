//! New projects.

use std::path::Path;

use limbeck_script::project::{self, Project};

use crate::{Error, Migrator};

impl Migrator {
    /// Makes the folder `directory` with env.py, script.py.mako and an empty folder for version scripts, and the configuration that names
    /// it, from one of [`Template::all`](crate::Template::all). `package` adds `__init__.py` files. The configuration is written to the
    /// file that this migrator's [`Config`](crate::Config) was loaded from, which need not exist yet. No file is overwritten.
    ///
    /// # Errors
    /// A folder that is not empty, a template that is not known, a file that cannot be written.
    pub fn init(&self, directory: impl AsRef<Path>, template: &str, package: bool) -> Result<Project, Error> {
        Ok(project::init(&self.config().inner, directory.as_ref(), template, package)?)
    }
}
