//! Writing version scripts: `revision` and `merge`.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use limbeck_core::revision::{ResolveError, RevisionMap};
use limbeck_python::PythonTemplates;
use limbeck_runtime::{RevisionDirective, RunError, Task};
use limbeck_script::hooks::{self, Action, Hook};
use limbeck_script::template::{self, Value};

use crate::migrator::{Mode, load};
use crate::revisions::{NewRevision, WrittenRevision};
use crate::{Error, Migrator, SharedWriter};

/// What happens while a version script is written, for somebody who watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteStep {
    /// A folder was made for it.
    Folder(PathBuf),
    /// The file was written.
    File(PathBuf),
    /// A post-write hook begins. What it prints goes to the process's own output.
    Hook(String),
    /// There is nothing to be done, so nothing is written.
    Skipped,
    /// The hook has done its work.
    HookDone,
    /// The hook failed; the error follows.
    HookFailed,
}

/// How the parents of a new revision are found.
type Parents = fn(&RevisionMap, &NewRevision) -> Result<Vec<String>, ResolveError>;

impl Migrator {
    /// Writes a new version script on top of `new.heads` (by default the only head), and runs the post-write hooks on it. It is one script,
    /// unless env.py makes none or several of it in `process_revision_directives`.
    ///
    /// # Errors
    /// Several heads, an identifier that is taken or too long, a template that cannot be rendered, a hook that is not there: then nothing
    /// is written. A hook that fails: the file stays. Of several scripts, those before the one that is at fault stay.
    pub fn revision(&self, new: NewRevision) -> Result<Vec<WrittenRevision>, Error> {
        self.revision_watched(new, &mut |_| ())
    }

    /// [`Migrator::revision`], with a look at each step.
    ///
    /// # Errors
    /// As there.
    pub fn revision_watched(
        &self,
        new: NewRevision,
        watch: &mut (dyn FnMut(&WriteStep) + Send),
    ) -> Result<Vec<WrittenRevision>, Error> {
        let task = if new.autogenerate { Task::Autogenerate } else { Task::Revision };
        self.write(new, task, watch, |map, new| {
            let heads = if new.heads.is_empty() { vec!["head".to_owned()] } else { new.heads.clone() };
            map.new_revision_parents(&heads, new.splice)
        })
    }

    /// Writes a version script that joins `new.heads`, and runs the post-write hooks on it.
    ///
    /// # Errors
    /// Fewer than two revisions, or as [`Migrator::revision`].
    pub fn merge(&self, new: NewRevision) -> Result<WrittenRevision, Error> {
        self.merge_watched(new, &mut |_| ())
    }

    /// [`Migrator::merge`], with a look at each step.
    ///
    /// # Errors
    /// As there.
    pub fn merge_watched(
        &self,
        new: NewRevision,
        watch: &mut (dyn FnMut(&WriteStep) + Send),
    ) -> Result<WrittenRevision, Error> {
        let mut written =
            self.write(new, Task::Nothing, watch, |map, new| map.merge_parents(&new.heads, new.splice))?;
        written.pop().ok_or_else(|| RunError::command("the merge was not written").into())
    }

