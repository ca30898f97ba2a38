//! ALTER COLUMN: one statement a property, the type first and the name last.

use limbeck_core::operation::{AlterColumn, Change, ColumnDefault};
use limbeck_core::schema::{Identity, OptionValue, SequenceOptions};

use super::super::Postgresql;
use super::table::{default_text, identity_text, type_text};
use super::{Texts, alter_table, column_comment};
use crate::render::definition::sequence_options;
use crate::render::expression::ddl_text;
use crate::{Dialect, DialectError, Sql};

/// The statements of `alter_column`.
pub(super) fn column(change: &AlterColumn) -> Texts {
    let table = alter_table(&change.table);
    let column = Postgresql.quote(&change.column);
    let alter = |what: &str| Sql::new(format!("{table} ALTER COLUMN {column} {what}"));
    let mut out = Vec::new();
    let using = match change.options.get("postgresql", "using") {
        Some(OptionValue::Text(text)) => Some(text.clone()),
        Some(OptionValue::Expression(e)) => Some(ddl_text(&Postgresql, e)?),
        Some(_) => return Err(DialectError::unsupported("postgresql_using is not SQL", "give it as a str")),
        None => None,
    };
    match (&change.sql_type, using.filter(|u| !u.is_empty())) {
        (Some(sql_type), using) => {
            let text = type_text(sql_type).map_err(|e| e.of_column(&change.table.name, &change.column))?;
            let using = using.map_or_else(String::new, |using| format!(" USING {using}"));
            out.push(alter(&format!("TYPE {text}{using}")));
        }
        (None, Some(_)) => {
            return Err(DialectError::unsupported(
                "postgresql_using must be used with the type_ parameter",
                "give the new type with type_",
            ));
        }
        (None, None) => {}
    }
    if let Some(nullable) = change.nullable {
        out.push(alter(if nullable { "DROP NOT NULL" } else { "SET NOT NULL" }));
    }
    if let Change::Set(default) = &change.default {
        out.extend(default_change(change, default)?.map(|what| alter(&what)));
    }
    if let Change::Set(comment) = &change.comment {
        out.push(Sql::new(column_comment(&change.table, &column, comment)));
    }
    if let Some(new) = &change.new_name {
        out.push(Sql::new(format!("{table} RENAME {column} TO {}", Postgresql.quote(new))));
    }
    Ok(out)
}

/// What follows ALTER COLUMN for a default; nothing where an identity stays as it is.
fn default_change(change: &AlterColumn, default: &ColumnDefault) -> Result<Option<String>, DialectError> {
    let there = change.existing_default.value();
    if matches!(default, ColumnDefault::Computed(_)) || matches!(there, Some(ColumnDefault::Computed(_))) {
        return Err(DialectError::unsupported(
            "Adding or removing a \"computed\" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not supported.",
            "drop the column and add it anew, or op.execute(\"ALTER TABLE ... ALTER COLUMN ... DROP EXPRESSION\")",
        ));
    }
    Ok(match (default, there) {
        (ColumnDefault::None, Some(ColumnDefault::Identity(_))) => Some("DROP IDENTITY".into()),
        (ColumnDefault::None, _) => Some("DROP DEFAULT".into()),
        (ColumnDefault::Identity(new), Some(ColumnDefault::Identity(old))) => identity_change(new, old),
        (ColumnDefault::Identity(new), None | Some(ColumnDefault::None)) => Some(format!("ADD {}", identity_text(new))),
        (ColumnDefault::Identity(_), Some(_)) => {
            return Err(DialectError::unsupported(
                format!("column \"{}\" has a default, and cannot get an identity beside it", change.column),
                "take the default away first: op.alter_column(..., server_default=None), then alter_column with the Identity",
            ));
        }
        (ColumnDefault::Server(_), Some(ColumnDefault::Identity(_))) => {
            return Err(DialectError::unsupported(
                format!("column \"{}\" has an identity, and cannot get a default beside it", change.column),
                "take the identity away first: op.alter_column(..., server_default=None, existing_server_default=sa.Identity())",
            ));
        }
        (ColumnDefault::Server(new), _) => Some(format!("SET DEFAULT {}", default_text(new)?)),
        // Refused above.
        (ColumnDefault::Computed(_), _) => None,
    })
}

/// What the new identity says and the old one does not, in alphabetical order of Alembic's names for it.
fn identity_change(new: &Identity, old: &Identity) -> Option<String> {
    let mut out = Vec::new();
    if new.always != old.always {
        out.push(format!("SET GENERATED {}", if new.always { "ALWAYS" } else { "BY DEFAULT" }));
    }
    let (new, old) = (&new.options, &old.options);
    let none = SequenceOptions::default;
    let differs = |new: Option<i64>, old: Option<i64>| new.is_some() && new != old;
    let mut single = Vec::new();
    if differs(new.cache, old.cache) {
        single.push(SequenceOptions { cache: new.cache, ..none() });
    }
    if new.cycle.is_some() && new.cycle != old.cycle {
        single.push(SequenceOptions { cycle: new.cycle, ..none() });
    }
    if differs(new.increment, old.increment) {
        single.push(SequenceOptions { increment: new.increment, ..none() });
    }
    if differs(new.maxvalue, old.maxvalue) {
        single.push(SequenceOptions { maxvalue: new.maxvalue, ..none() });
    }
    if differs(new.minvalue, old.minvalue) {
        single.push(SequenceOptions { minvalue: new.minvalue, ..none() });
    }
    if new.nomaxvalue && !old.nomaxvalue {
        single.push(SequenceOptions { nomaxvalue: true, ..none() });
    }
    if new.nominvalue && !old.nominvalue {
        single.push(SequenceOptions { nominvalue: true, ..none() });
    }
    if differs(new.start, old.start) {
        single.push(SequenceOptions { start: new.start, ..none() });
    }
    out.extend(single.iter().map(|option| format!("SET {}", sequence_options(option))));
    (!out.is_empty()).then(|| out.join(" "))
}
