//! `init`: the files of a new project.

mod location;
mod templates;

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use limbeck_core::source::{Location, SourceError};
use toml::de::DeTable;

use crate::config::{Config, normal};
use location::script_location;
use templates::Kind;
pub use templates::Template;

/// What `init` did, one thing after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A folder was made.
    Folder(PathBuf),
    /// A file was written.
    File(PathBuf),
    /// The section was added to a pyproject.toml that was there.
    Section(PathBuf),
    /// An `__init__.py` was written.
    Package(PathBuf),
    /// The ini was there already and is as it was.
    IniKept(PathBuf),
    /// pyproject.toml had the section already and is as it was.
    SectionKept(PathBuf),
}

/// A new project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// The ini, absolute.
    pub ini: PathBuf,
    /// pyproject.toml, absolute, for a template that has its section.
    pub pyproject: Option<PathBuf>,
}

/// Why there is no new project.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// The folder has something in it.
    #[error("Directory {} already exists and is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// A file is where the folder should be.
    #[error("{} is not a directory", .0.display())]
    NotAFolder(PathBuf),
    /// There is no such template.
    #[error("No such template {0}")]
    NoTemplate(String),
    /// A configuration that a program made has no file to write.
    #[error("a new project needs a configuration with a file name")]
    NoFile,
    /// pyproject.toml cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Something cannot be read or written.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        error: std::io::Error,
    },
}

/// Makes `directory` and its files, and the configuration that names it, from a template. `package` adds `__init__.py` files. Nothing is
/// overwritten.
///
/// # Errors
/// A folder that is not empty, an unknown template, a pyproject.toml that is not valid; and what the system refuses, which may leave some
/// of the files.
pub fn init(config: &Config, directory: &Path, template: &str, package: bool) -> Result<Project, ProjectError> {
    let directory = normal(directory);
    let folder = normal(&config.cwd().join(&directory));
    let entries = fs::read_dir(&folder).map(Iterator::count);
    match entries {
        Ok(0) => {}
        Ok(_) => return Err(ProjectError::NotEmpty(directory)),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(ProjectError::NotAFolder(directory)),
        Err(error) => return Err(ProjectError::Io { path: directory, error }),
    }
    let template = Template::find(template).ok_or_else(|| ProjectError::NoTemplate(template.to_owned()))?;
    let absolute = |name: Option<&Path>| name.map(|name| normal(&config.cwd().join(name))).ok_or(ProjectError::NoFile);
    let ini = absolute(config.config_file_name())?;
    let has = |kind: Kind| template.files.iter().any(|(_, its, _)| *its == kind);
    let pyproject = has(Kind::Pyproject).then(|| absolute(config.toml_file_name())).transpose()?;
    let section = pyproject.as_deref().map(Section::find).transpose()?;
    for file in [Some(&ini), pyproject.as_ref()].into_iter().flatten() {
        let parent = file.parent().unwrap_or(Path::new("/"));
        fs::metadata(parent).map_err(|error| ProjectError::Io { path: parent.to_path_buf(), error })?;
    }

    let mut made = Made { steps: Vec::new() };
    if !folder.exists() {
        made.folder(&folder)?;
    }
    made.folder(&folder.join("versions"))?;
    for (name, kind, text) in template.files {
        let location = |file: &Path| script_location(&directory, config.cwd(), file);
        match (kind, &pyproject, &section) {
            (Kind::Pyproject, Some(file), Some(section)) => {
                let text = text.replace("${script_location}", &toml_string(&location(file)));
                made.pyproject(file, section, &text)?;
            }
            (Kind::Ini, ..) => made.ini(&ini, &text.replace("${script_location}", &location(&ini)))?,
            _ => made.file(folder.join(name), text, Step::File)?,
        }
    }
    if package {
        for folder in [&folder, &folder.join("versions")] {
            made.file(folder.join("__init__.py"), "", Step::Package)?;
        }
    }
    Ok(Project { steps: made.steps, ini, pyproject })
}

/// What a pyproject.toml has.
enum Section {
    NoFile,
    Missing,
    There,
}

impl Section {
    fn find(file: &Path) -> Result<Section, ProjectError> {
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Section::NoFile),
            Err(error) => return Err(ProjectError::Io { path: file.to_path_buf(), error }),
        };
        let root = DeTable::parse(&text).map_err(|error| {
            let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let location = Location::file(file).at(u32::try_from(line).unwrap_or(0), 0);
            SourceError::new(location, format!("not valid TOML: {}", error.message().replace('\n', ", ")))
        })?;
        let tool = root.get_ref().get("tool").and_then(|tool| tool.get_ref().as_table());
        Ok(if tool.is_some_and(|tool| tool.contains_key("alembic")) { Section::There } else { Section::Missing })
    }
}

struct Made {
    steps: Vec<Step>,
}

impl Made {
    fn folder(&mut self, path: &Path) -> Result<(), ProjectError> {
        fs::create_dir_all(path).map_err(|error| ProjectError::Io { path: path.to_path_buf(), error })?;
        self.steps.push(Step::Folder(path.to_path_buf()));
        Ok(())
    }

    fn file(&mut self, path: PathBuf, text: &str, step: fn(PathBuf) -> Step) -> Result<(), ProjectError> {
        let opened = OpenOptions::new().write(true).create_new(true).open(&path);
        match opened.and_then(|mut file| file.write_all(text.as_bytes())) {
            Ok(()) => self.steps.push(step(path)),
            Err(error) => return Err(ProjectError::Io { path, error }),
        }
        Ok(())
    }

    fn ini(&mut self, file: &Path, text: &str) -> Result<(), ProjectError> {
        if file.exists() {
            self.steps.push(Step::IniKept(file.to_path_buf()));
            return Ok(());
        }
        self.file(file.to_path_buf(), text, Step::File)
    }

    fn pyproject(&mut self, file: &Path, section: &Section, text: &str) -> Result<(), ProjectError> {
        let path = file.to_path_buf();
        match section {
            Section::NoFile => self.file(path, text, Step::File),
            Section::There => {
                self.steps.push(Step::SectionKept(path));
                Ok(())
            }
            Section::Missing => {
                let opened = OpenOptions::new().append(true).open(file);
                match opened.and_then(|mut file| file.write_all(format!("\n\n{text}").as_bytes())) {
                    Ok(()) => self.steps.push(Step::Section(path)),
                    Err(error) => return Err(ProjectError::Io { path, error }),
                }
                Ok(())
            }
        }
    }
}

/// The text inside the quotes of a TOML string.
fn toml_string(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::Template;

    #[test]
    fn every_template_says_what_it_is() {
        for template in Template::all() {
            assert!(template.synopsis().ends_with(['.', ',']), "{}: {}", template.name, template.synopsis());
        }
    }
}
