//! SELECT, UPDATE and DELETE as text.

use limbeck_core::expression::{Delete, Expression, FromItem, Literal, Select, UnaryOperator, Update};
use limbeck_core::schema::TableName;

use super::bind_name::Hint;
use super::expression::{Beside, Writer, is_boolean_value};
use super::{Origin, Using};
use crate::DialectError;

type Text = Result<String, DialectError>;

/// The name a FROM item is known by.
fn known_as(item: &FromItem) -> TableName {
    match &item.alias {
        Some(alias) => TableName::new(alias.clone()),
        None => item.table.clone(),
    }
}

fn from_item(writer: &Writer<'_>, item: &FromItem) -> String {
    let table = writer.style.quote_table(&item.table);
    match &item.alias {
        Some(alias) => format!("{table} AS {}", writer.style.quote(alias)),
        None => table,
    }
}

/// Tables that an expression's columns are of, queries inside it left out.
pub(crate) fn tables_of(e: &Expression, found: &mut Vec<TableName>) {
    if let Expression::Column { table: Some(table), .. } = e
        && !found.contains(table)
    {
        found.push(table.clone());
    }
    let mut all = |list: &[&Expression]| list.iter().for_each(|e| tables_of(e, found));
    match e {
        Expression::Function { arguments, .. } | Expression::Tuple(arguments) => {
            all(&arguments.iter().collect::<Vec<_>>());
        }
        Expression::Junction { members, .. } => all(&members.iter().collect::<Vec<_>>()),
        Expression::Binary { left, right, .. } => all(&[left, right]),
        Expression::Unary { operand, .. }
        | Expression::Cast { operand, .. }
        | Expression::Label { operand, .. }
        | Expression::Collate { operand, .. }
        | Expression::Ordered { operand, .. } => all(&[operand]),
        Expression::Distinct(operand) => all(&[operand]),
        Expression::Between { operand, low, high, .. } => all(&[operand, low, high]),
        Expression::In { operand, members, .. } => {
            all(&[operand]);
            if let limbeck_core::expression::InMembers::List(list) = members {
                all(&list.iter().collect::<Vec<_>>());
            }
        }
        Expression::Case { operand, branches, otherwise } => {
            let flat = branches.iter().flat_map(|(w, t)| [w, t]);
            let list: Vec<&Expression> =
                operand.as_deref().into_iter().chain(flat).chain(otherwise.as_deref()).collect();
            all(&list);
        }
        _ => {}
    }
}

/// `SELECT ...`
pub(crate) fn select(writer: &mut Writer<'_>, query: &Select) -> Text {
    let mut items = query.from.clone();
    let mut named = Vec::new();
    query.columns.iter().for_each(|c| tables_of(c, &mut named));
    query.filter.iter().for_each(|c| tables_of(c, &mut named));
    let joined: Vec<TableName> = query.joins.iter().map(|j| known_as(&j.table)).collect();
    for table in named {
        if !items.iter().any(|i| known_as(i) == table) && !joined.contains(&table) {
            items.push(FromItem { table, alias: None });
        }
    }
    if items.len() > 1 && query.joins.is_empty() {
        let kept: Vec<FromItem> = items.iter().filter(|i| !writer.outer.contains(&known_as(i))).cloned().collect();
        if !kept.is_empty() {
            items = kept;
        }
    }
    let depth = writer.outer.len();
    writer.outer.extend(items.iter().map(known_as).chain(joined));
    let qualified = std::mem::replace(&mut writer.qualified, true);
    let text = body(writer, query, &items);
    writer.outer.truncate(depth);
    writer.qualified = qualified;
    text
}

fn body(writer: &mut Writer<'_>, query: &Select, items: &[FromItem]) -> Text {
    let mut out = String::from(if query.distinct { "SELECT DISTINCT " } else { "SELECT " });
    let mut used: Vec<(String, Option<TableName>)> = Vec::new();
    let columns: Result<Vec<String>, _> = query.columns.iter().map(|c| selected(writer, c, &mut used)).collect();
    out.push_str(&columns?.join(", "));
    if query.columns.is_empty() {
        out.push('*');
    }
    if !items.is_empty() {
        let texts: Vec<String> = items.iter().map(|i| from_item(writer, i)).collect();
        // Joins belong to the last table named before them.
        out.push_str(&format!(" \nFROM {}", texts.join(", ")));
        for join in &query.joins {
            let word = if join.outer { "LEFT OUTER JOIN" } else { writer.style.join_word() };
            out.push_str(&format!(" {word} {} ON ", from_item(writer, &join.table)));
            match &join.condition {
                Some(condition) => out.push_str(&writer.condition(condition, None)?),
                None => {
                    let message = format!("Can't find a condition to join {} on", join.table.table.name);
                    return Err(DialectError::unsupported(message, "give the ON condition to join()"));
                }
            }
        }
    }
    if let Some(filter) = &query.filter {
        if items.is_empty() {
            out.push_str(writer.style.no_table());
        }
        out.push_str(&format!(" \nWHERE {}", writer.condition(filter, None)?));
    }
    if !query.group_by.is_empty() {
        out.push_str(&format!(" GROUP BY {}", writer.list(&query.group_by)?));
    }
    if let Some(having) = &query.having {
        out.push_str(&format!(" \nHAVING {}", writer.condition(having, None)?));
    }
    if !query.order_by.is_empty() {
        out.push_str(&format!(" ORDER BY {}", writer.list(&query.order_by)?));
    }
    out.push_str(&limit(writer, query)?);
    if query.for_update {
        out.push_str(writer.style.for_update());
    }
    Ok(out)
}

