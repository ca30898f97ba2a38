//! Options that hold paths: how lists are split, and `package:dir`.

use std::path::{Path, PathBuf};

use limbeck_core::source::{Location, SourceError};

use super::{Config, ConfigError, OptionValue};

impl Config {
    /// `version_locations` as absolute paths; `None` means the folder `versions` of the script directory.
    pub fn version_locations(&self) -> Result<Option<Vec<PathBuf>>, ConfigError> {
        let name = "version_locations";
        let Some(items) = self.path_list(name, &["path_separator", "version_path_separator"], &[' ', ','])? else {
            return Ok(None);
        };
        let location = self.option_location(name);
        let mut paths = Vec::with_capacity(items.len());
        for item in &items {
            paths.push(normal(&self.cwd.join(self.resource(item, &location)?)));
        }
        Ok(if paths.is_empty() { None } else { Some(paths) })
    }

    /// `prepend_sys_path` as absolute paths: where the project's own packages are.
    pub fn prepend_sys_path(&self) -> Result<Vec<PathBuf>, ConfigError> {
        let items = self.path_list("prepend_sys_path", &["path_separator"], &[' ', ',', ':'])?.unwrap_or_default();
        Ok(items.iter().map(|item| normal(&self.cwd.join(item))).collect())
    }

    /// The items of a list of paths. Without a separator setting the ini is split at any of `legacy`, as old Alembic versions did.
    fn path_list(&self, name: &str, separators: &[&str], legacy: &[char]) -> Result<Option<Vec<String>>, ConfigError> {
        let value = self.ini.get(&self.section, name)?.filter(|value| !value.is_empty());
        let Some(value) = value else {
            return match self.pyproject.get(name)? {
                None => Ok(None),
                Some(OptionValue::List(items)) => Ok(Some(items)),
                Some(OptionValue::Str(item)) => Ok(Some(vec![item])),
                Some(_) => {
                    let error =
                        SourceError::new(self.pyproject.location(name), format!("{name} is not a list of strings"));
                    Err(error.into())
                }
            };
        };
        let items: Vec<&str> = match self.separator(separators)? {
            Some(separator) => value.split(separator).collect(),
            None => value.split(legacy).collect(),
        };
        let items: Vec<String> =
            items.into_iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect();
        if items.iter().any(|item| item.contains('\n')) {
            let error = SourceError::new(
                self.option_location(name),
                format!("{name} has several lines, but lines do not separate paths"),
            );
            return Err(error.help("add `path_separator = newline`, or end each line with the separator").into());
        }
        Ok(Some(items))
    }

    /// The separator that the first of `names` in the ini's main section asks for.
    fn separator(&self, names: &[&str]) -> Result<Option<char>, ConfigError> {
        for name in names {
            let Some(value) = self.get_main_option(name)? else { continue };
            return match value.as_str() {
                "space" => Ok(Some(' ')),
                "newline" => Ok(Some('\n')),
                "os" => Ok(Some(if cfg!(windows) { ';' } else { ':' })),
                ":" => Ok(Some(':')),
                ";" => Ok(Some(';')),
                _ => Err(self.fault(
                    name,
                    format!("'{value}' is not a valid value for {name}; expected 'space', 'newline', 'os', ':', ';'"),
                )),
            };
        }
        Ok(None)
    }

    /// A path, or `package:dir:dir` below the folder of a package found in `prepend_sys_path` or the current folder.
    pub(super) fn resource(&self, text: &str, location: &Location) -> Result<PathBuf, ConfigError> {
        if Path::new(text).is_absolute() || !text.contains(':') {
            return Ok(normal(Path::new(text)));
        }
        let mut tokens = text.split(':');
        let package = tokens.next().unwrap_or_default();
        let below: PathBuf = tokens.collect();
        let folder: PathBuf = package.split('.').collect();
        let mut roots = self.prepend_sys_path()?;
        if !roots.contains(&normal(&self.cwd)) {
            roots.push(normal(&self.cwd));
        }
        if !package.is_empty() {
            // As in Python, a folder with __init__.py anywhere on the path comes before one without.
            let found = |root: &&PathBuf| root.join(&folder).join("__init__.py").is_file();
            let bare = |root: &&PathBuf| root.join(&folder).is_dir();
            if let Some(root) = roots.iter().find(found).or_else(|| roots.iter().find(bare)) {
                return Ok(root.join(&folder).join(below));
            }
        }
        let roots: Vec<String> = roots.iter().map(|root| root.display().to_string()).collect();
        let message = format!("the package '{package}' of '{text}' is not in {}", roots.join(", "));
        let help = "name the folder that holds the package in prepend_sys_path, or write a path with %(here)s";
        Err(SourceError::new(location.clone(), message).help(help).into())
    }
}

/// Without `.` steps and double slashes, as Python's `pathlib` shows paths; `..` stays.
pub(crate) fn normal(path: &Path) -> PathBuf {
    let path: PathBuf = path.components().filter(|part| !matches!(part, std::path::Component::CurDir)).collect();
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
}
