//! The files of the corpus: cases, what Alembic says to them, and where limbeck differs on purpose.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The dialects, as `regenerate.py` has them.
pub const DIALECTS: [&str; 4] = ["postgresql", "sqlite", "mysql", "mariadb"];

/// One script and its name.
pub struct Case {
    /// The name of its file
    pub family: String,
    /// `subject | argument | which of several`
    pub name: String,
    /// The lines that begin with `#= `
    pub options: BTreeMap<String, String>,
    /// What stands before all cases of the file
    pub preamble: String,
    /// The body of `upgrade()`, or with the option `module` all after the preamble
    pub body: String,
}

impl Case {
    /// The version script without its header.
    pub fn script(&self) -> String {
        match self.options.contains_key("module") {
            true => format!("{}\n{}", self.preamble, self.body),
            false => {
                let lines: String = self.body.lines().map(|line| format!("    {line}\n")).collect();
                format!("{}\ndef upgrade():\n{lines}", self.preamble)
            }
        }
    }

    /// Why the script must be run to be understood.
    pub fn dynamic(&self) -> Option<&str> {
        self.options.get("dynamic").map(String::as_str)
    }

    pub fn runs_on(&self, dialect: &str) -> bool {
        self.options.get("dialects").is_none_or(|only| only.split(' ').any(|d| d == dialect))
    }

    /// The first part of the name.
    pub fn subject(&self) -> &str {
        self.name.split(" | ").next().unwrap_or_default()
    }

    /// The second part of the name.
    pub fn argument(&self) -> &str {
        self.name.split(" | ").nth(1).unwrap_or_default()
    }
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../limbeck-runtime/tests/directives")
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The cases of all files, in order.
pub fn all() -> Vec<Case> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder().join("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "py"));
    files.sort();
    let found: Vec<Case> = files.iter().flat_map(|path| of_file(path)).collect();
    let mut names: Vec<&str> = found.iter().map(|case| case.name.as_str()).collect();
    names.sort_unstable();
    if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        panic!("{}: a name for two cases", twice[0]);
    }
    found
}

fn of_file(path: &Path) -> Vec<Case> {
    let text = read(path);
    let mut parts = text.split("\n#: ");
    let preamble = parts.next().unwrap_or_default();
    let (defaults, _) = split(preamble);
    let case = |part: &str| {
        let (name, rest) = part.split_once('\n').unwrap_or((part, ""));
        let (own, body) = split(rest);
        Case {
            family: path.file_stem().unwrap().to_string_lossy().into_owned(),
            name: name.to_owned(),
            options: defaults.clone().into_iter().chain(own).collect(),
            preamble: preamble.to_owned(),
            body,
        }
    };
    parts.map(case).collect()
}

fn split(text: &str) -> (BTreeMap<String, String>, String) {
    let option = |line: &str| {
        let (key, value) = line.split_once(": ").unwrap_or((line, ""));
        (key.to_owned(), value.to_owned())
    };
    let options = text.lines().filter_map(|line| line.strip_prefix("#= ")).map(option).collect();
    let body: Vec<&str> = text.lines().filter(|line| !line.starts_with("#= ")).collect();
    (options, body.join("\n").trim_end().to_owned())
}

/// What Alembic says: a text for each name.
pub fn expected(dialect: &str, family: &str) -> BTreeMap<String, String> {
    let text = read(&folder().join("expected").join(dialect).join(format!("{family}.sql")));
    let parts = text.split("--: ").skip(1).map(|part| part.split_once('\n').unwrap_or((part, "")));
    parts.map(|(name, text)| (name.to_owned(), text.trim_matches('\n').to_owned())).collect()
}

/// Differences on purpose: `differences.md`.
pub struct Differences {
    /// The reasons, in order
    pub reasons: Vec<String>,
    entries: Vec<Entry>,
}

struct Entry {
    reason: usize,
    dialects: Vec<String>,
    /// A name, or how it begins with `*` at the end
    pattern: String,
}

impl Entry {
    fn covers(&self, dialect: &str, name: &str) -> bool {
        let named = match self.pattern.strip_suffix('*') {
            Some(begin) => name.starts_with(begin),
            None => name == self.pattern,
        };
        named && self.dialects.iter().any(|d| d == dialect)
    }
}

impl Differences {
    pub fn read() -> Self {
        let text = read(&folder().join("differences.md"));
        let mut all = Differences { reasons: Vec::new(), entries: Vec::new() };
        for line in text.lines() {
            if let Some(reason) = line.strip_prefix("## ") {
                all.reasons.push(reason.to_owned());
            } else if let Some(entry) = line.strip_prefix("- ") {
                let (dialects, pattern) = entry.split_once(": ").unwrap_or_else(|| panic!("differences.md: {line}"));
                let dialects = match dialects {
                    "all" => DIALECTS.map(str::to_owned).to_vec(),
                    some => some.split(", ").map(str::to_owned).collect(),
                };
                let reason = all.reasons.len().checked_sub(1).expect("a reason comes before its cases");
                all.entries.push(Entry { reason, dialects, pattern: pattern.to_owned() });
            }
        }
        all
    }

    /// Why a case is allowed to differ: the position in `reasons`.
    pub fn reason(&self, dialect: &str, name: &str) -> Option<usize> {
        self.entries.iter().find(|entry| entry.covers(dialect, name)).map(|entry| entry.reason)
    }

    /// Entries that say nothing about any of these cases, given by dialect and name.
    pub fn idle(&self, cases: &[(&str, &str)]) -> Vec<String> {
        let idle = |entry: &&Entry| {
            entry.dialects.iter().any(|own| !cases.iter().any(|(d, name)| d == own && entry.covers(d, name)))
        };
        self.entries
            .iter()
            .filter(idle)
            .map(|entry| format!("{}: {}", entry.dialects.join(", "), entry.pattern))
            .collect()
    }
}
