//! Indexes, and EXCLUDE constraints, which are made of the same elements.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{DialectOptions, ExcludeConstraint, Index, Name, OptionValue};

use super::super::Postgresql;
use super::table::with_options;
use crate::render::ddl::{if_exists_text, if_not_exists_text, index_name, is_compound};
use crate::render::expression::{ddl_text, ordering};
use crate::render::{Style, table};
use crate::{Dialect, DialectError};

type Text = Result<String, DialectError>;

/// `CREATE INDEX`
pub(super) fn create(index: &Index, if_not_exists: bool) -> Text {
    let name = index_name(index)?;
    let options = &index.options;
    let mut out = format!(
        "CREATE {}INDEX {}{}{} ON {} ",
        if index.unique { "UNIQUE " } else { "" },
        concurrently(options),
        if_not_exists_text(if_not_exists),
        Postgresql.constraint_name(name)?,
        Postgresql.quote_table(&index.table)
    );
    if let Some(using) = text(options, "using") {
        out.push_str(&format!("USING {} ", method(using)?));
    }
    let elements: Result<Vec<String>, DialectError> = index
        .elements
        .iter()
        .map(|e| {
            let mut element = grouped(&e.expression)?;
            if e.order.is_none()
                && e.nulls.is_none()
                && let Some(class) = class(options, &e.expression)
            {
                element.push_str(&format!(" {class}"));
            }
            Ok(element + ordering(e.order, e.nulls))
        })
        .collect();
    out.push_str(&format!("({})", elements?.join(", ")));
    out.push_str(&include(options)?);
    match options.get("postgresql", "nulls_not_distinct") {
        Some(OptionValue::Bool(true)) => out.push_str(" NULLS NOT DISTINCT"),
        Some(OptionValue::Bool(false)) => out.push_str(" NULLS DISTINCT"),
        _ => {}
    }
    if let Some(with) = with_options(options.get("postgresql", "with")) {
        out.push_str(&format!(" WITH ({with})"));
    }
    if let Some(tablespace) = text(options, "tablespace") {
        out.push_str(&format!(" TABLESPACE {}", Postgresql.quote(tablespace)));
    }
    match options.get("postgresql", "where") {
        Some(OptionValue::Expression(e)) => out.push_str(&format!(" WHERE {}", ddl_text(&Postgresql, e)?)),
        Some(OptionValue::Text(text)) => {
            out.push_str(&format!(" WHERE {}", ddl_text(&Postgresql, &Expression::text(text.clone()))?));
        }
        Some(_) => {
            return Err(DialectError::unsupported("postgresql_where is not an SQL expression", "use sa.text(...)"));
        }
        None => {}
    }
    Ok(out)
}

/// `DROP INDEX`
pub(super) fn drop(name: &str, schema: Option<&String>, if_exists: bool, options: &DialectOptions) -> Text {
    let name = Postgresql.constraint_name(&Name::finished(name))?;
    let schema = schema.map_or_else(String::new, |s| format!("{}.", Postgresql.quote(s)));
    Ok(format!("DROP INDEX {}{}{schema}{name}", concurrently(options), if_exists_text(if_exists)))
}

fn concurrently(options: &DialectOptions) -> &'static str {
    if options.flag("postgresql", "concurrently") { "CONCURRENTLY " } else { "" }
}

fn text<'a>(options: &'a DialectOptions, name: &str) -> Option<&'a str> {
    match options.get("postgresql", name) {
        Some(OptionValue::Text(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// The access method: a word.
fn method(using: &str) -> Text {
    if using.contains(' ') {
        return Err(DialectError::unsupported(format!("Unexpected SQL phrase: '{using}'"), "name an access method"));
    }
    Ok(table::phrase(using)?.to_lowercase())
}

/// An element: an expression made with an operator stands in parentheses.
fn grouped(e: &Expression) -> Text {
    let text = ddl_text(&Postgresql, e)?;
    Ok(if is_compound(e) { format!("({text})") } else { text })
}

/// The operator class that `postgresql_ops` has for a column, a label, or a text as it is written.
fn class<'a>(options: &'a DialectOptions, e: &Expression) -> Option<&'a str> {
    let key = match e {
        Expression::Column { name, .. } | Expression::Label { name, .. } => name,
        Expression::Text(clause) => &clause.text,
        _ => return None,
    };
    let Some(OptionValue::Map(classes)) = options.get("postgresql", "ops") else { return None };
    match classes.iter().find(|(name, _)| name == key) {
        Some((_, OptionValue::Text(class))) => Some(class),
        _ => None,
    }
}

/// ` INCLUDE (b)`
pub(in super::super) fn include(options: &DialectOptions) -> Text {
    let Some(value) = options.get("postgresql", "include") else { return Ok(String::new()) };
    let items = match value {
        OptionValue::List(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let names: Result<Vec<String>, DialectError> = items
        .iter()
        .map(|item| match item {
            OptionValue::Text(name) | OptionValue::Expression(Expression::Column { name, .. }) => {
                Ok(Postgresql.quote(name))
            }
            _ => Err(DialectError::unsupported("postgresql_include names something that is no column", "name columns")),
        })
        .collect();
    let names = names?;
    Ok(if names.is_empty() { String::new() } else { format!(" INCLUDE ({})", names.join(", ")) })
}

/// `EXCLUDE USING gist (period WITH &&) WHERE (...)`
pub(in super::super) fn exclude(constraint: &ExcludeConstraint) -> Text {
    let mut elements = Vec::with_capacity(constraint.elements.len());
    for element in &constraint.elements {
        let expression = ddl_text(&Postgresql, &element.expression)?;
        let class = element.operator_class.as_ref().map_or_else(String::new, |class| format!(" {class}"));
        elements.push(format!("{expression}{class} WITH {}", element.operator));
    }
    let mut out = format!("EXCLUDE USING {} ({})", method(&constraint.using)?, elements.join(", "));
    if let Some(filter) = &constraint.filter {
        out.push_str(&format!(" WHERE ({})", ddl_text(&Postgresql, filter)?));
    }
    out.push_str(&table::deferral(&constraint.deferral)?);
    Ok(out)
}
