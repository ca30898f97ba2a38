//! Indexes.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{DialectOptions, Index, IndexElement, Name, OptionValue, TableName};

use super::super::Mysql;
use super::{Text, option};
use crate::render::ddl::{if_exists_text, if_not_exists_text, index_name, is_compound};
use crate::render::expression::{ddl_text, ordering};
use crate::render::{Style, table};
use crate::{Dialect, DialectError};

/// `CREATE INDEX`
pub(super) fn create(dialect: Mysql, index: &Index, if_not_exists: bool) -> Text {
    let elements: Result<Vec<String>, DialectError> =
        index.elements.iter().map(|e| element(dialect, e, &index.options)).collect();
    let prefix = match text(dialect, &index.options, "prefix")? {
        Some(prefix) => format!("{} ", table::phrase(prefix)?),
        None => String::new(),
    };
    if index.unique && !prefix.is_empty() {
        return Err(DialectError::unsupported(
            format!("an index of {} is UNIQUE or {}, not both", dialect.database(), prefix.trim_end()),
            "leave unique=True out",
        ));
    }
    let mut out = format!(
        "CREATE {}{prefix}INDEX {}{} ON {} ({})",
        if index.unique { "UNIQUE " } else { "" },
        if_not_exists_text(if_not_exists),
        dialect.constraint_name(index_name(index)?)?,
        dialect.quote_table(&index.table),
        elements?.join(", ")
    );
    if let Some(parser) = text(dialect, &index.options, "with_parser")? {
        out.push_str(&format!(" WITH PARSER {}", table::phrase(parser)?));
    }
    Ok(out + &using(dialect, &index.options)?)
}

/// `DROP INDEX`
pub(super) fn drop(dialect: Mysql, name: &str, table: Option<&TableName>, if_exists: bool) -> Text {
    let Some(table) = table else {
        return Err(DialectError::unsupported(
            format!("{} drops an index of a table, and none is named", dialect.database()),
            format!("name it: op.drop_index(\"{name}\", table_name=\"...\")"),
        ));
    };
    let name = dialect.constraint_name(&Name::finished(name))?;
    Ok(format!("DROP INDEX {}{name} ON {}", if_exists_text(if_exists), dialect.quote_table(table)))
}

/// A column with the length of its prefix, or an expression in the parentheses that it needs.
fn element(dialect: Mysql, element: &IndexElement, options: &DialectOptions) -> Text {
    if element.nulls.is_some() {
        return Err(DialectError::unsupported(
            format!("{} has no NULLS FIRST or NULLS LAST", dialect.database()),
            "leave nulls_first() and nulls_last() out there: NULLs are lower than every value",
        ));
    }
    let (expression, order) = (&element.expression, ordering(element.order, element.nulls));
    let mut text = ddl_text(&dialect, expression)?;
    let is_call = matches!(expression, Expression::Function { .. } | Expression::Cast { .. });
    if dialect.is_mariadb() && (is_compound(expression) || is_call || text.starts_with('(')) {
        return Err(DialectError::unsupported(
            format!("MariaDB has no indexes of expressions, and {text} is one"),
            "add a column with sa.Computed(...), and index that",
        ));
    }
    if is_compound(expression) || is_call {
        text = format!("({text})");
    }
    let whole = format!("{text}{order}");
    let length = match option(dialect, options, "length") {
        None => None,
        Some(OptionValue::Int(length)) => Some(*length),
        Some(OptionValue::Map(lengths)) => {
            let named = |name: &str| lengths.iter().find(|(key, _)| key == name).map(|(_, length)| length);
            let of_column = match expression {
                Expression::Column { name, .. } if order.is_empty() => named(name),
                _ => None,
            };
            match of_column.or_else(|| named(&whole)) {
                None => None,
                Some(OptionValue::Int(length)) => Some(*length),
                Some(_) => return Err(no_length(dialect)),
            }
        }
        Some(_) => return Err(no_length(dialect)),
    };
    Ok(length.map_or_else(|| whole.clone(), |length| format!("{text}({length}){order}")))
}

fn no_length(dialect: Mysql) -> DialectError {
    DialectError::unsupported(
        format!("{}_length is a number, or a dict of numbers by column", dialect.name()),
        format!("write {}_length={{\"column\": 10}}", dialect.name()),
    )
}

/// ` USING btree`, of an index or a primary key. SQLAlchemy would quote a method in capitals, which the server does not read.
pub(in super::super) fn using(dialect: Mysql, options: &DialectOptions) -> Text {
    Ok(match text(dialect, options, "using")? {
        Some(method) => format!(" USING {}", table::phrase(method)?),
        None => String::new(),
    })
}

fn text<'o>(dialect: Mysql, options: &'o DialectOptions, name: &str) -> Result<Option<&'o str>, DialectError> {
    match option(dialect, options, name) {
        None => Ok(None),
        Some(OptionValue::Text(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
        Some(_) => Err(DialectError::unsupported(
            format!("{}_{name} is no text", dialect.name()),
            format!("write {}_{name}=\"...\"", dialect.name()),
        )),
    }
}
