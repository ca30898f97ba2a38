//! New revision files: names, dates, and script.py.mako.

mod date;
mod expression;
mod lexer;
mod methods;
mod naming;
mod new_file;
mod printf;
mod render;
mod translate;
mod value;
mod word;

use std::path::PathBuf;

use limbeck_core::source::SourceError;

use crate::config::ConfigError;

pub use date::CreateDate;
pub use naming::{generate_id, slug};
pub use new_file::{NewRevision, PreparedRevision, WrittenRevision, new_revision_file, prepare_revision};
pub use render::{DynamicTemplate, TemplateRunner, render};
pub use value::Value;
pub(crate) use value::repr_str;

/// Why a revision file cannot be made. When one is reported, nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A fault in the configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A fault in the template or a setting.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The time zone is not known.
    #[error("Can't locate timezone: {0}")]
    NoTimeZone(String),
    /// The id cannot be a revision's.
    #[error("{0}")]
    BadId(String),
    /// Another revision has the id.
    #[error("revision '{revision}' is there already, in {}", path.display())]
    IdTaken {
        /// The id.
        revision: String,
        /// The file that has it.
        path: PathBuf,
    },
    /// The label is a revision's id or another branch's label.
    #[error("Branch name '{label}' in revision {revision} already used by revision {other}")]
    LabelTaken {
        /// The label.
        label: String,
        /// The new revision.
        revision: String,
        /// The one that has it.
        other: String,
    },
    /// The label could not be used in a revision argument.
    #[error("branch label '{0}' is empty or has one of the characters @ and :")]
    BadLabel(String),
    /// The file is there already.
    #[error("the file {} is there already", path.display())]
    FileExists {
        /// The file.
        path: PathBuf,
    },
    /// There are several version locations and no parent to follow.
    #[error("Multiple version locations present, please specify --version-path")]
    SeveralLocations,
    /// `--version-path` is not one of the version locations.
    #[error("Path {} is not represented in current version locations", path.display())]
    UnknownLocation {
        /// The path as given.
        path: PathBuf,
    },
    /// The template passes the labels over.
    #[error(
        "Version {revision} specified branch_labels {labels}, however the migration file {} does not have them; have you upgraded \
         your script.py.mako to include the 'branch_labels' section?",
        path.display()
    )]
    LabelsNotWritten {
        /// The new revision.
        revision: String,
        /// Its labels.
        labels: String,
        /// The file that was not written.
        path: PathBuf,
    },
    /// The template writes an id of its own.
    #[error("script.py.mako gives the revision the id '{written}' instead of '{revision}'")]
    OtherId {
        /// The new revision.
        revision: String,
        /// What the template made of it.
        written: String,
    },
    /// The rendered text is no version script.
    #[error("the new file could not be read again: {error}")]
    Unreadable {
        /// What is wrong with it.
        error: SourceError,
    },
    /// The file cannot be written.
    #[error("cannot write {}: {error}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        error: String,
    },
}

#[cfg(test)]
mod tests;
