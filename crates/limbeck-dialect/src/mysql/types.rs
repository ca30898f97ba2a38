//! Types as MySQL and MariaDB name them.

use limbeck_core::schema::{DialectOptions, SqlType};

use super::Mysql;
use crate::render::argument::{flag, number, values, word};
use crate::render::kind::{self, Kind};
use crate::render::{Style, table};
use crate::{Dialect, DialectError};

type Text = Result<String, DialectError>;

/// A type as SQLAlchemy writes it for MySQL.
pub(super) fn type_text(dialect: Mysql, sql_type: &SqlType) -> Text {
    Ok(match sql_type {
        SqlType::Null => return Err(kind::no_type()),
        SqlType::SmallInteger => "SMALLINT".into(),
        SqlType::Integer => "INTEGER".into(),
        SqlType::BigInteger => "BIGINT".into(),
        SqlType::Numeric { precision, scale } => numeric("NUMERIC", *precision, *scale),
        SqlType::Float { precision } => sized("FLOAT", *precision),
        SqlType::Double { .. } => "DOUBLE".into(),
        SqlType::String { length, collation } => plain_text(dialect, "VARCHAR", *length, collation.as_deref())?,
        SqlType::Text { length, collation } => plain_text(dialect, "TEXT", *length, collation.as_deref())?,
        SqlType::Boolean { .. } => "BOOL".into(),
        SqlType::Date => "DATE".into(),
        SqlType::Time { .. } => "TIME".into(),
        SqlType::DateTime { .. } | SqlType::Interval { .. } => "DATETIME".into(),
        SqlType::LargeBinary { length } => sized("BLOB", *length),
        SqlType::Pickle => "BLOB".into(),
        SqlType::Enum { values, native: true, .. } => enumerated(dialect, "ENUM", values.iter().map(String::as_str))?,
        SqlType::Enum { values, length, .. } => {
            let longest = values.iter().map(|v| v.chars().count() as u32).max();
            plain_text(dialect, "VARCHAR", length.or(longest).or(Some(0)), None)?
        }
        SqlType::Json => "JSON".into(),
        SqlType::Uuid { native } if *native && native_uuid(dialect) => "UUID".into(),
        SqlType::Uuid { .. } => "CHAR(32)".into(),
        SqlType::Array { .. } => return Err(cannot_render(dialect, "ARRAY")),
        SqlType::Literal { name, arguments, collation, .. } => literal(dialect, name, arguments, collation.as_deref())?,
        SqlType::Verbatim(text) => text.clone(),
        SqlType::Variant { .. } | SqlType::Custom(_) => {
            return type_text(dialect, sql_type.for_dialect(dialect.name()));
        }
        SqlType::Dialect { dialect: owner, name, arguments } if owner == "mysql" => own(dialect, name, arguments)?,
        SqlType::Dialect { name, arguments, .. } => borrowed(dialect, name, arguments)?,
    })
}

/// MariaDB keeps UUIDs since 10.7.
pub(super) fn native_uuid(dialect: Mysql) -> bool {
    dialect.is_mariadb() && dialect.since((0, 0, 0), (10, 7, 0), true)
}

fn sized(word: &str, size: Option<u32>) -> String {
    size.map_or_else(|| word.to_owned(), |size| format!("{word}({size})"))
}

fn numeric(word: &str, precision: Option<u32>, scale: Option<u32>) -> String {
    match (precision, scale) {
        (Some(p), Some(s)) => format!("{word}({p}, {s})"),
        (precision, _) => sized(word, precision),
    }
}

/// `ENUM('a','b')`
fn enumerated<'v>(dialect: Mysql, word: &str, values: impl Iterator<Item = &'v str>) -> Text {
    let values: Vec<String> = values.map(|v| dialect.string(v)).collect();
    if values.is_empty() {
        return Err(DialectError::unsupported(
            format!("a type {word} of {} has at least one value", dialect.database()),
            "give the values one by one",
        ));
    }
    Ok(format!("{word}({})", values.join(",")))
}

/// The word for a type of text, `NATIONAL` before it where it says so, and its length.
fn text_word(dialect: Mysql, name: &str, length: Option<u32>) -> Result<(bool, String), DialectError> {
    let (national, word) = match name {
        "NVARCHAR" => (true, "VARCHAR"),
        "NCHAR" => (true, "CHAR"),
        other => (false, other),
    };
    if length.is_none() && matches!(word, "VARCHAR" | "VARBINARY") {
        return Err(DialectError::unsupported(
            format!("{name} requires a length on dialect {}", dialect.name()),
            "give the length: sa.String(255); text without one is sa.Text()",
        ));
    }
    Ok((national, sized(word, length)))
}

