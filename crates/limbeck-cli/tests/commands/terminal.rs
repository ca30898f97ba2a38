//! Colours and the progress line: on a terminal only.

use std::process::Command;

use crate::branches;
use crate::support::{Outcome, Project};

/// Runs limbeck with a terminal for its output; `script` of util-linux makes one.
fn on_a_terminal(project: &Project, command: &str, environment: &[(&str, &str)]) -> Outcome {
    let command = format!("stty cols 100; exec {} {command}", env!("CARGO_BIN_EXE_limbeck"));
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &command, "/dev/null"]).current_dir(project.path(""));
    // Whoever runs the tests may have asked for colours or for none; `CI` asks for them too.
    for asked in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"] {
        script.env_remove(asked);
    }
    script.env("TERM", "xterm").envs(environment.iter().copied());
    project.run_command(&mut script)
}

#[test]
fn colours_are_for_terminals() {
    let project = branches::project();
    let plain = project.succeed(&["heads"]);
    assert!(!plain.contains('\x1b'), "{plain:?}");
    let coloured = on_a_terminal(&project, "heads", &[]).stdout;
    assert!(coloured.contains("\x1b[33mmerge\x1b[0m \x1b[1m\x1b[32m(head)\x1b[0m"), "{coloured:?}");
    for environment in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let outcome = on_a_terminal(&project, "heads", &[environment]);
        assert_eq!(outcome.stdout.replace("\r\n", "\n"), plain, "{environment:?}");
    }
    let failed = on_a_terminal(&project, "show nothing", &[]);
    assert_eq!(failed.code, Some(255));
    assert!(failed.stdout.contains("\x1b[1m\x1b[31mFAILED:\x1b[0m Can't locate"), "{:?}", failed.stdout);
}

#[test]
fn a_run_longer_than_a_second_shows_how_far_it_is() {
    let project = Project::new();
    project.chain(1);
    project.revision("r02", Some("r01"), "import time\ntime.sleep(1.6)", "pass");
    project.revision("r03", Some("r02"), "pass", "pass");
    let seen = on_a_terminal(&project, "upgrade head", &[]);
    assert_eq!(seen.code, Some(0), "{seen:#?}");
    assert!(seen.stdout.contains("[2/3] upgrade r02 step r02"), "{:?}", seen.stdout);
    // Log lines stay whole, and the line is gone in the end.
    assert!(
        seen.stdout.contains("INFO [alembic.runtime.migration] Running upgrade r02 -> r03, step r03\r\n"),
        "{:?}",
        seen.stdout
    );
    let last = seen.stdout.trim_end_matches(['\r', '\n']).rsplit('\n').next().unwrap_or_default();
    assert!(!last.contains("[3/3]") || last.contains("\x1b[2K"), "{:?}", seen.stdout);
}

#[test]
fn a_short_run_shows_nothing_and_neither_does_one_without_a_terminal() {
    let project = Project::new();
    project.chain(3);
    let seen = on_a_terminal(&project, "upgrade head", &[]);
    assert!(seen.code == Some(0) && !seen.stdout.contains("/3]"), "{:?}", seen.stdout);

    let project = Project::new();
    project.revision("r01", None, "import time\ntime.sleep(1.3)", "pass");
    let outcome = project.run(&["upgrade", "head"]);
    assert!(outcome.code == Some(0) && !outcome.stderr.contains("[1/1]"), "{outcome:#?}");
}
