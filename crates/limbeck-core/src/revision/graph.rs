//! From declarations to edges: names are looked up, faults are found, implied dependencies are left out.

use std::collections::HashMap;

use super::{GraphError, ILLEGAL_IN_ID, ParentKind, Revision};

/// Edges by load index. Every list is free of duplicates.
#[derive(Debug, Default)]
pub(super) struct Edges {
    /// Through `down_revision`, in declared order.
    pub parents: Vec<Vec<usize>>,
    /// Through `depends_on`, in declared order.
    pub dependencies: Vec<Vec<usize>>,
    /// Identifiers and labels.
    pub names: HashMap<String, usize>,
    /// Every node after all it needs.
    pub sorted: Vec<usize>,
}

/// Every fault of these revisions, in the order in which they are found; empty for a sound graph.
///
/// Cycles are looked for only when all names are known, and dependency cycles only when there is no plain one.
pub fn faults(revisions: &[Revision]) -> Vec<GraphError> {
    load(revisions).err().unwrap_or_default()
}

pub(super) fn load(revisions: &[Revision]) -> Result<Edges, Vec<GraphError>> {
    let mut faults = Vec::new();
    for revision in revisions {
        faults.extend(illegal_characters(&revision.id));
    }
    let mut edges = Edges { names: names(revisions, &mut faults), ..Edges::default() };
    for (index, revision) in revisions.iter().enumerate() {
        let mut parents = Vec::new();
        for name in &revision.down_revisions {
            // a label is no down_revision, so the name found must be the node's identifier
            match edges.names.get(name).filter(|&&found| revisions[found].id == *name) {
                _ if *name == revision.id => faults.push(GraphError::SelfLoop { revision: name.clone() }),
                Some(&parent) => push_new(&mut parents, parent),
                None => faults.push(missing(revision, name, ParentKind::DownRevision)),
            }
        }
        let mut dependencies = Vec::new();
        for name in &revision.depends_on {
            match edges.names.get(name) {
                Some(&parent) if parent == index || *name == revision.id => {
                    faults.push(GraphError::DependencySelfLoop { revision: revision.id.clone() });
                }
                Some(&parent) => push_new(&mut dependencies, parent),
                None => faults.push(missing(revision, name, ParentKind::DependsOn)),
            }
        }
        edges.parents.push(parents);
        edges.dependencies.push(dependencies);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let id = |index: &usize| revisions[*index].id.clone();
    let plain = |index: usize| edges.parents[index].clone();
    if let Err(cycles) = sort(revisions.len(), plain) {
        return Err(cycles.iter().map(|c| GraphError::Cycle { revisions: c.iter().map(id).collect() }).collect());
    }
    let all = |index: usize| edges.parents[index].iter().chain(&edges.dependencies[index]).copied().collect();
    match sort(revisions.len(), all) {
        Ok(sorted) => Ok(Edges { sorted, ..edges }),
        Err(cycles) => {
            Err(cycles.iter().map(|c| GraphError::DependencyCycle { revisions: c.iter().map(id).collect() }).collect())
        }
    }
}

pub(super) fn illegal_characters(id: &str) -> Option<GraphError> {
    let characters: Vec<char> = ILLEGAL_IN_ID.into_iter().filter(|c| id.contains(*c)).collect();
    (!characters.is_empty()).then(|| GraphError::IllegalCharacters { revision: id.to_owned(), characters })
}

fn missing(revision: &Revision, name: &str, kind: ParentKind) -> GraphError {
    GraphError::MissingParent { revision: revision.id.clone(), missing: name.to_owned(), kind }
}

fn push_new(list: &mut Vec<usize>, item: usize) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// Identifiers first, then labels: they share one name space.
fn names(revisions: &[Revision], faults: &mut Vec<GraphError>) -> HashMap<String, usize> {
    let mut names: HashMap<String, usize> = HashMap::with_capacity(revisions.len());
    let mut repeated: Vec<usize> = Vec::new();
    for (index, revision) in revisions.iter().enumerate() {
        let first = *names.entry(revision.id.clone()).or_insert(index);
        if first != index {
            push_new(&mut repeated, first);
        }
    }
    for first in repeated {
        let id = &revisions[first].id;
        let positions = revisions.iter().enumerate().filter(|(_, r)| r.id == *id).map(|(at, _)| at).collect();
        faults.push(GraphError::DuplicateRevision { revision: id.clone(), positions });
    }
    for (index, revision) in revisions.iter().enumerate() {
        for label in &revision.branch_labels {
            if let Some(&used_by) = names.get(label) {
                faults.push(GraphError::DuplicateLabel {
                    label: label.clone(),
                    revision: revision.id.clone(),
                    used_by: revisions[used_by].id.clone(),
                });
            } else {
                names.insert(label.clone(), index);
            }
        }
    }
    names
}

/// A topological order (what is needed comes first), or cycles: disjoint ones, each node naming the next.
fn sort(nodes: usize, needs: impl Fn(usize) -> Vec<usize>) -> Result<Vec<usize>, Vec<Vec<usize>>> {
    let needs: Vec<Vec<usize>> = (0..nodes).map(needs).collect();
    let mut dependents: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    for (node, list) in needs.iter().enumerate() {
        for &need in list {
            dependents[need].push(node);
        }
    }
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut sorted: Vec<usize> = (0..nodes).filter(|&node| open[node] == 0).collect();
    let mut at = 0;
    while at < sorted.len() {
        for &dependent in &dependents[sorted[at]] {
            open[dependent] -= 1;
            if open[dependent] == 0 {
                sorted.push(dependent);
            }
        }
        at += 1;
    }
    if sorted.len() == nodes { Ok(sorted) } else { Err(cycles(&needs, &open)) }
}

/// Every node left over (`open` > 0) needs another one left over, so walking must come round.
fn cycles(needs: &[Vec<usize>], open: &[usize]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut walked = vec![false; needs.len()];
    for start in (0..needs.len()).filter(|&node| open[node] > 0) {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(node) = next.filter(|&node| !walked[node]) {
            walked[node] = true;
            path.push(node);
            next = needs[node].iter().copied().find(|&need| open[need] > 0);
        }
        // an earlier walk may have come here before: then its cycle is known
        if let Some(at) = path.iter().position(|&node| Some(node) == next) {
            found.push(path.split_off(at));
        }
    }
    found
}

/// For every node its dependencies without those that an ancestor (through `down_revision`) also names.
///
/// The version rows follow these. Done for 64 dependency targets at a time, one pass over the graph each.
pub(super) fn normalize(edges: &Edges) -> Vec<Vec<usize>> {
    let mut named = vec![0usize; edges.parents.len()];
    for &dependency in edges.dependencies.iter().flatten() {
        named[dependency] += 1;
    }
    // what only one node names cannot be implied by another
    let shared: Vec<usize> = (0..named.len()).filter(|&node| named[node] > 1).collect();
    let mut normalized = edges.dependencies.clone();
    let mut above = vec![0u64; named.len()];
    for batch in shared.chunks(64) {
        let bit: HashMap<usize, u64> = batch.iter().enumerate().map(|(at, &node)| (node, 1 << at)).collect();
        for &node in &edges.sorted {
            let inherited = edges.parents[node].iter().fold(0, |mask, &parent| mask | above[parent]);
            let own = edges.dependencies[node].iter().filter_map(|d| bit.get(d)).fold(0, |mask, b| mask | b);
            above[node] = inherited | own;
            if inherited & own != 0 {
                normalized[node].retain(|d| bit.get(d).is_none_or(|b| inherited & b == 0));
            }
        }
    }
    normalized
}
