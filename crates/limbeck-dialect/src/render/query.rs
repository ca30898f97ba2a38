//! Queries as text.

use limbeck_core::expression::{
    Compound, Expression, FromItem, FromSource, Literal, Prefix, Query, Select, UnaryOperator,
};
use limbeck_core::schema::TableName;

use super::Origin;
use super::expression::Writer;
use crate::DialectError;

type Text = Result<String, DialectError>;

/// Which of the selected columns get a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Labels {
    /// Those that would not have one of their own
    Needed,
    /// All: another query names them
    All,
}

/// A query.
pub(crate) fn query(writer: &mut Writer<'_>, query: &Query, labels: Labels) -> Text {
    match query {
        Query::Select(query) => select(writer, query, labels),
        Query::Compound(query) => compound(writer, query, labels),
    }
}

/// `SELECT ... UNION SELECT ...`
fn compound(writer: &mut Writer<'_>, query: &Compound, labels: Labels) -> Text {
    let mut members = Vec::with_capacity(query.members.len());
    for member in &query.members {
        let text = self::query(writer, member, labels)?;
        let grouped = match member {
            Query::Select(member) => !member.order_by.is_empty() || member.limit.is_some() || member.offset.is_some(),
            Query::Compound(_) => true,
        };
        if grouped && !writer.style.groups_queries() {
            return Err(DialectError::unsupported(
                format!("{} takes no query in parentheses within {}", writer.style.name(), query.operator.as_str()),
                "make a subquery of it, and select from that",
            ));
        }
        members.push(if grouped { format!("({text})") } else { text });
    }
    if !writer.style.has_set_operator(query.operator) {
        return Err(DialectError::unsupported(
            format!("{} has no {}", writer.style.name(), query.operator.as_str()),
            "write the query in another way there",
        ));
    }
    let mut out = members.join(&format!(" {} ", query.operator.as_str()));
    if !query.order_by.is_empty() {
        // The names are those of the first query, which no table goes with.
        let qualified = std::mem::replace(&mut writer.qualified, false);
        let order = writer.list(&query.order_by);
        writer.qualified = qualified;
        out.push_str(&format!(" ORDER BY {}", order?));
    }
    out.push_str(&limit(writer, query.limit.as_ref(), query.offset.as_ref())?);
    Ok(out)
}

/// What a table's name stands for.
pub(crate) fn resolved(table: &TableName, aliases: &[FromItem]) -> FromItem {
    aliases.iter().find(|item| item.known_as() == *table).cloned().unwrap_or_else(|| FromItem::table(table.clone()))
}

/// `table AS alias`
pub(crate) fn from_item(writer: &mut Writer<'_>, item: &FromItem) -> Text {
    let text = match &item.source {
        FromSource::Table(table) => writer.style.quote_table(table),
        FromSource::Common(common) => writer.common_table(common)?,
        FromSource::Query(query) => {
            // It knows nothing of what stands beside it.
            let outer = std::mem::take(&mut writer.outer);
            let text = self::query(writer, query, Labels::All);
            writer.outer = outer;
            format!("({})", text?)
        }
    };
    Ok(match &item.alias {
        Some(alias) => format!("{text} AS {}", writer.table(&TableName::new(alias))),
        None => text,
    })
}

