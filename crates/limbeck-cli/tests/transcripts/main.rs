//! limbeck's command line beside Alembic's, line by line. The README in this folder says how.

mod case;
mod compare;

use std::fs;
use std::path::{Path, PathBuf};

use case::Case;
use compare::Differences;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts")
}

/// Runs a case, keeps limbeck's transcript as a snapshot, and compares it with Alembic's.
fn beside_alembic(name: &str) {
    let read = |path: &str| {
        fs::read_to_string(folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}; see README.md there"))
    };
    let ours = Case::parse(&read(&format!("cases/{name}.txt"))).run();
    insta::with_settings!({ snapshot_path => "limbeck", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, ours);
    });
    let theirs = read(&format!("alembic/{name}.txt"));
    let listed = Differences::parse(&read("differences.md"));
    let problems = compare::problems(name, &theirs, &ours, &listed);
    assert!(problems.is_empty(), "differences.md does not say what differs:\n\n{problems}");
}

/// One test a case, so that they run side by side.
macro_rules! cases {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            beside_alembic(stringify!($name));
        })*

        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

cases! {
    broken_graphs
    check
    depends_on
    diamond
    edit
    empty
    ensure_version
    hooks
    init
    logging
    missing
    new_revisions
    offline
    options
    partial_ids
    scripts
    several_bases
    version_locations
    version_rows
}

#[test]
fn every_case_is_run_and_every_difference_belongs_to_one() {
    let stems = |sub: &str| {
        let entries = fs::read_dir(folder().join(sub)).expect("the folder");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(stems("cases"), NAMES, "main.rs lists all cases, sorted");
    assert_eq!(stems("alembic"), NAMES, "scripts/transcripts.py makes the missing ones");
    let listed = Differences::parse(&fs::read_to_string(folder().join("differences.md")).expect("differences.md"));
    assert_eq!(listed.cases_beside(NAMES), Vec::<&str>::new(), "differences.md names cases that are not there");
}
