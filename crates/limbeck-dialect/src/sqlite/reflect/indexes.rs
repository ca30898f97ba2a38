//! Indexes, from the statements that made them.

use std::collections::BTreeMap;

use limbeck_core::expression::Expression;
use limbeck_core::schema::{
    DialectOption, DialectOptions, Index, IndexElement, Name, OptionValue, SortOrder, TableName,
};

use super::{Relation, key_of, list_of, plain};
use crate::render::literal::string;
use crate::sqlite::live::{self, Attached};
use crate::sqlite::tokens::{Kind, Token, tokens};
use crate::{Catalogue, DialectError};

/// The indexes of tables that were made by a statement of their own, by [`key_of`] the table, then by name.
pub(super) fn indexes(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
    database: &str,
    relations: &[Relation],
) -> Result<BTreeMap<String, Vec<Index>>, DialectError> {
    let query = format!(
        "SELECT tbl_name, name, sql FROM {} WHERE type = 'index' AND sql IS NOT NULL AND tbl_name COLLATE NOCASE IN ({})",
        live::master(database),
        list_of(relations.iter().map(|relation| relation.name.as_str()))
    );
    let mut found: BTreeMap<String, Vec<Index>> = BTreeMap::new();
    for row in live.query(&query)? {
        let table = TableName { schema: schema.map(str::to_owned), name: live::text(row.first()) };
        let attached = Attached { name: live::text(row.get(1)), sql: live::text(row.get(2)) };
        found.entry(key_of(&table.name)).or_default().push(index(&table, &attached)?);
    }
    for all in found.values_mut() {
        all.sort_by(|a, b| a.name.as_ref().map(|n| &n.text).cmp(&b.name.as_ref().map(|n| &n.text)));
    }
    Ok(found)
}

/// An index from its statement.
fn index(table: &TableName, attached: &Attached) -> Result<Index, DialectError> {
    let sql = &attached.sql;
    let all = tokens(sql);
    let unreadable = || {
        DialectError::unsupported(
            format!("the definition of index {} cannot be read", string(&attached.name)),
            "drop it and make it again with op.execute(...)",
        )
    };
    let unique = all.get(1).is_some_and(|t| t.is("UNIQUE"));
    let open = all.iter().position(|t| t.is("(")).ok_or_else(unreadable)?;
    let mut depth = 0;
    let mut from = open + 1;
    let mut elements = Vec::new();
    let mut close = None;
    for (at, token) in all.iter().enumerate().skip(open) {
        depth += i32::from(token.is("(")) - i32::from(token.is(")"));
        if depth == 0 || (depth == 1 && token.is(",")) {
            elements.push(element(sql, all.get(from..at).unwrap_or_default()).ok_or_else(unreadable)?);
            from = at + 1;
        }
        if depth == 0 {
            close = Some(at);
            break;
        }
    }
    let close = close.ok_or_else(unreadable)?;
    let mut options = DialectOptions::default();
    if let (Some(word), Some(first)) = (all.get(close + 1), all.get(close + 2))
        && word.is("WHERE")
    {
        let condition = plain(sql[first.start..].trim_end().trim_end_matches(';'));
        let value = OptionValue::Expression(condition);
        options.0.push(DialectOption { dialect: "sqlite".into(), name: "where".into(), value });
    }
    Ok(Index { name: Some(Name::finished(attached.name.clone())), table: table.clone(), elements, unique, options })
}

fn element(sql: &str, tokens: &[Token<'_>]) -> Option<IndexElement> {
    let last = tokens.last()?;
    let ordered = tokens.len() > 1 && (last.is("DESC") || last.is("ASC"));
    // Ascending is the order there is when none is said.
    let order = (ordered && last.is("DESC")).then_some(SortOrder::Descending);
    let body = if ordered { &tokens[..tokens.len() - 1] } else { tokens };
    let expression = match body {
        [only] if only.kind != Kind::Symbol => Expression::column(only.name()?),
        [first, .., last] => plain(&sql[first.start..last.end()]),
        _ => return None,
    };
    Some(IndexElement { expression, order, nulls: None })
}
