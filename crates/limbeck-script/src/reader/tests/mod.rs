mod differential;
mod environments;
mod limits;
mod modules;
mod scripts;

use std::path::Path;
use std::sync::Arc;

use super::{GaveUp, ParsedScript, Reading, read_function};
use crate::directive::{Directive, Event, Value};

pub(super) fn parse(source: &str) -> ParsedScript {
    ParsedScript::parse(Arc::from(Path::new("versions/a.py")), Arc::from(source)).unwrap()
}

/// Reads `upgrade` of a module.
pub(super) fn read(source: &str) -> Result<Vec<String>, GaveUp> {
    match read_function(&parse(source), "upgrade")? {
        Reading::Events(events) => Ok(events.iter().map(event).collect()),
        Reading::Missing => Ok(vec!["missing".to_owned()]),
    }
}

/// Reads a body of `upgrade` below the usual imports.
pub(super) fn body(text: &str) -> Result<Vec<String>, GaveUp> {
    let lines: String = text.lines().map(|line| format!("    {line}\n")).collect();
    read(&format!(
        "from alembic import op\nimport sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\n\ndef upgrade():\n{lines}"
    ))
}

/// The spelling of an event that the goldens use.
fn event(event: &Event) -> String {
    match event {
        Event::Directive { directive, in_batch: false } => directive_text(directive),
        Event::Directive { directive, in_batch: true } => format!("batch {}", directive_text(directive)),
        Event::BeginBatch(directive) => format!("begin {}", directive_text(directive)),
        Event::EndBatch => "end batch".to_owned(),
        Event::BeginAutocommit(_) => "begin autocommit".to_owned(),
        Event::EndAutocommit => "end autocommit".to_owned(),
    }
}

fn directive_text(directive: &Directive) -> String {
    format!("{}({})", directive.name, arguments(&directive.args, &directive.kwargs))
}

fn arguments(args: &[Value], kwargs: &[(String, Value)]) -> String {
    let kwargs = kwargs.iter().map(|(name, value)| format!("{name}={}", show(value)));
    args.iter().map(show).chain(kwargs).collect::<Vec<_>>().join(", ")
}

pub(super) fn show(value: &Value) -> String {
    let items = |items: &[Value]| items.iter().map(show).collect::<Vec<_>>();
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Float(value) => super::text::float_repr(*value),
        Value::Str(text) => python_json(text),
        Value::Bytes(bytes) => format!("b{}", bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
        Value::List(list) => format!("[{}]", items(list).join(", ")),
        Value::Tuple(tuple) => format!("({})", items(tuple).join(", ")),
        Value::Set(set) => {
            let mut items = items(set);
            items.sort();
            format!("set({})", items.join(", "))
        }
        Value::Dict(dict) => {
            let items: Vec<_> = dict.iter().map(|(key, value)| format!("{}: {}", show(key), show(value))).collect();
            format!("{{{}}}", items.join(", "))
        }
        Value::Name(name) => format!("<{name}>"),
        Value::Call(call) => format!("{}({})", call.name, arguments(&call.args, &call.kwargs)),
        Value::Absent(absent) => format!("absent {}", absent.expression),
    }
}

/// `json.dumps` of a string, as Python writes it.
fn python_json(text: &str) -> String {
    let mut out = serde_json::to_string(text).unwrap();
    out = out
        .encode_utf16()
        .map(|unit| match unit {
            0x7f.. => format!("\\u{unit:04x}"),
            unit => String::from_utf16_lossy(&[unit]),
        })
        .collect();
    out.replace("\\u007f", "\x7f")
}