fn plain_text(dialect: Mysql, name: &str, length: Option<u32>, collation: Option<&str>) -> Text {
    let (national, mut out) = text_word(dialect, name, length)?;
    if national {
        out.insert_str(0, "NATIONAL ");
    }
    if let Some(collation) = collation.filter(|c| !c.is_empty()) {
        out.push_str(&format!(" COLLATE {}", table::phrase(collation)?));
    }
    Ok(out)
}

/// An upper-case type of SQLAlchemy's own.
fn literal(dialect: Mysql, name: &str, arguments: &[u32], collation: Option<&str>) -> Text {
    let first = arguments.first().copied();
    Ok(match name {
        "NUMERIC" | "DECIMAL" => numeric(name, first, arguments.get(1).copied()),
        "VARCHAR" | "CHAR" | "NVARCHAR" | "NCHAR" | "TEXT" => plain_text(dialect, name, first, collation)?,
        "VARBINARY" => text_word(dialect, name, first)?.1,
        "BINARY" => sized(name, first.filter(|n| *n > 0)),
        "BLOB" | "FLOAT" => sized(name, first),
        "BOOLEAN" => "BOOL".into(),
        "DOUBLE_PRECISION" => "DOUBLE PRECISION".into(),
        "CLOB" | "NCLOB" => return Err(cannot_render(dialect, name)),
        // The words of the standard; what they were given beside their name is not said.
        "REAL" | "DOUBLE" | "DOUBLE PRECISION" | "INTEGER" | "INT" | "BIGINT" | "SMALLINT" | "DATE" | "TIME"
        | "DATETIME" | "TIMESTAMP" | "UUID" | "JSON" => name.to_owned(),
        _ if arguments.is_empty() => name.to_owned(),
        _ => {
            let texts: Vec<String> = arguments.iter().map(u32::to_string).collect();
            format!("{name}({})", texts.join(", "))
        }
    })
}

/// A type of `sqlalchemy.dialects.mysql`.
fn own(dialect: Mysql, name: &str, arguments: &DialectOptions) -> Text {
    let length = number(arguments, "length");
    let (precision, scale) = (number(arguments, "precision"), number(arguments, "scale"));
    Ok(match name {
        "TINYINT" | "SMALLINT" | "MEDIUMINT" | "INTEGER" | "BIGINT" => {
            extended_number(arguments, sized(name, number(arguments, "display_width")))
        }
        "NUMERIC" | "DECIMAL" => extended_number(arguments, numeric(name, precision, scale)),
        "FLOAT" => extended_number(arguments, numeric(name, precision, scale)),
        // The two sizes come together or not at all.
        "DOUBLE" | "REAL" => {
            let precision = precision.filter(|_| scale.is_some());
            extended_number(arguments, numeric(name, precision, scale))
        }
        "BIT" => sized(name, length),
        "YEAR" => sized(name, number(arguments, "display_width")),
        "DATETIME" | "TIME" | "TIMESTAMP" => sized(name, number(arguments, "fsp").filter(|n| *n > 0)),
        "VARCHAR" | "CHAR" | "NVARCHAR" | "NCHAR" | "TEXT" => {
            let (national, spec) = text_word(dialect, name, length)?;
            extended_text(arguments, spec, national)?
        }
        "TINYTEXT" | "MEDIUMTEXT" | "LONGTEXT" => extended_text(arguments, name.to_owned(), false)?,
        "ENUM" | "SET" => {
            let spec = enumerated(dialect, name, values(arguments).into_iter())?;
            extended_text(arguments, spec, false)?
        }
        "TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" | "JSON" | "INET4" | "INET6" => name.to_owned(),
        _ => return borrowed(dialect, name, arguments),
    })
}

/// ` UNSIGNED ZEROFILL`
fn extended_number(arguments: &DialectOptions, mut spec: String) -> String {
    for (name, text) in [("unsigned", " UNSIGNED"), ("zerofill", " ZEROFILL")] {
        if flag(arguments, name) {
            spec.push_str(text);
        }
    }
    spec
}