    fn write(
        &self,
        mut new: NewRevision,
        task: Task,
        watch: &mut (dyn FnMut(&WriteStep) + Send),
        parents: Parents,
    ) -> Result<Vec<WrittenRevision>, Error> {
        let runs_environment = task == Task::Autogenerate || self.config().inner.revision_environment()?;
        let skips_empty = task == Task::Autogenerate && (new.skip_empty || self.config().inner.skip_empty()?);
        self.on_big_stack(move || {
            let sink: SharedWriter = Arc::new(Mutex::new(std::io::sink()));
            let mode = if new.offline { Mode::Offline { start: None, output: sink } } else { Mode::Online };
            let (context, chosen) = self.prepared(task, mode)?;
            let given = new.id.take().filter(|id| !id.is_empty());
            let id_given = given.is_some();
            let id = given.unwrap_or_else(template::generate_id);
            let heads = new.heads.clone();
            let head = heads.first().cloned().unwrap_or_default();
            let directive = RevisionDirective {
                id,
                id_given,
                message: new.message.take(),
                head: head.clone(),
                splice: new.splice,
                branch_labels: new.branch_labels.clone(),
                version_path: new.version_path.as_ref().map(|path| path.display().to_string()),
                depends_on: new.depends_on.clone(),
                ..RevisionDirective::default()
            };
            context.revisions.replace(vec![directive]);
            context.renames.replace(new.renames.clone());
            if runs_environment {
                context.run(chosen.environment.as_ref())?;
            }
            // As env.py has left it.
            let config = context.config.borrow().clone();
            let python = PythonTemplates::new(chosen.python, context.clone());
            let hooks = hooks::prepare(&config, &|name| std::env::var_os(name), &|kind| python.has_hook(kind))?;
            let mut history = context.history.clone();
            let mut all = Vec::new();
            for revision in context.revisions.take() {
                if skips_empty && !revision.has_steps() {
                    watch(&WriteStep::Skipped);
                    continue;
                }
                if runs_environment {
                    new.heads = match revision.head.as_str() {
                        same if same == head => heads.clone(),
                        "" => Vec::new(),
                        other => vec![other.to_owned()],
                    };
                    new.splice = revision.splice;
                    new.branch_labels = revision.branch_labels.clone();
                    new.version_path = revision.version_path.clone().map(PathBuf::from);
                    new.depends_on = revision.depends_on.clone();
                }
                if !all.is_empty() {
                    // The one before may be the parent.
                    history = Rc::new(load(self.config())?);
                }
                let map = history.map();
                let parents = parents(map, &new)?;
                map.check_new_names(&revision.id, &new.branch_labels)
                    .map_err(|fault| RunError::command(fault.to_string()))?;
                let request = template::NewRevision {
                    variables: variables(&revision),
                    rev_id: Some(revision.id),
                    message: revision.message,
                    parents,
                    branch_labels: new.branch_labels.clone(),
                    depends_on: map.new_dependencies(&new.depends_on)?,
                    version_path: new.version_path.clone(),
                    ..template::NewRevision::default()
                };
                let written =
                    template::prepare_revision(history.directory(), &config, &request, Some(&python))?.write()?;
                written.created.iter().for_each(|folder| watch(&WriteStep::Folder(folder.clone())));
                watch(&WriteStep::File(written.path.clone()));
                for hook in &hooks {
                    watch(&WriteStep::Hook(hook.name.clone()));
                    let ran = run(hook, &written.path, &python);
                    watch(if ran.is_ok() { &WriteStep::HookDone } else { &WriteStep::HookFailed });
                    ran?;
                }
                all.push(WrittenRevision { id: written.revision, path: written.path });
            }
            Ok(all)
        })
    }
}

fn run(hook: &Hook, file: &Path, python: &PythonTemplates) -> Result<(), RunError> {
    let stays = |reason: String| RunError::Command {
        message: format!("post write hook '{}' failed: {reason}", hook.name),
        help: Some(format!("{} is written and stays; repair or remove it", file.display())),
    };
    match &hook.action {
        Action::Program(program) => program.run(file).map_err(stays),
        Action::Function { kind, options } => {
            python.run_hook(kind, &file.display().to_string(), options).map_err(|error| match error {
                RunError::Interrupted => error,
                other => stays(other.to_string()),
            })
        }
    }
}

/// What env.py has left for the template to show.
fn variables(revision: &RevisionDirective) -> Vec<(String, Value)> {
    let Some(code) = &revision.code else { return Vec::new() };
    let imports = ("imports".to_owned(), Value::from(code.imports.join("\n").as_str()));
    let texts = code.texts.iter().map(|(name, text)| (name.clone(), Value::from(text.as_str())));
    texts.chain([imports]).collect()
}
