//! New revision files against Alembic's; `goldens/template/regenerate.py` makes the golden.

use std::path::Path;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use limbeck_script::config::{Config, ConfigInput};
use limbeck_script::directory::ScriptDirectory;
use limbeck_script::template::{NewRevision, TemplateError, Value as Variable, new_revision_file};
use serde_json::{Value, json};

fn strings(value: &Value) -> Vec<String> {
    value.as_array().expect("a list").iter().map(|item| item.as_str().expect("a string").to_owned()).collect()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
    std::fs::write(path, text).expect("write");
}

/// The naive date means the machine's own time zone; a configured zone takes it as UTC.
fn moment(case: &Value) -> jiff::Timestamp {
    let civil: DateTime = case["now"].as_str().expect("now").parse().expect("a date");
    let zone = if case["ini"].get("timezone").is_some() { TimeZone::UTC } else { TimeZone::system() };
    civil.to_zoned(zone).expect("in range").timestamp()
}

fn ours(root: &Path, case: &Value) -> Result<Value, String> {
    write(&root.join("m/script.py.mako"), case["template"].as_str().expect("template"));
    std::fs::create_dir_all(root.join("m/versions")).expect("make versions");
    for (name, text) in case["files"].as_object().expect("files") {
        write(&root.join(name), text.as_str().expect("text"));
    }
    let mut ini = "[alembic]\nscript_location = %(here)s/m\n".to_owned();
    for (key, value) in case["ini"].as_object().expect("ini") {
        ini.push_str(&format!("{key} = {}\n", value.as_str().expect("a string")));
    }
    write(&root.join("alembic.ini"), &ini);
    let show = |error: &dyn std::fmt::Display| error.to_string().replace(&root.display().to_string(), "ROOT");

    let config = Config::load(ConfigInput { cwd: root.to_owned(), ..ConfigInput::default() }).map_err(|e| show(&e))?;
    let directory = ScriptDirectory::open(&config).map_err(|e| show(&e))?;
    let new = NewRevision {
        rev_id: text(&case["id"]),
        message: text(&case["message"]),
        parents: strings(&case["parents"]),
        branch_labels: strings(&case["labels"]),
        depends_on: strings(&case["depends_on"]),
        version_path: text(&case["version_path"]).map(Into::into),
        variables: case["variables"]
            .as_object()
            .expect("variables")
            .iter()
            .map(|(name, value)| (name.clone(), Variable::from(value.as_str().expect("a string"))))
            .collect(),
        now: Some(moment(case)),
    };
    let written = new_revision_file(&directory, &config, &new).map_err(|error| match error {
        TemplateError::Source(_) => format!("located: {}", show(&error)),
        _ => show(&error),
    })?;
    assert_eq!(std::fs::read_to_string(&written.path).expect("the file is there"), written.text);
    let script = written.script.expect("the header is static");

    // The directory as a later command sees it.
    let again = ScriptDirectory::open(&config).map_err(|e| show(&e))?;
    assert_eq!(again.script(&script.revision).map(|script| &script.doc), Some(&script.doc));
    let mut labels = script.branch_labels.clone();
    labels.sort();
    Ok(json!({
        "path": written.path.strip_prefix(root).expect("below the project").display().to_string(),
        "text": written.text,
        "doc": script.doc,
        "down_revisions": script.down_revisions,
        "branch_labels": labels,
    }))
}

/// Where Alembic shows a traceback, says less, or breaks the project, ours is a located error of its own words.
fn is_own_words(python: &str) -> bool {
    ["template", "KeyError", "SyntaxException"].contains(&python)
}

#[test]
fn writes_the_files_that_alembic_writes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/template/revisions.json");
    let golden: Vec<Value> =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the golden is there")).expect("the golden is JSON");
    assert!(golden.len() > 50);
    let mut wrong = Vec::new();
    for case in &golden {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("a real path");
        let expected = &case["expected"];
        let got = ours(&root, case);
        let good = match (&got, expected["error"].as_str()) {
            (Ok(got), None) => got == expected,
            (Err(error), Some(python)) if is_own_words(python) => error.starts_with("located: "),
            (Err(error), Some(python)) => {
                // Named by file and help on top of Alembic's sentence.
                error == python || error.contains(python)
            }
            _ => false,
        };
        if !good {
            wrong.push(format!("{}\n--- alembic\n{expected:#}\n--- ours\n{got:#?}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