/// `VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`; a national type has no character set beside it.
fn extended_text(arguments: &DialectOptions, spec: String, national: bool) -> Text {
    let given = |name| word(arguments, name).filter(|text| !text.is_empty());
    let charset = match given("charset") {
        Some(charset) => Some(format!("CHARACTER SET {}", table::phrase(charset)?)),
        None if flag(arguments, "ascii") => Some("ASCII".into()),
        None if flag(arguments, "unicode") => Some("UNICODE".into()),
        None => None,
    };
    let collation = match given("collation") {
        Some(collation) => Some(format!("COLLATE {}", table::phrase(collation)?)),
        None if flag(arguments, "binary") => Some("BINARY".into()),
        None => None,
    };
    let national = national || flag(arguments, "national");
    let parts = match national {
        true => [Some("NATIONAL".into()), Some(spec), collation],
        false => [Some(spec), charset, collation],
    };
    Ok(parts.into_iter().flatten().collect::<Vec<String>>().join(" "))
}

/// A type of another dialect.
fn borrowed(dialect: Mysql, name: &str, arguments: &DialectOptions) -> Text {
    match name {
        "ENUM" => return enumerated(dialect, name, values(arguments).into_iter()),
        "BIT" => return Ok(sized(name, number(arguments, "length").or(Some(1)))),
        "TINYINT" => return Ok(name.to_owned()),
        _ if name == "JSONB" || !kind::BORROWED.contains(&name) => return Err(cannot_render(dialect, name)),
        _ => {}
    }
    let first = number(arguments, "length").or(number(arguments, "precision"));
    let numbers: Vec<u32> = match name {
        "NUMERIC" | "DECIMAL" => first.into_iter().chain(number(arguments, "scale")).collect(),
        _ => first.into_iter().collect(),
    };
    literal(dialect, name, &numbers, word(arguments, "collation"))
}

fn cannot_render(dialect: Mysql, name: &str) -> DialectError {
    DialectError::unsupported(
        format!("{} has no type for {name}: can't render element of type {name}", dialect.database()),
        format!(
            "give the column another type there: {name}(...).with_variant(sa.Text(), \"{}\"), or run the script on the database it is for",
            dialect.name()
        ),
    )
}

/// The type after `CAST(... AS`; `None` where there is no such cast.
pub(super) fn cast_text(dialect: Mysql, sql_type: &SqlType) -> Result<Option<String>, DialectError> {
    let sql_type = sql_type.for_dialect(dialect.name());
    let name = match sql_type {
        SqlType::Literal { name, .. } | SqlType::Dialect { name, .. } => name.as_str(),
        _ => "",
    };
    Ok(match (kind::of_type(sql_type, dialect.name()), sql_type) {
        (_, SqlType::Enum { native: true, .. }) => None,
        (_, SqlType::Dialect { name, .. }) if matches!(name.as_str(), "ENUM" | "SET") => None,
        (Kind::Integer, SqlType::Dialect { arguments, .. }) if flag(arguments, "unsigned") => {
            Some("UNSIGNED INTEGER".into())
        }
        (Kind::Integer, _) => Some("SIGNED INTEGER".into()),
        (Kind::DateTime, _) if name == "TIMESTAMP" => Some("DATETIME".into()),
        (Kind::DateTime | Kind::Date | Kind::Time | Kind::Interval, _) => Some(type_text(dialect, sql_type)?),
        (Kind::Decimal, _) => Some(type_text(dialect, sql_type)?.replacen("NUMERIC", "DECIMAL", 1)),
        (Kind::Text, SqlType::Dialect { dialect: owner, arguments, .. }) if owner == "mysql" => {
            let length = number(arguments, "length");
            let national = flag(arguments, "national") && name == "CHAR";
            Some(extended_text(&without_national(arguments), sized("CHAR", length), national)?)
        }
        (Kind::Text, _) => Some(sized("CHAR", length_of(sql_type))),
        (Kind::Binary, _) => Some("BINARY".into()),
        (Kind::Json, _) => Some("JSON".into()),
        (Kind::Float, _) if dialect.since((8, 0, 2), (10, 4, 5), false) => Some(type_text(dialect, sql_type)?),
        _ => None,
    })
}

fn without_national(arguments: &DialectOptions) -> DialectOptions {
    DialectOptions(arguments.0.iter().filter(|o| o.name != "national").cloned().collect())
}

fn length_of(sql_type: &SqlType) -> Option<u32> {
    match sql_type {
        SqlType::String { length, .. } | SqlType::Text { length, .. } => *length,
        SqlType::Enum { values, length, .. } => {
            length.or_else(|| values.iter().map(|v| v.chars().count() as u32).max())
        }
        SqlType::Literal { arguments, .. } => arguments.first().copied(),
        SqlType::Dialect { arguments, .. } => number(arguments, "length"),
        _ => None,
    }
}
