//! Relative names (`+2`, `-1`, `branch@+1`, `ae10-2`) and the walks that they ask for.

use super::map::Along;
use super::nodes::NodeSet;
use super::plan::PlanWarning;
use super::resolve::Point;
use super::{ResolveError, RevisionMap};

/// `[branch@][symbol](+|-)N`, read as Alembic reads it: text behind the number is ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relative<'a> {
    pub branch: Option<&'a str>,
    pub symbol: Option<&'a str>,
    pub up: bool,
    pub steps: u64,
    /// Sign and number as written.
    pub text: &'a str,
}

impl<'a> Relative<'a> {
    /// None when the name is absolute.
    pub fn parse(name: &'a str) -> Option<Self> {
        let line = name.split('\n').next().unwrap_or_default();
        let branches = line.char_indices().filter(|&(at, c)| c == '@' && at > 0);
        branches
            .filter_map(|(at, _)| Some(Self { branch: Some(&name[..at]), ..Self::without_branch(&name[at + 1..])? }))
            .next()
            .or_else(|| Self::without_branch(name))
    }

    fn without_branch(name: &'a str) -> Option<Self> {
        let word = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
        let (symbol, rest) = name.split_at(word);
        let up = match rest.bytes().next()? {
            b'+' => true,
            b'-' => false,
            _ => return None,
        };
        let digits = rest[1..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - 1);
        let number = &rest[1..=digits];
        let steps = if number.is_empty() { return None } else { number.parse().unwrap_or(u64::MAX) };
        Some(Self { branch: None, symbol: Some(symbol).filter(|s| !s.is_empty()), up, steps, text: &rest[..=digits] })
    }

    /// The number without the form that it was written in, as Alembic shows it here.
    fn not_upward(&self) -> ResolveError {
        let relative = if self.steps == 0 { "0".to_owned() } else { format!("-{}", self.steps) };
        ResolveError::RelativeTooFar { relative, steps: self.steps }
    }

    fn too_far(&self) -> ResolveError {
        ResolveError::RelativeTooFar { relative: self.text.to_owned(), steps: self.steps }
    }
}

/// A downgrade target: where to, on which branch, and what was doubtful.
pub(super) struct DowngradeTarget {
    pub branch: Option<String>,
    /// None is the base.
    pub node: Option<usize>,
    pub warning: Option<PlanWarning>,
}

impl RevisionMap {
    /// Walks up through `down_revision`; from `Nothing` the first step leads to a base.
    fn walk_up(&self, start: Point, steps: u64, branch: Option<&str>, strict: bool) -> Result<Point, ResolveError> {
        let mut at = start;
        for _ in 0..steps {
            let above = match at {
                Point::Revision(node) => self.nodes[node].children.clone(),
                Point::Base | Point::Nothing => self.bases.clone(),
            };
            let above = match branch {
                Some(branch) => self.filter_lineage(above, branch, false)?,
                None => above,
            };
            match self.one_step(at, &above)? {
                Some(next) => at = next,
                None => return Ok(if strict { Point::Nothing } else { at }),
            }
        }
        Ok(at)
    }

    /// Walks down through `down_revision`; below a base there is `Base`, and from `Nothing` one comes to the head.
    pub(super) fn walk_down(&self, start: Point, steps: u64, strict: bool) -> Result<Point, ResolveError> {
        let mut at = start;
        for _ in 0..steps {
            let below = match at {
                Point::Base => return Ok(if strict { Point::Nothing } else { at }),
                Point::Revision(node) => &self.nodes[node].parents,
                Point::Nothing => &self.heads,
            };
            at = self.one_step(at, below)?.unwrap_or(Point::Base);
        }
        Ok(at)
    }

    fn one_step(&self, from: Point, choices: &[usize]) -> Result<Option<Point>, ResolveError> {
        match choices {
            [] => Ok(None),
            [one] => Ok(Some(Point::Revision(*one))),
            _ => {
                let from = if let Point::Revision(node) = from { self.id(node).to_owned() } else { "base".to_owned() };
                Err(ResolveError::AmbiguousWalk { from, choices: self.ids(choices.iter().copied()) })
            }
        }
    }

    fn start(&self, branch: Option<&str>, symbol: &str) -> Result<Point, ResolveError> {
        let node = match branch {
            Some(branch) => self.point(&format!("{branch}@{symbol}"))?,
            None => self.point(symbol)?,
        };
        Ok(node.map_or(Point::Nothing, Point::Revision))
    }

