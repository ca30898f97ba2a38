//! Types as PostgreSQL names them.

use limbeck_core::schema::{DialectOptions, SqlType};

use super::named;
use super::quote::quote;
use crate::DialectError;
use crate::render::argument::{flag, number, word};
use crate::render::kind;

/// Types of `sqlalchemy.dialects.postgresql` that are written as they are called.
const OWN: &[&str] = &[
    "BYTEA",
    "CIDR",
    "CITEXT",
    "DATEMULTIRANGE",
    "DATERANGE",
    "HSTORE",
    "INET",
    "INT4MULTIRANGE",
    "INT4RANGE",
    "INT8MULTIRANGE",
    "INT8RANGE",
    "JSON",
    "JSONB",
    "JSONPATH",
    "MACADDR",
    "MACADDR8",
    "MONEY",
    "NUMMULTIRANGE",
    "NUMRANGE",
    "OID",
    "REGCLASS",
    "REGCONFIG",
    "TSMULTIRANGE",
    "TSQUERY",
    "TSRANGE",
    "TSTZMULTIRANGE",
    "TSTZRANGE",
    "TSVECTOR",
];

/// A type as SQLAlchemy writes it for PostgreSQL.
pub(super) fn type_text(sql_type: &SqlType) -> Result<String, DialectError> {
    Ok(match sql_type {
        SqlType::Null => return Err(kind::no_type()),
        SqlType::SmallInteger => "SMALLINT".into(),
        SqlType::Integer => "INTEGER".into(),
        SqlType::BigInteger => "BIGINT".into(),
        SqlType::Numeric { precision, scale } => numeric("NUMERIC", *precision, *scale),
        SqlType::Float { precision } => sized("FLOAT", precision.filter(|p| *p > 0), None),
        SqlType::Double { .. } => "DOUBLE PRECISION".into(),
        SqlType::String { length, collation } => sized("VARCHAR", *length, collation.as_deref()),
        SqlType::Text { length, collation } => sized("TEXT", *length, collation.as_deref()),
        SqlType::Boolean { .. } => "BOOLEAN".into(),
        SqlType::Date => "DATE".into(),
        SqlType::Time { timezone } => zoned("TIME", None, *timezone),
        SqlType::DateTime { timezone } => zoned("TIMESTAMP", None, *timezone),
        SqlType::Interval { native: true, second_precision } => interval(None, *second_precision),
        SqlType::Interval { native: false, .. } => zoned("TIMESTAMP", None, false),
        SqlType::LargeBinary { .. } | SqlType::Pickle => "BYTEA".into(),
        SqlType::Enum { native: true, .. } => named::of_type(sql_type)?.map_or_else(String::new, |t| t.name_text()),
        SqlType::Enum { values, length, .. } => {
            let longest = values.iter().map(|v| v.chars().count() as u32).max();
            sized("VARCHAR", length.or(longest), None)
        }
        SqlType::Json => "JSON".into(),
        SqlType::Uuid { native } => if *native { "UUID" } else { "CHAR(32)" }.into(),
        SqlType::Array { item, dimensions, .. } => array(&type_text(item)?, *dimensions),
        SqlType::Literal { name, arguments, timezone, collation } => {
            literal(name, arguments, *timezone, collation.as_deref())
        }
        SqlType::Verbatim(text) => text.clone(),
        SqlType::Variant { .. } | SqlType::Custom(_) => return type_text(sql_type.for_dialect("postgresql")),
        SqlType::Dialect { dialect, name, .. } if dialect == "mysql" && name == "ENUM" => {
            named::of_type(sql_type)?.map_or_else(String::new, |t| t.name_text())
        }
        SqlType::Dialect { dialect, name, arguments } if dialect == "postgresql" => own(sql_type, name, arguments)?,
        SqlType::Dialect { dialect, name, arguments } => borrowed(dialect, name, arguments)?,
    })
}

fn sized(word: &str, length: Option<u32>, collation: Option<&str>) -> String {
    let mut out = match length {
        Some(length) if length > 0 => format!("{word}({length})"),
        _ => word.to_owned(),
    };
    if let Some(collation) = collation.filter(|c| !c.is_empty()) {
        out.push_str(&format!(" COLLATE {}", quote(collation)));
    }
    out
}

fn numeric(word: &str, precision: Option<u32>, scale: Option<u32>) -> String {
    match (precision, scale) {
        (None, _) => word.to_owned(),
        (Some(p), None) => format!("{word}({p})"),
        (Some(p), Some(s)) => format!("{word}({p}, {s})"),
    }
}

