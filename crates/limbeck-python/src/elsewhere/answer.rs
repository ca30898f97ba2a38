//! The answer of the project's interpreter as values.

use limbeck_core::source::Location;
use limbeck_script::directive::{Call, Value};
use serde_json::{Map, Value as Json};

use super::Found;
use super::child::Problem;

/// Reads what `answer.py` wrote; constructs get `place`.
pub(super) fn read(text: &str, place: &Location) -> Result<Found, Problem> {
    let nonsense = || Problem::Nonsense(text.chars().take(60).collect());
    let answer: Json = serde_json::from_str(text).map_err(|_| nonsense())?;
    if let Some(fault) = answer.get("fault").and_then(Json::as_str) {
        let said = answer.get("text").and_then(Json::as_str).unwrap_or_default().to_owned();
        return Err(match fault {
            "no_sqlalchemy" => Problem::NoSqlalchemy(said),
            "not_configured" => Problem::NotConfigured,
            "no_metadata" => Problem::NoMetadata,
            "not_metadata" => Problem::NotMetadata(said),
            _ => nonsense(),
        });
    }
    let metadata = answer.get("metadata").and_then(Json::as_array).ok_or_else(nonsense)?;
    let metadata = metadata.iter().map(|one| value(one, place)).collect::<Option<Vec<_>>>().ok_or_else(nonsense)?;
    let several = answer.get("several").and_then(Json::as_bool).ok_or_else(nonsense)?;
    Ok(Found { several, metadata })
}

/// Lists and plain data stand for themselves; an object is a construct, a tuple or a dict by its one key.
fn value(json: &Json, place: &Location) -> Option<Value> {
    Some(match json {
        Json::Null => Value::None,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::Int(whole.into()),
            None => Value::Float(number.as_f64()?),
        },
        Json::String(text) => Value::Str(text.clone()),
        Json::Array(items) => Value::List(all(items, place)?),
        Json::Object(object) => construct(object, place)?,
    })
}

fn all(items: &[Json], place: &Location) -> Option<Vec<Value>> {
    items.iter().map(|item| value(item, place)).collect()
}

/// Pairs are a list: their order counts.
fn pairs<K>(json: &Json, place: &Location, key: impl Fn(&Json) -> Option<K>) -> Option<Vec<(K, Value)>> {
    let pair = |pair: &Json| match pair.as_array()?.as_slice() {
        [name, item] => Some((key(name)?, value(item, place)?)),
        _ => None,
    };
    json.as_array()?.iter().map(pair).collect()
}

fn construct(object: &Map<String, Json>, place: &Location) -> Option<Value> {
    if let Some(items) = object.get("tuple") {
        return all(items.as_array()?, place).map(Value::Tuple);
    }
    if let Some(dict) = object.get("dict") {
        return pairs(dict, place, |key| value(key, place)).map(Value::Dict);
    }
    let kwargs = pairs(object.get("kwargs")?, place, |key| key.as_str().map(str::to_owned))?;
    Some(Value::Call(Box::new(Call {
        name: object.get("call")?.as_str()?.to_owned(),
        args: all(object.get("args")?.as_array()?, place)?,
        kwargs,
        location: place.clone(),
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> Option<Problem> {
        read(text, &Location::file("alembic.ini")).err()
    }

    #[test]
    fn constructs_and_data() {
        let text = r#"{"several": false, "metadata": [{"call": "sqlalchemy.MetaData", "args": [1, [2.5, null], {"tuple": ["a"]}],
                       "kwargs": [["naming_convention", {"dict": [["ix", "i"]]}]]}]}"#;
        let place = Location::file("alembic.ini");
        let found = read(text, &place).unwrap_or_else(|_| panic!("it can be read"));
        let list = Value::List(vec![Value::Float(2.5), Value::None]);
        let call = Call {
            name: "sqlalchemy.MetaData".into(),
            args: vec![Value::Int(1), list, Value::Tuple(vec![Value::str("a")])],
            kwargs: vec![("naming_convention".into(), Value::Dict(vec![(Value::str("ix"), Value::str("i"))]))],
            location: place,
        };
        assert_eq!(found.metadata, vec![Value::Call(Box::new(call))]);
    }

    #[test]
    fn anything_else_is_nonsense() {
        for text in [
            "",
            "hello",
            "[]",
            "{}",
            r#"{"metadata": [{}], "several": false}"#,
            r#"{"metadata": [{"call": 1, "args": [], "kwargs": []}], "several": false}"#,
            r#"{"fault": "other"}"#,
        ] {
            assert!(matches!(problem(text), Some(Problem::Nonsense(_))), "{text}");
        }
        assert!(matches!(problem(r#"{"fault": "no_metadata", "text": ""}"#), Some(Problem::NoMetadata)));
    }
}
