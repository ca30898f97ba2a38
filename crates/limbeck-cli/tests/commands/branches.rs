//! A project with two branches, a merge, a label and a dependency.

use crate::support::Project;

/// ```text
/// base -> left -> merge
///      -> right ---^
/// other (needs left)
/// ```
pub fn project() -> Project {
    let project = Project::new();
    let script = |id: &str, down: &str, more: &str| {
        let upgrade = format!("op.create_table(\"t_{id}\", sa.Column(\"id\", sa.Integer))");
        let identifiers = format!("revision = \"{id}\"\ndown_revision = {down}\n{more}");
        project.script(id, &identifiers, &upgrade, &format!("op.drop_table(\"t_{id}\")"));
    };
    script("base", "None", "");
    script("left", "\"base\"", "");
    script("merge", "(\"left\", \"right\")", "");
    script("other", "None", "branch_labels = \"side\"\ndepends_on = \"left\"\n");
    script("right", "\"base\"", "");
    project
}
