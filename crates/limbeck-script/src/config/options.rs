//! The keys that Alembic itself knows, with their types and defaults.

use std::path::{Path, PathBuf};
use std::time::Duration;

use limbeck_core::source::{Location, SourceError};

use super::{Config, ConfigError, OWN, OptionValue};

/// An option's value and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where; the ini file when it is a default.
    pub location: Location,
}

/// One `[post_write_hooks]` hook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HookConfig {
    /// The hook's name.
    pub name: String,
    /// Its options without the name in front: `type`, `entrypoint`, `options`, `cwd`, ...
    pub options: Vec<(String, String)>,
    /// Where it was written.
    pub location: Location,
}

const DEFAULT_FILE_TEMPLATE: &str = "%(rev)s_%(slug)s";
const DEFAULT_SLUG_LENGTH: usize = 40;
const DEFAULT_LOCK_WAIT: Duration = Duration::from_secs(300);

impl Config {
    /// `script_location` as a path, relative ones left so; `package:dir` is looked up. Without it, the folder of the ini when env.py is there, too:
    /// Flask-Migrate writes the one and leaves out the other.
    pub fn script_location(&self) -> Result<PathBuf, ConfigError> {
        let Some(setting) = self.string("script_location")? else {
            let folder = self.config_file_name().and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
            return match folder {
                Some(folder) if self.cwd().join(folder).join("env.py").is_file() => Ok(folder.to_owned()),
                _ => Err(ConfigError::NoScriptLocation { missing: self.missing.clone() }),
            };
        };
        self.resource(&setting.value, &setting.location)
    }

    /// `file_template`: the pattern of new files' names, without `.py`.
    pub fn file_template(&self) -> Result<Setting<String>, ConfigError> {
        Ok(self
            .string("file_template")?
            .unwrap_or_else(|| self.default(DEFAULT_FILE_TEMPLATE.to_owned(), "file_template")))
    }

    /// `timezone` of new files' dates; `None` (also when left blank) is the machine's local time, written without an offset.
    pub fn timezone(&self) -> Result<Option<Setting<String>>, ConfigError> {
        Ok(self.string("timezone")?.filter(|zone| !zone.value.is_empty()))
    }

    /// `truncate_slug_length` in characters; 40 when not given, blank or 0.
    pub fn truncate_slug_length(&self) -> Result<usize, ConfigError> {
        let name = "truncate_slug_length";
        let number = match self.get_alembic_option(name)? {
            None => return Ok(DEFAULT_SLUG_LENGTH),
            Some(OptionValue::Int(number)) => usize::try_from(number).ok(),
            Some(OptionValue::Str(text)) if text.trim().is_empty() => Some(0),
            Some(OptionValue::Str(text)) => text.trim().parse().ok(),
            Some(_) => None,
        };
        match number {
            Some(0) => Ok(DEFAULT_SLUG_LENGTH),
            Some(number) => Ok(number),
            None => Err(self.fault(name, format!("{name} is not a whole number"))),
        }
    }

    /// `output_encoding` of new files; `utf-8` when not given.
    pub fn output_encoding(&self) -> Result<Setting<String>, ConfigError> {
        Ok(self.string("output_encoding")?.unwrap_or_else(|| self.default("utf-8".to_owned(), "output_encoding")))
    }

    /// `revision_environment`: whether `revision` and `merge` run env.py also when they need not.
    pub fn revision_environment(&self) -> Result<bool, ConfigError> {
        self.truth("revision_environment")
    }

    /// A word for yes or no.
    fn truth(&self, name: &str) -> Result<bool, ConfigError> {
        match self.get_alembic_option(name)? {
            None => Ok(false),
            Some(OptionValue::Bool(flag)) => Ok(flag),
            Some(OptionValue::Int(number)) => Ok(number != 0),
            Some(OptionValue::Str(text)) => match text.trim().to_lowercase().as_str() {
                "true" | "yes" | "on" | "y" | "t" | "1" => Ok(true),
                "false" | "no" | "off" | "n" | "f" | "0" => Ok(false),
                _ => Err(self.fault(name, format!("{name} is neither true nor false"))),
            },
            Some(_) => Err(self.fault(name, format!("{name} is neither true nor false"))),
        }
    }

    /// `skip_empty`: whether `revision --autogenerate` writes nothing when nothing differs. Alembic knows no such option and passes over it.
    pub fn skip_empty(&self) -> Result<bool, ConfigError> {
        self.truth("skip_empty")
    }

    /// `lock_wait`: how long a run waits for another one on the same database, in seconds (five minutes when not given). `None` is `off`:
    /// runs are not kept apart. Alembic knows no such option and passes over it.
    pub fn lock_wait(&self) -> Result<Option<Duration>, ConfigError> {
        let name = "lock_wait";
        let seconds = match self.get_alembic_option(name)? {
            None => return Ok(Some(DEFAULT_LOCK_WAIT)),
            Some(OptionValue::Int(number)) => u64::try_from(number).ok(),
            Some(OptionValue::Str(text)) if text.trim() == "off" => return Ok(None),
            Some(OptionValue::Str(text)) => text.trim().parse().ok(),
            Some(_) => None,
        };
        match seconds {
            Some(seconds) => Ok(Some(Duration::from_secs(seconds))),
            None => Err(self.fault(name, format!("{name} is neither a number of seconds nor `off`"))),
        }
    }

