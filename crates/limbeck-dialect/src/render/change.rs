//! UPDATE and DELETE as text.

use limbeck_core::expression::{Delete, Expression, FromItem, UnaryOperator, Update};

use super::Using;
use super::bind_name::Hint;
use super::expression::{Beside, Writer, is_boolean_value};
use super::query::{from_item, prefixes, resolved, selected, tables_of};
use crate::DialectError;

type Text = Result<String, DialectError>;

/// `NOT active`
fn is_opposite_column(e: &Expression) -> bool {
    matches!(e, Expression::Unary { operator: UnaryOperator::Not, operand } if is_boolean_value(operand))
}

/// ` RETURNING ...`
pub(crate) fn returning(writer: &mut Writer<'_>, columns: &[Expression], update: bool) -> Text {
    if columns.is_empty() {
        return Ok(String::new());
    }
    if !writer.style.returns_rows(update) {
        return Err(DialectError::unsupported(
            format!("{} has no RETURNING here", writer.style.name()),
            "leave returning() out, and read the rows with a SELECT",
        ));
    }
    let qualified = std::mem::replace(&mut writer.qualified, writer.style.name() != "sqlite");
    let mut used = Vec::new();
    let texts: Result<Vec<_>, _> = columns.iter().map(|c| selected(writer, c, &mut used)).collect();
    writer.qualified = qualified;
    Ok(format!(" RETURNING {}", texts?.join(", ")))
}

/// `UPDATE ...`
pub(crate) fn update(writer: &mut Writer<'_>, update: &Update) -> Text {
    if update.values.is_empty() {
        let message = format!("an UPDATE of {} sets no column", update.table.name);
        return Err(DialectError::unsupported(message, "give it values(...)"));
    }
    let mut others = Vec::new();
    // SQLAlchemy looks at the condition first.
    update.filter.iter().for_each(|f| tables_of(f, &mut others));
    update.values.iter().for_each(|(_, v)| tables_of(v, &mut others));
    others.retain(|t| *t != update.table);
    writer.outer = vec![update.table.clone()];
    writer.outer.extend(others.iter().cloned());
    let together = !others.is_empty() && writer.style.updates_tables_together();
    let others: Vec<FromItem> = others.iter().map(|t| resolved(t, &update.aliases)).collect();
    let table = writer.style.quote_table(&update.table);
    let prefixes = prefixes(writer, &update.prefixes);
    let mut out = match together {
        true => format!("UPDATE {prefixes}{table}, {} SET ", from_items(writer, &others)?),
        false => format!("UPDATE {prefixes}{table} SET "),
    };
    for (index, (column, value)) in update.values.iter().enumerate() {
        writer.hint = Hint::Name(column.clone());
        // Whatever is made with an operator stands in parentheses, but for a column's opposite.
        let against = if is_opposite_column(value) { -1 } else { i32::MAX };
        let value = writer.beside(value, Beside::Operator(against))?;
        let separator = if index == 0 { "" } else { ", " };
        let owner = if together { format!("{table}.") } else { String::new() };
        out.push_str(&format!("{separator}{owner}{}={value}", writer.style.quote(column)));
    }
    if !others.is_empty() && !together {
        out.push_str(&format!(" FROM {}", from_items(writer, &others)?));
    }
    if let Some(filter) = &update.filter {
        out.push_str(&format!(" WHERE {}", writer.condition(filter, None)?));
    }
    out.push_str(&returning(writer, &update.returning, true)?);
    Ok(out)
}

/// `DELETE ...`
pub(crate) fn delete(writer: &mut Writer<'_>, delete: &Delete) -> Text {
    let mut others = Vec::new();
    delete.filter.iter().for_each(|f| tables_of(f, &mut others));
    others.retain(|t| *t != delete.table);
    let using = writer.style.delete_using();
    if let Some(other) = others.first().filter(|_| using.is_none()) {
        return Err(DialectError::unsupported(
            format!("a DELETE from {} cannot name {} beside it", delete.table.name, other.name),
            "use IN or EXISTS with a subquery",
        ));
    }
    writer.outer = vec![delete.table.clone()];
    writer.outer.extend(others.iter().cloned());
    let table = writer.style.quote_table(&delete.table);
    let mut out = format!("DELETE {}FROM {table}", prefixes(writer, &delete.prefixes));
    if !others.is_empty() {
        let own = if using == Some(Using::All) { format!("{table}, ") } else { String::new() };
        let others: Vec<FromItem> = others.iter().map(|t| resolved(t, &delete.aliases)).collect();
        out.push_str(&format!(" USING {own}{}", from_items(writer, &others)?));
    }
    if let Some(filter) = &delete.filter {
        out.push_str(&format!(" WHERE {}", writer.condition(filter, None)?));
    }
    out.push_str(&returning(writer, &delete.returning, false)?);
    Ok(out)
}

fn from_items(writer: &mut Writer<'_>, items: &[FromItem]) -> Text {
    let texts: Result<Vec<String>, _> = items.iter().map(|item| from_item(writer, item)).collect();
    Ok(texts?.join(", "))
}