fn limit(writer: &mut Writer<'_>, query: &Select) -> Text {
    if query.limit.is_none() && query.offset.is_none() {
        return Ok(String::new());
    }
    let style = writer.style;
    let shared = std::cell::RefCell::new(writer);
    let mut limit = query.limit.as_ref().map(|e| || shared.borrow_mut().expression(e));
    let mut offset = query.offset.as_ref().map(|e| || shared.borrow_mut().expression(e));
    let mut number = |n: i64| shared.borrow_mut().value(&Literal::Int(n), None, Origin::Expression);
    style.limit(
        limit.as_mut().map(|f| f as &mut dyn FnMut() -> Text),
        offset.as_mut().map(|f| f as &mut dyn FnMut() -> Text),
        &mut number,
    )
}

/// One item of a SELECT's list, with the name that SQLAlchemy gives it where it has none.
fn selected(writer: &mut Writer<'_>, e: &Expression, used: &mut Vec<(String, Option<TableName>)>) -> Text {
    let label = |writer: &Writer<'_>, text: String, name: &str| format!("{text} AS {}", writer.style.quote(name));
    match e {
        Expression::Label { operand, name } => {
            let text = writer.expression(operand)?;
            used.push((name.clone(), None));
            Ok(label(writer, text, name))
        }
        Expression::Column { table, name, .. } => {
            let text = writer.expression(e)?;
            let clash = used.iter().find(|(n, _)| n == name).map(|(_, t)| t.clone());
            used.push((name.clone(), table.clone()));
            Ok(match clash {
                None => text,
                Some(of) => {
                    let stem = if of == *table { format!("{name}_") } else { name.clone() };
                    let made_up = writer.made_up(&stem);
                    label(writer, text, &made_up)
                }
            })
        }
        Expression::Text(_) | Expression::Star => writer.expression(e),
        Expression::Unary { operator: UnaryOperator::Negate, operand } if is_column(operand) => writer.expression(e),
        Expression::Cast { operand, .. } if is_column(operand) => {
            let Expression::Column { name, .. } = &**operand else { return writer.expression(e) };
            let clash = used.iter().any(|(n, _)| n == name);
            used.push((name.clone(), None));
            let text = writer.expression(e)?;
            let name = if clash { writer.made_up(&format!("{name}_")) } else { name.clone() };
            Ok(label(writer, text, &name))
        }
        Expression::Function { name, .. } => {
            // The name of the item is made before those of the values in it.
            let name = writer.made_up(name.rsplit('.').next().unwrap_or(name));
            let text = writer.expression(e)?;
            Ok(label(writer, text, &name))
        }
        _ => {
            let text = writer.expression(e)?;
            let name = writer.made_up("anon");
            Ok(label(writer, text, &name))
        }
    }
}

/// `NOT active`
fn is_opposite_column(e: &Expression) -> bool {
    matches!(e, Expression::Unary { operator: UnaryOperator::Not, operand } if is_boolean_value(operand))
}

fn is_column(e: &Expression) -> bool {
    matches!(e, Expression::Column { .. })
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
    let texts: Vec<String> = others.iter().map(|t| writer.style.quote_table(t)).collect();
    let table = writer.style.quote_table(&update.table);
    let mut out = match together {
        true => format!("UPDATE {table}, {} SET ", texts.join(", ")),
        false => format!("UPDATE {table} SET "),
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
        out.push_str(&format!(" FROM {}", texts.join(", ")));
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
    let mut out = format!("DELETE FROM {}", writer.style.quote_table(&delete.table));
    if !others.is_empty() {
        let own = (using == Some(Using::All)).then_some(&delete.table);
        let texts: Vec<String> = own.into_iter().chain(&others).map(|t| writer.style.quote_table(t)).collect();
        out.push_str(&format!(" USING {}", texts.join(", ")));
    }
    if let Some(filter) = &delete.filter {
        out.push_str(&format!(" WHERE {}", writer.condition(filter, None)?));
    }
    out.push_str(&returning(writer, &delete.returning, false)?);
    Ok(out)
}
