//! Every `--help`, and wrong usage.

use insta::{allow_duplicates, assert_snapshot};

use crate::support::Project;

/// The commands that `--help` lists.
fn commands(help: &str) -> Vec<&str> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // A description that goes on is indented more.
    listed.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next()).collect()
}

#[test]
fn every_help() {
    let project = Project::new();
    let help = project.succeed(&["--help"]);
    assert_snapshot!("limbeck", help);
    let commands = commands(&help);
    assert!(commands.len() > 12, "{commands:?}");
    for command in commands {
        assert_snapshot!(command, project.succeed(&[command, "--help"]));
        allow_duplicates! { assert_eq!(project.succeed(&[command, "-h"]), project.succeed(&[command, "--help"])); }
    }
}

#[test]
fn wrong_usage_is_told_on_stderr_and_ends_with_2() {
    let project = Project::new();
    for arguments in [
        &[][..],
        &["nonsense"],
        &["upgrade"],
        &["upgrade", "head", "--nonsense"],
        &["downgrade", "--nonsense"],
        &["stamp"],
        &["merge"],
        &["upgrade", "head", "-x", "a=b"],
        &["history", "--graph", "--json"],
        &["upgrade", "base:head", "--sql", "--json"],
        &["completions", "tcsh"],
    ] {
        let outcome = project.run(arguments);
        assert_eq!(
            (outcome.code, outcome.stdout.is_empty()),
            (Some(2), arguments != ["upgrade", "base:head", "--sql", "--json"]),
            "{arguments:?}: {outcome:#?}"
        );
        assert!(!outcome.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn long_options_may_be_shortened_as_argparse_allows() {
    let project = Project::new();
    project.chain(1);
    assert_eq!(project.succeed(&["history", "--verb"]), project.succeed(&["history", "--verbose"]));
    assert_eq!(project.succeed(&["--conf", "alembic.ini", "heads"]), "r01 (head)\n");
}
