//! `downgrade`: the children of the target, and all that is applied above them, dependents first.

use super::super::error::Place;
use super::super::map::Along;
use super::super::rows::RowState;
use super::super::{ResolveError, Revision, RevisionMap};
use super::{Plan, Step, StepKind};

/// Plans `downgrade target` from the rows `current`.
///
/// # Errors
/// When the target or a row names nothing, or nothing above the target is applied.
pub fn downgrade_plan(map: &RevisionMap, current: &[String], target: &str) -> Result<Plan, ResolveError> {
    make(map, current, target).map_err(|error| error.of_rows(current).at(Place::Downgrade(target)))
}

fn make(map: &RevisionMap, current: &[String], argument: &str) -> Result<Plan, ResolveError> {
    let names: Vec<&str> = current.iter().map(String::as_str).collect();
    let target = map.downgrade_target(&names, argument, true)?;
    let mut roots = match target.node {
        Some(node) => map.nodes[node].children.clone(),
        None => map.bases.clone(),
    };
    if let Some(branch) = target.branch.as_deref().filter(|_| is_forked(map, &roots, target.node)) {
        let line = map.closure([map.branch(branch)?], Along::Parents);
        roots.retain(|&root| line.contains(root));
        if roots.is_empty() {
            return Err(ResolveError::NothingOnBranch { branch: branch.to_owned() });
        }
    }
    let rows = map.rows(current)?;
    let mut dropped = map.closure(roots, Along::Dependents);
    dropped.retain_in(&map.closure(rows.iter().copied(), Along::Needs));
    if dropped.is_empty() && target.node.is_some_and(|node| !rows.contains(&node)) {
        return Err(ResolveError::unrelated());
    }
    let order = map.order(dropped, &rows).ok_or_else(ResolveError::unrelated)?;

    let mut state = RowState::new(map, current)?.counting();
    let mut plan = Plan::new(current);
    plan.warnings.extend(target.warning);
    for node in order {
        let Revision { id, down_revisions, .. } = &map.nodes[node].revision;
        plan.steps.push(Step {
            kind: StepKind::Downgrade,
            revision: id.clone(),
            from: vec![id.clone()],
            to: down_revisions.clone(),
            is_upgrade: false,
            up_revisions: vec![id.clone()],
            down_revisions: map.ids(map.nodes[node].needs.iter().copied()),
            changes: state.downgrade(node),
        });
    }
    Ok(plan)
}

/// Whether the branch of `branch@target` matters. Alembic counts a base once more for each label it declares, so
/// the branch is looked up for a single labelled base too.
fn is_forked(map: &RevisionMap, roots: &[usize], target: Option<usize>) -> bool {
    let labelled = |&root: &usize| !map.nodes[root].revision.branch_labels.is_empty();
    roots.len() > 1 || target.is_none() && roots.iter().any(labelled)
}
