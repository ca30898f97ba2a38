//! Sequences and schemas as text.

use limbeck_core::expression::Definition;
use limbeck_core::schema::{SequenceOptions, TableName};

use super::Style;
use super::ddl::{if_exists_text, if_not_exists_text};
use crate::DialectError;

type Text = Result<String, DialectError>;

/// `CREATE SEQUENCE` and the like.
pub(crate) fn definition(style: &dyn Style, definition: &Definition) -> Text {
    Ok(match definition {
        Definition::CreateSequence { name, data_type, options, if_not_exists } => {
            let name = sequence(style, name)?;
            let mut out = format!("CREATE SEQUENCE {}{name}", if_not_exists_text(*if_not_exists));
            if let Some(sql_type) = data_type.as_ref().filter(|_| style.types_sequences()) {
                out.push_str(&format!(" AS {}", style.type_text(sql_type)?));
            }
            let options = style.sequence_options(sequence_options(options));
            if options.is_empty() { out } else { format!("{out} {options}") }
        }
        Definition::DropSequence { name, if_exists } => {
            format!("DROP SEQUENCE {}{}", if_exists_text(*if_exists), sequence(style, name)?)
        }
        Definition::CreateSchema { name, if_not_exists } => {
            format!("CREATE SCHEMA {}{}", if_not_exists_text(*if_not_exists), schema(style, name, false)?)
        }
        Definition::DropSchema { name, if_exists, cascade } => {
            let name = schema(style, name, *cascade)?;
            format!("DROP SCHEMA {}{name}{}", if_exists_text(*if_exists), if *cascade { " CASCADE" } else { "" })
        }
    })
}

/// The name of a sequence, where there are sequences.
pub(crate) fn sequence(style: &dyn Style, name: &TableName) -> Text {
    if style.has_sequences() {
        return Ok(style.quote_table(name));
    }
    Err(DialectError::unsupported(
        format!("{} has no sequences", style.name()),
        "leave the sequence out there: if op.get_bind().dialect.name == \"postgresql\"",
    ))
}

fn schema(style: &dyn Style, name: &str, cascade: bool) -> Text {
    let (made, cascades) = style.makes_schemas();
    if made && (cascades || !cascade) {
        return Ok(style.quote(name));
    }
    let what = if made { "DROP SCHEMA ... CASCADE" } else { "schemas to make or drop" };
    Err(DialectError::unsupported(
        format!("{} has no {what}", style.name()),
        if made { "leave cascade out: everything in it goes with it" } else { "leave the statement out there" },
    ))
}

/// `INCREMENT BY 2 START WITH 3`; ORDER and ON NULL are Oracle's.
pub(crate) fn sequence_options(options: &SequenceOptions) -> String {
    let mut out = Vec::new();
    for (word, value) in [
        ("INCREMENT BY", options.increment),
        ("START WITH", options.start),
        ("MINVALUE", options.minvalue),
        ("MAXVALUE", options.maxvalue),
    ] {
        out.extend(value.map(|n| format!("{word} {n}")));
    }
    for (word, said) in [("NO MINVALUE", options.nominvalue), ("NO MAXVALUE", options.nomaxvalue)] {
        out.extend(said.then(|| word.to_owned()));
    }
    out.extend(options.cache.map(|n| format!("CACHE {n}")));
    out.extend(options.cycle.map(|cycle| if cycle { "CYCLE" } else { "NO CYCLE" }.to_owned()));
    out.join(" ")
}
