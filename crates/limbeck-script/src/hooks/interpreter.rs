//! The machine's Python, which hooks of the types `console_scripts` and `module` run in.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A Python on the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Interpreter {
    pub(super) path: PathBuf,
}

/// Prints module and attribute of the entry point that the argument names.
const ENTRY_POINT: &str = "
import importlib.metadata, sys
found = importlib.metadata.entry_points()
found = found.select(group='console_scripts') if hasattr(found, 'select') else found.get('console_scripts', ())
for entry in found:
    if entry.name == sys.argv[1]:
        print(entry.value)
        break
";

/// Prints whether the module that the argument names is there.
const MODULE: &str = "
import importlib.util, sys
try:
    print(importlib.util.find_spec(sys.argv[1]) is not None)
except ImportError:
    print(False)
";

impl Interpreter {
    /// That of the virtual environment that is active, else the first in `PATH`.
    pub(super) fn find(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<Self> {
        let folder = variable("VIRTUAL_ENV").filter(|folder| !folder.is_empty());
        let in_environment = folder.map(|folder| match cfg!(windows) {
            true => Path::new(&folder).join("Scripts").join("python.exe"),
            false => Path::new(&folder).join("bin").join("python"),
        });
        let path = in_environment.filter(|path| is_program(path));
        let path = path.or_else(|| ["python3", "python"].into_iter().find_map(|name| in_path(name, variable)));
        path.map(|path| Interpreter { path })
    }

    /// `package.module:function` of a console script; `None` when nothing that is installed brings one of that name along.
    pub(super) fn entry_point(&self, name: &str, folder: &Path) -> Result<Option<String>, String> {
        let value = self.ask(ENTRY_POINT, name, folder)?;
        Ok(if value.is_empty() { None } else { Some(value) })
    }

    /// Whether a module can be run.
    pub(super) fn has_module(&self, name: &str, folder: &Path) -> Result<bool, String> {
        Ok(self.ask(MODULE, name, folder)? == "True")
    }

    fn ask(&self, program: &str, argument: &str, folder: &Path) -> Result<String, String> {
        let mut command = Command::new(&self.path);
        command.args(["-c", program, argument]).current_dir(folder).stdin(Stdio::null()).stderr(Stdio::piped());
        let output = command.output().map_err(|error| format!("{}: {error}", self.path.display()))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let last = said.lines().last().unwrap_or("it said nothing");
            return Err(format!("{} cannot be asked for '{argument}': {last}", self.path.display()));
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

/// The program of that name in `PATH`.
pub(super) fn in_path(name: &str, variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folders = variable("PATH")?;
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| is_program(path))
}

/// Whether it is a file that may be run.
pub(super) fn is_program(path: &Path) -> bool {
    let Ok(metadata) = path.metadata() else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        metadata.is_file() && metadata.permissions().mode() & 0o111 != 0
    }
    #[cfg(not(unix))]
    {
        metadata.is_file()
    }
}
