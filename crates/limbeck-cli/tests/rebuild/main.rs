//! Rebuilds of SQLite tables on live databases: nothing is lost, with foreign keys on and off, whoever reads env.py, and when the
//! process is killed at any statement. `docs/sqlite.md` shows the same cases beside Alembic.

mod case;
#[cfg(unix)]
mod killed;
#[path = "../support/mod.rs"]
mod support;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use case::{Case, ENVIRONMENTS};

/// What is wrong after an upgrade and a downgrade.
fn faults(case: &Case, environment: usize, enforced: bool) -> Vec<String> {
    let project = case.project(environment, enforced, "", "");
    let mut found = case.wrong(&project, &["always", "before"]);
    let before = case.catalogue(&project);
    let outcome = project.run(&["upgrade", "head"]);
    if let Some(message) = case.refused(enforced) {
        let place = "migrations/versions/r01.py:";
        if outcome.code != Some(255) || !outcome.stderr.contains(message) || !outcome.stderr.contains(place) {
            found.push(format!("it is not refused as it should be: {outcome:#?}"));
        }
        found.extend(case.wrong(&project, &["always", "before"]));
        if case.catalogue(&project) != before {
            found.push("the refused run changed the catalogue".into());
        }
        return found;
    }
    if outcome.code != Some(0) {
        found.push(format!("the upgrade failed: {outcome:#?}"));
    }
    found.extend(case.wrong(&project, &["always", "after"]));
    let outcome = project.run(&["downgrade", "base"]);
    if outcome.code != Some(0) {
        found.push(format!("the downgrade failed: {outcome:#?}"));
    }
    found.extend(case.wrong(&project, &["always", "before"]));
    found
}

/// Runs all cases, a few at a time.
fn sweep(environment: usize, enforced: bool) {
    let cases = case::all();
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from).min(4) {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = faults(case, environment, enforced);
                    if !found.is_empty() {
                        let text =
                            format!("{}, env.py {}: {}", case.name, ENVIRONMENTS[environment].0, found.join("\n"));
                        wrong.lock().expect("no panic").push(text);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("no panic");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn env_py_read_and_foreign_keys_off() {
    sweep(0, false);
}

#[test]
fn env_py_read_and_foreign_keys_on() {
    sweep(0, true);
}

#[test]
fn env_py_run_and_foreign_keys_off() {
    sweep(1, false);
}

#[test]
fn env_py_run_and_foreign_keys_on() {
    sweep(1, true);
}

/// limbeck's column of the table is what the tests above hold it to. Alembic's is written by `scripts/sqlite_rebuilds.py`.
#[test]
fn the_table_in_the_page_is_true() {
    let page = include_str!("../../../../docs/sqlite.md");
    let table =
        page.split("<!-- rebuilds: begin -->").nth(1).and_then(|rest| rest.split("<!-- rebuilds: end -->").next());
    let rows: Vec<(&str, &str)> = table
        .expect("the table")
        .lines()
        .filter(|line| line.starts_with("| ["))
        .map(|line| {
            let mut cells = line.trim_matches('|').split(" | ");
            (cells.next().unwrap_or("").trim(), cells.next().unwrap_or("").trim())
        })
        .collect();
    let refuses = |message: Option<&str>| {
        message.map_or("keeps everything".to_owned(), |text| format!("refuses, and changes nothing: {text}"))
    };
    let expected: Vec<(String, String)> = case::all()
        .iter()
        .map(|case| {
            let (off, on) = (refuses(case.refused(false)), refuses(case.refused(true)));
            let cell = if off == on { off } else { format!("foreign keys off: {off}<br>on: {on}") };
            let file = format!("../crates/limbeck-cli/tests/rebuild/cases/{}.txt", case.name);
            (format!("[{}]({file})", case.title), cell)
        })
        .collect();
    let found: Vec<(String, String)> = rows.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(found, expected, "run scripts/sqlite_rebuilds.py");
}

/// Without a database there is no table to look at.
#[test]
fn offline_it_is_refused_at_its_line() {
    let cases = case::all();
    let case = cases.iter().find(|case| case.name == "trigger").expect("the case");
    let outcome = case.project(0, false, "", "").run(&["upgrade", "head", "--sql"]);
    assert_eq!(outcome.code, Some(255), "{outcome:?}");
    assert!(outcome.stderr.contains("This operation cannot proceed in --sql mode"), "{outcome:?}");
    assert!(
        outcome.stderr.contains("migrations/versions/r01.py:") && outcome.stderr.contains("copy_from"),
        "{outcome:?}"
    );
}
