//! A project drawn in a text file, and the commands that are typed in it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// See the README.
pub struct Case {
    graph: String,
    files: Vec<(String, String)>,
    commands: String,
}

impl Case {
    pub fn parse(text: &str) -> Self {
        let mut case = Case { graph: String::new(), files: Vec::new(), commands: String::new() };
        let mut part: Option<&mut String> = None;
        for line in text.split_inclusive('\n') {
            match line.trim_end().strip_prefix("-- ").and_then(|line| line.strip_suffix(" --")) {
                Some("graph") => part = Some(&mut case.graph),
                Some("commands") => part = Some(&mut case.commands),
                Some(path) => {
                    case.files.push((path.to_owned(), String::new()));
                    part = case.files.last_mut().map(|(_, text)| text);
                }
                None => part.iter_mut().for_each(|part| part.push_str(line)),
            }
        }
        case
    }

    /// Types the commands in a temporary copy of the project, where `alembic` is limbeck: the transcript.
    pub fn run(&self) -> String {
        let folder = TempDir::new().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("the folder is there");
        self.write(&root);
        let programs = TempDir::new().expect("a temporary folder");
        let alembic = programs.path().join("alembic");
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_limbeck"), alembic).expect("a link");
        let path = format!("{}:/usr/bin:/bin", programs.path().display());
        let mut shown = Vec::new();
        for command in self.commands.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut shell = Command::new("sh");
            shell.args(["-c", command]).current_dir(&root).stdin(Stdio::null());
            shell.env_clear().env("PATH", &path).env("HOME", &root).env("LANG", "C.UTF-8").env("TZ", "UTC");
            let output = shell.output().expect("a shell");
            shown.push(format!("$ {command}"));
            for (sign, bytes) in [("1|", &output.stdout), ("2|", &output.stderr)] {
                let text = String::from_utf8_lossy(bytes).replace(&*root.to_string_lossy(), "PROJECT");
                shown.extend(text.lines().map(|line| format!("{sign} {}", without_date(line))));
            }
            match output.status.code() {
                Some(0) => {}
                Some(code) => shown.push(format!("exit {code}")),
                None => panic!("{command}: {}", output.status),
            }
            shown.push(String::new());
        }
        shown.join("\n")
    }

    fn write(&self, root: &Path) {
        copy(&super::folder().join("base"), root);
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
            fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        };
        fs::create_dir_all(root.join("migrations/versions")).expect("folders");
        for line in self.graph.lines() {
            let (id, text) = script(line);
            write(&format!("migrations/versions/{id}.py"), &text);
        }
        for (path, text) in &self.files {
            write(path, text);
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folders");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("a file");
        let to = to.join(entry.file_name());
        match entry.file_type().expect("its type").is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).expect("a copy")),
        }
    }
}

/// The identifier and the text of a version script drawn as `ID [<- PARENT,..] [+ DEPENDENCY,..] [@ LABEL,..] [: DOCSTRING]`.
fn script(line: &str) -> (&str, String) {
    let (drawn, doc) = line.split_once(": ").unwrap_or((line, ""));
    let mut words = drawn.split_whitespace();
    let id = words.next().expect("an identifier");
    let mut lists: HashMap<&str, Vec<&str>> = HashMap::new();
    while let (Some(sign), Some(names)) = (words.next(), words.next()) {
        lists.insert(sign, names.split(',').collect());
    }
    let list = |sign: &str| lists.get(sign).map_or(&[][..], Vec::as_slice);
    let value = |sign: &str| match list(sign) {
        [] => "None".to_owned(),
        [one] => format!("'{one}'"),
        several => format!("({})", several.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ")),
    };
    let doc = if doc.is_empty() { format!("step {id}") } else { doc.to_owned() };
    let text = format!(
        "\"\"\"{doc}\n\nRevision ID: {id}\nRevises: {}\nCreate Date: 2026-01-01 00:00:00\n\n\"\"\"\nfrom alembic import op\n\n\
         revision = '{id}'\ndown_revision = {}\nbranch_labels = {}\ndepends_on = {}\n\n\n\
         def upgrade():\n    op.execute(\"CREATE TABLE t_{id} (id INTEGER)\")\n\n\n\
         def downgrade():\n    op.execute(\"DROP TABLE t_{id}\")\n",
        list("<-").join(", "),
        value("<-"),
        value("@"),
        value("+"),
    );
    (id, text)
}

fn without_date(line: &str) -> String {
    match line.split_once("Create Date: ") {
        Some((before, _)) => format!("{before}Create Date: DATE"),
        None => line.to_owned(),
    }
}
