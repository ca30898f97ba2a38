//! Whole modules of models, in the manner of those that projects have: from an empty database to the models, and nothing is left to do.

use std::fs;
use std::sync::Mutex;

use crate::case::{Case, files};
use crate::database::Kind;
use crate::in_parallel;
use crate::round::Side;
use crate::tool::{Alembic, Limbeck, Tool};

/// The modules, as changes of an empty MetaData.
fn modules() -> Vec<Case> {
    let module = |(name, text): (String, String)| {
        let option = |name: &str| {
            let begin = format!("#= {name}: ");
            text.lines().find_map(|line| line.strip_prefix(&begin)).unwrap_or("").to_owned()
        };
        let kinds = match option("on").as_str() {
            "" => Kind::ALL.to_vec(),
            some => some.split(' ').map(|kind| Kind::named(kind).expect("a database")).collect(),
        };
        Case {
            heading: String::new(),
            subject: name.clone(),
            family: name,
            changes: vec!["made".into()],
            kinds,
            sql: option("sql"),
            configure: option("configure"),
            models: ["".into(), text],
        }
    };
    files("models").into_iter().map(module).collect()
}

/// Writes a revision, applies it, and finds nothing more to do. The error says what fails.
fn made(side: &Side, models: &str, tool: &mut dyn Tool) -> Result<(), String> {
    side.project.write("models.py", models);
    // Where their own types are.
    let template =
        include_str!("script.py.mako").replace("import sqlalchemy as sa\n", "import models\nimport sqlalchemy as sa\n");
    side.project.write("migrations/script.py.mako", template);
    for words in [&["revision", "--autogenerate", "--rev-id", "after"][..], &["upgrade", "head"], &["check"]] {
        tool.run(&side.project, words).map_err(|error| format!("{words:?}: {error}"))?;
    }
    Ok(())
}

/// What is wrong with one module on one database.
fn faults(case: &Case, kind: Kind, alembic: Option<&mut Alembic>) -> Vec<String> {
    let mut faults = Vec::new();
    let models = &case.models[1];
    let ours = Side::new(case, kind, "", &mut Limbeck).expect("an empty database");
    if let Err(error) = made(&ours, models, &mut Limbeck) {
        return vec![error];
    }
    let catalogue = kind.catalogue(&ours.project);
    if let Some(alembic) = alembic {
        // Each tool on an empty database, by its own script; then each looks at what the other has made.
        let theirs = Side::new(case, kind, "", alembic).expect("an empty database");
        if kind == Kind::Mariadb {
            // Alembic takes every default of MariaDB's for another one: it is not asked about them.
            for side in [&theirs, &ours] {
                let env = side.project.path("migrations/env.py");
                let text = fs::read_to_string(&env).expect("it is there");
                fs::write(env, text.replace("compare_server_default=True", "compare_server_default=False"))
                    .expect("a file");
            }
        }
        if let Err(error) = made(&theirs, models, alembic) {
            faults.push(format!("Alembic by its own script: {error}"));
        }
        if let Err(error) = alembic.run(&ours.project, &["check"]) {
            faults.push(format!("Alembic checks what limbeck has made: {error}"));
        }
        if let Err(error) = Limbeck.run(&theirs.project, &["check"]) {
            faults.push(format!("limbeck checks what Alembic has made: {error}"));
        }
        if kind.catalogue(&theirs.project) != catalogue {
            faults.push(format!("Alembic makes {:#?}\nand limbeck {catalogue:#?}", kind.catalogue(&theirs.project)));
        }
        if let Err(error) = alembic.run(&ours.project, &["downgrade", "-1"]) {
            faults.push(format!("Alembic takes back what limbeck wrote: {error}"));
        }
        if let Err(error) = alembic.run(&ours.project, &["upgrade", "head"]) {
            faults.push(format!("Alembic applies what limbeck wrote: {error}"));
        }
        if kind.catalogue(&ours.project) != catalogue {
            faults.push(format!(
                "limbeck's script makes something else on Alembic: {:#?}",
                kind.catalogue(&ours.project)
            ));
        }
    }
    if let Err(error) = Limbeck.run(&ours.project, &["downgrade", "-1"]) {
        faults.push(format!("the downgrade: {error}"));
    }
    let left = kind.catalogue(&ours.project);
    if left != ours.catalogue {
        faults.push(format!("the downgrade leaves {left:#?}"));
    }
    if !faults.is_empty() {
        let script = ours.project.path("migrations/versions/after_.py");
        faults.push(fs::read_to_string(script).unwrap_or_default());
    }
    faults
}

#[test]
fn nothing_is_left_to_do_for_whole_models() {
    let modules = modules();
    let jobs: Vec<(Kind, &Case)> =
        modules.iter().flat_map(|case| case.kinds.iter().map(move |kind| (*kind, case))).collect();
    let wrong = Mutex::new(Vec::new());
    in_parallel(
        &jobs,
        || Alembic::is_there().then(Alembic::start),
        |alembic, (kind, case)| {
            let faults = faults(case, *kind, alembic.as_mut());
            if !faults.is_empty() {
                let text = format!("== {} on {}\n{}", case.subject, kind.name(), faults.join("\n"));
                wrong.lock().expect("no panic").push(text);
            }
        },
    );
    let wrong = wrong.into_inner().expect("no panic");
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), jobs.len(), wrong.join("\n\n"));
}
