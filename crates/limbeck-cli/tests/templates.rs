//! New revision files against Alembic's, from templates that take running Python. `goldens/templates/regenerate.py` makes the golden.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use support::Project;

fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key].as_str().unwrap_or_else(|| panic!("{key} of {case} is no string"))
}

/// Dates as `DATE`.
fn mask(text: &str) -> String {
    let shape = "dddd-dd-dd dd:dd:dd";
    let fits = |at: &str| {
        at.len() >= shape.len()
            && at.starts_with("20")
            && at.bytes().zip(shape.bytes()).all(|(c, s)| match s {
                b'd' => c.is_ascii_digit(),
                b' ' => c == b' ' || c == b'T',
                s => c == s,
            })
    };
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if fits(rest) {
            out.push_str("DATE");
            rest = &rest[shape.len()..];
            if let Some(fraction) = rest.strip_prefix('.') {
                rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            }
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn project(case: &Value) -> Project {
    let project = Project::new();
    project.write("migrations/script.py.mako", text(case, "template"));
    project.write("migrations/env.py", text(case, "env"));
    project.write("alembic.ini", format!("[alembic]\nscript_location = %(here)s/migrations\n{}\n", text(case, "ini")));
    for (name, script) in case["others"].as_object().expect("others") {
        project.write(&format!("migrations/versions/{name}.py"), script.as_str().expect("a script"));
    }
    project
}

#[test]
fn files_are_alembics() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/templates/files.json");
    let golden: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(path).expect("the golden")).expect("the golden is JSON");
    assert!(golden.len() > 55);
    let mut wrong = Vec::new();
    for case in &golden {
        let project = project(case);
        let arguments: Vec<&str> =
            case["arguments"].as_array().expect("arguments").iter().filter_map(Value::as_str).collect();
        let mut command = project.command(&arguments);
        let outcome = project.run_command(command.env("TZ", "UTC"));
        let others = case["others"].as_object().expect("others");
        let made: BTreeMap<String, String> = fs::read_dir(project.path("migrations/versions"))
            .expect("the folder")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| !others.contains_key(&*path.file_stem().unwrap_or_default().to_string_lossy()))
            .map(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                (name, mask(&fs::read_to_string(&path).expect("the file")))
            })
            .collect();
        let good = match case["files"].as_object() {
            Some(files) => {
                outcome.code == Some(0)
                    && made
                        .iter()
                        .map(|(n, t)| (n.as_str(), t.as_str()))
                        .eq(files.iter().map(|(name, text)| (name.as_str(), text.as_str().unwrap_or_default())))
            }
            // Located, and nothing is written.
            None => {
                outcome.code == Some(255)
                    && made.is_empty()
                    && outcome.stderr.starts_with("FAILED: PROJECT/migrations/script.py.mako:")
            }
        };
        if !good {
            wrong.push(format!("{}: {outcome:#?}\nmade {made:#?}\nAlembic {:#}", text(case, "name"), case["files"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What a faulty template says.
#[test]
fn faults_name_their_line() {
    let header = "revision = ${repr(up_revision)}\ndown_revision = None\n";
    let cases = [
        ("# ${1 / 0}", ":3: ZeroDivisionError: division by zero"),
        ("\n# ${nothing}", ":4: NameError: an undefined name is written"),
        ("<%\n    def f():\n        return {}['k']\n%>\n# a\n# ${f()}", ":5: KeyError: 'k'"),
        ("<%\n    x = (\n%>", "not valid Python in this block"),
        ("% while True:\n# a", ":3:1: `% while` without `% endwhile`"),
        ("% while False:\n% endif", ":4:1: `% endif` does not fit the `% while` above"),
        ("<%include file=\"other\"/>", ":3:1: the tag <%include> is not supported"),
        ("<%call expr=\"f()\"></%call>", ":3:1: the tag <%call> is not supported"),
        ("<%def name=\"f()\">\n# a", ":3:1: <%def> without </%def>"),
        ("<%def name=\"f()\" filter=\"trim\">\n</%def>", ":3:1: <%def> is supported with a name and nothing else"),
        ("# ${open('x', 'w')}", ":3: PermissionError"),
        ("# ${loop.index}", ":3: AttributeError: loop.index outside of a loop"),
    ];
    for (template, expected) in cases {
        let project = Project::new();
        project.write("migrations/script.py.mako", format!("{header}{template}\n"));
        let outcome = project.run(&["revision"]);
        assert_eq!(outcome.code, Some(255), "{template}: {outcome:#?}");
        let found = outcome.stderr.strip_prefix("FAILED: PROJECT/migrations/script.py.mako");
        assert!(found.is_some_and(|found| found.contains(expected)), "{template}: {}", outcome.stderr);
        assert_eq!(outcome.stdout, "");
        assert_eq!(fs::read_dir(project.path("migrations/versions")).expect("the folder").count(), 0);
    }
}
