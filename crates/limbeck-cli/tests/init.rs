//! `init`, beside real Alembic's: the same files with the same settings, and projects that both tools go on with.
#![cfg(unix)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use limbeck_testkit::oracle;
use support::state;
use tempfile::TempDir;

const TEMPLATES: [&str; 5] = ["async", "generic", "multidb", "pyproject", "pyproject_async"];

/// A folder to make a project in.
struct Place {
    folder: TempDir,
}

struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Tool {
    Limbeck,
    Alembic,
}

impl Place {
    fn new() -> Self {
        Place { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    fn write(&self, relative: &str, text: &str) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("write");
    }

    fn run(&self, tool: Tool, arguments: &[&str]) -> Outcome {
        let program = match tool {
            Tool::Limbeck => env!("CARGO_BIN_EXE_limbeck").into(),
            Tool::Alembic => oracle::alembic(),
        };
        let root = self.folder.path().canonicalize().expect("a real path").display().to_string();
        let arguments = arguments.iter().map(|argument| argument.replace("ROOT", &root));
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&root).env_remove("ALEMBIC_CONFIG").env("PYTHONDONTWRITEBYTECODE", "1");
        let output = command.stdin(std::process::Stdio::null()).output().expect("the tool starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&root, "ROOT");
        Outcome { code: output.status.code(), stdout: text(&output.stdout), stderr: text(&output.stderr) }
    }

    #[track_caller]
    fn succeed(&self, tool: Tool, arguments: &[&str]) -> String {
        let outcome = self.run(tool, arguments);
        let (stdout, stderr) = (&outcome.stdout, &outcome.stderr);
        assert_eq!(outcome.code, Some(0), "{tool:?} {}: {stdout}{stderr}", arguments.join(" "));
        outcome.stdout
    }

    /// All files and folders.
    fn files(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                found.insert(path.strip_prefix(self.folder.path()).expect("below").display().to_string());
                if path.is_dir() {
                    folders.push(path);
                }
            }
        }
        found
    }

    /// The settings of every ini and toml file, as Python reads them.
    fn settings(&self) -> String {
        let program = "
import configparser, json, pathlib, tomllib
found = {}
for path in sorted(pathlib.Path('.').rglob('*')):
    if path.suffix in ('.ini', '.cfg'):
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(path)
        found[str(path)] = {name: dict(parser[name]) for name in parser}
    elif path.suffix == '.toml':
        found[str(path)] = tomllib.loads(path.read_text())
print(json.dumps(found, indent=1))
";
        let mut command = Command::new(oracle::program("python"));
        let output = command.args(["-c", program]).current_dir(self.folder.path()).output().expect("Python starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).replace(&*self.folder.path().to_string_lossy(), "ROOT")
    }
}

/// The same lines; Alembic's come in the order of its template folder's entries.
fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

/// Runs `init` with both tools on folders prepared alike.
#[track_caller]
fn compare(arguments: &[&str], before: &[(&str, &str)]) {
    let make = |tool: Tool| {
        let place = Place::new();
        before.iter().for_each(|(path, text)| place.write(path, text));
        let outcome = place.run(tool, arguments);
        (place, outcome)
    };
    let ((ours, our), (theirs, their)) = (make(Tool::Limbeck), make(Tool::Alembic));
    assert_eq!(our.code, their.code, "{arguments:?}: {} {}", our.stderr, their.stderr);
    // FAILED goes to stderr here.
    let said = format!("{}{}", our.stdout, our.stderr.replace("FAILED: No such template", "FAILED: No such template "));
    if our.code == Some(0) {
        assert_eq!(sorted(&said), sorted(&their.stdout), "{arguments:?}");
    } else if !said.contains("No such template") {
        assert_eq!(said, their.stdout, "{arguments:?}");
    }
    assert_eq!(ours.files(), theirs.files(), "{arguments:?}");
    assert_eq!(ours.settings(), theirs.settings(), "{arguments:?}");
}

#[test]
fn every_template_makes_the_same_files_and_settings() {
    for template in TEMPLATES {
        compare(&["init", "--template", template, "migrations"], &[]);
        compare(&["init", "-t", template, "--package", "src/app/migrations"], &[]);
    }
}

#[test]
fn places_of_the_folder_and_of_the_configuration() {
    compare(&["init", "ROOT/deep/er"], &[]);
    compare(&["init", "./a//b/"], &[]);
    compare(&["-c", "other.ini", "init", "m"], &[]);
    compare(&["-c", "conf/other.cfg", "init", "conf/m"], &[("conf/keep", "")]);
    compare(&["-c", "pyproject.toml", "init", "-t", "pyproject", "m"], &[]);
    compare(&["-c", "conf/pyproject.toml", "-c", "x.ini", "init", "-t", "pyproject", "conf/m"], &[("conf/keep", "")]);
    compare(&["-n", "section", "init", "m"], &[]);
    // Alembic's -q passes over some lines only.
    assert_eq!(Place::new().succeed(Tool::Limbeck, &["-q", "init", "m"]), "");
}

