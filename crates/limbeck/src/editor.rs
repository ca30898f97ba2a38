//! Opening version scripts in an editor.

use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use limbeck_runtime::RunError;

use crate::{Error, Migrator};

/// What is tried when the environment names none.
const EDITORS: [&str; 5] = ["sensible-editor", "editor", "nano", "vim", "code"];

impl Migrator {
    /// Opens the files of the revisions that an argument names in an editor, one after the other, and waits for it. `current` asks the
    /// database. The editor is the program that `EDITOR`, then `VISUAL` names, by path or name, without arguments; else a usual one.
    ///
    /// # Errors
    /// The argument names nothing; there is no editor, or it fails.
    pub fn edit(&self, argument: &str) -> Result<(), Error> {
        let revisions = self.show(argument)?;
        if revisions.is_empty() {
            let message = match argument {
                "current" => "No current revisions".to_owned(),
                symbol => format!("No revision files indicated by symbol '{symbol}'"),
            };
            return Err(RunError::command(message).into());
        }
        for revision in revisions {
            open(&revision.path).map_err(|reason| RunError::command(format!("Error executing editor ({reason})")))?;
        }
        Ok(())
    }
}

fn open(file: &Path) -> Result<(), String> {
    let editor = find(&|name| std::env::var_os(name)).ok_or_else(|| {
        "No suitable editor found. Please set the \"EDITOR\" or \"VISUAL\" environment variables".to_owned()
    })?;
    let status = Command::new(&editor).arg(file).status().map_err(|error| format!("{}: {error}", editor.display()))?;
    match (status.success(), status.code()) {
        (true, _) => Ok(()),
        (false, Some(code)) => Err(format!("{} ended with exit status {code}", editor.display())),
        (false, None) => Err(format!("{} was ended by a signal", editor.display())),
    }
}

/// Alembic's search: a variable that names a file is that file. A bare name is looked for in `PATH`, before the usual editors; one with a
/// folder in it that is not there is passed over.
fn find(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let mut candidates: VecDeque<OsString> = EDITORS.iter().map(OsString::from).collect();
    for (at, name) in ["EDITOR", "VISUAL"].into_iter().enumerate() {
        let Some(choice) = variable(name).filter(|choice| !choice.is_empty()) else { continue };
        let path = Path::new(&choice);
        if path.exists() {
            // A file of the current folder, which `Command` would look for in `PATH`.
            return Some(if path.is_absolute() { path.to_owned() } else { Path::new(".").join(path) });
        }
        if !choice.to_string_lossy().contains(std::path::MAIN_SEPARATOR) {
            candidates.insert(at, choice);
        }
    }
    let folders = variable("PATH").unwrap_or_default();
    let in_path =
        |name: &OsStr| std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.exists());
    candidates.iter().find_map(|name| in_path(name))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::find;

    #[test]
    fn editors_are_found_as_alembic_finds_them() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in ["vim", "nano", "mine", "sensible-editor"] {
            std::fs::write(folder.path().join(name), "").expect("write");
        }
        let own = folder.path().join("mine").display().to_string();
        let cases = [
            (None, None, "sensible-editor"),
            (Some("mine"), None, "mine"),
            (Some("vim"), Some("mine"), "vim"),
            (None, Some("mine"), "sensible-editor"),
            (Some(own.as_str()), Some("vim"), "mine"),
            (Some("/not/there"), None, "sensible-editor"),
            (Some("vim -f"), None, "sensible-editor"),
            (Some(""), None, "sensible-editor"),
            (Some("unknown"), Some("vim"), "vim"),
        ];
        for (editor, visual, expected) in cases {
            let variable = |name: &str| match name {
                "EDITOR" => editor.map(OsString::from),
                "VISUAL" => visual.map(OsString::from),
                _ => Some(folder.path().into()),
            };
            assert_eq!(find(&variable), Some(folder.path().join(expected)), "EDITOR={editor:?} VISUAL={visual:?}");
        }
        let nothing = |name: &str| (name == "PATH").then(|| "/not/there".into());
        assert_eq!(find(&nothing), None);
    }
}
