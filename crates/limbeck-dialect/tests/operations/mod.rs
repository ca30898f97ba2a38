//! Operations as text, held against what real Alembic prints: what the test programs of the dialects share.

pub mod build;
pub mod data;
pub mod schema;

use limbeck_core::operation::Operation;
use limbeck_dialect::{BindMode, Dialect, TypeMemory};

/// A case of the goldens: its name and the operations that its directive means.
pub type Case = (String, Vec<Operation>);

/// One golden: its name, and the text that Alembic prints.
pub struct Golden {
    pub name: &'static str,
    pub text: &'static str,
}

/// The goldens of a file that `goldens/regenerate.py` writes.
pub fn goldens(file: &'static str) -> Vec<Golden> {
    file.split("=== ")
        .skip(1)
        .map(|part| {
            let (head, text) = part.split_once("\n---\n").unwrap();
            Golden { name: head.lines().next().unwrap(), text: text.trim_matches('\n') }
        })
        .collect()
}

/// The cases of every dialect.
pub fn shared() -> Vec<Case> {
    named(schema::cases().into_iter().chain(data::cases()))
}

/// Cases with names that live as long as the tests.
pub fn named(cases: impl IntoIterator<Item = (&'static str, Vec<Operation>)>) -> Vec<Case> {
    cases.into_iter().map(|(name, operations)| (name.to_owned(), operations)).collect()
}

/// What the dialect writes; a batch block's steps are statements here. `ERROR` stands for an operation that it refuses.
pub fn written(dialect: &dyn Dialect, operations: &[Operation], mode: BindMode) -> Vec<String> {
    let mut out = Vec::new();
    let mut memory = TypeMemory::default();
    for operation in operations {
        let statements = match operation {
            Operation::Batch(batch) => dialect.batch(batch, None).map(|steps| {
                let sql = |step| if let limbeck_dialect::Step::Sql(sql) = step { Some(sql) } else { None };
                steps.into_iter().filter_map(sql).collect()
            }),
            other => dialect.operation_of_run(other, mode, &mut memory),
        };
        match statements {
            Ok(statements) => out.extend(statements.into_iter().map(|s| format!("{};", s.text))),
            Err(_) => out.push("ERROR".to_owned()),
        }
    }
    out
}

/// Compares every case with its golden, or with what is right where Alembic is wrong: `on_purpose`, by name.
pub fn compare(
    goldens: &[Golden],
    cases: &[Case],
    on_purpose: &[(&str, &str)],
    text: impl Fn(&str, &[Operation]) -> String,
) {
    let mut wrong = Vec::new();
    for golden in goldens {
        let Some((_, operations)) = cases.iter().find(|(name, _)| *name == golden.name) else {
            wrong.push(format!("{}: no operations are built for it", golden.name));
            continue;
        };
        let ours = text(golden.name, operations);
        let purpose = on_purpose.iter().find(|(n, _)| *n == golden.name).map(|(_, text)| *text);
        if purpose == Some(golden.text) {
            wrong.push(format!("{}: on purpose, and yet what Alembic prints", golden.name));
        }
        let expected = purpose.unwrap_or(golden.text);
        if ours != expected {
            wrong.push(format!("{}:\n--- Alembic\n{expected}\n--- limbeck\n{ours}", golden.name));
        }
    }
    for (name, _) in cases {
        if !goldens.iter().any(|g| g.name == *name) {
            wrong.push(format!("{name}: not in the goldens"));
        }
    }
    for (name, _) in on_purpose {
        if !goldens.iter().any(|g| g.name == *name) {
            wrong.push(format!("{name}: on purpose, and not in the goldens"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), goldens.len(), wrong.join("\n\n"));
}

/// How a case binds: `placeholders` in its name asks for those.
pub fn offline_mode(name: &str) -> BindMode {
    if name.contains("placeholders") { BindMode::Placeholder } else { BindMode::Inline }
}
