use std::path::PathBuf;

use insta::assert_snapshot;
use limbeck_core::source::Location;

use super::*;
use crate::config::{Config, ConfigInput};
use crate::directory::ScriptDirectory;

const TEMPLATE: &str = "'''${message}'''\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n\
                        branch_labels = ${repr(branch_labels)}\ndepends_on = ${repr(depends_on)}\n";

struct Project {
    folder: tempfile::TempDir,
    root: PathBuf,
}

impl Project {
    fn new(options: &str, files: &[(&str, &str)]) -> Project {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("a real path");
        let project = Project { folder, root };
        project.write("alembic.ini", &format!("[alembic]\nscript_location = m\n{options}\n"));
        project.write("m/script.py.mako", TEMPLATE);
        for (name, text) in files {
            project.write(name, text);
        }
        project
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
        std::fs::write(path, text).expect("write");
    }

    fn config(&self) -> Config {
        Config::load(ConfigInput { cwd: self.root.clone(), ..ConfigInput::default() }).expect("the configuration loads")
    }

    fn make(&self, new: &NewRevision) -> Result<WrittenRevision, String> {
        let config = self.config();
        let directory = ScriptDirectory::open(&config).expect("it opens");
        new_revision_file(&directory, &config, new)
            .map_err(|error| error.to_string().replace(&self.root.display().to_string(), "ROOT"))
    }

    fn fails(&self, new: &NewRevision) -> String {
        let before = self.versions();
        let error = self.make(new).expect_err("an error");
        assert_eq!(self.versions(), before, "nothing is written when there is an error");
        error
    }

