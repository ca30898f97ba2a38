//! Sequences and schemas: `CreateSequence(Sequence(...))`, `Sequence(...).next_value()`, `CreateSchema(...)`, and the sequences of models.

use limbeck_core::expression::{Definition, Expression};
use limbeck_core::schema::{self, SequenceOptions, TableName};
use limbeck_core::source::SourceError;

use super::context::{Context, construct, plain};
use super::names::canonical;
use super::signature::Arguments;
use super::types::bound_type;
use crate::directive::{Call, Value};

/// What `Sequence(...)` takes.
pub(super) const SEQUENCE: &str = "name, start?, increment?, minvalue?, maxvalue?, nominvalue?, nomaxvalue?, cycle?, schema?, cache?, order?, \
    data_type?, optional?, quote?, metadata?, quote_schema?, for_update?, **Sequence";

/// The sequences of a MetaData, by what its `sequences` and the columns of its tables say: those that `create_all()` would make, and those
/// that a server default counts with. The first of a name counts.
///
/// # Errors
/// A sequence that is not understood.
pub fn bind_sequences(metadata: &Call, dialect: &str) -> Result<Vec<schema::Sequence>, SourceError> {
    let at = Context::new("a MetaData", &metadata.location);
    let mut given: Vec<&Value> = Vec::new();
    if let Some((_, value)) = metadata.kwargs.iter().find(|(name, _)| name == "sequences") {
        given.extend(value.as_items().unwrap_or_default());
    }
    let items = metadata.args.iter().filter_map(|table| match plain(table) {
        Value::Call(table) => Some(&table.args),
        _ => None,
    });
    for column in items.flatten().filter_map(|item| construct(item, "sqlalchemy.Column")) {
        let keywords = ["default", "insert_default", "server_default"];
        let said = column.kwargs.iter().filter(|(name, _)| keywords.contains(&name.as_str()));
        given.extend(column.args.iter().chain(said.map(|(_, value)| value)).map(counted_with));
    }
    let mut found: Vec<schema::Sequence> = Vec::new();
    for value in given {
        let Some(call) = construct(value, "sqlalchemy.Sequence") else { continue };
        let a = Arguments::of(call, SEQUENCE)?;
        // PostgreSQL has something better than a sequence that is optional.
        if dialect == "postgresql" && a.get("optional").is_some() && a.flag("optional")? {
            continue;
        }
        let sequence = sequence(at, "sequences", value)?;
        if !found.iter().any(|other| other.name == sequence.name) {
            found.push(sequence);
        }
    }
    Ok(found)
}

/// Of `Sequence(...).next_value()` the sequence.
fn counted_with(value: &Value) -> &Value {
    match plain(value) {
        Value::Call(call) if call.name == ".next_value" => call.args.first().unwrap_or(value),
        _ => value,
    }
}

fn sequence(at: Context<'_>, argument: &str, value: &Value) -> Result<schema::Sequence, SourceError> {
    let call = construct(value, "sqlalchemy.Sequence").ok_or_else(|| at.wrong(argument, value, "a Sequence"))?;
    let a = Arguments::of(call, SEQUENCE)?;
    let data_type = match a.get("data_type") {
        Some(value) => Some(bound_type(a.at(), "data_type", value)?.sql_type),
        None => None,
    };
    let name = TableName { schema: a.opt_text("schema")?, name: a.text("name")? };
    Ok(schema::Sequence { data_type, options: options(&a)?, ..schema::Sequence::new(name) })
}

/// The options that a sequence and an identity share.
pub(super) fn options(a: &Arguments<'_>) -> Result<SequenceOptions, SourceError> {
    Ok(SequenceOptions {
        start: a.opt_int("start")?,
        increment: a.opt_int("increment")?,
        minvalue: a.opt_int("minvalue")?,
        maxvalue: a.opt_int("maxvalue")?,
        nominvalue: a.flag("nominvalue")?,
        nomaxvalue: a.flag("nomaxvalue")?,
        cycle: a.opt_bool("cycle")?,
        cache: a.opt_int("cache")?,
        order: if a.options()?.flag("oracle", "order") { Some(true) } else { a.opt_bool("order")? },
    })
}

/// `Sequence(...).next_value()`, when the call is one.
pub(super) fn next_value(at: Context<'_>, call: &Call) -> Result<Option<Expression>, SourceError> {
    match call.args.first() {
        Some(receiver) if call.name == ".next_value" && construct(receiver, "sqlalchemy.Sequence").is_some() => {
            Ok(Some(Expression::NextValue(sequence(at, "sequence", receiver)?.name)))
        }
        _ => Ok(None),
    }
}

/// `CREATE SEQUENCE` and the like, when the call is one.
///
/// # Errors
/// Arguments that it does not take.
pub fn definition(call: &Call) -> Result<Option<Definition>, SourceError> {
    let name = canonical(&call.name);
    let Some(class) = name.strip_prefix("sqlalchemy.") else { return Ok(None) };
    Ok(Some(match class {
        "CreateSequence" => {
            let a = Arguments::of(call, "element, if_not_exists?")?;
            let schema::Sequence { name, data_type, options, .. } =
                sequence(a.at(), "element", a.required("element")?)?;
            Definition::CreateSequence { name, data_type, options, if_not_exists: a.flag("if_not_exists")? }
        }
        "DropSequence" => {
            let a = Arguments::of(call, "element, if_exists?")?;
            let name = sequence(a.at(), "element", a.required("element")?)?.name;
            Definition::DropSequence { name, if_exists: a.flag("if_exists")? }
        }
        "CreateSchema" => {
            let a = Arguments::of(call, "name, if_not_exists?")?;
            Definition::CreateSchema { name: a.text("name")?, if_not_exists: a.flag("if_not_exists")? }
        }
        "DropSchema" => {
            let a = Arguments::of(call, "name, cascade?, if_exists?")?;
            let (if_exists, cascade) = (a.flag("if_exists")?, a.flag("cascade")?);
            Definition::DropSchema { name: a.text("name")?, if_exists, cascade }
        }
        _ => return Ok(None),
    }))
}
