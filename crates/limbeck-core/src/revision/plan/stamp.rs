//! `stamp`: rows change as if the branches had been migrated, and no script runs.

use super::super::error::Place;
use super::super::map::Along;
use super::super::nodes::NodeSet;
use super::super::rows::RowState;
use super::super::{ResolveError, RevisionMap, RowChange};
use super::{Plan, Step, StepKind};

/// Plans `stamp targets` from the rows `current`; no target means `base`.
///
/// Alembic handles several targets one by one against the first rows, so that a target that is a row already may be
/// lost, a step may look for a row that is gone, and a target that another one depends on becomes a row. Here the
/// targets are rows afterwards, except heads that another target depends on: these are applied without a row.
///
/// # Errors
/// When a target or a row names nothing, `head` is not single, or another target needs one that is not a head.
pub fn stamp_plan(map: &RevisionMap, current: &[String], targets: &[String]) -> Result<Plan, ResolveError> {
    make(map, current, targets).map_err(|error| error.of_rows(current).at(Place::Stamp))
}

fn make(map: &RevisionMap, current: &[String], targets: &[String]) -> Result<Plan, ResolveError> {
    let mut state = RowState::new(map, current)?;
    let mut plan = Plan::new(current);

    // the rows on a line with any of the targets
    let mut selected = NodeSet::new(map.len());
    let base = ["base".to_owned()];
    let targets = if targets.is_empty() { &base } else { targets };
    for target in targets.iter().filter(|target| !target.is_empty()) {
        for node in map.filter_lineage(state.nodes(), target, true)? {
            selected.insert(node);
        }
    }
    let mut points = Vec::new();
    for target in targets {
        points.extend(map.points(target)?);
    }
    let selected: Vec<usize> = selected.iter().collect();
    let mut destinations = map.revisions(points, &targets.join(" "))?;
    if destinations.is_empty() {
        for node in selected {
            let changes = state.delete(node);
            plan.steps.push(step(map, &[node], None, false, changes));
        }
        return Ok(plan);
    }
    let mut seen = NodeSet::new(map.len());
    destinations.retain(|&node| seen.insert(node));
    let implied = map.closure(destinations.iter().flat_map(|&node| map.nodes[node].needs.clone()), Along::Needs);
    if destinations.iter().any(|&node| implied.contains(node) && !map.nodes[node].children.is_empty()) {
        map.check_overlap(&destinations, Along::Needs)?;
    }
    destinations.retain(|&node| !implied.contains(node));
    for &destination in &destinations {
        if selected.contains(&destination) {
            continue;
        }
        let related = |along| map.closure([destination], along);
        let any_in = |nodes: &NodeSet| selected.iter().any(|&node| nodes.contains(node));
        let (is_above, is_below) = (any_in(&related(Along::Needs)), any_in(&related(Along::Dependents)));
        if is_above || is_below {
            let replaced: Vec<usize> =
                selected.iter().copied().filter(|node| state.has(*node) && !destinations.contains(node)).collect();
            let changes = state.replace(&replaced, destination);
            plan.steps.push(step(map, &selected, Some(destination), !is_below, changes));
        } else {
            let changes = state.replace(&[], destination);
            plan.steps.push(step(map, &[], Some(destination), true, changes));
        }
    }
    Ok(plan)
}

fn step(map: &RevisionMap, from: &[usize], to: Option<usize>, is_upgrade: bool, changes: Vec<RowChange>) -> Step {
    let (from, to) = (map.ids(from.iter().copied()), map.ids(to));
    let (up_revisions, down_revisions) =
        if is_upgrade { (to.clone(), from.clone()) } else { (from.clone(), to.clone()) };
    let revision = to.first().or(from.first()).cloned().unwrap_or_default();
    Step { kind: StepKind::Stamp, revision, from, to, is_upgrade, up_revisions, down_revisions, changes }
}

/// Splits the arguments of `stamp --sql`: each may be `start:target`, and all starts must be the same.
///
/// # Errors
/// With different starts, or more than one colon in an argument.
pub fn split_offline_stamp(arguments: &[String]) -> Result<(Option<String>, Vec<String>), ResolveError> {
    let mut starts: Vec<&str> = Vec::new();
    let mut targets = Vec::new();
    for argument in arguments {
        match argument.split_once(':') {
            Some((_, target)) if target.contains(':') => {
                return Err(ResolveError::RangeNotAllowed { argument: argument.clone() });
            }
            Some((start, target)) => {
                if !starts.contains(&start) {
                    starts.push(start);
                }
                targets.push(target.to_owned());
            }
            None => targets.push(argument.clone()),
        }
    }
    match starts[..] {
        [] => Ok((None, targets)),
        [start] => Ok((Some(start.to_owned()), targets)),
        _ => Err(ResolveError::SeveralStampStarts { starts: starts.iter().map(|&s| s.to_owned()).collect() }),
    }
}
