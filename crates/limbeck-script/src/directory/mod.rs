//! The script directory: finding the version scripts and reading their headers, without running them.

mod decode;
mod header;
mod parse;
mod walk;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use limbeck_core::source::{Location, SourceError};

use crate::config::{Config, ConfigError};

pub(crate) use header::Read;
pub(crate) use header::check_id;
pub use header::{DynamicScript, EvaluatedHeader, HeaderLocations};
pub(crate) use parse::position;
pub use parse::{on_deep_stack, parse_script};

/// Why a script directory cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DirectoryError {
    /// The configuration does not say where it is, or says it wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A fault in a file or folder.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The script directory is not there.
    #[error("Path doesn't exist: {}.  Please use the 'init' command to create a new scripts folder.", dir.display())]
    NotFound {
        /// Where it should be.
        dir: PathBuf,
    },
}

/// A version script: its header and its text.
#[derive(Debug, Clone)]
pub struct Script {
    /// `revision`
    pub revision: String,
    /// `down_revision` as a list; empty for a base.
    pub down_revisions: Vec<String>,
    /// `depends_on` as a list.
    pub depends_on: Vec<String>,
    /// `branch_labels` as a list.
    pub branch_labels: Vec<String>,
    /// The docstring's first paragraph.
    pub doc: String,
    /// The docstring, white space around it taken off.
    pub longdoc: String,
    /// The file, symbolic links resolved.
    pub path: Arc<Path>,
    /// The file's text, decoded, with `\n` line ends.
    pub source: Arc<str>,
    /// Where the header's values stand.
    pub locations: HeaderLocations,
}

/// Evaluates a header that is not plain data, by running the file.
pub type Evaluate<'a> = dyn FnMut(&DynamicScript) -> Result<EvaluatedHeader, SourceError> + 'a;

/// A project's scripts, as they are on disk.
#[derive(Debug, Clone)]
pub struct ScriptDirectory {
    dir: PathBuf,
    absolute: PathBuf,
    version_locations: Vec<PathBuf>,
    configured_locations: bool,
    scripts: Vec<Script>,
    warnings: Vec<String>,
}

impl ScriptDirectory {
    /// Reads all version scripts. A header that is not static data is an error.
    pub fn open(config: &Config) -> Result<ScriptDirectory, DirectoryError> {
        Self::open_with(config, &mut |script| Err(script.not_static()))
    }

    /// Reads all version scripts; `evaluate` is asked for headers that are not static data.
    pub fn open_with(config: &Config, evaluate: &mut Evaluate) -> Result<ScriptDirectory, DirectoryError> {
        let mut directory = Self::locate(config)?;
        let found = walk::version_files(config, &directory.version_locations)?;
        directory.warnings.extend(found.warnings);
        for read in read_all(&found.files)? {
            let script = match read {
                Read::Static(script) => *script,
                Read::Dynamic(dynamic) => {
                    let header = evaluate(&dynamic)?;
                    dynamic.finish(header)?
                }
            };
            directory.scripts.push(script);
        }
        Ok(directory)
    }

    /// Finds the directory and its version locations, and reads no script.
    pub fn locate(config: &Config) -> Result<ScriptDirectory, DirectoryError> {
        let dir = config.script_location()?;
        let absolute = crate::config::normal(&config.cwd().join(&dir));
        let locations = config.version_locations()?;
        let configured_locations = locations.is_some();
        if !absolute.exists() {
            return Err(DirectoryError::NotFound { dir });
        }
        let version_locations = locations.unwrap_or_else(|| vec![absolute.join("versions")]);
        let warnings = config.warnings()?;
        Ok(ScriptDirectory { dir, absolute, version_locations, configured_locations, scripts: Vec::new(), warnings })
    }

    /// `script_location` as configured, relative if it was so.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// `script_location`, absolute.
    pub fn absolute_dir(&self) -> &Path {
        &self.absolute
    }

    /// The folder's env.py, whether or not it exists.
    pub fn env_py(&self) -> PathBuf {
        self.absolute.join("env.py")
    }

    /// Where version scripts are looked for: absolute, at least one.
    pub fn version_locations(&self) -> &[PathBuf] {
        &self.version_locations
    }

    /// Whether `version_locations` was configured, rather than being the folder `versions`.
    pub fn has_configured_locations(&self) -> bool {
        self.configured_locations
    }

    /// The scripts in Alembic's load order: by location as configured, then by file name.
    pub fn scripts(&self) -> &[Script] {
        &self.scripts
    }

    /// The script with exactly this id.
    pub fn script(&self, revision: &str) -> Option<&Script> {
        self.scripts.iter().find(|script| script.revision == revision)
    }

    /// What was passed over while reading: the same file found twice, settings that do not do what they look like.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

/// Reads and parses the files, on several threads when there are many; the result is in the order of `files`.
fn read_all(files: &[PathBuf]) -> Result<Vec<Read>, SourceError> {
    /// Fewer files than this are not worth a thread.
    const CHUNK: usize = 128;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let chunk = files.len().div_ceil(threads).max(CHUNK);
    let read = |files: &[PathBuf]| files.iter().map(|path| read_file(path)).collect::<Result<Vec<_>, _>>();
    let chunks: Vec<&[PathBuf]> = files.chunks(chunk).collect();
    let results: Vec<Result<Vec<Read>, SourceError>> = parse::map_on_deep_stacks(&chunks, |files| read(files));
    let mut all = Vec::with_capacity(files.len());
    for result in results {
        all.extend(result?);
    }
    Ok(all)
}

fn read_file(path: &Path) -> Result<Read, SourceError> {
    let path: Arc<Path> = Arc::from(path);
    let location = Location { path: path.clone(), line: 0, column: 0 };
    let bytes = std::fs::read(&path)
        .map_err(|error| SourceError::new(location.clone(), format!("cannot read the version script: {error}")))?;
    read_bytes(path, bytes)
}

/// Decodes and reads a version script. To be called on a deep stack.
pub(crate) fn read_bytes(path: Arc<Path>, bytes: Vec<u8>) -> Result<Read, SourceError> {
    let location = Location { path: path.clone(), line: 0, column: 0 };
    let source = decode::decode_python(&location, bytes)?;
    header::read_header(path, Arc::from(source))
}

#[cfg(test)]
mod tests;
