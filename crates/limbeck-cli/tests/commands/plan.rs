//! `upgrade --plan` and `downgrade --plan`

use insta::assert_snapshot;

use crate::branches;
use crate::support::Project;

#[test]
fn a_plan_starts_where_the_database_is_and_changes_nothing() {
    let project = branches::project();
    assert_snapshot!("plan_fresh", project.succeed(&["upgrade", "heads", "--plan"]));
    assert!(!project.database().exists() || project.state().is_empty(), "{:?}", project.state());
    project.succeed(&["upgrade", "left"]);
    let before = project.state();
    assert_snapshot!("plan_rest", project.succeed(&["upgrade", "heads", "--plan"]));
    assert_snapshot!("plan_down", project.succeed(&["downgrade", "base", "--plan"]));
    assert_eq!(project.succeed(&["upgrade", "left", "--plan"]), "Nothing to run on sqlite:///app.db.\n");
    assert_eq!(project.state(), before);
}

#[test]
fn with_sql_it_is_what_offline_mode_writes_from_there() {
    for project in [Project::new(), Project::on_postgresql()] {
        project.chain(3);
        let fresh = project.succeed(&["upgrade", "head", "--plan", "--sql"]);
        assert_eq!(without_comments(&fresh), project.succeed(&["upgrade", "head", "--sql"]));
        assert!(fresh.starts_with("-- 3 revisions to run on "), "{fresh}");
        project.succeed(&["upgrade", "r01"]);
        let before = project.state();
        let rest = project.succeed(&["upgrade", "head", "--plan", "--sql"]);
        assert_eq!(without_comments(&rest), project.succeed(&["upgrade", "r01:head", "--sql"]));
        let back = project.succeed(&["downgrade", "base", "--plan", "--sql"]);
        assert_eq!(without_comments(&back), project.succeed(&["downgrade", "r01:base", "--sql"]));
        assert_eq!(project.state(), before);
    }
}

/// What follows the heading.
fn without_comments(text: &str) -> &str {
    text.split_once("\n\n").map_or("", |(_, rest)| rest)
}

#[test]
fn an_empty_version_table_is_not_created_again() {
    let project = Project::new();
    project.chain(1);
    project.succeed(&["stamp", "base"]);
    let text = project.succeed(&["upgrade", "head", "--plan", "--sql"]);
    assert!(!text.contains("CREATE TABLE alembic_version"), "{text}");
    assert!(text.contains("CREATE TABLE t01"), "{text}");
}

#[test]
fn scripts_that_have_to_be_run_are_run_for_their_text() {
    let project = Project::new();
    let asks = "\
import os
if op.get_context().as_sql:
    op.execute('SELECT 1 -- ' + os.path.join('written', 'down'))
else:
    op.get_bind().execute(sa.text('CREATE TABLE not_run (a integer)'))";
    project.revision("r01", None, asks, "pass");
    let text = project.succeed(&["upgrade", "head", "--plan", "--sql"]);
    assert!(text.contains("SELECT 1 -- written/down;"), "{text}");
    assert!(project.state().is_empty());
    project.succeed(&["upgrade", "head"]);
    assert_eq!(project.state(), ["=r01", "alembic_version", "not_run"]);
}

#[test]
fn what_would_stop_the_run_stops_the_plan() {
    let project = Project::new();
    project.chain(1).revision("r02", Some("r01"), "op.add_column(\"t01\")", "pass");
    let outcome = project.run(&["upgrade", "head", "--plan"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(255), ""));
    assert!(outcome.stderr.contains("r02.py:"), "{outcome:#?}");
    assert_eq!(project.run(&["upgrade", "a:b", "--plan"]).code, Some(255));
}

#[test]
fn each_database_of_an_env_py_has_a_plan_of_its_own() {
    let project = Project::new();
    project.chain(2);
    project.write(
        "migrations/env.py",
        "\
from alembic import context
from sqlalchemy import create_engine

for name in ['one', 'two']:
    with create_engine('sqlite:///%s.db' % name).connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
",
    );
    assert_snapshot!("plan_two_databases", project.succeed(&["upgrade", "r01", "--plan", "--sql"]));
    assert!(crate::support::state(&project.path("one.db")).is_empty());
    project.succeed(&["upgrade", "r01"]);
    assert_snapshot!("plan_two_databases_rest", project.succeed(&["upgrade", "head", "--plan"]));
}
