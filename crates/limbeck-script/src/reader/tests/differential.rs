//! The evaluator against CPython: `tests/goldens/reader/regenerate.py` wrote what CPython does.

use super::read;

#[test]
fn equals_cpython_or_gives_up() {
    let text = include_str!("../../../tests/goldens/reader/cases.json");
    let cases: serde_json::Value = serde_json::from_str(text).unwrap();
    let (mut wrong, mut read_count) = (Vec::new(), 0);
    for case in cases.as_array().unwrap() {
        let source = case["source"].as_str().unwrap();
        let must = case["must"].as_bool().unwrap();
        let expected: Option<Vec<&str>> =
            case["events"].as_array().map(|events| events.iter().map(|event| event.as_str().unwrap()).collect());
        let body = source.split_once("\n\n").unwrap().1;
        match (read(source), expected) {
            (Ok(events), Some(expected)) if events == expected => read_count += 1,
            (Ok(events), expected) => wrong.push(format!("{body}  reads {events:#?}\n  CPython: {expected:#?}")),
            (Err(gave_up), _) if must => wrong.push(format!("{body}  {gave_up}")),
            (Err(_), _) => {}
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(read_count > 500, "only {read_count} were read");
}
