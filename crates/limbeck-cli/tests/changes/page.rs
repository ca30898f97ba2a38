//! `docs/autogenerate.md`, what Alembic does, and what is known not to go round.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcomes;
use crate::case::{Case, path};
use crate::database::Kind;
use crate::round::{Outcome, ROUND, WORDS};

const HEADING: [(Kind, &str); 3] =
    [(Kind::Postgresql, "PostgreSQL"), (Kind::Sqlite, "SQLite"), (Kind::Mariadb, "MariaDB")];
const BEGIN: &str = "<!-- changes: begin -->\n";
const END: &str = "<!-- changes: end -->";

/// What Alembic does, from `alembic.txt`.
pub fn alembics() -> Outcomes {
    let text = fs::read_to_string(path("alembic.txt")).unwrap_or_default();
    let block = |block: &str| {
        let (head, detail) = block.split_once('\n').unwrap_or((block, ""));
        let (kind, rest) = head.split_once(" | ").expect("a database");
        let (title, word) = rest.rsplit_once(": ").expect("a word");
        let key = (Kind::named(kind).expect("a database"), title.to_owned());
        (key, Outcome { word: known(word), detail: detail.trim_end().to_owned() })
    };
    text.split("\n== ").skip(1).map(block).collect()
}

/// Puts these outcomes into `alembic.txt`.
pub fn write_alembics(new: Outcomes) {
    let mut outcomes = alembics();
    outcomes.extend(new);
    let mut text = "What real Alembic makes of the changes. Written by the test, see README.md.\n".to_owned();
    for ((kind, title), outcome) in &outcomes {
        let detail = if outcome.word == ROUND { outcome.detail.clone() } else { plain(&outcome.detail) };
        let detail = if detail.is_empty() { detail } else { detail + "\n" };
        let _ = write!(text, "\n== {} | {title}: {}\n{detail}", kind.name(), outcome.word);
    }
    fs::write(path("alembic.txt"), text).expect("the file is written");
}

fn known(word: &str) -> &'static str {
    WORDS.into_iter().find(|known| *known == word).unwrap_or_else(|| panic!("{word:?} is no outcome"))
}

/// The first lines of a message, without addresses of objects.
fn plain(detail: &str) -> String {
    let lines = detail.lines().map(str::trim_end).filter(|line| !line.is_empty()).take(4);
    let short = |line: &str| {
        let mut parts = line.split(" at 0x");
        let mut text = parts.next().unwrap_or_default().to_owned();
        parts.for_each(|part| text.push_str(part.trim_start_matches(|digit: char| digit.is_ascii_hexdigit())));
        text.chars().take(200).collect::<String>()
    };
    lines.map(short).collect::<Vec<_>>().join("\n")
}

/// What is known to become of a change instead of going round: `exceptions.md`.
pub fn exception((kind, title): &(Kind, String)) -> Option<&'static str> {
    let begin = format!("- {}: {title}: ", kind.name());
    include_str!("exceptions.md").lines().find_map(|line| line.strip_prefix(&begin)).map(known)
}

/// Whether a script is known to have another text than Alembic's: `texts.md`.
pub fn is_other_text((kind, title): &(Kind, String)) -> bool {
    let line = format!("- {}: {title}", kind.name());
    include_str!("texts.md").lines().any(|known| known == line)
}

/// The table of the page.
pub fn written(cases: &[Case], ours: &Outcomes, alembics: &Outcomes) -> String {
    let mut text = counted(ours, alembics);
    let mut family = "";
    for case in cases {
        if case.family != family {
            family = &case.family;
            let _ = write!(text, "\n### {}\n\n|", case.heading);
            for (_, name) in HEADING {
                let _ = write!(text, " | {name} | Alembic");
            }
            text.push_str(" |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        }
        for change in 0..case.changes.len() {
            let title = case.title(change);
            let _ = write!(text, "| {}: {} |", case.subject, case.changes[change]);
            for (kind, _) in HEADING {
                let key = (kind, title.clone());
                for outcomes in [ours, alembics] {
                    let word = outcomes.get(&key).map_or("", |found| found.word);
                    let _ = write!(text, " {} |", if word == ROUND { "✓" } else { word });
                }
            }
            text.push('\n');
        }
    }
    text
}

/// How many go round, and what becomes of the others.
fn counted(ours: &Outcomes, alembics: &Outcomes) -> String {
    let mut text = format!("| | {} |\n| --- |", HEADING.map(|(_, name)| format!("{name} | Alembic")).join(" | "));
    text.push_str(&" --- |".repeat(6));
    text.push('\n');
    for word in WORDS {
        let count = |kind: Kind, outcomes: &Outcomes| {
            outcomes.iter().filter(|((k, _), found)| *k == kind && found.word == word).count()
        };
        let counts: Vec<usize> =
            HEADING.iter().flat_map(|(kind, _)| [count(*kind, ours), count(*kind, alembics)]).collect();
        if counts.iter().any(|count| *count > 0) {
            let mark = if word == ROUND { "✓ goes round" } else { word };
            let cells: Vec<String> = counts.iter().map(usize::to_string).collect();
            let _ = writeln!(text, "| {mark} | {} |", cells.join(" | "));
        }
    }
    text
}

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/autogenerate.md")
}

/// Compares the page with what it should be, or writes it when `UPDATE_DOCS` is set.
pub fn compare(table: &str) {
    let text = fs::read_to_string(page()).expect("the page");
    let (before, rest) = text.split_once(BEGIN).expect("where the table begins");
    let (_, after) = rest.split_once(END).expect("where the table ends");
    let expected = format!("{before}{BEGIN}{table}{END}{after}");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(page(), expected).expect("the page is written");
    } else {
        assert!(
            text == expected,
            "docs/autogenerate.md is not up to date: run this test with UPDATE_DOCS=1, see README.md"
        );
    }
}
