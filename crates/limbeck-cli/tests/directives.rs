//! The scripts of the directive corpus that have to be run: the embedded Python against what real Alembic prints offline.
//! All others are answered in `crates/limbeck-runtime/tests/directives`, without a process for each.

#[path = "../../limbeck-runtime/tests/directives/case.rs"]
#[allow(dead_code)]
mod case;
mod support;

use case::{Case, DIALECTS, Differences};
use support::{Outcome, Project};

#[test]
fn scripts_that_are_run_print_alembics_text() {
    let cases: Vec<Case> = case::all().into_iter().filter(|case| case.dynamic().is_some()).collect();
    assert!(cases.len() >= 20);
    let differences = Differences::read();
    let project = Project::new();
    for (number, case) in cases.iter().enumerate() {
        let header = format!("revision = \"r{number}\"\ndown_revision = None\n");
        project.write(&format!("migrations/versions/r{number}.py"), format!("{header}{}\n", case.script()));
    }
    let mut wrong = Vec::new();
    for dialect in DIALECTS {
        for (number, case) in cases.iter().enumerate().filter(|(_, case)| case.runs_on(dialect)) {
            project.write("migrations/env.py", env(case, dialect));
            let outcome = project.run(&["upgrade", &format!("r{number}"), "--sql"]);
            let alembics = case::expected(dialect, &case.family).remove(&case.name).expect("run regenerate.py");
            let listed = differences.reason(dialect, &case.name).is_some();
            if agrees(&outcome, number, &alembics) == listed {
                wrong.push(format!(
                    "{dialect}: {} (listed as different: {listed}):\n--- Alembic\n{alembics}\n--- limbeck\n{outcome:#?}",
                    case.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// Whether limbeck prints the same, or fails and says where.
fn agrees(outcome: &Outcome, number: usize, alembics: &str) -> bool {
    if alembics.lines().last().is_some_and(|line| line.starts_with("ERROR ")) {
        return outcome.code != Some(0) && outcome.stderr.contains(&format!("versions/r{number}.py"));
    }
    let begin = format!("-- Running upgrade  -> r{number}\n");
    let between = |text: &str| {
        let (_, rest) = text.split_once(&begin)?;
        rest.split_once("INSERT INTO alembic_version").map(|(sql, _)| sql.trim().to_owned())
    };
    outcome.code == Some(0) && between(&outcome.stdout).as_deref() == Some(alembics)
}

/// An env.py that knows no database, and configures what `regenerate.py` does.
fn env(case: &Case, dialect: &str) -> String {
    let convention = case.options.get("convention").map_or("{}", String::as_str);
    let arguments = case.options.get("arguments").map_or("{}", String::as_str);
    format!(
        "from alembic import context\n\
         from sqlalchemy import MetaData\n\n\
         context.configure(\n    \
             dialect_name=\"{dialect}\",\n    \
             target_metadata=MetaData(naming_convention={convention}),\n    \
             literal_binds=True,\n    \
             dialect_opts={{\"paramstyle\": \"named\"}},\n\
         )\n\
         with context.begin_transaction():\n    \
             context.run_migrations(**{arguments})\n"
    )
}
