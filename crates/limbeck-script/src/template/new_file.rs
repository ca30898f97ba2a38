//! Making the file of a new revision.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use limbeck_core::source::{Location, SourceError};

use super::TemplateError;
use super::date::CreateDate;
use super::naming;
use super::render::{TemplateRunner, render};
use super::value::{Value, repr_str};
use crate::config::{Config, Setting, normal, text};
use crate::directory::{Read, Script, ScriptDirectory, on_deep_stack, read_bytes};

/// What the new revision is to be. Parents and dependencies are resolved, and whether they may be parents is decided.
#[derive(Debug, Clone, Default)]
pub struct NewRevision {
    /// The id; a generated one when not given.
    pub rev_id: Option<String>,
    /// The message; None is `empty message` in the file and nothing in its name.
    pub message: Option<String>,
    /// `down_revision`; empty for a base.
    pub parents: Vec<String>,
    /// `branch_labels`
    pub branch_labels: Vec<String>,
    /// `depends_on`: ids, or labels where the user gave labels.
    pub depends_on: Vec<String>,
    /// `--version-path`
    pub version_path: Option<PathBuf>,
    /// What else the template sees: `upgrades`, `downgrades`, `imports`, the template arguments of env.py.
    pub variables: Vec<(String, Value)>,
    /// The date; now when not given.
    pub now: Option<Timestamp>,
}

/// A rendered revision, not yet written.
#[derive(Debug, Clone)]
pub struct PreparedRevision {
    /// The id.
    pub revision: String,
    /// The file to write, absolute.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// The script as it will be read again; `None` when its header takes running Python.
    pub script: Option<Script>,
    bytes: Vec<u8>,
}

/// A revision file that was written.
#[derive(Debug, Clone)]
pub struct WrittenRevision {
    /// The id.
    pub revision: String,
    /// The file, absolute.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// The script as read from the text; `None` when its header takes running Python.
    pub script: Option<Script>,
    /// Folders that had to be made first.
    pub created: Vec<PathBuf>,
}

/// Renders script.py.mako for a new revision, without Python, and writes the file. Nothing is ever overwritten.
pub fn new_revision_file(
    directory: &ScriptDirectory,
    config: &Config,
    new: &NewRevision,
) -> Result<WrittenRevision, TemplateError> {
    prepare_revision(directory, config, new, None)?.write()
}

/// Decides name and place and renders the text. Everything that can be wrong is found here, before anything is written.
pub fn prepare_revision(
    directory: &ScriptDirectory,
    config: &Config,
    new: &NewRevision,
    runner: Option<&dyn TemplateRunner>,
) -> Result<PreparedRevision, TemplateError> {
    let revision = new.rev_id.clone().filter(|id| !id.is_empty()).unwrap_or_else(naming::generate_id);
    naming::check_new_id(&revision)?;
    if let Some(existing) = directory.script(&revision) {
        return Err(TemplateError::IdTaken { revision, path: existing.path.to_path_buf() });
    }
    check_labels(directory, &revision, &new.branch_labels)?;

    let zone = config.timezone()?;
    let date = CreateDate::new(new.now.unwrap_or_else(Timestamp::now), zone.as_ref())?;
    let folder = version_folder(directory, config, new)?;
    let slug = naming::slug(new.message.as_deref().unwrap_or_default(), config.truncate_slug_length()?);
    let recursive = config.recursive_version_locations()?;
    let path = folder.join(naming::file_name(&config.file_template()?, &revision, &slug, &date, recursive)?);
    if path.symlink_metadata().is_ok() {
        return Err(TemplateError::FileExists { path });
    }

    let text = render_template(directory, config, new, &revision, date, runner)?;
    let bytes = encode(&text, &config.output_encoding()?)?;
    let script = read_back(&path, bytes.clone())?;
    if let Some(script) = &script {
        if !new.branch_labels.is_empty() && script.branch_labels.is_empty() {
            let labels = match new.branch_labels.as_slice() {
                [one] => one.clone(),
                many => format!("[{}]", many.iter().map(|label| repr_str(label)).collect::<Vec<_>>().join(", ")),
            };
            return Err(TemplateError::LabelsNotWritten { revision: script.revision.clone(), labels, path });
        }
        if script.revision != revision {
            return Err(TemplateError::OtherId { revision, written: script.revision.clone() });
        }
    }
    Ok(PreparedRevision { revision, path, text, script, bytes })
}

impl PreparedRevision {
    /// Writes the file, and makes the folders it needs. A file of that name is never overwritten.
    pub fn write(self) -> Result<WrittenRevision, TemplateError> {
        let io = |path: &Path, error: std::io::Error| TemplateError::Write {
            path: path.to_owned(),
            error: error.to_string(),
        };
        let mut created = Vec::new();
        let folder = self.path.parent().unwrap_or(Path::new("/")).to_path_buf();
        if !folder.exists() {
            fs::create_dir_all(&folder).map_err(|error| io(&folder, error))?;
            created.push(folder);
        }
        let mut file = match OpenOptions::new().write(true).create_new(true).open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(TemplateError::FileExists { path: self.path });
            }
            Err(error) => return Err(io(&self.path, error)),
        };
        if let Err(error) = file.write_all(&self.bytes).and_then(|()| file.sync_all()) {
            // Half a revision would break every later command. The first error is the one to report.
            let _ = fs::remove_file(&self.path);
            return Err(io(&self.path, error));
        }
        let PreparedRevision { revision, path, text, script, .. } = self;
        Ok(WrittenRevision { revision, path, text, script, created })
    }
}

