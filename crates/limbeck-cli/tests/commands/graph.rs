//! `history --graph`

use insta::assert_snapshot;

use crate::branches;

#[test]
fn branches_are_drawn() {
    let project = branches::project();
    assert_snapshot!(project.succeed(&["history", "--graph"]));
}

#[test]
fn the_current_revision_is_marked() {
    let project = branches::project();
    project.succeed(&["upgrade", "left"]);
    assert_snapshot!(project.succeed(&["history", "--graph", "-i"]));
    assert_snapshot!("verbose_range", project.succeed(&["history", "--graph", "-v", "-r", "left:merge"]));
}

#[test]
fn nothing_is_drawn_of_nothing() {
    assert_eq!(crate::support::Project::new().succeed(&["history", "--graph"]), "");
}