    /// The revisions to upgrade to. `current` is the rows, or the lower end of a history range.
    pub(super) fn upgrade_targets(
        &self,
        current: &[&str],
        target: &str,
        strict: bool,
    ) -> Result<Vec<usize>, ResolveError> {
        let Some(relative) = Relative::parse(target) else {
            return self.revisions(self.points(target)?, target);
        };
        let found = match (relative.symbol, relative.up && relative.steps > 0) {
            (None, false) => return Err(relative.not_upward()),
            (None, true) => {
                let start = self.upgrade_start(current, relative.branch)?;
                self.walk_up(start, relative.steps, relative.branch, strict)?
            }
            (Some(symbol), true) => self.walk_up(self.start(None, symbol)?, relative.steps, relative.branch, strict)?,
            (Some(symbol), false) => self.walk_down(self.start(relative.branch, symbol)?, relative.steps, strict)?,
        };
        match found {
            Point::Revision(node) => Ok(vec![node]),
            Point::Base | Point::Nothing => Err(relative.too_far()),
        }
    }

    /// Where `[branch@]+N` starts: the row on that branch, else the tip of what is applied of it, else below its base.
    fn upgrade_start(&self, current: &[&str], branch: Option<&str>) -> Result<Point, ResolveError> {
        let several = |rows: Vec<String>| ResolveError::AmbiguousUpgrade { rows };
        let Some(branch) = branch else {
            return match current {
                [] => Ok(Point::Nothing),
                [one] => self.start(None, one),
                _ => Err(several(current.iter().map(|&row| row.to_owned()).collect())),
            };
        };
        let mut rows = Vec::new();
        for name in current {
            rows.extend(self.revisions(self.points(name)?, name)?);
        }
        let mut starts = self.filter_lineage(rows.clone(), branch, false)?;
        if starts.is_empty() {
            let applied = self.closure(rows, Along::Needs).iter().collect();
            let on_branch = self.filter_lineage(applied, branch, false)?;
            let mut covered = NodeSet::new(self.nodes.len());
            for &need in on_branch.iter().flat_map(|&node| &self.nodes[node].needs) {
                covered.insert(need);
            }
            starts = on_branch.into_iter().filter(|&node| !covered.contains(node)).collect();
        }
        match starts[..] {
            [] => Ok(Point::Nothing),
            [one] => Ok(Point::Revision(one)),
            _ => Err(several(self.ids(starts))),
        }
    }

    /// The revision to downgrade to. `current` is the rows, or the upper end of a history range.
    pub(super) fn downgrade_target(
        &self,
        current: &[&str],
        target: &str,
        strict: bool,
    ) -> Result<DowngradeTarget, ResolveError> {
        let Some(relative) = Relative::parse(target) else {
            let (branch, symbol) = target.rsplit_once('@').unwrap_or(("", target));
            let branch = Some(branch.to_owned()).filter(|branch| !branch.is_empty());
            return Ok(DowngradeTarget { branch, node: self.point(symbol)?, warning: None });
        };
        let mut branch = relative.branch.map(str::to_owned);
        let mut warning = None;
        let down = !relative.up && relative.steps > 0;
        let point = match relative.symbol {
            None if !down => return Err(relative.too_far()),
            Some(symbol) if !down => {
                self.walk_up(self.start(None, symbol)?, relative.steps, relative.branch, strict)?
            }
            Some(symbol) => self.walk_down(self.start(relative.branch, symbol)?, relative.steps, strict)?,
            None => {
                let start = match relative.branch {
                    Some(branch) => self.downgrade_start(current, branch, &relative)?,
                    None => {
                        let &row = current.first().ok_or_else(|| relative.too_far())?;
                        if current.iter().any(|other| *other != row) {
                            warning = Some(PlanWarning::AmbiguousDowngrade {
                                rows: current.iter().map(|&row| row.to_owned()).collect(),
                                chosen: row.to_owned(),
                            });
                        }
                        // only this row's branch is meant, also where several meet
                        branch = Some(row.to_owned());
                        self.start(Some(row), row)?
                    }
                };
                self.walk_down(start, relative.steps, strict)?
            }
        };
        match point {
            Point::Revision(node) => Ok(DowngradeTarget { branch, node: Some(node), warning }),
            Point::Base => Ok(DowngradeTarget { branch, node: None, warning }),
            Point::Nothing if relative.symbol.is_none() => Err(relative.too_far()),
            Point::Nothing => Err(ResolveError::WalkedTooFar { argument: target.to_owned() }),
        }
    }

    /// Where `branch@-N` starts: the row on that branch, else the tip of what is applied of it.
    fn downgrade_start(&self, current: &[&str], branch: &str, relative: &Relative<'_>) -> Result<Point, ResolveError> {
        let rows = current.iter().map(|row| self.lookup(row, None)).collect::<Result<Vec<_>, _>>()?;
        let mut starts = self.filter_lineage(rows.clone(), branch, false)?;
        if starts.is_empty() {
            starts = self.filter_lineage(self.applied_tips(&rows), branch, false)?;
        }
        match starts[..] {
            [] => Err(relative.too_far()),
            [one] => self.start(Some(branch), self.id(one)),
            _ => Err(ResolveError::AmbiguousWalk { from: branch.to_owned(), choices: self.ids(starts) }),
        }
    }
}
