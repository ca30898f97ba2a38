//! Types of columns. What a model leaves open is no difference: a column without a collation has its table's.

use limbeck_core::schema::{DialectOption, DialectOptions, OptionValue, SqlType, Table};

use super::options;
use crate::mysql::Mysql;
use crate::mysql::types::type_text;
use crate::render::argument;
use crate::{Dialect, DialectError, type_words};

/// The words of one type that are another's.
const SYNONYMS: &[[&str; 2]] = &[["numeric", "decimal"], ["bool", "tinyint"], ["json", "longtext"]];

/// ENUM and SET by their values in order; others by their words, the digits of their seconds and their sign. A display width is passed over
/// where only one side says it.
pub(in crate::mysql) fn types_differ(
    dialect: Mysql,
    database: &SqlType,
    model: &SqlType,
) -> Result<bool, DialectError> {
    let model = model.for_dialect(dialect.name());
    if said_otherwise(said(database), said(model)) {
        return Ok(true);
    }
    if let (Some(there), Some(wanted)) = (values(database), values(model)) {
        return Ok(there != wanted);
    }
    // Compared above.
    let bare = |text: String| match [" CHARACTER SET ", " COLLATE "].iter().filter_map(|word| text.find(word)).min() {
        Some(end) => text[..end].to_owned(),
        None => text,
    };
    let (there, wanted) = (bare(type_text(dialect, database)?), bare(type_text(dialect, model)?));
    Ok(type_words::differ(&there, &wanted, SYNONYMS) || Kept::of(&there) != Kept::of(&wanted))
}

/// What the server has of its own for everything that a type does not say.
#[derive(Debug, PartialEq)]
struct Kept {
    /// Digits of seconds
    precision: Option<u32>,
    unsigned: bool,
    zerofill: bool,
}

impl Kept {
    fn of(text: &str) -> Kept {
        let text = text.to_lowercase();
        let (word, rest) = text.split_at(text.find(['(', ' ']).unwrap_or(text.len()));
        let of_time = matches!(word, "datetime" | "timestamp" | "time");
        let number = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')?.0.parse().ok());
        let says = |wanted: &str| rest.split_whitespace().any(|word| word == wanted);
        // What is filled with zeros has no sign.
        let zerofill = says("zerofill");
        Kept { precision: of_time.then(|| number.unwrap_or(0)), unsigned: zerofill || says("unsigned"), zerofill }
    }
}

fn is_listed(word: &str) -> bool {
    matches!(word, "enum" | "set")
}

/// ENUM or SET, and its values. The server drops spaces at their ends.
fn values(sql_type: &SqlType) -> Option<(&str, Vec<&str>)> {
    let (word, values): (&str, Vec<&str>) = match sql_type {
        SqlType::Enum { values, native: true, .. } => ("ENUM", values.iter().map(String::as_str).collect()),
        SqlType::Dialect { name, arguments, .. } if is_listed(&name.to_ascii_lowercase()) => {
            (name, argument::values(arguments))
        }
        _ => return None,
    };
    Some((word, values.into_iter().map(|value| value.trim_end_matches(' ')).collect()))
}

/// Character set and collation of a type of texts.
#[derive(Clone, Copy)]
struct Said<'t> {
    charset: Option<&'t str>,
    collation: Option<&'t str>,
}

fn said(sql_type: &SqlType) -> Said<'_> {
    let (charset, collation) = match sql_type {
        SqlType::String { collation, .. } | SqlType::Text { collation, .. } | SqlType::Literal { collation, .. } => {
            (None, collation.as_deref())
        }
        SqlType::Dialect { arguments, .. } => {
            (argument::word(arguments, "charset"), argument::word(arguments, "collation"))
        }
        _ => (None, None),
    };
    let given = |text: &&str| !text.is_empty();
    Said { charset: charset.filter(given), collation: collation.filter(given) }
}

/// Whether the model says another character set or collation than the database, which may leave them to its table.
fn said_otherwise(database: Said<'_>, model: Said<'_>) -> bool {
    let other = |there: Option<&str>, wanted: Option<&str>| match (there, wanted) {
        (Some(there), Some(wanted)) => {
            let (there, wanted) = (options::modern(there), options::modern(wanted));
            // MariaDB names some without the character set before it.
            there != wanted && !there.ends_with(&format!("_{wanted}"))
        }
        _ => false,
    };
    other(database.charset, model.charset) || other(database.collation, model.collation)
}

/// A column that leaves its character set and collation to its table gets them from there where the model's says others.
pub(super) fn inherited_collations(dialect: Mysql, database: &mut Table, model: &Table) {
    let [charset, collation] = options::text_options(database, dialect.name()).map(|text| text.map(str::to_owned));
    let (Some(charset), Some(collation)) = (charset, collation) else { return };
    let own = Said { charset: Some(charset.as_str()), collation: Some(collation.as_str()) };
    for column in &mut database.columns {
        let wanted = model.column(&column.name).map(|wanted| said(wanted.sql_type.for_dialect(dialect.name())));
        let SqlType::Dialect { arguments, .. } = &mut column.sql_type else { continue };
        if wanted.is_some_and(|wanted| said_otherwise(own, wanted)) && argument::word(arguments, "collation").is_none()
        {
            say(arguments, "charset", &charset);
            say(arguments, "collation", &collation);
        }
    }
}

