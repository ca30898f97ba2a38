use std::path::PathBuf;

use insta::assert_snapshot;

use super::*;
use crate::config::ConfigInput;

struct Project {
    folder: tempfile::TempDir,
    root: PathBuf,
}

const INI: &str = "[alembic]\nscript_location = m\n";
const BASE: &str = "revision = 'a1'\ndown_revision = None\n";

impl Project {
    fn new(ini: &str, files: &[(&str, &str)]) -> Project {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("a real path");
        let project = Project { folder, root };
        project.write("alembic.ini", ini.as_bytes());
        std::fs::create_dir_all(project.root.join("m/versions")).expect("make the folder");
        for (name, text) in files {
            project.write(name, text.as_bytes());
        }
        project
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
        std::fs::write(path, bytes).expect("write");
    }

    fn config(&self) -> Config {
        Config::load(ConfigInput { cwd: self.root.clone(), ..ConfigInput::default() }).expect("the configuration loads")
    }

    fn open(&self) -> Result<ScriptDirectory, String> {
        ScriptDirectory::open(&self.config()).map_err(|error| self.shown(error))
    }

    fn shown(&self, error: impl std::fmt::Display) -> String {
        error.to_string().replace(&self.root.display().to_string(), "ROOT")
    }

    /// Ids in load order.
    fn ids(&self) -> Vec<String> {
        self.open().expect("it opens").scripts().iter().map(|script| script.revision.clone()).collect()
    }
}

/// The one script of a project that has only this file.
fn read(text: &str) -> Result<Script, String> {
    let project = Project::new(INI, &[("m/versions/x.py", text)]);
    project.open().map(|directory| directory.scripts()[0].clone())
}

fn script(id: &str) -> String {
    format!("revision = '{id}'\ndown_revision = None\n")
}

