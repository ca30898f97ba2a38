//! What a new revision may be based on, depend on, and be called.

use super::error::Place;
use super::graph::illegal_characters;
use super::{GraphError, ResolveError, RevisionMap};

impl RevisionMap {
    /// The `down_revision` of a new revision on `heads` (`revision --head`, by default `head`); empty for a new base.
    ///
    /// # Errors
    /// When a name is not a single head, unless `splice`; when a revision is named twice.
    pub fn new_revision_parents(&self, heads: &[String], splice: bool) -> Result<Vec<String>, ResolveError> {
        let mut nodes: Vec<usize> = Vec::new();
        for head in heads {
            let points = self.points(head).map_err(|error| error.at(Place::NewRevision))?;
            for node in self.revisions(points, head)? {
                if nodes.contains(&node) {
                    return Err(ResolveError::DuplicateHeads { revision: self.id(node).to_owned() });
                }
                nodes.push(node);
            }
        }
        if let Some(&node) = nodes.iter().find(|&&node| !splice && !self.nodes[node].children.is_empty()) {
            return Err(ResolveError::NotAHead { revision: self.id(node).to_owned() });
        }
        Ok(self.ids(nodes))
    }

    /// The `down_revision` of a merge of `revisions`. Alembic also "merges" a single head or `base`; this refuses.
    ///
    /// # Errors
    /// As [`RevisionMap::new_revision_parents`], and for fewer than two revisions.
    pub fn merge_parents(&self, revisions: &[String], splice: bool) -> Result<Vec<String>, ResolveError> {
        let parents = self.new_revision_parents(revisions, splice)?;
        if parents.len() < 2 {
            return Err(ResolveError::NotAMerge { argument: revisions.join(" "), revisions: parents });
        }
        Ok(parents)
    }

    /// `--depends-on`: identifiers, but labels stay labels.
    ///
    /// # Errors
    /// When a name stands for no revision, or for several.
    pub fn new_dependencies(&self, names: &[String]) -> Result<Vec<String>, ResolveError> {
        let resolve = |name: &String| match self.point(name)? {
            Some(node) if self.nodes[node].labels.contains(name) => Ok(name.clone()),
            Some(node) => Ok(self.id(node).to_owned()),
            None => Err(ResolveError::WalkedTooFar { argument: name.clone() }),
        };
        names.iter().map(resolve).collect()
    }

    /// Whether a new revision may have this identifier and these labels.
    ///
    /// # Errors
    /// Illegal characters, or a name that is taken.
    pub fn check_new_names(&self, id: &str, labels: &[String]) -> Result<(), GraphError> {
        if let Some(fault) = illegal_characters(id) {
            return Err(fault);
        }
        let taken = |name: &str| self.names.get(name).map(|&node| self.id(node).to_owned());
        match taken(id) {
            Some(used_by) if used_by == id => {
                let positions = self.names.get(id).copied().into_iter().collect();
                return Err(GraphError::DuplicateRevision { revision: id.to_owned(), positions });
            }
            Some(used_by) => {
                return Err(GraphError::DuplicateLabel { label: id.to_owned(), revision: id.to_owned(), used_by });
            }
            None => {}
        }
        for (at, label) in labels.iter().enumerate() {
            let own = (label == id || labels[..at].contains(label)).then(|| id.to_owned());
            if let Some(used_by) = taken(label).or(own) {
                return Err(GraphError::DuplicateLabel { label: label.clone(), revision: id.to_owned(), used_by });
            }
        }
        Ok(())
    }
}
