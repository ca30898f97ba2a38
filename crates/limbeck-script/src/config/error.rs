//! What can go wrong with a configuration. Texts are Alembic's where it has one.

use limbeck_core::source::SourceError;

use super::ini::IniError;

/// Why a configuration cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// A fault at a place in a file.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Two ini files were named.
    #[error("only one ini file may be indicated")]
    TwoInis,
    /// Two pyproject.toml were named.
    #[error("pyproject.toml indicated more than once")]
    TwoPyprojects,
    /// Neither file says where the scripts are.
    #[error("No 'script_location' key found in configuration.")]
    NoScriptLocation {
        /// The configuration files that were looked for and do not exist.
        missing: Vec<String>,
    },
    /// An option was asked for in a section that is not there.
    #[error("No config file '{file}' found, or file has no '[{section}]' section")]
    NoSection {
        /// The ini file's name as given.
        file: String,
        /// The section.
        section: String,
    },
    /// A program set a value with a stray percent sign. The value is not shown, it may hold a password.
    #[error(
        "invalid interpolation syntax in the value set for '{name}' at position {position}: write %% for a percent sign"
    )]
    StrayPercent {
        /// The option.
        name: String,
        /// Characters before the sign, without what is well formed.
        position: usize,
    },
}

impl From<IniError> for ConfigError {
    fn from(error: IniError) -> Self {
        ConfigError::Source(error.error)
    }
}
