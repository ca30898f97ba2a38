//! `history --graph`: the branches drawn beside the revisions, newest first.

use std::collections::HashSet;

use limbeck::Revision;
use renderdag::{Ancestor, GraphRowRenderer, Renderer};

/// Draws each revision with its text. What a revision comes after is a solid line, what it only depends on a dotted one; a line that
/// leaves the range ends in `~`.
pub fn draw(revisions: &[Revision], current: &[String], text: impl Fn(&Revision) -> String) -> String {
    let listed: HashSet<&str> = revisions.iter().map(|revision| revision.id.as_str()).collect();
    let mut renderer = GraphRowRenderer::new().output().with_min_row_height(1).build_box_drawing();
    let mut drawn = String::new();
    for revision in revisions {
        let parents = revision.down_revisions.iter().map(|id| match listed.contains(id.as_str()) {
            true => Ancestor::Parent(id.clone()),
            false => Ancestor::Anonymous,
        });
        let only_needed = |id: &&String| listed.contains(id.as_str()) && !revision.down_revisions.contains(id);
        let dependencies = revision.dependencies.iter().filter(only_needed).cloned().map(Ancestor::Ancestor);
        let glyph = if current.contains(&revision.id) { "@" } else { "○" };
        let row =
            renderer.next_row(revision.id.clone(), parents.chain(dependencies).collect(), glyph.into(), text(revision));
        drawn.push_str(&row);
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    fn revision(id: &str, down: &[&str], needs: &[&str]) -> Revision {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        Revision { id: id.into(), down_revisions: owned(down), dependencies: owned(needs), ..Revision::default() }
    }

    #[test]
    fn branches_merges_and_dependencies_are_lines() {
        let revisions = [
            revision("merge", &["left", "right"], &[]),
            revision("right", &["first"], &[]),
            revision("left", &["first"], &["other"]),
            revision("other", &[], &[]),
            revision("first", &[], &[]),
        ];
        insta::assert_snapshot!(draw(&revisions, &["left".into()], |revision| revision.id.clone()));
    }

    #[test]
    fn a_range_shows_that_it_goes_on_below() {
        let revisions = [revision("c", &["b"], &[]), revision("b", &["a"], &["elsewhere"])];
        insta::assert_snapshot!(draw(&revisions, &[], |revision| revision.id.clone()));
    }
}
