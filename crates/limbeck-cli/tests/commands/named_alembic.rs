//! Called by the name `alembic`, it is Alembic's command line.

use std::os::unix::fs::symlink;
use std::process::Command;

use crate::support::Project;

#[test]
fn a_link_named_alembic_is_the_same_program() {
    let project = Project::new();
    project.chain(2);
    let link = project.path("alembic");
    symlink(env!("CARGO_BIN_EXE_limbeck"), &link).expect("a link");
    let run = |arguments: &[&str]| {
        let outcome = project.run_command(Command::new(&link).args(arguments).current_dir(project.path("")));
        assert_eq!(outcome.code, Some(0), "{arguments:?}: {outcome:#?}");
        outcome.stdout
    };
    assert_eq!(run(&["--version"]), format!("alembic 1.20.1 (limbeck {})\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(project.succeed(&["--version"]), format!("limbeck {} (Alembic 1.20.1)\n", env!("CARGO_PKG_VERSION")));
    assert!(run(&["upgrade", "--help"]).contains("Usage: alembic upgrade"));
    run(&["upgrade", "head"]);
    assert_eq!(run(&["current"]), "r02 (head)\n");
    assert!(run(&["completions", "bash"]).contains("_alembic()"));
}