    /// `python` of `[limbeck]`, else of `[tool.limbeck]`: the project's own interpreter, which is asked for the models. A bare name is
    /// looked for in `PATH`; another relative path starts from the file that names it.
    pub fn python(&self) -> Result<Option<Setting<PathBuf>>, ConfigError> {
        let name = "python";
        let in_ini = if self.ini.has_section(OWN) { self.ini.get(OWN, name)? } else { None };
        let (value, location, folder) = match in_ini {
            Some(value) => (value, self.ini.option_location(OWN, name), Path::new(&self.here)),
            None => match self.own.get(name)? {
                None => return Ok(None),
                Some(OptionValue::Str(value)) => (value, self.own.location(name), self.own.here()),
                Some(_) => {
                    return Err(SourceError::new(self.own.location(name), format!("{name} is not a string")).into());
                }
            },
        };
        let path = Path::new(value.trim());
        if path.as_os_str().is_empty() {
            let error = SourceError::new(location, format!("{name} is empty"));
            return Err(error.help("name an interpreter, or leave the key out").into());
        }
        let is_bare = path.components().count() == 1 && path.file_name() == Some(path.as_os_str());
        let value = if is_bare { path.to_owned() } else { self.cwd.join(folder).join(path) };
        Ok(Some(Setting { value, location }))
    }

    /// `recursive_version_locations`: whether sub-folders of the version locations are searched.
    pub fn recursive_version_locations(&self) -> Result<bool, ConfigError> {
        self.get_alembic_boolean_option("recursive_version_locations")
    }

    /// `sourceless`: whether compiled files count where the source is missing. Nothing here can read them; see `directory`.
    pub fn sourceless(&self) -> Result<bool, ConfigError> {
        self.get_alembic_boolean_option("sourceless")
    }

    /// The post-write hooks in order: those of the ini's `[post_write_hooks]`, else those of `[[tool.alembic.post_write_hooks]]`.
    pub fn hooks(&self) -> Result<Vec<HookConfig>, ConfigError> {
        let section = "post_write_hooks";
        let Some(items) = self.get_section(section)? else { return self.toml_hooks() };
        let names = items.iter().find(|(key, _)| key == "hooks").map_or("", |(_, names)| names);
        Ok(names
            .split([' ', ','])
            .filter(|name| !name.is_empty())
            .map(|name| {
                // Keys are lower case. A name that is not never finds its options; Alembic says so when it runs the hook.
                let prefix = format!("{name}.");
                let options = items
                    .iter()
                    .filter_map(|(key, value)| Some((key.strip_prefix(&prefix)?.to_owned(), value.clone())))
                    .collect();
                let location = self.ini.option_location(section, "hooks");
                HookConfig { name: name.to_owned(), options, location }
            })
            .collect())
    }

    fn toml_hooks(&self) -> Result<Vec<HookConfig>, ConfigError> {
        let location = self.pyproject.location("post_write_hooks");
        let tables = match self.pyproject.get("post_write_hooks")? {
            None => return Ok(Vec::new()),
            Some(OptionValue::Tables(tables)) => tables,
            Some(OptionValue::List(items)) if items.is_empty() => return Ok(Vec::new()),
            Some(_) => {
                return Err(SourceError::new(location, "post_write_hooks is not a list of tables")
                    .help("write [[tool.alembic.post_write_hooks]]")
                    .into());
            }
        };
        tables
            .into_iter()
            .map(|mut options| {
                let Some(at) = options.iter().position(|(key, _)| key == "name") else {
                    return Err(SourceError::new(location.clone(), "a post write hook has no `name`").into());
                };
                let (_, name) = options.remove(at);
                Ok(HookConfig { name, options, location: location.clone() })
            })
            .collect()
    }

    /// What Alembic would pass over in silence although somebody surely meant something by it.
    pub fn warnings(&self) -> Result<Vec<String>, ConfigError> {
        let mut warnings = Vec::new();
        for name in ["recursive_version_locations", "sourceless"] {
            let Some(value) = self.ini.get(&self.section, name)? else { continue };
            if value != "true" && !["false", "no", "off", "0", ""].contains(&value.to_lowercase().as_str()) {
                let location = self.option_location(name);
                warnings
                    .push(format!("{location}: {name} is off: only the exact text `true` turns it on, not `{value}`"));
            }
        }
        Ok(warnings)
    }

    /// An option that must be a string.
    pub(super) fn string(&self, name: &str) -> Result<Option<Setting<String>>, ConfigError> {
        match self.get_alembic_option(name)? {
            None => Ok(None),
            Some(OptionValue::Str(value)) => Ok(Some(Setting { value, location: self.option_location(name) })),
            Some(_) => Err(self.fault(name, format!("{name} is not a string"))),
        }
    }

    fn default<T>(&self, value: T, name: &str) -> Setting<T> {
        Setting { value, location: self.option_location(name) }
    }

    pub(super) fn fault(&self, name: &str, message: impl Into<String>) -> ConfigError {
        SourceError::new(self.option_location(name), message).into()
    }
}