/// `TIMESTAMP(3) WITH TIME ZONE`
fn zoned(word: &str, precision: Option<u32>, timezone: bool) -> String {
    let precision = precision.map_or_else(String::new, |p| format!("({p})"));
    format!("{word}{precision} {} TIME ZONE", if timezone { "WITH" } else { "WITHOUT" })
}

/// `INTERVAL DAY TO SECOND (3)`
fn interval(fields: Option<&str>, precision: Option<u32>) -> String {
    let mut out = "INTERVAL".to_owned();
    if let Some(fields) = fields {
        out.push_str(&format!(" {fields}"));
    }
    if let Some(precision) = precision {
        out.push_str(&format!(" ({precision})"));
    }
    out
}

/// Brackets go before a collation.
fn array(item: &str, dimensions: u32) -> String {
    let at = item.find(" COLLATE").unwrap_or(item.len());
    format!("{}{}{}", &item[..at], "[]".repeat(dimensions as usize), &item[at..])
}

fn literal(name: &str, arguments: &[u32], timezone: bool, collation: Option<&str>) -> String {
    let first = arguments.first().copied();
    match name {
        "NUMERIC" | "DECIMAL" => numeric(name, first, arguments.get(1).copied()),
        "VARCHAR" | "CHAR" | "NVARCHAR" | "NCHAR" | "TEXT" | "BINARY" | "VARBINARY" => sized(name, first, collation),
        "FLOAT" => sized(name, first, None),
        "TIME" | "TIMESTAMP" => zoned(name, first, timezone),
        "DOUBLE_PRECISION" => "DOUBLE PRECISION".into(),
        // The words of the standard; what they were given beside their name is not said.
        "REAL" | "DOUBLE" | "DOUBLE PRECISION" | "INTEGER" | "INT" | "BIGINT" | "SMALLINT" | "BLOB" | "CLOB"
        | "NCLOB" | "DATE" | "DATETIME" | "BOOLEAN" | "UUID" | "JSON" | "JSONB" => name.to_owned(),
        _ if arguments.is_empty() => name.to_owned(),
        _ => {
            let texts: Vec<String> = arguments.iter().map(u32::to_string).collect();
            format!("{name}({})", texts.join(", "))
        }
    }
}

fn own(sql_type: &SqlType, name: &str, arguments: &DialectOptions) -> Result<String, DialectError> {
    let precision = number(arguments, "precision");
    Ok(match name {
        "ENUM" | "DOMAIN" => named::of_type(sql_type)?.map_or_else(String::new, |t| t.name_text()),
        "TIME" | "TIMESTAMP" => zoned(name, precision, flag(arguments, "timezone")),
        "INTERVAL" => {
            let fields = word(arguments, "fields").map(crate::render::table::phrase).transpose()?;
            interval(fields, precision)
        }
        "BIT" => match (flag(arguments, "varying"), number(arguments, "length")) {
            (true, None) => "BIT VARYING".into(),
            (true, Some(length)) => format!("BIT VARYING({length})"),
            (false, length) => format!("BIT({})", length.unwrap_or(1)),
        },
        name if OWN.contains(&name) => name.to_owned(),
        _ => return borrowed("postgresql", name, arguments),
    })
}

fn borrowed(dialect: &str, name: &str, arguments: &DialectOptions) -> Result<String, DialectError> {
    if !kind::BORROWED.contains(&name) && name != "MONEY" {
        return Err(cannot_render(name));
    }
    // SQLite's own DATETIME is the generic one.
    let name = if dialect == "sqlite" && name == "DATETIME" { "TIMESTAMP" } else { name };
    let first = number(arguments, "length").or(number(arguments, "precision"));
    let numbers: Vec<u32> = match name {
        "NUMERIC" | "DECIMAL" => first.into_iter().chain(number(arguments, "scale")).collect(),
        _ => first.into_iter().collect(),
    };
    Ok(literal(name, &numbers, flag(arguments, "timezone"), word(arguments, "collation")))
}

fn cannot_render(name: &str) -> DialectError {
    DialectError::unsupported(
        format!("PostgreSQL has no type for {name}: can't render element of type {name}"),
        format!(
            "give the column another type there: {name}(...).with_variant(sa.Text(), \"postgresql\"), or run the script on the database it is for"
        ),
    )
}