/// The words after SELECT, INSERT, UPDATE or DELETE, each with a space behind it.
pub(crate) fn prefixes(writer: &Writer<'_>, prefixes: &[Prefix]) -> String {
    let own = prefixes.iter().filter(|p| p.dialect.as_deref().is_none_or(|dialect| dialect == writer.style.name()));
    own.map(|prefix| format!("{} ", prefix.text)).collect()
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
        | Expression::Escaped { operand, .. }
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
        Expression::Over(window) => {
            all(&[&window.function]);
            all(&window.partition_by.iter().chain(&window.order_by).collect::<Vec<_>>());
        }
        Expression::Filtered { function, filter } => all(&[function, filter]),
        Expression::WithinGroup { function, order_by } => {
            all(&[function]);
            all(&order_by.iter().collect::<Vec<_>>());
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
fn select(writer: &mut Writer<'_>, query: &Select, labels: Labels) -> Text {
    let mut items = query.from.clone();
    let mut named = Vec::new();
    query.columns.iter().for_each(|c| tables_of(c, &mut named));
    query.filter.iter().for_each(|c| tables_of(c, &mut named));
    let joined: Vec<TableName> = query.joins.iter().map(|j| j.table.known_as()).collect();
    for table in named {
        if !items.iter().any(|i| i.known_as() == table) && !joined.contains(&table) {
            items.push(resolved(&table, &query.aliases));
        }
    }
    if items.len() > 1 && query.joins.is_empty() {
        let kept: Vec<FromItem> = items.iter().filter(|i| !writer.outer.contains(&i.known_as())).cloned().collect();
        if !kept.is_empty() {
            items = kept;
        }
    }
    let depth = writer.outer.len();
    writer.outer.extend(items.iter().map(FromItem::known_as).chain(joined));
    let qualified = std::mem::replace(&mut writer.qualified, true);
    let text = body(writer, query, &items, labels);
    writer.outer.truncate(depth);
    writer.qualified = qualified;
    text
}

fn body(writer: &mut Writer<'_>, query: &Select, items: &[FromItem], labels: Labels) -> Text {
    let distinct = match query.distinct_on.as_slice() {
        [] if query.distinct => "DISTINCT ".to_owned(),
        [] => String::new(),
        _ if !writer.style.has_distinct_on() => {
            return Err(DialectError::unsupported(
                format!("{} has no DISTINCT ON", writer.style.name()),
                "choose the rows with row_number().over(...) in a subquery",
            ));
        }
        columns => format!("DISTINCT ON ({}) ", writer.list(columns)?),
    };
    let mut out = format!("SELECT {}{distinct}", prefixes(writer, &query.prefixes));
    let mut used: Vec<(String, Option<TableName>)> = Vec::new();
    let mut columns = Vec::with_capacity(query.columns.len());
    for column in &query.columns {
        let before = used.len();
        let text = selected(writer, column, &mut used)?;
        columns.push(match column {
            Expression::Column { name, .. }
                if labels == Labels::All && !used[..before].iter().any(|(n, _)| n == name) =>
            {
                format!("{text} AS {}", writer.style.quote(name))
            }
            _ => text,
        });
    }
    out.push_str(&columns.join(", "));
    if query.columns.is_empty() {
        out.push('*');
    }
    if !items.is_empty() {
        let texts: Vec<String> = items.iter().map(|i| from_item(writer, i)).collect::<Result<_, _>>()?;
        // Joins belong to the last table named before them.
        out.push_str(&format!(" \nFROM {}", texts.join(", ")));
        for join in &query.joins {
            let word = if join.outer { "LEFT OUTER JOIN" } else { writer.style.join_word() };
            out.push_str(&format!(" {word} {} ON ", from_item(writer, &join.table)?));
            match &join.condition {
                Some(condition) => out.push_str(&writer.condition(condition, None)?),
                None => {
                    let message = format!("Can't find a condition to join {} on", join.table.known_as().name);
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
    out.push_str(&limit(writer, query.limit.as_ref(), query.offset.as_ref())?);
    if query.for_update {
        out.push_str(writer.style.for_update());
    }
    Ok(out)
}

fn limit(writer: &mut Writer<'_>, limit: Option<&Expression>, offset: Option<&Expression>) -> Text {
    if limit.is_none() && offset.is_none() {
        return Ok(String::new());
    }
    let style = writer.style;
    let shared = std::cell::RefCell::new(writer);
    let mut limit = limit.map(|e| || shared.borrow_mut().expression(e));
    let mut offset = offset.map(|e| || shared.borrow_mut().expression(e));
    let mut number = |n: i64| shared.borrow_mut().value(&Literal::Int(n), None, Origin::Expression);
    style.limit(
        limit.as_mut().map(|f| f as &mut dyn FnMut() -> Text),
        offset.as_mut().map(|f| f as &mut dyn FnMut() -> Text),
        &mut number,
    )
}

/// One item of a SELECT's list, with the name that SQLAlchemy gives it where it has none.
pub(crate) fn selected(writer: &mut Writer<'_>, e: &Expression, used: &mut Vec<(String, Option<TableName>)>) -> Text {
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

fn is_column(e: &Expression) -> bool {
    matches!(e, Expression::Column { .. })
}
