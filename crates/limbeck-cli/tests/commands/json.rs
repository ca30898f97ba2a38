//! `--json`

use insta::assert_snapshot;
use serde_json::Value;

use crate::branches;
use crate::support::Project;

/// The object that a command prints, and its exit code.
fn object(project: &Project, arguments: &[&str]) -> (Option<i32>, Value) {
    let outcome = project.run(arguments);
    let object =
        serde_json::from_str(&outcome.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {outcome:#?}"));
    (outcome.code, object)
}

#[test]
fn listings() {
    let project = branches::project();
    project.succeed(&["upgrade", "left"]);
    for (name, arguments) in [
        ("heads", &["heads", "--json"][..]),
        ("history", &["history", "-i", "--json"]),
        ("show", &["show", "merge", "--json"]),
        ("branches", &["branches", "--json"]),
        ("current", &["current", "--json"]),
        ("list_templates", &["list_templates", "--json"]),
    ] {
        assert_snapshot!(format!("json_{name}"), project.succeed(arguments));
    }
}

#[test]
fn runs_and_plans() {
    let project = Project::new();
    project.chain(2);
    assert_snapshot!("json_plan", project.succeed(&["upgrade", "head", "--plan", "--sql", "--json"]));
    let (code, mut done) = object(&project, &["upgrade", "head", "--json"]);
    assert_eq!(code, Some(0));
    for step in done["databases"][0]["steps"].as_array_mut().unwrap() {
        assert!(step["seconds"].take().as_f64().is_some_and(|seconds| seconds > 0.0));
    }
    assert_snapshot!("json_upgrade", serde_json::to_string_pretty(&done).unwrap());
    let (code, done) = object(&project, &["downgrade", "base", "--json"]);
    assert_eq!((code, &done["databases"][0]["heads_after"]), (Some(0), &Value::Array(vec![])));
    assert_eq!(done["databases"][0]["steps"][0]["direction"], "downgrade");
}

#[test]
fn a_failure_is_an_object_too_and_says_what_was_done() {
    let project = Project::new();
    project.chain(2).revision("r03", Some("r02"), "op.execute(\"nonsense\")", "pass");
    let (code, failed) = object(&project, &["upgrade", "head", "--json"]);
    assert_eq!((code, &failed["error"]["exit_code"]), (Some(255), &Value::from(255)));
    assert!(failed["error"]["message"].as_str().unwrap().contains("r03.py:"), "{failed}");
    let done = &failed["databases"][0];
    assert_eq!(done["steps"].as_array().unwrap().len(), 2);
    assert_eq!(done["heads_after"][0], "r02");
    assert_eq!(project.state(), ["=r02", "alembic_version", "t01", "t02"]);

    let (code, failed) = object(&project, &["show", "nothing", "--json"]);
    assert_eq!((code, failed["databases"].is_null()), (Some(255), true));
}

#[test]
fn the_exit_code_of_a_script_is_told() {
    let project = Project::new();
    project.revision("r01", None, "raise SystemExit(7)", "pass");
    let (code, failed) = object(&project, &["upgrade", "head", "--json"]);
    assert_eq!((code, &failed["error"]["exit_code"]), (Some(7), &Value::from(7)));
}
