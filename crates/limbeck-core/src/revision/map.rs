//! The loaded graph and the questions that listings ask of it.

use std::collections::{BTreeSet, HashMap};

use super::graph::{Edges, load, normalize};
use super::nodes::NodeSet;
use super::{GraphError, Revision};

/// A sound revision graph: all names known, no cycle, no duplicate.
#[derive(Debug)]
pub struct RevisionMap {
    pub(super) nodes: Vec<Node>,
    /// Identifiers and declared labels.
    pub(super) names: HashMap<String, usize>,
    /// Names in Alembic's order: identifiers in load order, then labels.
    pub(super) keys: Vec<(String, usize)>,
    pub(super) heads: Vec<usize>,
    pub(super) effective_heads: Vec<usize>,
    pub(super) bases: Vec<usize>,
}

#[derive(Debug)]
pub(super) struct Node {
    pub revision: Revision,
    /// Through `down_revision`.
    pub parents: Vec<usize>,
    pub dependencies: Vec<usize>,
    /// Parents, then the dependencies that no ancestor implies.
    pub needs: Vec<usize>,
    /// Inverse of `parents`.
    pub children: Vec<usize>,
    /// Inverse of `parents` and `dependencies`.
    pub dependents: Vec<usize>,
    pub labels: BTreeSet<String>,
}

/// A direction and the edges to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Along {
    /// Down, `down_revision` only.
    Parents,
    /// Down, dependencies too.
    Needs,
    /// Up, `down_revision` only.
    Children,
    /// Up, dependencies too.
    Dependents,
}

impl RevisionMap {
    /// Builds the graph. The order given is the load order, which breaks ties everywhere.
    ///
    /// # Errors
    /// The first fault; [`super::faults`] lists them all.
    pub fn new(revisions: Vec<Revision>) -> Result<Self, GraphError> {
        match load(&revisions) {
            Ok(edges) => Ok(Self::build(revisions, edges)),
            Err(mut faults) => Err(faults.swap_remove(0)), // `load` fails with one fault at least
        }
    }

    fn build(revisions: Vec<Revision>, edges: Edges) -> Self {
        let normalized = normalize(&edges);
        let Edges { parents, dependencies, names, .. } = edges;
        let mut keys: Vec<(String, usize)> = revisions.iter().enumerate().map(|(at, r)| (r.id.clone(), at)).collect();
        for (at, revision) in revisions.iter().enumerate() {
            keys.extend(revision.branch_labels.iter().map(|label| (label.clone(), at)));
        }
        let mut nodes: Vec<Node> = revisions
            .into_iter()
            .zip(parents.into_iter().zip(dependencies))
            .zip(normalized)
            .map(|((revision, (parents, dependencies)), normalized)| {
                let mut needs = parents.clone();
                needs.extend(normalized.into_iter().filter(|d| !parents.contains(d)));
                let labels = revision.branch_labels.iter().cloned().collect();
                Node { revision, parents, dependencies, needs, children: vec![], dependents: vec![], labels }
            })
            .collect();
        for at in 0..nodes.len() {
            for parent in nodes[at].parents.clone() {
                nodes[parent].children.push(at);
                nodes[parent].dependents.push(at);
            }
            for dependency in nodes[at].dependencies.clone() {
                if nodes[dependency].dependents.last() != Some(&at) {
                    nodes[dependency].dependents.push(at);
                }
            }
        }
        let those = |test: fn(&Node) -> bool| (0..nodes.len()).filter(|&at| test(&nodes[at])).collect();
        let mut map = Self {
            heads: those(|node| node.children.is_empty()),
            effective_heads: those(|node| node.dependents.is_empty()),
            bases: those(|node| node.parents.is_empty()),
            nodes,
            names,
            keys,
        };
        map.propagate_labels();
        map
    }

    /// A label holds for its node, all descendants and, where these form one line, for the line below the node too,
    /// down to a branch point (dependents count) or a merge point.
    fn propagate_labels(&mut self) {
        for at in 0..self.nodes.len() {
            let labels = self.nodes[at].revision.branch_labels.clone();
            if labels.is_empty() {
                continue;
            }
            let above = self.closure([at], Along::Children);
            let mut members: Vec<usize> = above.iter().collect();
            let mut tips = members.iter().filter(|&&node| self.nodes[node].children.is_empty());
            if let (Some(&tip), None) = (tips.next(), tips.next()) {
                let mut node = tip;
                while self.nodes[node].dependents.len() <= 1 && self.nodes[node].parents.len() <= 1 {
                    members.push(node);
                    match self.nodes[node].parents.first() {
                        Some(&parent) => node = parent,
                        None => break,
                    }
                }
            }
            for node in members {
                self.nodes[node].labels.extend(labels.iter().cloned());
            }
        }
    }

    pub(super) fn id(&self, node: usize) -> &str {
        &self.nodes[node].revision.id
    }

    pub(super) fn ids(&self, nodes: impl IntoIterator<Item = usize>) -> Vec<String> {
        nodes.into_iter().map(|node| self.id(node).to_owned()).collect()
    }

    pub(super) fn edges(&self, node: usize, along: Along) -> &[usize] {
        let node = &self.nodes[node];
        match along {
            Along::Parents => &node.parents,
            Along::Needs => &node.needs,
            Along::Children => &node.children,
            Along::Dependents => &node.dependents,
        }
    }

    /// The starting nodes and everything reached from them.
    pub(super) fn closure(&self, from: impl IntoIterator<Item = usize>, along: Along) -> NodeSet {
        let mut seen = NodeSet::new(self.nodes.len());
        let mut todo: Vec<usize> = from.into_iter().filter(|&node| seen.insert(node)).collect();
        while let Some(node) = todo.pop() {
            todo.extend(self.edges(node, along).iter().filter(|&&next| seen.insert(next)));
        }
        seen
    }

