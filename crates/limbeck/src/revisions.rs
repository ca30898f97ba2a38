//! Revisions as an operation shows them.

use std::path::PathBuf;

use limbeck_core::revision::RevisionRef;
use limbeck_script::history::History;

/// A revision with its place in the graph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Revision {
    /// `revision`
    pub id: String,
    /// `down_revision`; empty for a base.
    pub down_revisions: Vec<String>,
    /// `depends_on` as declared: identifiers or labels.
    pub dependencies: Vec<String>,
    /// Labels that hold here, those of its branch included, sorted.
    pub branch_labels: Vec<String>,
    /// Revisions that come after it by `down_revision`.
    pub children: Vec<String>,
    /// No other revision comes after it by `down_revision`.
    pub is_head: bool,
    /// No other revision needs it, `depends_on` included.
    pub is_effective_head: bool,
    /// Several revisions come after it.
    pub is_branch_point: bool,
    /// It has several down revisions.
    pub is_merge_point: bool,
    /// The first paragraph of its docstring.
    pub doc: String,
    /// Its docstring.
    pub longdoc: String,
    /// Its file.
    pub path: PathBuf,
}

impl Revision {
    pub(crate) fn new(revision: RevisionRef<'_>, history: &History) -> Self {
        let script = history.script(revision.id());
        Revision {
            id: revision.id().to_owned(),
            down_revisions: revision.down_revisions().to_vec(),
            dependencies: revision.depends_on().to_vec(),
            branch_labels: revision.branch_labels().into_iter().map(str::to_owned).collect(),
            children: revision.children().into_iter().map(|child| child.id().to_owned()).collect(),
            is_head: revision.is_head(),
            is_effective_head: revision.is_effective_head(),
            is_branch_point: revision.is_branch_point(),
            is_merge_point: revision.is_merge_point(),
            doc: script.map(|script| script.doc.clone()).unwrap_or_default(),
            longdoc: script.map(|script| script.longdoc.clone()).unwrap_or_default(),
            path: script.map(|script| script.path.to_path_buf()).unwrap_or_default(),
        }
    }

    pub(crate) fn all(revisions: Vec<RevisionRef<'_>>, history: &History) -> Vec<Self> {
        revisions.into_iter().map(|revision| Revision::new(revision, history)).collect()
    }
}

/// What [`crate::Migrator::revision`] and [`crate::Migrator::merge`] make a file from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewRevision {
    /// The docstring's first line.
    pub message: Option<String>,
    /// The identifier; made up when absent.
    pub id: Option<String>,
    /// What it comes after: an argument as `--head` takes it; for a merge the revisions to merge.
    pub heads: Vec<String>,
    /// Whether it may come after a revision that is no head.
    pub splice: bool,
    /// Labels for the branch that it begins.
    pub branch_labels: Vec<String>,
    /// Revisions or labels that it depends on.
    pub depends_on: Vec<String>,
    /// Which of several version locations its file goes to.
    pub version_path: Option<PathBuf>,
    /// Filled with what makes up for the differences between models and database.
    pub autogenerate: bool,
    /// With `autogenerate`: what the models call otherwise than the database.
    pub renames: Vec<limbeck_runtime::Rename>,
    /// With `autogenerate`: nothing is written when nothing differs.
    pub skip_empty: bool,
    /// With `revision_environment`: env.py is run in offline mode.
    pub offline: bool,
}

/// A version script that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenRevision {
    /// Its identifier.
    pub id: String,
    /// Its file.
    pub path: PathBuf,
}
