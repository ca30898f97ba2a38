//! What can be wrong with a graph, and with an argument that should name revisions in it.

use thiserror::Error;

/// Which variable of a version script names another revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParentKind {
    /// `down_revision`
    DownRevision,
    /// `depends_on`
    DependsOn,
}

/// A fault of the graph itself. It names revisions; the caller knows their files.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GraphError {
    /// An identifier contains one of [`super::ILLEGAL_IN_ID`].
    #[error("Character(s) '{}' not allowed in revision identifier '{revision}'", characters_list(characters))]
    IllegalCharacters {
        /// The identifier.
        revision: String,
        /// The offending characters, sorted, each once.
        characters: Vec<char>,
    },
    /// Two scripts declare the same identifier.
    #[error("Revision {revision} is present more than once")]
    DuplicateRevision {
        /// The identifier.
        revision: String,
        /// Positions, in load order, of the scripts that declare it.
        positions: Vec<usize>,
    },
    /// A branch label is already a label, or an identifier.
    #[error("Branch name '{label}' in revision {revision} already used by revision {used_by}")]
    DuplicateLabel {
        /// The label.
        label: String,
        /// The later user of the name.
        revision: String,
        /// The first one; `revision` itself when it names the label twice.
        used_by: String,
    },
    /// `down_revision` or `depends_on` names what no script declares.
    #[error("Revision {missing} referenced from {revision} is not present")]
    MissingParent {
        /// The revision that names it.
        revision: String,
        /// The name that is not there.
        missing: String,
        /// The variable that names it.
        kind: ParentKind,
    },
    /// A revision is its own `down_revision`.
    #[error("Self-loop is detected in revisions ({revision})")]
    SelfLoop {
        /// The revision.
        revision: String,
    },
    /// A revision depends on itself, by its identifier or its own label.
    #[error("Dependency self-loop is detected in revisions ({revision})")]
    DependencySelfLoop {
        /// The revision.
        revision: String,
    },
    /// A cycle through `down_revision`.
    #[error("Cycle is detected in revisions ({})", revisions.join(", "))]
    Cycle {
        /// The cycle: each revision names the next one, the last names the first.
        revisions: Vec<String>,
    },
    /// A cycle that needs at least one `depends_on`.
    #[error("Dependency cycle is detected in revisions ({})", revisions.join(", "))]
    DependencyCycle {
        /// The cycle: each revision names the next one, the last names the first.
        revisions: Vec<String>,
    },
}

fn characters_list(characters: &[char]) -> String {
    characters.iter().map(char::to_string).collect::<Vec<_>>().join(", ")
}

/// Why a name did not resolve. Alembic's message hides this; it is here for hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// Nothing has this name, nor begins with it.
    Unknown,
    /// Several identifiers or labels begin with it.
    Ambiguous {
        /// They, in load order.
        matches: Vec<String>,
    },
    /// The part before `@` names nothing.
    UnknownBranch,
    /// The revision exists, but not on the branch asked for.
    NotOnBranch {
        /// The revision found.
        revision: String,
        /// The part before `@`.
        branch: String,
    },
    /// It is a row of the version table, and no script has this identifier.
    RowWithoutScript,
}

/// An argument that cannot be served. `Display` is Alembic's text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[allow(missing_docs)] // the fields are the parts of the text
pub enum ResolveError {
    #[error("Can't locate revision identified by '{argument}'")]
    NotFound { argument: String, reason: Unresolved },
    #[error(
        "Multiple head revisions are present for given argument '{argument}'; please specify a specific target \
         revision, '<branchname>@{argument}' to narrow to a specific head, or 'heads' for all heads"
    )]
    MultipleHeads { argument: String, heads: Vec<String> },
    #[error(
        "Multiple heads are present; please specify the head revision on which the new revision should be based, \
         or perform a merge."
    )]
    MultipleHeadsForRevision { heads: Vec<String> },
    #[error("Multiple heads are present; please specify a single target revision")]
    MultipleHeadsForStamp { heads: Vec<String> },
    #[error(
        "Revision {revision} is not a head revision; please specify --splice to create a new branch from this revision"
    )]
    NotAHead { revision: String },
    #[error("Duplicate head revisions specified")]
    DuplicateHeads { revision: String },
    /// Alembic writes a "merge" of fewer than two revisions; here it is refused.
    #[error("A merge needs at least two different revisions; '{argument}' names {}", count(revisions))]
    NotAMerge { argument: String, revisions: Vec<String> },
    #[error("Destination {target} is not a valid upgrade target from current head(s)")]
    NotAnUpgradeTarget { target: String },
    #[error("Destination {target} is not a valid downgrade target from current head(s)")]
    NotADowngradeTarget { target: String },
    #[error("Not a valid downgrade target from current heads")]
    NothingOnBranch { branch: String },
    #[error("Requested range {start}:{end} does not refer to ancestor/descendant revisions along the same branch")]
    NotARange { start: String, end: String },
    #[error("Requested revision {revision} overlaps with other requested revisions {}", others.join(", "))]
    Overlap { revision: String, others: Vec<String> },
    #[error("Relative revision {relative} didn't produce {steps} migrations")]
    RelativeTooFar { relative: String, steps: u64 },
    #[error("Walked too far")]
    WalkedTooFar { argument: String },
    #[error("Ambiguous walk")]
    AmbiguousWalk { from: String, choices: Vec<String> },
    #[error("Ambiguous upgrade from multiple current revisions")]
    AmbiguousUpgrade { rows: Vec<String> },
    #[error("History range requires [start]:[end], [start]:, or :[end]")]
    BadHistoryRange { argument: String },
    #[error("Range revision not allowed")]
    RangeNotAllowed { argument: String },
    #[error("downgrade with --sql requires <fromrev>:<torev>")]
    OfflineDowngradeNeedsRange { argument: String },
    #[error("Stamp operation with --sql only supports a single starting revision at a time")]
    SeveralStampStarts { starts: Vec<String> },
}

