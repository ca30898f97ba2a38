//! CREATE TABLE and ADD COLUMN.

use limbeck_core::schema::{Column, Identity, OptionValue, ServerDefault, SqlType, Table};

use super::super::{Postgresql, literal, named};
use super::index;
use super::{Texts, column_comment, comment_on};
use crate::render::ddl::{self, NewColumn, column_checks};
use crate::render::definition::sequence_options;
use crate::render::expression::ddl_text;
use crate::render::{Style, table};
use crate::{BindMode, Dialect, DialectError, Sql, TypeMemory};

type Text = Result<String, DialectError>;

/// The types that are missing, the table, its indexes, the comments.
pub(super) fn create(made: &Table, if_not_exists: bool, mode: BindMode, memory: &mut TypeMemory) -> Texts {
    let counting = made.autoincrement_column().map(|c| c.name.as_str());
    let columns: Result<Vec<String>, DialectError> = made
        .columns
        .iter()
        .map(|column| {
            let text = column_text(column, counting == Some(column.name.as_str()), mode)
                .and_then(|text| Ok(text + &column_checks(&Postgresql, column)?));
            text.map_err(|e| e.of_column(&made.name.name, &column.name))
        })
        .collect();
    let mut out = named::of_table(made, memory)?;
    out.push(Sql::new(table::create(&Postgresql, made, &columns?, if_not_exists)?));
    for made in &made.indexes {
        out.push(Sql::new(index::create(made, false)?));
    }
    if made.comment.is_some() {
        out.push(Sql::new(comment_on("TABLE", &Postgresql.quote_table(&made.name), &made.comment)));
    }
    for column in made.columns.iter().filter(|c| c.comment.is_some()) {
        out.push(Sql::new(column_comment(&made.name, &Postgresql.column_name(column), &column.comment)));
    }
    Ok(out)
}

/// The type of a new column. SQLAlchemy writes the length of a TEXT, which PostgreSQL does not take.
pub(super) fn type_text(sql_type: &SqlType) -> Text {
    let text = Postgresql.type_text(sql_type)?;
    if text.starts_with("TEXT(") {
        return Err(DialectError::unsupported(
            format!("PostgreSQL's TEXT has no length, and {text} says one"),
            "leave the length out, or make it sa.String(...)",
        ));
    }
    Ok(text)
}

/// Name, type, default, computed expression or identity, and NOT NULL of a column.
fn column_text(column: &Column, counts: bool, mode: BindMode) -> Text {
    let mut out = format!("{} ", Postgresql.column_name(column));
    if counts && column.identity.is_none() {
        out.push_str(match column.sql_type.for_dialect("postgresql") {
            SqlType::BigInteger => "BIGSERIAL",
            SqlType::SmallInteger => "SMALLSERIAL",
            SqlType::Literal { name, .. } | SqlType::Dialect { name, .. } if name == "BIGINT" => "BIGSERIAL",
            SqlType::Literal { name, .. } | SqlType::Dialect { name, .. } if name == "SMALLINT" => "SMALLSERIAL",
            _ => "SERIAL",
        });
    } else {
        out.push_str(&type_text(&column.sql_type)?);
        if let Some(default) = &column.server_default {
            out.push_str(&format!(" DEFAULT {}", default_text(default)?));
        }
    }
    if let Some(computed) = &column.computed {
        // Before version 18, which Alembic would ask the server about, PostgreSQL has stored columns only, and they must say so.
        let kind = match (computed.persisted, mode) {
            (Some(true), _) | (None, BindMode::Driver) => " STORED",
            (Some(false), _) => " VIRTUAL",
            (None, _) => "",
        };
        let expression = ddl_text(&Postgresql, &computed.expression)?;
        out.push_str(&format!(" GENERATED ALWAYS AS ({expression}){kind}"));
    }
    if let Some(identity) = &column.identity {
        out.push_str(&format!(" {}", identity_text(identity)));
    }
    match (column.nullable, column.identity.is_some()) {
        (false, false) => out.push_str(" NOT NULL"),
        (true, true) => {
            return Err(DialectError::unsupported(
                "an identity column of PostgreSQL cannot be NULL",
                "leave nullable=True out",
            ));
        }
        _ => {}
    }
    Ok(out)
}

