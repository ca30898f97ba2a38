//! The order of a table's columns in a batch block.

use limbeck_core::operation::Place;

use super::working::{Working, WorkingColumn};
use crate::DialectError;

type Done = Result<(), DialectError>;

impl Working {
    /// `partial_reordering`
    pub(super) fn reorder(&mut self, groups: &[Vec<String>]) {
        self.partial_order = groups.to_vec();
    }

    /// Where a new column goes: Alembic's hints, as pairs of "before" and "after".
    pub(super) fn hint_place(&mut self, name: &str, place: Option<&Place>) -> Done {
        let known = |n: &str| self.existing_order.iter().position(|c| c == n);
        let (mut before, mut after) = match place {
            Some(Place::Before(other)) => (Some(other.clone()), None),
            Some(Place::After(other)) => (None, Some(other.clone())),
            None => (None, None),
        };
        for other in [&before, &after].into_iter().flatten() {
            if self.position(other).is_none() {
                return Err(self.no_column(other));
            }
        }
        if self.partial_order.is_empty() {
            if let (Some(other), None) = (&after, &before) {
                before = match known(other) {
                    Some(at) => self.existing_order.get(at + 1).cloned(),
                    None => self.order_hints.iter().rev().find(|(a, _)| a == other).map(|(_, b)| b.clone()),
                };
            } else if let (None, Some(other)) = (&after, &before) {
                after = match known(other) {
                    Some(at) => at.checked_sub(1).and_then(|i| self.existing_order.get(i).cloned()),
                    None => self.order_hints.iter().rev().find(|(_, b)| b == other).map(|(a, _)| a.clone()),
                };
            }
        }
        let nowhere = before.is_none() && after.is_none();
        self.order_hints.extend(before.map(|b| (name.to_owned(), b)));
        self.order_hints.extend(after.map(|a| (a, name.to_owned())));
        if let Some(last) = self.existing_order.last().filter(|_| nowhere && self.partial_order.is_empty()) {
            self.order_hints.push((last.clone(), name.to_owned()));
        }
        Ok(())
    }

    /// Puts the columns in order: as they were, new ones where they were asked for. Alembic's rule: a stable topological sort.
    pub(super) fn sort_columns(&mut self) -> Done {
        if self.partial_order.is_empty() && self.order_hints.is_empty() {
            return Ok(());
        }
        let groups =
            if self.partial_order.is_empty() { vec![self.existing_order.clone()] } else { self.partial_order.clone() };
        let chains = groups.iter().flat_map(|g| g.windows(2).map(|w| (w[0].clone(), w[1].clone())));
        let pairs: Vec<(String, String)> =
            chains.chain(self.order_hints.iter().cloned()).filter(|(a, b)| a != b).collect();
        let mut left: Vec<WorkingColumn> = std::mem::take(&mut self.columns);
        while !left.is_empty() {
            let waiting: Vec<String> = left.iter().map(|c| c.key.clone()).collect();
            let free = |c: &WorkingColumn| !pairs.iter().any(|(a, b)| *b == c.key && waiting.contains(a));
            let (ready, rest): (Vec<_>, Vec<_>) = left.into_iter().partition(free);
            if ready.is_empty() {
                return Err(DialectError::unsupported(
                    "Circular dependency detected in the order of columns",
                    "check insert_before, insert_after and partial_reordering",
                ));
            }
            self.columns.extend(ready);
            left = rest;
        }
        Ok(())
    }
}
