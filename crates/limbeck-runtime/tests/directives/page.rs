//! `docs/directives.md`: a table of what each directive and argument gives on each dialect.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::case::{self, Case, DIALECTS, Differences};
use crate::{Verdict, alembics_error};

const HEADINGS: [&str; 4] = ["PostgreSQL", "SQLite", "MySQL", "MariaDB"];

/// The page. `verdict` answers for a dialect, the position of a case and Alembic's text; `None` for a script that must be run.
pub fn written(
    cases: &[Case],
    differences: &Differences,
    verdict: impl Fn(&str, usize, &str) -> Option<Verdict>,
) -> String {
    let malformed = cases.iter().filter(|c| c.family == "malformed").count();
    let cases: Vec<(usize, &Case)> = cases.iter().enumerate().filter(|(_, c)| c.family != "malformed").collect();
    let mut expected: BTreeMap<(&str, &str), BTreeMap<String, String>> = BTreeMap::new();
    let mut notes = Notes::default();
    let mut tables = String::new();
    let mut counts = [0_usize; 4];
    let mut subjects: Vec<&str> = Vec::new();
    for (_, case) in &cases {
        if !subjects.contains(&case.subject()) {
            subjects.push(case.subject());
        }
    }
    subjects.sort_by_key(|subject| subject.to_lowercase());
    for subject in subjects {
        let of_subject: Vec<_> = cases.iter().filter(|(_, c)| c.subject() == subject).collect();
        let mut arguments: Vec<&str> = of_subject.iter().map(|(_, c)| c.argument()).collect();
        arguments.sort_by_key(|argument| argument.to_lowercase());
        arguments.dedup();
        writeln!(
            tables,
            "\n## {subject}\n\n| | cases | {} |\n| --- | --- | --- | --- | --- | --- |",
            HEADINGS.join(" | ")
        )
        .unwrap();
        for argument in arguments {
            let rows: Vec<_> = of_subject.iter().filter(|(_, c)| c.argument() == argument).collect();
            write!(tables, "| `{argument}` | {} |", rows.len()).unwrap();
            for dialect in DIALECTS {
                let mut cell = Cell::default();
                for (position, case) in rows.iter().filter(|(_, c)| c.runs_on(dialect)) {
                    let of_family = expected
                        .entry((dialect, &case.family))
                        .or_insert_with(|| case::expected(dialect, &case.family));
                    let expected = &of_family[&case.name];
                    let reason = differences.reason(dialect, &case.name);
                    // Scripts that are run elsewhere keep to the same list.
                    let found =
                        verdict(dialect, *position, expected).unwrap_or(match (reason, alembics_error(expected)) {
                            (Some(_), _) => Verdict::Refuses,
                            (None, Some(_)) => Verdict::BothRefuse,
                            (None, None) => Verdict::Same,
                        });
                    cell.add(found, reason.map(|reason| notes.number(reason)));
                    counts[found as usize] += 1;
                }
                write!(tables, " {} |", cell.text()).unwrap();
            }
            tables.push('\n');
        }
    }
    let dynamic: Vec<&Case> = cases.iter().map(|(_, c)| *c).filter(|c| c.dynamic().is_some()).collect();
    let read = cases.len() - dynamic.len();
    let mut page = format!(
        "# Directives and their arguments\n\n\
        Every directive of `op` with every argument, as limbeck writes it with `--sql`, beside Alembic 1.20.1 with SQLAlchemy 2.1.9. This page is written by the tests \
        from `crates/limbeck-runtime/tests/directives`.\n\n\
        {} scripts are written for up to four dialects each, which makes {} comparisons: {} give Alembic's SQL character for character, {} are refused by both, {} \
        are refused by limbeck alone, and {} are written in another way, on purpose. {read} of the scripts are nothing but directives, and all of these are read without running them; \
        the other {} need Python and are run by the one that is built in. {malformed} more scripts have an argument that is wrong, missing, unknown or too many: each is \
        refused at its line and column.\n\n\
        *same*: Alembic's SQL, character for character. *refused*: an error that names file, line and column and says what to do; without a number, Alembic stops with \
        an exception there too. *other*: SQL that differs. The numbers lead to the reasons [below](#reasons).\n",
        cases.len(),
        counts.iter().sum::<usize>(),
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        dynamic.len(),
    );
    page.push_str(&tables);
    page.push_str("\n## Reasons\n\n");
    for (number, reason) in notes.0.iter().enumerate() {
        writeln!(page, "{}. {}", number + 1, differences.reasons[*reason]).unwrap();
    }
    page
}

/// Reasons in the order in which they are met.
#[derive(Default)]
struct Notes(Vec<usize>);

impl Notes {
    fn number(&mut self, reason: usize) -> usize {
        let at = self.0.iter().position(|known| *known == reason).unwrap_or_else(|| {
            self.0.push(reason);
            self.0.len() - 1
        });
        at + 1
    }
}

/// What the cases of one argument give on one dialect.
#[derive(Default)]
struct Cell(BTreeMap<&'static str, Vec<usize>>);

impl Cell {
    fn add(&mut self, verdict: Verdict, note: Option<usize>) {
        let word = match verdict {
            Verdict::Same => "1same",
            Verdict::Writes => "2other",
            Verdict::Refuses | Verdict::BothRefuse => "3refused",
        };
        let notes = self.0.entry(word).or_default();
        if let Some(note) = note.filter(|note| !notes.contains(note)) {
            notes.push(note);
        }
    }

    fn text(&self) -> String {
        let part = |(word, notes): (&&str, &Vec<usize>)| {
            let notes: Vec<String> = notes.iter().map(usize::to_string).collect();
            let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
            format!("{}{notes}", &word[1..])
        };
        self.0.iter().map(part).collect::<Vec<_>>().join("; ")
    }
}
