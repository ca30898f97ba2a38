//! Post-write hooks: programs that are run on each new version script.
//!
//! Everything that can be wrong with a hook is found before the file is written; see [`prepare`].

mod interpreter;
mod split;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use limbeck_core::source::SourceError;

use crate::config::{Config, ConfigError, HookConfig, normal};
use crate::template::repr_str;
use interpreter::{Interpreter, in_path, is_program};
use split::split;

/// Stands for the new file in a hook's options.
const TOKEN: &str = "REVISION_SCRIPT_FILENAME";

/// A hook that is ready to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hook {
    /// Its name.
    pub name: String,
    /// What it does.
    pub action: Action,
}

/// What a hook does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Runs a program.
    Program(Program),
    /// Calls a function that env.py registered.
    Function {
        /// The name it was registered under.
        kind: String,
        /// The hook's options, as the function gets them.
        options: Vec<(String, String)>,
    },
}

/// A program and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    path: PathBuf,
    /// With [`TOKEN`] where the file is to be.
    arguments: Vec<String>,
    folder: PathBuf,
}

/// Looks at all hooks of a configuration. `variable` reads the environment; `registered` tells which types env.py has registered.
///
/// # Errors
/// A hook without a type or with one that is not known, a program, entry point or module that is not there, options that cannot be split.
pub fn prepare(
    config: &Config,
    variable: &dyn Fn(&str) -> Option<OsString>,
    registered: &dyn Fn(&str) -> bool,
) -> Result<Vec<Hook>, ConfigError> {
    let preparation = Preparation { config, variable, registered };
    config.hooks()?.into_iter().map(|hook| Ok(preparation.hook(hook)?)).collect()
}

struct Preparation<'a> {
    config: &'a Config,
    variable: &'a dyn Fn(&str) -> Option<OsString>,
    registered: &'a dyn Fn(&str) -> bool,
}

impl Preparation<'_> {
    fn hook(&self, hook: HookConfig) -> Result<Hook, SourceError> {
        let name = &hook.name;
        let fault = |message: String| SourceError::new(hook.location.clone(), message);
        let option = |key: &str| hook.options.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str());
        let kind = option("type").ok_or_else(|| {
            let quoted = repr_str(name);
            fault(format!("Key '{name}.type' (or 'type' in toml) is required for post write hook {quoted}"))
        })?;
        let required = |key: &str| {
            option(key)
                .filter(|value| !value.is_empty())
                .ok_or_else(|| fault(format!("Key {name}.{key} is required for post write hook {}", repr_str(name))))
        };
        if (self.registered)(kind) {
            let mut options = vec![("_hook_name".to_owned(), name.clone())];
            options.extend(hook.options.clone());
            return Ok(Hook { name: name.clone(), action: Action::Function { kind: kind.to_owned(), options } });
        }
        let folder = normal(&self.config.cwd().join(option("cwd").unwrap_or(".")));
        let has_program = matches!(kind, "console_scripts" | "exec" | "module");
        if has_program && !folder.is_dir() {
            return Err(fault(format!("the cwd of post write hook '{name}' is no folder: {}", folder.display())));
        }
        let interpreter = || {
            Interpreter::find(self.variable).ok_or_else(|| {
                fault(format!("post write hook '{name}' needs Python, and none was found"))
                    .help("activate the virtual environment that has it, or put python3 into PATH")
            })
        };
        let (path, before) = match kind {
            "exec" => (self.program(required("executable")?, &folder).map_err(&fault)?, Vec::new()),
            "module" => {
                let module = required("module")?;
                let python = interpreter()?;
                if !python.has_module(module, &folder).map_err(&fault)? {
                    return Err(missing(fault(format!("Could not find module {module}")), &python));
                }
                (python.path, vec!["-m".to_owned(), module.to_owned()])
            }
            "console_scripts" => {
                let entry = required("entrypoint")?;
                let python = interpreter()?;
                let Some(value) = python.entry_point(entry, &folder).map_err(&fault)? else {
                    return Err(missing(fault(format!("Could not find entrypoint console_scripts.{entry}")), &python));
                };
                // `package.module:function [extras]`
                let value = value.split('[').next().unwrap_or_default();
                let (module, function) = value.split_once(':').unwrap_or((value, ""));
                let (module, function) = (module.trim(), function.trim());
                (python.path, vec!["-c".to_owned(), format!("import {module}; {module}.{function}()")])
            }
            other => {
                return Err(fault(format!("No formatter with name '{other}' registered")).help(
                    "the types are console_scripts, exec and module; one that env.py registers needs revision_environment = true",
                ));
            }
        };
        let options = option("options").unwrap_or_default();
        let options = if options.contains(TOKEN) { options.to_owned() } else { format!("{TOKEN} {options}") };
        let words = split(&options).ok_or_else(|| {
            fault(format!("the options of post write hook '{name}' have a quotation that does not end"))
        })?;
        let arguments = before.into_iter().chain(words).collect();
        Ok(Hook { name: name.clone(), action: Action::Program(Program { path, arguments, folder }) })
    }

    /// A bare name in `PATH`; anything else from the hook's folder.
    fn program(&self, name: &str, folder: &Path) -> Result<PathBuf, String> {
        let is_bare = Path::new(name).components().count() == 1 && !name.contains(std::path::is_separator);
        let found = match is_bare {
            true => in_path(name, self.variable),
            false => Some(folder.join(name)).filter(|path| is_program(path)),
        };
        found.ok_or_else(|| match is_bare {
            true => format!("there is no program '{name}' in PATH"),
            false => format!("{} is no program", folder.join(name).display()),
        })
    }
}

fn missing(error: SourceError, python: &Interpreter) -> SourceError {
    error.help(format!(
        "this was looked for in {}; install it there, or activate another environment",
        python.path.display()
    ))
}

impl Program {
    /// Runs the program on `file`; what it prints goes where ours goes.
    ///
    /// # Errors
    /// Why it failed.
    pub fn run(&self, file: &Path) -> Result<(), String> {
        let mut command = Command::new(&self.path);
        // In arguments that we made there is no token.
        command.args(self.arguments.iter().map(|word| word.replace(TOKEN, &file.display().to_string())));
        let status = command.current_dir(&self.folder).status();
        let status = status.map_err(|error| format!("{} cannot be run: {error}", self.path.display()))?;
        match (status.success(), status.code()) {
            (true, _) => Ok(()),
            (false, Some(code)) => Err(format!("{} ended with exit status {code}", self.path.display())),
            (false, None) => Err(format!("{} was ended by a signal", self.path.display())),
        }
    }
}
