//! Arguments that no directive takes: each directive has a case for each kind, and refuses.

use crate::case;
use crate::run::{Answer, Runner};

const KINDS: [&str; 4] = ["missing", "too many", "unknown keyword", "wrong type"];

/// Directives that take any number of arguments.
const VARIADIC: [&str; 2] = ["create_table", "create_exclude_constraint"];

#[test]
fn every_directive_refuses_malformed_arguments() {
    let cases = case::all();
    let malformed: Vec<_> = cases.iter().filter(|c| c.family == "malformed").collect();
    let has = |subject: &str, kind: &str| {
        malformed.iter().any(|c| c.subject() == subject && c.argument() == "malformed" && c.name.contains(kind))
    };
    let mut missing = Vec::new();
    for (name, in_batches) in limbeck_script::binder::directives().chain([("batch_alter_table", false)]) {
        let kinds = KINDS.iter().filter(|kind| **kind != "too many" || !VARIADIC.contains(&name));
        missing.extend(kinds.filter(|kind| !has(name, kind)).map(|kind| format!("{name} | malformed | {kind}")));
        if in_batches && !has(&format!("batch_op.{name}"), "") {
            missing.push(format!("batch_op.{name} | malformed | ..."));
        }
    }
    assert!(missing.is_empty(), "no case: {missing:#?}");
    let runner = Runner::new();
    for case in malformed {
        let answer = runner.answer(case, "postgresql");
        assert!(matches!(answer, Ok(Answer::Refused(_))), "{}: not refused, or not where it is", case.name);
    }
}