    fn at(&self, index: usize) -> RevisionRef<'_> {
        RevisionRef { map: self, index }
    }

    pub(super) fn refs<'a>(&'a self, nodes: impl IntoIterator<Item = usize>) -> Vec<RevisionRef<'a>> {
        nodes.into_iter().map(|node| self.at(node)).collect()
    }

    /// The number of revisions.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// True without any revision.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The revision with exactly this identifier.
    pub fn get(&self, id: &str) -> Option<RevisionRef<'_>> {
        self.names.get(id).filter(|&&node| self.id(node) == id).map(|&node| self.at(node))
    }

    /// The revision that declares exactly this label.
    pub fn labelled(&self, label: &str) -> Option<RevisionRef<'_>> {
        self.names.get(label).filter(|&&node| self.id(node) != label).map(|&node| self.at(node))
    }

    /// All revisions, in load order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = RevisionRef<'_>> + ExactSizeIterator {
        (0..self.nodes.len()).map(|index| self.at(index))
    }

    /// Revisions that no other one names as `down_revision`, in load order.
    pub fn heads(&self) -> Vec<RevisionRef<'_>> {
        self.refs(self.heads.iter().copied())
    }

    /// Revisions that no other one names at all: the rows after `upgrade heads`.
    pub fn effective_heads(&self) -> Vec<RevisionRef<'_>> {
        self.refs(self.effective_heads.iter().copied())
    }

    /// Revisions without `down_revision`, in load order.
    pub fn bases(&self) -> Vec<RevisionRef<'_>> {
        self.refs(self.bases.iter().copied())
    }

    /// Branch points in the order of the `branches` listing (newest first).
    pub fn branch_points(&self) -> Vec<RevisionRef<'_>> {
        self.newest_first().into_iter().filter(|revision| revision.is_branch_point()).collect()
    }
}

/// A revision in its graph.
#[derive(Clone, Copy)]
pub struct RevisionRef<'a> {
    map: &'a RevisionMap,
    index: usize,
}

impl<'a> RevisionRef<'a> {
    fn node(self) -> &'a Node {
        &self.map.nodes[self.index]
    }

    fn named(self, nodes: &'a [usize]) -> Vec<&'a str> {
        nodes.iter().map(|&node| self.map.id(node)).collect()
    }

    /// The identifier.
    pub fn id(self) -> &'a str {
        &self.node().revision.id
    }

    /// Its position in load order, from 0.
    pub fn position(self) -> usize {
        self.index
    }

    /// The declaration.
    pub fn declared(self) -> &'a Revision {
        &self.node().revision
    }

    /// `down_revision` as declared.
    pub fn down_revisions(self) -> &'a [String] {
        &self.node().revision.down_revisions
    }

    /// `depends_on` as declared: identifiers or labels.
    pub fn depends_on(self) -> &'a [String] {
        &self.node().revision.depends_on
    }

    /// `depends_on` as identifiers.
    pub fn resolved_dependencies(self) -> Vec<&'a str> {
        self.named(&self.node().dependencies)
    }

    /// Parents, and the dependencies that no ancestor names too. The version rows follow these.
    pub fn normalized_down_revisions(self) -> Vec<&'a str> {
        self.named(&self.node().needs)
    }

    /// Revisions that name this one as `down_revision`, in load order.
    pub fn children(self) -> Vec<RevisionRef<'a>> {
        self.map.refs(self.node().children.iter().copied())
    }

    /// Revisions that name this one as `down_revision` or in `depends_on`, in load order.
    pub fn dependents(self) -> Vec<RevisionRef<'a>> {
        self.map.refs(self.node().dependents.iter().copied())
    }

    /// Itself and all that it needs, in load order.
    pub fn ancestors(self, include_dependencies: bool) -> Vec<RevisionRef<'a>> {
        let along = if include_dependencies { Along::Needs } else { Along::Parents };
        self.map.refs(self.map.closure([self.index], along).iter())
    }

    /// Itself and all that needs it, in load order.
    pub fn descendants(self, include_dependencies: bool) -> Vec<RevisionRef<'a>> {
        let along = if include_dependencies { Along::Dependents } else { Along::Children };
        self.map.refs(self.map.closure([self.index], along).iter())
    }

    /// All labels that hold here, sorted: its own, and those of the branch it lies on.
    pub fn branch_labels(self) -> Vec<&'a str> {
        self.node().labels.iter().map(String::as_str).collect()
    }

    /// Whether a label holds here.
    pub fn has_label(self, label: &str) -> bool {
        self.node().labels.contains(label)
    }

    /// No other revision names it as `down_revision`.
    pub fn is_head(self) -> bool {
        self.node().children.is_empty()
    }

    /// No other revision names it at all. A head without this is marked `(effective head)` in listings.
    pub fn is_effective_head(self) -> bool {
        self.node().dependents.is_empty()
    }

    /// It has no `down_revision`.
    pub fn is_base(self) -> bool {
        self.node().parents.is_empty()
    }

    /// Several revisions name it as `down_revision`.
    pub fn is_branch_point(self) -> bool {
        self.node().children.len() > 1
    }

    /// It has several down revisions.
    pub fn is_merge_point(self) -> bool {
        self.node().revision.down_revisions.len() > 1
    }
}

impl PartialEq for RevisionRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.map, other.map) && self.index == other.index
    }
}

impl Eq for RevisionRef<'_> {}

impl std::fmt::Debug for RevisionRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("RevisionRef").field(&self.id()).finish()
    }
}