#[test]
fn what_is_there_already_stays() {
    compare(&["init", "m"], &[("alembic.ini", "[alembic]\nx = y\n")]);
    compare(&["init", "-t", "pyproject", "m"], &[("pyproject.toml", "[project]\nname = \"p\"\n")]);
    compare(&["init", "-t", "pyproject", "m"], &[("pyproject.toml", "")]);
    compare(
        &["init", "-t", "pyproject_async", "m"],
        &[("pyproject.toml", "[tool.alembic]\nscript_location = \"s\"\n")],
    );
    compare(&["init", "m"], &[("m/file", "")]);
    compare(&["init", "-t", "nothing", "m"], &[]);
    let place = Place::new();
    fs::create_dir(place.path("m")).expect("a folder");
    let said = place.succeed(Tool::Limbeck, &["init", "m"]);
    assert!(!said.contains("Creating directory ROOT/m ..."), "{said}");
}

/// Where the configuration's folder must be left, Alembic on Pythons before 3.12 writes a wrong path.
#[test]
fn upwards_out_of_the_configurations_folder() {
    let place = Place::new();
    place.write("conf/keep", "");
    place.succeed(Tool::Limbeck, &["-c", "conf/alembic.ini", "init", "m"]);
    let ini = fs::read_to_string(place.path("conf/alembic.ini")).expect("the ini");
    assert!(ini.contains("\nscript_location = %(here)s/../m\n"), "{ini}");
    place.succeed(Tool::Alembic, &["-c", "conf/alembic.ini", "revision", "--rev-id", "one"]);
    assert!(place.succeed(Tool::Limbeck, &["-c", "conf/alembic.ini", "heads"]).contains("one (head)"));
}

/// A percent sign or a quotation mark in the folder's name is no mistake.
#[test]
fn odd_names_of_folders() {
    for template in ["generic", "pyproject"] {
        let place = Place::new();
        place.succeed(Tool::Limbeck, &["init", "-t", template, "50% \"off\""]);
        place.succeed(Tool::Limbeck, &["revision", "--rev-id", "one"]);
        assert!(place.succeed(Tool::Alembic, &["heads"]).contains("one (head)"));
    }
}

#[test]
fn a_pyproject_that_is_not_valid_stops_before_anything_is_made() {
    let place = Place::new();
    place.write("pyproject.toml", "[project\n");
    let outcome = place.run(Tool::Limbeck, &["init", "-t", "pyproject", "m"]);
    assert_eq!(outcome.code, Some(255));
    assert!(outcome.stderr.starts_with("FAILED: pyproject.toml:1: not valid TOML"), "{}", outcome.stderr);
    assert_eq!(place.files(), BTreeSet::from(["pyproject.toml".to_owned()]));
}

#[test]
fn templates_are_listed() {
    let place = Place::new();
    let said = place.succeed(Tool::Limbeck, &["list_templates"]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.first(), Some(&"Available templates:"));
    let names: Vec<&str> = lines.iter().filter_map(|line| Some(line.split_once(" - ")?.0)).collect();
    assert_eq!(names, TEMPLATES);
    assert!(said.ends_with("e.g.:\n\n  limbeck init --template generic ./scripts\n"), "{said}");
}

/// The databases of a project, and a revision that makes a table in each.
fn equip(place: &Place, template: &str, writer: Tool) -> Vec<PathBuf> {
    let driver = if template.ends_with("async") { "sqlite+aiosqlite" } else { "sqlite" };
    let ini = fs::read_to_string(place.path("alembic.ini")).expect("the ini");
    let ini = ini.replace("driver://user:pass@localhost/dbname2", "sqlite:///two.db");
    place.write("alembic.ini", &ini.replace("driver://user:pass@localhost/dbname", &format!("{driver}:///one.db")));
    place.succeed(writer, &["revision", "--rev-id", "one", "-m", "First step"]);
    let file = place.path("m/versions/one_first_step.py");
    let mut text = fs::read_to_string(&file).expect("the script");
    for body in ["op.create_table('t', sa.Column('id', sa.Integer))", "op.drop_table('t')"].iter().cycle().take(4) {
        text = text.replacen("    pass\n", &format!("    {body}\n"), 1);
    }
    fs::write(file, text).expect("write");
    let names: &[&str] = if template == "multidb" { &["one.db", "two.db"] } else { &["one.db"] };
    names.iter().map(|name| place.path(name)).collect()
}

#[track_caller]
fn at(databases: &[PathBuf], expected: &[&str]) {
    for database in databases {
        assert_eq!(state(database), expected, "{}", database.display());
    }
}