fn say(arguments: &mut DialectOptions, name: &str, text: &str) {
    arguments.0.push(DialectOption {
        dialect: "mysql".into(),
        name: name.into(),
        value: OptionValue::Text(text.into()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use limbeck_core::schema::{Column, TableName};

    fn text(text: &str) -> SqlType {
        SqlType::Verbatim(text.into())
    }

    fn listed(values: &[&str]) -> SqlType {
        SqlType::Enum {
            values: values.iter().map(|v| (*v).to_owned()).collect(),
            name: None,
            schema: None,
            native: true,
            create_type: true,
            create_constraint: false,
            length: None,
        }
    }

    fn string(said: &[(&str, &str)]) -> SqlType {
        let mut arguments = DialectOptions::default();
        said.iter().for_each(|(name, text)| say(&mut arguments, name, text));
        SqlType::Dialect { dialect: "mysql".into(), name: "TEXT".into(), arguments }
    }

    #[test]
    fn types() {
        for (database, model, differ) in [
            ("TINYINT(1)", "BOOL", false),
            ("LONGTEXT", "JSON", false),
            ("INTEGER(11)", "INTEGER", false),
            ("INTEGER(11)", "BIGINT", true),
            ("VARCHAR(20)", "VARCHAR(30)", true),
            ("DECIMAL(10, 2)", "NUMERIC(10, 2)", false),
            ("BIGINT(20) UNSIGNED", "BIGINT", true),
            ("BIGINT(20) UNSIGNED", "BIGINT UNSIGNED", false),
            ("INTEGER(10) UNSIGNED ZEROFILL", "INTEGER ZEROFILL", false),
            ("INTEGER(10) UNSIGNED", "INTEGER ZEROFILL", true),
            ("DATETIME", "DATETIME(6)", true),
            ("DATETIME", "DATETIME(0)", false),
            ("TIME(3)", "TIME", true),
            ("TIMESTAMP(3)", "TIMESTAMP(3)", false),
        ] {
            assert_eq!(types_differ(Mysql::default(), &text(database), &text(model)), Ok(differ), "{database} {model}");
        }
    }

    #[test]
    fn values_count_in_order() {
        let differ = |one: &[&str], other: &[&str]| types_differ(Mysql::default(), &listed(one), &listed(other));
        assert_eq!(differ(&["a", "b"], &["a", "b "]), Ok(false));
        assert_eq!(differ(&["a", "b"], &["b", "a"]), Ok(true));
        assert_eq!(differ(&["a", "b"], &["a"]), Ok(true));
        assert_eq!(differ(&["unsigned"], &["unsigned"]), Ok(false));
    }

    #[test]
    fn a_collation_counts_where_the_model_says_one() {
        let latin = [("charset", "latin1"), ("collation", "latin1_bin")];
        let differ = |there: &[(&str, &str)], wanted: &[(&str, &str)]| {
            types_differ(Mysql::default(), &string(there), &string(wanted))
        };
        assert_eq!(differ(&latin, &[]), Ok(false));
        assert_eq!(differ(&latin, &[("collation", "utf8mb4_bin")]), Ok(true));
        assert_eq!(differ(&latin, &[("charset", "latin1")]), Ok(false));
        assert_eq!(differ(&latin, &[("charset", "utf8mb4")]), Ok(true));
        assert_eq!(differ(&[("collation", "utf8mb3_bin")], &[("collation", "utf8_bin")]), Ok(false));
        assert_eq!(differ(&[("collation", "utf8mb4_uca1400_ai_ci")], &[("collation", "uca1400_ai_ci")]), Ok(false));
    }

    #[test]
    fn what_the_table_says_is_its_columns() {
        let table = |columns: &[(&str, SqlType)]| {
            let mut table = Table::new(TableName::new("t"));
            table.columns = columns.iter().map(|(name, sql_type)| Column::new(*name, sql_type.clone())).collect();
            table
        };
        let mut database = table(&[("a", string(&[])), ("b", string(&[])), ("c", string(&[]))]);
        for (name, value) in [("default charset", "latin1"), ("collate", "latin1_swedish_ci")] {
            let value = OptionValue::Text(value.into());
            database.options.0.push(DialectOption { dialect: "mysql".into(), name: name.into(), value });
        }
        let said = |collation: &str| string(&[("collation", collation)]);
        let model = table(&[("a", said("latin1_swedish_ci")), ("b", said("latin1_bin")), ("c", string(&[]))]);
        inherited_collations(Mysql::default(), &mut database, &model);
        let differ: Vec<bool> = (0..3)
            .map(|at| types_differ(Mysql::default(), &database.columns[at].sql_type, &model.columns[at].sql_type))
            .map(|differ| differ.expect("types"))
            .collect();
        assert_eq!(differ, [false, true, false]);
    }
}
