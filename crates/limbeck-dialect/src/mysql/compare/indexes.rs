//! Order, length and kind of what an index has.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{
    Column, DialectOption, DialectOptions, Index, IndexElement, OptionValue, SortOrder, SqlType, Table,
};

use crate::Dialect;
use crate::mysql::Mysql;
use crate::mysql::ddl::option;
use crate::render::argument;

/// The bytes of a key that storage engines keep: the server shortens by itself what is longer.
const LONGEST_KEYS: [i64; 6] = [767, 768, 1000, 1536, 2300, 3072];

/// `DESC` and lengths by column, FULLTEXT and SPATIAL; of an expression none of them.
pub(in crate::mysql) fn index_options(dialect: Mysql, index: &Index) -> Vec<(String, String)> {
    if let Some(kind) = kind(dialect, index) {
        // Words have neither order nor length.
        return vec![("prefix".to_owned(), kind)];
    }
    // Older servers read DESC and forget it.
    let keeps_order = dialect.since((8, 0, 0), (10, 8, 0), true);
    let mut found = Vec::new();
    for element in &index.elements {
        let Some(name) = column(element) else { continue };
        if keeps_order && element.order == Some(SortOrder::Descending) {
            found.push((format!("order of {name}"), "descending".to_owned()));
        }
        if let Some(length) = length(dialect, element, &index.options) {
            found.push((format!("length of {name}"), length.to_string()));
        }
    }
    found
}

fn kind(dialect: Mysql, index: &Index) -> Option<String> {
    let Some(OptionValue::Text(text)) = option(dialect, &index.options, "prefix") else { return None };
    let kind = text.trim().to_ascii_uppercase();
    matches!(kind.as_str(), "FULLTEXT" | "SPATIAL").then_some(kind)
}

fn column(element: &IndexElement) -> Option<&str> {
    match &element.expression {
        Expression::Column { name, .. } => Some(name),
        _ => None,
    }
}

/// How much of a column an index has: a number for all of them, or one by column, which may stand there with its order.
fn length(dialect: Mysql, element: &IndexElement, options: &DialectOptions) -> Option<i64> {
    let name = column(element)?;
    match option(dialect, options, "length")? {
        OptionValue::Int(length) => Some(*length),
        OptionValue::Map(lengths) => {
            let is_its =
                |key: &str| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
            lengths.iter().find(|(key, _)| is_its(key)).and_then(|(_, value)| match value {
                OptionValue::Int(length) => Some(*length),
                _ => None,
            })
        }
        _ => None,
    }
}

/// The server keeps no length of a column that is as long as that, and shortens by itself what is too long for a key.
pub(super) fn settled_lengths(dialect: Mysql, database: &mut Table, model: &mut Table) {
    for there in &mut database.indexes {
        let text = |index: &Index| index.name.as_ref().map(|name| name.text.clone());
        let Some(wanted) = model.indexes.iter_mut().find(|wanted| text(wanted) == text(there)) else { continue };
        for element in there.elements.clone() {
            let Some(name) = column(&element) else { continue };
            let (kept, said) = (length(dialect, &element, &there.options), length(dialect, &element, &wanted.options));
            let whole = database.columns.iter().find(|column| column.name == name).and_then(size);
            match (kept, said) {
                (None, Some(length)) if whole.is_some_and(|whole| length >= whole) => forget(dialect, wanted, name),
                (Some(length), None) if is_longest(length) => forget(dialect, there, name),
                _ => {}
            }
        }
    }
}

/// The length of a column of texts or bytes.
fn size(column: &Column) -> Option<i64> {
    match &column.sql_type {
        SqlType::Dialect { arguments, .. } => argument::number(arguments, "length").map(i64::from),
        SqlType::Literal { arguments, .. } => arguments.first().copied().map(i64::from),
        _ => None,
    }
}

fn is_longest(length: i64) -> bool {
    LONGEST_KEYS.iter().any(|bytes| (1..=4).any(|each| bytes / each == length))
}

/// Takes the length of a column out.
fn forget(dialect: Mysql, index: &mut Index, name: &str) {
    let lengths: Vec<(String, OptionValue)> = index
        .elements
        .iter()
        .filter(|element| column(element) != Some(name))
        .filter_map(|element| {
            let length = length(dialect, element, &index.options)?;
            Some((column(element)?.to_owned(), OptionValue::Int(length)))
        })
        .collect();
    index.options.0.retain(|option| option.name != "length");
    if !lengths.is_empty() {
        let (dialect, name) = (dialect.name().to_owned(), "length".to_owned());
        index.options.0.push(DialectOption { dialect, name, value: OptionValue::Map(lengths) });
    }
}

#[cfg(test)]
mod tests {
    use limbeck_core::schema::{Name, TableName};

    use super::*;
    use crate::mysql::{Flavour, Server};

    fn index(elements: Vec<IndexElement>, options: Vec<(&str, OptionValue)>) -> Index {
        let option =
            |(name, value): (&str, OptionValue)| DialectOption { dialect: "mysql".into(), name: name.into(), value };
        Index {
            name: Some(Name::finished("ix")),
            table: TableName::new("t"),
            elements,
            unique: false,
            options: DialectOptions(options.into_iter().map(option).collect()),
        }
    }

    #[test]
    fn what_is_compared() {
        let descending = IndexElement { order: Some(SortOrder::Descending), ..IndexElement::column("a") };
        let by_column = OptionValue::Map(vec![("b".into(), OptionValue::Int(9))]);
        let both = || vec![descending.clone(), IndexElement::column("b")];
        let some = index(both(), vec![("length", by_column)]);
        let pairs = |dialect: Mysql, index: &Index| {
            index_options(dialect, index)
                .into_iter()
                .map(|(name, value)| format!("{name}: {value}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(pairs(Mysql::default(), &some), ["order of a: descending", "length of b: 9"]);
        let old = Server { flavour: Flavour::Mariadb, version: (10, 6, 0), backslash_escapes: true };
        assert_eq!(pairs(Mysql::mariadb().on(old), &some), ["length of b: 9"]);
        let all = index(both(), vec![("length", OptionValue::Int(5)), ("prefix", OptionValue::Text("hash".into()))]);
        assert_eq!(pairs(Mysql::default(), &all), ["order of a: descending", "length of a: 5", "length of b: 5"]);
        let words =
            index(both(), vec![("prefix", OptionValue::Text("fulltext".into())), ("length", OptionValue::Int(5))]);
        assert_eq!(pairs(Mysql::default(), &words), ["prefix: FULLTEXT"]);
    }

    #[test]
    fn lengths_that_the_server_changes_are_none() {
        let settled = |kept: Option<i64>, said: Option<i64>| {
            let table = |length: Option<i64>| {
                let mut table = Table::new(TableName::new("t"));
                let (name, arguments) = ("VARBINARY".to_owned(), vec![900]);
                let sql_type = SqlType::Literal { name, arguments, timezone: false, collation: None };
                table.columns.push(Column::new("a", sql_type));
                let options = length.map(|length| ("length", OptionValue::Int(length)));
                table.indexes.push(index(vec![IndexElement::column("a")], options.into_iter().collect()));
                table
            };
            let (mut database, mut model) = (table(kept), table(said));
            settled_lengths(Mysql::default(), &mut database, &mut model);
            index_options(Mysql::default(), &database.indexes[0]) == index_options(Mysql::default(), &model.indexes[0])
        };
        assert!(settled(None, Some(900)));
        assert!(!settled(None, Some(10)));
        assert!(settled(Some(768), None));
        assert!(!settled(Some(10), None));
        assert!(!settled(Some(768), Some(10)));
    }
}
