//! Ranges of the graph and their order.

use super::error::Place;
use super::map::Along;
use super::nodes::NodeSet;
use super::resolve::Point;
use super::{ResolveError, RevisionMap, RevisionRef};

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound<'a> {
    /// An argument as typed.
    Name(&'a str),
    /// The rows of the version table, in place of `current`.
    Rows(&'a [String]),
}

impl<'a> Bound<'a> {
    fn names(self) -> Vec<&'a str> {
        match self {
            Bound::Name(name) => vec![name],
            Bound::Rows(rows) => rows.iter().map(String::as_str).collect(),
        }
    }

    /// As Alembic prints it in an error: rows are a Python tuple there.
    fn text(self) -> String {
        match self {
            Bound::Name(name) => name.to_owned(),
            Bound::Rows([row]) => format!("('{row}',)"),
            Bound::Rows(rows) => {
                format!("({})", rows.iter().map(|row| format!("'{row}'")).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// The argument of `history -r`: `[start]:[end]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistoryRange<'a> {
    start: &'a str,
    end: &'a str,
}

impl<'a> HistoryRange<'a> {
    /// # Errors
    /// Without a colon, or with more than one.
    pub fn parse(argument: &'a str) -> Result<Self, ResolveError> {
        match argument.trim().split_once(':') {
            Some((start, end)) if !end.contains(':') => Ok(Self { start, end }),
            _ => Err(ResolveError::BadHistoryRange { argument: argument.to_owned() }),
        }
    }

    /// Whether it speaks of the database's rows.
    pub fn needs_rows(&self) -> bool {
        self.start == "current" || self.end == "current"
    }

    /// The two ends; no rows at all count as an end left out.
    pub fn bounds(&self, rows: &'a [String]) -> (Bound<'a>, Bound<'a>) {
        let bound = |text: &'a str, default| match text {
            "current" if !rows.is_empty() => Bound::Rows(rows),
            "" | "current" => Bound::Name(default),
            name => Bound::Name(name),
        };
        (bound(self.start, "base"), bound(self.end, "heads"))
    }
}

impl RevisionMap {
    /// The `history` listing: all revisions from `lower` to `upper`, both included, newest first.
    ///
    /// The order is Alembic's: along one line as far as it goes, lines in load order of their heads.
    ///
    /// # Errors
    /// When an end names nothing, or the ends do not lie on one line.
    pub fn history(&self, lower: Bound<'_>, upper: Bound<'_>) -> Result<Vec<RevisionRef<'_>>, ResolveError> {
        let (start, end) = (lower.text(), upper.text());
        self.iterate(upper, lower, true, false, false)
            .map(|nodes| self.refs(nodes))
            .map_err(|error| error.at(Place::History { start: &start, end: &end }))
    }

    /// All revisions in the order of `history`.
    pub fn newest_first(&self) -> Vec<RevisionRef<'_>> {
        let all = self.closure(self.effective_heads.iter().copied(), Along::Needs);
        self.refs(self.order(all, &self.effective_heads).unwrap_or_default())
    }

    /// What lies between `lower` and `upper`, newest first.
    ///
    /// * `inclusive`: with `lower` itself
    /// * `implicit_base`: also what `upper` needs and `lower` is not an ancestor of
    /// * `strict`: a relative end may not leave the graph
    pub(super) fn iterate(
        &self,
        upper: Bound<'_>,
        lower: Bound<'_>,
        inclusive: bool,
        implicit_base: bool,
        strict: bool,
    ) -> Result<Vec<usize>, ResolveError> {
        let mut targets = match upper {
            Bound::Name(name) => self.upgrade_targets(&lower.names(), name, strict)?,
            Bound::Rows(rows) => self.rows(rows)?,
        };
        if let Bound::Name(name) = lower
            && let Some((branch, _)) = name.split_once('@')
        {
            let label = self.label_of(branch)?;
            targets.retain(|&target| self.nodes[target].labels.contains(&label));
        }
        self.check_overlap(&targets, Along::Needs)?;
        let required = self.closure(targets.iter().copied(), Along::Needs);

        let mut below = match lower {
            Bound::Name(name) => self.points(name)?,
            Bound::Rows(rows) => self.rows(rows)?.into_iter().map(Point::Revision).collect(),
        };
        let outside = |point: &Point| match point {
            Point::Revision(node) => !required.contains(*node),
            Point::Base => true,
            Point::Nothing => false,
        };
        if !implicit_base && below.iter().any(outside) {
            return Err(ResolveError::unrelated());
        }
        if let (Some(Point::Nothing), Bound::Name(name)) = (below.first(), lower) {
            // a relative lower end that leaves the graph from a head
            let target = self.downgrade_target(&upper.names(), name, strict)?;
            below = target.node.into_iter().map(Point::Revision).collect();
        }
        let below = below
            .into_iter()
            .map(|point| if let Point::Revision(node) = point { Ok(node) } else { Err(ResolveError::unrelated()) })
            .collect::<Result<Vec<_>, _>>()?;
        self.check_overlap(&below, Along::Needs)?;
        let mut between = required;
        between.remove_all(&self.closure(below.iter().copied(), Along::Needs));
        if inclusive {
            for &node in &below {
                between.insert(node);
            }
        }
        if !below.is_empty() && !implicit_base {
            self.check_overlap(&below, Along::Children)?;
            between.retain_in(&self.closure(below, Along::Children));
        }
        self.order(between, &targets).ok_or_else(ResolveError::unrelated)
    }

    /// The label that `label@...` restricts to. An identifier in its place stands for its only label.
    fn label_of(&self, branch: &str) -> Result<String, ResolveError> {
        match self.point(branch)? {
            Some(node) if self.id(node) == branch => {
                let mut labels = self.nodes[node].labels.iter();
                match (labels.next(), labels.next()) {
                    (Some(label), None) => Ok(label.clone()),
                    _ => Err(ResolveError::unrelated()),
                }
            }
            _ => Ok(branch.to_owned()),
        }
    }

    /// Refuses nodes of which one is reached from another.
    pub(super) fn check_overlap(&self, nodes: &[usize], along: Along) -> Result<(), ResolveError> {
        let next = |node: &usize| self.edges(*node, along).iter().copied();
        let all = self.closure(nodes.iter().flat_map(next), along);
        if !nodes.iter().any(|&node| all.contains(node)) {
            return Ok(());
        }
        for node in nodes {
            let reached = self.closure(next(node), along);
            let others: Vec<usize> = nodes.iter().copied().filter(|&other| reached.contains(other)).collect();
            if !others.is_empty() {
                return Err(ResolveError::Overlap { revision: self.id(*node).to_owned(), others: self.ids(others) });
            }
        }
        Ok(())
    }

    /// Puts `todo` in order, dependents first, starting from `heads`; None when not all of it is reached.
    ///
    /// One line is followed as long as nothing still open needs its next revision; then the walk goes on at the
    /// first open line that does. The open lines start in load order.
    pub(super) fn order(&self, mut todo: NodeSet, heads: &[usize]) -> Option<Vec<usize>> {
        let mut open: Vec<usize> = heads.iter().copied().filter(|&head| todo.contains(head)).collect();
        open.sort_unstable();
        open.dedup();
        let mut is_open = NodeSet::new(self.nodes.len());
        for &head in &open {
            is_open.insert(head);
        }
        // only through what is not emitted can a node be needed by an open line
        let mut waiting = self.closure(open.iter().copied(), Along::Needs);
        let mut search = Search { seen: vec![0; self.nodes.len()], round: 0, from: None, stack: Vec::new() };
        let mut ordered = Vec::new();
        let mut at = 0;
        while let Some(&candidate) = open.get(at) {
            let needing = match self.nodes[candidate].dependents.iter().any(|&above| waiting.contains(above)) {
                true => {
                    search.up(self, candidate, &waiting);
                    open.iter().position(|&line| line != candidate && search.found(line))
                }
                false => None,
            };
            if let Some(needing) = needing {
                at = needing;
                continue;
            }
            ordered.push(candidate);
            todo.remove(candidate);
            waiting.remove(candidate);
            let next = |node: &&usize| todo.contains(**node) && !is_open.contains(**node);
            let next: Vec<usize> = self.nodes[candidate].needs.iter().filter(next).copied().collect();
            is_open.remove(candidate);
            for &node in &next {
                is_open.insert(node);
            }
            match next.split_first() {
                None => {
                    open.remove(at);
                    at = at.saturating_sub(1);
                }
                Some((&first, rest)) => {
                    open[at] = first;
                    open.extend(rest);
                }
            }
        }
        todo.is_empty().then_some(ordered)
    }
}

/// Repeated searches upward without clearing marks.
struct Search {
    seen: Vec<u32>,
    round: u32,
    from: Option<usize>,
    stack: Vec<usize>,
}

impl Search {
    /// Marks what needs `node` within `waiting`. The last answer is kept: as lines only move down, what needed a node
    /// and is still open needs it still, and what becomes open above it was marked before.
    fn up(&mut self, map: &RevisionMap, node: usize, waiting: &NodeSet) {
        if self.from.replace(node) == Some(node) {
            return;
        }
        self.round += 1;
        self.stack.push(node);
        while let Some(node) = self.stack.pop() {
            for &above in &map.nodes[node].dependents {
                if waiting.contains(above) && self.seen[above] != self.round {
                    self.seen[above] = self.round;
                    self.stack.push(above);
                }
            }
        }
    }

    fn found(&self, node: usize) -> bool {
        self.seen[node] == self.round
    }
}
