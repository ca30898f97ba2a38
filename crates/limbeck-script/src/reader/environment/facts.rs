//! What env.py asks its surroundings for.

/// Answers env.py's questions. All text is as Python would see it.
pub trait EnvironmentFacts {
    /// `context.is_offline_mode()`: `--sql` was given.
    fn offline(&self) -> bool;
    /// `config.config_file_name`
    fn config_file_name(&self) -> Option<String>;
    /// `config.config_ini_section`
    fn ini_section(&self) -> String;
    /// One option, interpolated. `Ok(None)` when the section lacks it, an error when Alembic would raise one.
    fn option(&self, section: &str, option: &str) -> Result<Option<String>, String>;
    /// All options of a section with the defaults, interpolated; `Ok(None)` when there is no such section.
    fn section(&self, section: &str) -> Result<Option<Vec<(String, String)>>, String>;
    /// Whether the text of any option refers to this one as `%(option)s`.
    fn is_referred_to(&self, section: &str, option: &str) -> bool;
    /// An environment variable.
    fn variable(&self, name: &str) -> Option<String>;
    /// The `-x` arguments, as given.
    fn x_arguments(&self) -> Vec<String>;
}

/// Facts that are simply listed.
#[derive(Debug, Clone, Default)]
pub struct StaticFacts {
    /// `--sql` was given.
    pub offline: bool,
    /// The ini file.
    pub config_file_name: Option<String>,
    /// The main section; `alembic` when empty.
    pub ini_section: String,
    /// Section, option, value.
    pub options: Vec<(String, String, String)>,
    /// Environment variables.
    pub variables: Vec<(String, String)>,
    /// The `-x` arguments.
    pub x_arguments: Vec<String>,
}

impl EnvironmentFacts for StaticFacts {
    fn offline(&self) -> bool {
        self.offline
    }

    fn config_file_name(&self) -> Option<String> {
        self.config_file_name.clone()
    }

    fn ini_section(&self) -> String {
        if self.ini_section.is_empty() { "alembic".to_owned() } else { self.ini_section.clone() }
    }

    fn option(&self, section: &str, option: &str) -> Result<Option<String>, String> {
        match self.section(section)? {
            None => Err(format!("no section `{section}`")),
            Some(options) => Ok(options.into_iter().find(|(name, _)| name == option).map(|(_, value)| value)),
        }
    }

    fn section(&self, section: &str) -> Result<Option<Vec<(String, String)>>, String> {
        let options: Vec<_> = self
            .options
            .iter()
            .filter(|(name, ..)| name == section)
            .map(|(_, option, value)| (option.clone(), value.clone()))
            .collect();
        Ok((!options.is_empty()).then_some(options))
    }

    fn is_referred_to(&self, _section: &str, _option: &str) -> bool {
        // The values listed are interpolated already.
        false
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.variables.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    }

    fn x_arguments(&self) -> Vec<String> {
        self.x_arguments.clone()
    }
}