#[test]
fn the_header_of_a_usual_script() {
    let text = r#""""Add a column

  with more
text

Revision ID: b2
"""
from typing import Sequence, Union
from alembic import op

revision: str = 'b2'
down_revision: Union[str, None] = ("a" "1")
branch_labels = None
depends_on: Union[str, Sequence[str], None] = ['x', "y" + 'z']

def upgrade(): revision = 'no'
"#;
    let script = read(text).expect("it reads");
    assert_eq!(script.revision, "b2");
    assert_eq!(script.down_revisions, ["a1"]);
    assert_eq!(script.depends_on, ["x", "yz"]);
    assert!(script.branch_labels.is_empty());
    assert_eq!(script.doc, "Add a column");
    assert_eq!(script.longdoc, "Add a column\n\n  with more\ntext\n\nRevision ID: b2");
    assert_eq!(&*script.source, text);
    let line = |location: &Option<Location>| location.as_ref().map(|location| (location.line, location.column));
    assert_eq!(line(&script.locations.revision), Some((11, 1)));
    assert_eq!(line(&script.locations.down_revision), Some((12, 1)));
    assert_eq!(line(&script.locations.depends_on), Some((14, 1)));
}

#[test]
fn ways_to_write_a_header() {
    let header = |text: &str| {
        read(text).map(|s| format!("{} <- {:?} {:?} {:?}", s.revision, s.down_revisions, s.branch_labels, s.depends_on))
    };
    let ok = |text: &str| header(text).expect("it reads");
    assert_eq!(ok("revision, down_revision = 'a', ('b', 'c')\n"), r#"a <- ["b", "c"] [] []"#);
    assert_eq!(ok("revision = 'a'\ndown_revision = branch_labels = None\n"), "a <- [] [] []");
    assert_eq!(ok("ID = 'a'\nP = ('b',)\nrevision = ID\ndown_revision = P + ('c',)\n"), r#"a <- ["b", "c"] [] []"#);
    assert_eq!(ok("revision = 'a'\ndown_revision = ()\nbranch_labels = {'l'}\n"), r#"a <- [] ["l"] []"#);
    assert_eq!(ok("revision = 'a'\ndown_revision = (None,)\ndepends_on = 'd',\n"), r#"a <- [] [] ["d"]"#);
    assert_eq!(ok("down_revision = None\nrevision = 'b'\nrevision = 'a'\n"), "a <- [] [] []", "the last one counts");
    assert_eq!(
        ok("from sqlalchemy import *\nfrom alembic import op\nrevision = 'a'\ndown_revision = None\n"),
        "a <- [] [] []"
    );
    assert_eq!(ok("revision = 'a'\ndown_revision = None\nif True:\n    x = [1]\nfor i in x: pass\n"), "a <- [] [] []");
    assert_eq!(ok("revision = 'a'\ndown_revision = None\nfrom sqlalchemy.dialects.mysql import *\n"), "a <- [] [] []");
}

#[test]
fn headers_that_are_not_static() {
    let dynamic = |text: &str| read(text).expect_err("not static").lines().next().unwrap_or_default().to_owned();
    let base = |more: &str| dynamic(&format!("{BASE}{more}"));
    assert_snapshot!(dynamic("revision = make()\ndown_revision = None\n"), @"ROOT/m/versions/x.py:1:1: 'revision' is not plain data here, so the file would have to be run");
    assert_snapshot!(base("if x:\n    revision = 'b'\n"), @"ROOT/m/versions/x.py:3:1: 'revision' is not plain data here, so the file would have to be run");
    assert_snapshot!(base("depends_on = ['a']\ndepends_on.append('b')\n"), @"ROOT/m/versions/x.py:4:1: 'depends_on' is not plain data here, so the file would have to be run");
    for more in [
        "from base import *\n",
        "from base import revision\n",
        "import revision\n",
        "def revision(): pass\n",
        "class revision: pass\n",
        "for revision in 'abc': pass\n",
        "with open('x') as down_revision: pass\n",
        "try:\n    pass\nexcept X as revision:\n    pass\n",
        "match 1:\n    case revision: pass\n",
        "revision += 'x'\n",
        "del revision\n",
        "(revision := 'x')\n",
        "globals()['revision'] = 'x'\n",
        "def f():\n    global revision\n    revision = 'x'\nf()\n",
        "branch_labels = labels = ['x']\nlabels.append('y')\n",
        "labels = ['x']\nbranch_labels = labels\n",
        "branch_labels = ['x']\nextend(branch_labels)\n",
        "branch_labels = ['x']\nbranch_labels[0] = 'y'\n",
        "branch_labels = [*x]\n",
        "branch_labels = f'{x}'\n",
        "branch_labels = tuple('x')\n",
    ] {
        assert!(base(more).contains("is not plain data here"), "{more}: {}", base(more));
    }
}

#[test]
fn a_caller_with_python_evaluates_what_is_not_static() {
    let project = Project::new(
        INI,
        &[
            ("m/versions/a.py", &script("a")),
            ("m/versions/n.py", "revision = make()\n"),
            ("m/versions/z.py", &script("c")),
        ],
    );
    let mut asked = Vec::new();
    let directory = ScriptDirectory::open_with(&project.config(), &mut |script| {
        asked.push((script.name, script.location.line));
        Ok(EvaluatedHeader {
            revision: Some("b".to_owned()),
            down_revision: Some(vec!["a".to_owned()]),
            doc: Some(" doc \n\nmore".to_owned()),
            ..EvaluatedHeader::default()
        })
    })
    .expect("it opens");
    assert_eq!(asked, [("revision", 1)]);
    let ids: Vec<_> = directory.scripts().iter().map(|script| script.revision.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(directory.scripts()[1].doc, "doc ");

    let error = ScriptDirectory::open_with(&project.config(), &mut |_| Ok(EvaluatedHeader::default()))
        .expect_err("no revision");
    assert!(project.shown(error).contains("Could not determine revision id from filename n.py."));
}

#[test]
fn headers_that_are_wrong() {
    let error = |text: &str| read(text).expect_err("a fault");
    assert_snapshot!(error("x = 1\n"), @"
    ROOT/m/versions/x.py: Could not determine revision id from filename x.py. Be sure the 'revision' variable is declared inside the script (please see 'Upgrading from Alembic 0.1 to 0.2' in the documentation).
      help: a file that is no version script belongs in another folder
    ");
    assert_snapshot!(error("revision = 'a'\n"), @"
    ROOT/m/versions/x.py: 'down_revision' is missing
      help: write `down_revision = None` in the first revision
    ");
    assert_snapshot!(error("revision = 1\ndown_revision = None\n"), @"ROOT/m/versions/x.py:1:1: 'revision' is number; it must be a string");
    assert_snapshot!(error("revision = None\ndown_revision = None\n"), @"ROOT/m/versions/x.py:1:1: 'revision' is None; it must be a string");
    assert_snapshot!(error("revision = 'a'\ndown_revision = ('b', 1)\n"), @"ROOT/m/versions/x.py:2:1: 'down_revision' is a list whose items are not all strings; it must be None, a string or a list of strings");
    assert_snapshot!(error("revision = 'a'\ndown_revision = ''\n"), @"
    ROOT/m/versions/x.py:2:1: 'down_revision' has an empty string
      help: write None for none
    ");
    assert_snapshot!(error("revision = 'a-b@c'\ndown_revision = None\n"), @"ROOT/m/versions/x.py:1:1: Character(s) '-, @' not allowed in revision identifier 'a-b@c'");
    assert_snapshot!(error("revision = ''\ndown_revision = None\n"), @"ROOT/m/versions/x.py:1:1: the revision identifier is empty");
    assert_snapshot!(error("revision = 'a'\ndef upgrade(:\n"), @"ROOT/m/versions/x.py:2:13: not valid Python: Expected a parameter or the end of the parameter list");
    assert_snapshot!(error("revision = 'a'\nprint revision\n"), @"
    ROOT/m/versions/x.py:2:7: not valid Python: Simple statements must be separated by newlines or semicolons
      help: this looks like Python 2; Python 3 is read
    ");
}

#[test]
fn a_legacy_file_name_supplies_the_id() {
    let project = Project::new(INI, &[("m/versions/1a2b.py", "down_revision = None\n")]);
    assert_eq!(project.ids(), ["1a2b"]);
}

#[test]
fn files_are_found_in_alembics_order() {
    let files: Vec<(&str, String)> = [
        ("m/versions/b.py", "2"),
        ("m/versions/B.py", "1"),
        ("m/versions/é.py", "3"),
        ("m/versions/z/q.py", "5"),
        ("m/versions/a/z.py", "4"),
        ("m/versions/__init__.py", "!"),
        ("m/versions/__init__x.py", "!"),
        ("m/versions/.#b.py", "!"),
        ("m/versions/notes.txt", "!"),
        ("m/versions/b.pyc", "!"),
        ("m/versions/__pycache__/c.py", "!"),
    ]
    .into_iter()
    .map(|(name, id)| (name, script(id)))
    .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(Project::new(INI, &files).ids(), ["1", "2", "3"]);
    let recursive = format!("{INI}recursive_version_locations = true\n");
    assert_eq!(Project::new(&recursive, &files).ids(), ["1", "2", "3", "4", "5"]);
    let locations = format!("{INI}version_locations = m/versions/z m/gone m/versions/a\npath_separator = space\n");
    let project = Project::new(&locations, &files);
    assert_eq!(project.ids(), ["5", "4"]);
    assert!(project.open().expect("it opens").has_configured_locations());
}

#[test]
fn the_same_file_twice_is_read_once() {
    let ini = format!("{INI}version_locations = m/versions m/../m/versions\npath_separator = space\n");
    let project = Project::new(&ini, &[("m/versions/a.py", BASE)]);
    let directory = project.open().expect("it opens");
    assert_eq!(directory.scripts().len(), 1);
    assert_snapshot!(project.shown(directory.warnings().join("\n")), @"File ROOT/m/versions/a.py loaded twice! ignoring. Please ensure version_locations is unique.");
}

#[cfg(unix)]
#[test]
fn links_are_followed() {
    use std::os::unix::fs::symlink;
    let project = Project::new(INI, &[("elsewhere/real.py", BASE)]);
    symlink(project.root.join("elsewhere/real.py"), project.root.join("m/versions/link.py")).expect("link");
    symlink("user@host.123:456", project.root.join("m/versions/.#link.py")).expect("link");
    let directory = project.open().expect("it opens");
    assert_eq!(directory.scripts()[0].path.as_ref(), project.root.join("elsewhere/real.py"));

    symlink("gone.py", project.root.join("m/versions/x.py")).expect("link");
    let error = project.open().expect_err("a dangling link");
    assert!(error.starts_with("ROOT/m/versions/gone.py: cannot read the version script: "), "{error}");
}

#[test]
fn encodings() {
    let read = |bytes: &[u8]| {
        let project = Project::new(INI, &[]);
        project.write("m/versions/x.py", bytes);
        project.open().map(|directory| directory.scripts()[0].doc.clone())
    };
    let doc = |head: &[u8], doc: &[u8]| [head, b"'''", doc, b"'''\n", BASE.as_bytes()].concat();
    assert_eq!(read(&doc(b"", "é".as_bytes())), Ok("é".to_owned()));
    assert_eq!(read(&doc(b"\xef\xbb\xbf", "é".as_bytes())), Ok("é".to_owned()));
    assert_eq!(read(&doc(b"# -*- coding: latin-1 -*-\n", b"\xe9")), Ok("é".to_owned()));
    assert_eq!(read(&doc(b"#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\n", b"\xe9")), Ok("é".to_owned()));
    assert_eq!(read(&doc(b"# coding: cp1252\n", b"e")), Ok("e".to_owned()));
    assert_eq!(read(&doc(b"", b"a\r\n\r\nb")), Ok("a".to_owned()), "line ends are unified");
    assert_snapshot!(read(&doc(b"# x\n", b"\xe9")).expect_err("not UTF-8"), @"
    ROOT/m/versions/x.py:2: not UTF-8 text
      help: save the file as UTF-8, or begin it with # -*- coding: latin-1 -*-
    ");
    assert_snapshot!(read(&doc(b"# x\n# coding: cp1252\n", b"\x80")).expect_err("unknown"), @"
    ROOT/m/versions/x.py:2: the coding 'cp1252' cannot be read
      help: save the file as UTF-8 and take the coding line out
    ");
    assert_snapshot!(read(b"x = '\0'\n").expect_err("null"), @"ROOT/m/versions/x.py: the file has null bytes, it is not Python text");
}

#[test]
fn a_directory_that_is_not_there() {
    let project = Project::new("[alembic]\nscript_location = ./gone/\n", &[]);
    assert_snapshot!(project.open().expect_err("gone"), @"Path doesn't exist: gone.  Please use the 'init' command to create a new scripts folder.");
    let project = Project::new("[alembic]\n", &[]);
    assert_snapshot!(project.open().expect_err("not configured"), @"No 'script_location' key found in configuration.");
    let project = Project::new(&format!("{INI}version_locations = alembic.ini\npath_separator = os\n"), &[]);
    let error = project.open().expect_err("a file");
    assert!(error.starts_with("ROOT/alembic.ini: cannot list the version scripts: "), "{error}");
}

#[test]
fn compiled_files_without_a_source_are_refused() {
    let ini = format!("{INI}sourceless = true\n");
    let project = Project::new(
        &ini,
        &[("m/versions/a.py", BASE), ("m/versions/a.pyc", ""), ("m/versions/__pycache__/a.cpython-311.pyc", "")],
    );
    assert_eq!(project.ids(), ["a1"]);
    project.write("m/versions/__pycache__/b.cpython-311.pyc", b"");
    assert_snapshot!(project.open().expect_err("compiled"), @"
    ROOT/m/versions/__pycache__/b.cpython-311.pyc: sourceless is on (alembic.ini:3) and this compiled file has no source; compiled files cannot be read
      help: ship the .py files
    ");
    let project = Project::new(INI, &[("m/versions/a.py", BASE), ("m/versions/b.pyc", "")]);
    assert_eq!(project.ids(), ["a1"], "without sourceless they do not count");
}

#[test]
fn deep_nesting_is_read_or_refused() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("-", ""),
        ("not ", ""),
        ("lambda:", ""),
        ("1 if 1 else ", ""),
        ("2**", ""),
        ("1+", ""),
    ] {
        for depth in [1_000, 20_000, 400_000] {
            let text = format!("{BASE}x = {}1{}\n", open.repeat(depth), close.repeat(depth));
            match read(&text) {
                Ok(script) => assert_eq!(script.revision, "a1"),
                Err(error) => assert!(error.contains("nested too deeply"), "{error}"),
            }
        }
    }
}

#[test]
fn ten_thousand_files_are_read_in_order() {
    let project = Project::new(INI, &[]);
    let body = "def upgrade():\n    op.create_table('t', sa.Column('id', sa.Integer(), nullable=False))\n".repeat(8);
    for number in 0..10_000 {
        project.write(
            &format!("m/versions/{number:05}.py"),
            format!("'''doc'''\n{}{body}", script(&format!("r{number}"))).as_bytes(),
        );
    }
    let start = std::time::Instant::now();
    let ids = project.ids();
    let took = start.elapsed();
    assert!(ids.iter().enumerate().all(|(number, id)| *id == format!("r{number}")) && ids.len() == 10_000);
    // An order of magnitude above what it takes, so that a busy machine does not fail.
    assert!(took.as_secs() < 10, "{took:?}");
    eprintln!("10,000 scripts in {took:?}");
}