fn count(revisions: &[String]) -> String {
    if revisions.is_empty() { "none".to_owned() } else { revisions.join(", ") }
}

/// Where an argument was given: Alembic words some errors after the command.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    Upgrade(&'a str),
    Downgrade(&'a str),
    Stamp,
    History { start: &'a str, end: &'a str },
    NewRevision,
}

impl ResolveError {
    /// The way out, or what Alembic's text leaves unsaid, where there is something to say.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::NotFound { reason: Unresolved::Unknown, .. } => return None,
            Self::NotFound { argument, reason: Unresolved::RowWithoutScript } => format!(
                "the database's version table says {argument}, and no version script has this identifier; bring back its file, or, \
                 when you know which revision the database is really at, write that with `stamp --purge REVISION`"
            ),
            Self::NotFound { reason: Unresolved::Ambiguous { matches }, .. } => {
                format!("these begin with it: {}", matches.join(", "))
            }
            Self::NotFound { argument, reason: Unresolved::UnknownBranch } => {
                format!("{argument} is neither a branch label nor a revision")
            }
            Self::NotFound { reason: Unresolved::NotOnBranch { revision, branch }, .. } => {
                format!("revision {revision} is not on the branch of {branch}")
            }
            Self::MultipleHeads { heads, .. }
            | Self::MultipleHeadsForRevision { heads }
            | Self::MultipleHeadsForStamp { heads } => format!("the heads are {}", heads.join(", ")),
            Self::AmbiguousWalk { from, choices } => {
                format!("from {from} it could go to {}; name the revision", choices.join(", "))
            }
            Self::AmbiguousUpgrade { rows } => {
                format!("the database is at {}; name the revision, or the branch: LABEL@+1", rows.join(", "))
            }
            _ => return None,
        })
    }

    /// The same fault, where the identifier that was not found is a row of the version table.
    pub(super) fn of_rows(self, rows: &[String]) -> Self {
        match self {
            Self::NotFound { argument, reason: Unresolved::Unknown | Unresolved::UnknownBranch }
                if rows.contains(&argument) =>
            {
                Self::NotFound { argument, reason: Unresolved::RowWithoutScript }
            }
            other => other,
        }
    }

    /// A range whose ends do not lie on one line; [`ResolveError::at`] gives it the command's wording.
    pub(super) fn unrelated() -> Self {
        Self::NotARange { start: String::new(), end: String::new() }
    }

    /// The same fault in the words of the command that met it.
    pub(super) fn at(self, place: Place<'_>) -> Self {
        match (self, place) {
            (Self::MultipleHeads { heads, .. }, Place::Upgrade(target) | Place::Downgrade(target)) => {
                Self::MultipleHeads { argument: target.to_owned(), heads }
            }
            (Self::MultipleHeads { heads, .. }, Place::History { end, .. }) => {
                Self::MultipleHeads { argument: end.to_owned(), heads }
            }
            (Self::MultipleHeads { heads, .. }, Place::Stamp) => Self::MultipleHeadsForStamp { heads },
            (Self::MultipleHeads { heads, .. }, Place::NewRevision) => Self::MultipleHeadsForRevision { heads },
            (Self::NotARange { .. }, Place::Upgrade(target)) => Self::NotAnUpgradeTarget { target: target.to_owned() },
            (Self::NotARange { .. }, Place::Downgrade(target)) => {
                Self::NotADowngradeTarget { target: target.to_owned() }
            }
            (Self::NotARange { .. }, Place::History { start, end }) => {
                Self::NotARange { start: start.to_owned(), end: end.to_owned() }
            }
            (other, _) => other,
        }
    }
}
