//! The revisions on disk: the files of a script directory joined into one graph.

use std::collections::HashMap;

use limbeck_core::revision::{GraphError, Revision, RevisionMap, faults};
use limbeck_core::source::{Location, SourceError};

use crate::directory::{Script, ScriptDirectory};

/// Version scripts and the graph that they form.
pub struct History {
    directory: ScriptDirectory,
    map: RevisionMap,
    positions: HashMap<String, usize>,
}

impl History {
    /// Joins the scripts of a directory.
    ///
    /// # Errors
    /// Every fault of the graph, at the line of the file that causes it.
    pub fn new(directory: ScriptDirectory) -> Result<Self, Vec<SourceError>> {
        let revisions: Vec<Revision> = directory
            .scripts()
            .iter()
            .map(|script| Revision {
                id: script.revision.clone(),
                down_revisions: script.down_revisions.clone(),
                depends_on: script.depends_on.clone(),
                branch_labels: script.branch_labels.clone(),
            })
            .collect();
        let map = match RevisionMap::new(revisions.clone()) {
            Ok(map) => map,
            Err(first) => {
                let mut all = faults(&revisions);
                if all.is_empty() {
                    all.push(first);
                }
                return Err(all.iter().map(|fault| locate(fault, directory.scripts())).collect());
            }
        };
        let positions =
            directory.scripts().iter().enumerate().map(|(at, script)| (script.revision.clone(), at)).collect();
        Ok(History { directory, map, positions })
    }

    /// The graph.
    pub fn map(&self) -> &RevisionMap {
        &self.map
    }

    /// The script of a revision.
    pub fn script(&self, id: &str) -> Option<&Script> {
        self.positions.get(id).map(|at| &self.directory.scripts()[*at])
    }

    /// The script directory.
    pub fn directory(&self) -> &ScriptDirectory {
        &self.directory
    }
}

/// A fault of the graph at the line that causes it, with the other files it concerns.
fn locate(fault: &GraphError, scripts: &[Script]) -> SourceError {
    let find = |id: &str| scripts.iter().find(|script| script.revision == id);
    let place = |id: &str, field: fn(&Script) -> &Location| {
        find(id).map_or_else(|| Location::file(id), |script| field(script).clone())
    };
    let files = |ids: &[String]| {
        ids.iter()
            .filter_map(|id| find(id).map(|script| format!("{id} is {}", script.path.display())))
            .collect::<Vec<_>>()
            .join("; ")
    };
    match fault {
        GraphError::IllegalCharacters { revision, .. } => {
            SourceError::new(place(revision, Script::revision_location), fault.to_string())
                .help("these characters mean something in a revision argument; choose another id")
        }
        GraphError::DuplicateRevision { revision, positions } => {
            let paths: Vec<String> =
                positions.iter().filter_map(|at| scripts.get(*at)).map(|s| s.path.display().to_string()).collect();
            let last = positions.last().and_then(|at| scripts.get(*at));
            let location = last.map_or_else(|| Location::file(revision), |s| s.revision_location().clone());
            SourceError::new(location, fault.to_string())
                .help(format!("give one of them another id: {}", paths.join(", ")))
        }
        GraphError::DuplicateLabel { revision, used_by, .. } => {
            SourceError::new(place(revision, Script::labels_location), fault.to_string())
                .help(format!("choose another label; {}", files(std::slice::from_ref(used_by))))
        }
        GraphError::MissingParent { revision, missing, kind } => {
            let field = match kind {
                limbeck_core::revision::ParentKind::DownRevision => Script::down_revision_location,
                limbeck_core::revision::ParentKind::DependsOn => Script::depends_on_location,
            };
            SourceError::new(place(revision, field), fault.to_string())
                .help(format!("bring back the file of {missing}, or point to a revision that exists"))
        }
        GraphError::SelfLoop { revision } => {
            SourceError::new(place(revision, Script::down_revision_location), fault.to_string())
                .help("a revision cannot come after itself: name its real parent")
        }
        GraphError::DependencySelfLoop { revision } => {
            SourceError::new(place(revision, Script::depends_on_location), fault.to_string())
                .help("a revision cannot depend on itself: remove the entry")
        }
        GraphError::Cycle { revisions } => {
            let first = revisions.first().map_or("", String::as_str);
            SourceError::new(place(first, Script::down_revision_location), fault.to_string())
                .help(format!("one of these must name another parent: {}", files(revisions)))
        }
        GraphError::DependencyCycle { revisions } => {
            let first = revisions.first().map_or("", String::as_str);
            SourceError::new(place(first, Script::depends_on_location), fault.to_string())
                .help(format!("one of these must lose a dependency: {}", files(revisions)))
        }
    }
}