/// One tool makes the project, then they take turns.
fn hand_over(template: &str) {
    for (maker, writer) in [(Tool::Limbeck, Tool::Alembic), (Tool::Alembic, Tool::Limbeck)] {
        let place = Place::new();
        place.succeed(maker, &["init", "-t", template, "m"]);
        let databases = equip(&place, template, writer);
        for (first, second) in [(Tool::Limbeck, Tool::Alembic), (Tool::Alembic, Tool::Limbeck)] {
            place.succeed(first, &["ensure_version"]);
            at(&databases, &["alembic_version"]);
            place.succeed(first, &["upgrade", "head"]);
            at(&databases, &["=one", "alembic_version", "t"]);
            let current = place.succeed(second, &["current"]);
            assert_eq!(current.matches("one (head)").count(), databases.len(), "{current}");
            place.succeed(second, &["downgrade", "base"]);
            at(&databases, &["alembic_version"]);
        }
        let sql = |tool: Tool| {
            let stdout = place.succeed(tool, &["upgrade", "head", "--sql"]);
            let mut texts = vec![stdout];
            for name in ["engine1.sql", "engine2.sql"] {
                texts.extend(fs::read_to_string(place.path(name)));
                let _ = fs::remove_file(place.path(name));
            }
            texts
        };
        let (ours, theirs) = (sql(Tool::Limbeck), sql(Tool::Alembic));
        assert_eq!(ours.len(), if template == "multidb" { 3 } else { 1 });
        let theirs: Vec<String> = theirs.iter().map(|text| text.replace(" RETURNING version_num;", ";")).collect();
        assert_eq!(ours, theirs, "made by {maker:?}");
    }
}

#[test]
fn generic_on_both() {
    hand_over("generic");
}

#[test]
fn async_on_both() {
    hand_over("async");
}

#[test]
fn multidb_on_both() {
    hand_over("multidb");
}

#[test]
fn pyproject_on_both() {
    hand_over("pyproject");
}

#[test]
fn pyproject_async_on_both() {
    hand_over("pyproject_async");
}

/// A second database that fails takes the first one back with it: they are committed together.
#[test]
fn multidb_commits_all_or_none() {
    let place = Place::new();
    place.succeed(Tool::Limbeck, &["init", "-t", "multidb", "m"]);
    let databases = equip(&place, "multidb", Tool::Limbeck);
    let file = place.path("m/versions/one_first_step.py");
    let text = fs::read_to_string(&file).expect("the script");
    let (first, second) = text.split_once("def upgrade_engine2").expect("functions of both");
    let broken = second.replacen("op.create_table('t', sa.Column('id', sa.Integer))", "op.execute('nonsense')", 1);
    fs::write(&file, format!("{first}def upgrade_engine2{broken}")).expect("write");
    let outcome = place.run(Tool::Limbeck, &["upgrade", "head"]);
    assert_eq!(outcome.code, Some(255), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("nonsense"), "{}", outcome.stderr);
    for database in databases {
        let found = state(&database);
        assert!(!found.contains(&"t".to_owned()) && !found.contains(&"=one".to_owned()), "{found:?}");
    }
}

/// No file is written but under `--sql`.
#[test]
fn scripts_write_no_files_online() {
    let place = Place::new();
    place.succeed(Tool::Limbeck, &["init", "m"]);
    equip(&place, "generic", Tool::Limbeck);
    let file = place.path("m/versions/one_first_step.py");
    let text = fs::read_to_string(&file).expect("the script");
    fs::write(&file, text.replace("op.create_table('t', sa.Column('id', sa.Integer))", "open('x', 'w')"))
        .expect("write");
    let outcome = place.run(Tool::Limbeck, &["upgrade", "head"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.contains("PermissionError"), "{}", outcome.stderr);
    assert!(!Path::new(&place.path("x")).exists());
}

#[test]
fn edit_opens_the_files_in_the_editor() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.succeed(Tool::Limbeck, &["init", "m"]);
    equip(&place, "generic", Tool::Limbeck);
    let editor = place.path("editor");
    fs::write(&editor, "#!/bin/sh\necho \"edits $# ${1##*/}\"\n").expect("write");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("permissions");
    let edit = |tool: Tool, argument: &str, editor: &str| {
        let program = match tool {
            Tool::Limbeck => env!("CARGO_BIN_EXE_limbeck").into(),
            Tool::Alembic => oracle::alembic(),
        };
        let mut command = Command::new(program);
        command.args(["edit", argument]).current_dir(place.folder.path()).env("EDITOR", editor).env_remove("VISUAL");
        let output = command.output().expect("the tool starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        let failed = stdout.lines().chain(stderr.lines()).find(|line| line.starts_with("FAILED")).map(str::to_owned);
        (
            output.status.code(),
            stdout.lines().next().filter(|line| line.starts_with("edits")).map(str::to_owned),
            failed,
        )
    };
    let own = editor.display().to_string();
    for (argument, editor) in
        [("one", own.as_str()), ("head", &own), ("o", &own), ("base", &own), ("zz", &own), ("current", &own)]
    {
        assert_eq!(edit(Tool::Limbeck, argument, editor), edit(Tool::Alembic, argument, editor), "{argument}");
    }
    assert_eq!(edit(Tool::Limbeck, "head", &own).1.as_deref(), Some("edits 1 one_first_step.py"));
    assert_eq!(edit(Tool::Limbeck, "current", &own).2.as_deref(), Some("FAILED: No current revisions"));
    let failing = edit(Tool::Limbeck, "head", "false");
    assert_eq!(failing.0, Some(255));
    assert!(failing.2.is_some_and(|line| line.starts_with("FAILED: Error executing editor (")));
}
