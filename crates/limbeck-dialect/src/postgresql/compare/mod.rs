//! Whether a column of the database and one of a model mean the same type and default: Alembic's rules.

mod conversion;
mod defaults;
mod domains;
mod enums;
mod expressions;
mod kept;
mod names;
mod settle;
mod text;
mod written;

use limbeck_core::schema::{ServerDefault, SqlType};

pub(super) use self::conversion::conversion;
pub(super) use self::defaults::defaults_differ;
pub(super) use self::domains::kept_domain;
pub(super) use self::enums::{adds_values_apart, type_users};
pub(super) use self::expressions::{alike, index_elements, index_options};
pub(super) use self::kept::kept;
pub(super) use self::names::server_name;
pub(super) use self::settle::settle;
pub(super) use self::written::written_condition;
use super::Postgresql;
use super::types::type_text;
use crate::DialectError;
use crate::render::expression::ddl_text;

/// Words that mean the same type.
const SYNONYMS: &[[&str; 2]] = &[["numeric", "decimal"], ["float", "double precision"]];

/// A type's text in parts.
#[derive(Debug, Default, PartialEq)]
struct Parts {
    first: String,
    words: Vec<String>,
    arguments: Vec<String>,
}

impl Parts {
    fn of(text: &str) -> Self {
        let text = text.to_lowercase();
        let mut words = Vec::new();
        let mut arguments = Vec::new();
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            if let Some((inside, after)) = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
                let all = inside.split([',', '(']).map(str::trim).filter(|argument| !argument.is_empty());
                // What is said with a name (`name=value`) is not compared.
                arguments = all.filter(|argument| !argument.contains('=')).map(str::to_owned).collect();
                rest = after;
                continue;
            }
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
            if end > 0 {
                words.push(rest[..end].to_owned());
            }
            rest = &rest[end.max(first.len_utf8())..];
        }
        let mut words = words.into_iter();
        Parts { first: words.next().unwrap_or_default(), words: words.collect(), arguments }
    }

    /// The digits of seconds that a type of times keeps: the server keeps all six where nothing is said.
    fn precision(&self) -> Option<&str> {
        let of_time = ["timestamp", "timestamptz", "time", "timetz", "interval"].contains(&self.first.as_str());
        of_time.then(|| self.arguments.first().map_or("6", String::as_str))
    }

    fn all(&self) -> String {
        let words: Vec<&str> = [self.first.as_str()].into_iter().chain(self.words.iter().map(String::as_str)).collect();
        words.join(" ")
    }
}

/// The first words must be the same or synonyms. What follows is compared only where both sides say equally much: VARCHAR(10)
/// is VARCHAR, and not VARCHAR(20); but what says no precision of seconds has all six digits. Values of enums are compared elsewhere, and
/// how many brackets an array has is not.
///
/// A type of the database that SQLAlchemy does not know is compared only with one that the model says in the same way, by its text.
pub(super) fn types_differ(database: &SqlType, model: &SqlType) -> Result<bool, DialectError> {
    let wanted_type = model.for_dialect("postgresql");
    let is_array = |sql_type: &SqlType| matches!(sql_type, SqlType::Array { .. });
    if is_array(database) != is_array(wanted_type) && !unknown(database) && !matches!(wanted_type, SqlType::Verbatim(_))
    {
        return Ok(true);
    }
    if let (Some(there), Some(wanted)) = (collation(database), collation(wanted_type))
        && there != wanted
    {
        return Ok(true);
    }
    if unknown(database) && !matches!(wanted_type, SqlType::Verbatim(_)) {
        return Ok(false);
    }
    let (there, wanted) = (Parts::of(&type_text(database)?), Parts::of(&type_text(wanted_type)?));
    let among = |batch: &[&str; 2], word: &str| batch.contains(&word);
    let synonyms = SYNONYMS.iter().any(|batch| {
        among(batch, &there.first) && among(batch, &wanted.first)
            || among(batch, &there.all()) && among(batch, &wanted.all())
    });
    let differ = |a: &[String], b: &[String]| a.len() == b.len() && a != b;
    Ok((there.first != wanted.first && !synonyms)
        || differ(&there.words, &wanted.words)
        || differ(&there.arguments, &wanted.arguments)
        || there.precision() != wanted.precision())
}

/// The collation that a type of texts says; `Some(None)`: the database's own.
fn collation(sql_type: &SqlType) -> Option<Option<&str>> {
    match sql_type {
        SqlType::String { collation, .. } | SqlType::Text { collation, .. } | SqlType::Literal { collation, .. } => {
            Some(collation.as_deref())
        }
        _ => None,
    }
}

fn unknown(database: &SqlType) -> bool {
    match database {
        SqlType::Verbatim(_) => true,
        SqlType::Array { item, .. } => unknown(item),
        _ => false,
    }
}

/// A default as text: a literal without quotes, an expression as SQL.
pub(super) fn default_text(default: &ServerDefault) -> Result<String, DialectError> {
    match default {
        ServerDefault::Literal(text) => Ok(text.clone()),
        ServerDefault::Expression(expression) => ddl_text(&Postgresql, expression),
    }
}
