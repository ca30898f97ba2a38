//! The revisions on disk: the files of a script directory joined into one graph.

use std::collections::HashMap;

use limbeck_core::revision::{GraphError, ParentKind, Revision, RevisionMap, faults};
use limbeck_core::source::{Location, SourceError};

use crate::directive::Event;
use crate::directory::{HeaderLocations, Script, ScriptDirectory};
use crate::reader::{ParsedScript, Reading, read_function};

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
    let place = |id: &str, field: fn(&HeaderLocations) -> &Option<Location>| match find(id) {
        Some(script) => field(&script.locations).clone().unwrap_or_else(|| Location::file(&script.path)),
        None => Location::file(id),
    };
    let files = |ids: &[String]| {
        ids.iter()
            .filter_map(|id| find(id).map(|script| format!("{id} is {}", script.path.display())))
            .collect::<Vec<_>>()
            .join("; ")
    };
    match fault {
        GraphError::IllegalCharacters { revision, .. } => {
            SourceError::new(place(revision, |l| &l.revision), fault.to_string())
                .help("these characters mean something in a revision argument; choose another id")
        }
        GraphError::DuplicateRevision { revision, positions } => {
            let paths: Vec<String> =
                positions.iter().filter_map(|at| scripts.get(*at)).map(|s| s.path.display().to_string()).collect();
            let last = positions.last().and_then(|at| scripts.get(*at));
            let location = last.and_then(|script| script.locations.revision.clone());
            let location = location.unwrap_or_else(|| Location::file(revision));
            SourceError::new(location, fault.to_string())
                .help(format!("give one of them another id: {}", paths.join(", ")))
        }
        GraphError::DuplicateLabel { revision, used_by, .. } => {
            SourceError::new(place(revision, |l| &l.branch_labels), fault.to_string())
                .help(format!("choose another label; {}", files(std::slice::from_ref(used_by))))
        }
        GraphError::MissingParent { revision, missing, kind } => {
            let field: fn(&HeaderLocations) -> &Option<Location> = match kind {
                ParentKind::DownRevision => |l| &l.down_revision,
                ParentKind::DependsOn => |l| &l.depends_on,
            };
            SourceError::new(place(revision, field), fault.to_string())
                .help(format!("bring back the file of {missing}, or point to a revision that exists"))
        }
        GraphError::SelfLoop { revision } => SourceError::new(place(revision, |l| &l.down_revision), fault.to_string())
            .help("a revision cannot come after itself: name its real parent"),
        GraphError::DependencySelfLoop { revision } => {
            SourceError::new(place(revision, |l| &l.depends_on), fault.to_string())
                .help("a revision cannot depend on itself: remove the entry")
        }
        GraphError::Cycle { revisions } => {
            let first = revisions.first().map_or("", String::as_str);
            SourceError::new(place(first, |l| &l.down_revision), fault.to_string())
                .help(format!("one of these must name another parent: {}", files(revisions)))
        }
        GraphError::DependencyCycle { revisions } => {
            let first = revisions.first().map_or("", String::as_str);
            SourceError::new(place(first, |l| &l.depends_on), fault.to_string())
                .help(format!("one of these must lose a dependency: {}", files(revisions)))
        }
    }
}

/// What `upgrade()` or `downgrade()` of a script does, as far as that can be read without running it; `None` when it must be run.
///
/// # Errors
/// The script has no such function, or cannot be parsed.
pub fn read_events(script: &Script, function: &str) -> Result<Option<Vec<Event>>, SourceError> {
    let parsed = ParsedScript::parse(script.path.clone(), script.source.clone())?;
    match read_function(&parsed, function) {
        Ok(Reading::Events(events)) => Ok(Some(events)),
        Ok(Reading::Missing) => {
            Err(SourceError::new(Location::file(&script.path), format!("the script has no {function}() function"))
                .help(format!("add `def {function}():`, with `pass` when there is nothing to do")))
        }
        Err(reason) => {
            log::debug!(target: "limbeck", "{reason}");
            Ok(None)
        }
    }
}
