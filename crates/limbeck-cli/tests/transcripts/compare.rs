//! Two transcripts, the lines in which they differ, and the file that explains them.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use similar::{ChangeTag, TextDiff};

/// The lines that only one of the two has, for each command that is not the same: `- ` Alembic's, `+ ` limbeck's. The commands of a
/// case are told apart by their number where one is typed several times: `diamond: alembic current (2)`.
#[derive(Default)]
pub struct Differences {
    lines: BTreeMap<String, Vec<String>>,
}

impl Differences {
    /// Reads the `diff` blocks of the explanations: one or more lines `# case: command`, then the lines that differ.
    pub fn parse(text: &str) -> Self {
        let mut found = Differences::default();
        let (mut inside, mut titles, mut lines) = (false, Vec::new(), Vec::new());
        let mut finish = |titles: &mut Vec<String>, lines: &mut Vec<String>| {
            for title in titles.drain(..) {
                let before = found.lines.insert(title.clone(), lines.clone());
                assert!(before.is_none(), "differences.md has {title:?} twice");
            }
            lines.clear();
        };
        for line in text.lines() {
            match line {
                "```diff" => inside = true,
                "```" => {
                    finish(&mut titles, &mut lines);
                    inside = false;
                }
                _ if !inside => {}
                _ => match line.strip_prefix("# ") {
                    Some(title) => {
                        if !lines.is_empty() {
                            finish(&mut titles, &mut lines);
                        }
                        titles.push(title.to_owned());
                    }
                    None => lines.push(line.to_owned()),
                },
            }
        }
        found
    }

    /// The cases that are named here and are not among `names`.
    pub fn cases_beside(&self, names: &[&str]) -> Vec<&str> {
        self.lines.keys().filter(|title| !names.contains(&case_of(title))).map(String::as_str).collect()
    }
}

fn case_of(title: &str) -> &str {
    title.split(": ").next().unwrap_or(title)
}

/// What the file would have to say otherwise about a case, in its own form; empty when it is right.
pub fn problems(case: &str, theirs: &str, ours: &str, listed: &Differences) -> String {
    let (theirs, ours) = (commands(theirs), commands(ours));
    let typed = |all: &[(String, Vec<String>)]| all.iter().map(|(command, _)| command.clone()).collect::<Vec<_>>();
    assert_eq!(typed(&theirs), typed(&ours), "run scripts/transcripts.py {case}");
    let mut text = String::new();
    let mut differ = Vec::new();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for ((command, theirs), (_, ours)) in theirs.iter().zip(&ours) {
        let time = times.entry(command).or_default();
        *time += 1;
        let number = if *time == 1 { String::new() } else { format!(" ({time})") };
        let title = format!("{case}: {command}{number}");
        let lines = differing(&in_order(command, alembics(theirs)), &in_order(command, limbecks(ours)));
        if lines.is_empty() {
            continue;
        }
        if listed.lines.get(&title) != Some(&lines) {
            writeln!(text, "# {title}\n{}", lines.join("\n")).expect("a string");
        }
        differ.push(title);
    }
    for title in listed.lines.keys().filter(|title| case_of(title) == case && !differ.contains(title)) {
        writeln!(text, "no longer differs: {title}").expect("a string");
    }
    text
}

/// The commands of a transcript with their lines.
fn commands(transcript: &str) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for line in transcript.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("$ "), all.last_mut()) {
            (Some(command), _) => all.push((command.to_owned(), Vec::new())),
            (None, Some((_, lines))) => lines.push(line.to_owned()),
            (None, None) => panic!("not a transcript: {line}"),
        }
    }
    all
}

/// Alembic's lines, `FAILED: ...` where limbeck has it: at the end of standard error; the version row without `RETURNING`, in offline SQL.
fn alembics(lines: &[String]) -> Vec<String> {
    let failed = lines.iter().position(|line| line.starts_with("1| FAILED: "));
    let is_out = |line: &&String| line.starts_with("1|");
    let (out, rest): (Vec<&String>, Vec<&String>) = lines.iter().partition(is_out);
    let (out, message) = out.split_at(failed.unwrap_or(out.len()));
    let (exit, err): (Vec<&String>, Vec<&String>) = rest.into_iter().partition(|line| line.starts_with("exit "));
    let message = message.iter().map(|line| line.replacen("1|", "2|", 1));
    let without_returning = |line: &&String| match line.split_once(" RETURNING ") {
        Some((insert, _)) if insert.starts_with("1| INSERT INTO alembic_version ") => format!("{insert};"),
        _ => line.to_string(),
    };
    let (out, err, exit) = (out.iter().map(without_returning), err.into_iter().cloned(), exit.into_iter().cloned());
    out.chain(err).chain(message).chain(exit).collect()
}

/// limbeck's lines without those that it says more: the way out, and the frames of a traceback, which Alembic's transcript does not have
/// either.
fn limbecks(lines: &[String]) -> Vec<String> {
    const TRACEBACK: &str = "2| Traceback (most recent call last):";
    let mut kept: Vec<String> = Vec::new();
    let mut in_traceback = false;
    for line in lines {
        if line == TRACEBACK {
            // Of a chain only the last one counts.
            kept.truncate(kept.iter().position(|line| line == TRACEBACK).unwrap_or(kept.len()));
        }
        in_traceback &= line.starts_with("2|   ");
        if !in_traceback && !line.starts_with("2|   help: ") {
            kept.push(line.clone());
        }
        in_traceback |= line == TRACEBACK;
    }
    kept
}

/// The lines with everything sorted that Alembic lists in the order of a Python set; of wrong usage only that it is one.
fn in_order(command: &str, mut lines: Vec<String>) -> Vec<String> {
    if lines.last().is_some_and(|line| line == "exit 2") {
        lines.retain(|line| !line.starts_with("2|"));
    }
    for line in &mut lines {
        if let Some((title, names)) =
            line.split_once(": ").filter(|(title, _)| ["1| Branches into", "1| Branch names"].contains(title))
        {
            *line = format!("{title}: {}", sorted(names));
        } else if let Some((before, (names, after))) =
            line.split_once(" (").and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
            && line.starts_with("1|")
        {
            *line = format!("{before} ({}){after}", sorted(names));
        }
    }
    if command.contains(" current") || command.contains(" branches") {
        lines.sort();
    }
    lines
}

fn sorted(names: &str) -> String {
    let mut names: Vec<&str> = names.split(", ").collect();
    names.sort_unstable();
    names.join(", ")
}

fn differing(theirs: &[String], ours: &[String]) -> Vec<String> {
    let text = |lines: &[String]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let (theirs, ours) = (text(theirs), text(ours));
    let diff = TextDiff::from_lines(&theirs, &ours);
    let lines = diff.iter_all_changes().filter_map(|change| match change.tag() {
        ChangeTag::Equal => None,
        ChangeTag::Delete => Some(format!("- {}", change.value().trim_end_matches('\n'))),
        ChangeTag::Insert => Some(format!("+ {}", change.value().trim_end_matches('\n'))),
    });
    lines.collect()
}
