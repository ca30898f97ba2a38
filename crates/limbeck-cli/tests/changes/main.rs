//! One change of the models at a time, on every database: found, written, applied, not found again, taken back. See README.md.

mod case;
mod database;
mod models;
mod page;
mod round;
#[path = "../support/mod.rs"]
mod support;
mod tool;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use case::Case;
use database::Kind;
use round::{NONE, Outcome, ROUND, Side};
use tool::{Alembic, Limbeck, Tool};

/// What a tool made of each change on each database.
pub type Outcomes = BTreeMap<(Kind, String), Outcome>;

/// Does `work` on all of `items`, a few at a time.
fn in_parallel<T: Sync, W>(items: &[T], start: impl Fn() -> W + Sync, work: impl Fn(&mut W, &T) + Sync) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 4) {
            scope.spawn(|| {
                let mut worker = start();
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(&mut worker, item);
                }
            });
        }
    });
}

/// Every case on every database that it is for; `CHANGES` in the environment names some of them by a part of their names.
fn jobs(cases: &[Case]) -> Vec<(Kind, &Case)> {
    let some = std::env::var("CHANGES").unwrap_or_default();
    let is_asked = |(kind, case): &(Kind, &Case)| {
        let name = format!("{} {} {}", case.family, kind.name(), case.subject);
        some.split(',').any(|some| name.contains(some))
    };
    let all = cases.iter().flat_map(|case| case.kinds.iter().map(move |kind| (*kind, case)));
    all.filter(is_asked).collect()
}

/// The changes of a case, there and back.
fn rounds(
    (kind, case): (Kind, &Case),
    tool: &mut dyn Tool,
    twice: bool,
    mut found: impl FnMut(String, Option<(&Side, &[String])>, Outcome),
) {
    let mut sides = Vec::new();
    for models in &case.models {
        match Side::new(case, kind, models, tool) {
            Ok(side) => sides.push(side),
            Err(outcome) => {
                return (0..case.changes.len()).for_each(|change| found(case.title(change), None, outcome.clone()));
            }
        }
        if case.is_unchanged() {
            let outcome = sides[0].stay(tool);
            return found(case.title(0), None, outcome);
        }
    }
    for change in 0..case.changes.len() {
        let (from, to) = (&sides[change], &sides[1 - change]);
        // One of the two ways is enough to see whether the script is always the same.
        let outcome = from.go(kind, &case.models[1 - change], &to.catalogue, twice && change == 0, tool);
        found(case.title(change), Some((from, &to.catalogue)), outcome);
    }
}

/// What limbeck does; and what Alembic makes of limbeck's scripts, where it has something to say.
fn by_limbeck(jobs: &[(Kind, &Case)]) -> (Outcomes, Outcomes) {
    let (ours, theirs) = (Mutex::new(Outcomes::new()), Mutex::new(Outcomes::new()));
    in_parallel(
        jobs,
        || Alembic::is_there().then(Alembic::start),
        |alembic, (kind, case)| {
            rounds((*kind, case), &mut Limbeck, true, |title, sides, outcome| {
                if let (Some((side, _)), true) = (sides, std::env::var_os("SHOW").is_some()) {
                    eprintln!("== {} | {title}: {}\n{}", kind.name(), outcome.word, side.script());
                }
                let sides = sides.filter(|_| outcome.word == ROUND);
                if let (Some(alembic), Some((side, target))) = (alembic.as_mut(), sides) {
                    let repeated = side.repeat(*kind, target, alembic);
                    theirs.lock().expect("no panic").insert((*kind, title.clone()), repeated);
                }
                ours.lock().expect("no panic").insert((*kind, title), outcome);
            });
        },
    );
    (ours.into_inner().expect("no panic"), theirs.into_inner().expect("no panic"))
}

/// What Alembic does.
fn by_alembic(jobs: &[(Kind, &Case)]) -> Outcomes {
    let theirs = Mutex::new(Outcomes::new());
    in_parallel(jobs, Alembic::start, |alembic, job| {
        rounds(*job, alembic, false, |title, _, outcome| {
            theirs.lock().expect("no panic").insert((job.0, title), outcome);
        });
    });
    theirs.into_inner().expect("no panic")
}

/// Scripts that have another text than Alembic's where both go round, and those that have the same although `texts.md` has a reason.
fn texts(ours: &Outcomes, alembics: &Outcomes) -> Vec<String> {
    let round = ours.iter().filter(|(_, found)| found.word == ROUND);
    let unexpected = |(key, found): (&(Kind, String), &Outcome)| {
        let theirs = alembics.get(key).filter(|theirs| theirs.word == ROUND)?;
        let differs = in_order(theirs.lines()) != in_order(found.lines());
        let lines =
            || format!("- {}: {}\n{}\n", key.0.name(), key.1, round::difference(&theirs.lines(), &found.lines()));
        (differs != page::is_other_text(key)).then(lines)
    };
    round.filter_map(unexpected).collect()
}

/// With columns that come or go one after the other by name: their order on Alembic is that of a set.
fn in_order(mut lines: Vec<String>) -> Vec<String> {
    let is_column = |line: &String| line.contains("drop_column(") || line.contains("add_column(");
    lines.chunk_by_mut(|one, other| is_column(one) && is_column(other)).for_each(<[String]>::sort);
    lines
}

fn shown(outcomes: &Outcomes) -> String {
    let text = |((kind, title), outcome): (&(Kind, String), &Outcome)| {
        let detail: String = outcome.detail.lines().map(|line| format!("    {line}\n")).collect();
        format!("{} | {title}: {}\n{detail}", kind.name(), outcome.word)
    };
    outcomes.iter().map(text).collect()
}

/// Asks real Alembic: `cargo test --test changes -- --ignored`. It takes some minutes.
#[test]
#[ignore = "writes alembic.txt"]
fn what_alembic_does() {
    let cases = case::all();
    page::write_alembics(by_alembic(&jobs(&cases)));
}

#[test]
fn every_change_goes_round() {
    let cases = case::all();
    let jobs = jobs(&cases);
    let (mut ours, mut repeated) = by_limbeck(&jobs);
    let alembic = page::alembics();
    let page = page::written(&cases, &ours, &alembic);
    let round = ours.len();
    let differing = texts(&ours, &alembic);
    ours.retain(|key, found| match page::exception(key) {
        Some(expected) => found.word != expected,
        None => ![ROUND, NONE].contains(&found.word),
    });
    repeated.retain(|_, found| found.word != ROUND);
    assert!(
        ours.is_empty() && repeated.is_empty(),
        "{} of {round} changes do not go round, or do so where exceptions.md says otherwise:\n{}\n{} of limbeck's scripts do not on Alembic:\n{}",
        ours.len(),
        shown(&ours),
        repeated.len(),
        shown(&repeated)
    );
    assert!(
        differing.is_empty(),
        "{} scripts have another text than Alembic's, or the same where texts.md says otherwise:\n{}",
        differing.len(),
        differing.join("\n")
    );
    if std::env::var_os("CHANGES").is_none() {
        page::compare(&page);
    }
}