/// A label that is a revision's id or another branch's label would make the project unreadable.
fn check_labels(directory: &ScriptDirectory, revision: &str, labels: &[String]) -> Result<(), TemplateError> {
    for label in labels {
        let taken = |script: &&Script| script.revision == *label || script.branch_labels.contains(label);
        let other = directory.scripts().iter().find(taken).map(|script| script.revision.clone());
        if let Some(other) = other.or_else(|| (label == revision).then(|| revision.to_owned())) {
            return Err(TemplateError::LabelTaken { label: label.clone(), revision: revision.to_owned(), other });
        }
        if label.is_empty() || label.contains(['@', ':']) {
            return Err(TemplateError::BadLabel(label.clone()));
        }
    }
    Ok(())
}

/// The version location that the file goes to.
fn version_folder(directory: &ScriptDirectory, config: &Config, new: &NewRevision) -> Result<PathBuf, TemplateError> {
    let locations = directory.version_locations();
    if let Some(path) = &new.version_path {
        let wanted = normal(&config.cwd().join(path));
        return match locations.iter().find(|location| naming::same_folder(location, &wanted)) {
            Some(_) => Ok(wanted),
            None => Err(TemplateError::UnknownLocation { path: normal(path) }),
        };
    }
    if let [only] = locations {
        return Ok(only.clone());
    }
    let Some(parent) = new.parents.iter().find_map(|parent| directory.script(parent)) else {
        return Err(TemplateError::SeveralLocations);
    };
    // The innermost location that holds the parent, which may lie in a sub-folder of it.
    let holding = locations.iter().filter_map(|location| {
        let real = location.canonicalize().ok()?;
        parent.path.starts_with(&real).then(|| (real.components().count(), location))
    });
    match holding.max_by_key(|(depth, _)| *depth) {
        Some((_, location)) => Ok(location.clone()),
        None => {
            Err(TemplateError::UnknownLocation { path: parent.path.parent().unwrap_or(&parent.path).to_path_buf() })
        }
    }
}

fn render_template(
    directory: &ScriptDirectory,
    config: &Config,
    new: &NewRevision,
    revision: &str,
    date: CreateDate,
    runner: Option<&dyn TemplateRunner>,
) -> Result<String, TemplateError> {
    let shown = directory.dir().join("script.py.mako");
    let location = Location::file(&shown);
    let template = text::read_if_exists(&directory.absolute_dir().join("script.py.mako"), &shown)?
        .ok_or_else(|| SourceError::new(location.clone(), "the template for new revisions is missing"))?;
    let labels = new.branch_labels.iter().cloned().map(Value::Str).collect::<Vec<_>>();
    let mut names: Vec<(String, Value)> = vec![
        ("up_revision".into(), revision.into()),
        ("down_revision".into(), Value::scalar_or(&new.parents, Value::Tuple)),
        ("branch_labels".into(), if labels.is_empty() { Value::None } else { Value::Tuple(labels) }),
        ("depends_on".into(), Value::scalar_or(&new.depends_on, Value::List)),
        ("create_date".into(), Value::Date(date)),
        ("message".into(), new.message.as_deref().unwrap_or("empty message").into()),
    ];
    names.extend(new.variables.iter().cloned());
    Ok(render(&location, &template, &names, config, runner)?)
}

/// Reads the rendered bytes as they would be read from the file, so that a file that cannot be read is never written.
fn read_back(path: &Path, bytes: Vec<u8>) -> Result<Option<Script>, TemplateError> {
    match on_deep_stack(|| read_bytes(Arc::from(path), bytes)) {
        Ok(Read::Static(script)) => Ok(Some(*script)),
        Ok(Read::Dynamic(_)) => Ok(None),
        Err(error) => Err(TemplateError::Unreadable { error }),
    }
}

/// The bytes to write. An encoding that the reader of Python files would not guess needs its coding line in the template.
fn encode(text: &str, encoding: &Setting<String>) -> Result<Vec<u8>, TemplateError> {
    let fault = |message: String| TemplateError::Source(SourceError::new(encoding.location.clone(), message));
    let limit = match encoding.value.trim().to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
        "utf-8" | "utf8" | "u8" => return Ok(text.as_bytes().to_vec()),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "l1" => 0x100,
        "ascii" | "us-ascii" => 0x80,
        _ => {
            return Err(fault(format!(
                "output_encoding '{}' is not supported; utf-8, latin-1 and ascii are",
                encoding.value
            )));
        }
    };
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).ok().filter(|byte| u32::from(*byte) < limit))
        .collect::<Option<Vec<u8>>>()
        .ok_or_else(|| {
            fault(format!("the new file has characters that output_encoding '{}' does not have", encoding.value))
        })
}
