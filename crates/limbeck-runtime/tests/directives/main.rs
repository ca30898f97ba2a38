//! The directive corpus: every directive and argument on every dialect, held against what real Alembic prints offline.
//!
//! README.md says how cases are written and what is compared. The page `docs/directives.md` is made from the same answers.

mod case;
mod malformed;
mod page;
mod run;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use case::{Case, DIALECTS, Differences};
use run::{Answer, Runner};

/// How limbeck's answer stands to Alembic's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The same SQL
    Same,
    /// Both refuse
    BothRefuse,
    /// limbeck refuses what Alembic writes
    Refuses,
    /// limbeck writes another text, or one where Alembic stops
    Writes,
}

fn verdict(ours: &Answer, alembics: &str) -> Verdict {
    match (ours, alembics_error(alembics)) {
        (Answer::Text(text), None) if text == alembics => Verdict::Same,
        (Answer::Text(_), _) => Verdict::Writes,
        (_, Some(_)) => Verdict::BothRefuse,
        (_, None) => Verdict::Refuses,
    }
}

/// The type of the exception that Alembic ends with.
pub fn alembics_error(text: &str) -> Option<&str> {
    text.lines().last().and_then(|line| line.strip_prefix("ERROR "))
}

/// All answers to all scripts that can be read, by dialect and position of the case.
fn answers(cases: &[Case]) -> BTreeMap<(usize, usize), Result<Answer, String>> {
    let runner = Runner::new();
    let mut all = BTreeMap::new();
    for (d, dialect) in DIALECTS.iter().enumerate() {
        for (c, case) in cases.iter().enumerate().filter(|(_, c)| c.dynamic().is_none() && c.runs_on(dialect)) {
            all.insert((d, c), runner.answer(case, dialect));
        }
    }
    all
}

#[test]
fn text_is_alembics_or_the_difference_is_listed() {
    let cases = case::all();
    let answers = answers(&cases);
    let differences = Differences::read();
    let mut wrong = Vec::new();
    for (d, dialect) in DIALECTS.iter().enumerate() {
        let expected: BTreeMap<&str, _> =
            cases.iter().map(|c| (c.family.as_str(), case::expected(dialect, &c.family))).collect();
        let mut differing = String::new();
        for (c, case) in cases.iter().enumerate().filter(|(_, case)| case.runs_on(dialect)) {
            let name = &case.name;
            let Some(alembics) = expected[case.family.as_str()].get(name) else {
                wrong.push(format!("{dialect}: {name}: run regenerate.py"));
                continue;
            };
            let ours = match answers.get(&(d, c)) {
                None => continue,
                Some(Ok(ours)) => ours,
                Some(Err(reason)) => {
                    wrong.push(format!("{dialect}: {name}: not read: {reason}"));
                    continue;
                }
            };
            let shown = match ours {
                Answer::Text(text) => text.clone(),
                Answer::Refused(error) => format!("refused {error}"),
                Answer::Lost(error) => {
                    wrong.push(format!("{dialect}: {name}: an error without a place: {error}"));
                    continue;
                }
            };
            let verdict = verdict(ours, alembics);
            let listed = differences.reason(dialect, name).is_some();
            match verdict {
                Verdict::Same | Verdict::BothRefuse if listed => {
                    wrong.push(format!("{dialect}: {name}: listed in differences.md, and is none"));
                }
                Verdict::Refuses | Verdict::Writes if !listed => {
                    wrong.push(format!("{dialect}: {name}:\n--- Alembic\n{alembics}\n--- limbeck\n{shown}"));
                }
                _ => {}
            }
            if verdict != Verdict::Same {
                let error = alembics_error(alembics).map(|e| format!(" [Alembic: {e}]")).unwrap_or_default();
                writeln!(differing, "=== {name}{error}\n{shown}\n").unwrap();
            }
        }
        if std::env::var_os("SHOW_DIFFERENCES").is_none() {
            insta::with_settings!({omit_expression => true}, {
                insta::assert_snapshot!(format!("not_as_alembic_{dialect}"), differing);
            });
        }
    }
    let names: Vec<(&str, &str)> =
        cases.iter().flat_map(|c| DIALECTS.iter().filter(|d| c.runs_on(d)).map(|d| (*d, c.name.as_str()))).collect();
    wrong.extend(differences.idle(&names).iter().map(|entry| format!("differences.md: no case for `{entry}`")));
    assert!(wrong.is_empty(), "{} answers:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn nothing_is_expected_that_is_no_case() {
    let cases = case::all();
    for dialect in DIALECTS {
        let mut families: Vec<&str> = cases.iter().map(|c| c.family.as_str()).collect();
        families.dedup();
        for family in families {
            for name in case::expected(dialect, family).keys() {
                let known = cases.iter().any(|c| c.name == *name && c.family == family && c.runs_on(dialect));
                assert!(known, "{dialect}: {name}: run regenerate.py");
            }
        }
    }
}

#[test]
fn the_page_is_what_the_corpus_says() {
    let cases = case::all();
    let answers = answers(&cases);
    let page = page::written(&cases, &Differences::read(), |dialect, c, alembics| {
        let d = DIALECTS.iter().position(|known| *known == dialect)?;
        answers.get(&(d, c))?.as_ref().ok().map(|ours| verdict(ours, alembics))
    });
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/directives.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        there == page,
        "docs/directives.md is out of date: UPDATE_DOCS=1 cargo test -p limbeck-runtime --test directives"
    );
}
