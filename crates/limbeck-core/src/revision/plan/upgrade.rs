//! `upgrade`: all that the target needs and that is not applied yet, needs first.

use super::super::error::Place;
use super::super::rows::RowState;
use super::super::{Bound, ResolveError, Revision, RevisionMap};
use super::{Plan, Step, StepKind};

/// Plans `upgrade target` from the rows `current`. Branches that the target does not need are left alone.
///
/// # Errors
/// When the target or a row names nothing, or targets or rows contain one another.
pub fn upgrade_plan(map: &RevisionMap, current: &[String], target: &str) -> Result<Plan, ResolveError> {
    make(map, current, target).map_err(|error| error.of_rows(current).at(Place::Upgrade(target)))
}

fn make(map: &RevisionMap, current: &[String], target: &str) -> Result<Plan, ResolveError> {
    let mut order = map.iterate(Bound::Name(target), Bound::Rows(current), false, true, true)?;
    order.reverse();
    let mut rows = RowState::new(map, current)?;
    let mut plan = Plan::new(current);
    for node in order {
        let Revision { id, down_revisions, .. } = &map.nodes[node].revision;
        plan.steps.push(Step {
            kind: StepKind::Upgrade,
            revision: id.clone(),
            from: down_revisions.clone(),
            to: vec![id.clone()],
            is_upgrade: true,
            up_revisions: vec![id.clone()],
            down_revisions: map.ids(map.nodes[node].needs.iter().copied()),
            changes: rows.upgrade(node),
        });
    }
    Ok(plan)
}
