//! Revisions as Alembic lists them.

use limbeck::Revision;

use crate::paint::{CURRENT, HEAD, LABEL, Paint, REVISION};

/// What a short line shows beside the identifier.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shown {
    /// `(label)`
    pub labels: bool,
    /// `, docstring`
    pub doc: bool,
    /// `parent -> `
    pub parents: bool,
    /// `(branchpoint) (mergepoint)`
    pub points: bool,
    /// `(current)`
    pub current: bool,
    /// Colours
    pub paint: Paint,
}

/// `parent (dependency) -> revision (labels) (head) (current) (branchpoint) (mergepoint), docstring`
pub fn short(revision: &Revision, shown: Shown) -> String {
    let paint = shown.paint;
    let mut text = String::new();
    if shown.parents {
        text.push_str(&down_revisions(revision));
        if !revision.dependencies.is_empty() {
            text.push_str(&format!(" ({})", revision.dependencies.join(", ")));
        }
        text.push_str(" -> ");
    }
    text.push_str(&paint.paint(REVISION, &revision.id));
    if shown.labels && !revision.branch_labels.is_empty() {
        text.push(' ');
        text.push_str(&paint.paint(LABEL, &format!("({})", revision.branch_labels.join(", "))));
    }
    let marks = [
        (revision.is_effective_head, HEAD, "(head)"),
        (revision.is_head && !revision.is_effective_head, HEAD, "(effective head)"),
        (shown.current, CURRENT, "(current)"),
        (shown.points && revision.is_branch_point, anstyle::Style::new(), "(branchpoint)"),
        (shown.points && revision.is_merge_point, anstyle::Style::new(), "(mergepoint)"),
    ];
    for (_, style, mark) in marks.into_iter().filter(|(holds, ..)| *holds) {
        text.push(' ');
        text.push_str(&paint.paint(style, mark));
    }
    if shown.doc {
        text.push_str(&format!(", {}", revision.doc));
    }
    text
}

/// The block that `show` and `-v` print. It ends with an empty line.
pub fn block(revision: &Revision, current: bool, paint: Paint) -> String {
    let mut text = format!("Rev: {}", paint.paint(REVISION, &revision.id));
    let marks = [
        (revision.is_head, " (head)"),
        (revision.is_branch_point, " (branchpoint)"),
        (revision.is_merge_point, " (mergepoint)"),
        (current, " (current)"),
    ];
    marks.into_iter().filter(|(holds, _)| *holds).for_each(|(_, mark)| text.push_str(mark));
    text.push('\n');
    let mut line = |name: &str, value: &str| text.push_str(&format!("{name}: {value}\n"));
    line(if revision.is_merge_point { "Merges" } else { "Parent" }, &down_revisions(revision));
    if !revision.dependencies.is_empty() {
        line("Also depends on", &revision.dependencies.join(", "));
    }
    if revision.is_branch_point {
        line("Branches into", &revision.children.join(", "));
    }
    if !revision.branch_labels.is_empty() {
        line("Branch names", &revision.branch_labels.join(", "));
    }
    line("Path", &revision.path.display().to_string());
    let doc: Vec<String> = revision.longdoc.lines().map(|line| format!("    {line}")).collect();
    text.push_str(&format!("\n{}\n", doc.join("\n")));
    text
}

/// A block or a line.
pub fn entry(revision: &Revision, verbose: bool, shown: Shown) -> String {
    if verbose { block(revision, shown.current, shown.paint) } else { short(revision, shown) }
}

fn down_revisions(revision: &Revision) -> String {
    match revision.down_revisions.as_slice() {
        [] => "<base>".into(),
        some => some.join(", "),
    }
}
