//! The rows of the version table and how each step changes them.
//!
//! The rule: the rows are the effective heads of what is applied. So an upgrade replaces those rows that the revision
//! needs directly, and a downgrade brings back those needs that nothing applied needs any more.

use std::fmt;

use super::map::Along;
use super::{ResolveError, RevisionMap};

/// One statement against the version table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RowChange {
    /// A new row.
    Insert(String),
    /// A row changes its identifier; exactly one row must match `from`.
    Update {
        /// The identifier in the table.
        from: String,
        /// The new one.
        to: String,
    },
    /// A row goes; exactly one row must match.
    Delete(String),
}

impl fmt::Display for RowChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Insert(row) => write!(f, "insert {row}"),
            Self::Update { from, to } => write!(f, "update {from} to {to}"),
            Self::Delete(row) => write!(f, "delete {row}"),
        }
    }
}

/// The rows as a set in the order of their arrival.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VersionRows(Vec<String>);

impl VersionRows {
    /// Repeated rows count once.
    pub fn new(rows: &[String]) -> Self {
        let mut seen = std::collections::HashSet::new();
        Self(rows.iter().filter(|row| seen.insert(row.as_str())).cloned().collect())
    }

    /// Whether nothing is applied.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rows after a change. A change that does not fit (an absent row) leaves them as they are.
    pub fn apply(&mut self, change: &RowChange) {
        match change {
            RowChange::Insert(row) => self.0.push(row.clone()),
            RowChange::Delete(row) => self.0.retain(|r| r != row),
            RowChange::Update { from, to } => {
                if let Some(row) = self.0.iter_mut().find(|row| *row == from) {
                    row.clone_from(to);
                }
            }
        }
    }

    /// The identifiers.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }

    /// The identifiers.
    pub fn into_vec(self) -> Vec<String> {
        self.0
    }
}

/// The rows while a plan is made: by node, with the text that the table holds.
pub(super) struct RowState<'a> {
    map: &'a RevisionMap,
    text: Vec<Option<String>>,
    /// For a downgrade: how many applied revisions need each node directly.
    needed: Vec<usize>,
}

impl<'a> RowState<'a> {
    /// # Errors
    /// When a row names nothing, or two different rows mean one revision.
    pub fn new(map: &'a RevisionMap, rows: &[String]) -> Result<Self, ResolveError> {
        let mut text: Vec<Option<String>> = vec![None; map.len()];
        for (row, node) in rows.iter().zip(map.rows(rows)?) {
            match &text[node] {
                Some(other) if other != row => {
                    return Err(ResolveError::Overlap { revision: row.clone(), others: vec![other.clone()] });
                }
                _ => text[node] = Some(row.clone()),
            }
        }
        Ok(Self { map, text, needed: Vec::new() })
    }

    /// The same, ready for [`RowState::downgrade`].
    pub fn counting(mut self) -> Self {
        self.needed = vec![0; self.map.len()];
        for node in self.map.closure(self.nodes(), Along::Needs).iter() {
            for &need in &self.map.nodes[node].needs {
                self.needed[need] += 1;
            }
        }
        self
    }

    /// The rows' nodes, in load order.
    pub fn nodes(&self) -> Vec<usize> {
        (0..self.text.len()).filter(|&node| self.has(node)).collect()
    }

    pub fn has(&self, node: usize) -> bool {
        self.text[node].is_some()
    }

    pub fn upgrade(&mut self, node: usize) -> Vec<RowChange> {
        let mut from: Vec<usize> =
            self.map.nodes[node].needs.iter().copied().filter(|&need| self.text[need].is_some()).collect();
        from.sort_unstable();
        self.replace(&from, node)
    }

    /// All rows of `from` become the one row `to`: all but the last go, the last one is updated.
    pub fn replace(&mut self, from: &[usize], to: usize) -> Vec<RowChange> {
        let mut texts: Vec<String> = from.iter().filter_map(|&node| self.text[node].take()).collect();
        let id = self.map.id(to).to_owned();
        self.text[to] = Some(id.clone());
        match texts.pop() {
            None => vec![RowChange::Insert(id)],
            Some(last) => {
                texts.into_iter().map(RowChange::Delete).chain([RowChange::Update { from: last, to: id }]).collect()
            }
        }
    }

    pub fn delete(&mut self, node: usize) -> Vec<RowChange> {
        self.text[node].take().map(RowChange::Delete).into_iter().collect()
    }

    /// All but one of the needs that become rows are inserted, and the row is updated to the last one.
    pub fn downgrade(&mut self, node: usize) -> Vec<RowChange> {
        let mut to = Vec::new();
        for &need in &self.map.nodes[node].needs {
            self.needed[need] = self.needed[need].saturating_sub(1);
            if self.needed[need] == 0 && !self.has(need) {
                to.push(need);
            }
        }
        to.sort_unstable();
        for &need in &to {
            self.text[need] = Some(self.map.id(need).to_owned());
        }
        let mut ids = self.map.ids(to);
        // the last dependent is gone, so the node has a row
        let from = self.text[node].take().unwrap_or_else(|| self.map.id(node).to_owned());
        match ids.pop() {
            None => vec![RowChange::Delete(from)],
            Some(last) => {
                ids.into_iter().map(RowChange::Insert).chain([RowChange::Update { from, to: last }]).collect()
            }
        }
    }
}
