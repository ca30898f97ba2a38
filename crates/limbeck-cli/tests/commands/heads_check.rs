//! `heads --check`

use std::process::Command;

use insta::assert_snapshot;

use crate::branches;
use crate::support::Project;

fn git(project: &Project, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(project.path("")).args(["-c", "user.name=Some One", "-c", "user.email=one@example.org"]);
    command.args(["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"]);
    command.env("GIT_AUTHOR_DATE", "2025-03-01T12:00:00Z").env("GIT_COMMITTER_DATE", "2025-03-01T12:00:00Z");
    let output = command.args(arguments).output().expect("git starts");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn one_head_is_fine() {
    let project = Project::new();
    assert_eq!(project.succeed(&["heads", "--check"]), "");
    project.chain(2);
    assert_eq!(project.succeed(&["heads", "--check"]), "r02 (head)\n");
}

#[test]
fn several_heads_are_named_with_their_files() {
    let project = branches::project();
    let outcome = project.run(&["heads", "--check"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(255), ""));
    assert_snapshot!(outcome.stderr);
}

#[test]
fn git_knows_who_made_them() {
    let project = branches::project();
    git(&project, &["init", "--quiet"]);
    git(&project, &["add", "migrations/versions/other.py"]);
    git(&project, &["commit", "--quiet", "-m", "other"]);
    let outcome = project.run(&["heads", "--check"]);
    assert_eq!(outcome.code, Some(255));
    assert_snapshot!(outcome.stderr);
}

#[test]
fn a_head_that_another_branch_needs_is_one_too_unless_dependencies_count() {
    let project = Project::new();
    project.script("a", "revision = \"a\"\ndown_revision = None\n", "pass", "pass");
    project.script("b", "revision = \"b\"\ndown_revision = None\ndepends_on = \"a\"\n", "pass", "pass");
    assert_eq!(project.run(&["heads", "--check"]).code, Some(255));
    assert_eq!(project.succeed(&["heads", "--check", "--resolve-dependencies"]), "b (head)\n");
}
