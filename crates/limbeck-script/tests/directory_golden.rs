//! Headers and load order against Alembic's; `goldens/directory/regenerate.py` makes the golden.

use std::path::Path;

use limbeck_script::config::{Config, ConfigInput};
use limbeck_script::directory::ScriptDirectory;
use serde_json::{Value, json};

#[test]
fn reads_the_headers_that_alembic_reads() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/directory/headers.json");
    let golden: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the golden is there")).expect("the golden is JSON");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("a real path");
    for (name, text) in golden["files"].as_object().expect("files") {
        let path = root.join(format!("m/versions/{name}.py"));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
        std::fs::write(path, text.as_str().expect("text")).expect("write");
    }
    let ini = "[alembic]\nscript_location = %(here)s/m\nrecursive_version_locations = true\n";
    std::fs::write(root.join("alembic.ini"), ini).expect("write");

    let config = Config::load(ConfigInput { cwd: root.clone(), ..ConfigInput::default() }).expect("it loads");
    let directory = ScriptDirectory::open(&config).expect("it opens");
    let expected = golden["scripts"].as_array().expect("scripts");
    assert_eq!(directory.scripts().len(), expected.len());
    for (script, expected) in directory.scripts().iter().zip(expected) {
        let mut labels = script.branch_labels.clone();
        labels.sort();
        let ours = json!({
            "path": script.path.strip_prefix(&root).expect("below the project").display().to_string(),
            "revision": script.revision,
            "down_revisions": script.down_revisions,
            "branch_labels": labels,
            "depends_on": script.depends_on,
            "doc": script.doc,
            "longdoc": script.longdoc,
        });
        assert_eq!(&ours, expected);
    }
}
