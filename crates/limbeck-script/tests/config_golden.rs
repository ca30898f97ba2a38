//! The ini reader against Python's configparser; `goldens/config/regenerate.py` makes the golden.

use std::path::Path;

use limbeck_script::config::{Config, ConfigError, Ini, IniErrorKind};
use serde_json::Value;

fn class(kind: IniErrorKind) -> &'static str {
    match kind {
        IniErrorKind::MissingSectionHeader => "MissingSectionHeaderError",
        IniErrorKind::DuplicateSection => "DuplicateSectionError",
        IniErrorKind::DuplicateOption => "DuplicateOptionError",
        IniErrorKind::Parsing => "ParsingError",
        IniErrorKind::InterpolationSyntax => "InterpolationSyntaxError",
        IniErrorKind::InterpolationMissingOption => "InterpolationMissingOptionError",
        IniErrorKind::InterpolationDepth => "InterpolationDepthError",
    }
}

fn golden() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/config/ini.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the golden is there")).expect("the golden is JSON")
}

/// What our reader makes of a text, in the golden's shape.
fn ours(text: &str) -> Value {
    let mut ini = Ini::empty("x.ini");
    ini.set_here("/proj");
    if let Err(error) = ini.parse(text) {
        return serde_json::json!({"error": class(error.kind), "line": error.error.location.line});
    }
    let mut sections = serde_json::Map::new();
    for name in ini.section_names() {
        let value = match ini.items(name) {
            Ok(items) => serde_json::json!(items),
            Err(error) => {
                let mut keys: Vec<&str> = vec!["here"];
                keys.extend(text.lines().filter_map(|line| line.split(['=', ':']).next()).map(str::trim));
                let values: serde_json::Map<String, Value> = keys
                    .into_iter()
                    .filter(|key| ini.has_option(name, key))
                    .map(|key| match ini.get(name, key) {
                        Ok(value) => (key.to_owned(), serde_json::json!(value)),
                        Err(error) => (key.to_owned(), serde_json::json!({"error": class(error.kind)})),
                    })
                    .collect();
                serde_json::json!({"error": class(error.kind), "values": values})
            }
        };
        sections.insert(name.to_owned(), value);
    }
    serde_json::json!({ "sections": sections })
}

#[test]
fn reads_what_configparser_reads() {
    let golden = golden();
    let cases = golden["cases"].as_array().expect("cases");
    assert!(cases.len() > 60);
    let mut wrong = Vec::new();
    for case in cases {
        let mut expected = case.clone();
        let fields = expected.as_object_mut().expect("a case is an object");
        fields.remove("name");
        fields.remove("text");
        let got = ours(case["text"].as_str().expect("text"));
        if got != expected {
            wrong.push(format!("{}\n  python: {expected}\n  ours:   {got}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn setting_an_option_takes_the_percent_signs_that_configparser_takes() {
    for case in golden()["sets"].as_array().expect("sets") {
        let value = case["value"].as_str().expect("value");
        let stray = match Config::in_memory("/").set_main_option("x", value) {
            Ok(()) => Value::Null,
            Err(ConfigError::StrayPercent { position, .. }) => position.into(),
            Err(other) => panic!("{other}"),
        };
        assert_eq!(stray, case["stray"], "{value}");
    }
}
