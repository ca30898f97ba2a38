//! Absolute names: identifiers, beginnings of them, labels, `head`, `heads`, `base`, and `branch@...`.

use super::map::Along;
use super::nodes::NodeSet;
use super::{ResolveError, RevisionMap, RevisionRef, Unresolved};

/// What a name can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Revision(usize),
    /// Below every revision, reached by walking down.
    Base,
    /// A walk left the graph; also the start before any revision.
    Nothing,
}

/// A name after the symbols are replaced: nodes, or text still to be looked up.
enum Named<'a> {
    Nodes(Vec<usize>),
    Text(&'a str),
}

impl RevisionMap {
    /// Splits off `branch@` (an empty branch is none) and replaces the symbols.
    fn replace_symbol<'a>(&self, name: &'a str) -> Result<(Named<'a>, Option<&'a str>), ResolveError> {
        let (branch, name) = match name.split_once('@') {
            Some((branch, name)) => (Some(branch).filter(|b| !b.is_empty()), name),
            None => (None, name),
        };
        let named = match (name, branch) {
            ("heads", None) => Named::Nodes(self.effective_heads.clone()),
            ("heads", Some(branch)) => Named::Nodes(self.filter_lineage(self.heads.clone(), branch, false)?),
            ("head", _) => {
                let heads = match branch {
                    Some(branch) => self.filter_lineage(self.heads.clone(), branch, false)?,
                    None => self.heads.clone(),
                };
                if heads.len() > 1 {
                    let argument = branch.map_or_else(|| "head".to_owned(), |branch| format!("{branch}@head"));
                    return Err(ResolveError::MultipleHeads { argument, heads: self.ids(heads) });
                }
                Named::Nodes(heads)
            }
            ("base", _) => Named::Nodes(Vec::new()),
            _ => Named::Text(name),
        };
        Ok((named, branch))
    }

    /// All revisions that a name stands for. `[branch@]-N` walks down from each effective head.
    pub(super) fn points(&self, name: &str) -> Result<Vec<Point>, ResolveError> {
        let (named, branch) = self.replace_symbol(name)?;
        match named {
            Named::Nodes(nodes) => nodes
                .into_iter()
                .map(|node| self.check_branch(node, self.id(node), branch).map(Point::Revision))
                .collect(),
            Named::Text(text) => match negative_integer(text) {
                Some(steps) => self
                    .effective_heads
                    .iter()
                    .filter(|&&head| branch.is_none_or(|branch| self.nodes[head].labels.contains(branch)))
                    .map(|&head| self.walk_down(Point::Revision(head), steps, true))
                    .collect(),
                None => Ok(vec![Point::Revision(self.lookup(text, branch)?)]),
            },
        }
    }

    /// The one revision that a name stands for; none for `base`, and for `head` of an empty graph.
    pub(super) fn point(&self, name: &str) -> Result<Option<usize>, ResolveError> {
        let (named, branch) = self.replace_symbol(name)?;
        match named {
            Named::Nodes(nodes) if nodes.len() > 1 => {
                Err(ResolveError::MultipleHeads { argument: name.to_owned(), heads: self.ids(nodes) })
            }
            Named::Nodes(nodes) => match nodes.first() {
                Some(&node) => self.check_branch(node, self.id(node), branch).map(Some),
                None => branch.map_or(Ok(None), |branch| self.branch(branch).map(|_| None)),
            },
            Named::Text(text) => self.lookup(text, branch).map(Some),
        }
    }

    /// The node that a branch name stands for: a label, an identifier, or the beginning of either.
    pub(super) fn branch(&self, branch: &str) -> Result<usize, ResolveError> {
        self.lookup(branch, None)
            .map_err(|_| ResolveError::NotFound { argument: branch.to_owned(), reason: Unresolved::UnknownBranch })
    }

    /// A node by its name or by the beginning of a name that is longer than three characters.
    pub(super) fn lookup(&self, text: &str, branch: Option<&str>) -> Result<usize, ResolveError> {
        let missing = |reason| ResolveError::NotFound { argument: text.to_owned(), reason };
        if let Some(branch) = branch {
            self.branch(branch)?;
        }
        if let Some(&node) = self.names.get(text) {
            return self.check_branch(node, text, branch);
        }
        if text.is_empty() {
            return Err(missing(Unresolved::Unknown));
        }
        let mut matches: Vec<&(String, usize)> =
            self.keys.iter().filter(|(key, _)| key.starts_with(text) && key.chars().nth(3).is_some()).collect();
        if let Some(branch) = branch.filter(|_| !matches.is_empty()) {
            let lineage = self.lineage(branch, false)?;
            matches.retain(|(_, node)| lineage.as_ref().is_none_or(|lineage| lineage.contains(*node)));
        }
        match matches[..] {
            [] => Err(missing(Unresolved::Unknown)),
            [&(_, node)] => self.check_branch(node, text, branch),
            _ => Err(missing(Unresolved::Ambiguous { matches: matches.iter().map(|(key, _)| key.clone()).collect() })),
        }
    }

    fn check_branch(&self, node: usize, argument: &str, branch: Option<&str>) -> Result<usize, ResolveError> {
        let Some(branch) = branch else { return Ok(node) };
        let against = self.branch(branch)?;
        if self.related([against], false).contains(node) {
            return Ok(node);
        }
        let reason = Unresolved::NotOnBranch { revision: self.id(node).to_owned(), branch: branch.to_owned() };
        Err(ResolveError::NotFound { argument: argument.to_owned(), reason })
    }

    /// The nodes, their ancestors and their descendants.
    pub(super) fn related(&self, nodes: impl IntoIterator<Item = usize>, include_dependencies: bool) -> NodeSet {
        let nodes: Vec<usize> = nodes.into_iter().collect();
        let (down, up) = match include_dependencies {
            true => (Along::Needs, Along::Dependents),
            false => (Along::Parents, Along::Children),
        };
        let mut related = self.closure(nodes.iter().copied(), down);
        for node in self.closure(nodes, up).iter() {
            related.insert(node);
        }
        related
    }

    /// All that shares a line with what `name` stands for; no restriction (`None`) when that is `base`.
    fn lineage(&self, name: &str, include_dependencies: bool) -> Result<Option<NodeSet>, ResolveError> {
        let (named, branch) = self.replace_symbol(name)?;
        let mut against = Vec::new();
        if let Some(branch) = branch {
            against.push(self.lookup(branch, None)?);
        }
        match named {
            Named::Nodes(nodes) => against.extend(nodes),
            Named::Text(text) => against.push(self.lookup(text, None)?),
        }
        Ok((!against.is_empty()).then(|| self.related(against, include_dependencies)))
    }

    /// Those of `nodes` that share a line with what `name` stands for. Without nodes, an unknown name is no error.
    pub(super) fn filter_lineage(
        &self,
        nodes: Vec<usize>,
        name: &str,
        include_dependencies: bool,
    ) -> Result<Vec<usize>, ResolveError> {
        if nodes.is_empty() {
            self.replace_symbol(name)?;
            return Ok(nodes);
        }
        let lineage = self.lineage(name, include_dependencies)?;
        Ok(nodes.into_iter().filter(|node| lineage.as_ref().is_none_or(|lineage| lineage.contains(*node))).collect())
    }

    /// Rows of the version table as nodes. A row is an identifier or the beginning of one, never a symbol.
    pub(super) fn rows(&self, rows: &[String]) -> Result<Vec<usize>, ResolveError> {
        rows.iter().map(|row| self.lookup(row, None).map_err(|error| error.of_rows(rows))).collect()
    }

    /// The revisions that an argument of `show`, `edit` or `heads --resolve-dependencies` stands for.
    ///
    /// `current` has no meaning here; see [`RevisionMap::resolve_rows`].
    ///
    /// # Errors
    /// When the argument names nothing, or walks out of the graph.
    pub fn resolve(&self, name: &str) -> Result<Vec<RevisionRef<'_>>, ResolveError> {
        Ok(self.refs(self.revisions(self.points(name)?, name)?))
    }

    /// Like [`RevisionMap::resolve`] for a place that takes one revision; `None` is the base.
    ///
    /// # Errors
    /// When the argument names nothing, or more than one.
    pub fn resolve_one(&self, name: &str) -> Result<Option<RevisionRef<'_>>, ResolveError> {
        Ok(self.point(name)?.and_then(|node| self.refs([node]).pop()))
    }

    /// Points that must all be revisions.
    pub(super) fn revisions(&self, points: Vec<Point>, argument: &str) -> Result<Vec<usize>, ResolveError> {
        let walked = || ResolveError::WalkedTooFar { argument: argument.to_owned() };
        points
            .into_iter()
            .map(|point| match point {
                Point::Revision(node) => Ok(node),
                Point::Base | Point::Nothing => Err(walked()),
            })
            .collect()
    }

    /// The revisions that the rows of the version table name (`show current`), in the order of the rows.
    ///
    /// # Errors
    /// When a row names nothing.
    pub fn resolve_rows(&self, rows: &[String]) -> Result<Vec<RevisionRef<'_>>, ResolveError> {
        Ok(self.refs(self.rows(rows)?))
    }

    /// What `current` lists, in load order: the tips, by `down_revision`, of all that is applied. A branch that was
    /// upgraded only as a dependency has a tip here though it has no row.
    ///
    /// # Errors
    /// When a row names nothing.
    pub fn current(&self, rows: &[String]) -> Result<Vec<RevisionRef<'_>>, ResolveError> {
        Ok(self.refs(self.applied_tips(&self.rows(rows)?)))
    }

    pub(super) fn applied_tips(&self, rows: &[usize]) -> Vec<usize> {
        let applied = self.closure(rows.iter().copied(), Along::Needs);
        applied.iter().filter(|&node| !self.nodes[node].children.iter().any(|&child| applied.contains(child))).collect()
    }

    /// Whether everything is applied. Unlike Alembic's `current --check-heads` this is right with `depends_on`, where
    /// a head that another branch depends on has no row of its own.
    ///
    /// # Errors
    /// When a row names nothing.
    pub fn is_up_to_date(&self, rows: &[String]) -> Result<bool, ResolveError> {
        let applied = self.closure(self.rows(rows)?, Along::Needs);
        Ok(self.effective_heads.iter().all(|&head| applied.contains(head)))
    }

    /// `as_revision_number`: the identifiers a symbol stands for. Identifiers and labels are given back unchecked.
    ///
    /// # Errors
    /// When `head` is not single.
    pub fn as_revision_numbers(&self, name: &str) -> Result<Vec<String>, ResolveError> {
        Ok(match self.replace_symbol(name)?.0 {
            Named::Nodes(nodes) => self.ids(nodes),
            Named::Text(text) => vec![text.to_owned()],
        })
    }
}

/// The N of `-N`, as Python's `int()` reads it.
fn negative_integer(text: &str) -> Option<u64> {
    let digits = text.trim().strip_prefix('-')?;
    let well_formed = digits.split('_').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    // more steps than any graph has revisions are all the same
    well_formed.then(|| digits.replace('_', "").parse().unwrap_or(u64::MAX)).filter(|&steps| steps > 0)
}
