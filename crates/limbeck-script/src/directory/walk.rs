//! Which files of the version locations are version scripts, in Alembic's order.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use limbeck_core::source::{Location, SourceError};

use super::DirectoryError;
use crate::config::Config;

/// The files to read, with what was passed over.
pub(super) struct Found {
    pub(super) files: Vec<PathBuf>,
    pub(super) warnings: Vec<String>,
}

/// Lists the version scripts: locations in order, folders before their sub-folders, names sorted. Locations that do not exist are skipped.
pub(super) fn version_files(config: &Config, locations: &[PathBuf]) -> Result<Found, DirectoryError> {
    let mut walk = Walk {
        recursive: config.recursive_version_locations()?,
        sourceless: config.sourceless()?.then(|| config.option_location("sourceless")),
        seen: HashSet::new(),
        found: Found { files: Vec::new(), warnings: Vec::new() },
    };
    for location in locations {
        if location.exists() {
            walk.folder(location)?;
        }
    }
    Ok(walk.found)
}

struct Walk {
    recursive: bool,
    /// Where `sourceless = true` stands.
    sourceless: Option<Location>,
    seen: HashSet<PathBuf>,
    found: Found,
}

impl Walk {
    fn folder(&mut self, folder: &Path) -> Result<(), SourceError> {
        let fault = |error: std::io::Error| {
            SourceError::new(Location::file(folder), format!("cannot list the version scripts: {error}"))
        };
        let real = folder.canonicalize().map_err(fault)?;
        let mut files: Vec<(OsString, bool)> = Vec::new();
        let mut folders: Vec<(OsString, bool)> = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let kind = entry.file_type().map_err(fault)?;
            let is_dir = if kind.is_symlink() { entry.path().is_dir() } else { kind.is_dir() };
            (if is_dir { &mut folders } else { &mut files }).push((entry.file_name(), kind.is_symlink()));
        }
        files.sort();
        folders.sort();
        if !folder.file_name().is_some_and(|name| name.as_encoded_bytes().ends_with(b"__pycache__")) {
            for (name, is_link) in &files {
                let path = if *is_link { resolve(&folder.join(name)) } else { real.join(name) };
                self.file(path)?;
            }
            if let Some(option) = self.sourceless.clone() {
                refuse_compiled(folder, &files, &option)?;
            }
        }
        if self.recursive {
            // As Python's os.walk, links to folders are not followed.
            for (name, _) in folders.iter().filter(|(_, is_link)| !is_link) {
                self.folder(&folder.join(name))?;
            }
        }
        Ok(())
    }

    fn file(&mut self, path: PathBuf) -> Result<(), SourceError> {
        let name = path.file_name().unwrap_or_default().as_encoded_bytes();
        if !name.ends_with(b".py") || name.starts_with(b".#") || name.starts_with(b"__init__") {
            return Ok(());
        }
        if self.seen.contains(&path) {
            let path = path.display();
            self.found
                .warnings
                .push(format!("File {path} loaded twice! ignoring. Please ensure version_locations is unique."));
            return Ok(());
        }
        self.seen.insert(path.clone());
        self.found.files.push(path);
        Ok(())
    }
}

/// The real path of a link; of a dangling one, what it names.
fn resolve(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| match std::fs::read_link(path) {
        Ok(target) => path.parent().unwrap_or(Path::new("")).join(target),
        Err(_) => path.to_owned(),
    })
}

/// Alembic would load a compiled file without a source. Leaving it out would give another history, so it is an error.
fn refuse_compiled(folder: &Path, files: &[(OsString, bool)], option: &Location) -> Result<(), SourceError> {
    let stem = |name: &OsStr| name.to_string_lossy().split('.').next().unwrap_or_default().to_owned();
    let is_compiled = |name: &str| name.ends_with(".pyc") || name.ends_with(".pyo");
    let mut compiled: Vec<PathBuf> = Vec::new();
    for (name, _) in files {
        let text = name.to_string_lossy();
        let source = folder.join(text.trim_end_matches(['c', 'o']));
        if is_compiled(&text) && !text.starts_with("__init__") && !source.exists() {
            compiled.push(folder.join(name));
        }
    }
    let stems: HashSet<String> = files.iter().map(|(name, _)| stem(name)).collect();
    if let Ok(cached) = std::fs::read_dir(folder.join("__pycache__")) {
        for entry in cached.flatten() {
            let name = entry.file_name();
            let text = name.to_string_lossy();
            if is_compiled(&text) && !text.starts_with("__init__") && !stems.contains(&stem(&name)) {
                compiled.push(entry.path());
            }
        }
    }
    compiled.sort();
    match compiled.first() {
        None => Ok(()),
        Some(path) => Err(SourceError::new(
            Location::file(path),
            format!("sourceless is on ({option}) and this compiled file has no source; compiled files cannot be read"),
        )
        .help("ship the .py files")),
    }
}