/// `GENERATED ALWAYS AS IDENTITY (START WITH 3)`
pub(super) fn identity_text(identity: &Identity) -> String {
    let options = sequence_options(&identity.options);
    let word = if identity.always { "ALWAYS" } else { "BY DEFAULT" };
    let options = if options.is_empty() { String::new() } else { format!(" ({options})") };
    format!("GENERATED {word} AS IDENTITY{options}")
}

/// A server default as it stands after DEFAULT.
pub(super) fn default_text(default: &ServerDefault) -> Text {
    match default {
        ServerDefault::Literal(text) => Ok(literal::string(text)),
        ServerDefault::Expression(expression) => ddl_text(&Postgresql, expression),
    }
}

/// The column, and what it brings along.
pub(super) fn add_column(new: NewColumn<'_>, mode: BindMode) -> Texts {
    let NewColumn { table: name, column, .. } = new;
    let owner = Table { columns: vec![column.clone()], ..Table::new(name.clone()) };
    let counts = owner.autoincrement_column().is_some();
    let text = column_text(column, counts, mode).map_err(|e| e.of_column(&name.name, &column.name))?;
    ddl::add_column(&Postgresql, new, &text, |made| index::create(made, false))
}

/// What follows the closing parenthesis: INHERITS, PARTITION BY, USING, WITH, ON COMMIT, TABLESPACE.
pub(in super::super) fn suffix(made: &Table) -> Text {
    let option = |name: &str| made.options.get("postgresql", name);
    let text = |name: &str| match option(name) {
        Some(OptionValue::Text(text)) if !text.is_empty() => Some(text.as_str()),
        _ => None,
    };
    let mut out = String::new();
    let parents: Vec<&str> = match option("inherits") {
        Some(OptionValue::Text(text)) => vec![text],
        Some(OptionValue::List(items)) => items
            .iter()
            .filter_map(|i| if let OptionValue::Text(text) = i { Some(text.as_str()) } else { None })
            .collect(),
        _ => Vec::new(),
    };
    if !parents.is_empty() {
        let parents: Vec<String> = parents.into_iter().map(|p| Postgresql.quote(p)).collect();
        out.push_str(&format!("\n INHERITS ({})", parents.join(", ")));
    }
    match option("partition_by") {
        Some(OptionValue::Expression(e)) => out.push_str(&format!("\n PARTITION BY {}", ddl_text(&Postgresql, e)?)),
        _ => out.extend(text("partition_by").map(|by| format!("\n PARTITION BY {by}"))),
    }
    if let Some(using) = text("using") {
        out.push_str(&format!("\n USING {}", Postgresql.quote(using)));
    }
    if let Some(with) = with_options(option("with")) {
        out.push_str(&format!("\n WITH ({with})"));
    }
    match option("with_oids") {
        Some(OptionValue::Bool(true)) => out.push_str("\n WITH OIDS"),
        Some(OptionValue::Bool(false)) => out.push_str("\n WITHOUT OIDS"),
        _ => {}
    }
    if let Some(action) = text("on_commit") {
        let action = action.replace('_', " ").to_uppercase();
        out.push_str(&format!("\n ON COMMIT {}", table::phrase(&action)?));
    }
    if let Some(tablespace) = text("tablespace") {
        out.push_str(&format!("\n TABLESPACE {}", Postgresql.quote(tablespace)));
    }
    Ok(out)
}

/// `fillfactor = 50, fastupdate = true`; nothing for no options.
pub(super) fn with_options(with: Option<&OptionValue>) -> Option<String> {
    let Some(OptionValue::Map(entries)) = with else { return None };
    let texts: Vec<String> = entries
        .iter()
        .filter_map(|(name, value)| match value {
            OptionValue::Bool(flag) => Some(format!("{name} = {flag}")),
            OptionValue::Int(number) => Some(format!("{name} = {number}")),
            OptionValue::Text(text) => Some(format!("{name} = {text}")),
            _ => None,
        })
        .collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}
