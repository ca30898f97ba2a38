//! Graphs in one line: `"a b<-a c<-a+dep m<-b,c:label"` is `id<-parents+dependencies:labels`, in load order.
#![allow(dead_code)] // each test crate uses a part

use limbeck_core::revision::{Plan, Revision, RevisionMap, StepKind};
use std::collections::BTreeSet;

fn list(text: &str) -> Vec<String> {
    text.split(',').filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

pub fn revisions(drawing: &str) -> Vec<Revision> {
    let one = |text: &str| {
        let (text, labels) = text.split_once(':').unwrap_or((text, ""));
        let (text, depends) = text.split_once('+').unwrap_or((text, ""));
        let (id, parents) = text.split_once("<-").unwrap_or((text, ""));
        Revision {
            id: id.to_owned(),
            down_revisions: list(parents),
            depends_on: list(depends),
            branch_labels: list(labels),
        }
    };
    drawing.split_whitespace().map(one).collect()
}

pub fn draw(drawing: &str) -> RevisionMap {
    RevisionMap::new(revisions(drawing)).unwrap()
}

pub fn rows(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// One line per step, then the rows: `b>c [update b to c]`.
pub fn show(plan: &Plan) -> String {
    let mut text = String::new();
    for step in &plan.steps {
        let changes: Vec<String> = step.changes.iter().map(ToString::to_string).collect();
        text += &format!("{} [{}]\n", step.short_log(), changes.join(", "));
    }
    text + &format!("rows: {}", plan.final_rows().join(" "))
}

pub fn sorted(mut rows: Vec<String>) -> Vec<String> {
    rows.sort();
    rows
}

/// All that the rows stand for.
pub fn applied(map: &RevisionMap, rows: &[String]) -> BTreeSet<String> {
    let rows = map.resolve_rows(rows).unwrap();
    rows.iter().flat_map(|row| row.ancestors(true)).map(|revision| revision.id().to_owned()).collect()
}

/// Checks what must hold for every plan; the message names the first thing that does not.
pub fn check_laws(map: &RevisionMap, plan: &Plan) -> Result<(), String> {
    let mut done = applied(map, &plan.rows);
    for (at, step) in plan.steps.iter().enumerate() {
        let rows = plan.rows_after(at + 1);
        if step.kind == StepKind::Stamp {
            continue;
        }
        let revision = map.get(&step.revision).ok_or("unknown revision")?;
        let (below, above) = (revision.normalized_down_revisions(), revision.dependents());
        match step.kind {
            StepKind::Upgrade if below.iter().any(|need| !done.contains(*need)) => {
                return Err(format!("{} runs before what it needs", step.revision));
            }
            StepKind::Downgrade if above.iter().any(|dependent| done.contains(dependent.id())) => {
                return Err(format!("{} goes before what needs it", step.revision));
            }
            _ => {}
        }
        let changed = if step.is_upgrade { done.insert(step.revision.clone()) } else { done.remove(&step.revision) };
        if !changed {
            return Err(format!("{} was there, or was not", step.revision));
        }
        let is_tip = |id: &&String| map.get(id).unwrap().dependents().iter().all(|above| !done.contains(above.id()));
        let tips: Vec<String> = done.iter().filter(is_tip).cloned().collect();
        if sorted(rows.clone()) != tips {
            return Err(format!("after {} the rows are {rows:?}, the tips {tips:?}", step.revision));
        }
    }
    let last = plan.final_rows();
    let overlap = last.iter().any(|row| {
        let above = map.get(row).unwrap().descendants(true);
        above.iter().any(|other| other.id() != row && last.iter().any(|row| row == other.id()))
    });
    if overlap { Err(format!("the rows {last:?} overlap")) } else { Ok(()) }
}
