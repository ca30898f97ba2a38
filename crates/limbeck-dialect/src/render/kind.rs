//! What types keep, whatever they are called: it decides how a value of one is written.

use limbeck_core::expression::{Expression, Literal};
use limbeck_core::schema::SqlType;

use crate::DialectError;

/// What a type keeps, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Integer,
    Decimal,
    Float,
    Text,
    Boolean,
    Date,
    Time,
    DateTime,
    Interval,
    Binary,
    Json,
    Uuid,
    Other,
}

/// The kind of a type on a dialect: SQLAlchemy's type affinity.
pub(crate) fn of_type(sql_type: &SqlType, dialect: &str) -> Kind {
    match sql_type {
        SqlType::SmallInteger | SqlType::Integer | SqlType::BigInteger => Kind::Integer,
        SqlType::Numeric { .. } => Kind::Decimal,
        SqlType::Float { .. } | SqlType::Double { .. } => Kind::Float,
        SqlType::String { .. } | SqlType::Text { .. } | SqlType::Enum { .. } => Kind::Text,
        SqlType::Boolean { .. } => Kind::Boolean,
        SqlType::Date => Kind::Date,
        SqlType::Time { .. } => Kind::Time,
        SqlType::DateTime { .. } => Kind::DateTime,
        SqlType::Interval { .. } => Kind::Interval,
        SqlType::LargeBinary { .. } | SqlType::Pickle => Kind::Binary,
        SqlType::Json => Kind::Json,
        SqlType::Uuid { .. } => Kind::Uuid,
        SqlType::Literal { name, .. } | SqlType::Dialect { name, .. } => kind_of_word(name),
        SqlType::Verbatim(text) => kind_of_word(text.split('(').next().unwrap_or("").trim()),
        SqlType::Variant { .. } | SqlType::Custom(_) => of_type(sql_type.for_dialect(dialect), dialect),
        SqlType::Null | SqlType::Array { .. } => Kind::Other,
    }
}

fn kind_of_word(name: &str) -> Kind {
    match name.to_ascii_uppercase().as_str() {
        "INTEGER" | "INT" | "BIGINT" | "SMALLINT" | "TINYINT" | "MEDIUMINT" => Kind::Integer,
        "NUMERIC" | "DECIMAL" => Kind::Decimal,
        "FLOAT" | "REAL" | "DOUBLE" | "DOUBLE PRECISION" | "DOUBLE_PRECISION" => Kind::Float,
        "VARCHAR" | "CHAR" | "NVARCHAR" | "NCHAR" | "TEXT" | "CLOB" | "NCLOB" | "ENUM" | "SET" | "TINYTEXT"
        | "MEDIUMTEXT" | "LONGTEXT" => Kind::Text,
        "BOOLEAN" | "BOOL" => Kind::Boolean,
        "DATE" => Kind::Date,
        "TIME" => Kind::Time,
        "DATETIME" | "TIMESTAMP" => Kind::DateTime,
        "BLOB" | "BINARY" | "VARBINARY" | "TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" => Kind::Binary,
        "JSON" | "JSONB" => Kind::Json,
        "UUID" => Kind::Uuid,
        _ => Kind::Other,
    }
}

/// The type that SQLAlchemy gives a value that comes without one.
pub(crate) fn of_value(value: &Literal) -> Kind {
    match value {
        Literal::Bool(_) => Kind::Boolean,
        Literal::Int(_) => Kind::Integer,
        Literal::Float(_) | Literal::Decimal(_) => Kind::Decimal,
        Literal::Date(_) => Kind::Date,
        Literal::Time(_) => Kind::Time,
        Literal::DateTime(_) => Kind::DateTime,
        Literal::Uuid(_) => Kind::Uuid,
        Literal::Interval(_) => Kind::Interval,
        _ => Kind::Other,
    }
}

/// The type that SQLAlchemy sees on the right side of a division.
pub(crate) fn divisor_type(e: &Expression) -> Option<SqlType> {
    match e {
        Expression::Column { sql_type, .. } => sql_type.clone(),
        Expression::Cast { sql_type, .. } => Some(sql_type.clone()),
        // An int stays one beside any number; the others take the type they stand beside.
        Expression::Bind { value: Literal::Int(_), .. } => Some(SqlType::Integer),
        Expression::Bind { value: Literal::Float(_), sql_type } => match sql_type {
            Some(found @ (SqlType::Float { .. } | SqlType::Double { .. })) => Some(found.clone()),
            _ => Some(SqlType::Double { precision: None }),
        },
        Expression::Bind { sql_type, .. } => sql_type.clone(),
        _ => None,
    }
}

/// A column whose type nobody gave cannot be written.
pub(crate) fn no_type() -> DialectError {
    DialectError::unsupported(
        "Can't generate DDL for NullType(); did you forget to specify a type on this Column?",
        "give the column a type",
    )
}

/// Types of one dialect that SQLAlchemy can say on any other; they lose what that has no word for.
pub(crate) const BORROWED: &[&str] = &[
    "BIGINT",
    "BINARY",
    "BLOB",
    "BOOLEAN",
    "CHAR",
    "DATE",
    "DATETIME",
    "DECIMAL",
    "DOUBLE",
    "DOUBLE_PRECISION",
    "FLOAT",
    "INTEGER",
    "JSON",
    "JSONB",
    "NCHAR",
    "NUMERIC",
    "NVARCHAR",
    "REAL",
    "SMALLINT",
    "TEXT",
    "TIME",
    "TIMESTAMP",
    "UUID",
    "VARBINARY",
    "VARCHAR",
];