    fn versions(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.root.join("m/versions")) else { return Vec::new() };
        let mut names: Vec<_> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn id(id: &str) -> NewRevision {
    NewRevision { rev_id: Some(id.to_owned()), ..NewRevision::default() }
}

/// Renders `text` where message is `Say hi`, and some names more.
fn show(text: &str) -> Result<String, String> {
    let mut config = Config::in_memory("/");
    config.set_main_option("databases", "one, two").expect("well formed");
    let list = |items: &[&str]| items.iter().map(|item| Value::from(*item)).collect();
    let names = [
        ("message".to_owned(), Value::from("Say hi")),
        ("none".to_owned(), Value::None),
        ("pair".to_owned(), Value::Tuple(list(&["a", "b"]))),
        ("list".to_owned(), Value::List(list(&["a"]))),
    ];
    render(&Location::file("script.py.mako"), text, &names, &config, None)
        .map_err(|error| error.to_string().lines().next().unwrap_or_default().to_owned())
}

#[test]
fn a_file_is_written_with_a_generated_id() {
    let project = Project::new("", &[]);
    let written = project
        .make(&NewRevision { message: Some("Hello World".to_owned()), ..NewRevision::default() })
        .expect("written");
    assert_eq!(written.revision.len(), 12);
    assert!(written.revision.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
    assert_eq!(written.path, project.root.join(format!("m/versions/{}_hello_world.py", written.revision)));
    assert_eq!(written.created, [project.root.join("m/versions")]);
    assert_eq!(written.script.expect("static").doc, "Hello World");
    assert_ne!(generate_id(), generate_id());
}

#[test]
fn nothing_is_overwritten() {
    let project =
        Project::new("file_template = %%(slug)s", &[("m/versions/x.py", "revision = 'a'\ndown_revision = None\n")]);
    assert_snapshot!(project.fails(&id("a")), @"revision 'a' is there already, in ROOT/m/versions/x.py");
    let new = NewRevision { message: Some("x".to_owned()), ..id("b") };
    assert_snapshot!(project.fails(&new), @"the file ROOT/m/versions/x.py is there already");

    // Somebody else makes the file between looking and writing.
    let config = project.config();
    let directory = ScriptDirectory::open(&config).expect("it opens");
    let prepared =
        prepare_revision(&directory, &config, &NewRevision { message: Some("y".to_owned()), ..id("b") }, None)
            .expect("prepared");
    project.write("m/versions/y.py", "# theirs\n");
    assert!(matches!(prepared.write(), Err(TemplateError::FileExists { .. })));
    assert_eq!(std::fs::read_to_string(project.root.join("m/versions/y.py")).expect("is there"), "# theirs\n");
}

#[test]
fn ids_that_cannot_be() {
    let project = Project::new("", &[]);
    assert_snapshot!(project.fails(&id("a:b+c")), @"Character(s) '+, :' not allowed in revision identifier 'a:b+c'");
    assert_snapshot!(project.fails(&id("../x")), @"Character(s) '/' not allowed in revision identifier '../x'");
    assert_snapshot!(project.fails(&id("a\nb")), @r"Character(s) '\n' not allowed in revision identifier 'a\nb'");
    assert_snapshot!(project.fails(&id(&"x".repeat(33))), @"revision identifier 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' has 33 characters; the version table holds 32");
    project.make(&id(&"x".repeat(32))).expect("32 characters fit");
    assert_eq!(project.make(&id("")).expect("an id is generated").revision.len(), 12);
}

#[test]
fn labels_that_are_taken() {
    let project =
        Project::new("", &[("m/versions/x.py", "revision = 'a'\ndown_revision = None\nbranch_labels = 'l'\n")]);
    let label = |label: &str| NewRevision { branch_labels: vec![label.to_owned()], ..id("b") };
    assert_snapshot!(project.fails(&label("l")), @"Branch name 'l' in revision b already used by revision a");
    assert_snapshot!(project.fails(&label("a")), @"Branch name 'a' in revision b already used by revision a");
    assert_snapshot!(project.fails(&label("b")), @"Branch name 'b' in revision b already used by revision b");
    assert_snapshot!(project.fails(&label("x@y")), @"branch label 'x@y' is empty or has one of the characters @ and :");
}

#[test]
fn a_message_that_would_break_the_file() {
    let project = Project::new("", &[]);
    let error = project.fails(&NewRevision { message: Some("it's '''done''' now".to_owned()), ..id("b") });
    assert_snapshot!(error, @"the new file could not be read again: ROOT/m/versions/b_it_s_done_now.py:1:12: not valid Python: Simple statements must be separated by newlines or semicolons");
}

#[test]
fn templates_that_do_not_fit() {
    let error = |template: &str| {
        let project = Project::new("", &[]);
        project.write("m/script.py.mako", template);
        project.fails(&NewRevision { branch_labels: vec!["l".to_owned()], ..id("b") })
    };
    assert_snapshot!(error("revision = 'other'\ndown_revision = None\nbranch_labels = 'l'\n"), @"script.py.mako gives the revision the id 'other' instead of 'b'");
    assert_snapshot!(error("revision = ${repr(up_revision)}\ndown_revision = None\n"), @"Version b specified branch_labels l, however the migration file ROOT/m/versions/b_.py does not have them; have you upgraded your script.py.mako to include the 'branch_labels' section?");

    let project = Project::new("", &[]);
    std::fs::remove_file(project.root.join("m/script.py.mako")).expect("removed");
    assert_snapshot!(project.fails(&id("b")), @"m/script.py.mako: the template for new revisions is missing");
}

#[test]
fn settings_that_do_not_fit() {
    let error =
        |options: &str| Project::new(options, &[]).fails(&NewRevision { message: Some("é".to_owned()), ..id("b") });
    assert_snapshot!(error("timezone = Mars/Olympus"), @"Can't locate timezone: Mars/Olympus");
    assert_snapshot!(error("file_template = %%(rev)s_%%(nope)s"), @"
    alembic.ini:3: file_template: there is no value named 'nope'
      help: tokens are rev, slug, epoch, year, month, day, hour, minute and second, as in %%(year)d_%%(rev)s
    ");
    assert_snapshot!(error("file_template = %%(slug)d"), @"
    alembic.ini:3: file_template: %d format: a real number is required, not str
      help: tokens are rev, slug, epoch, year, month, day, hour, minute and second, as in %%(year)d_%%(rev)s
    ");
    assert_snapshot!(error("file_template = x/%%(rev)s"), @"
    alembic.ini:3: file_template makes sub-folders, in which revisions would not be found again
      help: set recursive_version_locations = true
    ");
    assert_snapshot!(error("file_template = ../%%(rev)s"), @"alembic.ini:3: file_template makes '../b.py', which is not below the version location");
    assert_snapshot!(error("file_template = /%%(rev)s"), @"alembic.ini:3: file_template makes '/b.py', which is not below the version location");
    assert_snapshot!(error("file_template = __init__%%(rev)s"), @"alembic.ini:3: a file named '__init__b.py' is not read as a revision");
    assert_snapshot!(error("output_encoding = ascii"), @"alembic.ini:3: the new file has characters that output_encoding 'ascii' does not have");
    assert_snapshot!(error("output_encoding = utf-16"), @"alembic.ini:3: output_encoding 'utf-16' is not supported; utf-8, latin-1 and ascii are");
    assert_snapshot!(error("output_encoding = latin-1"), @"
    the new file could not be read again: ROOT/m/versions/b_é.py:1: not UTF-8 text
      help: save the file as UTF-8, or begin it with # -*- coding: latin-1 -*-
    ");
}

#[test]
fn the_parents_location_also_from_a_sub_folder() {
    let options = "version_locations = one two\npath_separator = space\nrecursive_version_locations = true";
    let project = Project::new(options, &[("two/2024/x.py", "revision = 'a'\ndown_revision = None\n")]);
    let new = NewRevision { parents: vec!["a".to_owned()], ..id("b") };
    assert_eq!(project.make(&new).expect("written").path, project.root.join("two/b_.py"));
    assert_snapshot!(project.fails(&id("c")), @"Multiple version locations present, please specify --version-path");
    let new = NewRevision { version_path: Some("three".into()), ..id("c") };
    assert_snapshot!(project.fails(&new), @"Path three is not represented in current version locations");
    let new = NewRevision { version_path: Some("./one".into()), ..id("c") };
    let written = project.make(&new).expect("written");
    assert_eq!((written.path, written.created), (project.root.join("one/c_.py"), vec![project.root.join("one")]));
}

#[test]
fn what_is_not_supported_says_where_and_what_is() {
    let error = |text: &str| show(text).expect_err("an error");
    assert_snapshot!(error("a\n  ${nope}"), @"script.py.mako:2:3: 'nope' is not defined");
    assert_snapshot!(error("${[x for x in pair]}"), @"script.py.mako:1:1: this kind of expression is not supported in a template");
    assert_snapshot!(error("${open('x')}"), @"script.py.mako:1:1: the function open() is not supported in a template");
    assert_snapshot!(error("${message.encode()}"), @"script.py.mako:1:1: str.encode() with these arguments is not supported in a template");
    assert_snapshot!(error("${message.__class__}"), @"script.py.mako:1:1: the attribute .__class__ of str is not supported in a template");
    assert_snapshot!(error("${1 +}"), @"script.py.mako:1:1: `1 +`: Expected an expression");
    assert_snapshot!(error("${message | shout}"), @"script.py.mako:1:1: the filter shout is not supported; comma, n, str, repr, trim, h and x are");
    assert_snapshot!(error("${pair | n}"), @"script.py.mako:1:1: `pair` is tuple, not a string");
    assert_snapshot!(error("\n<%inherit file='x'/>"), @"script.py.mako:2:1: the tag <%inherit> is not supported");
    assert_snapshot!(error("</%def>"), @"script.py.mako:1:1: <%def> takes running Python");
    assert_snapshot!(error("<%! import os %>"), @"script.py.mako:1:1: a <%! %> block may hold `name = expression` and `import re`, nothing else");
    assert_snapshot!(error("% if none:\n<% f() %>\n% endif\n"), @"script.py.mako:2:1: a <% %> block may hold `name = expression` and `import re`, nothing else");
    assert_snapshot!(error("% while True:\n% endwhile\n"), @"script.py.mako:1:1: the control line `% while True:` is not supported; if, elif, else, endif, for and endfor are");
    assert_snapshot!(error("% if True:\n% for x in pair:\n% endif\n"), @"script.py.mako:3:1: this line does not fit the `% for` above");
    assert_snapshot!(error("% if True:\n% else:\n% else:\n% endif\n"), @"script.py.mako:3:1: this line does not fit the `% if` above");
    assert_snapshot!(error("x\n% if True:\n"), @"script.py.mako:2:1: `% if` without `% endif`");
    assert_snapshot!(error("x\n% endfor\n"), @"script.py.mako:2:1: this line closes nothing");
    assert_snapshot!(error("% for a, b in pair:\n% endfor"), @"script.py.mako:1:1: cannot unpack 1 values into 2 names");
    assert_snapshot!(error("${message"), @"script.py.mako:1:1: `}` is missing");
    assert_snapshot!(error("<% x = 1"), @"script.py.mako:1:1: `%>` is missing");
    assert_snapshot!(error("${'%s %s' % message}"), @"script.py.mako:1:1: not enough arguments for format string");
    assert_snapshot!(error("${9223372036854775807 + 1}"), @"script.py.mako:1:1: the number is too large");
    assert_snapshot!(error("${'%1001d' % 1}"), @"script.py.mako:1:1: the width 1001 is too large");
    assert_snapshot!(error("<%! import re %>${re.split('(a|b)', message)}"), @"script.py.mako:1:17: the pattern '(a|b)' is not supported in a template; `,\\s*` is");
}

#[test]
fn expressions() {
    let ok = |text: &str| show(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(ok("${config.get_main_option('databases').split(', ')}"), "['one', 'two']");
    assert_eq!(ok("${config.get_main_option('nope', 'x')}${config.get_main_option('nope')}"), "xNone");
    assert_eq!(ok("${context.get('nope', 1)} ${context.get('message')}"), "1 Say hi");
    assert_eq!(ok("${none or message} ${message and none} ${not nope}"), "Say hi None True");
    assert_eq!(
        ok("${1 < 2 <= 2 != 3} ${'a' in pair} ${'x' not in pair} ${none is None} ${nope is UNDEFINED}"),
        "True True True True True"
    );
    assert_eq!(ok("${pair[-1]}${pair[0:1]}${message[::][:3]}"), "b('a',)Say");
    assert_eq!(ok("${(1,)} ${()} ${[]} ${pair + pair} ${-1 + 3 - 1}"), "(1,) () [] ('a', 'b', 'a', 'b') 1");
    assert_eq!(ok("${'a' 'b' + \"c\"}${f'{message!r}-{1}'}"), "abc'Say hi'-1");
    assert_eq!(ok("% for x in list:\n${x}\\\n% endfor\n."), "a.");
    assert_eq!(ok("% for x in []:\n${nope}\n% endfor\n"), "", "not reached");
}

#[test]
fn python_repr() {
    for (text, expected) in [
        ("", "''"),
        ("it's", "\"it's\""),
        ("it's \"x\"", "'it\\'s \"x\"'"),
        ("\\ \n\r\t\0\x7f", r"'\\ \n\r\t\x00\x7f'"),
        ("é日😀\u{a0}\u{ad}\u{2028}\u{e000}\u{10ffff}", r"'é日😀\xa0\xad\u2028\ue000\U0010ffff'"),
        ("e\u{301}", "'e\u{301}'"),
        ("\u{301}", "'\u{301}'"),
    ] {
        assert_eq!(value::repr_str(text), expected);
    }
}

#[test]
fn slugs() {
    assert_eq!(slug("Create Account's table: v1!", 40), "create_account_s_table_v1");
    assert_eq!(slug("", 40), "");
    assert_eq!(slug("abc def", 5), "abc_");
    assert_eq!(slug("abcdef", 3), "abc_");
}

/// No input may panic: random rows of whatever has a meaning somewhere.
#[test]
fn no_text_makes_a_panic() {
    const PARTS: &[&str] = &[
        "${",
        "}",
        "|",
        "%",
        "%%",
        "% if ",
        "% for x in ",
        "% endif",
        "% endfor",
        "% while ",
        "% endwhile",
        "% try:",
        "% except",
        "<%def name=\"f(a)\">",
        "</%def>",
        "loop",
        "\n    ",
        "\"\"\"",
        "% else:",
        "##",
        "<%",
        "<%!",
        "%>",
        "<%doc>",
        "</%doc>",
        "<%text>",
        "</%text>",
        "\\\n",
        "\\\r\n",
        "\n",
        "\r\n",
        "\\",
        "'",
        "\"",
        "'''",
        "#",
        "message",
        "é",
        "日",
        " ",
        "\t",
        "(",
        ")",
        "[",
        "]",
        "{",
        ":",
        "=",
        "%(here)s",
        "%(a",
        ")s",
        "[alembic]",
        "x = 1",
        "repr(",
        "[-1]",
        "[1:]",
        ".split(",
        ",",
        "n",
        "comma",
        "not ",
        "1",
        "-",
        "\u{feff}",
        "\0",
        "revision",
        "None",
        "import re",
        "coding: latin-1",
        "if",
        "\u{2028}",
    ];
    let mut seed = 0x2545_f491_4f6c_dd1du64;
    let mut next = move |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % limit as u64).unwrap_or(0)
    };
    for _ in 0..3_000 {
        let length = next(14);
        let text: String = (0..length).map(|_| PARTS[next(PARTS.len())]).collect();
        let _ = show(&text);
        let _ = lexer::tokens(&text).and_then(|tokens| translate::translate(&text, &tokens));
        let mut ini = crate::config::Ini::empty("x.ini");
        if ini.parse(&format!("[alembic]\n{text}")).is_ok() {
            let _ = ini.items("alembic");
        }
        let _ = crate::directory::read_bytes(std::path::Path::new("x.py").into(), text.clone().into_bytes());
        let lookup = |name: &str| Some(Value::from(name));
        let _ = printf::format(&text, &printf::Arguments::Named(&lookup));
        let _ = slug(&text, length);
    }
}
