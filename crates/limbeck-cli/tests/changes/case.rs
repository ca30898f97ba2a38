//! The files of `cases`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::database::Kind;

/// Two states of the models, and what the ways between them are called.
#[derive(Debug)]
pub struct Case {
    /// The name of its file
    pub family: String,
    /// Its first line
    pub heading: String,
    /// What is changed
    pub subject: String,
    /// What is done to it on the way there, and on the way back if that is a case too; `unchanged` when there is only one state
    pub changes: Vec<String>,
    /// The databases on which it makes sense
    pub kinds: Vec<Kind>,
    /// Statements that come before the first models
    pub sql: String,
    /// More arguments of `context.configure()`
    pub configure: String,
    /// Python that fills `metadata`
    pub models: [String; 2],
}

impl Case {
    /// Whether nothing is to be found.
    pub fn is_unchanged(&self) -> bool {
        self.changes == ["unchanged"]
    }

    /// A change's name in the lists.
    pub fn title(&self, change: usize) -> String {
        format!("{} | {}", self.subject, self.changes[change])
    }
}

/// A file of this test.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/changes").join(name)
}

/// The Python files of a folder, by name.
pub fn files(folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(path(folder)).expect("the folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "py"));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    paths.iter().map(read).collect()
}

/// All cases, by file.
pub fn all() -> Vec<Case> {
    let found: Vec<Case> = files("cases").iter().flat_map(|(name, text)| of_file(name, text)).collect();
    let mut titles: Vec<String> =
        found.iter().flat_map(|case| (0..case.changes.len()).map(|change| case.title(change))).collect();
    titles.sort();
    if let Some(twice) = titles.windows(2).find(|pair| pair[0] == pair[1]) {
        panic!("{}: a name for two changes", twice[0]);
    }
    found
}

fn of_file(family: &str, text: &str) -> Vec<Case> {
    let mut parts = text.split("#: ");
    let common = parts.next().unwrap_or_default();
    let heading = common.lines().next().and_then(|line| line.strip_prefix("# ")).expect("a heading");
    let case = |part: &str| {
        let (title, body) = part.split_once('\n').expect("a title and a body");
        let mut words = title.split(" | ").map(str::to_owned);
        let subject = words.next().expect("a subject");
        let option = |name: &str| {
            let begin = format!("#= {name}: ");
            [body, common].into_iter().flat_map(str::lines).find_map(|line| line.strip_prefix(&begin)).unwrap_or("")
        };
        let body: String =
            body.lines().filter(|line| !line.starts_with("#= ")).map(|line| format!("{line}\n")).collect();
        let (before, after) = body.split_once("#=>\n").unwrap_or((&body, &body));
        let changes: Vec<String> = words.collect();
        let kinds: Vec<Kind> = match option("on") {
            "" => Kind::ALL.to_vec(),
            some => some.split(' ').map(|name| Kind::named(name).expect("a database")).collect(),
        };
        let is_pair = body.contains("#=>\n");
        assert!(is_pair != (changes == ["unchanged"]) && (1..=2).contains(&changes.len()), "{family}: {title}");
        Case {
            family: family.to_owned(),
            heading: heading.to_owned(),
            subject,
            changes,
            kinds,
            sql: option("sql").to_owned(),
            configure: option("configure").to_owned(),
            models: [before.trim_end().to_owned(), after.trim_end().to_owned()],
        }
    };
    parts.map(case).collect()
}
