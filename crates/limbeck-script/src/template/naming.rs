//! Names of new revisions: ids, slugs, files.

use std::path::{Component, Path, PathBuf};

use limbeck_core::source::SourceError;

use super::TemplateError;
use super::date::CreateDate;
use super::printf::{self, Arguments};
use super::value::Value;
use super::word::is_word;
use crate::config::Setting;

/// The width of `alembic_version.version_num`.
const MAX_ID: usize = 32;

/// A new revision id: the last 12 hex digits of a random UUID.
pub fn generate_id() -> String {
    let id = uuid::Uuid::new_v4().simple().to_string();
    id[id.len() - 12..].to_owned()
}

/// Whether a new revision may have this id.
pub(super) fn check_new_id(id: &str) -> Result<(), TemplateError> {
    crate::directory::check_id(id).map_err(TemplateError::BadId)?;
    let odd = |c: char| c == '/' || c == '\\' || c.is_control() || crate::config::is_python_space(c);
    if let Some(c) = id.chars().find(|c| odd(*c)) {
        let c = c.escape_default();
        return Err(TemplateError::BadId(format!(
            "Character(s) '{c}' not allowed in revision identifier '{}'",
            id.escape_default()
        )));
    }
    let length = id.chars().count();
    if length > MAX_ID {
        return Err(TemplateError::BadId(format!(
            "revision identifier '{id}' has {length} characters; the version table holds {MAX_ID}"
        )));
    }
    Ok(())
}

/// The message as part of a file name: its words in lower case, joined by `_`, cut at a word's end after `limit` characters.
pub fn slug(message: &str, limit: usize) -> String {
    let words: Vec<&str> = message.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
    let slug = words.join("_").to_lowercase();
    if slug.chars().count() <= limit {
        return slug;
    }
    let cut: String = slug.chars().take(limit).collect();
    let whole = cut.rsplit_once('_').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}_")
}

/// The file's path below the version location.
pub(super) fn file_name(
    template: &Setting<String>,
    id: &str,
    slug: &str,
    date: &CreateDate,
    recursive: bool,
) -> Result<PathBuf, TemplateError> {
    let fault = |message: String| SourceError::new(template.location.clone(), message);
    let lookup = |name: &str| {
        let number = |number: i64| Some(Value::Int(number));
        match name {
            "rev" => Some(Value::from(id)),
            "slug" => Some(Value::from(slug)),
            "epoch" => number(date.epoch),
            "year" => number(date.civil.year().into()),
            "month" => number(date.civil.month().into()),
            "day" => number(date.civil.day().into()),
            "hour" => number(date.civil.hour().into()),
            "minute" => number(date.civil.minute().into()),
            "second" => number(date.civil.second().into()),
            _ => None,
        }
    };
    let name = printf::format(&template.value, &Arguments::Named(&lookup)).map_err(|message| {
        fault(format!("file_template: {message}"))
            .help("tokens are rev, slug, epoch, year, month, day, hour, minute and second, as in %%(year)d_%%(rev)s")
    })?;
    let path = PathBuf::from(format!("{name}.py"));
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(fault(format!(
            "file_template makes '{}', which is not below the version location",
            path.display()
        ))
        .into());
    }
    if path.components().nth(1).is_some() && !recursive {
        let error = fault("file_template makes sub-folders, in which revisions would not be found again".to_owned());
        return Err(error.help("set recursive_version_locations = true").into());
    }
    // Such a file would be passed over when the directory is read.
    let last = path.file_name().unwrap_or_default().to_string_lossy();
    if last.starts_with("__init__") || last.starts_with(".#") {
        return Err(fault(format!("a file named '{last}' is not read as a revision")).into());
    }
    Ok(path)
}

/// Whether two paths name one folder, links followed.
pub(super) fn same_folder(left: &Path, right: &Path) -> bool {
    left == right || matches!((left.canonicalize(), right.canonicalize()), (Ok(left), Ok(right)) if left == right)
}
